"""Transactions: one for reading, one for writing; what fails inside leaves nothing behind."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from burgertop_app.storage import sites
from burgertop_app.storage.faults import explained
from burgertop_app.storage.ids import Ids
from burgertop_app.storage.log import Journal
from burgertop_app.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Engine
    from sqlalchemy.orm import ORMExecuteState

    from burgertop_app.storage.sites import Site

__all__ = ["BEGIN", "Store", "Work"]

BEGIN = "begin_mode"


@dataclass
class Work:
    """Opens transactions on one workspace; the services are the only callers.

    One thread may write at a time, others wait; reading goes on meanwhile where the file allows it.
    `scrub` overwrites what was erased; call it after the transaction (raises `erasure_unfinished`).
    `began` is called once, when the file has taken in a new site.
    """

    engine: Engine
    site: Site
    who: str
    clock: Callable[[], datetime]
    entropy: Callable[[int], bytes]
    scrub: Callable[[], None] = lambda: None
    began: Callable[[], None] = lambda: None
    _writer: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _inside: threading.local = field(default_factory=threading.local, repr=False)

    def __post_init__(self) -> None:
        self._ids = Ids(self.clock, self.entropy)
        self._writing_engine = self.engine.execution_options(**{BEGIN: "IMMEDIATE"})

    def new_id(self) -> UUID:
        """An id for a value that is made outside a transaction."""
        return self._ids.new()

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The workspace as it is at this moment; nothing can be written."""
        with self._alone(), _session(self.engine) as session:
            yield Store(session, self.clock(), self._ids, self.site, None)

    @contextmanager
    def writing(self, action: str) -> Iterator[Store]:
        """A change in the organiser's words or code `action`; on disk when the block ends without an error.

        Raises:
            NotPossible: `disk_full` or `disk_gone`.
            Conflict: what the store raises, or `workspace_busy`.
        """
        with self._alone(), self._writer, _session(self._writing_engine) as session:
            connection, now = session.connection(), self.clock()
            fresh = sites.keep(connection, self.site, now)
            others = sites.known(connection) if fresh else {}
            journal = Journal(connection, self.site.id, self.who, action, now, self.entropy)
            if others:
                journal.seen(others)
            yield Store(session, now, self._ids, self.site, journal)
            journal.close()
            session.commit()
            if fresh:
                self.began()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if getattr(self._inside, "busy", False):
            raise RuntimeError("this thread has a transaction open; services do not open one inside another")
        self._inside.busy = True
        try:
            yield
        finally:
            self._inside.busy = False


@contextmanager
def _session(engine: Engine) -> Iterator[Session]:
    try:
        with Session(engine, autoflush=False) as session:
            _watch(session)
            yield session
    except DatabaseError as error:
        known = explained(error)
        if known is None:
            raise
        raise known from error


def _watch(session: Session) -> None:
    """Refuse writes that go round the log."""

    def flushing(*_arguments: object) -> None:
        if session.new or session.dirty or session.deleted:
            raise RuntimeError("write through the Store, so that the log knows")

    def executing(state: ORMExecuteState) -> None:
        if state.is_insert or state.is_update or state.is_delete:
            raise RuntimeError("write through the Store, so that the log knows")

    event.listen(session, "before_flush", flushing)
    event.listen(session, "do_orm_execute", executing)
