"""What is cut out and handed round: blank cards, slips that tell a changed seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.name_order import kept_together
from burgertop_app.i18n import _, day, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import running
from burgertop_app.reports.pieces import (
    CutCards,
    Fields,
    Large,
    Paragraph,
    Role,
    Space,
    Ticks,
    Writing,
)

if TYPE_CHECKING:
    from burgertop_app.domain.papers.common import Masthead
    from burgertop_app.domain.papers.day_kit import (
        BlankCardsPaper,
        LateChangesPaper,
        LateSlip,
        SeatMove,
    )
    from burgertop_app.reports.pieces import Piece

_LINES = 5


def blank_cards_document(paper: BlankCardsPaper) -> Document:
    """Empty cards, six to a page; each table begins on a page of its own where its cards fill one."""
    with speaking(paper.masthead.language):
        cards = tuple(
            _blank(paper, f"{table}-{number:02d}") for table, numbers in paper.tables for number in numbers
        )
        return _document(
            paper.masthead,
            _("Blank cards: {event}").format(event=paper.event.name),
            CutCards(cards, 2, 3) if cards else Paragraph(_("There are no tables yet.")),
        )


def late_changes_document(paper: LateChangesPaper) -> Document:
    """A slip for each person, eight to a page."""
    with speaking(paper.masthead.language):
        slips = tuple(_late(paper, slip) for slip in paper.slips)
        return _document(
            paper.masthead,
            _("Changed seats: {event}").format(event=paper.event.name),
            CutCards(slips, 2, 4) if slips else Paragraph(_("Nobody has another seat.")),
        )


def _document(masthead: Masthead, title: str, piece: Piece) -> Document:
    return Document(
        title=title,
        author=masthead.organisation,
        language=masthead.language,
        made_at=masthead.made_at,
        running=running(masthead),
        foot="",
        parts=(piece,),
    )


def _blank(paper: BlankCardsPaper, number: str) -> tuple[Piece, ...]:
    kinds = (Ticks(paper.kinds, 2),) if paper.kinds else ()
    return (
        Paragraph(f"{paper.event.name} · {day(paper.event.on)}", Role.LABEL),
        Large(number, 20),
        Paragraph(_("One idea, in the words of the table"), Role.LABEL),
        Writing(_LINES),
        *kinds,
        Fields((_("Round"), _("For whom?")), 18),
    )


def _late(paper: LateChangesPaper, slip: LateSlip) -> tuple[Piece, ...]:
    number = _("No. {number}").format(number=slip.person.number)
    return (
        Paragraph(f"{paper.event.name} · {day(paper.event.on)}", Role.LABEL),
        Space(6),
        Large(kept_together(slip.person.name), 17, lines=2),
        Paragraph(number, Role.LABEL),
        Space(6),
        Paragraph(_("You sit at another table:"), Role.SMALL),
        *(Paragraph(_moved(move), Role.STRONG) for move in slip.moves),
    )


def _moved(move: SeatMove) -> str:
    told = {"round": move.round_no, "table": move.table, "earlier": move.earlier}
    if not move.table:
        return _("Round {round}: no table any more. Please come to the desk.").format(**told)
    if not move.earlier:
        return _("Round {round}: table {table}").format(**told)
    return _("Round {round}: table {table} instead of {earlier}").format(**told)
