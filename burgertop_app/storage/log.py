"""The chain of log entries of each site: writing it, reading it, proving it whole.

A link is SHA-256 over the link before, who, when, what, the row and a digest; the digest is SHA-256 over a
salt and the canonical text of before and after. Salt and text stand in a table of their own. When they are
erased the links still follow from each other.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import func, insert, select

from burgertop_app.domain.log import ChainFault, ChainReport, LogEntry, Operation
from burgertop_app.storage.mapping import kept_rows
from burgertop_app.storage.rows.everywhere import LogEntryRow, LogPayloadRow, SiteRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy import ColumnElement, Connection, Row, Select

SALT_BYTES = 16


@dataclass
class Journal:
    """The entries of one transaction of one site; `close` writes them all at once."""

    connection: Connection
    site_id: UUID
    who: str
    action: str
    at: datetime
    entropy: Callable[[int], bytes]
    _entries: list[dict[str, Any]] = field(default_factory=list)
    _payloads: list[dict[str, Any]] = field(default_factory=list)
    _last: tuple[int, bytes] | None = None

    def note(
        self,
        operation: Operation,
        table: str,
        row_id: UUID | None,
        *,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
    ) -> int:
        """Add an entry; its number within the site comes back."""
        seq, previous = self._tail()
        seq += 1
        salt, content = self.entropy(SALT_BYTES), canonical({"after": after, "before": before})
        digest = hashlib.sha256(salt + content.encode()).digest()
        entry: dict[str, Any] = {
            "site_id": self.site_id,
            "seq": seq,
            "at": self.at,
            "who": self.who,
            "action": self.action,
            "operation": operation.value,
            "table_name": table,
            "row_id": row_id,
            "digest": digest,
        }
        entry["link"] = link(previous, entry)
        self._entries.append(entry)
        self._payloads.append(
            {"site_id": self.site_id, "seq": seq, "salt": salt, "content": content, "erased_at": None}
        )
        self._last = (seq, entry["link"])
        return seq

    def seen(self, known: Mapping[UUID, int], operation: Operation = Operation.SEEN) -> int:
        """Note what this site knows of every site from here on, or what a copy of it knew."""
        last = {site.hex: seq for site, seq in sorted(known.items(), key=lambda each: each[0].hex)}
        return self.note(operation, "site", self.site_id, before={}, after={"seen": last})

    def flush(self) -> None:
        """Write what was noted so far, for who must read it back in this transaction."""
        self.close()
        self._entries.clear()
        self._payloads.clear()

    def close(self) -> None:
        """Write what was noted."""
        if self._entries:
            self.connection.execute(insert(LogEntryRow.__table__), self._entries)  # type: ignore[arg-type]
            self.connection.execute(insert(LogPayloadRow.__table__), self._payloads)  # type: ignore[arg-type]

    def _tail(self) -> tuple[int, bytes]:
        if self._last is None:
            last = self.connection.execute(
                select(LogEntryRow.seq, LogEntryRow.link)
                .where(LogEntryRow.site_id == self.site_id)
                .order_by(LogEntryRow.seq.desc())
                .limit(1)
            ).first()
            self._last = (0, origin(self.site_id)) if last is None else (last.seq, last.link)
        return self._last


def canonical(content: object) -> str:
    """`content` as the one text that JSON has for it: sorted, without spaces."""
    return json.dumps(content, default=_plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def origin(site_id: UUID) -> bytes:
    """What the first link of a site follows."""
    return hashlib.sha256(b"burgertop site " + site_id.bytes).digest()


def link(previous: bytes, entry: Mapping[str, Any]) -> bytes:
    """The link of `entry` after `previous`."""
    words = [
        previous.hex(),
        entry["who"],
        entry["at"].astimezone(UTC).isoformat(timespec="microseconds"),
        entry["action"],
        entry["operation"],
        entry["table_name"],
        "" if entry["row_id"] is None else entry["row_id"].hex,
        entry["digest"].hex(),
    ]
    return hashlib.sha256(canonical(words).encode()).digest()


def entries(
    connection: Connection, *, row_id: UUID | None = None, limit: int | None = None
) -> tuple[LogEntry, ...]:
    """The log, newest first; with `row_id` only what happened to that row.

    Within a site the numbers decide, whatever its clock said; sites are told apart by the moments.
    """
    moment = func.max(LogEntryRow.at).over(partition_by=LogEntryRow.site_id, order_by=LogEntryRow.seq)
    wanted = joined().order_by(moment.desc(), LogEntryRow.seq.desc(), LogEntryRow.site_id).limit(limit)
    if row_id is not None:
        wanted = wanted.where(LogEntryRow.row_id == row_id)
    return tuple(_entry(row) for row in connection.execute(wanted))


def verify_chain(connection: Connection) -> tuple[ChainReport, ...]:
    """A report per site, in order of arrival; a broken chain names its first broken entry."""
    told = set(attested(connection))
    latest = _latest_writes(connection)
    sites = connection.execute(
        select(SiteRow.id, SiteRow.name).order_by(SiteRow.created_at, SiteRow.id)
    ).all()
    return tuple(_verify(connection, site.id, site.name, told, latest.get(site.id, 0)) for site in sites)


def _verify(
    connection: Connection, site_id: UUID, name: str, attested: set[tuple[UUID, int]], latest: int
) -> ChainReport:
    previous, seq, erased = origin(site_id), 0, 0
    wanted = joined().where(LogEntryRow.site_id == site_id).order_by(LogEntryRow.seq)
    for row in connection.execute(wanted).mappings():
        seq += 1
        fault = _fault(dict(row), previous, seq, attested)
        if fault is not None:
            return ChainReport(site_id, name, seq, erased, seq, fault)
        erased += row["erased_at"] is not None
        previous = row["link"]
    if latest > seq:
        return ChainReport(site_id, name, seq, erased, seq + 1, ChainFault.MISSING)
    return ChainReport(site_id, name, seq, erased)


def _fault(
    row: Mapping[str, Any], previous: bytes, seq: int, attested: set[tuple[UUID, int]]
) -> ChainFault | None:
    if row["seq"] != seq:
        return ChainFault.MISSING
    if link(previous, row) != row["link"]:
        return ChainFault.ALTERED
    return _payload_fault(row, erasure_known=(row["site_id"], seq) in attested)


def _payload_fault(row: Mapping[str, Any], *, erasure_known: bool) -> ChainFault | None:
    if row["erased_at"] is not None:
        return None if erasure_known else ChainFault.PAYLOAD_MISSING
    if row["salt"] is None or row["content"] is None:
        return ChainFault.PAYLOAD_MISSING
    digest = hashlib.sha256(row["salt"] + row["content"].encode()).digest()
    return None if digest == row["digest"] else ChainFault.PAYLOAD_ALTERED


def attested(connection: Connection) -> Iterator[tuple[UUID, int]]:
    """The entries that some erasure says it emptied."""
    contents = connection.execute(
        select(LogPayloadRow.content)
        .join(LogEntryRow, same_entry())
        .where(LogEntryRow.operation == Operation.ERASE.value, LogPayloadRow.content.is_not(None))
    ).scalars()
    for content in contents:
        for site, seq in json.loads(content or "{}")["after"]["log"]:
            yield UUID(site), seq


def _latest_writes(connection: Connection) -> dict[UUID, int]:
    """The last entry that the rows themselves know of, per site."""
    latest: dict[UUID, int] = {}
    for row in kept_rows():
        for site_id, seq in connection.execute(select(row.site_id, func.max(row.seq)).group_by(row.site_id)):
            latest[site_id] = max(seq, latest.get(site_id, 0))
    return latest


def joined() -> Select[*tuple[Any, ...]]:
    """Every entry with its payload."""
    return select(
        LogEntryRow.site_id,
        LogEntryRow.seq,
        LogEntryRow.at,
        LogEntryRow.who,
        LogEntryRow.action,
        LogEntryRow.operation,
        LogEntryRow.table_name,
        LogEntryRow.row_id,
        LogEntryRow.digest,
        LogEntryRow.link,
        LogPayloadRow.salt,
        LogPayloadRow.content,
        LogPayloadRow.erased_at,
    ).outerjoin(LogPayloadRow, same_entry())


def same_entry() -> ColumnElement[bool]:
    """What ties a payload to its entry."""
    return (LogEntryRow.site_id == LogPayloadRow.site_id) & (LogEntryRow.seq == LogPayloadRow.seq)


def _entry(row: Row[Any]) -> LogEntry:
    content = json.loads(row.content) if row.content else {"before": {}, "after": {}}
    return LogEntry(
        site_id=row.site_id,
        seq=row.seq,
        at=row.at,
        who=row.who,
        action=row.action,
        operation=Operation(row.operation),
        table=row.table_name,
        row_id=row.row_id,
        before=content["before"],
        after=content["after"],
        erased_at=row.erased_at,
    )


def _plain(cell: object) -> object:
    if isinstance(cell, UUID):
        return cell.hex
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    if isinstance(cell, bytes):
        return {"sha256": hashlib.sha256(cell).hexdigest(), "bytes": len(cell)}
    raise TypeError(type(cell).__name__)
