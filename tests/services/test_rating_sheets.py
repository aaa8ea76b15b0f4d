import pytest
from openpyxl import load_workbook

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.requests import DispositionForm
from burgertop_app.domain.responses import Disposal
from tests.beginnings import beginning

FIRST = 4
"""The row of the first answer in the sheet; the marks stand in columns E and F."""


@beginning
def answered(house, received):
    """The advice, with both recommendations answered."""
    for line in house.responding.recommendations(received):
        form = DispositionForm(disposal=Disposal.ADOPTS, reason="=Goed idee.")
        house.responding.answer(line.recommendation.id, form)
    return received


def filled(house, advice, path, **cells):
    """A sheet with room for two raters and these cells filled in."""
    house.rating_sheets.save(advice, path, raters=2)
    book = load_workbook(path)
    for at, said in cells.items():
        book.worksheets[0][at] = said
    book.save(path)
    return house.rating_sheets.look(advice, path)


def marks(house, advice):
    return [line.marks for line in house.responding.recommendations(advice)]


def test_marks_in_a_sheet_are_added_to_those_that_were_typed(house, answered, tmp_path):
    first = house.responding.recommendations(answered)[0].disposition.id
    house.responding.rate(first, (1, 0, 0, 0, 2))

    house.rating_sheets.keep(filled(house, answered, tmp_path / "c.xlsx", E4=5, F4="1", E5=3))

    assert marks(house, answered) == [(2, 0, 0, 0, 3), (0, 0, 1, 0, 0)]


def test_undo_takes_the_marks_of_a_sheet_back(house, answered, tmp_path):
    looked = filled(house, answered, tmp_path / "c.xlsx", E4=5)
    house.rating_sheets.keep(looked)

    house.rating_sheets.undo(looked)

    assert sum(marks(house, answered)[0]) == 0


def test_only_the_cells_for_marks_are_open(house, answered, tmp_path):
    house.rating_sheets.save(answered, tmp_path / "c.xlsx", raters=2)
    sheet = load_workbook(tmp_path / "c.xlsx").worksheets[0]

    unlocked = {cell.column_letter for cell in sheet[FIRST] if not cell.protection.locked}

    assert (sheet.protection.sheet, unlocked) == (True, {"E", "F"})
    assert (sheet["D4"].value, sheet["D4"].data_type) == ("=Goed idee.", "s")


def test_what_is_no_mark_is_counted_and_left_out(house, answered, tmp_path):
    looked = filled(house, answered, tmp_path / "c.xlsx", E4=6, F4="goed", E5=4)

    assert (looked.marks, looked.strange) == (1, 2)


def test_marks_for_an_answer_that_was_replaced_do_not_go_to_the_new_one(house, answered, tmp_path):
    path = tmp_path / "c.xlsx"
    filled(house, answered, path, E4=5, E5=4)
    first = house.responding.recommendations(answered)[0].recommendation.id
    house.responding.answer(first, DispositionForm(disposal=Disposal.REJECTS, reason="Toch niet."))

    looked = house.rating_sheets.look(answered, path)

    assert ([line.number for line in looked.lines], looked.unknown) == ([2], 1)


def test_marks_kept_meanwhile_stop_the_adding(house, answered, tmp_path):
    looked = filled(house, answered, tmp_path / "c.xlsx", E4=5)
    house.responding.rate(looked.lines[0].disposition_id, (0, 0, 0, 0, 9))

    with pytest.raises(BurgertopError, match="rating_changed_meanwhile"):
        house.rating_sheets.keep(looked)


def test_rows_and_columns_in_another_order_read_as_well(house, answered, tmp_path):
    path = tmp_path / "c.xlsx"
    filled(house, answered, path, E4=5)
    sheet = load_workbook(path).worksheets[0]
    rows = [["" if cell is None else str(cell) for cell in reversed(row)] for row in sheet.values]
    swapped = [rows[2], rows[4], rows[3]]
    text = tmp_path / "c.csv"
    text.write_text("\n".join(";".join(row) for row in swapped), encoding="utf-8")

    looked = house.rating_sheets.look(answered, text)

    assert [(line.number, line.added) for line in looked.lines] == [(1, (0, 0, 0, 0, 1))]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("naam;leeftijd\nAnna;30\n", "rating_no_headings"),
        ("Code (zo laten);Cijfer (1–5)\nx;5\n", "rating_no_marks"),
    ],
)
def test_another_file_is_refused(house, answered, tmp_path, content, code):
    path = tmp_path / "mensen.csv"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(BurgertopError, match=code):
        house.rating_sheets.look(answered, path)


def test_without_answers_there_is_nothing_to_rate(house, received, tmp_path):
    with pytest.raises(BurgertopError, match="rating_nothing_answered"):
        house.rating_sheets.save(received, tmp_path / "c.xlsx")
