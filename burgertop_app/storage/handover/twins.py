"""The same thing made on two laptops: by what it is recognised, and under which id it goes on.

A person is checked in once at a meeting, an instrument has one answer to a question, a process one agreed
term. Where both laptops made such a row, the rows are twins: they go on as one, under the lowest of their
ids, and column by column the last word counts. The other ids are remembered, so that whatever refers to them
later finds its row.

What must be one by `UniqueConstraint`: setting, letter_text, letter_setup, house_style and reply_by are twins
here; card, participation and invitation, where two may share a label without being the same, keep both
(`naming`). What the services keep to one are the other tables of `KEYS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select

from burgertop_app.storage.handover.cells import table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.order import Key

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "advice_section": ("advice_id", "kind"),
    "agreement": ("process_id",),
    "answer": ("instrument_id", "question"),
    "attendance": ("event_id", "participation_id"),
    "ballot_count": ("option_id",),
    "budget_project": ("option_id",),
    "card_author": ("card_id", "participation_id"),
    "channel": ("participation_id",),
    "contact": ("person_id",),
    "deadline": ("receipt_id",),
    "draw_file": ("draw_id", "name"),
    "draw_mark": ("participation_id",),
    "event_round": ("event_id", "no"),
    "event_table": ("event_id", "no"),
    "facilitator": ("participation_id",),
    "feature": ("process_id", "name"),
    "house_style": ("process_id",),
    "letter_setup": ("process_id",),
    "letter_text": ("process_id", "kind"),
    "household": ("key",),
    "membership": ("participation_id",),
    "monitor_meeting": ("process_id", "number"),
    "need": ("participation_id", "kind"),
    "proposal_succession": ("earlier_id", "later_id"),
    "rating": ("disposition_id",),
    "reply_by": ("draw_id", "participation_id"),
    "response": ("advice_id",),
    "reward": ("participation_id", "event_id"),
    "seat": ("plan_id", "participation_id", "round_id"),
    "seat_lock": ("event_id", "participation_id", "round_id"),
    "setting": ("key",),
    "sign_off_voice": ("sign_off_id", "participation_id"),
    "statement_notes": ("process_id",),
    "stay": ("event_id", "participation_id"),
    "table_round": ("table_id", "round_id"),
    "theme_succession": ("earlier_id", "later_id"),
    "topic_preference": ("event_id", "participation_id", "topic"),
}
"""What makes rows the same thing, wherever they were made."""

BORN: Final[Mapping[str, tuple[str, ...]]] = {
    "apart": ("pair",),
    "card_text": ("card_id", "version", "text"),
    "declared": ("participation_id", "feature", "value"),
    "duplicate": ("pair",),
    "intention": ("process_id", "participation_id", "table_no", "text"),
    "person_event": ("participation_id", "kind", "day"),
    "proposal_text": ("proposal_id", "version", "title", "text"),
    "recommendation_text": ("recommendation_id", "version", "title", "reason"),
    "statement": ("poll_id", "number", "text"),
    "theme": ("process_id", "title"),
}
"""What makes rows the same thing when both were made while the laptops were apart, as they were then."""

DAY_LINES: Final = ("present", "absent")
NAMED: Final[Mapping[str, str]] = {"household": "key", "monitor_meeting": "number"}
"""Rows that are only themselves while this column is empty: a household that was erased, an extra meeting."""


def key_of(
    name: str, cells: Cells, born: Cells, round_of: Callable[[UUID], UUID | None]
) -> tuple[Any, ...] | None:
    """By what a row is recognised; None when a row of its table, or this one, is only itself.

    Args:
        name: the table.
        cells: the row as it is.
        born: the row as it was made.
        round_of: the round of a table in a round.
    """
    if name in NAMED and not cells[NAMED[name]]:
        return None
    if name in KEYS:
        if name == "seat":
            cells = cells | {"round_id": round_of(cells["table_round_id"])}
        return tuple(cells[each] for each in KEYS[name])
    if name not in BORN or not _once(name, cells | born):
        return None
    known = cells | {
        each: born[each] for each in ("version", "number", "title", "text") if each in born and each in cells
    }
    if name in ("duplicate", "apart"):
        known["pair"] = tuple(sorted((cells["card_id"].hex, cells["of_id"].hex)))
    if name == "person_event":
        known["day"] = cells["at"].date()
    return tuple(_plain(known[each]) for each in BORN[name])


class Twins:
    """Under which id each twin goes on, and by which entry of the log each of them came."""

    def __init__(self, connection: Connection, told: Sequence[Cells]) -> None:
        self._connection = connection
        self._keeper: dict[UUID, UUID] = {}
        self._table: dict[UUID, str] = {}
        self.born: dict[UUID, Key] = {}
        here = [dict(row) for row in connection.execute(select(table("twin"))).mappings()]
        for each in (*here, *told):
            self.born[each["row_id"]] = (each["site_id"], each["seq"])
            self._table[each["row_id"]] = each["table_name"]
            self._tie(each["row_id"], each["keeper_id"])

    def keeper(self, row_id: Any) -> Any:  # noqa: ANN401  (a cell that may hold an id, or nothing)
        """The id under which a row goes on: its own, unless it has a twin."""
        while row_id in self._keeper:
            row_id = self._keeper[row_id]
        return row_id

    def group(self, row_id: UUID) -> tuple[UUID, ...]:
        """Every id that goes on as the same row."""
        if row_id not in self.born:
            return (row_id,)
        keeper = self.keeper(row_id)
        return tuple(each for each in sorted(self.born, key=_number) if self.keeper(each) == keeper)

    def tie(self, name: str, born: Mapping[UUID, Key]) -> UUID:
        """Two rows of a table, with the entries by which they came, go on as one; under which id."""
        one, other = born
        for row_id, key in born.items():
            self.born.setdefault(row_id, key)
            self._table[row_id] = name
        return self._tie(one, other)

    def write(self) -> None:
        """Remember them in the workspace."""
        rows = [
            {
                "row_id": row,
                "table_name": self._table[row],
                "keeper_id": self.keeper(row),
                "site_id": site,
                "seq": seq,
            }
            for row, (site, seq) in sorted(self.born.items(), key=lambda each: each[0].int)
        ]
        self._connection.execute(delete(table("twin")))
        if rows:
            self._connection.execute(insert(table("twin")), rows)

    def _tie(self, one: UUID, other: UUID) -> UUID:
        low, high = sorted((self.keeper(one), self.keeper(other)), key=_number)
        if low != high:
            self._keeper[high] = low
        return low  # type: ignore[no-any-return]


def _once(name: str, cells: Cells) -> bool:
    """Whether there is one of this row: a line of a day, the first words of somebody or of a table."""
    if name == "intention":
        return cells["earlier_id"] is None and bool(cells["participation_id"] or cells["table_no"])
    return name != "person_event" or cells["kind"] in DAY_LINES


def _number(row_id: UUID) -> int:
    return row_id.int


def _plain(cell: object) -> object:
    return " ".join(cell.split()).casefold() if isinstance(cell, str) else cell
