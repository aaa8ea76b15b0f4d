"""How long counting slips takes: every method on 1,000 slips with 20 options, and the groups beside it.

PYTHONPATH=. python tests/bench/bench_votes.py
"""

from __future__ import annotations

import time

import numpy as np

from burgertop_app.domain.ballot_marks import refuse_marks, span
from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule, GroupQuestion
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.vote_results import Turnout
from burgertop_app.engines.ballots.counting import count
from burgertop_app.engines.ballots.groups import support

SLIPS, OPTIONS = 1000, 20
AREAS = ("Noord", "Zuid", "Oost", "West", "Midden")
AGES = ("16-29", "30-44", "45-64", "65+")


def main() -> None:
    """Print CPU seconds per method: counting, and the support of nine groups."""
    chance = np.random.Generator(np.random.PCG64(7))
    for rule in BallotRule:
        groups = (GroupQuestion("Wijk", AREAS), GroupQuestion("Leeftijd", AGES))
        method = BallotMethod(rule=rule, seed="6 2 4", dots=10, each=3, groups=groups)
        papers = [_slip(method, chance) for _slip_no in range(SLIPS)]
        cells = [
            {"Wijk": str(chance.choice(AREAS)), "Leeftijd": str(chance.choice(AGES))} for _paper in papers
        ]
        begun = time.process_time()
        count(method, papers, Turnout(SLIPS, 0, 0), tuple(range(OPTIONS)))
        counted = time.process_time()
        support(method, papers, cells, OPTIONS)
        print(f"{rule:12} {counted - begun:6.3f} {time.process_time() - counted:6.3f}")  # noqa: T201


def _slip(method: BallotMethod, chance: np.random.Generator) -> tuple[int | None, ...]:
    low, high = span(method, OPTIONS)
    few = method.rule in (BallotRule.DOTS, BallotRule.TOP)
    while True:
        places = chance.permutation(OPTIONS)[: 3 if few else 15].tolist()
        marks = {place: int(chance.integers(low, high + 1)) for place in places}
        try:
            refuse_marks(method, OPTIONS, marks)
        except InvalidInput:
            continue
        return tuple(marks.get(at) for at in range(OPTIONS))


if __name__ == "__main__":
    main()
