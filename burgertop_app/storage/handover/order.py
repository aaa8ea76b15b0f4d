"""What came before what: an order of log entries that holds on every laptop, whatever the clocks said.

An entry of kind `seen` tells what its site knew from then on. With it an entry is placed after everything its
writer could have looked at, also when the clock of that laptop ran behind. Entries of which neither writer
knew the other go by their moments, then by site: the same order wherever it is asked.

Source: Kulkarni et al., Logical Physical Clocks (2014), algorithm 2 (the hybrid clock).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import select

from burgertop_app.domain.log import Operation
from burgertop_app.storage.log import same_entry
from burgertop_app.storage.rows.everywhere import LogEntryRow, LogPayloadRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

Key = tuple[UUID, int]
"""An entry: its site and its number."""
Vector = dict[UUID, int]
"""The last entry known, per site."""
Stamp = tuple["datetime", int, str]


@dataclass
class _Chain:
    moments: list[datetime] = field(default_factory=list)
    stamps: list[tuple[datetime, int]] = field(default_factory=list)
    views: list[tuple[int, Vector]] = field(default_factory=list)


class Order:
    """The order of every entry that the workspace holds."""

    def __init__(self, connection: Connection) -> None:
        self._chains: dict[UUID, _Chain] = {}
        entry = LogEntryRow
        wanted = select(entry.site_id, entry.at).order_by(entry.site_id, entry.seq)
        for site, at in connection.execute(wanted):
            self._chains.setdefault(site, _Chain()).moments.append(at)
        for (site, seq), seen in views(connection, Operation.SEEN).items():
            self._chains[site].views.append((seq, seen))
        self._place()

    def stamp(self, key: Key) -> Stamp:
        """The place of an entry; of two entries the later has the higher one."""
        site, seq = key
        moment, count = self._chains[site].stamps[seq - 1]
        return moment, count, site.hex

    def saw(self, key: Key, other: Key) -> bool:
        """Whether the writer of `key` knew `other` by then; an entry knows itself."""
        site, seq = key
        if site == other[0]:
            return seq >= other[1]
        chain = self._chains.get(site)
        at = bisect_right(chain.views, seq, key=lambda view: view[0]) if chain else 0
        return bool(chain and at) and chain.views[at - 1][1].get(other[0], 0) >= other[1]  # type: ignore[union-attr]

    def together(self, key: Key, other: Key) -> bool:
        """Whether two entries were written in one go."""
        moments = self._chains[key[0]].moments
        return key[0] == other[0] and moments[key[1] - 1] == moments[other[1] - 1]

    def maximal(self, keys: list[Key]) -> list[Key]:
        """Those of `keys` that none of the others knew."""
        return [key for key in keys if not any(other != key and self.saw(other, key) for other in keys)]

    def _place(self) -> None:
        """Give every entry its place; a chain waits where it looked at what is not placed yet."""
        waiting = dict.fromkeys(sorted(self._chains, key=lambda site: site.hex), 0)
        moved = True
        while moved:
            moved = False
            for site in waiting:
                moved |= self._advance(self._chains[site])
        for chain in self._chains.values():
            self._advance(chain, anyhow=True)

    def _advance(self, chain: _Chain, *, anyhow: bool = False) -> bool:
        begun = len(chain.stamps)
        views = dict(chain.views)
        while len(chain.stamps) < len(chain.moments):
            seen = views.get(len(chain.stamps) + 1, {})
            known = {other: seq for other, seq in seen.items() if self._chains.get(other) is not chain}
            if not anyhow and not all(self._placed(other, seq) for other, seq in known.items()):
                break
            before = [
                self._chains[other].stamps[seq - 1]
                for other, seq in known.items()
                if self._placed(other, seq)
            ]
            before += chain.stamps[-1:]
            at = chain.moments[len(chain.stamps)]
            last = max(before, default=None)
            chain.stamps.append((at, 0) if last is None or at > last[0] else (last[0], last[1] + 1))
        return len(chain.stamps) > begun

    def _placed(self, site: UUID, seq: int) -> bool:
        chain = self._chains.get(site)
        return seq < 1 or (chain is not None and len(chain.stamps) >= seq)


def views(connection: Connection, *operations: Operation) -> dict[Key, Vector]:
    """What entries of these kinds say was known, in order of site and number."""
    entry = LogEntryRow
    wanted = (
        select(entry.site_id, entry.seq, LogPayloadRow.content)
        .join(LogPayloadRow, same_entry())
        .where(entry.operation.in_([each.value for each in operations]))
        .order_by(entry.site_id, entry.seq)
    )
    return {
        (site, seq): vector(json.loads(content or "{}")) for site, seq, content in connection.execute(wanted)
    }


def vector(content: Mapping[str, Any]) -> Vector:
    """What was known, out of the payload of an entry."""
    seen = content.get("after", {}).get("seen", {})
    return {UUID(site): seq for site, seq in seen.items()}


def fork(connection: Connection) -> Vector:
    """What every laptop has had from the beginning: up to here nothing has to be handed over.

    Empty when it is not known, and then everything goes along.
    """
    entry = LogEntryRow
    begun = views(connection, Operation.SEEN, Operation.COPIED)
    kinds = dict(connection.execute(select(entry.site_id, entry.operation).where(entry.seq == 1)).all())
    starts = [site for site, kind in kinds.items() if kind == Operation.SEEN.value]
    if len(kinds) - len(starts) > 1:
        return {}
    copied = views(connection, Operation.COPIED)
    known = [seen for key, seen in begun.items() if key in copied or key[1] == 1]
    if not known:
        return {}
    shared = set.intersection(*(set(seen) for seen in known))
    return {site: min(seen[site] for seen in known) for site in sorted(shared, key=lambda site: site.hex)}
