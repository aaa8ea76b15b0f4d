"""Checking a workspace file, copying it away and putting a copy back."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from burgertop_app.domain.errors import CheckFailed, InvalidInput
from burgertop_app.domain.workspaces import CheckReport
from burgertop_app.storage import inspection, log, migrate, owner
from burgertop_app.storage.connections import put_together, workbench
from burgertop_app.storage.rows.everywhere import SiteRow
from burgertop_app.storage.workspace_file import aside, discard, unwritable

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.domain.log import ChainReport


def check(path: Path) -> CheckReport:
    """Everything that can be checked of the workspace at `path`, which may be open; nothing is changed.

    Raises:
        InvalidInput: it is not a workspace, or newer than we are, or its owner lets nobody look.
        CheckFailed: `workspace_damaged`, so badly that it cannot be read.
    """
    path = path.absolute()
    inspection.recognise(path)
    try:
        with inspection.looking(path, shared=owner.holder(path) is not None) as connection:
            return _report(connection, path)
    except InvalidInput as error:
        if error.code != "workspace_damaged":
            raise
        raise CheckFailed(error.code, **error.params) from error


def copy_away(path: Path, to: Path, *, for_another: bool = False) -> CheckReport:
    """Copy the workspace at `path`, which may be open, as one file at `to`; what a check says of the copy.

    With `for_another` the copy begins as a site of its own, wherever it is opened.

    Raises:
        InvalidInput: `copy_exists`, `workspace_folder_missing`, or as `check`.
        NotPossible: `disk_full`.
        CheckFailed: `copy_unsound`, the workspace is damaged; no copy is left.
    """
    path, to = path.absolute(), to.absolute()
    inspection.recognise(path)
    fresh = aside(to)
    try:
        if to.exists():
            raise InvalidInput("copy_exists", file=str(to))
        if not to.parent.is_dir():
            raise InvalidInput("workspace_folder_missing", folder=str(to.parent))
        if not check(path).sound:
            raise CheckFailed("copy_unsound", file=path.name)
        _copy(path, fresh)
        if for_another:
            _leave_sites(fresh)
        report = check(fresh)
        if not report.sound:
            raise CheckFailed("copy_unsound", file=path.name)
        fresh.rename(to)
    except (OSError, sqlite3.DatabaseError, SQLAlchemyError) as error:
        raise unwritable(to, error) from error
    finally:
        discard(fresh)
    return report


def _copy(path: Path, fresh: Path) -> None:
    fresh.write_bytes(b"")
    with inspection.looking(path, shared=owner.holder(path) is not None) as source:
        target = sqlite3.connect(fresh)
        try:
            source.backup(target)
        except sqlite3.OperationalError as error:
            raise unwritable(fresh, error) from error
        finally:
            target.close()
    put_together(fresh)


def _leave_sites(fresh: Path) -> None:
    """Every site of the copy goes on elsewhere."""
    with workbench(fresh).begin() as connection:
        connection.execute(update(SiteRow).values(away=True))


def _report(connection: sqlite3.Connection, path: Path) -> CheckReport:
    found = inspection.revision(connection)
    faults = inspection.faults(connection, thorough=True)
    if not faults and not found:
        raise InvalidInput("workspace_damaged", file=path.name)
    if not faults and found not in migrate.revisions():
        raise InvalidInput("workspace_newer", file=path.name)
    return CheckReport(
        revision=found,
        current=migrate.current(),
        rows=0 if faults else inspection.rows(connection),
        faults=faults,
        orphans=0 if faults else inspection.orphans(connection),
        chains=() if faults else _chains(connection, path),
    )


def _chains(connection: sqlite3.Connection, path: Path) -> tuple[ChainReport, ...]:
    """What the log says of itself; a table that lacks, or a cell that cannot be what it was, is damage."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    try:
        with engine.connect() as look:
            return log.verify_chain(look)
    except (SQLAlchemyError, ValueError, TypeError, LookupError) as error:
        raise InvalidInput("workspace_damaged", file=path.name) from error
