"""The wizard gives the keyboard back where it was."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from screens import flush

from burgertop_app.ui.kit.wizard import Step, Wizard


@pytest.fixture
def room(qtbot):
    """A window with a search field on top and a wizard below."""
    made = QWidget()
    box = QVBoxLayout(made)
    search = QLineEdit()
    wizard = Wizard(
        "Mensen", "Er is nog niets bewaard.", [Step("Een", QWidget()), Step("Twee", QLineEdit())], "Klaar"
    )
    box.addWidget(search)
    box.addWidget(wizard)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made, search, wizard


def test_next_has_the_keyboard_again_after_a_moment(room):
    _made, _search, wizard = room
    wizard._next.setFocus()

    wizard.hold("Een ogenblik…")
    wizard.go(1)
    flush()

    assert wizard._next.hasFocus()


def test_who_began_to_type_in_a_step_keeps_the_keyboard(room):
    _made, _search, wizard = room
    wizard._next.setFocus()
    wizard.hold("Een ogenblik…")
    wizard._bodies.setCurrentIndex(1)
    typing = wizard._bodies.widget(1)
    typing.setFocus()

    wizard.go(1)

    assert typing.hasFocus()
