"""Side by side: what two laptops said, and letting one of them count."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from burgertop_app.domain.handovers import Difference, Saying
from burgertop_app.ui.handover.dialog import HandoverDialog

AT = datetime(2026, 3, 2, 10, 5, tzinfo=UTC)


def saying(value, laptop, *, here=False, removed=False):
    return Saying(value, removed, "Anna", AT, laptop, here)


def difference(number, table, column, ours, theirs, subject="1"):
    sayings = (saying(theirs, "ZAAL"), saying(ours, "KANTOOR", here=True))
    return Difference(table, UUID(int=number), column, subject, sayings, 0)


TIMES = difference(1, "card", "times", 3, 5, "3-01")
CAME = difference(2, "attendance", "presence", "absent", "present")
STATE = difference(3, "participation", "state", "absent", "present")
OTHER = difference(4, "participation", "state", "absent", "present", "2")


@pytest.fixture
def dialog(qtbot):
    made = HandoverDialog(None, "Overnemen", ("Gemaakt op ZAAL.",), (TIMES, CAME, STATE, OTHER), "Overnemen")
    qtbot.addWidget(made)
    made.show()
    return made


def shown(dialog):
    return [side.accessibleDescription() for side in dialog._sides]


def test_both_sides_say_what_who_and_when(dialog):
    left, right = shown(dialog)

    assert left.startswith("3 deze laptop, Anna, ")
    assert right.startswith("5 ZAAL, Anna, ")
    assert dialog._sides[1]._counts.text() == "telt mee"
    assert dialog._sides[0]._counts.text() == ""


def test_nothing_is_chosen_until_somebody_chooses(dialog):
    assert dialog.chosen == {}


def test_this_side_counts_by_its_button(dialog):
    dialog._buttons[0].click()

    assert dialog.chosen == {TIMES.key: 1}
    assert dialog._sides[0]._counts.text() == "telt mee"


def test_the_keyboard_chooses_and_chooses_again(dialog, qtbot):
    QTest.keyClick(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.chosen == {TIMES.key: 1})

    QTest.keyClick(dialog, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.chosen == {TIMES.key: 0})


def test_who_came_by_the_door_came_in_the_list_too(dialog):
    dialog.table.select(CAME.key)

    dialog.choose(here=True)

    assert dialog.chosen == {CAME.key: 1, STATE.key: 1}


def test_without_differences_there_are_only_sentences(qtbot):
    made = HandoverDialog(None, "Overnemen", ("Gemaakt op ZAAL.",), (), "Overnemen")
    qtbot.addWidget(made)

    assert not hasattr(made, "table")
    assert made.yes.text() == "Overnemen"
