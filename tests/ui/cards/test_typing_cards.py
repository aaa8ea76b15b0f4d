"""The strip in which cards are typed, with the keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from screens import settle

from burgertop_app.ui.cards.page import CardsPage


@pytest.fixture
def page(qtbot, desk, process):
    made = CardsPage(desk)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show_process(process)
    made.show()
    settle(qtbot, desk)
    return made


def type_card(qtbot, page, text):
    qtbot.keyClicks(page.strip._text, text)
    qtbot.keyClick(page.strip._text, Qt.Key.Key_Return)


def test_enter_in_a_field_that_stays_put_goes_back_to_the_words(qtbot, page):
    for field in (page.strip._table, page.strip._round, page.strip._kind, page.strip._addressee):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return)

        assert page.strip._text.hasFocus()


def test_the_cursor_stands_ready_for_the_first_card(qtbot, page):
    qtbot.waitUntil(page.strip._text.hasFocus)


def test_what_was_kept_is_told_with_its_words(qtbot, desk, page):
    page.strip._text.setText("Meer bankjes (2x)")
    qtbot.keyClick(page.strip._text, Qt.Key.Key_Return)
    settle(qtbot, desk)

    assert page.strip._kept.text() == "Kaart 0-01 is bewaard: Meer bankjes"


def test_control_z_undoes_the_card_that_was_just_typed(qtbot, desk, house, process, page):
    QShortcut(QKeySequence.StandardKey.Undo, page).activated.connect(desk.undo.undo)
    type_card(qtbot, page, "Meer bankjes")
    settle(qtbot, desk)

    qtbot.keyClick(page.strip._text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)

    assert house.cards.lines(process) == ()
    assert page.strip._text.text() == ""
