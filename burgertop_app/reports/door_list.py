"""The list at the door: everybody by family name, with tables and a box to tick."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from burgertop_app.domain.name_order import OTHER_LETTER, split_name
from burgertop_app.i18n import _, ngettext, number, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import made_on, running
from burgertop_app.reports.pieces import Grid, Heading, Paragraph, Role, Span
from burgertop_app.reports.tables import where

if TYPE_CHECKING:
    from burgertop_app.domain.papers.day_kit import DoorLine, DoorListPaper
    from burgertop_app.reports.pieces import Piece, Words

_ROW = 20.0
_TABLE, _TABLES = 7.0, 52.0
"""The width of a round, and of all rounds at most, in hundredths of the page."""
_BOX = "☐"


def door_list_document(paper: DoorListPaper) -> Document:
    """The list, with a line for each letter to find one's way by."""
    with speaking(paper.masthead.language):
        return Document(
            title=_("Door list: {event}").format(event=paper.event.name),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=made_on(paper.masthead),
            parts=(
                Heading(1, _("Changes to the door list") if paper.changed else _("Door list")),
                Paragraph(where(paper.event), Role.STRONG),
                *_list(paper),
            ),
        )


def _list(paper: DoorListPaper) -> tuple[Piece, ...]:
    if not paper.lines:
        return (Paragraph(_("There are no participants yet.")),)
    count = len(paper.lines)
    told = ngettext("{count} person, by family name.", "{count} people, by family name.", count)
    rounds = tuple(_("R{round}").format(round=no) for no in paper.rounds)
    header: tuple[Words, ...] = (_("Came"), _("Number"), _("Name"), *rounds)
    rows: list[tuple[Words, ...]] = []
    for letter, lines in groupby(paper.lines, lambda line: split_name(line.person.name).letter):
        rows.append((_("Other letters") if letter == OTHER_LETTER else letter,))
        rows += [_row(line) for line in lines]
    tables = len(paper.rounds)
    each = min(_TABLE, _TABLES / max(tables, 1))
    widths = (9.0, 13.0, 78.0 - each * tables, *(each for _round in rounds))
    explained = _("R1 is the table in round 1. Tick who came.")
    if paper.changed:
        explained = " ".join((_("These lines replace those on the earlier list."), explained))
    return (
        Paragraph(f"{told.format(count=number(count))} {explained}", Role.SMALL),
        Grid(header, tuple(rows), widths, "lll" + "r" * tables, _ROW, compact=each < _TABLE),
    )


def _row(line: DoorLine) -> tuple[Words, ...]:
    parts = split_name(line.person.name)
    before = (Span(f"{parts.before} "),) if parts.before else ()
    behind = (Span(parts.behind),) if parts.behind else ()
    name: Words = (*before, Span(parts.family, bold=True), *behind) if parts.family else line.person.name
    if line.person.role:
        name = (*((Span(name),) if isinstance(name, str) else name), Span(f" ({line.person.role})"))
    return (_BOX, line.person.number, name, *(table or "–" for table in line.tables))
