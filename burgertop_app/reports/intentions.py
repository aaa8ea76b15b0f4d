"""The form on which people write what they do tomorrow, and the overview of what they wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext, number, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import made_on, running
from burgertop_app.reports.pieces import (
    Bullets,
    CutCards,
    Fields,
    Heading,
    Large,
    Paragraph,
    Role,
    Ticks,
    Writing,
)

if TYPE_CHECKING:
    from burgertop_app.domain.papers.intentions import IntentionsPaper, TomorrowFormPaper
    from burgertop_app.reports.pieces import Piece

_LINES = 7
_COLUMNS, _ROWS = 2, 2


def tomorrow_form_document(paper: TomorrowFormPaper) -> Document:
    """Forms to cut, four to a page."""
    with speaking(paper.masthead.language):
        forms = tuple(_form(paper) for _place in range(paper.sheets * _COLUMNS * _ROWS))
        return Document(
            title=paper.question,
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot="",
            parts=(CutCards(forms, _COLUMNS, _ROWS),),
        )


def intentions_document(paper: IntentionsPaper) -> Document:
    """What people do, without a name or a number, in order of their letters."""
    with speaking(paper.masthead.language):
        return Document(
            title=_("{question} {process}").format(question=paper.question, process=paper.masthead.process),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=made_on(paper.masthead),
            parts=(Heading(1, paper.question), *_told(paper)),
        )


def _form(paper: TomorrowFormPaper) -> tuple[Piece, ...]:
    return (
        Paragraph(paper.masthead.process, Role.LABEL),
        Large(paper.question, 18),
        Paragraph(_("One thing, small enough to really do"), Role.LABEL),
        Writing(_LINES),
        Ticks((_("This may be shown to others, without my name"),), 1),
        Fields((_("My number"), _("Table")), 18),
        Paragraph(
            _("You need not fill in your number. If you do, you read later what you wrote here."), Role.LABEL
        ),
    )


def _told(paper: IntentionsPaper) -> tuple[Piece, ...]:
    if not paper.total:
        return (Paragraph(_("Nobody wrote down yet what they do tomorrow.")),)
    wrote = ngettext(
        "{count} time somebody wrote down what they do tomorrow.",
        "{count} times somebody wrote down what they do tomorrow.",
        paper.total,
    ).format(count=number(paper.total))
    if not paper.texts:
        return (Paragraph(wrote), Paragraph(_("Nobody said that it may be shown.")))
    shown = _("These may be shown. No name or number stands with them.")
    return (Paragraph(f"{wrote} {shown}"), Bullets(paper.texts))
