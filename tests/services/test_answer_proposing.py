import tempfile
from datetime import date
from pathlib import Path
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from burgertop_app.domain.answer_sheet import Asked, ReplySheet, Standing, Wording
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.exchange.reply_reading import read_reply_workbook
from burgertop_app.exchange.reply_workbook import TOP, write_reply_workbook
from burgertop_app.services.answer_proposing import propose

TITLES = (
    "Isoleer in de Havenwijk 100 huizen per jaar.",
    "Isoleer in de Havenwijk 200 huizen per jaar.",
    "Open één loket voor alle vragen over wonen.",
    "Stuur een energiecoach aan huis die ook Turks spreekt.",
    "Maak van het oude postkantoor een buurthuis.",
)
ASKED = tuple(
    Asked(
        recommendation_id=UUID(int=number),
        number=number,
        wordings=(Wording(UUID(int=100 + number), title, 1),),
    )
    for number, title in enumerate(TITLES, 1)
)
SHEET = ReplySheet(
    advice_id=UUID(int=9),
    advice_title="Wonen",
    version=1,
    sha256="cd" * 32,
    organisation="Panel",
    language="nl",
    made_on=date(2026, 3, 2),
    asked=ASKED,
)
WIDTH = 10
NUMBER, TEXT, CHOICE, REASON, KEY = 1, 2, 3, 4, 10
JUNK = ("", "?", 7, 3.5, True, "Aanbeveling 2", "=1+1", "volgt nog", date(2027, 1, 1))


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.booleans())
def test_a_reshuffled_and_edited_workbook_never_answers_another_recommendation(chance, inserted):
    """Each reason names the recommendation that the college read; then the file is mistreated."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reactie.xlsx"
        write_reply_workbook(path, SHEET)
        mistreat(path, chance, inserted=inserted)
        lines, _left_out = propose(read_reply_workbook(path.read_bytes(), path.name).rows, ASKED, 1, UNHEARD)

    for line in lines:
        if line.answer is not None and line.number is not None and line.answer.reason:
            assert line.answer.reason.startswith(f"Reden {line.number}.")
    assert {line.number for line in lines if line.number is not None} == {one.number for one in ASKED}


def mistreat(path, chance, *, inserted):
    """Fill the workbook in, then reorder, double, drop and edit rows and insert a column."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    rows = [[sheet.cell(TOP + one.number, place).value for place in range(1, WIDTH + 1)] for one in ASKED]
    for one, row in zip(ASKED, rows, strict=True):
        row[CHOICE - 1], row[REASON - 1] = "Wij nemen dit over", f"Reden {one.number}."
    rows += [list(chance.choice(rows))]
    chance.shuffle(rows)
    for row in chance.sample(rows, 3):
        spoil(row, chance)
    for down, row in enumerate(rows[: chance.randint(2, len(rows))], TOP + 1):
        for across, said in enumerate(row, 1):
            sheet.cell(down, across).value = said
    for down in range(TOP + 1 + len(rows), TOP + 20):
        sheet.cell(down, TEXT).value = None
    if inserted:
        sheet.insert_cols(chance.randint(1, WIDTH))
    if chance.random() < 0.3:
        del book["burgertop"]
    book.save(path)


def spoil(row, chance):
    """Edit one row: its number, its code, its words or what the college filled in."""
    place = chance.choice([NUMBER, TEXT, KEY, CHOICE, 5, 6, 7, 8, 9])
    other = chance.choice(ASKED)
    if place in (NUMBER, KEY) and chance.random() < 0.5:
        row[place - 1] = other.number if place == NUMBER else other.key
    else:
        row[place - 1] = chance.choice(JUNK)


def test_missing_rows_are_told_one_by_one():
    lines, _left_out = propose((), ASKED, 1, UNHEARD)

    assert [(line.number, line.standing) for line in lines] == [
        (one.number, Standing.MISSING) for one in ASKED
    ]
