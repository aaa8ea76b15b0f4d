"""A survey on paper: to fill in by hand, and with what came out as bars and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.surveys import LEAST, SCALE, SurveyKind
from burgertop_app.i18n import _, day, number, percent
from burgertop_app.messages.surveys import response_words, summary_words
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import made_on, running
from burgertop_app.reports.pictures import Bars, Fill, Series
from burgertop_app.reports.pieces import (
    Bullets,
    Fields,
    Figure,
    Grid,
    Heading,
    Paragraph,
    Role,
    Ticks,
    Together,
    Writing,
)
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from burgertop_app.domain.papers.surveys import SurveyPaper, SurveyResultsPaper
    from burgertop_app.domain.surveys import QuestionResult, SurveyQuestion
    from burgertop_app.reports.pieces import Piece


def survey_document(paper: SurveyPaper) -> Document:
    """The questions, to be filled in by hand."""
    head = paper.masthead
    until = (
        (Paragraph(_("Please answer before {day}.").format(day=day(paper.closes_on)), Role.STRONG),)
        if paper.closes_on
        else ()
    )
    code = () if paper.anonymous else (Fields((_("Your code"),), 26.0),)
    return Document(
        title=paper.title,
        author=head.organisation,
        language=head.language,
        made_at=head.made_at,
        running=running(head),
        foot=made_on(head),
        parts=(
            Heading(1, paper.title, listed=False),
            *body(paper.intro),
            *until,
            *code,
            *(Together(_asked(place, question)) for place, question in enumerate(paper.questions, 1)),
            Paragraph(_("Thank you for your answers."), Role.SMALL),
        ),
    )


def _asked(place: int, question: SurveyQuestion) -> tuple[Piece, ...]:
    return (Heading(2, f"{place}. {question.text}", listed=False), *_room(question))


def _room(question: SurveyQuestion) -> tuple[Piece, ...]:
    match question.kind:
        case SurveyKind.CHOICE | SurveyKind.SEVERAL:
            how = (
                _("Tick one box.")
                if question.kind is SurveyKind.CHOICE
                else _("You may tick more than one box.")
            )
            return (
                Paragraph(how, Role.SMALL),
                Ticks(question.choices),
            )
        case SurveyKind.SCALE:
            return (
                Paragraph(_("1 is not at all, 5 is completely. Tick one box."), Role.SMALL),
                Ticks(tuple(map(str, SCALE)), len(SCALE)),
            )
        case SurveyKind.NUMBER:
            return (Fields((_("A number"),), 24.0),)
        case SurveyKind.TEXT:
            return (Writing(4),)


def survey_results_document(paper: SurveyResultsPaper) -> Document:
    """What came of a survey: how many answered, and every question with its picture and table."""
    head = paper.masthead
    return Document(
        title=paper.title,
        author=head.organisation,
        language=head.language,
        made_at=head.made_at,
        running=running(head),
        foot=made_on(head),
        parts=(
            Heading(1, paper.title, listed=False),
            Paragraph(response_words(paper.results), Role.LEAD),
            Paragraph(
                _(
                    "Of a question with fewer than {least} answers nothing is shown but their number, so that"
                    " nobody can be recognised. Answers are never divided over groups of people."
                ).format(least=number(LEAST)),
                Role.SMALL,
            ),
            *(
                piece
                for place, result in enumerate(paper.results.questions, 1)
                for piece in _found(place, result)
            ),
        ),
    )


def _found(place: int, result: QuestionResult) -> tuple[Piece, ...]:
    head = (
        Heading(2, f"{place}. {result.question.text}"),
        Paragraph(summary_words(result), Role.SMALL),
    )
    if result.texts:
        return (*head, Bullets(result.texts))
    if not result.counts:
        return head
    rows = tuple((one.said, (one.share,), (percent(one.share),)) for one in result.counts)
    longest = max(one.share for one in result.counts) or 1.0
    alt = _("Bars: {lines}.").format(
        lines="; ".join(f"{one.said}: {percent(one.share)}" for one in result.counts)
    )
    table = Grid(
        (_("Answer"), _("People"), _("Share")),
        tuple((one.said, number(one.people), percent(one.share)) for one in result.counts),
        (64, 18, 18),
        "lrr",
        compact=True,
        row_headers=True,
    )
    bars = Bars((Series(_("Share"), Fill.SOLID),), rows, longest, legend=False)
    return (*head, Figure(bars, alt), table)
