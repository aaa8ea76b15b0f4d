import pytest
from openpyxl import load_workbook
from screens import photograph, settle

from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import DispositionForm
from burgertop_app.domain.responses import Disposal
from burgertop_app.ui.kit.theme import Mode, theme
from burgertop_app.ui.response.page import ResponsePage
from burgertop_app.ui.response.reply_wizard import COMPARE, RESULT

FIRST, SECOND = 6, 7
"""The rows of the first two recommendations in the workbook."""


@pytest.fixture
def page(qtbot, waterrijk_desk, waterrijk):
    made = ResponsePage(waterrijk_desk)
    qtbot.addWidget(made)
    made.show_process(waterrijk.process)
    made.show()
    settle(qtbot, made.desk)
    return made


@pytest.fixture
def returned(house, waterrijk, tmp_path):
    """The workbook with one answer that differs from what was kept, and one choice that nobody knows."""
    path = tmp_path / "reactie.xlsx"
    house.reply_workbooks.save(waterrijk.advice, path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.cell(FIRST, 4).value = "Wij beginnen al in de winter."
    sheet.cell(SECOND, 3).value = "Ligt eraan"
    book.save(path)
    return path


def begin(qtbot, page, dialogs, path):
    dialogs.files = [path]
    page.reply.start(page.advice)
    settle(qtbot, page.desk)
    return page.reply.wizard


def test_the_workbook_is_made_where_the_organiser_wants_it(qtbot, page, dialogs, tmp_path):
    dialogs.files = [tmp_path / "reactie"]

    page.reply.make(page._found.shown.advice)
    settle(qtbot, page.desk)

    assert load_workbook(tmp_path / "reactie.xlsx").worksheets[0].title == "Antwoorden"


def test_what_differs_holds_the_wizard_until_somebody_chose(qtbot, page, dialogs, returned):
    wizard = begin(qtbot, page, dialogs, returned)
    wizard.wanted.emit(COMPARE)
    before = wizard._next.isEnabled()

    wizard.take_all()
    wizard.choose(wizard.looked.lines[1], None)

    assert (before, wizard._next.isEnabled()) == (False, True)


def test_last_step_speaks_of_what_is_still_to_come(qtbot, page, dialogs, returned):
    wizard = begin(qtbot, page, dialogs, returned)
    wizard.wanted.emit(COMPARE)
    wizard.take_all()
    wizard.wanted.emit(RESULT)
    some = wizard._summary.text()
    for line in wizard.looked.lines:
        wizard.choose(line, None)
    wizard.wanted.emit(RESULT)

    assert "overgenomen" in some
    assert "zijn overgenomen" not in some
    assert "is overgenomen" not in some
    assert wizard._summary.text() == "Er wordt geen antwoord overgenomen en er verandert niets."


def test_taking_over_can_be_undone(qtbot, page, house, dialogs, returned, waterrijk):
    wizard = begin(qtbot, page, dialogs, returned)
    wizard.choose(wizard.looked.lines[1], None)
    wizard.take_all()
    wizard.wanted.emit(RESULT)
    wizard.finished.emit()
    settle(qtbot, page.desk)
    taken = house.responding.recommendations(waterrijk.advice)[0].disposition

    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert taken.reason == "Wij beginnen al in de winter."
    assert house.responding.recommendations(waterrijk.advice)[0].disposition.version == taken.version - 1
    assert page.reply.wizard is None
    assert page.head.isVisible()


def test_cancel_brings_the_page_back_and_keeps_nothing(qtbot, page, house, dialogs, returned, waterrijk):
    wizard = begin(qtbot, page, dialogs, returned)

    wizard.cancelled.emit()

    assert page.head.isVisible()
    assert house.reply_workbooks.readings(waterrijk.advice) == ()


def test_another_file_is_refused_in_words(qtbot, page, dialogs, tmp_path):
    strange = tmp_path / "boodschappen.csv"
    strange.write_text("wat;hoeveel\nbrood;2\n", encoding="utf-8")

    begin(qtbot, page, dialogs, strange)

    assert "boodschappen.csv" in page.error_bar.text


def test_the_wizard_looks_like_the_house(qtbot, page, house, dialogs, returned, waterrijk):
    open_one = next(one for one in house.responding.recommendations(waterrijk.advice) if not one.disposition)
    house.responding.answer(open_one.recommendation.id, DispositionForm(disposal=Disposal.NOT_OURS))
    wizard = begin(qtbot, page, dialogs, returned)
    pictures = photograph(page, "reply-file", size=(1232, 844))
    wizard.wanted.emit(COMPARE)
    pictures += photograph(page, "reply-compare", size=(1232, 844))
    pictures += photograph(page, "reply-compare", scale=2.0, size=(1232, 844))
    theme().choose(Mode.LIGHT)

    assert all(picture.stat().st_size > 15_000 for picture in pictures)
    assert house.reply_workbooks.look(waterrijk.advice, returned, UNHEARD).lines
