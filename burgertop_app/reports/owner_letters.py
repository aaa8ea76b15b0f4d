"""A letter to everyone who promised something: what it was, and the question how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day, ngettext, number, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import running
from burgertop_app.reports.pieces import Columns, Grid, Heading, Paragraph, Role, Sheet, Space, Together

if TYPE_CHECKING:
    from burgertop_app.domain.papers.progress import OwnerLetter, OwnerLettersPaper, ProgressItem
    from burgertop_app.reports.pieces import Piece


def owner_letters_document(paper: OwnerLettersPaper) -> Document:
    """One letter an owner, each on a sheet of its own."""
    with speaking(paper.masthead.language):
        return Document(
            title=subject(paper),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=paper.masthead.organisation,
            parts=tuple(piece for letter in paper.letters for piece in _letter(paper, letter)),
            numbered=False,
        )


def subject(paper: OwnerLettersPaper) -> str:
    """What the letters and e-mails are about."""
    return _("How does it stand with what you promised? {process}").format(process=paper.masthead.process)


def plain_text(paper: OwnerLettersPaper, letter: OwnerLetter) -> str:
    """The same letter as plain text, for an e-mail."""
    lines = [
        _greeting(letter),
        "",
        _opening(letter),
        "",
        *(f"- {item.text}\n  {_line(item)}" for item in letter.items),
        "",
        _question(paper),
        "",
        _("Kind regards,"),
        "",
        *paper.sender,
    ]
    return "\n".join(lines) + "\n"


def _letter(paper: OwnerLettersPaper, letter: OwnerLetter) -> tuple[Piece, ...]:
    where = ", ".join(part for part in (paper.place, day(paper.on)) if part)
    header = (_("What was promised"), _("Ready on"), _("How it stands"))
    rows = tuple(
        (item.text, day(item.due_on) if item.due_on else _("no day agreed"), item.standing)
        for item in letter.items
    )
    addressed = "\n".join(filter(None, (letter.owner, letter.contact)))
    return (
        Sheet(running(paper.masthead)),
        Columns(
            ((Paragraph(addressed),), (Paragraph("\n".join((*paper.sender, where)), Role.SMALL),)),
            widths=(60, 40),
        ),
        Space(18),
        Heading(2, subject(paper), listed=False),
        Paragraph(_greeting(letter)),
        Paragraph(_opening(letter)),
        Grid(header, rows, (52, 22, 26), row_headers=True),
        Paragraph(_question(paper)),
        Together((Paragraph(_("Kind regards,")), Space(30), *(Paragraph(name) for name in paper.sender[:1]))),
    )


def _greeting(letter: OwnerLetter) -> str:
    if letter.contact:
        return _("Dear {name},").format(name=letter.contact)
    return _("Dear Sir or Madam,")


def _opening(letter: OwnerLetter) -> str:
    return ngettext(
        "The residents gave an advice, and you took up {count} promise from the answer.",
        "The residents gave an advice, and you took up {count} promises from the answer.",
        len(letter.items),
    ).format(count=number(len(letter.items)))


def _question(paper: OwnerLettersPaper) -> str:
    asked = _("Will you tell us how each one stands, what was done and what is in the way?")
    when = (
        _("We talk about it with the residents on {date}.").format(date=day(paper.next_meeting))
        if paper.next_meeting
        else ""
    )
    reply = _("You can answer to {contact}.").format(contact=paper.reply_to) if paper.reply_to else ""
    return " ".join(filter(None, (asked, when, reply)))


def _line(item: ProgressItem) -> str:
    ready = _("ready on {date}").format(date=day(item.due_on)) if item.due_on else _("no day agreed")
    return f"{ready}; {item.standing}"
