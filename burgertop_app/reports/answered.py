"""One recommendation with the college's word on it, as a tinted box; shared by sheets, form and overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.responses import Disposal
from burgertop_app.i18n import _, day
from burgertop_app.messages.answers import college_says, council_says, no_reason
from burgertop_app.reports.pieces import Box, Paragraph, Role, Span, Tone
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.papers.answers import AnsweredRecommendation
    from burgertop_app.reports.pieces import Piece

_TONES = {
    Disposal.ADOPTS: Tone.OK,
    Disposal.PARTLY: Tone.ACCENT,
    Disposal.INVESTIGATES: Tone.WARN,
    Disposal.REJECTS: Tone.PLAIN,
    Disposal.NOT_OURS: Tone.PLAIN,
}


def answer_box(answer: AnsweredRecommendation) -> Box:
    """What the college says, why, and who will have done it by when, for how much, by which policy."""
    said: list[Piece] = [Paragraph(college_says(answer.disposal), Role.STRONG)]
    said += (Paragraph(no_reason()),) if answer.lacks_reason else body(answer.reason)
    promised = " ".join(filter(None, (_promised(answer.owner, answer.due_on), *_more(answer))))
    if promised:
        said.append(Paragraph(promised, Role.SMALL))
    return Box(tuple(said), _tone(answer.disposal))


def _more(answer: AnsweredRecommendation) -> tuple[str, ...]:
    return (
        _("Budget: {budget}.").format(budget=answer.budget.rstrip(".")) if answer.budget else "",
        council_says(answer.council),
        _("Existing policy: {policy}.").format(policy=answer.policy.rstrip(".")) if answer.policy else "",
    )


def short_answer_box(disposal: Disposal | None, reason: str, owner: str, due_on: date | None) -> Box:
    """The same in one paragraph of small letters; a reason of several paragraphs keeps its own."""
    first, *rest = body(reason, Role.CELL) or (Paragraph("", Role.CELL),)
    promised = _promised(owner, due_on)
    verdict = Span(college_says(disposal), bold=True)
    if rest or not isinstance(first, Paragraph):
        last = (Paragraph(promised, Role.CELL),) if promised else ()
        pieces: tuple[Piece, ...] = (Paragraph((verdict,), Role.CELL), first, *rest, *last)
    else:
        reasons = (Span(first.words),) if isinstance(first.words, str) else first.words
        after = (Span(" "), Span(promised)) if promised else ()
        pieces = (Paragraph((verdict, Span(" "), *reasons, *after), Role.CELL),)
    return Box(pieces, _tone(disposal), tight=True)


def _tone(disposal: Disposal | None) -> Tone:
    return Tone.PLAIN if disposal is None else _TONES[disposal]


def _promised(owner: str, due_on: date | None) -> str:
    if owner and due_on is not None:
        return _("{owner} sees to it, ready on {date}.").format(owner=owner, date=day(due_on))
    if owner:
        return _("{owner} sees to it.").format(owner=owner)
    return _("Ready on {date}.").format(date=day(due_on)) if due_on is not None else ""
