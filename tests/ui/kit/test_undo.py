"""The history never lies, and its bar gives people time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from burgertop_app.domain.changes import Topic, changed
from burgertop_app.domain.errors import Conflict
from burgertop_app.ui.kit.changes import EVERYTHING, Changes
from burgertop_app.ui.kit.drawer import Drawer
from burgertop_app.ui.kit.tasks import Tasks
from burgertop_app.ui.kit.undo import Command, UndoStack
from burgertop_app.ui.kit.undo_bar import SECONDS, UndoBar
from burgertop_app.ui.kit.wizard import Step, Wizard


@pytest.fixture
def tasks(dressed):
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def stack(tasks):
    return UndoStack(tasks, Changes())


def done(text, log):
    def undo():
        log.append(f"-{text}")
        return changed(Topic.CARDS)

    def redo():
        log.append(f"+{text}")
        return changed(Topic.CARDS)

    return Command(text, undo, redo)


def test_last_is_undone_first_and_can_be_done_again(stack, tasks, qtbot):
    log = []
    stack.push(done("a", log))
    stack.push(done("b", log))

    stack.undo()
    qtbot.waitUntil(lambda: tasks.idle)
    stack.redo()
    qtbot.waitUntil(lambda: tasks.idle)

    assert log == ["-b", "+b"]
    assert stack.next_undo.text == "b"


def test_the_bar_leaves_the_buttons_of_a_page_free(qtbot, dressed):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    button = QPushButton("Regel vastleggen", window)
    button.setGeometry(400, 540, 160, 34)
    bar = UndoBar(window)
    window.show()

    bar.tell("Een kaart is verplaatst.")
    free = bar.geometry()
    button.hide()
    bar.tick()

    assert free.bottom() < button.y()
    assert bar.geometry().intersects(button.geometry())


def test_something_new_ends_what_could_be_redone(stack, tasks, qtbot):
    log = []
    stack.push(done("a", log))
    stack.undo()
    qtbot.waitUntil(lambda: tasks.idle)

    stack.push(done("b", log))

    assert stack.next_redo is None


def test_second_press_while_undoing_undoes_nothing_twice(stack, tasks, qtbot):
    log = []
    stack.push(done("a", log))

    stack.undo()
    stack.undo()
    qtbot.waitUntil(lambda: tasks.idle)

    assert log == ["-a"]


def test_failing_undo_clears_the_history_and_reads_all_again(tasks, qtbot):
    changes, heard = Changes(), []
    changes.happened.connect(heard.append)
    stack = UndoStack(tasks, changes)

    def fail():
        raise Conflict("changed_meanwhile")

    stack.push(done("a", []))
    stack.push(Command("b", fail, fail))
    with qtbot.waitSignal(stack.failed, timeout=5000):
        stack.undo()

    assert (stack.next_undo, stack.next_redo) == (None, None)
    assert heard == [EVERYTHING]


@pytest.fixture
def bar(qtbot):
    window = QWidget()
    window.resize(900, 500)
    qtbot.addWidget(window)
    elsewhere = QLineEdit(window)
    window.show()
    elsewhere.setFocus()
    made = UndoBar(window)
    made.window_kept = window
    made.tell("Kaart 3-12 is ingetrokken.")
    return made


def test_bar_goes_after_ten_seconds(bar):
    for _second in range(SECONDS):
        bar.tick()

    assert bar.isHidden()


def test_bar_counts_down_only_where_there_is_something_to_undo(bar):
    counted = bar._left_words.isVisible()

    bar.tell("Het tafelplan is klaar.", undoable=False)

    assert counted
    assert not bar._left_words.isVisible()


def test_bar_waits_while_it_has_the_focus(bar, qtbot):
    bar._undo.setFocus()
    qtbot.waitUntil(bar._undo.hasFocus)

    bar.tick()

    assert bar.seconds_left == SECONDS


def test_a_second_message_takes_the_place_of_the_first(bar):
    bar.tick()

    bar.tell("Kaart 4-01 is ingetrokken.")

    assert (bar.text, bar.seconds_left) == ("Kaart 4-01 is ingetrokken.", SECONDS)


def test_bar_stands_18_above_the_lower_edge(bar):
    assert bar.parentWidget().height() - bar.geometry().bottom() - 1 == 18


def test_bar_leaves_the_buttons_of_an_open_panel_free(bar):
    over = bar.parentWidget()
    panel = Drawer()
    panel.setParent(over)
    panel.setGeometry(over.width() - 304, 0, 304, over.height())
    panel.show()

    bar.tell("Reactie op Warm wonen.xlsx is opgeslagen. Stuur het met het advies naar het college.")

    assert bar.geometry().right() < panel.geometry().left()


def test_words_that_do_not_fit_go_on_below(bar):
    one_line = bar.height()
    said = (
        "De regel van de stemming is bewaard als Regel van de stemming op de paneldag van 12 december 2026."
    )

    bar.parentWidget().resize(560, 400)
    bar.tell(said, undoable=False)

    assert bar._text.height() >= bar._text.heightForWidth(bar._text.width())
    assert bar.height() > one_line
    assert bar.parentWidget().height() - bar.geometry().bottom() - 1 == 18


def test_short_words_stay_on_one_line(bar):
    bar.tell("Voorstel 1 is ingetrokken.")
    bar.tick()

    assert bar._text.width() >= bar._text.fontMetrics().horizontalAdvance(bar.text)
    assert bar.height() == 44


def test_bar_leaves_the_buttons_of_a_wizard_free(bar):
    over = bar.parentWidget()
    wizard = Wizard("Inlezen", "Er wordt niets bewaard.", [Step("Bestand", QWidget())], "Overnemen")
    wizard.setParent(over)
    wizard.setGeometry(0, 0, over.width(), over.height())
    wizard.show()

    bar.tell("Reactie op Warm wonen.xlsx is opgeslagen. Stuur het met het advies naar het college.")

    assert bar.geometry().bottom() < wizard.foot.mapTo(over, QPoint(0, 0)).y()
