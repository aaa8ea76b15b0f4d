"""The log as a file that anybody can check without the program, and reading it back."""

from __future__ import annotations

import csv
import io
import itertools
from datetime import datetime
from typing import TYPE_CHECKING

from burgertop_app.domain.archive import ChainLink
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.messages.log import action_words
from burgertop_app.messages.log_parts import part_words
from burgertop_app.storage.log_links import first_broken

if TYPE_CHECKING:
    from collections.abc import Sequence

LOG = "logboek/logboek.csv"
COLUMNS = ("site", "seq", "at", "who", "action", "operation", "table", "row", "digest", "link", "erased_at")


def log_csv(chain: Sequence[ChainLink]) -> bytes:
    """Every entry in a row, exactly as it is hashed."""
    return _csv(
        COLUMNS,
        [
            (
                one.site,
                str(one.seq),
                one.at.isoformat(timespec="microseconds"),
                one.who,
                one.action,
                one.operation,
                one.table,
                one.row,
                one.digest,
                one.link,
                one.erased_at.isoformat() if one.erased_at else "",
            )
            for one in chain
        ],
    )


def plain_log_csv(chain: Sequence[ChainLink]) -> bytes:
    """What was done and when, in words; without who did it and without what stood in it."""
    return _csv(
        ("nr", "moment", "handeling", "waarvan", "link"),
        [
            (
                str(one.seq),
                one.at.isoformat(timespec="seconds"),
                action_words(one.action),
                part_words(one.table),
                one.link,
            )
            for one in chain
        ],
    )


def read_log(content: bytes) -> tuple[ChainLink, ...]:
    """The entries of a file that `log_csv` wrote.

    Raises:
        InvalidInput: it is another file.
    """
    try:
        return tuple(map(_link, csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))))
    except (UnicodeDecodeError, KeyError, ValueError, TypeError) as error:
        raise InvalidInput("archive_unreadable", file=LOG) from error


def broken(chain: Sequence[ChainLink]) -> tuple[str, ...]:
    """The first entry of each site that does not follow from the one before: "site number"."""
    found = []
    for site, entries in itertools.groupby(chain, key=lambda one: one.site):
        wrong = first_broken(list(entries))
        if wrong is not None:
            found.append(f"{site[:8]} {wrong.seq}")
    return tuple(found)


def _link(row: dict[str, str]) -> ChainLink:
    return ChainLink(
        site=row["site"],
        seq=int(row["seq"]),
        at=datetime.fromisoformat(row["at"]),
        who=row["who"],
        action=row["action"],
        operation=row["operation"],
        table=row["table"],
        row=row["row"],
        digest=row["digest"],
        link=row["link"],
        erased_at=datetime.fromisoformat(row["erased_at"]) if row["erased_at"] else None,
    )


def _csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    handle = io.StringIO(newline="")
    writer = csv.writer(handle, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return handle.getvalue().encode("utf-8")
