"""Which groups to leave out because the groups of another question would give votes away.

What is shown of one question are sums over groups that have nobody in common; together with those that are
left out they are everybody. A reader who knows who ticked what can take groups of one question away from
groups of another in which they lie: "Noord" and "Zuid" together, less "tenant", may be one person. What is
left over must be ten papers at least, and not of one mind in a secret vote.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import combinations, permutations
from operator import or_
from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_methods import LEAST_IN_GROUP
from burgertop_app.engines.ballots.hiding import hidden

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from burgertop_app.engines.ballots.hiding import Cell

FEW = 8
"""Of so many groups in a question every union is looked at; of more, those of one or two, and of the rest."""


@dataclass(frozen=True)
class Box:
    """One group of a question for one option: the papers that speak about it, a bit each, and what they gave.

    `named` is False for those who left the question empty, who are never shown.
    """

    papers: int
    cell: Cell
    named: bool = True


@dataclass(frozen=True)
class _Block:
    """What a reader knows as one sum: a group that is shown, or all that are left out; then `place` is -1."""

    question: int
    place: int
    papers: int
    given: int


def left_out(
    questions: Sequence[Sequence[Box]],
    also: Sequence[frozenset[int]],
    *,
    secret: bool,
    least: int = LEAST_IN_GROUP,
) -> tuple[frozenset[int], ...]:
    """Per question the places of the groups to leave out for one option; `also` go for another reason."""
    out = [
        hidden([box.cell for box in boxes], secret=secret, also=gone, least=least)
        for boxes, gone in zip(questions, also, strict=True)
    ]
    while (leak := _leak(questions, out, secret=secret, least=least)) is not None:
        at, place = leak
        cells = [box.cell for box in questions[at]]
        out[at] = hidden(cells, secret=secret, also=out[at] | {place}, least=least)
    return tuple(out)


def _leak(
    questions: Sequence[Sequence[Box]], out: Sequence[frozenset[int]], *, secret: bool, least: int
) -> tuple[int, int] | None:
    """The smallest group, with its question, by which something can be worked out; None when nothing can."""
    blocks = [_blocks(at, boxes, out[at]) for at, boxes in enumerate(questions)]
    told = [at for at, own in enumerate(blocks) if len(own) > 1]
    for around, *within in permutations(told) if len(told) > 1 else ():
        others, most = [blocks[at] for at in within], _most(questions[around])
        found = _between(blocks[around], others, most, least, secret=secret)
        shown = [one for one in found if one.place >= 0]
        if shown:
            one = min(shown, key=lambda each: (each.papers.bit_count(), each.question, each.place))
            return one.question, one.place
    return None


def _between(
    around: Sequence[_Block], within: Sequence[Sequence[_Block]], most: int, least: int, *, secret: bool
) -> list[_Block]:
    """The groups by which it can be worked out what others do not say, when that gives votes away."""
    for chosen in _unions(len(around)):
        wide = [around[place] for place in chosen]
        rest = _together(wide)
        given = sum(one.given for one in wide)
        inner: list[_Block] = []
        for blocks in within:
            lying = [one for one in blocks if one.papers & rest == one.papers]
            rest &= ~_together(lying)
            given -= sum(one.given for one in lying)
            inner += lying
            alike = secret and given in (0, rest.bit_count() * most)
            if inner and rest and (rest.bit_count() < least or alike):
                return inner if any(one.place >= 0 for one in inner) else wide
    return []


def _blocks(at: int, boxes: Sequence[Box], out: frozenset[int]) -> list[_Block]:
    """The sums that are known of a question."""
    shown = [place for place, box in enumerate(boxes) if box.named and box.papers and place not in out]
    rest = [box for place, box in enumerate(boxes) if place not in shown]
    found = [_Block(at, place, boxes[place].papers, boxes[place].cell.given) for place in shown]
    others = _together(rest)
    return [*found, _Block(at, -1, others, sum(box.cell.given for box in rest))] if others else found


def _together(several: Sequence[Box | _Block]) -> int:
    return reduce(or_, (one.papers for one in several), 0)


def _most(boxes: Sequence[Box]) -> int:
    return max(box.cell.most for box in boxes)


def _unions(count: int) -> Iterator[tuple[int, ...]]:
    sizes = [size for size in range(1, count) if count <= FEW or size <= 2 or size >= count - 2]
    for size in sizes:
        yield from combinations(range(count), size)
