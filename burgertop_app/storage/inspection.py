"""Looking at a file before it is opened: whether it is ours and whole, without changing a byte of it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.storage.connections import uri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

APPLICATION_ID = 0x42544F50
"""The letters BTOP."""

MAGIC = b"SQLite format 3\x00"
HEADER = 100
SIDE = ("-wal", "-shm", "-journal")


def recognise(path: Path) -> None:
    """Look at the first bytes of `path`.

    Raises:
        InvalidInput: `workspace_missing`, `workspace_is_folder`, `workspace_unreadable`, `workspace_empty`,
            `workspace_not_ours`.
    """
    try:
        if path.is_dir():
            raise InvalidInput("workspace_is_folder", file=str(path))
        with path.open("rb") as handle:
            head = handle.read(HEADER)
    except (FileNotFoundError, NotADirectoryError):
        raise InvalidInput("workspace_missing", file=str(path)) from None
    except OSError:
        raise InvalidInput("workspace_unreadable", file=str(path)) from None
    if not head:
        raise InvalidInput("workspace_empty", file=path.name)
    if not head.startswith(MAGIC) or int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise InvalidInput("workspace_not_ours", file=path.name)


def writable(path: Path) -> None:
    """Make sure that `path` may be written, without writing.

    Raises:
        InvalidInput: `workspace_read_only`.
    """
    try:
        path.open("r+b").close()
    except OSError:
        raise InvalidInput("workspace_read_only", file=path.name, folder=str(path.parent)) from None


@contextmanager
def looking(path: Path, *, shared: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection that can only look.

    What a crash left in side files is taken into account by looking at a copy of the three. With `shared`
    somebody has the file open, and we look over their shoulder.

    Raises:
        InvalidInput: `workspace_damaged`, `workspace_busy_now` when its owner keeps everybody out.
    """
    rest = [side for side in map(path.with_name, (path.name + end for end in SIDE)) if side.exists()]
    if shared:
        with _connection(path, "mode=ro") as connection:
            yield connection
    elif not rest:
        with _connection(path, "mode=ro&immutable=1") as connection:
            yield connection
    else:
        with _copied(path, rest) as copy, _connection(copy, "mode=rw") as connection:
            yield connection


def revision(connection: sqlite3.Connection) -> str:
    """The schema revision that the file says it has; empty when it says none, or more than one."""
    named = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    found = connection.execute("SELECT version_num FROM alembic_version").fetchall() if named else []
    return str(found[0][0]) if len(found) == 1 else ""


def faults(connection: sqlite3.Connection, *, thorough: bool = False) -> tuple[str, ...]:
    """What SQLite says of damage; nothing when the file is whole."""
    found = connection.execute("PRAGMA integrity_check" if thorough else "PRAGMA quick_check").fetchall()
    return tuple(str(line) for (line,) in found if line != "ok")


def missing(connection: sqlite3.Connection, tables: Iterable[str]) -> bool:
    """Whether one of `tables` is not there."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return not there.issuperset(tables)


def orphans(connection: sqlite3.Connection) -> int:
    """How many rows refer to a row that is not there."""
    return len(connection.execute("PRAGMA foreign_key_check").fetchall())


def rows(connection: sqlite3.Connection) -> int:
    """How many rows stand in all tables together."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return sum(
        connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in names
        if not name.startswith("sqlite_")
    )


def clear_rests(path: Path) -> None:
    """Remove what a killed look or migration left beside `path`."""
    shutil.rmtree(_aside(path), ignore_errors=True)


@contextmanager
def _connection(path: Path, how: str) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(uri(path.absolute(), how), uri=True, timeout=2.0)
    try:
        yield connection
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise InvalidInput("workspace_busy_now", file=path.name) from error
        raise InvalidInput("workspace_damaged", file=path.name) from error
    finally:
        connection.close()


@contextmanager
def _copied(path: Path, rest: list[Path]) -> Iterator[Path]:
    folder = _aside(path)
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for each in (path, *rest):
            if not each.name.endswith("-shm"):
                shutil.copy2(each, folder / each.name)
        yield folder / path.name
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _aside(path: Path) -> Path:
    return path.with_name(f"~{path.name}.look")
