"""How fluid the room is: PYTHONPATH=. python tests/bench/bench_room.py [TABLES] [SEATS].

Told are milliseconds that the window's thread worked (other work may share the machine): to draw the room,
to paint it whole, to paint it while somebody is dragged, the words for a drop, and another round.
"""

from __future__ import annotations

import statistics
import sys
import time

from full_room import page
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from telling import say

TURNS = 30


def measure(what, act, turns=TURNS):
    taken = []
    for turn in range(turns):
        start = time.thread_time()
        act(turn)
        taken.append((time.thread_time() - start) * 1000)
    say(f"{what:<52}{statistics.median(taken):7.1f} ms  worst {max(taken):7.1f} ms")


def main(tables, seats):
    with page(tables * seats - 1, tables, seats) as made:
        area, view = made.area, made.area.view
        taken = [item for item in view._seats if item.seat.person]

        def paint(_turn):
            view.viewport().repaint()

        def drag(turn):
            target = taken[seats * 3 + turn]
            at = target.scenePos() + QPointF(1, 1)
            view.drag.move(taken[0], target, at, view._visible(), view.transform().m11())
            view.viewport().repaint()

        def other_round(turn):
            area.show_round(turn % 3 + 1)
            view.viewport().repaint()

        scene, place = area.scene, view.tables[-1].place
        say(f"{tables} tables of {seats}, {len(taken)} people")
        measure("the words for a drop", lambda _turn: scene.telling(taken[0].seat.person, None, place))
        measure("paint the room as it scrolls", paint)
        view.fit()
        QApplication.processEvents()
        measure("paint the whole room at once", paint)
        measure("a step of a drag, with words, until painted", drag)
        view.drag.cancel()
        measure("another round, until painted", other_round, 9)


if __name__ == "__main__":
    main(*[int(given) for given in (*sys.argv[1:3], *("45", "7")[len(sys.argv[1:3]) :])])
