"""The links of the log without what stood in the entries: enough to prove that the chain is whole."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from uuid import UUID

from burgertop_app.domain.archive import ChainLink
from burgertop_app.storage import log
from burgertop_app.storage.rows.everywhere import LogEntryRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


def links(connection: Connection) -> tuple[ChainLink, ...]:
    """Every entry of every site, in order of site and number."""
    wanted = log.joined().order_by(LogEntryRow.site_id, LogEntryRow.seq)
    return tuple(
        ChainLink(
            site=row.site_id.hex,
            seq=row.seq,
            at=row.at.astimezone(UTC),
            who=row.who,
            action=row.action,
            operation=row.operation,
            table=row.table_name,
            row="" if row.row_id is None else row.row_id.hex,
            digest=row.digest.hex(),
            link=row.link.hex(),
            erased_at=row.erased_at,
        )
        for row in connection.execute(wanted)
    )


def first_broken(chain: Sequence[ChainLink]) -> ChainLink | None:
    """The first entry of one site that does not follow from the one before; None when the chain is whole."""
    previous = log.origin(UUID(chain[0].site)) if chain else b""
    for count, one in enumerate(chain, 1):
        entry = {
            "who": one.who,
            "at": one.at,
            "action": one.action,
            "operation": one.operation,
            "table_name": one.table,
            "row_id": UUID(one.row) if one.row else None,
            "digest": bytes.fromhex(one.digest),
        }
        link = log.link(previous, entry)
        if one.seq != count or link.hex() != one.link:
            return one
        previous = link
    return None
