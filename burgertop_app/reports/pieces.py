"""The pieces a document is made of; every string in them is plain text, never markup."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from burgertop_app.reports.pictures import Picture


class Role(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    LEAD = "lead"
    STRONG = "strong"
    SMALL = "small"
    LABEL = "label"
    BIG = "big"
    CELL = "cell"
    CELL_STRONG = "cell_strong"
    HASH = "hash"


class Tone(StrEnum):
    """The mood of a box: plain, or one of the states of the house."""

    PLAIN = "plain"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    LATE = "late"


@dataclass(frozen=True)
class Span:
    """A run of words inside a paragraph; `url` may be http, https or mailto only, others stay plain.

    `note` is the text of a footnote whose mark stands behind the words; `language` is theirs (a code such
    as "en") when it is not that of the document.
    """

    text: str
    bold: bool = False
    mono: bool = False
    url: str = ""
    note: str = ""
    language: str = ""


Words: TypeAlias = str | tuple[Span, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 4; levels 1 and 2 stand in the contents and the outline when `listed`.

    `contents` are other words for it there; `large` makes it look like a chapter whatever its level.
    """

    level: int
    text: str
    listed: bool = True
    new_page: bool = False
    contents: str = ""
    large: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; line ends inside the words stay line ends."""

    words: Words
    role: Role = Role.BODY


@dataclass(frozen=True)
class Item:
    """An item of a list that has lists inside it."""

    words: Words
    inside: tuple[Bullets, ...] = ()


@dataclass(frozen=True)
class Large:
    """A name or number to be read from afar: as large as fits, over at most so many lines, never cut off.

    `most` is the largest size of the letters, in points; `accent` gives it the colour of the document.
    """

    text: str
    most: float
    lines: int = 1
    centred: bool = False
    accent: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list, numbered or with dots; `small` sets it closer."""

    items: tuple[Words | Item, ...]
    numbered: bool = False
    small: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of a table over `wide` columns and `tall` rows; the rows below leave out what it covers."""

    words: Words
    wide: int = 1
    tall: int = 1


@dataclass(frozen=True)
class Grid:
    """A table whose header row repeats; `widths` are parts of the whole, `align` has a letter l or r each.

    A row of one cell is a group row over the whole width; `row_height` is the least, in points. With
    `row_headers` the first cell of each row names the row. `caption` is a line above the table.
    """

    header: tuple[Words | Cell, ...]
    rows: tuple[tuple[Words | Cell, ...], ...]
    widths: tuple[float, ...]
    align: str = ""
    row_height: float = 0.0
    compact: bool = False
    row_headers: bool = False
    caption: str = ""


@dataclass(frozen=True)
class Facts:
    """Labels with their values, a table whose rows have headers."""

    rows: tuple[tuple[str, Words], ...]
    label_share: float = 0.3


@dataclass(frozen=True)
class Figure:
    """A picture and the sentence that says what it shows; `tight` leaves no room around it."""

    picture: Picture
    alt: str
    tight: bool = False


@dataclass(frozen=True)
class Image:
    """A picture from a file (PNG or JPEG), what it shows in words, and a line below it.

    `share` is the part of the text width that it takes at most.
    """

    content: bytes
    alt: str
    caption: Words = ""
    share: float = 1.0


@dataclass(frozen=True)
class Box:
    """Pieces on a tinted ground; `tight` leaves less room around them."""

    pieces: tuple[Piece, ...]
    tone: Tone = Tone.PLAIN
    tight: bool = False


@dataclass(frozen=True)
class Columns:
    """Groups of pieces side by side, short enough for one page; `widths` are parts, alike when not given."""

    columns: tuple[tuple[Piece, ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Together:
    """Pieces that stay on one page when they fit there."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class OnePage:
    """Pieces that are set smaller, all alike, until they fit on one page."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Space:
    """White space of so many points."""

    points: float


@dataclass(frozen=True)
class NewPage:
    """The next piece starts a page."""


@dataclass(frozen=True)
class Sheet:
    """The next piece starts a sheet: a page, a running title of its own, pages counted anew."""

    running: str


@dataclass(frozen=True)
class Contents:
    """The table of contents, with page numbers and links."""

    title: str


@dataclass(frozen=True)
class Writing:
    """Lines to write on, with a label before the first or in the margin."""

    lines: int
    label: str = ""


@dataclass(frozen=True)
class Fields:
    """Named blanks to fill in by hand, side by side."""

    labels: tuple[str, ...]
    height: float = 34.0


@dataclass(frozen=True)
class Ticks:
    """Boxes that a pen can fill, each with its words behind it; `across` of them side by side."""

    labels: tuple[str, ...]
    across: int = 1


@dataclass(frozen=True)
class Cover:
    """The title page: who speaks, the title, particulars, and a mark such as a draft's."""

    organisation: str
    kicker: str
    title: str
    subtitle: str
    facts: tuple[tuple[str, Words], ...] = ()
    mark: str = ""


@dataclass(frozen=True)
class CutCards:
    """Cards to cut out, `columns` by `rows` on a page, with cutting marks.

    `middle` sets what is on a card halfway its height.
    """

    cards: tuple[tuple[Piece, ...], ...]
    columns: int
    rows: int
    middle: bool = False


@dataclass(frozen=True)
class Tents:
    """Pages to fold in the middle and put on a table: both halves say the same, each to its own side."""

    sides: tuple[tuple[Piece, ...], ...]


Piece: TypeAlias = (
    Heading
    | Paragraph
    | Large
    | Bullets
    | Grid
    | Facts
    | Figure
    | Image
    | Box
    | Columns
    | Together
    | OnePage
    | Space
    | NewPage
    | Sheet
    | Contents
    | Writing
    | Fields
    | Ticks
    | Cover
    | CutCards
    | Tents
)


def plain(words: Words) -> str:
    """Words without their marks."""
    return words if isinstance(words, str) else "".join(span.text for span in words)
