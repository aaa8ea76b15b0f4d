from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burgertop_app.domain.answer_matching import Ground, Matcher, numbered
from burgertop_app.domain.answer_sheet import AnswerField, Asked, SheetRow, Wording

TITLES = (
    "Isoleer in de Havenwijk 100 huizen per jaar.",
    "Isoleer in de Havenwijk 200 huizen per jaar.",
    "Open één loket voor alle vragen over wonen.",
    "Stuur een energiecoach aan huis die ook Turks spreekt.",
    "Maak van het oude postkantoor een buurthuis.",
    "Geef elke straat die samen inkoopt een vergoeding.",
)
ASKED = tuple(
    Asked(
        recommendation_id=UUID(int=number),
        number=number,
        wordings=(Wording(UUID(int=100 + number), title, 1),),
    )
    for number, title in enumerate(TITLES, 1)
)
SIGNS = (AnswerField.NUMBER, AnswerField.TEXT, AnswerField.KEY)


def row(number="", text="", key=""):
    return SheetRow(6, {AnswerField.NUMBER: number, AnswerField.TEXT: text, AnswerField.KEY: key})


def full(asked):
    return row(str(asked.number), asked.title, asked.key)


def place(one):
    placed = Matcher(ASKED).place(one)
    return placed.ground, placed.asked.number if placed.asked else None


def test_a_row_as_it_was_sent_is_placed():
    assert [place(full(one)) for one in ASKED] == [(Ground.EXACT, one.number) for one in ASKED]


@pytest.mark.parametrize(
    ("one", "ground", "number"),
    [
        (row("", TITLES[2], ""), Ground.EXACT, 3),
        (row("3", TITLES[2].upper() + "  ", ""), Ground.EXACT, 3),
        (row("3", "Open een loket voor alle vragen.", ASKED[2].key), Ground.REWORDED, 3),
        (row("4", TITLES[2], ""), Ground.CONFLICT, None),
        (row("", TITLES[2], ASKED[3].key), Ground.CONFLICT, None),
        (row("4", "", ASKED[2].key), Ground.CONFLICT, None),
        (row("3", "", ASKED[2].key), Ground.WEAK, None),
        (row("3", "", ""), Ground.WEAK, None),
        (row("3", "Iets heel anders over parkeren", ASKED[2].key), Ground.WEAK, None),
        (row("", "Isoleer in de Havenwijk 150 huizen per jaar.", ""), Ground.WEAK, None),
        (row("99", "Nieuwe aanbeveling van de burgemeester", ""), Ground.UNKNOWN, None),
        (row(), Ground.UNKNOWN, None),
    ],
)
def test_a_row_is_only_placed_when_nothing_speaks_against_it(one, ground, number):
    assert place(one) == (ground, number)


def test_an_earlier_wording_is_recognised_as_such():
    older = Wording(UUID(int=7), "Zet het loket ook 's avonds open.", 1)
    newer = Wording(UUID(int=8), "Open één loket.", 2)
    asked = Asked(recommendation_id=UUID(int=3), number=3, wordings=(newer, older))

    assert Matcher([asked]).place(row("3", older.title, asked.key)).wording == older


def test_two_recommendations_with_the_same_words_are_told_apart_by_number():
    twins = [
        Asked(
            recommendation_id=UUID(int=number),
            number=number,
            wordings=(Wording(UUID(int=10 + number), "Meer groen.", 1),),
        )
        for number in (1, 2)
    ]

    assert Matcher(twins).place(row("2", "Meer groen.")).asked is twins[1]
    assert Matcher(twins).place(row("", "Meer groen.")).asked is None


@pytest.mark.parametrize(("text", "number"), [("3", 3), ("nr. 3", 3), ("Aanbeveling 03", 3), ("3a", None)])
def test_numbers_are_read_as_people_write_them(text, number):
    assert numbered(text) == number


@settings(max_examples=400, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 3), st.text(max_size=30))
def test_no_permutation_or_edit_puts_an_answer_under_another_recommendation(chance, edits, noise):
    """Rows in any order, whose number, code or words were edited, blanked or copied from another row.

    The words of another recommendation with all else gone would be that other one, to any reader; so
    words are only copied into rows that keep their own code.
    """
    rows = [(one.number, dict(full(one).cells)) for one in ASKED]
    chance.shuffle(rows)
    for _number, cells in rows:
        for _edit in range(edits):
            edit(chance, cells, noise)

    matcher = Matcher(ASKED)
    for number, cells in rows:
        placed = matcher.place(SheetRow(6, cells))
        assert placed.asked is None or placed.asked.number == number


def edit(chance, cells, noise):
    """One thing that somebody does to a row."""
    kind = chance.choice(("blank", "noise", "copy", "drop a word", "swap letters"))
    use = chance.choice(SIGNS)
    if kind == "blank":
        cells[use] = ""
    elif kind == "noise":
        cells[use] = noise
    elif kind == "copy" and use is not AnswerField.TEXT:
        cells[use] = full(chance.choice(ASKED)).cells[use]
    elif kind == "drop a word":
        words = cells[AnswerField.TEXT].split()
        cells[AnswerField.TEXT] = " ".join(words[:-1])
    elif kind == "swap letters":
        letters = list(cells[AnswerField.TEXT])
        chance.shuffle(letters)
        cells[AnswerField.TEXT] = "".join(letters)


@settings(max_examples=200, deadline=None)
@given(st.permutations(ASKED), st.permutations(ASKED))
def test_words_copied_to_other_rows_are_never_placed_by_number_or_code(order, words):
    rows = [row(str(one.number), other.title, one.key) for one, other in zip(order, words, strict=True)]

    for one, other, each in zip(order, words, rows, strict=True):
        placed = Matcher(ASKED).place(each)
        assert (placed.asked is one) == (one is other)
        assert placed.asked is None or placed.ground is Ground.EXACT
