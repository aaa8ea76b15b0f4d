"""What tests of the window share: an application without a screen, in Dutch, in our dress."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from burgertop_app import i18n
from burgertop_app.ui.kit import calculator
from burgertop_app.ui.kit.theme import Mode, theme
from tests.beginnings import beginning

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def dressed(qapp):
    """The application with our fonts, colours and style; windows that were closed are gone before it ends."""
    theme().put_on(qapp)
    theme().choose(Mode.LIGHT)
    yield qapp
    for _turn in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


@pytest.fixture(autouse=True)
def dutch(dressed):
    """Every test of the window speaks Dutch and starts in the light mode."""
    i18n.use_language("nl")
    theme().choose(Mode.LIGHT)
    yield
    theme().choose(Mode.LIGHT)


@pytest.fixture(autouse=True)
def no_dialog_stays(dressed):
    """A dialog that a test does not answer is closed after a while and fails it."""
    left = []

    def close():
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            left.append(type(dialog).__name__)
            dialog.close()

    watch = QTimer(interval=90_000)
    watch.timeout.connect(close)
    watch.start()
    yield
    watch.stop()
    assert left == []


IDLE = []


class Lasting(calculator._Worker):
    """A calculating process that goes to the next desk when its own closes, where it would have ended.

    Starting one takes a second or two. It keeps nothing of a calculation, and a desk that stays open uses
    it again as well; one that was cancelled or failed is ended as ever.
    """

    def __init__(self):
        super().__init__()
        self._busy = False

    def calculate(self, function, values, watch):
        if self._process is None and IDLE:
            self._process, self._pipe = IDLE.pop()
            self._listens = True
        self._busy = True
        super().calculate(function, values, watch)
        self._busy = watch.ear.unwanted

    def end(self):
        if self._busy or not self._listens or not self._process.is_alive():
            super().end()
            return
        IDLE.append((self._process, self._pipe))
        self._process = self._pipe = None
        self._listens = False


@pytest.fixture(scope="session")
def last_of_all():
    """Ends the calculating processes when all tests are through."""
    yield
    for process, pipe in IDLE:
        process.kill()
        process.join()
        process.close()
        pipe.close()
    IDLE.clear()


@pytest.fixture(autouse=True)
def processes_last(request, monkeypatch, last_of_all):
    """A desk takes over the calculating process of an earlier one, except where processes are the subject."""
    if request.path.parent.name != "kit":
        monkeypatch.setattr(calculator, "_Worker", Lasting)


class Dialogs:
    """Dialogs that give the answers a test put in, without showing anything, and remember what was asked."""

    def __init__(self):
        self.reasons = []
        self.files = []
        self.colours = []
        self.agrees = True
        self.asked = []

    def ask(self, _parent, _title, question, _yes):
        self.asked.append(question)
        return self.agrees

    offer = ask

    def reason(self, _parent, _title, question, _yes):
        self.asked.append(question)
        return self.reasons.pop(0) if self.reasons else None

    def tell(self, _parent, _title, text):
        self.asked.append(text)

    def open_file(self, *_asked):
        return self.files.pop(0) if self.files else None

    save_file = folder = open_file

    def colour(self, *_asked):
        return self.colours.pop(0) if self.colours else ""

    def place(self):
        return Path("/")


@pytest.fixture
def dialogs():
    """Dialogs without a window."""
    return Dialogs()


@beginning
def waterrijk(house, clock):
    """The sample as it stands on 10 December 2026."""
    from waterrijk import fill

    return fill(house, clock)


@pytest.fixture
def waterrijk_desk(house, clock, dialogs):
    """A desk on which a test may put Waterrijk; its day is the clock's."""
    from burgertop_app.ui.desk import Desk

    made = Desk(house, lambda: clock().date(), dialogs=dialogs)
    yield made
    assert made.tasks.close(house.workspace.close)
