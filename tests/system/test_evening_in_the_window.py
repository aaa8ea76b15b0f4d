"""An evening as a new organiser begins it: an empty window, and cards typed with the keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QRadioButton

from burgertop_app.services.house import House
from burgertop_app.services.preferences import Preferences
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.ui.cards.paste import PasteForm
from burgertop_app.ui.kit.dialogs import Dialogs
from burgertop_app.ui.kit.theme import theme
from burgertop_app.ui.main_window import MainWindow

TYPED = "Meer groen (2x)\rBankjes bij de vijver IIII\rEen park in elke wijk\rDeze kaart was een vergissing\r"
PASTED = "• Minder auto's in de straat\r\n• Veilig oversteken bij de school\r\n• Meer groen in de wijk\r\n"


class Paths(Dialogs):
    """Real questions; only where a file goes is told."""

    def __init__(self, path):
        super().__init__()
        self.path = path

    def save_file(self, *_asked):
        return self.path


class Organiser:
    """Somebody who sees words and has a mouse and keys."""

    def __init__(self, qtbot, window):
        self._qtbot = qtbot
        self.window = window

    def wait(self):
        """Until the window has done what was asked."""
        self._qtbot.waitUntil(lambda: self.window.tasks.idle, timeout=60_000)
        (QApplication.activeModalWidget() or self.window).activateWindow()
        QApplication.processEvents()

    def click(self, words, kind=QAbstractButton):
        """The button that says so."""
        found = next(
            one
            for one in self.window.findChildren(kind)
            if one.isVisible() and words in (one.text().replace("&", ""), one.accessibleName())
        )
        self._qtbot.mouseClick(found, Qt.MouseButton.LeftButton, pos=QPoint(12, found.height() // 2))
        self.wait()

    def write(self, words):
        """Words with the keys, wherever the cursor stands; a return is Enter."""
        for one in words:
            self.press(Qt.Key.Key_Return) if one == "\r" else self._qtbot.keyClicks(self._focus, one)
        self.wait()

    def press(self, key, held=Qt.KeyboardModifier.NoModifier):
        """One key."""
        self._qtbot.keyClick(self._focus, key, held)
        self.wait()

    @property
    def _focus(self):
        return QApplication.focusWidget() or self.window


@pytest.fixture
def evening(qtbot, qapp, tmp_path, opener, clock, entropy):
    """The page of cards of a summit that was just begun in an empty window."""
    theme().put_on(qapp)
    house = House(Workspaces(opener), Preferences(tmp_path / "preferences.json"), clock, entropy)
    window = MainWindow(house, Paths(tmp_path / "top.burgertop"))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = Organiser(qtbot, window)
    made.click("Nieuw werkbestand…")
    made.click("Nieuw traject…")
    made.click("Burgertop", QRadioButton)
    made.click("Verder")
    made.write("Burgertop Testdam")
    made.click("Start", QPushButton)
    yield made
    window.close()


def told(evening):
    """Label, words and count of every card."""
    desk = evening.window.desk
    (process,) = desk.services.processes.all()
    return [(one.card.label, one.text, one.card.times) for one in desk.services.cards.lines(process.id)]


def test_an_evening_of_cards_needs_the_keys_alone(evening):
    evening.press(Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    evening.press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    evening.write("4\r")

    evening.write(TYPED)
    evening.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().setText(PASTED)
    evening.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    form = evening.window.findChild(PasteForm)
    evening.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert form is not None
    assert told(evening) == [
        ("4-01", "Meer groen", 2),
        ("4-02", "Bankjes bij de vijver", 4),
        ("4-03", "Een park in elke wijk", 1),
        ("4-04", "Minder auto's in de straat", 1),
        ("4-05", "Veilig oversteken bij de school", 1),
        ("4-06", "Meer groen in de wijk", 1),
    ]
