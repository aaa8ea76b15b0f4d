"""The overview of the answer: per recommendation what the college does with it, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.responses import Disposal, mean
from burgertop_app.i18n import _, day, ngettext, number, speaking
from burgertop_app.messages.answers import college_says, disposal_word, rated
from burgertop_app.reports.answered import answer_box
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import made_on, running
from burgertop_app.reports.pictures import Fill, Segment, Segments
from burgertop_app.reports.pieces import (
    Box,
    Bullets,
    Facts,
    Figure,
    Grid,
    Heading,
    Paragraph,
    Role,
    Together,
    Tone,
)
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.papers.answers import (
        AnsweredRecommendation,
        EarlierAnswer,
        ResponseOverviewPaper,
    )
    from burgertop_app.reports.pieces import Piece

_FILLS = {
    Disposal.ADOPTS: Fill.SOLID,
    Disposal.PARTLY: Fill.UPRIGHT,
    Disposal.INVESTIGATES: Fill.DIAGONAL,
    Disposal.REJECTS: Fill.DARK,
    Disposal.NOT_OURS: Fill.OUTLINE,
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
        *_asked(paper.recommendations),
        *_valued(paper.recommendations),
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


def _asked(items: tuple[AnsweredRecommendation, ...]) -> tuple[Piece, ...]:
    """What residents still ask of the college; nothing when every answer is there with its reason."""
    lines = tuple(
        _("Recommendation {number}: an answer.").format(number=item.number)
        if item.disposal is None
        else _("Recommendation {number}: the reason for the answer.").format(number=item.number)
        for item in items
        if item.disposal is None or item.lacks_reason
    )
    return (Heading(2, _("What we still ask the college")), Bullets(lines)) if lines else ()


def _valued(items: tuple[AnsweredRecommendation, ...]) -> tuple[Piece, ...]:
    """What residents think of the reasons, with the lowest named."""
    found = [(value, item) for item in items if (value := mean(item.marks)) is not None]
    if not found:
        return ()
    least = min(value for value, _item in found)
    lowest = [str(item.number) for value, item in found if value == least]
    named = ngettext(
        "The lowest mark is for the reason at recommendation {numbers}: {mean}.",
        "The lowest mark is for the reasons at recommendations {numbers}: {mean}.",
        len(lowest),
    ).format(numbers=", ".join(lowest), mean=number(least, 1))
    rows = tuple(
        (
            str(item.number),
            *(number(times) for times in item.marks),
            number(sum(item.marks)),
            number(value, 1),
        )
        for value, item in found
    )
    header = (_("Recommendation"), "1", "2", "3", "4", "5", _("Residents"), _("Mean"))
    said = _(
        "Residents gave each reason a mark from 1 (does not help me) to 5 (clear and complete). "
        "With fewer than five marks no figure is shown."
    )
    return (
        Heading(2, _("What residents think of the reasons")),
        Paragraph(said),
        Paragraph(named, Role.STRONG),
        Grid(header, rows, (26, 9, 9, 9, 9, 9, 15, 14), "lrrrrrrr", compact=True, row_headers=True),
    )


def _item(item: AnsweredRecommendation) -> Piece:
    told = rated(item.marks)
    valued = (Paragraph(_("Residents value the reason: {rated}.").format(rated=told), Role.SMALL),)
    return Together(
        (
            Heading(2, f"{item.number}. {item.sentence}"),
            answer_box(item),
            *(valued if told else ()),
            *(Paragraph(_before(one), Role.SMALL) for one in item.earlier),
        )
    )


def _before(answer: EarlierAnswer) -> str:
    when = _("Earlier answer of {day}:").format(day=day(answer.on)) if answer.on else _("Earlier answer:")
    return " ".join(filter(None, (when, college_says(answer.disposal), answer.reason)))
