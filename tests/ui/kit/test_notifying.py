from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from burgertop_app.ui.kit.notifying import Notice, Notifier
from burgertop_app.ui.kit.preferences import Forgetful

LATE = Notice("a", "Termijnen", "Warm wonen: 1 dag te laat.")
SOON = Notice("b", "Termijnen", "Veilig naar school: nog 2 dagen.")


class Shown(list):
    """What would stand on the desktop."""

    def __call__(self, title, text):
        self.append((title, text))


@pytest.fixture
def days():
    return [date(2026, 4, 14)]


@pytest.fixture
def shown():
    return Shown()


@pytest.fixture
def kept():
    return Forgetful()


@pytest.fixture
def notifier(qtbot, days, shown, kept):
    window = QWidget()
    qtbot.addWidget(window)
    return Notifier(window, kept, lambda: days[-1], shown)


def test_several_things_become_one_message(notifier, shown):
    notifier.tell([LATE, SOON])

    assert shown == [("Termijnen", f"{LATE.text}\n{SOON.text}")]


def test_the_same_is_told_once_a_day(notifier, shown, days):
    notifier.tell([LATE])
    notifier.tell([LATE])
    assert len(shown) == 1

    days.append(date(2026, 4, 15))
    notifier.tell([LATE])
    assert len(shown) == 2


def test_what_is_new_the_same_day_is_told(notifier, shown):
    notifier.tell([LATE])

    assert notifier.tell([LATE, SOON]) == (SOON,)
    assert shown[-1][1] == SOON.text


def test_another_start_of_the_program_the_same_day_tells_nothing(qtbot, notifier, shown, kept, days):
    notifier.tell([LATE])
    window = QWidget()
    qtbot.addWidget(window)

    assert Notifier(window, kept, lambda: days[-1], shown).tell([LATE]) == ()


def test_switched_off_it_is_silent_and_stays_so(notifier, shown, kept):
    notifier.switch(on=False)

    assert notifier.tell([LATE]) == ()
    assert shown == []
    assert not notifier.on
    notifier.switch(on=True)
    assert notifier.tell([LATE]) == (LATE,)


@pytest.mark.parametrize("damaged", ["tekst", ["a"], {"a": 3}])
def test_damaged_preferences_count_as_nothing_told(notifier, kept, damaged):
    kept.put("notices.told", damaged)

    assert notifier.tell([LATE]) == (LATE,)


def test_without_a_tray_nothing_happens(qtbot, kept, monkeypatch):
    monkeypatch.setattr("burgertop_app.ui.kit.notifying.QSystemTrayIcon.isSystemTrayAvailable", lambda: False)
    window = QWidget()
    qtbot.addWidget(window)
    notifier = Notifier(window, kept, lambda: date(2026, 4, 14))

    assert notifier.tell([LATE]) == (LATE,)
    assert notifier._tray is None


def test_old_advices_are_forgotten(notifier, kept, days):
    notifier.tell([LATE, SOON])
    days.append(date(2026, 4, 15))

    notifier.tell([LATE])

    assert kept.get("notices.told") == {"a": "2026-04-15"}
