"""How often and by how much quotas are missed after drop-out, with our reserves and with other ways.

python tests/bench/bench_replacement.py FOLDER SEATS [--rounds 500] [--whole] [--value VALUE ...]

FOLDER has people.csv and quotas.csv. Draws ten random panels; each gets reserve lists of a quarter of the
seats (at least eight). In every round each member drops out and each reserve says no with a chance of 15 %,
and of 30 % for who has one of the VALUEs. Prints one JSON line per way of replacing: the share of rounds in
which a quota is missed, and the people missed and seats left empty per round. With --whole the other
volunteers may join where the list is not enough. Not a test: pytest does not collect it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.domain.draw_protocol import DrawnNumber
from burgertop_app.domain.draws import Certificate, DrawRules, Lottery, pool_sha256, quotas_sha256
from burgertop_app.domain.drop_out import DropOut, ValueRate
from burgertop_app.domain.replacing import Vacancy, misses_of
from burgertop_app.engines.sortition.replacement import replacements
from burgertop_app.engines.sortition.reserves import reserve_list
from burgertop_app.engines.sortition.solver import best_whole
from burgertop_app.engines.sortition.types import collapse
from burgertop_app.exchange.pool_sheet import read_pool
from burgertop_app.exchange.quota_sheet import read_quotas

PANELS, SEED = 10, 20261121
OVERALL, OFTEN = 150, 300


class Bench:
    """One pool with its panels, and what happens in each round."""

    def __init__(self, folder: Path, seats: int, often: list[str]) -> None:
        self.quotas = read_quotas(folder / "quotas.csv")
        self.pool = read_pool(folder / "people.csv", self.quotas).pool
        self.seats, self.often = seats, set(often)
        self.rng = np.random.default_rng(SEED)
        self.size = max(8, seats // 4)
        self.lotteries = [self._lottery() for _panel in range(PANELS)]

    def _lottery(self) -> Lottery:
        rules = DrawRules(self.seats)
        types = collapse(self.pool, self.quotas, rules)
        found = best_whole(types.program(self.rng.random(len(types))), 0.05)
        panel = []
        for members, count in zip(types.members, np.round(found.values).astype(int), strict=True):
            panel += self.rng.permutation(members)[:count].tolist()
        panel = tuple(sorted(panel))
        return Lottery(
            rules=rules,
            quotas=self.quotas,
            engine="bench",
            pool_sha256=pool_sha256(self.pool),
            quotas_sha256=quotas_sha256(self.quotas),
            certificate=Certificate(0, 0),
            exact=tuple((entry.number, 0) for entry in self.pool.entries),
            portfolio=((WHOLE, panel),),
            panels=(panel,) * 1000,
        )

    def ours(self, lottery: Lottery, rates: DropOut) -> tuple[str, ...]:
        """The reserve list of the program."""
        given = replace(lottery, drop_out=rates)
        return reserve_list(given, self.pool, DrawnNumber(0, "bench"), self.size)

    def random(self, lottery: Lottery) -> tuple[str, ...]:
        """A reserve list drawn blindly."""
        rest = [e.number for e in self.pool.entries if e.number not in set(lottery.panels[0])]
        return tuple(self.rng.permutation(rest)[: self.size].tolist())

    def learnt(self) -> DropOut:
        """The rates as they truly are in this bench."""
        people, places = len(self.pool), {f: n for n, f in enumerate(self.pool.features)}
        out = {entry.number: self.chance(entry.number) for entry in self.pool.entries}
        overall = round(sum(out.values()) / people)
        rates = []
        for quota in self.quotas.items:
            place = places[quota.feature]
            own = [out[e.number] for e in self.pool.entries if e.values[place] == quota.value]
            if own:
                rates.append(ValueRate(quota.feature, quota.value, round(sum(own) / len(own))))
        return DropOut(overall, tuple(rates), 3, people)

    def chance(self, number: str) -> int:
        """How likely somebody is to say no, in thousandths."""
        return OFTEN if self.often & set(self.pool.by_number[number].values) else OVERALL

    def by_hand(self, gone: list[str], free: list[str]) -> tuple[str, ...]:
        """For each who left, whoever of the free has most values in common, the first of them."""
        joined: list[str] = []
        for number in gone:
            values = self.pool.by_number[number].values
            left = [each for each in free if each not in joined]
            if not left:
                break
            joined.append(max(left, key=lambda each: self._alike(values, each)))
        return tuple(joined)

    def _alike(self, values: tuple[str, ...], number: str) -> int:
        own = self.pool.by_number[number].values
        return sum(one == other for one, other in zip(values, own, strict=True))

    def fitted(
        self, staying: list[str], gone: list[str], free: list[str], *, others: frozenset[str]
    ) -> tuple[str, ...]:
        """Replacements as the program draws them; `others` cannot be asked."""
        vacancy = Vacancy(tuple(staying), len(gone), tuple(free), frozenset(gone) | others)
        return replacements(self.pool, self.quotas, vacancy, "bench")


def main() -> None:
    """Measure one pool."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("seats", type=int)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--value", action="append", default=[])
    given = parser.parse_args()
    start = time.process_time()
    bench = Bench(given.folder, given.seats, given.value)
    told = _rounds(bench, given.rounds, whole=given.whole)
    for way, found in told.items():
        line = {
            "pool": given.folder.name,
            "seats": given.seats,
            "reserves": bench.size,
            "way": way,
            "missed": round(found["missed"] / given.rounds, 3),
            "people": round(found["people"] / given.rounds, 2),
            "empty": round(found["empty"] / given.rounds, 2),
        }
        sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.write(f"{time.process_time() - start:.0f} s\n")


def _rounds(bench: Bench, rounds: int, *, whole: bool) -> dict[str, Counter[str]]:
    lists = [
        {
            "ours": bench.ours(lottery, DropOut()),
            "ours, rates learnt": bench.ours(lottery, bench.learnt()),
            "random": bench.random(lottery),
        }
        for lottery in bench.lotteries
    ]
    told: dict[str, Counter[str]] = {}
    for round_ in range(rounds):
        lottery, listed = bench.lotteries[round_ % PANELS], lists[round_ % PANELS]
        panel = lottery.panels[0]
        no = {e.number for e in bench.pool.entries if bench.rng.integers(1000) < bench.chance(e.number)}
        gone = [number for number in panel if number in no]
        staying = [number for number in panel if number not in no]
        for way, joined in _ways(bench, staying, gone, listed, no, whole=whole):
            misses = misses_of(bench.pool, bench.quotas, (*staying, *joined))
            counts = told.setdefault(way, Counter())
            counts["missed"] += bool(misses)
            counts["people"] += sum(miss.short + miss.over for miss in misses)
            counts["empty"] += len(gone) - len(joined)
    return told


def _ways(bench, staying, gone, listed, no, *, whole):
    """Each way of replacing and who joins by it."""
    everyone = {entry.number for entry in bench.pool.entries}
    for name, numbers in listed.items():
        free = [number for number in numbers if number not in no]
        others = frozenset(everyone - set(free) - set(staying))
        yield f"{name} list, fitted", bench.fitted(staying, gone, free, others=others)
        if name == "random":
            yield "random list, in order", tuple(free[: len(gone)])
            yield "random list, next best by hand", bench.by_hand(gone, free)
    if whole:
        free = [number for number in listed["ours"] if number not in no]
        volunteers = sorted(everyone - no - set(staying))
        yield "as in the program", bench.fitted(staying, gone, free, others=frozenset(no))
        yield "everyone, next best by hand", bench.by_hand(gone, volunteers)


if __name__ == "__main__":
    main()
