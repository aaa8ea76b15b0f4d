from uuid import uuid4

from openpyxl import load_workbook
from screens import settle

from burgertop_app.domain.rating_sheet import RatingLine, RatingProposal
from burgertop_app.ui.response import rating_flow
from burgertop_app.ui.response.page import ResponsePage


def test_marks_in_a_sheet_are_told_added_and_taken_back(
    qtbot, waterrijk_desk, house, dialogs, waterrijk, tmp_path
):
    page = ResponsePage(waterrijk_desk)
    qtbot.addWidget(page)
    page.show_process(waterrijk.process)
    page.show()
    settle(qtbot, page.desk)
    advice, path = page._found.shown.advice, tmp_path / "cijfers.xlsx"
    before = house.responding.recommendations(advice.id)[0].marks
    dialogs.files = [path]
    rating_flow.make(page, advice)
    settle(qtbot, page.desk)
    book = load_workbook(path)
    book.worksheets[0]["E4"] = 5
    book.save(path)
    dialogs.files = [path]

    rating_flow.read(page, advice)
    settle(qtbot, page.desk)
    added = house.responding.recommendations(advice.id)[0].marks
    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert "van 25 naar 26 cijfers" in dialogs.asked[-1]
    assert sum(added) == sum(before) + 1
    assert house.responding.recommendations(advice.id)[0].marks == before


def test_one_mark_is_told_in_the_singular():
    line = RatingLine(uuid4(), 2, (0, 0, 0, 0, 0), (1, 0, 0, 0, 0))

    assert "Aanbeveling 2: van 0 naar 1 cijfer." in rating_flow.told(RatingProposal("bewoners.xlsx", (line,)))
