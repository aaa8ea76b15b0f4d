"""Connections to a workspace: how SQLite is set for safety, and one transaction at a time that means it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.workspaces import Place
from burgertop_app.storage.unit_of_work import BEGIN

if TYPE_CHECKING:
    from pathlib import Path, PurePath

    from sqlalchemy import Engine

READERS = 4
PATIENCE = 15.0
"""Seconds to wait for another connection before saying that the workspace is busy."""


def connect(path: Path, place: Place) -> Engine:
    """An engine on the file at `path`.

    On a local disk writing and reading go side by side (WAL). On a network or sync folder there is one
    connection, which keeps the file for itself and leaves no side files when it is not writing.
    """
    alone = place is not Place.LOCAL
    engine = create_engine(
        "sqlite://",
        creator=lambda: _existing(path),
        poolclass=QueuePool,
        pool_size=1 if alone else READERS,
        max_overflow=0,
        pool_timeout=PATIENCE,
    )

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in _pragmas(alone=alone):
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "begin", _begin)
    return engine


def workbench(path: Path) -> Engine:
    """An engine on a file that nobody has open yet, for laying out and altering its tables.

    References are not watched meanwhile, since a table may be built anew; check them afterwards.
    """
    engine = create_engine("sqlite://", creator=lambda: _existing(path), poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def rewrite(engine: Engine) -> None:
    """Build the file anew from what it holds, and empty its journal.

    Raises:
        NotPossible: `erasure_unfinished`, somebody keeps reading; closing the workspace finishes it.
    """
    pooled = engine.raw_connection()
    try:
        cursor = pooled.cursor()
        cursor.execute("VACUUM")
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise NotPossible("erasure_unfinished") from error
    finally:
        pooled.close()
    if busy:
        raise NotPossible("erasure_unfinished")


def put_together(path: Path) -> None:
    """Make one file of it: what stands in side files goes into the file at `path`, and they go away."""
    connection = _existing(path)
    try:
        for pragma in ("secure_delete=ON", "wal_checkpoint(TRUNCATE)", "journal_mode=DELETE"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    finally:
        connection.close()


def uri(path: PurePath, how: str) -> str:
    """The address of an absolute `path` for SQLite, which wants a network share as a path, not as a host."""
    plain = path.as_posix()
    start = "file://" if plain.startswith("/") else "file:///"
    return f"{start}{quote(plain, safe='/:')}?{how}"


def _existing(path: Path) -> sqlite3.Connection:
    """A connection that does not make a file when there is none."""
    return sqlite3.connect(
        uri(path.absolute(), "mode=rw"),
        uri=True,
        timeout=PATIENCE,
        check_same_thread=False,
        isolation_level=None,
    )


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get(BEGIN, 'DEFERRED')}")


def _pragmas(*, alone: bool) -> tuple[str, ...]:
    """The settings of a connection; an emptied journal holds no remains of what was erased."""
    mode = ("locking_mode=EXCLUSIVE", "journal_mode=DELETE") if alone else ("journal_mode=WAL",)
    return (
        *mode,
        "journal_size_limit=0",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
    )
