"""The people of the sample in a process, and the page that shows them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from burgertop_app.domain.people import State
from burgertop_app.ui.people.page import PeoplePage
from tests.beginnings import beginning

sys.path.insert(0, str(Path(__file__).parent))


@beginning
def residents(house, process, clock):
    """The people of the sample, some of whom were drawn and came."""
    from registrants import bring, set_quotas

    set_quotas(house, process)
    bring(house, process)
    lines = house.people.lines(process)
    clock.on(days=18)
    drawn = [line.participation_id for line in lines[16::15]]
    house.people.mark(drawn, State.DRAWN)
    clock.on(days=4)
    house.people.mark(drawn, State.CONFIRMED)
    clock.on(days=90)
    house.people.mark(drawn[:26], State.PRESENT)
    house.people.mark(drawn[26:28], State.ABSENT)
    house.people.mark([line.participation_id for line in lines[20::40]], State.RESERVE)
    house.people.mark([lines[4].participation_id], State.WITHDRAWN, "verhuist naar Zwolle")
    return house.people.lines(process)


@pytest.fixture
def page(qtbot, waterrijk_desk):
    made = PeoplePage(waterrijk_desk)
    qtbot.addWidget(made)
    return made
