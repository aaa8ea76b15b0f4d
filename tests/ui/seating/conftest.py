"""A desk with the sample's people, seated at their tables."""

from __future__ import annotations

import csv
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from burgertop_app.domain.events import Round
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.domain.seating_views import SeatingRequest
from burgertop_app.services.seating import calculate
from burgertop_app.ui.desk import Desk
from burgertop_app.ui.seating.page import TablesPage
from tests.beginnings import beginnings_of

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
TOLD = tomllib.loads((SAMPLE / "event.toml").read_text(encoding="utf-8"))
FEATURES = ("leeftijd", "gender", "opleiding", "wijk", "wonen")


def people(count):
    """The first people of the sample, as forms."""
    with (SAMPLE / "people.csv").open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source, delimiter=";"))[:count]
    return [
        PersonForm(
            name=row["naam"],
            features={name: row[name] for name in FEATURES if row.get(name)},
            state=State.DRAWN,
        )
        for row in rows
    ]


def leaders(count):
    """Facilitators of the sample, as forms."""
    with (SAMPLE / "facilitators.csv").open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source, delimiter=";"))[:count]
    return [PersonForm(name=row["naam"], role=Role.FACILITATOR, state=State.CONFIRMED) for row in rows]


@pytest.fixture
def desk(house, dialogs, clock):
    clock.now = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
    made = Desk(house, lambda: date(2026, 9, 1), dialogs=dialogs)
    yield made
    assert made.tasks.close()


@beginnings_of
def meet(house, process, /, count=30, rounds=3):
    """A meeting for so many people, with rounds and facilitators; gives its id."""
    for form in (*people(count), *leaders(-(-count // 6))):
        house.people.add(process, form)
    event = house.meetings.begin(process, title=TOLD["title"], on=TOLD["on"], place=TOLD["place"]).id
    told = (TOLD["round"] * 2)[:rounds]
    house.meetings.set_rounds(
        event,
        [
            Round(
                id=kept.id,
                event_id=event,
                no=no,
                topic=turn["topic"],
                starts_at=turn["starts_at"],
                minutes=turn["minutes"],
                questions=tuple(turn["questions"]),
            )
            for no, (kept, turn) in enumerate(
                zip((*house.meetings.rounds(event),) * 2, told, strict=False), 1
            )
        ],
    )
    house.event_day.lead_by_turns(event)
    return event


@beginnings_of
def plan(house, /, event, spread=FEATURES, steps=500):
    """Makes a plan for a meeting after a short search."""
    given = house.seating.prepare(SeatingRequest(event_id=event, spread=spread, seed=1, steps=steps))
    house.seating.keep(given, calculate(given, UNHEARD))


@pytest.fixture
def open_page(qtbot, desk, process):
    """The page, shown and settled."""
    from screens import settle

    def opened():
        page = TablesPage(desk)
        qtbot.addWidget(page)
        page.resize(1232, 844)
        page.show_process(process)
        page.show()
        settle(qtbot, desk)
        return page

    return opened
