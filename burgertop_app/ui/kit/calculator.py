"""The calculation lane: a separate process, so that long work never blocks window or saving.

The process is started by spawn (also in a frozen program, which must call
`multiprocessing.freeze_support()` first) and kept for the next calculation. It gets a function that
can be pickled by name and plain values; it never sees the workspace.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import queue
import signal
import threading
import time
import traceback
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import BurgertopError, Cancelled, NotPossible

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from burgertop_app.ui.kit.lanes import Ear

PATIENCE = 0.8
POLL = 0.05
LOOK_EVERY = 0.02
READY = "ready"

Message = tuple[str, object]


class Calculator:
    """Runs calculations in at most `workers` processes; more wait for their turn."""

    def __init__(self, workers: int = 2, patience: float = PATIENCE) -> None:
        self._jobs: queue.SimpleQueue[tuple[Callable[..., object], tuple[object, ...], Ear] | None] = (
            queue.SimpleQueue()
        )
        self._wanted = workers
        self._patience = patience
        self._minders: list[threading.Thread] = []
        self._closing = threading.Event()

    def put(self, function: Callable[..., object], values: tuple[object, ...], ear: Ear) -> None:
        """Calculate `function(*values, progress)` when a process is free and tell `ear`."""
        if len(self._minders) < self._wanted:
            name = f"burgertop-calculate-{len(self._minders)}"
            minder = threading.Thread(target=self._mind, name=name, daemon=True)
            self._minders.append(minder)
            minder.start()
        self._jobs.put((function, values, ear))

    def close(self) -> None:
        """End the processes, busy or not; nothing they did was kept."""
        self._closing.set()
        for _ in self._minders:
            self._jobs.put(None)
        for minder in self._minders:
            minder.join(self._patience + 1)

    def _mind(self) -> None:
        worker = _Worker()
        while (job := self._jobs.get()) is not None:
            function, values, ear = job
            if ear.unwanted or self._closing.is_set():
                ear.heard_cancelled()
                continue
            try:
                worker.calculate(function, values, _Watch(ear, self._closing, self._patience))
            except Exception as error:  # noqa: BLE001 - the edge of the lane: the page shows it
                worker.end()
                ear.heard_failed(error)
        worker.end()


class _Watch:
    """Hears a calculation and knows since when it had to stop."""

    def __init__(self, ear: Ear, closing: threading.Event, patience: float) -> None:
        self.ear = ear
        self._closing = closing
        self._patience = patience
        self._since: float | None = None

    def stop_wanted(self) -> bool:
        """True the first time that the calculation turns out unwanted."""
        if self._since is None and (self.ear.unwanted or self._closing.is_set()):
            self._since = time.monotonic()
            return True
        return False

    def patience_over(self) -> bool:
        """Whether the process has not answered Cancel in time."""
        return self._since is not None and time.monotonic() - self._since > self._patience


class _Worker:
    """One spawned process and the pipe to it."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._listens = False

    def calculate(self, function: Callable[..., object], values: tuple[object, ...], watch: _Watch) -> None:
        parcel = pickle.dumps((function, values))
        pipe = self._started()
        if not self._heard_ready(pipe, watch):
            self.end()
            watch.ear.heard_cancelled()
            return
        pipe.send_bytes(parcel)
        while True:
            if watch.stop_wanted():
                pipe.send_bytes(b"stop")
            if watch.patience_over():
                self.end()
                watch.ear.heard_cancelled()
                return
            if pipe.poll(POLL) and self._ended(pipe, watch):
                return

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None
        self._listens = False

    def _heard_ready(self, pipe: Connection, watch: _Watch) -> bool:
        """Wait until the process listens: a large parcel would hold us until then. False after Cancel."""
        while not self._listens:
            if watch.stop_wanted():
                return False
            if pipe.poll(POLL):
                self._listens = self._ended(pipe, watch)
        return True

    def _started(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self.end()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), name="burgertop", daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = ours
        return ours

    def _ended(self, pipe: Connection, watch: _Watch) -> bool:
        try:
            kind, content = pickle.loads(pipe.recv_bytes())  # noqa: S301 - from our own process
        except (EOFError, OSError):
            self.end()
            raise NotPossible("calculation_lost") from None
        return _told(kind, content, watch.ear)


def _told(kind: str, content: object, ear: Ear) -> bool:
    """Pass one message on; True when it was the last of its calculation."""
    if kind == "progress" and isinstance(content, tuple):
        ear.heard_progress(*content)
        return False
    if kind == READY:
        return True
    if kind == "done":
        ear.heard_done(content)
    elif kind == "cancelled":
        ear.heard_cancelled()
    elif isinstance(content, Exception):
        ear.heard_failed(content)
    return True


class _PipeProgress:
    """Progress inside the calculating process."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._phase = ""
        self._next = 0.0

    def checkpoint(self, phase: str, fraction: float | None = None) -> None:
        now = time.monotonic()
        if phase == self._phase and now < self._next:
            return
        self._phase, self._next = phase, now + LOOK_EVERY
        if self._pipe.poll():
            self._pipe.recv_bytes()
            raise Cancelled
        _send(self._pipe, ("progress", (phase, fraction)))


def _serve(pipe: Connection) -> None:
    """The calculating process: take a parcel, calculate, answer, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _send(pipe, (READY, None))
        while True:
            parcel = pipe.recv_bytes()
            if parcel != b"stop":
                _send(pipe, _answer(parcel, _PipeProgress(pipe)))
    except (EOFError, OSError):
        os._exit(0)


def _answer(parcel: bytes, progress: _PipeProgress) -> Message:
    try:
        function, values = pickle.loads(parcel)  # noqa: S301 - from our own process
        return "done", function(*values, progress)
    except Cancelled:
        return "cancelled", None
    except (EOFError, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001 - the edge of the process: the window shows it
        return "failed", portable(error)


def portable(error: Exception) -> Exception:
    """`error` itself when it survives the trip to another process, else one with the same words.

    The traceback travels as a note, for the details that a person may copy.
    """
    story = "".join(traceback.format_exception(error))
    try:
        travelled = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - an error that cannot travel is retold
        travelled = RuntimeError(f"{type(error).__name__}: {error}")
    if not isinstance(travelled, BurgertopError):
        travelled.add_note(story)
    return travelled if isinstance(travelled, Exception) else RuntimeError(story)


def _send(pipe: Connection, message: Message) -> None:
    pipe.send_bytes(pickle.dumps(message))
