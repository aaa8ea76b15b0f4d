import math
from collections import Counter
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import strategies as st

from burgertop_app.domain.seating import SeatingPlan, SeatingProblem, SeatLock, even_sizes
from burgertop_app.engines.seating import pace

FEWEST, MOST = 40_000, 180_000
"""Steps of a search where nobody says how many, in the program."""


@pytest.fixture(autouse=True)
def _full_search(monkeypatch):
    """The engine is tested with the search that everybody gets."""
    monkeypatch.setattr(pace, "FEWEST", FEWEST)
    monkeypatch.setattr(pace, "MOST", MOST)


@pytest.fixture(scope="session")
def problems():
    """Small problems: some attributes, tables of unequal size per round, some locks."""
    return _problems()


@pytest.fixture(scope="session")
def plans():
    """Any plan for a problem, whether or not it keeps the locks."""
    return _plans


@pytest.fixture(scope="session")
def counted():
    """Counts excess, repeats and coincidences of a plan one by one."""
    return _counted


@st.composite
def _problems(draw, most=14):
    people = draw(st.integers(2, most))
    attributes = draw(st.integers(0, 2))
    values = draw(
        st.lists(st.tuples(*[st.sampled_from("xyz")] * attributes), min_size=people, max_size=people)
    )
    sizes = tuple(draw(_sizes(people)) for _ in range(draw(st.integers(1, 3))))
    return SeatingProblem(
        tuple(f"p{number}" for number in range(people)),
        tuple(f"a{number}" for number in range(attributes)),
        tuple(values),
        sizes,
        tuple(draw(_locks(sizes, people))),
    )


@st.composite
def _plans(draw, problem):
    seats = [[table for table, size in enumerate(sizes) for _ in range(size)] for sizes in problem.sizes]
    return SeatingPlan(tuple(tuple(draw(st.permutations(row))) for row in seats))


@st.composite
def _sizes(draw, people):
    cuts = draw(st.sets(st.integers(1, people - 1), max_size=4))
    edges = [0, *sorted(cuts), people]
    return tuple(end - start for start, end in pairwise(edges))


@st.composite
def _locks(draw, sizes, people):
    found = []
    for number, tables in enumerate(sizes):
        row = draw(st.permutations([table for table, size in enumerate(tables) for _ in range(size)]))
        locked = draw(st.sets(st.integers(0, people - 1), max_size=people // 2))
        found += [SeatLock(person, number, row[person]) for person in sorted(locked)]
    return found


def _counted(problem, plan):
    excess = 0
    people = range(len(problem.people))
    for row, sizes in zip(plan.tables, problem.sizes, strict=True):
        for place in range(len(problem.attributes)):
            column = [problem.values[person][place] for person in people]
            for value, having in Counter(column).items():
                for table, size in enumerate(sizes):
                    count = sum(row[p] == table and column[p] == value for p in people)
                    share = size * having / len(people)
                    excess += max(count - math.ceil(share - 1e-9), math.floor(share + 1e-9) - count, 0)
    times = [sum(row[a] == row[b] for row in plan.tables) for a, b in combinations(people, 2)]
    return excess, sum(max(0, met - 1) for met in times), sum(math.comb(met, 2) for met in times)


@pytest.fixture
def thirty_six():
    """36 people with three attributes, tables of six, three rounds."""
    rng = np.random.Generator(np.random.PCG64(5))
    rows = [
        (str(rng.choice(["v", "m"])), str(rng.choice(list("abcd"))), str(rng.choice(["n", "o", "z"])))
        for _ in range(36)
    ]
    people = tuple(f"P{number:02d}" for number in range(36))
    return SeatingProblem(people, ("g", "l", "w"), tuple(rows), (even_sizes(36, 6),) * 3)
