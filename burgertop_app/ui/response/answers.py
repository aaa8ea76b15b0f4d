"""The answers in a table and as one bar."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor

from burgertop_app.domain.responses import CouncilNeed, Disposal
from burgertop_app.i18n import _, day, ngettext, number
from burgertop_app.messages.answers import distributed, rated
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.bars import Part, paint_meter
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.patterns import Fill
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import State, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from burgertop_app.domain.outcome_views import RecommendationLine

BEST = 5
FILLS = {
    Disposal.ADOPTS: Fill.C1,
    Disposal.PARTLY: Fill.C1_UPRIGHT,
    Disposal.INVESTIGATES: Fill.C2,
    Disposal.REJECTS: Fill.C3,
    Disposal.NOT_OURS: Fill.C3_DOTS,
}
CHIPS = {
    Disposal.ADOPTS: (State.OK, "circle-check"),
    Disposal.PARTLY: (State.ACCENT, "circle-dot"),
    Disposal.INVESTIGATES: (State.WARN, "search-check"),
    Disposal.REJECTS: (State.LATE, "circle-x"),
    Disposal.NOT_OURS: (State.NEUTRAL, "forward"),
}


def chip_of(disposal: Disposal | None) -> Chip:
    """The word of the college, or that there is none yet."""
    if disposal is None:
        return Chip(_("no answer yet"), State.WAITING)
    state, icon = CHIPS[disposal]
    return Chip(word(disposal), state, icon)


def parts(lines: Sequence[RecommendationLine]) -> list[Part]:
    """The bar of answers, with the number in the words."""
    counted = Counter(line.disposition.disposal if line.disposition else None for line in lines)
    return [
        *(Part(f"{counted[kind]} {word(kind)}", counted[kind], FILLS[kind]) for kind in Disposal),
        Part(_("{count} no answer yet").format(count=counted[None]), counted[None], Fill.NONE),
    ]


def columns() -> tuple[Column[RecommendationLine], ...]:
    """The columns of the table of answers."""
    return (
        Column(
            "number",
            _("No."),
            lambda line: line.recommendation.number,
            width=52,
            align=Align.RIGHT,
            muted=True,
        ),
        Column("title", _("Recommendation"), lambda line: line.text.title, stretch=True),
        Column(
            "disposal",
            _("Answer"),
            _order,
            chip=lambda line: chip_of(line.disposition.disposal if line.disposition else None),
            width=184,
        ),
        Column(
            "reason",
            _("Reason of the college"),
            _reason,
            text=_reason_words,
            chip=lambda line: Chip(_("no reason given"), State.WARN) if lacks_reason(line) else None,
            width=270,
        ),
        Column("owner", _("Who does it"), _owner, width=126),
        Column(
            "due",
            _("Ready on"),
            lambda line: line.disposition.due_on if line.disposition else None,
            text=_due,
            width=110,
            align=Align.RIGHT,
        ),
        Column("budget", _("Budget"), _budget, sort=_cents, width=110, hidden=True),
        Column("council", _("Council needed"), _council, width=150, hidden=True),
        Column("policy", _("Existing policy"), _policy, width=160, hidden=True),
        Column(
            "rating",
            _("Rating (1–5)"),
            lambda line: line.rating,
            text=lambda line: number(line.rating, 1) if line.rating is not None else "",
            tooltip=_rated,
            paint=_paint_rating,
            width=124,
            align=Align.RIGHT,
        ),
    )


def _order(line: RecommendationLine) -> int:
    return list(Disposal).index(line.disposition.disposal) if line.disposition else len(Disposal)


def _reason(line: RecommendationLine) -> str:
    return line.disposition.reason if line.disposition else ""


def _reason_words(line: RecommendationLine) -> str:
    return _("no reason given") if lacks_reason(line) else _reason(line)


def lacks_reason(line: RecommendationLine) -> bool:
    """Whether the college answered without saying why."""
    return line.disposition is not None and line.disposition.lacks_reason


def _budget(line: RecommendationLine) -> str:
    return line.disposition.budget if line.disposition else ""


def _cents(line: RecommendationLine) -> int | None:
    return line.disposition.budget_cents if line.disposition else None


def _council(line: RecommendationLine) -> str:
    answer = line.disposition
    return word(answer.council) if answer and answer.council is not CouncilNeed.UNKNOWN else ""


def _policy(line: RecommendationLine) -> str:
    return line.disposition.policy if line.disposition else ""


def _rated(line: RecommendationLine) -> str:
    return "\n".join((rated(line.marks), distributed(line.marks))) if line.rating is not None else ""


def asked(lines: Sequence[RecommendationLine]) -> str:
    """What is left to ask of the college about answers that came without a reason; "" for nothing."""
    bare = [str(line.recommendation.number) for line in lines if lacks_reason(line)]
    return (
        ngettext(
            "The answer to recommendation {numbers} does not say why. Ask the college for its reason.",
            "The answers to recommendations {numbers} do not say why. Ask the college for its reasons.",
            len(bare),
        ).format(numbers=", ".join(bare))
        if bare
        else ""
    )


def lowest(lines: Sequence[RecommendationLine]) -> str:
    """Which reason residents value least, with its mean and how many rated it; "" while nobody did."""
    valued = [line for line in lines if line.rating is not None]
    if not valued:
        return ""
    least = min(valued, key=lambda line: (line.rating or 0, line.recommendation.number))
    return _("Residents value the reason at recommendation {number} least: {rated}.").format(
        number=least.recommendation.number, rated=rated(least.marks)
    )


def _owner(line: RecommendationLine) -> str:
    return line.disposition.owner if line.disposition else ""


def _due(line: RecommendationLine) -> str:
    due_on = line.disposition.due_on if line.disposition else None
    return day(due_on, "medium") if due_on else ""


def _paint_rating(painter: QPainter, at: QRect, line: RecommendationLine) -> None:
    if line.rating is None:
        return
    middle = at.center().y()
    paint_meter(painter, QRectF(at.left(), middle - 4, at.width() - 38, 9), line.rating / BEST)
    painter.setFont(font(Type.SMALL))
    painter.setPen(QColor(tokens().text))
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(at, flags, number(line.rating, 1))
