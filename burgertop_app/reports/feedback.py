"""Feedback sheets: for each participant, in two or three pages, what became of the cards of their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day, ngettext, number, speaking
from burgertop_app.messages.answers import counted
from burgertop_app.reports.document import Document
from burgertop_app.reports.feedback_cards import ended, own_cards, rested, stopped
from burgertop_app.reports.parts import hours, made_on, running
from burgertop_app.reports.pieces import (
    Box,
    Bullets,
    Facts,
    Heading,
    NewPage,
    Paragraph,
    Role,
    Sheet,
    Space,
    Together,
    Tone,
)
from burgertop_app.reports.resident_letters import letter_pieces, letter_template
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from burgertop_app.domain.papers.feedback import FeedbackPaper, FeedbackSheet, Outcome
    from burgertop_app.reports.pieces import Piece


def feedback_document(paper: FeedbackPaper) -> Document:
    """The sheets of all participants in one file, each starting a page and counted by itself."""
    with speaking(paper.masthead.language):
        return Document(
            title=_("What became of your cards: {advice}").format(advice=paper.advice_title),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=made_on(paper.masthead),
            parts=tuple(_parts(paper)) or (Paragraph(_("There are no participants yet.")),),
            numbered=False,
        )


def in_short(sheet: FeedbackSheet) -> str:
    """What the sheet says, in a few sentences; in the language now spoken."""
    return " ".join(filter(None, (*_counts(sheet), _news(sheet))))


def _parts(paper: FeedbackPaper) -> Iterator[Piece]:
    """The sheets one after the other; with a cover each follows its letter."""
    cover = paper.cover
    if cover is None:
        for sheet in paper.sheets:
            yield Sheet(running(paper.masthead))
            yield from _sheet(paper, sheet)
        return
    template = letter_template(cover)
    for letter, sheet in zip(cover.letters, paper.sheets, strict=True):
        yield from letter_pieces(cover, letter, template)
        yield NewPage()
        yield from _sheet(paper, sheet)


def _sheet(paper: FeedbackPaper, sheet: FeedbackSheet) -> list[Piece]:
    """One sheet: thanks, own cards in full, then the cards of the tables by what became of them."""
    own = tuple(card for card in sheet.cards if card.own)
    others = tuple(card for card in sheet.cards if not card.own)
    told = {outcome.place for card in own for outcome in card.outcomes}
    greeting = (
        Paragraph(_("Dear {name},").format(name=sheet.person.name)),
        Paragraph(_thanks(paper)),
    )
    return [
        Heading(1, _("What became of your cards")),
        *(greeting if paper.cover is None else ()),
        *_in_short(sheet),
        *_tables(sheet),
        *((Paragraph(sheet.agreement, Role.SMALL),) if sheet.agreement else ()),
        *own_cards(own),
        *rested(others, told),
        *stopped(others),
        *_intentions(sheet),
        *_closing(paper),
    ]


def _thanks(paper: FeedbackPaper) -> str:
    return _(
        "You sat at the table with others and together you made the advice “{advice}”. Thank you for that."
        " On this sheet you read what became of what you said."
    ).format(advice=paper.advice_title)


def _in_short(sheet: FeedbackSheet) -> tuple[Piece, ...]:
    """The whole sheet in three short sentences, and what is new since the sheet before."""
    if not sheet.cards:
        return (Paragraph(in_short(sheet)),)
    said = [Paragraph(" ".join(_counts(sheet)))]
    if sheet.since:
        said.append(Paragraph(_news(sheet), Role.STRONG))
    return (Box(tuple(said), Tone.ACCENT),)


def _counts(sheet: FeedbackSheet) -> tuple[str, ...]:
    if not sheet.cards:
        return (_("No cards of your tables have been kept."),)
    count, advised = len(sheet.cards), ended(sheet.cards)
    written = ngettext(
        "At your tables {count} card was written.", "At your tables {count} cards were written.", count
    ).format(count=number(count))
    if not advised:
        return (written,)
    behind = sum(bool(card.outcomes) for card in sheet.cards)
    led = ngettext(
        "{cards} of them stand behind {count} recommendation.",
        "{cards} of them stand behind {count} recommendations.",
        len(advised),
    ).format(cards=number(behind), count=number(len(advised)))
    return (written, led, _answers(advised))


def _news(sheet: FeedbackSheet) -> str:
    if sheet.since is None:
        return ""
    if not sheet.news:
        return _("Nothing changed since {date}.").format(date=day(sheet.since))
    return _("Something changed since {date}. You see it at “new since {date}”.").format(
        date=day(sheet.since)
    )


def _answers(advised: Sequence[Outcome]) -> str:
    """How many of the recommendations the college does what with."""
    said = counted([outcome.disposal for outcome in advised])
    return _("What the college does with them: {parts}.").format(parts=", ".join(said))


def _tables(sheet: FeedbackSheet) -> tuple[Piece, ...]:
    """A line per meeting: table and topic of each round."""
    meetings: dict[str, list[str]] = {}
    for sat in sheet.tables:
        title = "\n".join(filter(None, (sat.event, day(sat.on))))
        line = _("{time} table {table}").format(time=hours(sat.starts), table=sat.table).strip()
        meetings.setdefault(title, []).append(": ".join(filter(None, (line, sat.topic))))
    if not meetings:
        return ()
    rows = tuple((title, "\n".join(lines)) for title, lines in meetings.items())
    return (Facts(rows, label_share=0.28),)


def _intentions(sheet: FeedbackSheet) -> tuple[Piece, ...]:
    """What the participant said to do the day after, given back in their own words."""
    if not sheet.intentions:
        return ()
    return (
        Together(
            (
                Heading(2, _("What you said you would do")),
                Bullets(sheet.intentions),
                Paragraph(_("How did it go? We would love to hear it; you do not have to.")),
            )
        ),
    )


def _closing(paper: FeedbackPaper) -> tuple[Piece, ...]:
    following = body(paper.next_step, Role.CELL)
    contact = _("Do you have a question? {contact}").format(contact=paper.contact)
    signed = _("Kind regards,\n{name}").format(name=paper.signed_by)
    parts: tuple[Piece, ...] = (
        *((Heading(3, _("What happens next")), *following) if following else ()),
        *((Paragraph(contact, Role.CELL),) if paper.contact else ()),
        *((Space(4), Paragraph(signed, Role.CELL)) if paper.signed_by else ()),
    )
    return (Together(parts),) if parts else ()
