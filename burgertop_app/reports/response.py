"""The overview of the answer: per recommendation what the college does with it, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.responses import Disposal
from burgertop_app.i18n import _, day, ngettext, speaking
from burgertop_app.messages.answers import disposal_word
from burgertop_app.reports.answered import answer_box
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import made_on, running
from burgertop_app.reports.pictures import Fill, Segment, Segments
from burgertop_app.reports.pieces import Box, Facts, Figure, Heading, Paragraph, Together, Tone
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.papers.answers import AnsweredRecommendation, ResponseOverviewPaper
    from burgertop_app.reports.pieces import Piece

_FILLS = {
    Disposal.ADOPTS: Fill.SOLID,
    Disposal.PARTLY: Fill.UPRIGHT,
    Disposal.INVESTIGATES: Fill.DIAGONAL,
    Disposal.REJECTS: Fill.DARK,
    None: Fill.EMPTY,
}


def response_overview_document(paper: ResponseOverviewPaper) -> Document:
    """The overview for residents, council and press."""
    with speaking(paper.masthead.language):
        title = _("The answer to “{advice}”").format(advice=paper.advice_title)
        return Document(
            title=title,
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=made_on(paper.masthead),
            parts=tuple(_parts(paper, title)),
        )


def _parts(paper: ResponseOverviewPaper, title: str) -> list[Piece]:
    return [
        Heading(1, title),
        Facts(
            (
                (_("Answer of"), paper.college),
                (_("Received on"), _date(paper.received_on)),
                (_("Last day for the answer"), _date(paper.due_on)),
                (_("Answered on"), _date(paper.answered_on)),
            )
        ),
        *((Box(body(paper.term), Tone.ACCENT),) if paper.term.strip() else ()),
        *_bar(paper.recommendations),
        *((Heading(2, _("From the letter")), *body(paper.letter)) if paper.letter.strip() else ()),
        *(_item(item) for item in paper.recommendations),
    ]


def _date(value: date | None) -> str:
    return "–" if value is None else day(value)


def _bar(items: tuple[AnsweredRecommendation, ...]) -> tuple[Piece, ...]:
    if not items:
        return (Paragraph(_("This advice has no recommendations.")),)
    counted = {kind: sum(item.disposal == kind for item in items) for kind in _FILLS}
    parts = tuple(
        Segment(f"{count} {disposal_word(kind)}", count, _FILLS[kind])
        for kind, count in counted.items()
        if count
    )
    count = ngettext(
        "The advice has {count} recommendation.", "The advice has {count} recommendations.", len(items)
    ).format(count=len(items))
    alt = _("{sentence} {parts}.").format(sentence=count, parts=", ".join(part.words for part in parts))
    return (Heading(2, _("In one picture")), Paragraph(count), Figure(Segments(parts), alt))


def _item(item: AnsweredRecommendation) -> Piece:
    return Together(
        (
            Heading(2, f"{item.number}. {item.sentence}"),
            answer_box(item.disposal, item.reason, item.owner, item.due_on),
        )
    )
