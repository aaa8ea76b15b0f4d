"""What sets a group apart: the statements on which it says something else than the other groups.

Per group and statement: the part that agrees, how surely that is more than half, how many times likelier it
is than in the other groups, and how surely it is likelier. A statement is typical when both are sure at nine
in ten, for agreeing or for disagreeing. When nothing is, the best one there is stands for the group; what the
group agrees with most clearly always goes first.

Source: Polis, math/src/polismath/math/repness.clj (`comment-stats`, `add-comparitive-stats`,
`select-rep-comments`, `repness-metric`) and stats.clj, https://github.com/compdemocracy/polis. Different from
there: the statement that a group agrees with most is always told as agreed with, and a group is never said to
agree or disagree where nobody in it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from burgertop_app.domain.opinion_map import Typical
from burgertop_app.engines.opinions.measuring import MOST_TOLD, SURE, more_than_half, more_than_others

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.opinion_map import Said, StatementResult


class _Side(NamedTuple):
    """Agreeing, or disagreeing, of one group with one statement."""

    number: int
    agrees: bool
    given: int
    seen: int
    share: float
    half: float
    times: float
    others: float

    @property
    def weight(self) -> float:
        return self.times * self.others * self.share * self.half

    @property
    def sure(self) -> bool:
        return self.others > SURE and self.half > SURE

    def told(self) -> Typical:
        return Typical(self.number, self.agrees, self.given / self.seen, self.times)


class _Both(NamedTuple):
    agree: _Side
    disagree: _Side

    @property
    def clearer(self) -> _Side | None:
        """The clearer side of those that somebody in the group chose, a sure one first."""
        chosen = [side for side in (self.disagree, self.agree) if side.given]
        return max(chosen, key=lambda side: (side.sure, side.others), default=None)


def typical_of(found: Sequence[StatementResult], group: int) -> tuple[Typical, ...]:
    """At most five statements, those that are agreed with first; none for a group that only passes."""
    sides = [_both(one, group) for one in found]
    first = _best_agreed(sides)
    clear = [side for side in (both.clearer for both in sides) if side is not None]
    enough = [side for side in clear if side.sure]
    if not enough:
        clearest = max(clear, key=lambda side: side.others, default=None)
        alone = first or clearest
        return () if alone is None else (alone.told(),)
    enough.sort(key=lambda side: (-side.weight, side.number))
    rest = [side for side in enough if first is None or side.number != first.number]
    told = [*([first] if first else []), *rest][:MOST_TOLD]
    return tuple(side.told() for side in sorted(told, key=lambda side: not side.agrees))


def _best_agreed(sides: Sequence[_Both]) -> _Side | None:
    best: _Side | None = None
    for agree, disagree in sides:
        if agree.given == disagree.given == 0:
            continue
        if best is None:
            better = agree.half > SURE or (agree.times > 1 and agree.share > 1 / 2)
        elif best.times > 1:
            better = agree.weight > best.weight
        else:
            better = agree.share * agree.half > best.share * best.half
        best = agree if better else best
    return best


def _both(one: StatementResult, group: int) -> _Both:
    here = one.groups[group]
    rest = [part for place, part in enumerate(one.groups) if place != group]
    seen = sum(part.seen for part in rest)
    return _Both(
        _side(one.number, here, here.agree, sum(part.agree for part in rest), seen, agrees=True),
        _side(one.number, here, here.disagree, sum(part.disagree for part in rest), seen, agrees=False),
    )


def _side(number: int, here: Said, count: int, there: int, seen: int, *, agrees: bool) -> _Side:
    share = (count + 1) / (here.seen + 2)
    return _Side(
        number,
        agrees,
        count,
        here.seen,
        share,
        more_than_half(count, here.seen),
        share / ((there + 1) / (seen + 2)),
        more_than_others(count, there, here.seen, seen),
    )
