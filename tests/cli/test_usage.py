"""Words on the command line that are not understood: one sentence in the language spoken, exit 2."""

from __future__ import annotations

import pytest

from burgertop_app import i18n
from burgertop_app.cli.main import run
from burgertop_app.services.house import House
from burgertop_app.services.preferences import Preferences
from burgertop_app.services.workspaces import Workspaces


@pytest.fixture
def house(opener, clock, entropy, tmp_path):
    return House(Workspaces(opener), Preferences(tmp_path / "preferences.json"), clock, entropy)


def ended(house, *words, show=lambda _house, _files: None):
    with pytest.raises(SystemExit) as left:
        run(words, house, show)
    return left.value.code


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("onzin",), "De opdracht onzin bestaat niet. Met “burgertop --help” ziet u wat er kan."),
        (("due", "--zzz"), "De optie --zzz bestaat hier niet. Met “burgertop due --help”"),
        (("due",), "--received ontbreekt."),
        (("check",), "FILE.burgertop ontbreekt."),
        (("check", "a", "b"), "Er staat een woord te veel: b."),
        (("due", "--received"), "Na --received moet nog iets volgen."),
        (
            ("due", "--received", "2026-02-20", "--weeks", "x"),
            "“x” kan niet bij --weeks: geef een heel getal.",
        ),
        (("seat", "--seconds", "x"), "“x” kan niet bij --seconds: geef een getal."),
        (("due", "--received", "2026-02-20", "--rule", "x"), "kies een van deze: atw, calendar."),
        (("check", "a\0b"), "kan niet bij FILE.burgertop."),
    ],
)
def test_a_slip_of_the_keys_gets_one_dutch_sentence(house, capsys, words, said):
    code = ended(house, *words)

    told = capsys.readouterr()
    assert (code, told.out, told.err.count("\n")) == (2, "", 1)
    assert said in told.err


def test_an_english_computer_answers_in_english(house, capsys):
    i18n.use_language("en")

    ended(house, "due")

    assert (
        capsys.readouterr().err == "--received is missing. “burgertop due --help” tells what is possible.\n"
    )


def test_ctrl_c_is_answered_and_gives_exit_code_130(house, capsys, tmp_path):
    house.workspaces.create(tmp_path / "a.burgertop").close()

    def interrupted(_house, _files):
        raise KeyboardInterrupt

    code = ended(house, "open", str(tmp_path / "a.burgertop"), show=interrupted)

    assert code == 130
    assert capsys.readouterr().err == "Gestopt. Er is niets half achtergebleven.\n"


@pytest.mark.parametrize("content", [None, b"", b"hallo"])
def test_what_is_no_workspace_opens_no_window(house, capsys, tmp_path, content):
    file, shown = tmp_path / "a.burgertop", []
    if content is not None:
        file.write_bytes(content)

    code = ended(house, "open", str(file), show=lambda _house, files: shown.append(files))

    assert (code, shown) == (2, [])
    assert "a.burgertop" in capsys.readouterr().err


def test_help_gives_exit_code_0(house, capsys):
    assert ended(house, "due", "--help") == 0
    assert "--received" in capsys.readouterr().out
