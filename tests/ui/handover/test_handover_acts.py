"""From the menu: a copy, a file, and taking over with a choice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from burgertop_app.domain.requests import NewCard
from burgertop_app.messages.progress import phase_words
from burgertop_app.ui.handover.acts import Handovers
from burgertop_app.ui.handover.dialog import HandoverDialog
from burgertop_app.ui.kit.tasks import Tasks
from tests.laptops import Team, process_of


@pytest.fixture
def team(tmp_path, laid_out):
    found = Team(tmp_path, laid_out)
    yield found
    found.close()


@pytest.fixture
def office(team):
    laptop = team.first()
    laptop.house.cards.add(process_of(laptop), NewCard(text="Meer bomen", table_no=1))
    return laptop


class Door:
    """A door to a workspace that is open already."""

    def __init__(self, services):
        self.services = services


@pytest.fixture
def acts(qtbot, office, dialogs):
    window = QWidget()
    qtbot.addWidget(window)
    tasks = Tasks(phase_words)
    made = Handovers(window, Door(office.house), tasks, dialogs)
    yield made
    assert tasks.close(lambda: None)


def accepting(choose):
    """Answers the dialog when it comes."""

    def look():
        from PySide6.QtWidgets import QApplication

        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, HandoverDialog):
            choose(dialog)
            dialog.accept()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_a_copy_is_made_where_one_asks(qtbot, acts, dialogs, tmp_path):
    dialogs.files.append(tmp_path / "tweede")

    with qtbot.waitSignal(acts.said, timeout=30_000):
        acts.copy()

    assert (tmp_path / "tweede.burgertop").exists()


def test_a_file_is_made_where_one_asks(qtbot, acts, dialogs, tmp_path):
    dialogs.files.append(tmp_path / "werk.burgertop-overdracht")

    with qtbot.waitSignal(acts.said, timeout=30_000):
        acts.hand_over()

    assert (tmp_path / "werk.burgertop-overdracht").exists()


def test_taking_over_shows_it_first_and_keeps_the_choice(qtbot, team, office, acts, dialogs):
    hall = team.copy(office, "ZAAL")
    card = office.rows("card")[0]["id"]
    office.house.cards.describe(card, kind="", addressee="", times=3)
    hall.now = hall.now.replace(hour=12)
    hall.house.cards.describe(card, kind="", addressee="", times=5)
    dialogs.files.append(hall.hand("zaal"))
    accepting(lambda dialog: dialog.choose(here=True))

    with qtbot.waitSignals([acts.changed, acts.said], timeout=60_000):
        acts.take_over()

    assert office.rows("card")[0]["times"] == 3
    assert office.house.handing_over.differences() == ()


def test_a_bad_file_is_told_and_changes_nothing(qtbot, office, acts, dialogs, tmp_path):
    path = tmp_path / "brief.burgertop-overdracht"
    path.write_bytes(b"brief")
    dialogs.files.append(path)
    before = office.content()

    with qtbot.waitSignal(acts.failed, timeout=30_000) as failed:
        acts.take_over()

    assert failed.args[0].code == "handover_not_ours"
    assert office.content() == before


def test_without_differences_it_says_so(qtbot, acts, dialogs):
    acts.look()

    qtbot.waitUntil(lambda: dialogs.asked == ["Er wacht niets op een keuze."], timeout=30_000)
