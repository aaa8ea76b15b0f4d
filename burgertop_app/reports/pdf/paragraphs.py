"""Paragraphs and headings as reportlab draws them, in both directions of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph as Drawn
from typing_extensions import override

from burgertop_app.reports import pieces
from burgertop_app.reports.pdf import fonts, text
from burgertop_app.reports.pdf.style import HEADINGS, aligned

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

    from burgertop_app.reports.pdf.run import Run
    from burgertop_app.reports.pieces import Heading, Words


_NAME = 60


class HeadingDrawn(Drawn):  # type: ignore[misc]  # reportlab is untyped
    """A heading that sets its bookmark, its outline entry and its place in the contents."""

    listing: tuple[Run, str, Heading] | None = None

    @override
    def draw(self) -> None:
        """Draw the heading and tell where it stands."""
        if self.listing is not None:
            run, key, heading = self.listing
            _x, top = self.canv.absolutePosition(0, self.height + 12)
            self.canv.bookmarkPage(key, fit="XYZ", top=top)
            if heading.listed and heading.level <= 2:
                words = " ".join(text.visible(heading.contents or heading.text).split())
                depth = run.heading_drawn(key, heading.level, words)
                self.canv.addOutlineEntry(words, key, depth, closed=depth > 0)
        super().draw()


class BackwardDrawn(Drawn):  # type: ignore[misc]  # reportlab is untyped
    """A paragraph that reads from right to left: broken in reading order, then each line turned."""

    logical: str | None = None

    @override
    def wrap(self, room: float, height: float) -> Any:
        """Break the lines for this width."""
        if self.logical is not None:
            lines = _broken(text.visible(self.logical), self.style, room)
            markup = "<br/>".join(escape(text.shaped_line(line)).replace(" ", "\u00a0") for line in lines)
            self._setup(markup, self.style, None, None, str)
        return super().wrap(room, height)


def paragraph(words: Words, style: ParagraphStyle, bullet: str = "") -> Any:  # noqa: ANN401
    """The words as a paragraph; longer words that read from right to left are set to the right."""
    said = pieces.plain(words)
    if text.right_to_left(said):
        backward = BackwardDrawn("", aligned(style, "r") if len(said) > _NAME else style)
        backward.logical = said
        return backward
    return Drawn(text.markup(words), style, bulletText=bullet or None)


def heading(piece: Heading, run: Run) -> Any:  # noqa: ANN401
    """The heading, with its bookmark."""
    drawn = HeadingDrawn(text.markup(piece.text), HEADINGS[1 if piece.large else piece.level])
    drawn.listing = (run, run.new_key(), piece)
    return drawn


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
        while _wide(rest, style) > space:
            kept = next(n for n in range(len(rest) - 1, 0, -1) if n == 1 or _wide(rest[:n], style) <= space)
            words.append(rest[:kept])
            rest = rest[kept:]
        words.append(rest)
    return words


def _wide(line: str, style: ParagraphStyle) -> float:
    return fonts.width(text.shaped_line(line), style.fontName, style.fontSize)
