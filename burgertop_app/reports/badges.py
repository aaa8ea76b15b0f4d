"""Name badges to cut out, eight to a page, and signs to fold and put on the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.name_order import kept_together
from burgertop_app.i18n import _, day, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import running
from burgertop_app.reports.pieces import CutCards, Large, Paragraph, Role, Space, Span, Tents

if TYPE_CHECKING:
    from burgertop_app.domain.papers.day_kit import NameBadge, NameBadgesPaper, TableSign, TableSignsPaper
    from burgertop_app.reports.pieces import Piece

_NAME = 31.0
_NUMBER = 270.0
"""Figures of 69 mm: read from ten metres and more."""
_ACROSS, _DOWN = 2, 4


def name_badges_document(paper: NameBadgesPaper) -> Document:
    """All badges of an event, each 105 by 74 mm (A7)."""
    with speaking(paper.masthead.language):
        cards = tuple(_badge(paper, badge) for badge in paper.badges)
        return Document(
            title=_("Name badges: {event}").format(event=paper.event.name),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot="",
            parts=(CutCards(cards, _ACROSS, _DOWN, middle=True),)
            if cards
            else (Paragraph(_("There are no participants yet.")),),
        )


def table_signs_document(paper: TableSignsPaper) -> Document:
    """A sign for each table, on a page of its own."""
    with speaking(paper.masthead.language):
        sides = tuple(_side(paper, sign) for sign in paper.signs)
        return Document(
            title=_("Table signs: {event}").format(event=paper.event.name),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot="",
            parts=(Tents(sides),) if sides else (Paragraph(_("There are no tables yet.")),),
        )


def _badge(paper: NameBadgesPaper, badge: NameBadge) -> tuple[Piece, ...]:
    event = f"{paper.event.name} · {day(paper.event.on)}"
    table = (
        _("Round {round}: table {table}").format(round=paper.first_round, table=badge.table)
        if badge.table
        else ""
    )
    role = (Span(badge.role[:1].upper() + badge.role[1:], bold=True),) if badge.role else ()
    between = (Span(" · "),) if badge.role and table else ()
    return (
        Paragraph(event, Role.LABEL),
        Space(12),
        Large(kept_together(badge.person.name or badge.person.number), _NAME, lines=2),
        Space(8),
        Paragraph((*role, *between, Span(table)) if role else table, Role.CELL),
    )


def _side(paper: TableSignsPaper, sign: TableSign) -> tuple[Piece, ...]:
    note = (Large(sign.note, 17, lines=2, centred=True),) if sign.note else ()
    return (
        Large(_("Table"), 26, centred=True),
        Large(sign.table, _NUMBER, centred=True, accent=True),
        *note,
        Space(6),
        Large(paper.event.name, 12, lines=2, centred=True),
    )
