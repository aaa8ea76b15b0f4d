"""CPU seconds of a lottery, per phase.

python tests/bench/bench_draw.py FOLDER SEATS [--household COLUMN,COLUMN]

FOLDER has people.csv and quotas.csv. Prints one JSON line: seconds in all and per phase, the lowest chance
with its bound, people without a chance, the largest deviation of the thousand panels, and how long the quick
and the thorough pre-flight take. Not a test: pytest does not collect it.
"""

from __future__ import annotations

import argparse
import json
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


def main() -> None:
    """Measure one pool."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("seats", type=int)
    parser.add_argument("--household", default="")
    given = parser.parse_args()
    quotas = read_quotas(given.folder / "quotas.csv")
    household = tuple(filter(None, given.household.split(",")))
    pool = read_pool(given.folder / "people.csv", quotas, household=household).pool
    rules = DrawRules(given.seats, household_columns=household)
    _seen, quick = timed(lambda: look(pool, quotas, rules))
    _seen, thorough = timed(lambda: examine(pool, quotas, rules, UNHEARD))
    watch = Stopwatch()
    lottery, seconds = timed(lambda: compute(pool, quotas, rules, watch))
    watch.checkpoint("end")
    found = {
        "pool": given.folder.name,
        "cpu_s": seconds,
        "phases": {phase: round(spent, 2) for phase, spent in watch.seconds.items()},
        "lowest": decimals(lottery.certificate.min_probability),
        "bound": decimals(lottery.certificate.upper_bound),
        "without_chance": len(lottery.without_chance),
        "deviation": round(lottery.largest_deviation, 6),
        "look_s": quick,
        "examine_s": thorough,
    }
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
