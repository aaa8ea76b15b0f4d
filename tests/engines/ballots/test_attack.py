"""An attack on what is shown of groups: by sums and differences of figures nobody's vote may be found.

The attacker knows of everybody which boxes they ticked, and every figure that is published. A tally of some
people follows from the figures just when they are a union of cells (people with the same boxes) whose
indicator is a linear combination of those of the published figures; or when votes must lie at their lowest or
highest. Small tables, so that every union is tried, in exact fractions.
"""

from __future__ import annotations

import itertools
from fractions import Fraction

import numpy as np
import pytest
from scipy.optimize import linprog

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule, GroupQuestion
from burgertop_app.engines.ballots.groups import support

LEAST = 10


def kernel(rows, width):
    """What is at right angles to every row, as whole numbers: (many, width)."""
    left = [[Fraction(int(cell)) for cell in row] for row in rows]
    pivots = []
    for at in range(width):
        below = next((no for no in range(len(pivots), len(left)) if left[no][at]), None)
        if below is None:
            continue
        here = len(pivots)
        left[here], left[below] = left[below], left[here]
        left[here] = [cell / left[here][at] for cell in left[here]]
        for no, row in enumerate(left):
            if no != here and row[at]:
                left[no] = [cell - row[at] * one for cell, one in zip(row, left[here], strict=True)]
        pivots.append(at)
    found = []
    for free in sorted(set(range(width)) - set(pivots)):
        vector = [Fraction(0)] * width
        vector[free] = Fraction(1)
        for no, at in enumerate(pivots):
            vector[at] = -left[no][free]
        scale = np.lcm.reduce([one.denominator for one in vector])
        found.append([int(one * int(scale)) for one in vector])
    return np.array(found, dtype=np.int64).reshape(len(found), width)


def attacked(cells, sizes, given, published):
    """The unions of fewer than ten people whose tally follows, and cells whose votes are certain."""
    rows = [[1] * len(cells), *([int(cell[at] == box) for cell in cells] for at, box in published)]
    unions = np.array(list(itertools.product((0, 1), repeat=len(cells))), dtype=np.int64)
    follow = unions[~(unions @ kernel(rows, len(cells)).T).any(axis=1)]
    people = follow @ np.array(sizes)
    few = follow[(people > 0) & (people < LEAST)]
    known = np.array(rows) @ np.array(given)
    room = linprog(
        [*([0] * len(cells)), -1],
        A_eq=[[*row, 0] for row in rows],
        b_eq=known,
        A_ub=[
            *([*(-int(at == one) for at in range(len(cells))), 1] for one in range(len(cells))),
            *([*(int(at == one) for at in range(len(cells))), 1] for one in range(len(cells))),
        ],
        b_ub=[*([0] * len(cells)), *sizes],
        bounds=[(None, None)] * (len(cells) + 1),
    )
    return few, -room.fun < 1e-7


def table(seed, boxes, largest):
    """A random table: the boxes of each cell, its people, and how many of them are for."""
    chance = np.random.Generator(np.random.PCG64(seed))
    named = [[f"{question}{box}" for box in range(count)] for question, count in enumerate(boxes)]
    cells = list(itertools.product(*named))
    many = chance.random(len(cells)) < chance.random()
    sizes = np.where(many, chance.integers(1, largest, len(cells)), chance.integers(0, 3, len(cells)))
    given = chance.binomial(sizes, chance.choice((0.1, 0.5, 0.9)))
    kept = [at for at, size in enumerate(sizes) if size]
    return named, [cells[at] for at in kept], sizes[kept].tolist(), given[kept].tolist()


def published_of(named, cells, sizes, given):
    questions = tuple(GroupQuestion(f"v{at}", tuple(values)) for at, values in enumerate(named))
    method = BallotMethod(rule=BallotRule.APPROVAL, groups=questions, seed="1")
    papers = [
        ((1 if one < yes else None,), cell)
        for cell, size, yes in zip(cells, sizes, given, strict=True)
        for one in range(size)
    ]
    ticked = [{f"v{at}": box for at, box in enumerate(cell)} for _paper, cell in papers]
    found = support(method, [paper for paper, _cell in papers], ticked, 1)
    return [
        (at, group.name)
        for at, question in enumerate(found.questions)
        for group in question.groups
        if group.shares[0] is not None
    ]


@pytest.mark.parametrize("boxes", [(3,), (2, 3), (3, 4), (2, 2, 2), (2, 2, 3)])
def test_no_vote_follows_from_what_is_shown(boxes):
    shown = 0
    for seed in range(80):
        named, cells, sizes, given = table(seed, boxes, 28)
        published = published_of(named, cells, sizes, given)
        if not published:
            continue
        if not published:
            continue
        few, certain = attacked(cells, sizes, given, published)

        assert not len(few), (seed, cells, sizes, given, published, few)
        assert not certain, (seed, cells, sizes, given, published)
        shown += 1
    assert shown > 10


def test_nine_people_in_three_questions_do_not_follow():
    sizes = {"001": 3, "002": 17, "012": 3, "100": 2, "101": 11, "110": 2, "111": 1, "112": 15}
    named = [["00", "01"], ["10", "11"], ["20", "21", "22"]]
    cells = [tuple(f"{at}{box}" for at, box in enumerate(said)) for said in sizes]
    given = [size // 2 for size in sizes.values()]

    published = published_of(named, cells, list(sizes.values()), given)

    assert published
    assert not len(attacked(cells, list(sizes.values()), given, published)[0])
