"""Pools to draw from: the shipped ones, and random tiny ones of which every panel can be listed."""

from __future__ import annotations

import csv
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import strategies as st

from burgertop_app.domain.draws import DrawRules, Entry, KeptOut, Pool
from burgertop_app.domain.quotas import Quota, Quotas

POOLS = Path(__file__).parents[2] / "fixtures" / "pools"


def shipped(name, seats):
    with (POOLS / name / "quotas.csv").open(encoding="utf-8", newline="") as handle:
        lines = list(csv.DictReader(handle))
    quotas = Quotas(
        tuple(Quota(line["feature"], line["value"], int(line["min"]), int(line["max"])) for line in lines)
    )
    with (POOLS / name / "people.csv").open(encoding="utf-8", newline="") as handle:
        people = list(csv.DictReader(handle))
    entries = tuple(Entry(each["id"], tuple(each[f] for f in quotas.features)) for each in people)
    return Pool(quotas.features, entries), quotas, DrawRules(seats)


@pytest.fixture(scope="session")
def tiny():
    """A strategy for random tiny draws: pool, quotas, rules."""
    return _tiny()


@pytest.fixture(scope="session")
def ruled():
    """A strategy for random tiny draws by a method, in which some may be kept in and some kept out."""
    return _ruled


@pytest.fixture(scope="session")
def allowed():
    """All panels that meet every quota and every rule, by trying each."""
    return _allowed


@pytest.fixture(scope="session")
def every_panel():
    """All panels that meet every quota and hold no home twice, by trying each."""
    return _every_panel


@pytest.fixture(scope="session")
def meets():
    """Whether a panel meets every quota and holds no home twice."""
    return _meets


@pytest.fixture(scope="session")
def n70():
    return shipped("nl_n70_k24_f5", 24)


@pytest.fixture(scope="session")
def n200():
    return shipped("nl_n200_k30_f5", 30)


@st.composite
def _tiny(draw):
    """At most ten people with up to three features, quotas around one real panel, and shared homes."""
    people = draw(st.integers(4, 10))
    seats = draw(st.integers(1, min(5, people)))
    sizes = draw(st.lists(st.integers(2, 3), min_size=1, max_size=3))
    values = [tuple(f"v{draw(st.integers(0, size - 1))}" for size in sizes) for _person in range(people)]
    homes = [draw(st.sampled_from(["", "", "h1", "h2"])) for _person in range(people)]
    sample = draw(st.permutations(range(people)))[:seats]
    quotas = []
    for place, size in enumerate(sizes):
        for value in (f"v{number}" for number in range(size)):
            count = sum(values[person][place] == value for person in sample)
            low, high = count - draw(st.integers(0, 1)), count + draw(st.integers(0, 1))
            quotas.append(Quota(f"f{place}", value, max(0, low), high))
    features = tuple(f"f{place}" for place in range(len(sizes)))
    entries = tuple(Entry(f"p{n}", values[n], homes[n]) for n in range(people))
    return Pool(features, entries), Quotas(tuple(quotas)), DrawRules(seats)


@st.composite
def _ruled(draw, method):
    """A tiny draw with at most two people kept in and at most two others kept out."""
    pool, quotas, rules = draw(_tiny())
    order = draw(st.permutations(list(pool.by_number)))
    first = draw(st.integers(0, 2))
    last = first + draw(st.integers(0, 2))
    keep_out = tuple(KeptOut(number, "-") for number in order[first:last])
    return pool, quotas, replace(rules, method=method, keep_in=tuple(order[:first]), keep_out=keep_out)


def _allowed(pool, quotas, rules):
    kept = set(rules.keep_in)
    panels = _every_panel(pool, quotas, rules)
    return [panel for panel in panels if kept <= set(panel) and not rules.barred & set(panel)]


def _every_panel(pool, quotas, rules):
    return [panel for panel in combinations(pool.by_number, rules.seats) if _meets(panel, pool, quotas)]


def _meets(panel, pool, quotas):
    members = [pool.by_number[number] for number in panel]
    homes = [member.household for member in members if member.household]
    counts = {
        quota: sum(pool.declared(member)[quota.feature] == quota.value for member in members)
        for quota in quotas.items
    }
    return len(homes) == len(set(homes)) and all(q.low <= count <= q.high for q, count in counts.items())
