"""The write lane: one thread that owns the workspace and does one request at a time."""

from __future__ import annotations

import queue
import threading
import time
from typing import TYPE_CHECKING, Protocol

from burgertop_app.domain.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT_EVERY = 0.05


class Ear(Protocol):
    """Who hears how a job goes; called from any thread."""

    @property
    def unwanted(self) -> bool:
        """Whether the organiser pressed Cancel."""

    def heard_progress(self, phase: str, fraction: float | None) -> None:
        """The job is in `phase`."""

    def heard_done(self, result: object) -> None:
        """The job gave `result`."""

    def heard_failed(self, error: Exception) -> None:
        """The job stopped on `error`."""

    def heard_cancelled(self) -> None:
        """The job stopped because it had to; nothing was written."""


class LaneProgress:
    """Progress inside this process: passes reports on, at most one per phase and 50 ms."""

    def __init__(self, ear: Ear) -> None:
        self._ear = ear
        self._phase = ""
        self._next = 0.0

    def checkpoint(self, phase: str, fraction: float | None = None) -> None:
        """Report, or stop.

        Raises:
            Cancelled: the organiser pressed Cancel.
        """
        if self._ear.unwanted:
            raise Cancelled
        now = time.monotonic()
        if phase != self._phase or now >= self._next:
            self._phase, self._next = phase, now + REPORT_EVERY
            self._ear.heard_progress(phase, fraction)


class WriteLane:
    """One thread, started at the first job; jobs run in the order in which they came."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def put(self, work: Callable[[LaneProgress], object], ear: Ear) -> None:
        """Do `work` when its turn comes and tell `ear`."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="burgertop-write", daemon=True)
            self._thread.start()
        self._jobs.put(lambda: carry_out(work, ear))

    def close(self, seconds: float) -> bool:
        """Finish what is waiting and stop; False when that took longer than `seconds`."""
        if self._thread is None:
            return True
        self._jobs.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()


def carry_out(work: Callable[[LaneProgress], object], ear: Ear) -> None:
    """Do `work` here and now and tell `ear` how it ended; no error escapes."""
    if ear.unwanted:
        ear.heard_cancelled()
        return
    try:
        result = work(LaneProgress(ear))
    except Cancelled:
        ear.heard_cancelled()
    except Exception as error:  # noqa: BLE001 - the edge of the lane: the page shows it
        ear.heard_failed(error)
    else:
        ear.heard_done(result)
