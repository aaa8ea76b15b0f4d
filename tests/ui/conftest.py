"""What tests of the window share: an application without a screen, in Dutch, in our dress."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from burgertop_app import i18n
from burgertop_app.ui.kit.theme import Mode, theme

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def dressed(qapp):
    """The application with our fonts, colours and style."""
    theme().put_on(qapp)
    theme().choose(Mode.LIGHT)
    return qapp


@pytest.fixture(autouse=True)
def dutch(dressed):
    """Every test of the window speaks Dutch and starts in the light mode."""
    i18n.use_language("nl")
    theme().choose(Mode.LIGHT)
    yield
    theme().choose(Mode.LIGHT)


class Dialogs:
    """Dialogs that give the answers a test put in, without showing anything, and remember what was asked."""

    def __init__(self):
        self.reasons = []
        self.files = []
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

    def place(self):
        return Path("/")


@pytest.fixture
def dialogs():
    """Dialogs without a window."""
    return Dialogs()


@pytest.fixture
def waterrijk(house, clock, played):
    """The sample as it stands on 10 December 2026."""
    from waterrijk import fill

    def whole_of_waterrijk():
        return fill(house, clock)

    return played(whole_of_waterrijk)


@pytest.fixture
def waterrijk_desk(house, clock, dialogs):
    """A desk on which a test may put Waterrijk; its day is the clock's."""
    from burgertop_app.ui.desk import Desk

    made = Desk(house, lambda: clock().date(), dialogs=dialogs)
    yield made
    assert made.tasks.close(house.workspace.close)
