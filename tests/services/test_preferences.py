"""Preferences last, and a damaged file is no disaster."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgertop_app.services.preferences import RECENT_FILES, Preferences


@pytest.fixture
def file(tmp_path):
    return tmp_path / "config" / "preferences.json"


def test_what_was_put_is_there_the_next_day(file):
    Preferences(file).put("language", "nl")
    Preferences(file).put("window", {"x": 10, "maximised": True})

    later = Preferences(file)
    assert later.get("language") == "nl"
    assert later.get("window") == {"x": 10, "maximised": True}
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_what_was_never_put_is_none(file):
    assert Preferences(file).get("theme") is None
    assert Preferences(file).text("theme", "light") == "light"


@pytest.mark.parametrize("content", [b"", b"{nee", b"[1]", b"\xff\xfe\x00", b"null"])
def test_a_damaged_file_counts_as_empty_and_is_written_anew(file, content):
    file.parent.mkdir()
    file.write_bytes(content)

    preferences = Preferences(file)
    preferences.put("language", "en")

    assert Preferences(file).get("language") == "en"


def test_a_folder_that_cannot_be_made_does_not_stop_anybody(tmp_path):
    (tmp_path / "config").write_text("a file")
    preferences = Preferences(tmp_path / "config" / "preferences.json")

    preferences.put("language", "en")

    assert preferences.get("language") == "en"
    assert (tmp_path / "config").read_text() == "a file"


def test_the_file_opened_last_stands_first_and_once(file):
    preferences = Preferences(file)
    for name in "abca":
        preferences.opened(Path(name))

    assert Preferences(file).recent() == (Path("a"), Path("c"), Path("b"))


def test_no_more_recent_files_than_fit(file):
    preferences = Preferences(file)
    for number in range(RECENT_FILES + 5):
        preferences.opened(Path(f"{number}.burgertop"))

    assert len(preferences.recent()) == RECENT_FILES
    assert preferences.recent()[0] == Path(f"{RECENT_FILES + 4}.burgertop")


def test_a_forgotten_file_is_gone(file):
    preferences = Preferences(file)
    preferences.opened(Path("a"))
    preferences.forget(Path("a"))

    assert preferences.recent() == ()


def test_recent_files_that_are_nonsense_are_left_out(file):
    file.parent.mkdir()
    file.write_text('{"recent": ["a", 3, null]}')

    assert Preferences(file).recent() == (Path("a"),)
