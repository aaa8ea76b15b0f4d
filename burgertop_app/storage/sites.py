"""Sites: every copy of a workspace that is worked in has an id, a name and a lane for its numbers.

The file names the sites that wrote in it; which of them *this* copy on *this* computer is, stands in a small
register in the user's data folder, so that copying the file does not copy the identity:

- known here, same place (or moved: nothing stands at the old place any more): the same site goes on;
- known here but the old place still holds the file, or does not let us look: this is a copy, and a new site
  begins;
- the file knows fewer entries of the site than we wrote: an older backup was put back, and a new site begins,
  because numbers that may have been handed over must not be given out a second time;
- not known here: the file came from another computer, and a new site begins;
- a copy that was made for a second laptop says of each of its sites that it goes on elsewhere: a new site
  begins, wherever the copy is opened.

A new site is written into the file with the first change, not by looking; its first entry says what it knew
of the others (`storage.handover`).
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import func, insert, select

from burgertop_app.storage.numbers import LANES
from burgertop_app.storage.rows.everywhere import LogEntryRow, SiteRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection

REGISTER = "sites.json"


@dataclass(frozen=True)
class Site:
    """This copy of the workspace."""

    id: UUID
    name: str
    lane: int


@dataclass(frozen=True)
class Register:
    """Which copies on this computer are which sites; kept in `folder`."""

    folder: Path

    def recognise(
        self, connection: Connection, path: Path, name: str, entropy: Callable[[int], bytes]
    ) -> Site:
        """The site that the workspace at `path` is, new when it was not seen here before."""
        known = self._read()
        lanes = set()
        wanted = select(SiteRow.id, SiteRow.name, SiteRow.lane, SiteRow.away).order_by(SiteRow.created_at)
        for row in connection.execute(wanted):
            lanes.add(row.lane)
            seen = known.get(row.id.hex)
            complete = seen is not None and seen["entries"] <= _entries(connection, row.id)
            if seen is not None and complete and not row.away and _same_copy(seen["path"], path):
                return Site(row.id, row.name, row.lane)
        fresh = UUID(bytes=entropy(16), version=4)
        return Site(fresh, name, _lane(fresh, lanes))

    def remember(self, connection: Connection, site: Site, path: Path) -> None:
        """Keep where this site stands and how many entries it has; a folder that refuses is left alone."""
        entries = _entries(connection, site.id)
        if not entries:
            return
        known = self._read()
        known[site.id.hex] = {"path": str(path.resolve()), "entries": entries}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            fresh = self.folder / f"{REGISTER}.{os.getpid()}"
            fresh.write_text(json.dumps(known, indent=1, sort_keys=True), encoding="utf-8")
            fresh.replace(self.folder / REGISTER)
        except OSError:
            return

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            known = json.loads((self.folder / REGISTER).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(known, dict):
            return {}
        return {name: seen for name, seen in known.items() if _told(seen)}


def keep(connection: Connection, site: Site, now: datetime) -> bool:
    """Write the site into the file when it is not there yet; whether it was not."""
    if connection.execute(select(SiteRow.id).where(SiteRow.id == site.id)).first() is not None:
        return False
    connection.execute(insert(SiteRow).values(id=site.id, name=site.name, lane=site.lane, created_at=now))
    return True


def known(connection: Connection) -> dict[UUID, int]:
    """The last entry that the file holds of each site."""
    wanted = select(LogEntryRow.site_id, func.max(LogEntryRow.seq)).group_by(LogEntryRow.site_id)
    return dict(connection.execute(wanted).all())


def _told(seen: object) -> bool:
    if not isinstance(seen, dict):
        return False
    return isinstance(seen.get("path"), str) and isinstance(seen.get("entries"), int)


def _entries(connection: Connection, site_id: UUID) -> int:
    last = select(func.max(LogEntryRow.seq)).where(LogEntryRow.site_id == site_id)
    return connection.execute(last).scalar_one() or 0


def _same_copy(known: str, now: Path) -> bool:
    """Whether `now` is what stood at `known`; it moved when nothing stands there any more.

    Where we may not look, the old one may stand there still, so `now` counts as a copy.
    """
    try:
        return not Path(known).exists() or Path(known).samefile(now)
    except OSError:
        return False


def _lane(site_id: UUID, taken: set[int]) -> int:
    """Lane 0 for the first site; for a later one a lane by chance, so that two copies seldom meet."""
    if not taken:
        return 0
    free = [lane for lane in range(1, LANES) if lane not in taken]
    return free[site_id.int % len(free)] if free else 1 + site_id.int % (LANES - 1)
