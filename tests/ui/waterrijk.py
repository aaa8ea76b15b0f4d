"""Waterrijk in a workspace, put there through the services: as it stands on 10 December 2026."""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.ballots import BallotRule
from burgertop_app.domain.draw_records import QuotaLine, QuotaSet
from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.domain.people import State
from burgertop_app.domain.requests import (
    DispositionForm,
    NewCard,
    NewProcess,
    NewProposal,
    PersonForm,
    RecommendationForm,
    Votes,
)
from burgertop_app.domain.responses import Commitment, CommitmentState, Disposal, Step

if TYPE_CHECKING:
    from uuid import UUID

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
TODAY = date(2026, 12, 10)
POOL, PANEL = 90, 30


@dataclass(frozen=True)
class Waterrijk:
    """What was put in."""

    process: UUID
    advice: UUID
    recommendations: dict[int, UUID]
    cards: dict[str, UUID]


def told(name):
    return tomllib.loads((SAMPLE / name).read_text(encoding="utf-8"))


def listed(name, delimiter=";"):
    with (SAMPLE / name).open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle, delimiter=delimiter))


def go_to(clock, day):
    clock.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


def fill(house, clock):
    """Put Waterrijk in the workspace and leave the clock at 10 December 2026."""
    go_to(clock, date(2026, 5, 11))
    process = begin(house, 0)
    bring_people(house, process)
    go_to(clock, date(2026, 9, 26))
    cards = write_cards(house, process)
    proposals = propose(house, process, cards)
    go_to(clock, date(2026, 11, 6))
    advice, recommendations = advise(house, process, proposals)
    answer(house, clock, process, advice, recommendations)
    go_to(clock, TODAY)
    return Waterrijk(process, advice, recommendations, cards)


def begin(house, number):
    kept = told("process.toml")["process"][number]
    request = NewProcess(
        form=kept["form"], title=kept["title"], topic=kept["topic"], municipality=kept["municipality"]
    )
    return house.processes.start(request).id


def bring_people(house, process):
    states = [State.PRESENT] * 27 + [State.ABSENT] * 3 + [State.RESERVE] * 12
    states += [State.REGISTERED] * (POOL - len(states))
    people = listed("people.csv")
    for person, state in zip(people[::5], states, strict=False):
        features = {name: person[name] for name in ("leeftijd", "gender", "wijk")}
        house.people.add(process, PersonForm(name=person["naam"], features=features, state=state))
    with house.workspace.context.work.writing("test.quotas") as store:
        kept = store.add(QuotaSet(id=store.new_id(), process_id=process, version=1, source="verzonnen"))
        shares = listed("population.csv", ",")
        for place, line in enumerate(shares):
            share = float(line["share"])
            store.add(
                QuotaLine(
                    id=store.new_id(),
                    quota_set_id=kept.id,
                    feature=line["feature"],
                    value=line["value"],
                    low=int(PANEL * share),
                    high=int(PANEL * share) + 1,
                    share=share,
                    position=place,
                )
            )


def write_cards(house, process):
    rows = listed("cards.csv")
    themes = {
        title: house.cards.add_theme(process, title).id
        for title in Counter(row["thema"] for row in rows)
        if title
    }
    requests = [
        NewCard(
            text=row["tekst"],
            table_no=int(row["tafel"]),
            round_no=int(row["ronde"]),
            label=row["nummer"],
            theme_id=themes.get(row["thema"]),
        )
        for row in rows
    ]
    house.cards.add_many(process, requests)
    return {line.card.label: line.card.id for line in house.cards.lines(process)}


def propose(house, process, cards):
    kept = told("proposals.toml")
    proposals = {}
    for line in kept["proposal"]:
        request = NewProposal(
            title=line["title"],
            text=line["text"],
            kind=ProposalKind(line["kind"]),
            card_ids=tuple(cards[label] for label in line["cards"]),
        )
        proposals[line["number"]] = house.proposals.add(process, request).id
    house.proposals.open_ballot(process, kept["ballot"]["title"], BallotRule(kept["ballot"]["rule"]))
    house.proposals.enter_votes(
        process, {proposals[line["number"]]: Votes(**line["votes"]) for line in kept["proposal"]}
    )
    return proposals


def advise(house, process, proposals):
    kept = told("advice.toml")
    advice = house.advising.start(process, kept["title"]).id
    recommendations = {}
    for line in kept["recommendation"]:
        form = RecommendationForm(
            title=line["title"],
            reason=line["reason"].strip(),
            costs=line["costs"],
            roles=line["roles"].strip(),
            minority=line.get("minority", ""),
            ourselves=line.get("ourselves", ""),
            proposal_ids=tuple(proposals[number] for number in line["proposals"]),
        )
        recommendations[line["number"]] = house.advising.recommend(advice, form).id
    for kind, body in kept["section"].items():
        house.advising.write(advice, SectionKind(kind), body.strip())
    for picture in kept["picture"]:
        house.picturing.add(advice, house.picturing.ready(SAMPLE / picture["file"]))
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    return advice, recommendations


def answer(house, clock, process, advice, recommendations):
    kept = told("response.toml")
    go_to(clock, kept["receipt"]["on"])
    house.advising.offer(advice, **kept["offer"])
    house.receiving.receive(advice, **kept["receipt"])
    go_to(clock, kept["response"]["received_on"])
    said = {}
    for line in kept["response"]["disposition"]:
        form = DispositionForm(
            disposal=Disposal(line["disposal"]),
            reason=line["reason"],
            owner=line.get("owner", ""),
            due_on=line.get("due_on"),
        )
        said[line["recommendation"]] = house.responding.answer(
            recommendations[line["recommendation"]], form
        ).id
        house.responding.rate(said[line["recommendation"]], tuple(line["marks"]))
    for line in kept["commitment"]:
        house.promising.keep(
            Commitment(
                id=process,
                process_id=process,
                text=line["text"],
                owner=line["owner"],
                due_on=line["due_on"],
                state=CommitmentState(line["state"]),
                step=Step(line["step"]),
                progress=line.get("progress", ""),
                disposition_id=said.get(line["recommendation"]),
            )
        )
