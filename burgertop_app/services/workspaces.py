"""Workspaces as files: making, opening, checking and copying them, and the choices kept inside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.workspaces import CheckReport, Place, Setting
from burgertop_app.services.context import FORMS, Context, playing_on
from burgertop_app.storage import copies, inspection, log, workspace_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.log import ChainReport, LogEntry
    from burgertop_app.storage.workspace_file import Opener, WorkspaceFile


SAMPLE_DAY = "sample_day"
"""The setting that makes a workspace a sample: the day on which it plays."""


@dataclass(frozen=True)
class Workspace:
    """An open workspace; `context` is what the other services are made with."""

    context: Context
    _file: WorkspaceFile

    @property
    def path(self) -> Path:
        """Where the file stands."""
        return self._file.path

    @property
    def place(self) -> Place:
        """On what kind of disk it stands."""
        return self._file.place

    def close(self) -> None:
        """Bring everything into one file and let others in; closing twice is harmless.

        Raises:
            NotPossible: `disk_gone`.
        """
        self._file.close()

    def setting(self, key: str) -> dict[str, object]:
        """What is kept under `key`; empty when nothing is."""
        with self.context.work.reading() as store:
            kept = store.first(Setting, key=key)
        return {} if kept is None else kept.content

    def set(self, key: str, content: dict[str, object]) -> Change:
        """Keep `content` under `key`, instead of what was there."""
        with self.context.work.writing("setting") as store:
            kept = store.first(Setting, key=key)
            if kept is None:
                kept = store.add(Setting(id=store.new_id(), key=key, content=content))
            else:
                kept = store.change(kept, content=content)
        return changed(Topic.SETTINGS, row=kept.id)

    def pretend(self, day: date) -> Workspace:
        """Make this a sample that plays on `day`; the workspace as it is from then on.

        Its clock follows when it is opened again; who makes a sample has a clock that stands on its days.
        """
        self.set(SAMPLE_DAY, {"day": day.isoformat()})
        return replace(self, context=replace(self.context, pretended=day))

    def log(self, *, row: UUID | None = None, limit: int | None = None) -> tuple[LogEntry, ...]:
        """The log, newest first; of one row, or at most `limit` entries."""
        with self.context.work.reading() as store:
            return log.entries(store.session.connection(), row_id=row, limit=limit)

    def chains(self) -> tuple[ChainReport, ...]:
        """Whether the log is whole, per copy of the workspace that wrote in it."""
        with self.context.work.reading() as store:
            return log.verify_chain(store.session.connection())


class Workspaces:
    """Opens workspaces for one organiser on one computer; `forms` is the folder with the recipes."""

    def __init__(self, opener: Opener, language: str = "nl", forms: Path = FORMS) -> None:
        self._opener = opener
        self._language = language
        self._forms = forms

    def create(self, path: Path) -> Workspace:
        """Make a workspace and open it; errors as `storage.workspace_file.create`."""
        return self._opened(workspace_file.create(path, self._opener))

    def open(self, path: Path) -> Workspace:
        """Open a workspace; errors as `storage.workspace_file.open_file`."""
        return self._opened(workspace_file.open_file(path, self._opener))

    def at(self, clock: Callable[[], datetime]) -> Workspaces:
        """The same for another clock, for walking through a sample."""
        return Workspaces(replace(self._opener, clock=clock), self._language, self._forms)

    def _opened(self, file: WorkspaceFile) -> Workspace:
        opener, day = self._opener, _plays_on(file)
        clock = opener.clock if day is None else playing_on(day, opener.clock)
        file.work.clock = clock
        context = Context(
            work=file.work,
            clock=clock,
            entropy=opener.entropy,
            language=self._language,
            forms=self._forms,
            pretended=day,
        )
        return Workspace(context, file)


def _plays_on(file: WorkspaceFile) -> date | None:
    with file.work.reading() as store:
        kept = store.first(Setting, key=SAMPLE_DAY)
    return None if kept is None else date.fromisoformat(str(kept.content["day"]))


def recognise(path: Path) -> None:
    """Look whether `path` is a workspace at all; errors as `storage.inspection.recognise`."""
    inspection.recognise(path.absolute())


def check(path: Path) -> CheckReport:
    """What a check of the file finds; it may be open; errors as `storage.copies.check`."""
    return copies.check(path)


def backup(path: Path, to: Path) -> CheckReport:
    """Copy the workspace to `to`, also while it is open; errors as `storage.copies.copy_away`."""
    return copies.copy_away(path, to)


def restore(path: Path, to: Path) -> CheckReport:
    """Put the copy `path` back at `to`, where nothing may stand; errors as `storage.copies.copy_away`.

    When work goes on there, the log begins a new chain beside those of the copy.
    """
    return copies.copy_away(path, to)
