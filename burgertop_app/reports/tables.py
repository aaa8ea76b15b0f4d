"""Table sheets: one for each table and round, to lead the conversation and to write the cards on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import hours, running
from burgertop_app.reports.pieces import (
    Bullets,
    Columns,
    Facts,
    Fields,
    Grid,
    Heading,
    Paragraph,
    Role,
    Sheet,
    Span,
    Together,
    Writing,
)

if TYPE_CHECKING:
    from burgertop_app.domain.papers.tables import PaperEvent, ScriptStep, TableSheet, TableSheetsPaper
    from burgertop_app.reports.pieces import Piece, Words

_INITIALS_ROW = 21.0
_SIGN_HEIGHT = 26.0
_LINES = 2


def table_sheets_document(paper: TableSheetsPaper) -> Document:
    """Every table sheet of an event in one file, each starting a page."""
    with speaking(paper.masthead.language):
        return Document(
            title=_("Table sheets: {event}").format(event=paper.event.name),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=where(paper.event),
            parts=tuple(piece for sheet in paper.sheets for piece in _sheet(paper, sheet))
            or (Paragraph(_("There are no tables yet.")),),
            numbered=False,
        )


def where(event: PaperEvent) -> str:
    """The event, its date and its place in one line."""
    return " · ".join(part for part in (event.name, day(event.on), event.place) if part)


def step_rows(steps: tuple[ScriptStep, ...]) -> tuple[tuple[Words, ...], ...]:
    """The steps of a script as rows: when, how long, what and what to say."""
    return tuple(
        (
            hours(step.start),
            _("{count} min").format(count=step.minutes) if step.minutes else "",
            (Span(step.what, bold=True), Span(f"\n{step.say}")) if step.say else step.what,
        )
        for step in steps
    )


def _sheet(paper: TableSheetsPaper, sheet: TableSheet) -> list[Piece]:
    title = _("Table {table} · round {round}").format(table=sheet.table, round=sheet.round_no)
    return [
        Sheet(f"{running(paper.masthead)} · {title}"),
        Heading(1, title),
        *((Paragraph(_("New: this sheet replaces the earlier one"), Role.STRONG),) if sheet.changed else ()),
        Paragraph(sheet.topic, Role.LEAD),
        Columns((_people(sheet), (*_particulars(sheet), *_questions(sheet))), (56, 44)),
        *_steps(sheet),
        *_cards(sheet),
        _sign_off(),
    ]


def _particulars(sheet: TableSheet) -> tuple[Piece, ...]:
    lines: tuple[tuple[str, Words], ...] = (
        (_("Time"), hours(sheet.starts, sheet.ends)),
        (_("Facilitator"), sheet.facilitator),
        (_("Room"), sheet.room),
    )
    shown = tuple((label, words) for label, words in lines if words)
    return (Facts(shown, label_share=0.42),) if shown else ()


def _people(sheet: TableSheet) -> tuple[Piece, ...]:
    """The names, each with room for initials when the cards have been read back."""
    rows = tuple((person.said, "") for person in sheet.people)
    header = (_("At this table"), _("Initials"))
    return (Grid(header, rows, (72, 28), row_height=_INITIALS_ROW, row_headers=True),)


def _questions(sheet: TableSheet) -> tuple[Piece, ...]:
    if not sheet.questions:
        return (Paragraph(""),)
    return (Heading(3, _("What we talk about"), listed=False), Bullets(sheet.questions, numbered=True))


def _steps(sheet: TableSheet) -> tuple[Piece, ...]:
    if not sheet.steps:
        return ()
    return (
        Heading(3, _("How this round goes"), listed=False),
        Grid((_("Time"), _("Takes"), _("What")), step_rows(sheet.steps), (12, 14, 74), row_headers=True),
    )


def _cards(sheet: TableSheet) -> tuple[Piece, ...]:
    numbers = [
        f"{sheet.table}-{number:02d}" for number in range(sheet.first_card, sheet.first_card + sheet.stubs)
    ]
    if not numbers:
        return ()
    explanation = _("Write one idea on each card, in the words of the table. Read it back before you go on.")
    first, *others = [Together((Writing(_LINES, number),)) for number in numbers]
    return (
        Together((Heading(3, _("Cards"), listed=False), Paragraph(explanation, Role.SMALL), *first.pieces)),
        *others,
    )


def _sign_off() -> Together:
    agreed = _(
        "Everyone at the table has heard the cards. With their initials they say: this is what we said."
    )
    opening = Span(_("Read back and agreed") + ". ", bold=True)
    blanks = (_("Number of cards"), _("Initials of the facilitator"), _("Time"))
    return Together((Paragraph((opening, Span(agreed)), Role.SMALL), Fields(blanks, _SIGN_HEIGHT)))
