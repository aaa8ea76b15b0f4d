"""The page about cards when another process comes: nothing of the earlier one stays on it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import settle

from burgertop_app.domain.requests import NewCard, NewProcess
from burgertop_app.ui.cards.page import CardsPage


@pytest.fixture
def page(qtbot, desk, process):
    made = CardsPage(desk)
    qtbot.addWidget(made)
    made.show_process(process)
    made.show()
    settle(qtbot, desk)
    return made


@pytest.fixture
def other(house):
    """Another process in the same workspace."""
    return house.processes.start(NewProcess(form="burgertop", title="Ander proces")).id


def test_cards_never_come_into_another_process_than_they_were_read_for(
    qtbot, desk, page, other, answers, tmp_path
):
    sheet = tmp_path / "kaarten.csv"
    sheet.write_text("tekst;tafel\nMeer groen;3\n", encoding="utf-8")
    answers.files.append(sheet)
    page.importing.start()
    settle(qtbot, desk)

    page.show_process(other)
    settle(qtbot, desk)

    assert page.importing.wizard is None
    assert page.normal.isVisible()


def test_card_of_another_process_does_not_stay_in_the_panel(qtbot, desk, house, process, page, other):
    house.cards.add(process, NewCard(text="Meer groen", table_no=1))
    page.load()
    settle(qtbot, desk)
    page.open_card(page.found.lines[0])
    settle(qtbot, desk)

    page.show_process(other)
    settle(qtbot, desk)

    assert page.panel.card_id is None
    assert not page.panel.drawer.isVisible()
