"""How fast the door is: PYTHONPATH=. python tests/bench/bench_door.py [PEOPLE] [MARKS].

People with seats in three rounds come in one after another, as at the desk: five letters of the name and
Enter. Each mark is kept in a file on disk meanwhile, and the window goes on. Told are milliseconds that the
window's thread worked, since other work may share the machine, and by the clock how long the window stood
still at most.
"""

from __future__ import annotations

import statistics
import sys
import time

from full_room import page, wait
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from telling import say

from burgertop_app.domain.events import Presence


def line(what, taken):
    ordered = sorted(taken)
    high = ordered[int(0.95 * len(ordered))]
    say(f"{what:<46}{statistics.median(taken):7.1f} ms  95 % {high:7.1f} ms  worst {max(taken):7.1f} ms")


def turns(until):
    """Let the window live for a while; the longest turn of its loop in milliseconds."""
    longest = 0.0
    while time.perf_counter() < until:
        start = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, (time.perf_counter() - start) * 1000)
        time.sleep(0.001)
    return longest


def main(people, marks):
    with page(people, -(-people // 7), 7) as made:
        made.to_door.click()
        wait(made.desk)
        door = made.door
        keys, ready, still = [], [], []
        began = time.perf_counter()
        for guest in made.found.guests[:marks]:
            for sign in guest.name[:5]:
                start = time.thread_time()
                QTest.keyClick(door.search, sign)
                door.table.repaint()
                keys.append((time.thread_time() - start) * 1000)
            start = time.thread_time()
            QTest.keyClick(door.search, Qt.Key.Key_Return)
            door.repaint()
            ready.append((time.thread_time() - start) * 1000)
            still.append(turns(time.perf_counter() + 0.15))
        spent = time.perf_counter() - began
        wait(made.desk)
        kept = made.desk.services.event_day.attendance(made.event_id)
        here = sum(came is Presence.PRESENT for came in kept.values())
        say(f"{people} people, {len(ready)} marked, {here} on disk")
        line("a letter, until the list shows it", keys)
        line("Enter, until the next name can be typed", ready)
        line("longest standstill while a mark is kept", still)
        say(f"{'all together, with 150 ms between two people':<46}{spent:7.1f} s")
        others(made, marks)


def others(made, marks):
    """Mark all others absent in one go."""
    rest = [guest.participation_id for guest in made.found.guests[marks:]]
    start = time.perf_counter()
    made.door.marked.emit(rest, Presence.ABSENT)
    held = (time.perf_counter() - start) * 1000
    wait(made.desk)
    whole = (time.perf_counter() - start) * 1000
    say(f"{len(rest)} others absent: shown after {held:.0f} ms, kept after {whole:.0f} ms")


if __name__ == "__main__":
    main(*[int(given) for given in (*sys.argv[1:3], *("314", "60")[len(sys.argv[1:3]) :])])
