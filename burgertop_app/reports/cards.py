"""The card book: every card of a process, word for word, by addressee and theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext, number, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import made_on, running, theme_pieces
from burgertop_app.reports.pieces import Contents, Cover, Heading, Paragraph
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from burgertop_app.domain.papers.common import CardGroup
    from burgertop_app.domain.papers.rules import CardBookPaper
    from burgertop_app.reports.pieces import Piece


def card_book_document(paper: CardBookPaper) -> Document:
    """The book with a title page, contents, and a chapter for each addressee."""
    with speaking(paper.masthead.language):
        return Document(
            title=_("Card book: {process}").format(process=paper.masthead.process),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=made_on(paper.masthead),
            parts=tuple(_parts(paper)),
        )


def _parts(paper: CardBookPaper) -> list[Piece]:
    count = sum(len(theme.cards) for group in paper.groups for theme in group.themes)
    said = ngettext("{count} card", "{count} cards", count).format(count=number(count))
    facts = ((_("Cards"), said), (_("Written at"), paper.source)) if paper.source else ((_("Cards"), said),)
    chapters = [piece for group in paper.groups for piece in _group(group)]
    return [
        Cover(
            organisation=paper.masthead.organisation,
            kicker=_("Card book"),
            title=paper.masthead.process,
            subtitle=_("Everything that was written on the cards, word for word"),
            facts=facts,
        ),
        *body(paper.agreement),
        *((Contents(_("Contents")), *chapters) if chapters else (Paragraph(_("No cards.")),)),
    ]


def _group(group: CardGroup) -> tuple[Piece, ...]:
    title = _("For {addressee}").format(addressee=group.addressee)
    return (
        Heading(1, title, new_page=True),
        *(piece for theme in group.themes for piece in theme_pieces(theme)),
    )
