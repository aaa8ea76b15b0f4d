"""Shares per group that give nobody away: left out where few, rounded more roughly where stages are alike.

Within one stage a figure of few people is left out, and a second one with it, so that it does not follow
from the total (complementary suppression). Between stages the difference may tell too: when three people
of a panel were absent, the shares of the panel beside those of that day tell which groups the three are in.
So every stage is tried as it is, then rounded to 5 and to 10 points, and is left out when a reader who knows
who was where could still solve for somebody; see `disclosure`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from burgertop_app.engines.representativity.disclosure import Crowd, Reader, Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burgertop_app.engines.representativity.disclosure import Numbers

STEPS = (1, 5, 10)
"""To how many percentage points shares are rounded, the finest first."""


@dataclass(frozen=True)
class Counted:
    """One stage of one feature: people per group, how many did not tell, and from how many on is shown.

    `before` are shares that were published earlier for this stage; they are shown as they were.
    """

    people: tuple[int, ...]
    untold: int
    least: int
    before: Shown | None = None


@dataclass(frozen=True)
class Shown:
    """Per group a share in whole per cent, None where it is left out; rounded to `step`, 0: all left out."""

    shares: tuple[int | None, ...]
    step: int


@lru_cache(maxsize=256)
def protected(
    crowds: tuple[Crowd, ...], stages: tuple[Counted, ...], public: tuple[Told, ...] = ()
) -> tuple[Shown, ...]:
    """What may be shown of each stage, the first stages first, so that a later one does not take away.

    `public` is what everyone knows already, of stages that come before the others in the crowds.
    """
    found: list[Shown] = []
    known: list[Told] = [*public]
    tried: list[Numbers] = []
    for place, stage in enumerate(stages):
        shown = stage.before or _finest(crowds, known, stages[place], tried)
        found.append(shown)
        known.append(_told(stage, shown))
    return tuple(found)


def rounded(people: int, told: int, step: int) -> int:
    """The share of `people` among `told` in per cent, rounded to a whole number of `step`, half upwards."""
    return step * ((200 * people + told * step) // (2 * told * step)) if told else 0


def span(share: int, told: int, step: int, least: int) -> tuple[int, int]:
    """From how many to how many people a shown share can be."""
    fitting = [people for people in range(least, told + 1) if rounded(people, told, step) == share]
    return fitting[0], fitting[-1]


def _finest(crowds: tuple[Crowd, ...], known: list[Told], stage: Counted, tried: list[Numbers]) -> Shown:
    """The shares with the fewest groups left out, and of those the finest, that give nobody away."""
    tries = [(len(out), step, out) for step in STEPS for out in _left_out(stage, step)]
    for _fewest, step, left_out in sorted(tries, key=lambda one: one[:2]):
        shown = _shown(stage, step, left_out)
        reader = Reader(crowds, [*known, _told(stage, shown)], len(stage.people), tried)
        if not _finds(reader, stage, len(known), left_out):
            return shown
    return Shown((None,) * len(stage.people), 0)


def _finds(reader: Reader, stage: Counted, place: int, left_out: frozenset[int]) -> bool:
    return reader.finds_somebody() or any(
        reader.finds_figure(place, group, stage.least) for group in sorted(left_out)
    )


def _left_out(stage: Counted, step: int) -> Iterator[frozenset[int]]:
    """Which groups to leave out: those of few people, then the smallest of the others one by one."""
    told = sum(stage.people)
    few = {
        group
        for group, people in enumerate(stage.people)
        if people < stage.least or rounded(people, told, step) == 0
    }
    others = sorted(set(range(len(stage.people))) - few, key=lambda group: (stage.people[group], group))
    for more in range(len(others)):
        yield frozenset(few | set(others[:more]))


def _shown(stage: Counted, step: int, left_out: frozenset[int]) -> Shown:
    told = sum(stage.people)
    return Shown(
        tuple(
            None if group in left_out else rounded(people, told, step)
            for group, people in enumerate(stage.people)
        ),
        step,
    )


def _told(stage: Counted, shown: Shown) -> Told:
    told = sum(stage.people)
    return Told(
        (stage.untold, stage.untold),
        tuple(
            None if share is None else _around(share, told, shown.step, stage, group)
            for group, share in enumerate(shown.shares)
        ),
    )


def _around(share: int, told: int, step: int, stage: Counted, group: int) -> tuple[int, int]:
    """The span of a share; one that was published of other people than now holds the present number too."""
    people = stage.people[group]
    if rounded(people, told, step) == share and people >= stage.least:
        return span(share, told, step, stage.least)
    return people, people
