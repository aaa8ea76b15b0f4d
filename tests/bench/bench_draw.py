"""CPU seconds of a lottery, per phase.

python tests/bench/bench_draw.py FOLDER SEATS [--method M] [--household COLUMN,COLUMN] [--peer COMMAND]

FOLDER has people.csv and quotas.csv. Prints one JSON line: seconds to the certificate, of the rounding to
numbered panels, and per phase; the lowest chance with its bound, the gini of all chances, people without a
chance, the largest deviation of the thousand panels, the most memory used, and how long the quick and the
thorough pre-flight take. COMMAND, when given, is another program that gets --people, --quotas, --seats and
--method and prints a JSON line with cpu_s: it runs on the same pool, and the times are compared.
Not a test: pytest does not collect it.
"""

from __future__ import annotations

import argparse
import json
import resource
import shlex
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from burgertop_app.domain.canonical import decimals
from burgertop_app.domain.draws import DrawRules
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.engines.sortition.lottery import compute
from burgertop_app.engines.sortition.preflight import examine, look
from burgertop_app.exchange.pool_sheet import read_pool
from burgertop_app.exchange.quota_sheet import read_quotas

ROUNDING = ("draw_rounding", "draw_exchange", "draw_sharing")


class Stopwatch:
    """Progress that adds up the CPU seconds between checkpoints, per phase."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._phase, self._since = "start", time.process_time()

    def checkpoint(self, phase: str, _fraction: float | None = None) -> None:
        """Close the phase so far and open `phase`."""
        now = time.process_time()
        self.seconds[self._phase] += now - self._since
        self._phase, self._since = phase, now


def timed(work):
    """The result of `work()` and the CPU seconds it took."""
    start = time.process_time()
    return work(), round(time.process_time() - start, 3)


def gini(chances):
    """How unequal the chances are: 0 when all are equal."""
    places = enumerate(sorted(chances))
    size = len(chances)
    return sum((2 * place - size + 1) * chance for place, chance in places) / (size * sum(chances))


def peer(given):
    """What another program says of the same pool."""
    people, quotas = given.folder / "people.csv", given.folder / "quotas.csv"
    asked = f"{given.peer} --people {people} --quotas {quotas} --seats {given.seats} --method {given.method}"
    done = subprocess.run(shlex.split(asked), capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    """Measure one pool."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("seats", type=int)
    parser.add_argument("--method", default="leximin")
    parser.add_argument("--household", default="")
    parser.add_argument("--peer", default="")
    given = parser.parse_args()
    quotas = read_quotas(given.folder / "quotas.csv")
    household = tuple(filter(None, given.household.split(",")))
    pool = read_pool(given.folder / "people.csv", quotas, household=household).pool
    rules = DrawRules(given.seats, given.method, household)
    _seen, quick = timed(lambda: look(pool, quotas, rules))
    _seen, thorough = timed(lambda: examine(pool, quotas, rules, UNHEARD))
    watch = Stopwatch()
    lottery, seconds = timed(lambda: compute(pool, quotas, rules, watch))
    watch.checkpoint("end")
    proven = seconds - sum(watch.seconds[phase] for phase in ROUNDING)
    found = {
        "pool": given.folder.name,
        "method": given.method,
        "certificate_s": round(proven, 2),
        "rounding_s": round(seconds - proven, 2),
        "phases": {phase: round(spent, 2) for phase, spent in watch.seconds.items()},
        "lowest": decimals(lottery.certificate.min_probability),
        "bound": decimals(lottery.certificate.upper_bound),
        "gini": round(gini([chance for _number, chance in lottery.exact]), 4),
        "without_chance": len(lottery.without_chance),
        "deviation": round(lottery.largest_deviation, 6),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "look_s": quick,
        "examine_s": thorough,
    }
    if given.peer:
        told = peer(given)
        found |= {"peer": told, "times_faster": round(told["cpu_s"] / proven, 1)}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
