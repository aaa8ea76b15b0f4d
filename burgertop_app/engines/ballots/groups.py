"""The support of each group beside that of everyone, as far as it gives no vote away."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.domain.ballot_marks import AGAINST
from burgertop_app.domain.ballot_methods import COLDEST, LEAST_IN_GROUP, RANKED, SIDES, WARMEST, BallotRule
from burgertop_app.domain.vote_results import GroupResult, GroupShare, Lowest, Support
from burgertop_app.engines.ballots.counting import borda_halves
from burgertop_app.engines.ballots.crossing import Crossing
from burgertop_app.engines.ballots.hiding import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from burgertop_app.domain.ballot_methods import BallotMethod
    from burgertop_app.domain.vote_results import Marks
    from burgertop_app.engines.ballots.crossing import Out

Members = dict[str, frozenset[int]]
"""Per box of a question which papers ticked it; "" has those that left it empty."""


def support(
    method: BallotMethod, papers: Sequence[Marks], cells: Sequence[Mapping[str, str]], options: int
) -> Support:
    """The support of everyone and of each group.

    Support is the share of the slips that are for an option: of those for or against, or without an
    objection, or with at least one dot, or that name it. For scores, ranks and temperatures it is the mean
    as a part of the most that could be given.

    Args:
        method: how is counted, and what was asked on the slip.
        papers: the valid slips.
        cells: per slip what was ticked about the voter.
        options: how many options there are.
    """
    given = [_given(method, paper) for paper in papers]
    most = _most(method, options)
    total = tuple(_share(_cell(given, range(len(papers)), one, most)) for one in range(options))
    members = {one.name: _members(one.name, one.values, cells) for one in method.groups}
    rows = [
        [[_cell(given, sorted(held), one, most) for held in own.values()] for own in members.values()]
        for one in range(options)
    ]
    outs = _outs(method, members, given, rows)
    questions = tuple(
        _question(name, held, [row[at] for row in rows], [out[at] for out in outs])
        for at, (name, held) in enumerate(members.items())
    )
    return Support(total, questions, tuple(_lowest(questions, one) for one in range(options)))


def _outs(
    method: BallotMethod,
    members: Mapping[str, Members],
    given: Sequence[Sequence[int | None]],
    rows: Sequence[Sequence[Sequence[Cell]]],
) -> list[Out]:
    """Per option the groups to leave out; `rows` has per option and question a cell for each box."""
    boxes = np.zeros((len(members), len(given)), dtype=np.int64)
    for at, own in enumerate(members.values()):
        for place, held in enumerate(own.values()):
            boxes[at, sorted(held)] = place
    known: dict[tuple[bytes, tuple[tuple[int, ...], ...]], bool] = {}
    outs = []
    for one, row in enumerate(rows):
        speak = [place for place, amounts in enumerate(given) if amounts[one] is not None]
        amounts = np.array([given[place][one] for place in speak], dtype=np.int64)
        outs.append(Crossing(row, boxes[:, speak], amounts, method.secret, known=known).left_out())
    return outs


def _question(
    question: str, members: Members, rows: Sequence[Sequence[Cell]], outs: Sequence[frozenset[int]]
) -> GroupResult:
    """What is shown of one question; `rows` and the places that are left out are per option."""
    shares: dict[str, list[Fraction | None]] = {name: [] for name in members}
    for row, out in zip(rows, outs, strict=True):
        for place, (name, cell) in enumerate(zip(members, row, strict=True)):
            few = cell.papers < LEAST_IN_GROUP
            shares[name].append(None if few or place in out else _share(cell))
    return GroupResult(
        question,
        tuple(
            GroupShare(
                name,
                len(members[name]) if any(share is not None for share in shares[name]) else None,
                tuple(shares[name]),
            )
            for name in members
            if name
        ),
    )


def _members(name: str, values: Sequence[str], cells: Sequence[Mapping[str, str]]) -> Members:
    ticked = [cell.get(name, "") for cell in cells]
    return {
        value: frozenset(place for place, said in enumerate(ticked) if said == value)
        for value in (*values, "")
    }


def _given(method: BallotMethod, paper: Marks) -> tuple[int | None, ...]:
    """What one slip gives each option, as a whole number; None where it does not speak about it."""
    rule = method.rule
    if rule in RANKED:
        return borda_halves(paper)
    if rule in SIDES:
        return tuple(int(mark > 0) if mark else None for mark in paper)
    give = {
        BallotRule.CONSENT: lambda mark: int(mark != AGAINST),
        BallotRule.SCORE: lambda mark: 0 if mark is None else mark - method.low,
        BallotRule.TEMPERATURE: lambda mark: None if mark is None else mark - COLDEST,
    }.get(rule, lambda mark: int(bool(mark)))
    return tuple(map(give, paper))


def _most(method: BallotMethod, options: int) -> int:
    match method.rule:
        case BallotRule.SCORE:
            return method.high - method.low
        case BallotRule.TEMPERATURE:
            return WARMEST - COLDEST
        case BallotRule.BORDA | BallotRule.SCHULZE:
            return 2 * (options - 1)
        case _:
            return 1


def _cell(given: Sequence[Sequence[int | None]], members: Iterable[int], one: int, most: int) -> Cell:
    said = [amount for place in members if (amount := given[place][one]) is not None]
    return Cell(len(said), sum(said), most, len(set(said)) < 2)


def _share(cell: Cell) -> Fraction | None:
    return Fraction(cell.given, cell.limit) if cell.limit else None


def _lowest(questions: Iterable[GroupResult], one: int) -> Lowest | None:
    found = [
        Lowest(result.question, group.name, share)
        for result in questions
        for group in result.groups
        if (share := group.shares[one]) is not None
    ]
    return min(found, key=lambda low: low.share, default=None)
