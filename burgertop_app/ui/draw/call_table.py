"""The table of the call list: per panel member how far it is, what was tried, and by when to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.people import State as PersonState
from burgertop_app.i18n import _, day, ngettext
from burgertop_app.messages.replacing import attempt_words
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from burgertop_app.domain.call_views import CallLine
    from burgertop_app.ui.kit.tables import Entry

NAMED = (1, 2)
"""The columns with names and ways to reach people."""


def call_table(
    today: Callable[[], date], menu: Callable[[list[CallLine]], Sequence[Entry]]
) -> RecordTable[CallLine]:
    """A table of the panel; the columns in `NAMED` are shown only when names are asked for."""
    columns = (
        Column["CallLine"]("number", _("Number"), lambda line: line.number, width=80, bold=True),
        Column["CallLine"]("name", _("Name"), lambda line: line.name, width=160),
        Column["CallLine"]("phone", _("Telephone"), lambda line: line.phone, width=116),
        Column["CallLine"]("email", _("E-mail"), lambda line: line.email, width=180, hidden=True),
        Column["CallLine"](
            "state", _("State"), _order, chip=lambda line: call_chip(line, today()), width=196
        ),
        Column["CallLine"]("calls", _("Called"), lambda line: len(line.attempts), text=_calls, stretch=True),
        Column["CallLine"](
            "reply_by",
            _("Answer by"),
            lambda line: line.reply_by,
            text=lambda line: day(line.reply_by, "medium") if line.reply_by else "",
            width=144,
        ),
        Column["CallLine"]("origin", _("Came as"), lambda line: line.joined, text=origin_words, width=104),
    )
    return RecordTable(
        _("Call list"),
        columns,
        key=lambda line: line.participation_id,
        counted=lambda count: ngettext("{count} member", "{count} members", count),
        menu=menu,
        look=TableLook(row_height=34),
    )


def call_chip(line: CallLine, today: date) -> Chip:
    """How far a member is, as a chip."""
    if line.gone:
        erased = line.state is PersonState.ERASED
        said = _("erased, seat open") if erased else _("says no, seat open")
        return Chip(said, State.WARN, "user-x" if erased else "circle-x")
    if not line.waiting:
        return Chip(_("says yes"), State.OK)
    if line.late(today):
        return Chip(_("answer is late"), State.LATE)
    return Chip(_("must still answer"), State.WAITING, "phone")


def origin_words(line: CallLine) -> str:
    """How somebody came into the panel."""
    if not line.joined:
        return _("drawn")
    if line.reserve:
        return _("reserve {place}").format(place=line.reserve)
    return _("registration")


def _order(line: CallLine) -> int:
    """Open seats first, then who must still answer."""
    return 0 if line.gone else 1 if line.waiting else 2


def _calls(line: CallLine) -> str:
    if line.last is None:
        return _("not called yet")
    said = attempt_words(line.last)
    if len(line.attempts) == 1:
        return said
    return _("{count} times; {last}").format(count=len(line.attempts), last=said)
