"""The files of a Polis export: which is which by their columns, and their rows as text.

comments.csv: timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
votes.csv: timestamp,datetime,comment-id,voter-id,vote
participants-votes.csv (in newer exports participant-votes.csv):
participant,group-id,n-comments,n-votes,n-agree,n-disagree, then one per comment-id
summary.csv: a name and a value per line: topic, url, views, voters, voters-in-conv, commenters, comments,
groups, conversation-description; newer exports add vote-convention

Files that say nothing more for us are left: stats-history.csv in older exports, and in newer ones
comment-groups.csv, comment-clusters.csv and participant-importance.csv (which looks like the votes, but has
n-important where these have n-agree). An export is a folder or a zip of these, see `polis_export`.

A vote is 1 (agrees), -1 (disagrees) or 0 (passes); `moderated` is -1 for what was set aside. Times are in
milliseconds in older exports and in seconds in newer ones. The newer server writes the text of a statement
without quotes, so that its commas look like more columns.

Source: Polis, math/src/polismath/darwin/export.clj and server/src/routes/export.ts
(https://github.com/compdemocracy/polis), and the exports in https://github.com/compdemocracy/openData.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.sheets import Remark
from burgertop_app.exchange import text_cells, workbook_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from burgertop_app.exchange.polis_export import Found

COMMENTS = (
    "timestamp",
    "datetime",
    "comment-id",
    "author-id",
    "agrees",
    "disagrees",
    "moderated",
    "comment-body",
)
VOTES = ("timestamp", "datetime", "comment-id", "voter-id", "vote")
PARTICIPANT = ("participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")
PARTICIPANTS = ("participant", "stemmer", "voter")
SUMMARY = (
    *("topic", "url", "views", "voters", "voters-in-conv", "commenters", "comments", "groups"),
    "conversation-description",
)
SKIPPED = ("stats-history", "comment-groups", "comment-clusters", "participant-importance")
IMPORTANCE = "n-important"
_SHOWN = 120


class Kind(StrEnum):
    """What a file holds."""

    COMMENTS = "comments.csv"
    VOTES = "votes.csv"
    MATRIX = "participants-votes.csv"
    SUMMARY = "summary.csv"
    OTHER = "other"


@dataclass(frozen=True)
class PolisFile:
    """One file: its columns in small letters, and its rows with the number of each in the file.

    No row has more cells than there are columns, or two in a summary.
    """

    name: str
    kind: Kind
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    raw: bytes
    remarks: tuple[Remark, ...] = ()

    def lines(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """Each row by column, with its number."""
        width = len(self.header)
        for number, row in self.rows:
            cells = [*row, *[""] * (width - len(row))]
            yield number, dict(zip(self.header, cells, strict=True))


def understood(found: Found) -> PolisFile:
    """One file of an export, or a sheet with a voter per row; a stranger in a folder is `OTHER`.

    Raises:
        InvalidInput: it is no table, or a person chose it and its columns are those of none of the files.
    """
    name, raw, divider = found.name, found.raw, ","
    remarks: tuple[Remark, ...] = ()
    if raw.startswith((workbook_cells.ZIP, workbook_cells.OLE)):
        sheet = workbook_cells.sheet(raw, name, None)
        rows: Sequence[Sequence[str]] = sheet.rows
        first = sheet.first
    else:
        text, encoding = text_cells.decoded(raw, name)
        rows, divider = text_cells.cells(text.removeprefix("\ufeff"), name, bare=True)
        first = 1
        if encoding == "cp1252":
            remarks = (Remark("sheet_encoding_guessed"),)
    filled = [(number, tuple(row)) for number, row in enumerate(rows, first) if any(map(str.strip, row))]
    if not filled:
        raise InvalidInput("sheet_empty", file=name)
    header = tuple(text_cells.cleaned(cell).casefold() for cell in filled[0][1])
    kind = _kind(name, header)
    if kind is None:
        if found.chosen:
            raise InvalidInput("polis_header", file=name, header=", ".join(header)[:_SHOWN])
        return PolisFile(name, Kind.OTHER, header, (), b"", (Remark("polis_passed", (("file", name),)),))
    body = filled if kind is Kind.SUMMARY else filled[1:]
    width = 2 if kind is Kind.SUMMARY else len(header)
    tidy = ((number, tuple(map(text_cells.cleaned, _narrow(row, width, divider)))) for number, row in body)
    return PolisFile(name, kind, header, tuple(tidy), raw, remarks)


def _narrow(row: Sequence[str], width: int, divider: str) -> Sequence[str]:
    """The row in so many columns; what is too many belongs to the text at the end, as it stood there."""
    return [*row[: width - 1], divider.join(row[width - 1 :])] if len(row) > width else row


def _kind(name: str, header: tuple[str, ...]) -> Kind | None:
    columns = set(header)
    kinds = (
        (IMPORTANCE in columns, Kind.OTHER),
        ({"comment-id", "comment-body"} <= columns, Kind.COMMENTS),
        ({"comment-id", "voter-id", "vote"} <= columns, Kind.VOTES),
        (header[0] in PARTICIPANTS and any(map(_numbered, header[1:])), Kind.MATRIX),
        (header[0] == "topic", Kind.SUMMARY),
        (any(part in name.casefold() for part in SKIPPED), Kind.OTHER),
    )
    return next((kind for fits, kind in kinds if fits), None)


def _numbered(cell: str) -> bool:
    return cell.isascii() and cell.isdigit()
