"""Seconds of the look before a draw: live while somebody types, and in the background.

python tests/bench/bench_preflight.py [SEATS PEOPLE]

Makes pools with five features and a fixed seed: feasible ones, clashing ones (a quota joint that nobody can
meet), and one in which many people have no chance; with and without shared homes. Prints one JSON line per
pool: the slowest of five live looks and the background look, in seconds of the wall clock. The bars are 0.3 s
and 30 s at 1000 people. Not a test: pytest does not collect it.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter

import numpy as np

from burgertop_app.domain.draws import DrawRules, Entry, Pool
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.engines.sortition.preflight import examine, look

SIZES = (4, 2, 3, 6, 5)
LIVE = 5


def made(people, seats, clash, homes, seed=1):
    """A pool with quotas around one real panel, made to clash by `clash` seats."""
    chance = np.random.default_rng(seed)
    columns = [chance.integers(0, size, (2, people)).min(axis=0) for size in SIZES]
    values = [tuple(f"v{number}" for number in row) for row in zip(*columns, strict=True)]
    entries = tuple(Entry(f"p{n}", each, f"h{n // 2}" if n < homes else "") for n, each in enumerate(values))
    sample = [values[place] for place in chance.choice(people, seats, replace=False)]
    quotas = []
    for place, size in enumerate(SIZES):
        found = Counter(each[place] for each in sample)
        names = [f"v{number}" for number in range(size)]
        quotas += [Quota(f"f{place}", name, max(0, found[name] - 1), found[name] + 1) for name in names]
    if clash:
        # Everybody with the first value of the first feature gets the first value of the second.
        entries = tuple(
            Entry(e.number, (e.values[0], "v0", *e.values[2:]), e.household) if e.values[0] == "v0" else e
            for e in entries
        )
        low = quotas[0].low
        rest = [q for q in quotas if (q.feature, q.value) not in {("f1", "v0"), ("f1", "v1")}]
        quotas = [*rest, Quota("f1", "v0", 0, low - clash), Quota("f1", "v1", 0, seats)]
    return Pool(tuple(f"f{n}" for n in range(len(SIZES))), entries), Quotas(tuple(quotas)), DrawRules(seats)


def hopeless(people, seats):
    """A pool in which a third of the people can be in no panel."""
    pool, quotas, rules = made(people, seats, 0, 0)
    barred = Quotas(
        tuple(Quota(q.feature, q.value, 0, seats) for q in quotas.items if q.feature != "f3")
        + tuple(
            Quota(q.feature, q.value, 0, 0 if q.value in {"v0", "v1"} else seats)
            for q in quotas.items
            if q.feature == "f3"
        )
    )
    return pool, barred, rules


def timed(work):
    """The result and its seconds."""
    start = time.perf_counter()
    return work(), round(time.perf_counter() - start, 3)


def main() -> None:
    """Measure every pool."""
    seats, people = (int(word) for word in sys.argv[1:3]) if len(sys.argv) > 2 else (100, 1000)
    pools = {
        "feasible": made(people, seats, 0, 0),
        "feasible, homes": made(people, seats, 0, people // 5),
        "clash of 1": made(people, seats, 1, 0),
        "clash of 3, homes": made(people, seats, 3, people // 5),
        "many without a chance": hopeless(people, seats),
    }
    for name, given in pools.items():
        live = max(timed(lambda given=given: look(*given))[1] for _time in range(LIVE))
        found, behind = timed(lambda given=given: examine(*given, UNHEARD))
        told = {
            "pool": name,
            "people": people,
            "live_s": live,
            "background_s": behind,
            "possible": found.possible,
            "clash": len(found.clash.demands) if found.clash else 0,
            "ways_out": [way.cost for way in found.relaxations],
            "without_chance": sum(len(heap.numbers) for heap in found.hopeless),
        }
        sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
