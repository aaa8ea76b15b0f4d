"""Laptops that work on copies of one workspace and hand over to each other."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from burgertop_app.domain.requests import NewProcess
from burgertop_app.services.house import Services, furnish
from burgertop_app.services.workspaces import Workspaces, backup
from burgertop_app.storage.base import Row
from burgertop_app.storage.handover.writes import HOUSEKEEPING
from burgertop_app.storage.mapping import kept_rows
from burgertop_app.storage.workspace_file import Opener

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

BOOKS = {"export_record", "name_mark"}
"""What each laptop keeps of its own doings; it travels, but does not follow from what was read."""


@dataclass
class Laptop:
    """One laptop with its own copy, clock and chance."""

    name: str
    folder: Path
    seed: int
    now: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    house: Services = field(init=False)

    def open(self, path: Path) -> Laptop:
        """Open the copy at `path` here."""
        chance = _Chance(self.seed)
        opener = Opener(f"Wie-{self.name}", self.name, self.tick, chance, self.folder / "user-data")
        self.house = furnish(Workspaces(opener).open(path))
        return self

    def tick(self) -> datetime:
        """The moment; each look takes a second."""
        self.now += timedelta(seconds=1)
        return self.now

    def hand(self, name: str = "") -> Path:
        """Make a hand-over file."""
        path = self.folder / f"{name or self.now.timestamp()}.burgertop-overdracht"
        self.house.handing_over.make(path)
        return path

    def read(self, *files: Path, **how: Any) -> Any:
        """Take files over, in order; what the last brought."""
        taken = None
        for file in files:
            taken = self.house.handing_over.take_over(file, **how).incoming
        return taken

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of a table, by id."""
        table = Row.metadata.tables[name]
        with self.house.workspace.context.work.reading() as store:
            found = store.connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
            return [dict(row) for row in found]

    def content(self) -> dict[str, list[dict[str, Any]]]:
        """Everything that the organiser keeps, apart from the books of the merging itself."""
        kept = {row.__tablename__ for row in kept_rows()} - BOOKS
        return {
            name: [
                {key: cell for key, cell in row.items() if key == "id" or key not in HOUSEKEEPING}
                for row in self.rows(name)
            ]
            for name in sorted(kept)
        }

    def fingerprint(self) -> str:
        """A mark of everything that the organiser keeps; the same where that is the same."""
        return hashlib.sha256(repr(self.content()).encode()).hexdigest()

    def sound(self) -> bool:
        """Whether every chain holds and every reference leads somewhere."""
        with self.house.workspace.context.work.reading() as store:
            orphans = store.connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        return not orphans and all(chain.intact for chain in self.house.workspace.chains())

    def close(self) -> None:
        """Close the workspace."""
        self.house.workspace.close()


class _Chance:
    """Bytes that look like chance, of each laptop its own."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._taken = 0

    def __call__(self, size: int) -> bytes:
        self._taken += 1
        return hashlib.shake_256(f"{self._seed} {self._taken}".encode()).digest(size)


class Team:
    """Laptops by name; the first has the workspace, others get a copy of it."""

    def __init__(self, folder: Path, laid_out: Path) -> None:
        self._folder = folder
        self._open: list[Laptop] = []
        self._laid_out = laid_out

    def first(self, name: str = "KANTOOR") -> Laptop:
        """The laptop on which the workspace was made, with a process in it."""
        laptop = self._new(name)
        path = shutil.copyfile(self._laid_out, laptop.folder / "panel.burgertop")
        laptop.open(path)
        form = NewProcess(form="burgerpanel", title="Panel", topic="Wonen", municipality="Testdam")
        laptop.house.processes.start(form)
        return laptop

    def copy(self, of: Laptop, name: str) -> Laptop:
        """A second laptop with its own copy."""
        laptop = self._new(name)
        path = laptop.folder / "panel.burgertop"
        of.house.handing_over.copy(path)
        laptop.now = of.now
        return laptop.open(path)

    def fork(self, of: Laptop, name: str) -> Laptop:
        """A laptop with a plain copy as of now, for trying the same things in another order."""
        laptop = self._new(name)
        path = laptop.folder / "panel.burgertop"
        backup(of.house.workspace.path, path)
        laptop.now = of.now
        return laptop.open(path)

    def close(self) -> None:
        """Close every workspace."""
        for laptop in self._open:
            laptop.close()

    def _new(self, name: str) -> Laptop:
        folder = self._folder / name
        folder.mkdir()
        laptop = Laptop(name, folder, seed=len(self._open))
        self._open.append(laptop)
        return laptop


def process_of(laptop: Laptop) -> UUID:
    """The one process there is."""
    return laptop.house.processes.all()[0].id


def alike(*laptops: Laptop) -> None:
    """Let laptops read each other's files, twice, and see that they end alike."""
    for _ in range(2):
        files = [laptop.hand() for laptop in laptops]
        for laptop in laptops:
            laptop.read(*(file for other, file in zip(laptops, files, strict=True) if other is not laptop))
    assert all(each.sound() and each.content() == laptops[0].content() for each in laptops)
