"""Every attempt to draw, also those withdrawn, with the reason: nothing disappears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.draw_records import DrawRecord, DrawState
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.draw_outlook import grouped, number_words, withdrawn_words
from burgertop_app.ui.draw.standing import when
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.ui.kit.tables import Entry

PANEL_COLUMN = 1
"""The place of the column with the panel, of no use while there is one panel."""


def attempt_table(menu: Callable[[list[DrawRecord]], Sequence[Entry]]) -> RecordTable[DrawRecord]:
    """The list of attempts."""
    columns = (
        Column[DrawRecord]("attempt", _("Attempt"), lambda each: each.attempt, width=84, align=Align.RIGHT),
        Column[DrawRecord]("panel", _("Panel"), lambda each: each.panel, width=70, align=Align.RIGHT),
        Column[DrawRecord]("state", _("State"), _state, chip=attempt_chip, width=206),
        Column[DrawRecord](
            "drawn",
            _("Number"),
            lambda each: each.drawn_number,
            text=lambda each: "" if each.drawn_number is None else number_words(each.drawn_number),
            width=84,
            align=Align.RIGHT,
        ),
        Column[DrawRecord](
            "people",
            _("Members"),
            lambda each: each.seats,
            text=lambda each: _("{seats} of {people}").format(
                seats=number(each.seats), people=number(each.people)
            ),
            width=104,
        ),
        Column[DrawRecord](
            "fixed",
            _("Recorded"),
            lambda each: each.committed_at,
            text=lambda each: when(each.committed_at, "medium"),
            width=140,
        ),
        Column[DrawRecord](
            "at",
            _("Drawn"),
            lambda each: each.drawn_at,
            text=lambda each: when(each.drawn_at, "medium"),
            width=140,
        ),
        Column[DrawRecord](
            "reason",
            _("Why it no longer counts"),
            lambda each: withdrawn_words(each.withdrawn_reason),
            stretch=True,
        ),
        Column[DrawRecord](
            "hash",
            _("Control code"),
            lambda each: "" if each.state is DrawState.PREPARED else grouped(each.lottery_sha256),
            width=160,
            mono=True,
            hidden=False,
        ),
    )
    return RecordTable(
        _("All attempts"),
        columns,
        key=lambda each: each.id,
        counted=lambda count: ngettext("{count} attempt", "{count} attempts", count),
        menu=menu,
        look=TableLook(row_height=34),
    )


def attempt_chip(record: DrawRecord) -> Chip:
    """How an attempt ended or stands."""
    rehearsed = record.drawn_number is not None and record.rehearsal
    if record.state is not DrawState.WITHDRAWN:
        return {
            DrawState.PREPARED: Chip(_("calculated, not recorded"), State.ACCENT, "circle-dot"),
            DrawState.COMMITTED: Chip(_("recorded"), State.OK, "lock"),
            DrawState.DRAWN: Chip(_("rehearsal"), State.WARN, "triangle-alert")
            if rehearsed
            else Chip(_("drawn"), State.OK),
        }[record.state]
    if record.committed_at is not None:
        return Chip(_("withdrawn"), State.LATE, "ban")
    said = _("rehearsal, set aside") if rehearsed else _("set aside")
    return Chip(said, State.NEUTRAL, "history")


def _state(record: DrawRecord) -> str:
    return attempt_chip(record).words
