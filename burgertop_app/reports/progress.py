"""The progress report: in numbers and a picture, then per recommendation what became of what was promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.responses import CommitmentState
from burgertop_app.i18n import _, day, ngettext, number, speaking
from burgertop_app.messages.answers import college_says
from burgertop_app.messages.words import word
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import hash_lines, made_on, running
from burgertop_app.reports.pictures import Fill, Segment, Segments
from burgertop_app.reports.pieces import (
    Box,
    Bullets,
    Facts,
    Figure,
    Grid,
    Heading,
    Paragraph,
    Role,
    Span,
    Together,
    Tone,
)
from burgertop_app.reports.progress_parts import item_box, pledge_box
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from burgertop_app.domain.papers.progress import HeldMeeting, ProgressGroup, ProgressItem, ProgressPaper
    from burgertop_app.reports.pieces import Piece, Words

_FILLS = {
    CommitmentState.DONE: Fill.SOLID,
    CommitmentState.UNDER_WAY: Fill.UPRIGHT,
    CommitmentState.STALLED: Fill.DIAGONAL,
    CommitmentState.OPEN: Fill.EMPTY,
    CommitmentState.DROPPED: Fill.OUTLINE,
}


def progress_document(paper: ProgressPaper) -> Document:
    """The report for residents, council and press."""
    with speaking(paper.masthead.language):
        title = _("What became of the promises")
        foot = made_on(paper.masthead)
        if not paper.draft:
            foot = _("Progress report {number} · {made}").format(number=paper.number, made=foot)
        return Document(
            title=f"{title}: {paper.masthead.process}",
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=foot,
            parts=tuple(_parts(paper, title)),
            stamp=_("Draft") if paper.draft else "",
        )


def _parts(paper: ProgressPaper, title: str) -> list[Piece]:
    return [
        Heading(1, title),
        Paragraph(paper.masthead.process, Role.LEAD),
        Facts(_particulars(paper)),
        *_summary(paper),
        *_overdue(paper),
        *_changed(paper),
        *(piece for group in paper.groups for piece in _group(group)),
        *_listed(_("Other commitments"), paper.others),
        *_listed(_("What residents do themselves"), paper.plans),
        *_pledges(paper),
        *_meetings(paper.meetings),
        *_ahead(paper),
        *_sealed(paper),
    ]


def _particulars(paper: ProgressPaper) -> tuple[tuple[str, Words], ...]:
    since = day(paper.since) if paper.since else _("this is the first report")
    return (
        (_("Report"), _("draft") if paper.draft else number(paper.number)),
        (_("How it stands on"), day(paper.on)),
        (_("Since"), since),
    )


def _summary(paper: ProgressPaper) -> tuple[Piece, ...]:
    counting = [item for item in paper.items if not item.withdrawn]
    if not counting:
        return (Box((Paragraph(_("The college has not promised anything yet.")),), Tone.PLAIN),)
    late = sum(item.late > 0 for item in counting)
    done = sum(item.state is CommitmentState.DONE for item in counting)
    said = ngettext(
        "The college made {count} promise.", "The college made {count} promises.", len(counting)
    ).format(count=number(len(counting)))
    kept = ngettext("{count} is done.", "{count} are done.", done).format(count=number(done))
    behind = (
        ngettext("{count} is late.", "{count} are late.", late).format(count=number(late))
        if late
        else _("None is late.")
    )
    parts = tuple(
        Segment(f"{number(count)} {word(state)}", count, fill)
        for state, fill in _FILLS.items()
        if (count := sum(item.state is state for item in counting))
    )
    alt = _("Bar of the promises: {parts}.").format(parts=", ".join(part.words for part in parts))
    return (
        Heading(2, _("In numbers")),
        Paragraph(" ".join((said, kept, behind)), Role.LEAD),
        Figure(Segments(parts), alt),
    )


def _overdue(paper: ProgressPaper) -> tuple[Piece, ...]:
    late = sorted((item for item in (*paper.items, *paper.plans) if item.late), key=lambda item: -item.late)
    if not late:
        return ()
    rows = tuple(
        (
            item.text,
            item.owner or "–",
            day(item.due_on) if item.due_on else "–",
            ngettext("{count} day", "{count} days", item.late).format(count=number(item.late)),
        )
        for item in late
    )
    header = (_("What is late"), _("Who does it"), _("Ready on"), _("Late"))
    return (Heading(2, _("What is late")), Grid(header, rows, (46, 20, 20, 14), "lllr", row_headers=True))


def _changed(paper: ProgressPaper) -> tuple[Piece, ...]:
    if paper.since is None:
        return ()
    moved = [item for item in (*paper.items, *paper.plans) if item.changes]
    heading = Heading(2, _("What changed since {date}").format(date=day(paper.since)))
    if not moved:
        return (heading, Paragraph(_("Nothing changed since the last report.")))
    lines = tuple((Span(item.text, bold=True), Span(f" {'; '.join(item.changes)}.")) for item in moved)
    return (heading, Bullets(lines))


def _group(group: ProgressGroup) -> tuple[Piece, ...]:
    first, *rest = (item_box(item) for item in group.items)
    heading = Heading(2, f"{group.number}. {group.sentence}")
    return (
        Together((heading, Paragraph(college_says(group.disposal), Role.SMALL), first)),
        *rest,
    )


def _listed(title: str, items: tuple[ProgressItem, ...]) -> tuple[Piece, ...]:
    if not items:
        return ()
    first, *rest = (item_box(item) for item in items)
    return (Together((Heading(2, title), first)), *rest)


def _pledges(paper: ProgressPaper) -> tuple[Piece, ...]:
    if not paper.pledges:
        return ()
    first, *rest = (pledge_box(pledge) for pledge in paper.pledges)
    return (Together((Heading(2, _("What was promised beforehand")), first)), *rest)


def _meetings(meetings: tuple[HeldMeeting, ...]) -> tuple[Piece, ...]:
    if not meetings:
        return ()
    return (
        Heading(2, _("We talked about it")),
        *(piece for meeting in meetings for piece in _meeting(meeting)),
    )


def _meeting(meeting: HeldMeeting) -> tuple[Piece, ...]:
    there = (
        ngettext("{count} person was there.", "{count} people were there.", meeting.present).format(
            count=number(meeting.present)
        )
        if meeting.present is not None
        else ""
    )
    return (
        Heading(3, day(meeting.on), listed=False),
        *((Paragraph(there),) if there else ()),
        *body(meeting.note),
        *((Paragraph(_("Agreed:"), Role.STRONG), *body(meeting.decisions)) if meeting.decisions else ()),
    )


def _ahead(paper: ProgressPaper) -> tuple[Piece, ...]:
    if paper.next_meeting is None:
        return ()
    said = _("The next meeting about the promises is on {date}.").format(date=day(paper.next_meeting))
    return (Heading(2, _("How it goes on")), Paragraph(said))


def _sealed(paper: ProgressPaper) -> tuple[Piece, ...]:
    if not paper.content_hash:
        return ()
    return (
        Paragraph(_("Hash of how everything stood, to compare with:"), Role.SMALL),
        Paragraph(hash_lines(paper.content_hash), Role.HASH),
    )
