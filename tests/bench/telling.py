"""How the measurements tell what they find: line by line, and how long each step took."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager


def say(line):
    """Print one line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def lap(name, told=lambda: ""):
    """Tell how long the block took, by the clock and of the processor, and then what `told` gives."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    say(f"{name}: {time.perf_counter() - wall:.2f} s, {time.process_time() - cpu:.2f} CPU s{told()}")


class Lap:
    """Tells how long each step took, from the one before."""

    def __init__(self):
        self._start, self._spent = time.perf_counter(), time.process_time()

    def __call__(self, what):
        clock, processor = time.perf_counter() - self._start, time.process_time() - self._spent
        say(f"{what:<42}{clock:8.2f} s by the clock {processor:8.2f} s of the processor")
        self._start, self._spent = time.perf_counter(), time.process_time()
