"""start.py sets up once, then hands over: words, folder, surroundings and exit code."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


def test_words_go_to_burgertop_in_the_folder_where_the_user_stands(checkout):
    checkout.start("demo", "--out", "uit met spatie", DISPLAY=":7")

    assert checkout.diary == [f"{checkout.user} |  | -P -m burgertop_app demo --out uit met spatie"]


def test_the_exit_code_of_burgertop_is_the_exit_code_of_start(checkout):
    done = checkout.start("verify", "map", FAILS_AT="verify", FAILS_WITH="3")

    assert done.returncode == 3


def test_a_quiet_start_writes_nothing_between_the_words_of_burgertop(checkout):
    done = checkout.start("due", FAILS_AT="due", FAILS_WITH="0")

    assert (done.stdout, done.stderr) == ("hier ging het mis\n", "")


def test_without_a_screen_a_command_runs_offscreen(checkout):
    checkout.start("demo")

    assert checkout.diary == [f"{checkout.user} | offscreen | -P -m burgertop_app demo"]


@pytest.mark.parametrize("words", [(), ("open", "top.burgertop")])
def test_without_a_screen_a_window_is_refused_with_a_sentence(checkout, words):
    done = checkout.start(*words)

    assert done.returncode == 2
    assert "geen beeldscherm" in done.stderr
    assert checkout.diary == []


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_with_a_screen_the_window_opens(checkout, name):
    done = checkout.start(**{name: "vnc"})

    assert done.returncode == 0
    assert checkout.diary[0].endswith("-P -m burgertop_app")


def test_the_checks_run_in_order_and_pytest_comes_last_with_its_words(checkout):
    checkout.start("test", "-k", "loting")

    asked = [line.split(" | ")[2] for line in checkout.diary]
    assert asked[0] == "-m ruff check ."
    assert asked[1] == "-m ruff format --check ."
    assert asked[2] == "-m mypy"
    assert "lint_imports" in asked[3]
    assert asked[4].endswith("catalogue.py missing")
    assert asked[5].startswith("-m pytest")
    assert asked[5].endswith("-k loting")
    assert len(asked) == 6


def test_the_checks_run_at_the_top_of_the_checkout_without_a_screen(checkout):
    checkout.start("test", DISPLAY=":7")

    assert {line.split(" | ")[0] for line in checkout.diary} == {str(checkout.top)}
    assert checkout.diary[-1].split(" | ")[1] == "offscreen"


def test_the_first_check_that_fails_is_named_and_the_rest_waits(checkout):
    done = checkout.start("test", FAILS_AT="mypy")

    assert done.returncode == 1
    assert "hier ging het mis\nGestopt bij controle 3, typen (mypy)." in done.stdout
    assert len(checkout.diary) == 3


def test_a_changed_lock_is_installed_once(checkout):
    with (checkout.top / "installer" / "lock.txt").open("a", encoding="utf-8") as lock:
        lock.write("# a change\n")

    checkout.start("due")
    checkout.start("due")

    asked = [line.split(" | ")[2] for line in checkout.diary]
    assert [("pip install" in words, words.endswith("due")) for words in asked] == [
        (True, False),
        (True, False),
        (False, True),
        (False, True),
    ]
    assert str(checkout.top / "installer" / "lock.txt") in asked[0]


def test_a_failed_installation_says_what_to_do_and_is_tried_again(checkout):
    (checkout.top / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")

    first = checkout.start("due", FAILS_AT="pip install")
    checkout.start("due")

    assert first.returncode == 1
    assert "Controleer de internetverbinding" in first.stderr
    assert sum("pip install" in line for line in checkout.diary) == 3


def test_newer_sentences_are_compiled_first(checkout):
    source = checkout.top / "resources" / "locale" / "nl" / "LC_MESSAGES" / "burgertop.po"
    source.with_suffix(".mo").unlink()

    checkout.start("due")

    assert checkout.diary[0].endswith("catalogue.py compile")


def test_a_missing_library_is_installed_and_no_other(checkout):
    checkout.start("due", LEFT_OUT="libgl1*")

    assert checkout.diary[:2] == [
        "apt-get -qq update",
        "apt-get -qq install -y --no-install-recommends libgl1",
    ]


def test_what_only_the_tests_need_is_installed_for_them_alone(checkout):
    checkout.start("due", LEFT_OUT="chromium*")
    before = checkout.diary
    checkout.start("test", LEFT_OUT="chromium*")

    assert not any(line.startswith("apt-get") for line in before)
    assert "apt-get -qq install -y --no-install-recommends chromium" in checkout.diary


def test_a_library_that_debian_renamed_counts_as_present(checkout):
    checkout.start("due", LEFT_OUT="libglib2.0-0")

    assert not any(line.startswith("apt-get") for line in checkout.diary)


def test_start_sh_hands_everything_over(checkout):
    done = checkout.start_sh("verify", "een map", FAILS_AT="verify", FAILS_WITH="3")

    assert done.returncode == 3
    assert checkout.diary == [f"{checkout.user} | offscreen | -P -m burgertop_app verify een map"]


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["open", "a.burgertop"], True),
        (["open", "--help"], False),
        (["--help"], False),
        (["demo"], False),
    ],
)
def test_only_no_words_or_open_ask_for_a_window(start_module, words, window):
    assert start_module.opens_window(words) is window


@pytest.mark.parametrize(("place", "usable"), [("here", True), ("elders", False)])
def test_an_environment_that_was_moved_is_made_anew(start_module, monkeypatch, tmp_path, place, usable):
    monkeypatch.setattr(start_module, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(start_module, "STAMP", tmp_path / "stamp.txt")
    where = start_module.TOP if place == "here" else tmp_path

    start_module.STAMP.write_text(f"0123\n{where}\n", encoding="utf-8")

    assert start_module._usable() is usable
