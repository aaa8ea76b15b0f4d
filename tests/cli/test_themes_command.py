"""`burgertop themes`: suggestions from a file to a file."""

import csv

import pytest
import typer
from typer.testing import CliRunner

from burgertop_app.cli import themes
from burgertop_app.i18n import speaking

CARDS = """id,text,theme
1,zebrapad bij de school,Verkeer
2,meer bomen,Groen
3,oversteken is gevaarlijk,
4,MEER BOMEN!,
"""


@pytest.fixture
def run(tmp_path):
    app = typer.Typer()
    app.callback()(lambda: None)
    themes.register(app)

    def invoke(content=CARDS, out="suggestions.csv"):
        given = tmp_path / "cards.csv"
        given.write_bytes(content if isinstance(content, bytes) else content.encode())
        words = ["themes", "--cards", str(given), "--out", str(tmp_path / out)]
        return CliRunner().invoke(app, words)

    with speaking("nl"):
        yield invoke


@pytest.fixture
def rows(tmp_path):
    def read():
        with (tmp_path / "suggestions.csv").open(encoding="utf-8", newline="") as handle:
            return list(csv.DictReader(handle))

    return read


def test_every_card_has_a_line_with_its_best_theme_first(run, rows):
    result = run()

    assert result.exit_code == 0
    assert list(rows()[0]) == ["id", "theme_1", "theme_2", "theme_3", "duplicate_of"]
    assert [row["theme_1"] for row in rows()] == ["Verkeer", "Groen", "Verkeer", "Groen"]


def test_the_earlier_card_that_says_the_same_is_named(run, rows):
    run()

    assert [row["duplicate_of"] for row in rows()] == ["", "", "", "2"]


def test_it_says_what_it_did(run):
    assert run().stdout.splitlines() == [
        "4 kaarten, waarvan 2 gesorteerd.",
        "De suggesties komen uit 2 thema’s.",
        "1 kaart lijkt hetzelfde te zeggen als een eerdere.",
    ]


def test_without_any_theme_it_still_finds_doubles_and_says_why_there_are_no_themes(run, rows):
    result = run("id,text\n1,bus\n2,Bus!\n")

    assert result.exit_code == 0
    assert "Nog geen enkele kaart heeft een thema" in result.stdout
    assert [(row["theme_1"], row["duplicate_of"]) for row in rows()] == [("", ""), ("", "1")]


def test_one_theme_is_suggested_for_everything(run, rows):
    run("id,text,theme\n1,bus,Vervoer\n2,trein,\n")

    assert [(row["theme_1"], row["theme_2"]) for row in rows()] == [("Vervoer", ""), ("Vervoer", "")]


def test_one_theme_in_two_spellings_is_one_theme(run, rows):
    run("id,text,theme\n1,bus,Vervoer\n2,trein,vervoer\n3,tram,\n")

    assert [row["theme_1"] for row in rows()] == ["Vervoer"] * 3


def test_a_dutch_sheet_in_windows_letters_can_be_read(run, rows):
    result = run("nummer;tekst;thema\n1;café open;Horeca\n2;cafés dicht;\n".encode("cp1252"))

    assert result.exit_code == 0
    assert rows()[1]["theme_1"] == "Horeca"


def test_a_theme_that_is_a_formula_does_not_become_one(run, rows):
    run("id,text,theme\n1,=cmd|' /C calc'!A0,=1+1\n2,bus,\n")

    assert rows()[1]["theme_1"] == "'=1+1"


def test_the_same_file_gives_the_same_suggestions(run, tmp_path):
    run()
    first = (tmp_path / "suggestions.csv").read_bytes()
    run()

    assert (tmp_path / "suggestions.csv").read_bytes() == first


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is leeg"),
        ("id,text\n", "geen rijen"),
        ("nr,text\n1,bus\n", "geen kolom “id”"),
        ("id,words\n1,bus\n", "geen kolom “text”"),
        ("id,text\n1,bus\n1,trein\n", "Rij 3"),
        ("id,text\n1,bus\n2,\n", "Rij 3"),
        ("id,text,theme\n" + "".join(f"{at},bus,thema {at}\n" for at in range(301)), "301"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence_and_nothing_is_written(run, tmp_path, content, said):
    result = run(content)

    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["cards.csv"]


def test_the_cards_are_not_written_over(run, tmp_path):
    result = run(out="cards.csv")

    assert result.exit_code == 2
    assert (tmp_path / "cards.csv").read_text(encoding="utf-8") == CARDS
