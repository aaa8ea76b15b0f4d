"""Looking for opinion groups in votes on statements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from burgertop_app.domain.opinion_map import (
    LEAST_IN_GROUP,
    LEAST_PEOPLE,
    LEAST_STATEMENTS,
    Dot,
    NoGroups,
    OpinionMap,
)
from burgertop_app.engines.opinions.grouping import divided, shown_by_chance
from burgertop_app.engines.opinions.measuring import agreed_by_all, results
from burgertop_app.engines.opinions.placing import matrix, placed, taking_part
from burgertop_app.engines.opinions.typical import typical_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from burgertop_app.domain.opinions import VoteTable
    from burgertop_app.domain.progress import Progress


def find_groups(table: VoteTable, seed: int, progress: Progress) -> OpinionMap:
    """Who votes alike, what each group says, and when there are no groups: why not.

    The same votes and seed give the same, in whatever order they came in. With fewer than twenty people with
    enough votes, or five statements, nothing is drawn; of fewer than ten people nothing is counted either.

    Raises:
        Cancelled: somebody pressed Cancel.
    """
    with threadpool_limits(1):  # so little to reckon: threads would only wait for each other
        return _found(_looking(table), len(table.voters), seed, progress)


def _found(looking: _Looking, voters: int, seed: int, progress: Progress) -> OpinionMap:
    people = int(looking.taking.sum())
    found = OpinionMap(voters=voters, left_out=voters - people)
    if people >= LEAST_IN_GROUP:
        found = _measured(found, looking, None)
    if people < LEAST_PEOPLE:
        return replace(found, why=NoGroups.FEW_PEOPLE)
    if len(looking.numbers) < LEAST_STATEMENTS:
        return replace(found, why=NoGroups.FEW_STATEMENTS)
    places = placed(looking.votes)
    if places is None:
        return replace(found, why=NoGroups.ALIKE)
    points = places.points[looking.taking]
    drawn = replace(found, dots=_dots(looking, points, None), shown=places.shown)
    return _divided(drawn, looking, points, seed, progress)


class _Looking(NamedTuple):
    """The votes on statements that somebody voted on, who takes part, and the numbers of both."""

    votes: NDArray[np.float64]
    taking: NDArray[np.bool_]
    numbers: tuple[int, ...]
    voters: tuple[int, ...]


def _looking(table: VoteTable) -> _Looking:
    whole = matrix(table)
    seen = [place for place in range(whole.shape[1]) if not np.isnan(whole[:, place]).all()]
    votes = whole[:, seen]
    taking = taking_part(votes)
    voters = tuple(voter for voter, takes in zip(table.voters, taking, strict=True) if takes)
    return _Looking(votes, taking, tuple(table.statements[place] for place in seen), voters)


def _divided(
    found: OpinionMap, looking: _Looking, points: NDArray[np.float64], seed: int, progress: Progress
) -> OpinionMap:
    chance = shown_by_chance(looking.votes, found.shown, seed, progress)
    if chance >= found.shown:
        return replace(found, why=NoGroups.CHANCE, by_chance=chance)
    shown, sharpest = divided(points, seed)
    if shown is None:
        return replace(found, why=NoGroups.ALIKE if sharpest is None else NoGroups.SMALL, by_chance=chance)
    measured = _measured(found, looking, shown.groups)
    return replace(
        measured,
        dots=_dots(looking, points, shown.groups),
        sizes=tuple(int(size) for size in np.bincount(shown.groups)),
        typical=tuple(typical_of(measured.statements, one) for one in range(int(shown.groups.max()) + 1)),
        sharpness=shown.sharpness,
        by_chance=chance,
        smaller=sharpest is not None and sharpest.sharpness > shown.sharpness,
    )


def _measured(found: OpinionMap, looking: _Looking, groups: NDArray[np.int64] | None) -> OpinionMap:
    told = results(looking.votes[looking.taking], looking.numbers, groups)
    return replace(
        found,
        statements=told,
        agreed=agreed_by_all(told, agree=True),
        rejected=agreed_by_all(told, agree=False),
    )


def _dots(
    looking: _Looking, points: NDArray[np.float64], groups: NDArray[np.int64] | None
) -> tuple[Dot, ...]:
    return tuple(
        Dot(
            voter,
            round(float(points[place, 0]), 6),
            round(float(points[place, 1]), 6),
            None if groups is None else int(groups[place]),
        )
        for place, voter in enumerate(looking.voters)
    )
