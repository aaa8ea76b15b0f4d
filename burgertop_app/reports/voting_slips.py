"""Voting slips: a number that belongs to the paper, what is voted on, and boxes or room for a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import running
from burgertop_app.reports.pieces import Columns, CutCards, Fields, Paragraph, Role, Space, Ticks, Writing

if TYPE_CHECKING:
    from burgertop_app.domain.papers.day_kit import VotingSlipsPaper
    from burgertop_app.reports.pieces import Piece

_FEW, _SEVERAL, _PAGE = 5, 9, 16
"""Up to so many lines a slip is a quarter, half, or a whole page; a longer one has more pages."""


def voting_slips_document(paper: VotingSlipsPaper) -> Document:
    """Numbered slips: four, two or one to a page after how much stands on them."""
    with speaking(paper.masthead.language):
        lines = (len(paper.options) or paper.blanks) * (2 if paper.reasons else 1) + 2 * len(paper.questions)
        columns, rows = (2, 2) if lines <= _FEW else (1, 2) if lines <= _SEVERAL else (1, 1)
        numbers = paper.numbers or tuple(f"{number:03d}" for number in range(1, paper.slips + 1))
        slips = tuple(page for number in numbers for page in _pages(paper, number, narrow=columns > 1))
        return Document(
            title=_("Voting slips: {title}").format(title=paper.title),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot="",
            parts=(
                CutCards(slips, columns, rows) if slips else Paragraph(_("There are no participants yet.")),
            ),
        )


def _pages(paper: VotingSlipsPaper, number: str, *, narrow: bool) -> tuple[tuple[Piece, ...], ...]:
    """One slip; a long list goes on on a next page with the same number, so that it stays readable."""
    options = paper.options or tuple(("", "") for _line in range(paper.blanks))
    most = _PAGE // 2 if paper.reasons else _PAGE
    parts = [options[begin : begin + most] for begin in range(0, len(options), most)] or [options]
    told = _("Slip {number}") if len(parts) == 1 else _("Slip {number}, page {page} of {pages}")
    rule = (Paragraph(paper.rule, Role.SMALL),) if paper.rule else ()
    about = (*(piece for name, values in paper.questions for piece in _question(name, values)), *rule)
    return tuple(
        (
            Paragraph(told.format(number=number, page=page, pages=len(parts)), Role.LABEL),
            Paragraph(paper.title, Role.STRONG),
            Paragraph(paper.how or _("Tick one box for each proposal. Do not write your name."), Role.SMALL),
            *(piece for no, said in part for piece in _option(paper, no, said, narrow=narrow)),
            *(about if page == len(parts) else ()),
            Paragraph(_("The number belongs to this paper, not to you."), Role.LABEL),
        )
        for page, part in enumerate(parts, 1)
    )


def _option(paper: VotingSlipsPaper, number: str, said: str, *, narrow: bool) -> tuple[Piece, ...]:
    """What is voted on, or a line to write it on, with what to fill in below it or beside it."""
    boxes = (_("For"), _("Against"), _("Blank")) if paper.boxes is None else paper.boxes
    told = Paragraph(f"{number}. {said}" if number else said, Role.CELL_STRONG) if said else Writing(1)
    reason = (Paragraph(_("Reason of my objection:"), Role.LABEL), Writing(1)) if paper.reasons else ()
    if not boxes:
        return (Columns(((told,), (Fields((_("no."),), 16),)), (78, 22)),)
    ticks = Ticks(boxes, len(boxes))
    if narrow:
        return (told, ticks, *reason)
    return (Columns(((told,), (ticks,)), (55, 45)), *reason)


def _question(name: str, values: tuple[str, ...]) -> tuple[Piece, ...]:
    said = _("{question} (you may leave this empty)").format(question=name)
    return (Space(3), Paragraph(said, Role.LABEL), Ticks(values, min(len(values), 3)))
