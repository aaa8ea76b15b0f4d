"""The items of a board as a table, with a column for every field of the form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from burgertop_app.domain.form_parts import FieldKind
from burgertop_app.i18n import _, day, number
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.tables import RecordTable
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.boards import BoardLine
    from burgertop_app.domain.form_parts import ItemField
    from burgertop_app.ui.board.shown import Shown
    from burgertop_app.ui.kit.tables import Entry

WIDTHS = {FieldKind.NUMBER: 110, FieldKind.DATE: 150, FieldKind.YES_NO: 110}


def item_table(
    shown: Shown, now: Callable[[], Shown], menu: Callable[[list[BoardLine]], Sequence[Entry]]
) -> RecordTable[BoardLine]:
    """A table for the kind of item in `shown`; `now` gives what is shown at any later moment."""

    def counted(count: int) -> str:
        name = now().say(now().kind.name if count == 1 else now().kind.plural)
        return _("{count} {items}").format(count=number(count), items=name)

    return RecordTable(
        shown.say(shown.kind.plural),
        _columns(shown, now),
        key=lambda line: line.item.id,
        counted=counted,
        menu=menu,
    )


def _columns(shown: Shown, now: Callable[[], Shown]) -> tuple[Column[BoardLine], ...]:
    codes = [stage.code for stage in shown.kind.stages]
    name = shown.say(shown.kind.name)
    return (
        Column("title", name[:1].upper() + name[1:], lambda line: line.item.title, width=270, bold=True),
        Column(
            "stage",
            _("Where it stands"),
            lambda line: codes.index(line.item.stage),
            chip=lambda line: _stage(now(), line),
            width=190,
        ),
        Column(
            "chosen",
            _("Chosen"),
            lambda line: line.item.chosen,
            chip=lambda line: now().star(line.item) if line.item.chosen else None,
            width=134,
            hidden=shown.most is None,
        ),
        *(_column(field, shown, now) for field in shown.kind.fields),
        Column("notes", _("Notes"), lambda line: len(line.notes) or None, width=80, align=Align.RIGHT),
        Column(
            "said",
            _("Last said"),
            lambda line: line.notes[-1].on if line.notes else None,
            text=_said,
            width=260,
            stretch=True,
            muted=True,
        ),
    )


def _column(field: ItemField, shown: Shown, now: Callable[[], Shown]) -> Column[BoardLine]:
    name = shown.say(field.name)
    return Column(
        f"field.{field.code}",
        name[:1].upper() + name[1:],
        partial(_value, field, now),
        text=lambda line: now().words(field, line.item),
        width=WIDTHS.get(field.kind, 150),
        align=Align.RIGHT if field.kind is FieldKind.NUMBER else Align.LEFT,
    )


def _value(field: ItemField, now: Callable[[], Shown], line: BoardLine) -> object:
    kept = line.item.fields.get(field.code, "")
    if field.kind is FieldKind.NUMBER:
        return int(kept) if kept else None
    return kept if field.kind is FieldKind.DATE else now().words(field, line.item)


def _stage(shown: Shown, line: BoardLine) -> Chip:
    stage = shown.stage(line.item)
    return Chip(shown.say(stage.name), State.OK if stage.final else State.NEUTRAL)


def _said(line: BoardLine) -> str:
    if not line.notes:
        return ""
    last = line.notes[-1]
    return f"{day(last.on, 'short')}: {last.text}"
