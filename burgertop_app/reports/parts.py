"""Parts that several documents share: running lines, cards per theme, support, the room there was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day, ngettext
from burgertop_app.reports.pictures import Fill, Segment, Segments
from burgertop_app.reports.pieces import (
    Bullets,
    Columns,
    Figure,
    Grid,
    Heading,
    Paragraph,
    Role,
    Span,
)
from burgertop_app.reports.wording import body, inline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, time

    from burgertop_app.domain.papers.advice import PaperMandate
    from burgertop_app.domain.papers.common import CardTheme, Masthead, PrintedCard, Support
    from burgertop_app.reports.pieces import Piece, Words


def running(masthead: Masthead) -> str:
    """The line on top of every page."""
    return f"{masthead.organisation} · {masthead.process}"


def made_on(masthead: Masthead) -> str:
    """When the document was made, in words."""
    return _("Made on {date}").format(date=day(masthead.made_at.astimezone().date()))


def at_moment(at: datetime) -> str:
    """A date and time in words, with the zone it carries: "3 september 2026, 20:04 CEST"."""
    zone = f" {at.tzname()}" if at.tzname() else ""
    return f"{day(at.date())}, {at:%H:%M}{zone}"


def hours(starts: time | None, ends: time | None = None) -> str:
    """A time, or from–to; empty when it is not known."""
    if starts is None:
        return ""
    begin = f"{starts:%H:%M}"
    return f"{begin}–{ends:%H:%M}" if ends is not None else begin


def chopped(sha256: str) -> str:
    """The first sixteen characters of a hash, in fours, enough to compare by eye."""
    return " ".join(sha256[place : place + 4] for place in range(0, 16, 4))


def hash_lines(sha256: str) -> str:
    """A whole hash in fours, over two lines."""
    fours = [sha256[place : place + 4] for place in range(0, len(sha256), 4)]
    half = (len(fours) + 1) // 2
    return "\n".join(filter(None, (" ".join(fours[:half]), " ".join(fours[half:]))))


def labelled(
    label: str, text: str, level: int = 3, images: Mapping[int, bytes] | None = None
) -> tuple[Piece, ...]:
    """A heading with the organiser's text below it; nothing at all without text."""
    return (Heading(level, label, listed=False), *body(text, images=images)) if text.strip() else ()


def support_pieces(support: Support) -> tuple[Piece, ...]:
    """The bar of who was for and against, and the rule that counted."""
    parts = [
        Segment(_("{count} in favour").format(count=support.in_favour), support.in_favour, Fill.SOLID),
        Segment(_("{count} against").format(count=support.against), support.against, Fill.DIAGONAL),
    ]
    if support.abstained:
        words = _("{count} without an opinion").format(count=support.abstained)
        parts.append(Segment(words, support.abstained, Fill.EMPTY))
    alt = _("Bar of the support: {parts}.").format(parts=", ".join(part.words for part in parts))
    rule = (Paragraph(support.rule, Role.SMALL),) if support.rule else ()
    return (Figure(Segments(tuple(parts)), alt), *rule)


def mandate_pieces(mandate: PaperMandate) -> tuple[Piece, ...]:
    """What stood fixed, what was open and what nobody knew yet; only the parts that have lines."""
    shown = (
        (_("This is fixed"), mandate.fixed),
        (_("This is open"), mandate.open),
        (_("Nobody knows this yet"), mandate.unknown),
    )
    columns = tuple((Heading(3, label, listed=False), Bullets(lines)) for label, lines in shown if lines)
    fits = all(len(line) < 160 for _label, lines in shown for line in lines)
    if fits and len(columns) > 1 and max(len(lines) for _label, lines in shown) <= 8:
        return (Columns(columns),)
    return tuple(piece for column in columns for piece in column)


def theme_pieces(theme: CardTheme, level: int = 2) -> tuple[Piece, ...]:
    """The heading of a theme, its explanation and a table of its cards."""
    count = len(theme.cards)
    said = ngettext("{count} card", "{count} cards", count).format(count=count)
    return (
        Heading(level, f"{theme.name} ({said})"),
        *body(theme.explanation, Role.SMALL),
        *card_table(theme.cards),
    )


def card_table(cards: tuple[PrintedCard, ...]) -> tuple[Piece, ...]:
    """The cards with number and text, and what kind they are where that is known."""
    if not cards:
        return (Paragraph(_("No cards."), Role.SMALL),)
    kinds = any(card.kind or card.origin for card in cards)
    header: tuple[Words, ...] = (_("Card"), _("What it says"), *((_("Kind"),) if kinds else ()))
    rows = tuple(_card_row(card, kinds=kinds) for card in cards)
    return (Grid(header, rows, (13, 67, 20) if kinds else (13, 87), row_headers=True),)


def _card_row(card: PrintedCard, *, kinds: bool) -> tuple[Words, ...]:
    times = f" ({card.times}x)" if card.times > 1 else ""
    number = (Span(card.number, bold=True), Span(times)) if times else (Span(card.number, bold=True),)
    kind = " · ".join(part for part in (card.kind, card.origin) if part)
    return (number, noted(inline(card.text), card.note), *((kind,) if kinds else ()))


def noted(said: Words, note: str) -> Words:
    """What a card says, with whether its table agreed behind it where that is told of each."""
    if not note:
        return said
    spans = (Span(said),) if isinstance(said, str) else said
    return (*spans, Span(f" [{note}]"))
