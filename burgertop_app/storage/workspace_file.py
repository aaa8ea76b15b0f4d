"""A workspace as a file: making, opening, bringing up to date and closing it.

Whoever opens it holds it (`storage.owner`). A file that cannot be used is left as it was, byte for byte.
Closed means one file: nothing stands beside it.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from alembic.util import CommandError
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from burgertop_app.domain.errors import CheckFailed, InvalidInput, NotPossible
from burgertop_app.domain.workspaces import Opened, Place
from burgertop_app.storage import inspection, migrate, owner
from burgertop_app.storage.base import Row
from burgertop_app.storage.connections import connect, put_together, rewrite, workbench
from burgertop_app.storage.places import place_of
from burgertop_app.storage.sites import Register, Site
from burgertop_app.storage.unit_of_work import Work

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Engine

    from burgertop_app.storage.owner import Hold

SUFFIX = ".burgertop"
_FULL = "disk is full"
"""What SQLite says of it."""


@dataclass(frozen=True)
class Opener:
    """Who opens a workspace: the name for the log, the computer, its time and chance, its own folder."""

    who: str
    computer: str
    clock: Callable[[], datetime]
    entropy: Callable[[int], bytes]
    folder: Path


@dataclass
class WorkspaceFile:
    """An open workspace; `work` opens its transactions."""

    path: Path
    place: Place
    engine: Engine
    work: Work
    _register: Register
    _hold: Hold

    @property
    def site(self) -> Site:
        """Which copy of the workspace this is."""
        return self.work.site

    def close(self) -> None:
        """Bring everything into one file and let others in; closing twice is harmless.

        Raises:
            NotPossible: `disk_gone`, the file cannot be reached any more.
        """
        if self._hold.released:
            return
        try:
            with self.engine.connect() as connection:
                self._register.remember(connection, self.site, self.path)
        finally:
            self.engine.dispose()
            try:
                put_together(self.path)
            except sqlite3.OperationalError as error:
                raise NotPossible("disk_gone") from error
            finally:
                self._hold.release()


def create(path: Path, opener: Opener, place: Place | None = None) -> WorkspaceFile:
    """Make a new workspace at `path` and open it.

    Raises:
        InvalidInput: `workspace_exists`, `workspace_folder_missing`, `workspace_folder_read_only`.
        NotPossible: `disk_full`.
    """
    path = path.absolute()
    fresh = aside(path)
    try:
        if path.exists():
            raise InvalidInput("workspace_exists", file=str(path))
        if not path.parent.is_dir():
            raise InvalidInput("workspace_folder_missing", folder=str(path.parent))
        fresh.write_bytes(b"")
        _lay_out(fresh)
        fresh.rename(path)
    except (OSError, sqlite3.OperationalError, OperationalError) as error:
        raise unwritable(path, error) from error
    finally:
        discard(fresh)
    return open_file(path, opener, place)


def open_file(path: Path, opener: Opener, place: Place | None = None) -> WorkspaceFile:
    """Open the workspace at `path`; an older one is brought up to date on a copy first.

    Args:
        path: the file.
        opener: who opens it.
        place: where it stands, when that is known better than `place_of` can see.

    Raises:
        InvalidInput: `workspace_missing`, `workspace_is_folder`, `workspace_empty`, `workspace_not_ours`,
            `workspace_read_only`, `workspace_folder_read_only`, `workspace_in_use`, `workspace_newer`,
            `workspace_damaged`.
        CheckFailed: `migration_failed`; the file is as it was.
    """
    path = path.absolute()
    inspection.recognise(path)
    inspection.writable(path)
    hold = owner.hold(path, Opened(opener.who, opener.computer, opener.clock()))
    engine: Engine | None = None
    try:
        _bring_up_to_date(path)
        stands = place or place_of(path)
        engine = connect(path, stands)
        register = Register(opener.folder)
        with engine.connect() as connection:
            site = register.recognise(connection, path, opener.computer, opener.entropy)
            register.remember(connection, site, path)
    except BaseException:
        if engine is not None:
            engine.dispose()
        hold.release()
        raise
    scrub, began = partial(_scrub, engine, path), partial(_remember, register, engine, site, path)
    work = Work(engine, site, opener.who, opener.clock, opener.entropy, scrub, began)
    return WorkspaceFile(path, stands, engine, work, register, hold)


def _bring_up_to_date(path: Path) -> None:
    """Check the file; when it is of an earlier version, put a migrated copy in its place.

    The file itself is not touched until the copy has passed its checks, so it is its own safe copy.
    """
    inspection.clear_rests(path)
    aside(path).unlink(missing_ok=True)
    with inspection.looking(path) as connection:
        known = migrate.revisions()
        found = inspection.revision(connection)
        if inspection.faults(connection) or inspection.orphans(connection) or not found:
            raise InvalidInput("workspace_damaged", file=path.name)
        if found not in known:
            raise InvalidInput("workspace_newer", file=path.name)
        if found == known[0] and inspection.missing(connection, Row.metadata.tables):
            raise InvalidInput("workspace_damaged", file=path.name)
    if found != known[0]:
        _migrate(path)


def _migrate(path: Path) -> None:
    put_together(path)
    copy = aside(path)
    try:
        shutil.copy2(path, copy)
        with inspection.looking(copy) as connection:
            before = inspection.rows(connection)
        _upgrade(copy)
        with inspection.looking(copy) as connection:
            sound = (
                not inspection.faults(connection, thorough=True)
                and not inspection.orphans(connection)
                and inspection.revision(connection) == migrate.current()
                and inspection.rows(connection) >= before
            )
        if not sound:
            raise CheckFailed("migration_failed", file=path.name)
        copy.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    except (SQLAlchemyError, CommandError) as error:
        if _FULL in str(error):
            raise unwritable(path, error) from error
        raise CheckFailed("migration_failed", file=path.name) from error
    finally:
        discard(copy)


def _lay_out(path: Path) -> None:
    with workbench(path).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id={inspection.APPLICATION_ID}")
        Row.metadata.create_all(connection)
        migrate.stamp(connection)


def _upgrade(path: Path) -> None:
    with workbench(path).begin() as connection:
        migrate.upgrade(connection)


def _remember(register: Register, engine: Engine, site: Site, path: Path) -> None:
    """Tell the register of a site that just began, so that a crash does not make it begin again."""
    with engine.connect() as connection:
        register.remember(connection, site, path)


def _scrub(engine: Engine, path: Path) -> None:
    """Overwrite what was erased in the file, its side files, and what we may have left beside it."""
    inspection.clear_rests(path)
    aside(path).unlink(missing_ok=True)
    rewrite(engine)


def aside(path: Path) -> Path:
    """The name under which a file is made until it is whole."""
    return path.with_name(f"~{path.name}.new")


def discard(fresh: Path) -> None:
    """Remove a file that was in the making, and what SQLite left beside it."""
    for each in (fresh, *(fresh.with_name(fresh.name + end) for end in inspection.SIDE)):
        with suppress(OSError):
            each.unlink(missing_ok=True)


def unwritable(path: Path, error: Exception) -> InvalidInput | NotPossible:
    """Why `path` could not be written: the disk is full, or the folder refuses."""
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    if full or _FULL in str(error):
        return NotPossible("disk_full")
    return InvalidInput("workspace_folder_read_only", file=path.name, folder=str(path.parent))
