"""The summit in the demo: the process, who takes part, the day in the hall and what became of the cards."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.events import Presence, Round
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.processes import Phase
from burgertop_app.domain.requests import CardPart
from burgertop_app.domain.seating import even_sizes
from burgertop_app.domain.seating_views import SeatingRequest
from burgertop_app.exchange.exports import write_csv
from burgertop_app.services import seating
from burgertop_app.services.demo.meeting import SEED, card_requests
from burgertop_app.services.demo.recruiting import begin, take_in

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.demo.stage import Stage

STEPS = 20_000
"""Enough for a fair mix; the best one would take the demo too long."""


@dataclass
class Summit:
    """What the steps of the summit share; cards and plans by what the sample calls them."""

    process: UUID
    event: UUID = field(default_factory=lambda: UUID(int=0))
    people: tuple[PersonLine, ...] = ()
    cards: dict[str, UUID] = field(default_factory=dict)
    plans: dict[str, UUID] = field(default_factory=dict)


def start(stage: Stage) -> Summit:
    """Begin the process and bring in who takes part."""
    told = stage.sample.summit
    summit = Summit(begin(stage, told["process"], None))
    stage.clock.on(told["opened_on"])
    path = stage.out / "summit.csv"
    _write_people(stage, path)
    take_in(stage, path, Role.RESIDENT, summit.process)
    path.unlink()
    take_in(stage, stage.sample.sheet("facilitators"), Role.FACILITATOR, summit.process)
    lines = stage.house.people.lines(summit.process, Role.RESIDENT)
    stage.house.people.mark([line.participation_id for line in lines], State.CONFIRMED)
    summit.people = stage.house.people.lines(summit.process, Role.RESIDENT)
    return summit


def meet(stage: Stage, summit: Summit, progress: Progress) -> None:
    """Seat everybody over all rounds, and mark that they came."""
    house, told = stage.house, stage.sample.summit
    stage.clock.on(told["on"])
    hall = told["event"]
    made = house.meetings.add(summit.process, title=hall["title"], on=told["on"], place=hall["place"]).id
    if made is None:
        raise NotPossible("seating_no_tables")
    summit.event = made
    sizes = even_sizes(len(summit.people), -(-len(summit.people) // hall["tables"]))
    house.meetings.set_tables(made, hall["tables"], low=min(sizes), high=max(sizes))
    new_id = house.workspace.context.work.new_id
    house.meetings.set_rounds(
        made,
        [
            Round(id=new_id(), event_id=made, **turn | {"questions": tuple(turn["questions"])})
            for turn in hall["round"]
        ],
    )
    house.event_day.lead_by_turns(made)
    request = SeatingRequest(event_id=made, spread=("leeftijd", "gender", "wijk"), seed=SEED, steps=STEPS)
    given = house.seating.prepare(request)
    house.seating.keep(given, seating.calculate(given, progress))
    house.event_day.attend(made, {line.participation_id: Presence.PRESENT for line in summit.people})
    house.processes.reach(summit.process, Phase.MEET)


def cards(stage: Stage, summit: Summit) -> None:
    """Take over the cards, mark what the tables agreed with, and reword, merge and split some."""
    house, told = stage.house, stage.sample.summit["cards"]
    house.cards.add_many(summit.process, card_requests(stage, summit.process, "summit-cards"))
    lines = house.cards.lines(summit.process)
    summit.cards = {line.card.label: line.card.id for line in lines}
    house.card_signing.sign(
        [
            line.card.id
            for line in lines
            if line.card.table_no not in told["unsigned_tables"] and line.card.label not in told["unsigned"]
        ]
    )
    stage.clock.later(hours=6)
    for change in told["reword"]:
        house.cards.reword(summit.cards[change["card"]], change["text"], change["reason"])
    for change in told["merge"]:
        ids = [summit.cards[label] for label in change["cards"]]
        made = house.card_merging.merge(ids, change["text"], change["reason"])[0].id
        _follow(summit, change["cards"], made)
    for change in told["split"]:
        parts = [CardPart(text=part["text"]) for part in change["part"]]
        made = house.card_merging.split(summit.cards[change["card"]], parts, change["reason"])[0].id
        _follow(summit, [change["card"]], made)


def show(stage: Stage, summit: Summit) -> None:
    """Choose the cards that the big screen shows as examples."""
    examples = [summit.cards[label] for label in stage.sample.summit["cards"]["examples"]]
    stage.house.showing.choose(summit.process, examples)


def sign_panel(stage: Stage) -> None:
    """The panel's cards were read back at its tables too; some were not."""
    told = stage.sample.event["cards"]
    stage.house.card_signing.sign(
        [
            line.card.id
            for line in stage.house.cards.lines(stage.process)
            if line.card.standing is Standing.ACTIVE and line.card.label not in told["unsigned"]
        ]
    )


def _follow(summit: Summit, labels: list[str], made: UUID | None) -> None:
    """From now on these labels mean the card that they went on in."""
    if made is not None:
        summit.cards.update(dict.fromkeys(labels, made))


def _write_people(stage: Stage, path: Path) -> None:
    """One in so many of those who registered for the panel and were not drawn, with new numbers."""
    drawn = {
        line.number
        for line in stage.house.people.lines(stage.process, Role.RESIDENT)
        if line.state is not State.REGISTERED
    }
    with stage.sample.sheet("people").open(encoding="utf-8", newline="") as handle:
        header, *rows = csv.reader(handle, delimiter=";")
    told = stage.sample.summit
    kept = [row for row in rows if row[0] not in drawn][:: told["every"]][: told["process"]["seats"]]
    write_csv(path, header, [[str(number), *row[1:]] for number, row in enumerate(kept, 1)])
