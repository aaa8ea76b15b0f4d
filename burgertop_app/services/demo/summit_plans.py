"""The plans of the summit in the demo: written out, joined where two tables agreed, and voted on."""

from __future__ import annotations

from dataclasses import fields
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from numpy.random import default_rng

from burgertop_app.domain.ballot_methods import RANKED, BallotMethod, BallotRule, GroupQuestion
from burgertop_app.domain.ballots import Batch
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.domain.proposal_requests import ProposalWords
from burgertop_app.domain.requests import NewProposal
from burgertop_app.domain.voting import Slip
from burgertop_app.exchange.exports import write_csv
from burgertop_app.services.demo.voters import voters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from numpy.random import Generator

    from burgertop_app.domain.voting import VoteDesk
    from burgertop_app.services.demo.stage import Stage
    from burgertop_app.services.demo.summit import Summit
    from burgertop_app.services.demo.voters import Voter

NUMBER, STATE, REASON = "nummer", "staat", "reden"
BLANK, INVALID = "blanco", "ongeldig"
SLIP_TYPED_WRONG = (5, 41)
"""The places in the pile of the slips that the second person typed differently."""

Row = dict[str, str]


def plans(stage: Stage, summit: Summit) -> None:
    """Make the plans out of the cards, join some, and write everything out."""
    house, told = stage.house, stage.sample.summit
    for plan in told["proposal"]:
        labels = dict.fromkeys(summit.cards[label] for label in plan["cards"])
        request = NewProposal(title=plan["title"], text=plan["text"], card_ids=tuple(labels))
        summit.plans[plan["key"]] = _made(house.proposals.add(summit.process, request).id)
        _write_out(stage, summit, plan, typing=True)
    stage.clock.later(minutes=30)
    for plan in told["joined"]:
        ids = [summit.plans.pop(key) for key in plan["of"]]
        summit.plans[plan["key"]] = _made(house.proposal_joining.merge(ids, plan["title"], plan["reason"]).id)
        _write_out(stage, summit, plan, typing=False)


def vote(stage: Stage, summit: Summit) -> int:
    """Hold each vote: fix and print the rule, type every slip twice, settle what differs, count."""
    told = stage.sample.summit
    rng = default_rng(told["seed"])
    people = voters(rng, _cells(stage, summit, rng), leans(stage, summit))
    for one in told["vote"]:
        stage.clock.later(minutes=45)
        _hold(stage, summit, one, people)
    return len(people)


def leans(stage: Stage, summit: Summit) -> dict[str, Mapping[str, float]]:
    """Per plan that counts how each group leans, in the order of the sample."""
    told = stage.sample.summit
    return {
        plan["key"]: plan["lean"]
        for plan in (*told["proposal"], *told["joined"])
        if plan["key"] in summit.plans
    }


def _write_out(stage: Stage, summit: Summit, plan: Mapping[str, Any], *, typing: bool) -> None:
    writing, made = stage.house.proposal_writing, summit.plans[plan["key"]]
    wanted = {each.name: plan[each.name] for each in fields(ProposalWords) if each.name in plan}
    words = ProposalWords(**wanted | {"kind": ProposalKind(plan["kind"])})
    writing.edit(made, words, plan.get("reason", ""), typing=typing)
    if plan.get("owners"):
        writing.own(made, writing.reader(summit.process).read(plan["owners"]))


def _cells(stage: Stage, summit: Summit, rng: Generator) -> list[dict[str, str]]:
    """The boxes of everybody in the hall, in no order that leads back to a person."""
    district, age, role = stage.sample.summit["groups"]
    roles = [name for name, count in stage.sample.summit["roles"].items() for _one in range(count)]
    roles += [stage.sample.summit["groups"][role][0]] * (len(summit.people) - len(roles))
    rng.shuffle(roles)
    cells = [
        {district: line.features[district.casefold()], age: line.features[age.casefold()], role: own}
        for line, own in zip(summit.people, roles, strict=True)
    ]
    rng.shuffle(cells)
    return cells


def _hold(stage: Stage, summit: Summit, told: Mapping[str, Any], people: Sequence[Voter]) -> None:
    house = stage.house
    ballot = _made(
        house.voting.fix(
            summit.process, told["title"], _method(stage, told, len(people)), tuple(summit.plans.values())
        ).id
    )
    house.voting.printed(ballot)
    stage.clock.later(minutes=30)
    desk = house.voting.desk(ballot)
    rows = _slips(desk, summit, told, people)
    first, second = told["typists"]
    _type(stage, desk, rows, Batch.FIRST, first)
    _type(stage, desk, [_mistyped(desk, row, at) for at, row in enumerate(rows)], Batch.SECOND, second)
    _settle(stage, ballot, told)
    house.vote_counting.count(ballot)


def _method(stage: Stage, told: Mapping[str, Any], electorate: int) -> BallotMethod:
    groups = stage.sample.summit["groups"].items()
    named = {each: told[each] for each in ("needed", "out_of", "seats") if each in told}
    return BallotMethod(
        rule=BallotRule(told["rule"]),
        quorum=told["quorum"],
        electorate=electorate,
        seed=told["seed"],
        slips=electorate,
        groups=tuple(GroupQuestion(name, tuple(boxes)) for name, boxes in groups),
        **named,
    )


def _slips(desk: VoteDesk, summit: Summit, told: Mapping[str, Any], people: Sequence[Voter]) -> list[Row]:
    """A row of the sheet for each slip that was handed in: blank ones first, then perhaps an invalid one."""
    keys = {made: key for key, made in summit.plans.items()}
    plans_ = [keys[option.proposal_id] for option in desk.options if option.proposal_id]
    handed_in = people[: len(people) - told["absent"]]
    rows = []
    for number, voter in zip(desk.ballot.numbers, handed_in, strict=False):
        if desk.ballot.rule in RANKED:
            marks = {key: str(rank) for key, rank in voter.ranks(plans_).items()}
        else:
            marks = {key: voter.says(key) for key in plans_}
        said = {
            str(option.number): marks.get(key, "") for option, key in zip(desk.options, plans_, strict=True)
        }
        rows.append({NUMBER: number} | said | dict(voter.cells) | {STATE: "", REASON: ""})
    empty = dict.fromkeys((str(option.number) for option in desk.options), "")
    for at in range(told["blank"]):
        rows[-1 - at] |= empty | {STATE: BLANK}
    if "invalid" in told:
        rows[0] |= empty | {STATE: INVALID, REASON: told["invalid"]}
    return rows


def _mistyped(desk: VoteDesk, row: Row, at: int) -> Row:
    """The row as the second person typed it: on some slips the eye slips to the line below."""
    if at not in SLIP_TYPED_WRONG:
        return row
    upper, lower = _unlike(desk, row)
    return row | {upper: row[lower], lower: row[upper]}


def _unlike(desk: VoteDesk, row: Row) -> tuple[str, str]:
    """Two options below each other with different marks."""
    names = [str(option.number) for option in desk.options]
    return next(pair for pair in pairwise(names) if row[pair[0]] != row[pair[1]])


def _type(stage: Stage, desk: VoteDesk, rows: Sequence[Row], batch: Batch, by: str) -> None:
    path = stage.out / "briefjes.csv"
    write_csv(path, list(rows[0]), [list(row.values()) for row in rows])
    files = stage.house.vote_files
    files.keep(desk.ballot.id, files.look(desk.ballot.id, path, batch), batch, by)
    path.unlink()


def _settle(stage: Stage, ballot: UUID, told: Mapping[str, Any]) -> None:
    """Two people look at the paper: the first one typed it right."""
    desk = stage.house.voting.desk(ballot)
    places = {str(option.id): at for at, option in enumerate(desk.options)}
    both = ", ".join(told["typists"])
    for each in desk.differences:
        if each.first is not None:
            marks = {places[one]: int(mark) for one, mark in each.first.choices.items()}
            slip = Slip(
                number=each.number, marks=marks, cells=each.first.cells, reason=stage.sample.summit["settled"]
            )
            stage.house.vote_entering.settle(ballot, slip, both)


def _made(kept: UUID | None) -> UUID:
    if kept is None:
        raise NotPossible("advice_empty")
    return kept
