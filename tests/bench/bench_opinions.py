"""How long looking for opinion groups takes: python tests/bench/bench_opinions.py [people] [statements].

Made-up voters in two, three and four groups. Tells CPU seconds, the groups found, and the adjusted Rand index
of these with the true ones; and the same for people who vote without any line.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "engines" / "opinions"))

from opinion_cases import grouped, random, table
from sklearn.metrics import adjusted_rand_score

from burgertop_app.domain.progress import UNHEARD
from burgertop_app.engines.opinions.finding import find_groups


def main() -> None:
    """Print a line per number of groups."""
    given = [int(word) for word in sys.argv[1:3]]
    people, statements = (*given, *(300, 50)[len(given) :])
    for groups in (2, 3, 4):
        votes, truth = grouped(1, groups, each=people // groups, statements=statements)
        start = time.process_time()
        found = find_groups(table(votes), 7, UNHEARD)
        cpu = time.process_time() - start
        dots = [dot.group or 0 for dot in found.dots]
        index = adjusted_rand_score([truth[dot.voter] for dot in found.dots], dots)
        sys.stdout.write(f"{groups} groups {cpu:6.2f} s, found {len(found.sizes)}, index {index:.2f}\n")
    start = time.process_time()
    found = find_groups(table(random(1, people, statements)), 7, UNHEARD)
    sys.stdout.write(f"no groups {time.process_time() - start:6.2f} s, found {len(found.sizes)}\n")


if __name__ == "__main__":
    main()
