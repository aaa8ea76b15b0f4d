"""Route cards: where each person sits in every round, several to a page, to cut out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.name_order import kept_together
from burgertop_app.i18n import _, day, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import hours, running
from burgertop_app.reports.pictures import Scan
from burgertop_app.reports.pieces import Columns, CutCards, Figure, Grid, Large, Paragraph, Role, Span

if TYPE_CHECKING:
    from burgertop_app.domain.papers.tables import RouteCard, RouteCardsPaper, Stop
    from burgertop_app.reports.pieces import Piece, Words


_NAME = 15.0
_SCAN = 48.0
"""The side of the square, in points: 17 mm, with white around it as wide as four of its dots."""
_WIDTHS = (75, 25)


def route_cards_document(paper: RouteCardsPaper) -> Document:
    """All route cards of an event; eight, six or four to a page after the number of rounds."""
    with speaking(paper.masthead.language):
        most = max((len(card.stops) for card in paper.cards), default=0)
        rows = next((rows for limit, rows in ((3, 4), (5, 3)) if most <= limit), 2)
        cards = tuple(_card(paper, card) for card in paper.cards)
        return Document(
            title=_("Route cards: {event}").format(event=paper.event.name),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot="",
            parts=(CutCards(cards, 2, rows),) if cards else (Paragraph(_("There are no participants yet.")),),
        )


def _card(paper: RouteCardsPaper, card: RouteCard) -> tuple[Piece, ...]:
    event = f"{paper.event.name} · {day(paper.event.on)}"
    new = (Paragraph(_("New: this card replaces the earlier one"), Role.CELL_STRONG),) if card.changed else ()
    told = _("No. {number}").format(number=card.person.number)
    number = Paragraph(" · ".join(filter(None, (told, card.person.role))), Role.LABEL)
    name = (*new, Large(kept_together(card.person.name), _NAME, lines=2), number)
    return (
        Paragraph(event, Role.LABEL),
        Columns((name, (_scan(card.person.number),)), _WIDTHS),
        Grid(
            (_("Round"), _("Time"), _("Table"), _("Topic")),
            tuple(_stop(stop) for stop in card.stops),
            (16, 15, 15, 54),
            compact=True,
            row_headers=True,
        ),
    )


def _scan(number: str) -> Figure:
    """The number and nothing else, for the scanner at the door that types it."""
    alt = _("The number {number} as a square that the scanner at the door reads.").format(number=number)
    return Figure(Scan(number, _SCAN), alt, tight=True)


def _stop(stop: Stop) -> tuple[Words, ...]:
    table: Words = (Span(stop.table, bold=True),) if stop.table else _("free")
    topic = " · ".join(part for part in (stop.topic, stop.room) if part)
    return str(stop.round_no), hours(stop.starts), table, topic
