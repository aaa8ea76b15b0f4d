"""How long Cancel takes to answer while a draw is calculated in the window's lane.

QT_QPA_PLATFORM=offscreen python tests/bench/bench_cancel.py [PEOPLE SEATS METHOD]

Calculates in another process, as the window does, on made-up people with quotas on four features. Cancels at
several moments, also while the process still starts; prints a JSON line with the seconds from click to answer
for each, null when the draw was done before, and last the worst.
Not a test: pytest does not collect it.
"""

from __future__ import annotations

import json
import sys
import time
from uuid import UUID

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from telling import say

from burgertop_app.domain.drawing import DrawInput, DrawRequest
from burgertop_app.domain.draws import DrawRules, Entry, Pool
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.services.draw_calculating import calculate
from burgertop_app.ui.kit.tasks import Tasks

MOMENTS = (0.3, 1.0, 2.5, 5.0, 9.0, 14.0)
VALUES = (2, 5, 3, 12)
SLACK = 2
NOBODY = UUID(int=0)


def pool_of(people):
    """People who lean to the first values of every feature."""
    drawn = np.random.default_rng(people)
    rows = (tuple(f"{int(values * drawn.random() ** 1.4)}" for values in VALUES) for _ in range(people))
    features = tuple(f"feature {place}" for place in range(len(VALUES)))
    return Pool(features, tuple(Entry(f"p{number}", row) for number, row in enumerate(rows)))


def quotas_of(pool, seats):
    """Equal places for every value of a feature, a little loose."""
    return Quotas(
        tuple(
            Quota(feature, f"{value}", max(seats // values - SLACK, 0), seats // values + SLACK)
            for feature, values in zip(pool.features, VALUES, strict=True)
            for value in range(values)
        )
    )


def answered(tasks, given, moment):
    """Seconds from Cancel, `moment` seconds after the start, to its answer; None when the draw was done."""
    loop, clicked, heard = QEventLoop(), [], []
    task = tasks.calculate("draw", calculate, given)
    task.cancelled.connect(lambda: heard.append(time.perf_counter()))
    task.finished.connect(loop.quit)
    task.failed.connect(lambda error: say(json.dumps({"failed": str(error)})))

    def cancel():
        clicked.append(time.perf_counter())
        task.cancel()

    QTimer.singleShot(round(moment * 1000), cancel)
    task.submit()
    loop.exec()
    return heard[0] - clicked[0] if heard and clicked else None


def main():
    """Cancel at each moment and tell how long it took."""
    people, seats, method = [*sys.argv[1:], *("1000", "100", "leximin")[len(sys.argv) - 1 :]]
    application = QCoreApplication([])
    pool = pool_of(int(people))
    request = DrawRequest(process_id=NOBODY, seats=int(seats), method=method)
    given = DrawInput(
        request, NOBODY, pool, quotas_of(pool, int(seats)), DrawRules(int(seats), method), 1, ()
    )
    tasks = Tasks(str)
    waits = []
    for moment in MOMENTS:
        seconds = answered(tasks, given, moment)
        say(json.dumps({"after": moment, "answer": None if seconds is None else round(seconds, 3)}))
        waits += [] if seconds is None else [seconds]
    say(json.dumps({"people": int(people), "worst": round(max(waits), 3) if waits else None}))
    tasks.close()
    del application


if __name__ == "__main__":
    main()
