"""Whether a hand-over fits this workspace, and its books coming in: sites, log, ranges of numbers."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.storage import log, sites
from burgertop_app.storage.handover.cells import table
from burgertop_app.storage.rows.everywhere import LogEntryRow, LogPayloadRow, NumberRangeRow, SiteRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.gathering import Handover
    from burgertop_app.storage.handover.order import Vector
    from burgertop_app.storage.sites import Site

SLICE = 5_000


def check(connection: Connection, handover: Handover, own: Site, file: str) -> list[Cells]:
    """Make sure that the hand-over is of another copy of this workspace and whole; the entries that are new.

    Raises:
        InvalidInput: `handover_own`, `handover_other_workspace`, `handover_damaged`.
        NotPossible: `handover_gap`, something between was not read here; `handover_forked`, two copies wrote
            under one name.
    """
    if handover.site.id == own.id:
        raise InvalidInput("handover_own", file=file)
    known = sites.known(connection)
    shared = sorted(known.keys() & handover.seen.keys(), key=lambda site: site.hex)
    if not shared:
        raise InvalidInput("handover_other_workspace", file=file)
    if handover.seen.get(own.id, 0) > known.get(own.id, 0):
        raise NotPossible("handover_forked", file=file, laptop=handover.site.name)
    for site in shared:
        _same_past(connection, handover, site, min(known[site], handover.seen[site]), file)
    if any(known.get(site, 0) < last for site, last in handover.since.items()):
        raise NotPossible("handover_gap", file=file, laptop=handover.site.name)
    new = [each for each in handover.told["log_entry"] if each["seq"] > known.get(each["site_id"], 0)]
    _whole(connection, handover, new, known, file)
    return new


def _same_past(connection: Connection, handover: Handover, site: UUID, last: int, file: str) -> None:
    """Up to entry `last`, which both sides have, the chain of a site must be the same on both."""
    told = (
        each["link"] for each in handover.told["log_entry"] if (each["site_id"], each["seq"]) == (site, last)
    )
    theirs = next((link.hex() for link in told), None)
    if theirs is None and last == handover.since.get(site):
        theirs = handover.links.get(site)
    if theirs is None and last < handover.since.get(site, 0):
        raise NotPossible("handover_gap", file=file, laptop=handover.site.name)
    if theirs is None:
        raise InvalidInput("handover_damaged", file=file)
    if _link(connection, site, last) != theirs:
        raise NotPossible("handover_forked", file=file, laptop=handover.site.name)


def enter(connection: Connection, handover: Handover, new: list[Cells]) -> None:
    """Write the sites, the new entries with what they hold, and the ranges of numbers."""
    there = set(connection.execute(select(SiteRow.id)).scalars())
    lacking = [each | {"away": False} for each in handover.told["site"] if each["id"] not in there]
    _insert(connection, "site", lacking)
    _insert(connection, "log_entry", new)
    keys = {(each["site_id"], each["seq"]) for each in new}
    payloads = [each for each in handover.told["log_payload"] if (each["site_id"], each["seq"]) in keys]
    _insert(connection, "log_payload", payloads)
    _ranges(connection, handover.told["number_range"])


def heed(connection: Connection, at: datetime) -> None:
    """Empty whatever an erasure says it emptied, on whichever laptop that was: erasure always wins."""
    payload = LogPayloadRow
    held = set(connection.execute(select(payload.site_id, payload.seq).where(payload.erased_at.is_(None))))
    for site, seq in sorted(held & set(log.attested(connection)), key=lambda key: (key[0].hex, key[1])):
        connection.execute(
            update(payload)
            .where(payload.site_id == site, payload.seq == seq)
            .values(salt=None, content=None, erased_at=at)
        )


def _whole(connection: Connection, handover: Handover, new: list[Cells], known: Vector, file: str) -> None:
    """Every new entry follows from the one before, and holds what it held when it was written."""
    held = {(each["site_id"], each["seq"]): each for each in handover.told["log_payload"]}
    last = dict(known)
    links: dict[UUID, bytes] = {}
    for each in sorted(new, key=lambda entry: (entry["site_id"].hex, entry["seq"])):
        site, seq = each["site_id"], each["seq"]
        if site not in links:
            found = _link(connection, site, last.get(site, 0))
            links[site] = bytes.fromhex(found) if found else log.origin(site)
        payload = held.get((site, seq))
        if (
            seq != last.get(site, 0) + 1
            or log.link(links[site], each) != each["link"]
            or payload is None
            or not _says(each, payload)
        ):
            raise InvalidInput("handover_damaged", file=file)
        links[site], last[site] = each["link"], seq
    if any(last.get(site, 0) < seq for site, seq in handover.seen.items()):
        raise InvalidInput("handover_damaged", file=file)


def _says(entry: Mapping[str, Any], payload: Mapping[str, Any]) -> bool:
    if payload["erased_at"] is not None:
        return payload["content"] is None
    if payload["salt"] is None or payload["content"] is None:
        return False
    return bool(hashlib.sha256(payload["salt"] + payload["content"].encode()).digest() == entry["digest"])


def _link(connection: Connection, site: UUID, seq: int) -> str | None:
    wanted = select(LogEntryRow.link).where(LogEntryRow.site_id == site, LogEntryRow.seq == seq)
    found = connection.execute(wanted).scalar_one_or_none()
    return None if found is None else found.hex()


def _insert(connection: Connection, name: str, rows: list[Cells]) -> None:
    for start in range(0, len(rows), SLICE):
        connection.execute(insert(table(name)), rows[start : start + SLICE])


def _ranges(connection: Connection, told: list[Cells]) -> None:
    """Which numbers every site gave out; the further one counts."""
    ranges = NumberRangeRow.__table__
    for each in told:
        same = (
            (ranges.c.site_id == each["site_id"])
            & (ranges.c.series == each["series"])
            & (ranges.c.first == each["first"])
        )
        here = connection.execute(select(ranges.c.following).where(same)).scalar_one_or_none()
        if here is None or here < each["following"]:
            connection.execute(delete(ranges).where(same))  # type: ignore[arg-type]
            connection.execute(insert(ranges).values(each))  # type: ignore[arg-type]
