"""The filling-ins of one instrument as a table, the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.evaluations import is_answered
from burgertop_app.i18n import _, day, ngettext, number
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.evaluations import Filled
    from burgertop_app.ui.kit.tables import Entry


def filled_table(
    questions: Callable[[], int], menu: Callable[[list[Filled]], Sequence[Entry]]
) -> RecordTable[Filled]:
    """A table of what was filled in; `questions` is how many there are to answer."""
    return RecordTable(
        _("Filled in"),
        (
            Column(
                "on",
                _("Day"),
                lambda one: one.instrument.on,
                text=lambda one: day(one.instrument.on, "medium") if one.instrument.on else _("No day"),
                width=100,
            ),
            Column("title", _("Occasion"), lambda one: one.instrument.title, stretch=True),
            Column(
                "answered",
                _("Answered"),
                _answered,
                text=lambda one: _("{count} of {all}").format(
                    count=number(_answered(one)), all=number(questions())
                ),
                width=108,
            ),
        ),
        key=lambda one: one.instrument.id,
        counted=lambda count: ngettext("{count} filled in", "{count} filled in", count).format(
            count=number(count)
        ),
        menu=menu,
    )


def _answered(one: Filled) -> int:
    return sum(map(is_answered, one.answers.values()))
