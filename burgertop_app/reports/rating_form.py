"""The form on which residents give each reason of the college a mark from 1 to 5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, speaking
from burgertop_app.reports.answered import answer_box
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import made_on, running
from burgertop_app.reports.pieces import Bullets, Heading, Paragraph, Role, Ticks, Together, Writing

if TYPE_CHECKING:
    from burgertop_app.domain.papers.answers import AnsweredRecommendation, RatingFormPaper
    from burgertop_app.reports.pieces import Piece


def rating_form_document(paper: RatingFormPaper) -> Document:
    """The form: without a name, per recommendation the answer and five boxes."""
    with speaking(paper.masthead.language):
        title = _("What do you think of the reasons?")
        return Document(
            title=title,
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=made_on(paper.masthead),
            parts=(
                *_opening(paper, title),
                *(_question(item) for item in paper.recommendations),
                Together((Heading(2, _("Anything else?"), listed=False), Writing(4))),
                *_closing(paper),
            ),
        )


def _opening(paper: RatingFormPaper, title: str) -> tuple[Piece, ...]:
    said = _(
        "{college} answered our advice “{advice}”. Below you read per recommendation what the college does"
        " and why. Does the reason help you to understand the answer, also where you do not agree?"
    ).format(college=_capital(paper.college), advice=paper.advice_title)
    rules = (
        _("Tick one box per recommendation: 1 is “does not help me”, 5 is “clear and complete”."),
        _("No opinion? Leave the row empty."),
        _("Do not write your name on the form."),
    )
    return Heading(1, title), Paragraph(said), Bullets(rules)


def _question(item: AnsweredRecommendation) -> Piece:
    words = (
        _("1 does not help me"),
        _("2 helps a little"),
        _("3 reasonable"),
        _("4 good"),
        _("5 clear and complete"),
    )
    return Together(
        (
            Heading(2, f"{item.number}. {item.sentence}", listed=False),
            answer_box(item),
            Ticks(words, len(words)),
        )
    )


def _closing(paper: RatingFormPaper) -> tuple[Piece, ...]:
    if not paper.return_to:
        return ()
    return (Paragraph(_("Return the form to: {contact}").format(contact=paper.return_to), Role.SMALL),)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
