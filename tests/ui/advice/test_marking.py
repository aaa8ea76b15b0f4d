"""Marks in a text that is being typed; `<` and `>` stand around what is selected, `^` is the cursor."""

from __future__ import annotations

import pytest

from burgertop_app.domain import rich_text
from burgertop_app.ui.advice import marking
from burgertop_app.ui.advice.marking import Typed


def typed(text):
    if "^" in text:
        place = text.index("^")
        return Typed(text.replace("^", "", 1), place, place)
    start = text.index("<")
    end = text.index(">") - 1
    return Typed(text.replace("<", "").replace(">", ""), start, end)


def shown(given):
    if given.start == given.end:
        return f"{given.text[: given.start]}^{given.text[given.start :]}"
    return f"{given.text[: given.start]}<{given.selected}>{given.text[given.end :]}"


@pytest.mark.parametrize(
    ("act", "before", "after"),
    [
        (marking.bold, "een <warm> huis", "een **<warm>** huis"),
        (marking.bold, "een **<warm>** huis", "een <warm> huis"),
        (marking.bold, "een <**warm**> huis", "een <warm> huis"),
        (marking.bold, "een wa^rm huis", "een **<warm>** huis"),
        (marking.bold, "een < warm > huis", "een  **<warm>**  huis"),
        (marking.heading, "Ko^p", "## Ko^p"),
        (marking.heading, "## Ko^p", "### Ko^p"),
        (marking.heading, "#### Ko^p", "Ko^p"),
        (marking.heading, "- Ko^p", "## Ko^p"),
        (marking.bullets, "een^", "- een^"),
        (marking.bullets, "- een^", "een^"),
        (marking.bullets, "<een\ntwee>", "<- een\n- twee>"),
        (marking.bullets, "<1. een\n2. twee>", "<- een\n- twee>"),
        (marking.bullets, "^", "- ^"),
        (marking.numbers, "<een\n\ntwee>", "<1. een\n\n2. twee>"),
        (marking.numbers, "<1. een\n2. twee>", "<een\ntwee>"),
        (marking.deeper, "- een\n- twee^", "- een\n  - twee^"),
        (marking.deeper, "      - diep^", "      - diep^"),
        (marking.deeper, "gewoon^", "gewoon^"),
        (marking.shallower, "- een\n  - twee^", "- een\n- twee^"),
        (marking.entered, "- een^", "- een\n- ^"),
        (marking.entered, "  2. een^", "  2. een\n  3. ^"),
        (marking.entered, "- een\n- ^", "- een\n^"),
    ],
)
def test_gesture_gives_marks(act, before, after):
    assert shown(act(typed(before))) == after


@pytest.mark.parametrize("text", ["gewoon^", "- <een>", "-^ een", ""])
def test_enter_elsewhere_is_plain(text):
    given = typed(text) if text else Typed("", 0, 0)

    assert marking.entered(given) is None


def test_link_stands_in_the_text():
    made = marking.linked(typed("zie <het plan> nu"), "het [plan]", " https://waterrijk.nl/plan ")

    assert shown(made) == "zie [het (plan)](https://waterrijk.nl/plan)^ nu"


def test_footnotes_are_numbered_in_turn_and_end_below():
    first = marking.noted(typed("gezegd^ en gedaan"), "bron\neen")
    second = marking.noted(Typed(first.text, 0, 0), "bron twee")

    assert first.text == "gezegd[^1] en gedaan\n\n[^1]: bron een"
    assert second.text.endswith("[^1]: bron een\n[^2]: bron twee")


def test_footnote_is_read_again():
    said = rich_text.blocks(marking.noted(typed("gezegd^"), "de bron").text)

    assert [run.note for run in said[0].runs if run.note] == ["de bron"]


def test_picture_stands_on_a_line_of_its_own():
    made = marking.pictured(typed("Voor^\nna"), 3, "Een [rij] huizen", "Zo was het")

    assert made.text == "Voor\n\n![Een (rij) huizen](image:3)\n: Zo was het\n\nna"


def test_picture_is_read_again():
    found = rich_text.images(marking.pictured(typed("Voor^"), 3, "Een rij huizen", "Zo").text)

    assert [(each.number, each.alt) for each in found] == [(3, "Een rij huizen")]


def test_table_is_read_again_with_its_cells():
    made = marking.tabled(typed("Voor^"), [["Wijk", "Huizen"], ["Haven|kade", "12"], ["Slot"]])

    sheet = next(block for block in rich_text.blocks(made.text) if isinstance(block, rich_text.Sheet))
    assert [rich_text.plain(slot.runs) for slot in sheet.head] == ["Wijk", "Huizen"]
    assert [[rich_text.plain(slot.runs) for slot in row] for row in sheet.rows] == [
        ["Haven/kade", "12"],
        ["Slot", ""],
    ]


def test_table_from_a_spreadsheet_is_known():
    assert marking.pasted_rows("Wijk\tHuizen\r\nHaven\t12\r\n") == (("Wijk", "Huizen"), ("Haven", "12"))


@pytest.mark.parametrize("text", ["gewone tekst", "", "\n\n"])
def test_plain_words_are_no_table(text):
    assert marking.pasted_rows(text) == ()
