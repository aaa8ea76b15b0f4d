"""The agenda of a meeting about progress: what presses first, with questions and room to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day, ngettext, number, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import made_on, running
from burgertop_app.reports.pieces import (
    Box,
    Bullets,
    Facts,
    Fields,
    Grid,
    Heading,
    Paragraph,
    Role,
    Span,
    Together,
    Writing,
)
from burgertop_app.reports.progress_parts import facts_line, item_box, long, noted, pledge_box, short, tone_of
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from burgertop_app.domain.papers.progress import AgendaPaper, PledgeItem, ProgressItem
    from burgertop_app.reports.pieces import Piece

ROOM = 3
"""Lines to write on below each promise."""


def agenda_document(paper: AgendaPaper) -> Document:
    """The agenda, to print for everyone at the table."""
    with speaking(paper.masthead.language):
        title = _("Agenda: what became of the promises?")
        return Document(
            title=f"{title} {day(paper.on)}",
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=made_on(paper.masthead),
            parts=tuple(_parts(paper, title)),
        )


def _parts(paper: AgendaPaper, title: str) -> list[Piece]:
    late = sum(item.late > 0 for item in (*paper.items, *paper.plans))
    count = len(paper.items) + len(paper.plans)
    said = ngettext("{count} promise has not ended.", "{count} promises have not ended.", count).format(
        count=number(count)
    )
    behind = ngettext("{count} of them is late.", "{count} of them are late.", late).format(
        count=number(late)
    )
    return [
        Heading(1, title),
        Paragraph(paper.masthead.process, Role.LEAD),
        Facts(
            (
                (_("Day"), day(paper.on)),
                (_("Meeting"), number(paper.number) if paper.number else _("outside the schedule")),
                (_("Last time"), day(paper.since) if paper.since else _("this is the first time")),
            )
        ),
        Paragraph(" ".join((said, behind)) if late else said),
        Fields((_("Present"), _("Chair"), _("Who takes notes"))),
        *_before(paper),
        *_listed(_("Promises"), paper.items),
        *_listed(_("What residents do themselves"), paper.plans),
        *_pledges(paper.pledges),
        *_ended(paper.ended),
        Together((Heading(2, _("What we agree")), Writing(6))),
    ]


def _before(paper: AgendaPaper) -> tuple[Piece, ...]:
    if not paper.decisions:
        return ()
    return (Together((Heading(2, _("Agreed last time")), Box(body(paper.decisions)))),)


def _listed(title: str, items: tuple[ProgressItem, ...]) -> tuple[Piece, ...]:
    if not items:
        return ()
    first, *rest = (_item(place, item) for place, item in enumerate(items, 1))
    return (Together((Heading(2, title), *first)), *(Together(pieces) for pieces in rest))


def _item(place: int, item: ProgressItem) -> tuple[Piece, ...]:
    said: list[Piece] = long(item.text) if short(item.text) != item.text else []
    said += [*long(facts_line(item), role=Role.SMALL), *long(item.source, role=Role.SMALL)]
    if item.changes:
        said.append(Paragraph((Span(_("Since last time:"), bold=True), Span(f" {'; '.join(item.changes)}"))))
    said += [part for on, text in item.notes[:2] for part in noted(f"{day(on)}:", text)]
    return (
        Heading(3, f"{place}. {short(item.text)}", listed=False),
        Box(tuple(said), tone_of(item)),
        Bullets(item.questions),
        Writing(ROOM),
    )


def _pledges(pledges: tuple[PledgeItem, ...]) -> tuple[Piece, ...]:
    if not pledges:
        return ()
    boxes = tuple(pledge_box(pledge) for pledge in pledges)
    return (
        Together((Heading(2, _("What was promised beforehand")), boxes[0])),
        *boxes[1:],
        Paragraph(_("Was this kept?"), Role.LABEL),
        Writing(2),
    )


def _ended(items: tuple[ProgressItem, ...]) -> tuple[Piece, ...]:
    if not items:
        return ()
    asked = tuple(item for item in items if item.questions)
    rows = tuple(
        (short(item.text), item.standing, short(item.outcome) or "–") for item in items if not item.questions
    )
    header = (_("Promise"), _("How it stands"), _("Result"))
    table = (Grid(header, rows, (42, 18, 40), row_headers=True),) if rows else ()
    boxes = tuple(Together((item_box(item, 1), Bullets(item.questions), Writing(1))) for item in asked)
    return (Heading(2, _("Ended since last time")), *table, *boxes)
