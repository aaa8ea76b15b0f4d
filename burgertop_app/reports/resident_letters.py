"""Letters to residents: one sheet a person, with a reply card when there is something to reply to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.letters import BLANK, WEBSITE, filled_in, word_of
from burgertop_app.i18n import _, day, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import running
from burgertop_app.reports.pictures import Scan
from burgertop_app.reports.pieces import (
    Box,
    Bullets,
    Cell,
    Columns,
    Fields,
    Figure,
    Grid,
    Heading,
    Item,
    NewPage,
    Paragraph,
    Role,
    Sheet,
    Space,
    Span,
    Ticks,
    Together,
    Tone,
    plain,
)
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burgertop_app.domain.papers.letters import ResidentLetter, ResidentLettersPaper
    from burgertop_app.reports.pieces import Piece, Words

_ENVELOPE = 36
"""Points that bring the address behind the window of a Dutch envelope."""
_ACROSS = ((4, 9), (3, 16), (2, 28))
"""How many boxes stand side by side, with the letters of the longest words that still fit beside one."""


def resident_letters_document(paper: ResidentLettersPaper) -> Document:
    """The letters of everyone in one file, each starting a page and counted by itself.

    What is filled in for a person is plain text, whatever it holds.
    """
    with speaking(paper.masthead.language):
        template = letter_template(paper)
        return Document(
            title=paper.kind,
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=paper.masthead.organisation,
            parts=tuple(
                piece for letter in paper.letters for piece in letter_pieces(paper, letter, template)
            ),
            numbered=False,
        )


def letter_template(paper: ResidentLettersPaper) -> tuple[Piece, ...]:
    """The text of the letters before anything is filled in; read once for all of them."""
    return body(paper.text)


def letter_pieces(
    paper: ResidentLettersPaper, letter: ResidentLetter, template: tuple[Piece, ...]
) -> tuple[Piece, ...]:
    """One letter, on a sheet of its own; `template` is that of `letter_template`."""
    values = {word.casefold(): text for word, text in letter.filled}
    dated = ", ".join(filter(None, (paper.place, day(paper.on))))
    return (
        Sheet(running(paper.masthead)),
        Space(_ENVELOPE),
        Columns(
            (
                (Paragraph("\n".join((letter.person.name, *letter.address))),),
                (Paragraph("\n".join(paper.sender), Role.SMALL),),
            ),
            widths=(62, 38),
        ),
        Space(16),
        Paragraph(dated, Role.SMALL),
        Heading(2, filled_in(paper.subject, values), listed=False),
        *(_filled(piece, values) for piece in template),
        _closing(paper),
        *(_reply_card(paper, letter) if letter.code else ()),
    )


def _closing(paper: ResidentLettersPaper) -> Piece:
    return Together((Space(4), Paragraph(_("Kind regards,")), Space(26), Paragraph(_signature(paper))))


def _signature(paper: ResidentLettersPaper) -> str:
    return paper.signed_by or paper.masthead.organisation


def _filled(piece: Piece, values: Mapping[str, str]) -> Piece:
    filled = piece
    if isinstance(piece, Paragraph):
        filled = replace(piece, words=_spans(piece.words, values))
    elif isinstance(piece, Heading):
        filled = replace(piece, text=plain(_spans(piece.text, values)))
    elif isinstance(piece, Bullets):
        filled = _filled_list(piece, values)
    elif isinstance(piece, Grid):
        rows = ((_filled_cell(cell, values) for cell in row) for row in (piece.header, *piece.rows))
        header, *body = map(tuple, rows)
        filled = replace(piece, header=header, rows=tuple(body))
    return filled


def _filled_list(piece: Bullets, values: Mapping[str, str]) -> Bullets:
    items = (
        Item(_spans(item.words, values), tuple(_filled_list(inner, values) for inner in item.inside))
        if isinstance(item, Item)
        else _spans(item, values)
        for item in piece.items
    )
    return replace(piece, items=tuple(items))


def _filled_cell(cell: Words | Cell, values: Mapping[str, str]) -> Words | Cell:
    if isinstance(cell, Cell):
        return replace(cell, words=_spans(cell.words, values))
    return _spans(cell, values)


def _spans(words: Words, values: Mapping[str, str]) -> Words:
    """The words with the blanks filled in; an address of a website becomes a link."""
    made: list[Span] = []
    for span in (Span(words),) if isinstance(words, str) else words:
        end = 0
        for found in BLANK.finditer(span.text):
            value = values.get(word_of(found))
            if value is None:
                continue
            made.append(replace(span, text=span.text[end : found.start()]))
            url = value if WEBSITE.fullmatch(value) else span.url
            made.append(replace(span, text=value, url=url))
            end = found.end()
        made.append(replace(span, text=span.text[end:]))
    return tuple(span for span in made if span.text)


def _reply_card(paper: ResidentLettersPaper, letter: ResidentLetter) -> tuple[Piece, ...]:
    """A page to send back: it holds the code and never the name, so that a lost card tells nothing."""
    return (
        NewPage(),
        Heading(2, _("Reply card"), listed=False),
        Columns(
            (
                (Paragraph(_card_sentence(paper)), _code_box(letter.code)),
                (Figure(Scan(letter.scan), _("Your code as a square that a scanner reads.")),),
            ),
            widths=(76, 24),
        ),
        Paragraph(_("Tick what applies:"), Role.STRONG),
        Ticks((_("Yes, I join the draw."), _("No, I do not join. You may erase my details."))),
        *_choices(paper),
        *_own_words(),
    )


def _card_sentence(paper: ResidentLettersPaper) -> str:
    if paper.reply_by is None:
        return _("Send this card back.")
    return _("Send this card back, so that we have it by {date}.").format(date=day(paper.reply_by, "full"))


def _code_box(code: str) -> Piece:
    return Box(
        (
            Paragraph(_("Your code"), Role.LABEL),
            Paragraph((Span(code, mono=True),), Role.BIG),
        ),
        Tone.ACCENT,
    )


def _choices(paper: ResidentLettersPaper) -> tuple[Piece, ...]:
    if not paper.choices:
        return ()
    return (
        Heading(3, _("This is about me"), listed=False),
        Paragraph(
            _("We use this for the draw only. It makes the group look like the residents."), Role.SMALL
        ),
        *(_choice(feature, values) for feature, values in paper.choices),
    )


def _choice(feature: str, values: tuple[str, ...]) -> Piece:
    """One feature with its values to tick; long values stand fewer side by side."""
    longest = max(map(len, values), default=0)
    across = next((most for most, letters in _ACROSS if longest <= letters), 1)
    return Columns(
        ((Paragraph(feature, Role.STRONG),), (Ticks(values, min(across, len(values))),)), widths=(24, 76)
    )


def _own_words() -> tuple[Piece, ...]:
    return (
        Heading(3, _("How we reach you"), listed=False),
        Fields((_("Name"), _("Telephone")), 30),
        Fields((_("E-mail"), _("Year of birth")), 30),
        Paragraph(
            _("What do you need to take part? For example an interpreter or a wheelchair place."), Role.SMALL
        ),
        Fields(("",), 24),
    )
