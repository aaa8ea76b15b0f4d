"""The rules of the game on one page: assignment, room, decisions, dials and pledges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import made_on, mandate_pieces, running
from burgertop_app.reports.pictures import Slide
from burgertop_app.reports.pieces import Bullets, Facts, Figure, Heading, OnePage, Paragraph, Role
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from burgertop_app.domain.papers.rules import Dial, RulesPaper
    from burgertop_app.reports.pieces import Piece


def rules_document(paper: RulesPaper) -> Document:
    """The rules of the game; set smaller when one page would otherwise not hold them."""
    with speaking(paper.masthead.language):
        return Document(
            title=_("Rules of the game: {process}").format(process=paper.masthead.process),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=made_on(paper.masthead),
            parts=(OnePage(tuple(_parts(paper))),),
            numbered=False,
        )


def _parts(paper: RulesPaper) -> list[Piece]:
    return [
        Heading(1, _("Rules of the game")),
        Paragraph(paper.masthead.process, Role.LEAD),
        *body(paper.assignment),
        *(mandate_pieces(paper.mandate) if paper.mandate else ()),
        *_listed(_("How we decide"), paper.decisions),
        *_dials(paper.dials),
        *_promises(paper),
        *(
            (Paragraph(_("Questions? {contact}").format(contact=paper.contact), Role.SMALL),)
            if paper.contact
            else ()
        ),
    ]


def _listed(title: str, lines: tuple[str, ...]) -> tuple[Piece, ...]:
    return (Heading(3, title, listed=False), Bullets(lines)) if lines else ()


def _dials(dials: tuple[Dial, ...]) -> tuple[Piece, ...]:
    if not dials:
        return ()
    return (
        Heading(3, _("How this process is set"), listed=False),
        *(Figure(Slide(dial.name, dial.left, dial.right, dial.position), _alt(dial)) for dial in dials),
    )


def _alt(dial: Dial) -> str:
    return _("{name}: position {position} of 5, from “{left}” to “{right}”.").format(
        name=dial.name, position=dial.position, left=dial.left, right=dial.right
    )


def _promises(paper: RulesPaper) -> tuple[Piece, ...]:
    if not paper.promises:
        return ()
    rows = tuple((promise.who, promise.what) for promise in paper.promises)
    return (Heading(3, _("What we promise each other"), listed=False), Facts(rows, label_share=0.25))
