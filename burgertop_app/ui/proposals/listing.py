"""The list of proposals: words, who must act, cards, support, and whether it was carried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.plans import lineage, money, owners_words
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import State
from burgertop_app.ui.proposals.found import counts, outcome
from burgertop_app.ui.proposals.support import paint_support, support_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.ui.kit.tables import Entry


def proposal_table(
    menu: Callable[[list[ProposalLine]], Sequence[Entry]],
) -> RecordTable[ProposalLine]:
    """A table of proposals."""
    return RecordTable(
        _("Proposals"),
        _columns(),
        key=lambda line: line.proposal.id,
        counted=lambda count: ngettext("{count} proposal", "{count} proposals", count),
        menu=menu,
        look=TableLook(row_height=52),
    )


def result_chip(line: ProposalLine) -> Chip:
    """Whether the proposal was carried, as a chip."""
    if line.later:
        return Chip(_("went on as {numbers}").format(numbers=_numbers(line.later)), State.WAITING, "shuffle")
    if not counts(line):
        return Chip(_("withdrawn"), State.WAITING, "ban")
    found = outcome(line)
    if found is None:
        waiting = _("no votes yet") if line.on_ballot or line.rule is None else _("not voted on")
        return Chip(waiting, State.WAITING)
    placed = line.count is not None and line.count.score is not None
    yes, no = (_("chosen"), _("not chosen")) if placed else (_("carried"), _("not carried"))
    return Chip(yes, State.OK) if found else Chip(no, State.WARN, "circle-x")


def _columns() -> tuple[Column[ProposalLine], ...]:
    return (
        Column("number", _("No."), lambda line: line.proposal.number, width=44, align=Align.RIGHT),
        Column(
            "title",
            _("Proposal"),
            lambda line: line.text.title,
            second=_second,
            width=290,
            stretch=True,
            tooltip=lambda line: line.text.title,
        ),
        Column("cards", _("Cards"), lambda line: len(line.cards), width=84, align=Align.RIGHT, gives_way=1),
        Column("support", _("Support"), _share, text=_support, paint=_paint, width=146),
        Column("result", _("Result"), lambda line: result_chip(line).words, chip=result_chip, width=176),
        Column("advice", _("In advice"), _recommended, width=92, hidden=True),
        Column("kind", _("Who acts"), lambda line: word(line.proposal.kind), width=150, hidden=True),
        Column("cost", _("Cost"), lambda line: line.proposal.cost, width=100, align=Align.RIGHT, hidden=True),
        Column("area", _("Where"), lambda line: line.proposal.area, width=120, hidden=True),
        Column("owners", _("Who pulls this"), lambda line: owners_words(line.owners), width=150, hidden=True),
        Column("themes", _("Themes"), lambda line: ", ".join(line.themes), width=150, hidden=True),
        Column("on", _("Rests on"), lambda line: ", ".join(line.cards), width=180, hidden=True),
    )


def _second(line: ProposalLine) -> str:
    advised = _("in advice: {numbers}").format(numbers=_recommended(line)) if line.recommendations else ""
    about = line.proposal
    parts = (word(about.kind), money(about.cost), about.area, advised, lineage(line) if line.earlier else "")
    return " · ".join(filter(None, parts))


def _recommended(line: ProposalLine) -> str:
    return _numbers(line.recommendations)


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def _share(line: ProposalLine) -> float | None:
    cast = line.count.in_favour + line.count.against if line.count else 0
    return line.count.in_favour / cast if line.count and cast else None


def _awaited(line: ProposalLine) -> bool:
    """Whether there are votes, or may be: not on what was withdrawn or went on as another proposal."""
    return line.count is not None or (counts(line) and not line.later)


def _support(line: ProposalLine) -> str:
    return support_words(line.count) if _awaited(line) else ""


def _paint(painter: QPainter, at: QRect, line: ProposalLine) -> None:
    if _awaited(line):
        paint_support(painter, at, line.count, blank=False)
