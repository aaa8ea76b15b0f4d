"""The middle of the demo: tables, attendance, cards, proposals and the vote."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.ballots import BallotRule
from burgertop_app.domain.cards_import import CardRules
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.events import Presence, Round
from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.domain.people import Role
from burgertop_app.domain.processes import Phase
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.proposal_requests import ProposalWords
from burgertop_app.domain.requests import NewProposal, Votes
from burgertop_app.domain.seating import even_sizes
from burgertop_app.domain.seating_views import SeatingRequest
from burgertop_app.exchange import card_sheet
from burgertop_app.exchange.exports import write_csv
from burgertop_app.exchange.plan_sheet import plan_file
from burgertop_app.exchange.workbooks import read_table
from burgertop_app.i18n import speaking
from burgertop_app.messages.cards import card_words
from burgertop_app.services import seating
from burgertop_app.services.card_import import coded

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.requests import NewCard
    from burgertop_app.messages.cards import CardWords
    from burgertop_app.services.demo.stage import Stage

TABLE_SIZE = 6
MOST_SPREAD = 5
SEED = 1


def tables(stage: Stage, progress: Progress) -> dict[str, int]:
    """Plan the meeting, seat everybody over all rounds, and mark who came."""
    house, told = stage.house, stage.sample.event
    stage.clock.on(told["on"])
    made = house.meetings.add(stage.process, title=told["title"], on=told["on"], place=told["place"]).id
    if made is None:
        raise NotPossible("seating_no_tables")
    stage.event = made
    sizes = even_sizes(stage.seats, TABLE_SIZE)
    house.meetings.set_tables(made, len(sizes), low=min(sizes), high=max(sizes))
    house.meetings.set_rounds(made, [_round(stage, turn) for turn in told["round"]])
    _lead(stage, told)
    spread = tuple(told["spread"]) if not stage.own else tuple(_features(stage))[:MOST_SPREAD]
    given = house.seating.prepare(SeatingRequest(event_id=made, spread=spread, seed=SEED))
    result = seating.calculate(given, progress)
    house.seating.keep(given, result)
    with plan_file(stage.out / "plan.csv") as kept:
        kept.write(given.problem.people, result.plan)
    _attend(stage)
    house.processes.reach(stage.process, Phase.MEET)
    return {
        "tables": len(sizes),
        "rounds": len(told["round"]),
        "excess": result.figures.excess,
        "repeats": result.figures.repeats,
    }


def cards(stage: Stage) -> dict[str, int]:
    """Import the cards with their themes; the sample's sheet is in Dutch."""
    said = _words(stage, stage.process)
    found = card_requests(stage, stage.process, "cards")
    stage.house.cards.add_many(stage.process, [_moved(stage, card) for card in found])
    lines = stage.house.cards.lines(stage.process)
    write_csv(
        stage.out / "cards.csv",
        ("id", "text", "times", "table", "round", "kind", "addressee", "theme"),
        [
            (
                line.card.label,
                line.text,
                line.card.times,
                line.card.table_no,
                line.card.round_no,
                said.kind(line.card.kind),
                said.addressee(line.card.addressee),
                line.theme,
            )
            for line in lines
        ],
    )
    return {"cards": len(found), "themes": len(stage.house.cards.themes(stage.process))}


def card_requests(stage: Stage, process: UUID, sheet: str) -> list[NewCard]:
    """The cards in one of the sample's sheets, as they can be added to a process."""
    table, rules, said = read_table(stage.sample.sheet(sheet)), CardRules(), _words(stage, process)
    plan = card_sheet.analyse(table, card_sheet.suggest(table), rules, UNHEARD)
    found, _summary = card_sheet.apply(plan, rules, {})
    return [coded(card, said) for card in found]


def proposals(stage: Stage) -> dict[str, int]:
    """Make the proposals out of the cards, with their earlier wordings."""
    house = stage.house
    labels = {line.card.label: line.card.id for line in house.cards.lines(stage.process)}
    for told in stage.sample.proposals["proposal"]:
        first = told.get("history", [told])[0]
        made = house.proposals.add(
            stage.process,
            NewProposal(
                title=first["title"],
                text=first["text"],
                kind=ProposalKind(told["kind"]),
                cost=told.get("cost"),
                card_ids=tuple(labels[label] for label in told["cards"] if label in labels),
            ),
        ).id
        if made is None:
            raise NotPossible("advice_empty")
        _reword(stage, made, told)
        _write_out(stage, made, told)
        stage.proposals[told["number"]] = made
    return {"proposals": len(stage.proposals)}


def vote(stage: Stage) -> dict[str, int]:
    """Fix the rule, then keep the counted votes."""
    told = stage.sample.proposals
    stage.house.proposals.open_ballot(
        stage.process, told["ballot"]["title"], BallotRule(told["ballot"]["rule"])
    )
    voters = told["ballot"]["voters"]
    counted = {
        stage.proposals[proposal["number"]]: _scaled(proposal["votes"], voters, stage.present)
        for proposal in told["proposal"]
    }
    stage.house.proposals.enter_votes(stage.process, counted)
    return {"votes": stage.present}


def _words(stage: Stage, process: UUID) -> CardWords:
    with speaking("nl"):
        return card_words(stage.house.processes.recipe(process))


def _round(stage: Stage, told: dict[str, Any]) -> Round:
    return Round(
        id=stage.house.workspace.context.work.new_id(),
        event_id=stage.event,
        no=told["no"],
        topic=told["topic"],
        starts_at=told["starts_at"],
        minutes=told["minutes"],
        questions=tuple(told["questions"]),
    )


def _lead(stage: Stage, told: dict[str, Any]) -> None:
    house = stage.house
    names = {line.name: line.participation_id for line in house.people.lines(stage.process, Role.FACILITATOR)}
    house.event_day.lead_by_turns(stage.event)
    wanted = {table["no"]: names.get(table["facilitator"]) for table in told["table"]}
    numbers = {table.id: table.no for table in house.meetings.tables(stage.event)}
    leaders: dict[UUID, UUID | None] = {}
    for place in house.meetings.places(stage.event):
        leader = wanted.get(numbers[place.table_id])
        if leader is not None:
            leaders[place.id] = leader
    if leaders and not stage.own:
        house.event_day.lead(leaders)


def _features(stage: Stage) -> list[str]:
    kept = stage.house.drawing.quotas(stage.process)
    return list(dict.fromkeys(line.feature for line in kept[1])) if kept else []


def _attend(stage: Stage) -> None:
    """Everyone comes but the last few of the sample, as its votes count."""
    voters = stage.sample.proposals["ballot"]["voters"]
    stage.present = stage.seats if stage.own else voters
    stage.house.event_day.attend(
        stage.event,
        {
            participation_id: Presence.PRESENT if index < stage.present else Presence.ABSENT
            for index, participation_id in enumerate(stage.panel)
        },
    )


def _moved(stage: Stage, card: NewCard) -> NewCard:
    """The card as the sample numbers it, or at one of one's own tables."""
    if not stage.own or card.table_no is None:
        return card
    count = len(even_sizes(stage.seats, TABLE_SIZE))
    return replace(card, table_no=(card.table_no - 1) % count + 1)


def _reword(stage: Stage, proposal_id: UUID, told: dict[str, Any]) -> None:
    earlier = told.get("history", [])
    later = [*earlier[1:], told] if earlier else []
    for wording, before in zip(later, earlier, strict=True):
        stage.house.proposals.reword(
            proposal_id, title=wording["title"], text=wording["text"], reason=before.get("reason", "")
        )


def _write_out(stage: Stage, proposal_id: UUID, told: dict[str, Any]) -> None:
    """Keep what the tables wrote besides the proposal itself."""
    writing = stage.house.proposal_writing
    wanted = {each.name: told[each.name] for each in fields(ProposalWords) if each.name in told}
    words = ProposalWords(**wanted | {"kind": ProposalKind(told["kind"])})
    writing.edit(proposal_id, words, typing=True)
    if told.get("owners"):
        writing.own(proposal_id, writing.reader(stage.process).read(told["owners"]))


def _scaled(votes: dict[str, int], voters: int, present: int) -> Votes:
    in_favour = round(votes["in_favour"] * present / voters)
    against = min(round(votes["against"] * present / voters), present - in_favour)
    return Votes(in_favour=in_favour, against=against, blank=present - in_favour - against)
