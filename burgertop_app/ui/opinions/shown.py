"""What was found in words and numbers: the picture as a table, and every statement."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.opinion_map import group_name
from burgertop_app.domain.outcomes import Standing
from burgertop_app.i18n import _, ngettext, number, percent
from burgertop_app.messages.opinions import agree_words, result_sentences, said_words
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.pictures import Figures
from burgertop_app.ui.kit.tables import Entry, RecordTable, TableLook
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.opinion_map import OpinionMap, StatementResult
    from burgertop_app.domain.opinion_views import OpinionView
    from burgertop_app.domain.opinions import Statement

DIVISIVE = 0.5
STATEMENT = 230


@dataclass(frozen=True)
class StatementLine:
    """A statement with what is said of it, if that was counted."""

    statement: Statement
    result: StatementResult | None
    agreed: bool = False
    rejected: bool = False

    @property
    def out(self) -> bool:
        """Whether it does not count."""
        return self.statement.standing is Standing.WITHDRAWN


def lines_of(view: OpinionView) -> list[StatementLine]:
    """Every statement with what is said of it."""
    found = view.found
    return [
        StatementLine(
            one,
            found.statement(one.number) if found else None,
            bool(found and one.number in found.agreed),
            bool(found and one.number in found.rejected),
        )
        for one in view.statements
    ]


def statement_table(menu: Callable[[list[StatementLine]], Sequence[Entry]]) -> RecordTable[StatementLine]:
    """Every statement: what everybody says, what each group says, and whether it joins or divides."""
    return RecordTable(
        _("Statements"),
        (
            Column("number", _("No."), lambda one: one.statement.number, width=50, align=Align.RIGHT),
            Column(
                "text",
                _("Statement"),
                lambda one: one.statement.text,
                width=STATEMENT,
                stretch=True,
                wrap=True,
            ),
            Column(
                "everyone",
                _("Everybody"),
                lambda one: one.result.everyone.likely if one.result else None,
                text=lambda one: said_words(one.result.everyone) if one.result else "–",
                width=336,
            ),
            Column(
                "groups",
                _("Agree per group"),
                _group_order,
                text=_group_words,
                width=230,
                tooltip=_group_words,
                wrap=True,
            ),
            Column("mark", _("Stands out"), _chip_words, chip=_chip, width=176),
        ),
        key=lambda one: one.statement.id,
        counted=lambda count: ngettext("{count} statement", "{count} statements", count).format(
            count=number(count)
        ),
        menu=menu,
        look=TableLook(row_height=34),
    )


def _group_order(one: StatementLine) -> float | None:
    return one.result.apart if one.result and one.result.groups else None


def _group_words(one: StatementLine) -> str:
    if one.result is None or not one.result.groups:
        return "–"
    # What belongs together stays on one line.
    return "  ".join(
        f"{group_name(place)} {agree_words(said)}".replace(" ", "\N{NO-BREAK SPACE}")
        for place, said in enumerate(one.result.groups)
    )


def _chip_words(one: StatementLine) -> str:
    chip = _chip(one)
    return chip.words if chip else ""


def _chip(one: StatementLine) -> Chip | None:
    divides = one.result is not None and bool(one.result.groups) and one.result.apart >= DIVISIVE
    chips = (
        (one.out, Chip(_("does not count"), State.NEUTRAL, "ban")),
        (divides, Chip(_("divides"), State.WARN, "split")),
        (one.agreed, Chip(_("most agree"), State.OK, "thumbs-up")),
        (one.rejected, Chip(_("most disagree"), State.ACCENT, "thumbs-down")),
    )
    return next((chip for fits, chip in chips if fits), None)


def figures_of(found: OpinionMap) -> Figures:
    """The picture as a table: how large and how wide each group is, and how far it is from each other one."""
    middles = [_middle(found, group) for group in range(len(found.sizes))]
    widest = max((math.dist(a, b) for a in middles for b in middles), default=1.0) or 1.0
    names = [group_name(group) for group in range(len(found.sizes))]
    rows = [
        (
            _("Group {group}").format(group=names[group]),
            number(size),
            percent(_spread(found, group, middles[group]) / widest),
            *(
                "–" if other == group else percent(math.dist(middles[group], middle) / widest)
                for other, middle in enumerate(middles)
            ),
        )
        for group, size in enumerate(found.sizes)
    ]
    if not rows:
        rows = [(_("Everybody, without groups"), number(len(found.dots)))]
    headings: tuple[str, ...] = (_("Group"), _("People"))
    if found.sizes:
        headings = (*headings, _("How widely spread"), *(_("To {group}").format(group=one) for one in names))
    return Figures(" ".join(result_sentences(found)), headings, tuple(rows))


def _middle(found: OpinionMap, group: int) -> tuple[float, float]:
    dots = [dot for dot in found.dots if dot.group == group]
    return sum(dot.x for dot in dots) / len(dots), sum(dot.y for dot in dots) / len(dots)


def _spread(found: OpinionMap, group: int, middle: tuple[float, float]) -> float:
    dots = [dot for dot in found.dots if dot.group == group]
    return sum(math.dist((dot.x, dot.y), middle) for dot in dots) / len(dots)
