"""Paragraphs and headings as reportlab draws them, in both directions of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Paragraph as Drawn
from typing_extensions import override

from burgertop_app.reports import pieces
from burgertop_app.reports.pdf import fonts, text
from burgertop_app.reports.pdf.phrases import fragment, fragments, line_end
from burgertop_app.reports.pdf.structure import Mark
from burgertop_app.reports.pdf.style import HEADINGS, aligned, inked

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

    from burgertop_app.reports.pdf.canvas import TaggedText
    from burgertop_app.reports.pdf.run import Run
    from burgertop_app.reports.pdf.structure import Element
    from burgertop_app.reports.pieces import Heading, Words

_NAME = 60
_MOST = 200


class Told(Drawn):  # type: ignore[misc]  # reportlab is untyped
    """A paragraph that is content of an element; drawn again, as repeated headers are, it is decoration."""

    element: Element | None = None
    label: Element | None = None
    _told = False

    @override
    def draw(self) -> None:
        """Draw the lines, and the dot or number in front of them."""
        if self._told:
            with self.canv.decoration("Pagination"):
                super().draw()
            return
        self._told = True
        with self.canv.telling(self.label):
            super().draw()

    @override
    def split(self, room: float, height: float) -> list[Any]:
        """The part for this page and the part for the next, both content of the same element."""
        parts: list[Any] = super().split(room, height)
        for place, part in enumerate(parts):
            if part is not self:
                part.element = self.element
                part.label = None if place else self.label
        return parts

    @override
    def beginText(self, x: float, y: float) -> TaggedText:
        """The text of the lines."""
        words: TaggedText = self.canv.beginText(x, y)
        words.element = self.element
        return words


class HeadingTold(Told):
    """A heading that sets its bookmark, its outline entry and its place in the contents."""

    listing: tuple[Run, str, Heading] | None = None

    @override
    def draw(self) -> None:
        """Draw the heading and tell where it stands."""
        if self.listing is not None:
            run, key, heading = self.listing
            _x, top = self.canv.absolutePosition(0, self.height + 12)
            self.canv.bookmarkPage(key, fit="XYZ", top=top)
            words = " ".join(text.visible(heading.contents or heading.text).split())
            if heading.listed and heading.level <= 2 and words:
                depth = run.heading_drawn(key, heading.level, words)
                self.canv.addOutlineEntry(words, key, depth, closed=depth > 0)
        super().draw()


class BackwardTold(Told):
    """A paragraph that reads from right to left: broken in reading order, then each line turned."""

    logical: str | None = None
    key = ""
    _broken_at = 0.0

    @override
    def wrap(self, room: float, height: float) -> Any:
        """Break the lines for this width."""
        if self.logical is not None and room != self._broken_at:
            self._broken_at = room
            self.frags = self._lines(self.logical, room)
        return super().wrap(room, height)

    def _lines(self, logical: str, room: float) -> list[Any]:
        made: list[Any] = []
        for line in _broken(logical, self.style, room):
            if made:
                made.append(line_end(self.style))
            drawn = text.shaped_line(line).replace(" ", "\u00a0")
            if drawn:
                known = fonts.letters(self.style.fontName).issuperset(drawn)
                font = self.style.fontName if known else fonts.REGULAR
                made.append(fragment(drawn, self.style, self.key, font=font))
        return made or [fragment("", self.style)]


def paragraph(
    words: Words, style: ParagraphStyle, run: Run, element: Element | None = None, bullet: str = ""
) -> Any:  # noqa: ANN401
    """The words as content of `element`, else of a new paragraph in the tree.

    Longer words that read from right to left are set to the right.
    """
    said = pieces.plain(words)
    style = inked(style, run.inks)
    made: Told
    if text.right_to_left(said):
        made = BackwardTold(None, aligned(style, "r") if len(said) > _NAME else style, frags=[])
        made.logical = text.visible(_whole(words))
        made.key = run.tree.marked(Mark(("Span",), actual=made.logical))
    else:
        made = Told(None, style, bulletText=bullet or None, frags=fragments(words, style, run))
    made.element = element if element is not None else run.tree.current.add("P")
    return made


def heading(piece: Heading, run: Run) -> Any:  # noqa: ANN401
    """The heading, with its bookmark and with a level that leaves none out."""
    if piece.level == 1:
        run.tree.chapter_begins()
    style = inked(HEADINGS[1 if piece.large else piece.level], run.inks)
    drawn = HeadingTold(None, style, frags=fragments(piece.text, style, run))
    drawn.element = run.tree.current.add(f"H{run.level(piece.level)}")
    drawn.listing = (run, run.new_key(), piece)
    return drawn


def _whole(words: Words) -> str:
    """Words with the addresses and notes of their spans behind them, in brackets."""
    if isinstance(words, str):
        return words
    behind = ((span.text, (text.safe_url(span.url), span.note)) for span in words)
    return "".join(said + "".join(f" ({each})" for each in more if each) for said, more in behind)


def _broken(said: str, style: ParagraphStyle, room: float) -> list[str]:
    space = room - style.leftIndent - style.rightIndent - 0.5
    lines: list[str] = []
    for part in said.split("\n"):
        line = ""
        for word in _cut(part, style, space):
            longer = f"{line} {word}".strip()
            if line and _wide(longer, style) > space:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def _cut(part: str, style: ParagraphStyle, space: float) -> list[str]:
    words: list[str] = []
    for word in part.split():
        rest = word
        while len(rest) > _MOST or _wide(rest, style) > space:
            kept = max(1, text.most(rest[:_MOST], lambda start: _wide(start, style) <= space))
            words.append(rest[:kept])
            rest = rest[kept:]
        words.append(rest)
    return [word for word in words if word]


def _wide(line: str, style: ParagraphStyle) -> float:
    return fonts.width(text.shaped_line(line), style.fontName, style.fontSize)
