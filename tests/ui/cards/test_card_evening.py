"""An evening with cards: pasted, split, merged and agreed with, as a new user does it."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import settle, when_asked

from burgertop_app.domain.card_history import Agreement
from burgertop_app.domain.outcomes import Standing, Theme
from burgertop_app.domain.requests import NewCard
from burgertop_app.ui.cards.history_forms import MergeForm, RewordForm, SignForm
from burgertop_app.ui.cards.page import CardsPage
from burgertop_app.ui.cards.paste import PasteForm
from burgertop_app.ui.cards.split import SplitForm
from burgertop_app.ui.cards.wall_column import WallColumn

LIST = "• Meer groen (2x)\r\n• Bankjes bij de vijver IIII\r\n• Minder auto's. Meer fietsen.\r\n"


@pytest.fixture
def page(qtbot, desk, process):
    made = CardsPage(desk)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show_process(process)
    made.show()
    settle(qtbot, desk)
    return made


class Opened(QObject):
    """Hears which widgets open as a window of their own."""

    def __init__(self):
        super().__init__()
        self.windows = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched.metaObject().className())
        return False


@pytest.fixture
def three(house, process):
    for text in ("Eerste kaart", "Tweede kaart", "Derde kaart"):
        house.cards.add(process, NewCard(text=text, table_no=1, round_no=1, kind="tip"))
    return [line.card.id for line in house.cards.lines(process)]


def paste(qtbot, desk, page, text):
    QGuiApplication.clipboard().setText(text)
    page.strip._text.setFocus()
    qtbot.keyClick(page.strip._text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    return page.findChild(PasteForm)


def told(house, process):
    return [(line.card.label, line.text, line.card.times) for line in house.cards.lines(process)]


def test_a_pasted_list_is_shown_first_and_kept_for_the_table_that_stays_put(
    qtbot, desk, house, process, page
):
    page.strip._table.setEditText("7")
    page.strip._round.setEditText("2")

    form = paste(qtbot, desk, page, LIST)
    before = house.cards.lines(process)
    form.yes.click()
    settle(qtbot, desk)

    assert before == ()
    assert told(house, process) == [
        ("7-01", "Meer groen", 2),
        ("7-02", "Bankjes bij de vijver", 4),
        ("7-03", "Minder auto's. Meer fietsen.", 1),
    ]
    assert page.strip._text.text() == ""


def test_a_pasted_list_is_undone_in_one_step(qtbot, desk, house, process, page):
    paste(qtbot, desk, page, LIST).yes.click()
    settle(qtbot, desk)

    desk.undo.undo()
    settle(qtbot, desk)

    assert house.cards.lines(process) == ()


def test_a_card_that_is_taken_back_is_no_longer_told_as_saved(qtbot, desk, page):
    page.strip._text.setText("Meer groen")
    qtbot.keyClick(page.strip._text, Qt.Key.Key_Return)
    settle(qtbot, desk)
    before = page.strip._kept.text()

    desk.undo.undo()
    settle(qtbot, desk)

    assert before.endswith("is bewaard: Meer groen")
    assert page.strip._kept.text() == ""


def test_the_words_in_the_list_stay_readable_beside_an_open_card(qtbot, desk, three, page):
    page.load()
    page._choose("list")
    settle(qtbot, desk)
    page.open_card(page.found.line(three[0]))
    settle(qtbot, desk)

    assert page.table.view.columnWidth(1) >= 240


def test_a_long_name_of_a_theme_ends_in_an_ellipsis(qtbot, desk, house, process, three, page):
    house.cards.add_theme(process, "Isoleren en verduurzamen van huizen in onze wijk")
    page.load()
    settle(qtbot, desk)

    title = page.wall.columns[1]._title

    assert title._fitting().endswith("…")
    assert title.toolTip() == "Isoleren en verduurzamen van huizen in onze wijk"


def test_lines_of_a_pasted_list_are_joined_skipped_and_split(qtbot, desk, house, process, page):
    form = paste(qtbot, desk, page, "Meer\ngroen\nwe drinken koffie\nauto's weg en fietsen")
    form.choose(2)
    form.join.click()
    form.choose(2)
    form.skip.click()
    form.choose(3)

    def take_apart(dialog):
        dialog._parts[0][0]._text.setPlainText("auto's weg")
        dialog._on_more()
        dialog._parts[1][0]._text.setPlainText("fietsen x3")
        dialog.accept()

    when_asked(SplitForm, take_apart)
    form.split.click()
    form.yes.click()
    settle(qtbot, desk)

    assert [(text, times) for _label, text, times in told(house, process)] == [
        ("Meer groen", 1),
        ("auto's weg", 1),
        ("fietsen", 3),
    ]


def test_a_line_joined_to_one_that_was_skipped_is_kept(qtbot, desk, house, process, page):
    form = paste(qtbot, desk, page, "Meer\ngroen\nauto's weg")
    form.choose(1)
    form.skip.click()
    form.choose(2)

    form.join.click()

    assert [card.text for card in form.cards] == ["Meer groen", "auto's weg"]


def test_a_list_with_a_number_in_use_keeps_nothing_and_stays_on_screen(
    qtbot, desk, house, process, three, page
):
    form = paste(qtbot, desk, page, "Nummer\tTekst\n9-01\tNieuw\n1-01\tAl in gebruik")

    form.yes.click()
    settle(qtbot, desk)

    assert len(house.cards.lines(process)) == 3
    assert form._trouble.text().startswith("Er is al een kaart 1-01")
    assert len(form.cards) == 2


def test_columns_of_a_spreadsheet_are_understood(qtbot, desk, page):
    text = 'Tafel\tKaart\tSoort\tAantal\n4\t"Meer\ngroen"\tvraag\t3\n5\tBankjes\ttip\t\n'

    cards = paste(qtbot, desk, page, text).cards

    assert [(card.table_no, card.text, card.kind, card.times) for card in cards] == [
        (4, "Meer\ngroen", "question", 3),
        (5, "Bankjes", "tip", 1),
    ]


def test_a_hundred_thousand_lines_are_refused_in_one_sentence(qtbot, desk, house, process, page):
    form = paste(qtbot, desk, page, "regel\n" * 100_000)

    assert form is None
    assert page.error_bar.text.startswith("Dit zijn 100001 regels")
    assert house.cards.lines(process) == ()


def test_an_empty_clipboard_is_told(qtbot, desk, page):
    QGuiApplication.clipboard().setText("  \n ")

    page.become.paste_clipboard()

    assert page.error_bar.isVisible()


def test_a_letter_of_fifty_thousand_signs_is_refused_and_stays_in_the_field(
    qtbot, desk, house, process, page
):
    page.strip._text.setText("a" * 50_000)

    qtbot.keyClick(page.strip._text, Qt.Key.Key_Return)
    settle(qtbot, desk)

    assert house.cards.lines(process) == ()
    assert len(page.strip._text.text()) == 50_000
    assert page.error_bar.isVisible()


def test_cards_are_merged_and_that_is_undone(qtbot, desk, house, process, three, page):
    page.load()
    settle(qtbot, desk)
    when_asked(MergeForm, lambda form: (form.text._text.setPlainText("Samen één"), form.accept()))

    page.become.merge([page.found.line(card) for card in three[:2]])
    settle(qtbot, desk)
    merged = {line.text: line.card for line in house.cards.lines(process)}
    desk.undo.undo()
    settle(qtbot, desk)

    assert (merged["Samen één"].times, merged["Eerste kaart"].standing) == (2, Standing.WENT_ON)
    assert [line.card.standing for line in house.cards.lines(process)] == [Standing.ACTIVE] * 3


def test_a_card_is_split_from_its_panel(qtbot, desk, house, process, page):
    house.cards.add(process, NewCard(text="Auto's weg. Meer fietsen.", table_no=2))
    page.load()
    settle(qtbot, desk)
    when_asked(SplitForm, lambda form: form.accept())

    page.panel.split_wanted.emit(page.found.lines[0])
    settle(qtbot, desk)

    assert [text for _label, text, _times in told(house, process)] == [
        "Auto's weg. Meer fietsen.",
        "Auto's weg.",
        "Meer fietsen.",
    ]


def test_all_cards_of_a_table_and_round_are_agreed_with_at_once(qtbot, desk, house, process, three, page):
    other = house.cards.add(process, NewCard(text="Andere ronde", table_no=1, round_no=2)).id
    page.load()
    settle(qtbot, desk)

    def choose(form):
        form.table.put(1)
        form.round.put(1)
        form._show()
        form.accept()

    when_asked(SignForm, choose)
    page.become.sign_table()
    settle(qtbot, desk)

    ways = {line.card.id: line.agreed.how for line in house.cards.lines(process)}
    assert [ways[card] for card in three] == [Agreement.AGREED] * 3
    assert ways[other] is Agreement.NOT_YET


def test_agreed_words_are_not_typed_over_but_asked_for(qtbot, desk, house, process, three, page):
    house.card_signing.sign([three[0]])
    page.load()
    settle(qtbot, desk)
    page.open_card(page.found.line(three[0]))
    settle(qtbot, desk)

    def correct(form):
        form.text._text.setPlainText("Eerste  kaartje")
        form.typing._box.click()
        form.accept()

    when_asked(RewordForm, correct)
    page.become.reword(page.found.line(three[0]))
    settle(qtbot, desk)

    assert page.panel.text._text.isReadOnly()
    assert page.found.line(three[0]).agreed.how is Agreement.TYPING


def test_agreement_is_taken_back_with_a_reason(qtbot, desk, house, process, three, page, answers):
    house.card_signing.sign(three)
    page.load()
    settle(qtbot, desk)
    answers.reasons.append("verkeerde tafel")

    page.become.take_back(list(page.found.lines))
    settle(qtbot, desk)

    assert {line.agreed.how for line in page.found.lines} == {Agreement.NOT_YET}


def test_the_filter_finds_what_no_table_agreed_with(qtbot, desk, house, process, three, page):
    house.card_signing.sign(three[:2])
    page.load()
    settle(qtbot, desk)
    page.filter.click()

    page.bar._agreed.setCurrentIndex(2)

    assert [line.text for line in page.wall.columns[0].model.lines] == ["Derde kaart"]


def test_a_column_lays_out_its_first_cards_and_reaches_the_last(qtbot, desk, house, process, page):
    house.cards.add_list(process, [NewCard(text=f"Kaart {no}", table_no=1) for no in range(400)])
    page.load()
    settle(qtbot, desk)
    column = page.wall.columns[0]
    first = column.model.rowCount()

    page.wall.show_card(page.found.lines[-1].card.id)

    assert (first, column.model.rowCount(), len(column.model.lines)) == (30, 400, 400)
    assert column.current == page.found.lines[-1]


def test_a_full_column_measures_each_card_once(qtbot, desk, house, process, page):
    house.cards.add_list(process, [NewCard(text=f"Kaart {no}", table_no=1) for no in range(400)])

    page.load()
    settle(qtbot, desk)

    view = page.wall.columns[0].view
    assert len(view._delegate._heights) == page.wall.columns[0].model.rowCount()
    assert view.verticalScrollBar().isVisible()


def test_a_new_column_opens_no_window_of_its_own(qtbot, qapp, process):
    opened = Opened()
    qapp.installEventFilter(opened)

    column = WallColumn(Theme(id=UUID(int=1), process_id=process, title="Groen"), list)
    qtbot.addWidget(column)

    qapp.removeEventFilter(opened)
    assert opened.windows == []


def test_the_list_of_cards_is_not_read_for_a_search_that_it_has_not(qtbot, desk, three, page):
    page.load()
    page.views.chosen.emit("list")
    settle(qtbot, desk)

    assert page.table.model.rowCount() == len(three)
    assert not page.table.model.ready


def test_a_card_is_found_by_its_id_without_looking_through_all(qtbot, desk, three, page):
    page.load()
    settle(qtbot, desk)
    found = page.found

    assert [found.line(card_id) for card_id in three] == list(found.lines)
    assert len(found._by_id) == len(three)
    assert found.line(None) is None
