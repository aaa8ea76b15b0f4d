"""The sheet on which members agree to an advice: what is asked, the text, and a line for each member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day, number, speaking
from burgertop_app.reports.advice import text_pieces
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import chopped, running
from burgertop_app.reports.pieces import Box, Facts, Fields, Grid, Heading, Paragraph, Role, Writing

if TYPE_CHECKING:
    from burgertop_app.domain.papers.sign_off import SignOffSheetPaper
    from burgertop_app.reports.pieces import Piece

BLANKS = 30
"""Lines to sign on when nobody is on the panel yet."""


def sign_off_document(paper: SignOffSheetPaper) -> Document:
    """The sheet; the control code at the foot says which text was signed."""
    with speaking(paper.masthead.language):
        return Document(
            title=_("Agreement with the advice: {title}").format(title=paper.advice.title),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=_("Text of {date} · content {hash}").format(
                date=day(paper.masthead.made_at.astimezone().date()), hash=chopped(paper.content_hash)
            ),
            stamp="",
            parts=(*_asked(paper), *text_pieces(paper.advice), *_lines(paper)),
        )


def _asked(paper: SignOffSheetPaper) -> tuple[Piece, ...]:
    return (
        Heading(1, _("Do you agree to this text?")),
        Paragraph(paper.advice.title, Role.LEAD),
        Paragraph(
            _(
                "This is the text of our advice. You have the last word about it. Read it at your ease. On "
                "the last pages you say whether you agree, with your number and your signature."
            )
        ),
        Box(
            (
                Paragraph(
                    _(
                        "You may also say no. Then write what you would rather see. That comes in the "
                        "advice, without your name."
                    )
                ),
            )
        ),
        Facts(
            (
                (_("Recommendations"), number(len(paper.advice.recommendations))),
                (_("Control code of this text"), chopped(paper.content_hash)),
            )
        ),
    )


def _lines(paper: SignOffSheetPaper) -> tuple[Piece, ...]:
    members = paper.members or ("",) * BLANKS
    return (
        Heading(1, _("Signatures"), new_page=True),
        Paragraph(
            _("I have read the text with control code {code}.").format(code=chopped(paper.content_hash))
        ),
        Grid(
            header=(_("Number"), _("I agree"), _("I do not agree"), _("Signature")),
            rows=tuple((member, "", "", "") for member in members),
            widths=(14, 16, 20, 50),
            row_height=26,
            row_headers=True,
        ),
        Heading(2, _("What I would rather see")),
        Writing(6),
        Fields((_("Date"), _("Place"))),
    )
