"""From words to what reportlab sets in lines; never by way of markup, so that no words can act as it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus.paraparser import ParaFrag

from burgertop_app.i18n import _
from burgertop_app.reports.pdf import fonts, text
from burgertop_app.reports.pdf.structure import Mark
from burgertop_app.reports.pdf.style import colour as colour_of
from burgertop_app.reports.pieces import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.lib.styles import ParagraphStyle

    from burgertop_app.reports.pdf.run import Run
    from burgertop_app.reports.pdf.text import Stretch
    from burgertop_app.reports.pieces import Words

Fragment = Any
_SIGN = 0.7
_RISE = 0.36


def fragments(words: Words, style: ParagraphStyle, run: Run) -> list[Fragment]:
    """The words in stretches of one look, links and notes marked; line ends stay line ends."""
    spans = (Span(words.rstrip("\n")),) if isinstance(words, str) else words
    made = [each for span in spans for each in _span(span, style, run)]
    return made or [fragment("", style)]


def fragment(said: str, style: ParagraphStyle, mark: str = "", **look: Any) -> Fragment:  # noqa: ANN401
    """One stretch as it is drawn; `mark` is its key in the tree."""
    made = ParaFrag(
        text=said,
        fontName=look.get("font", style.fontName),
        fontSize=look.get("size", style.fontSize),
        textColor=look.get("colour", style.textColor),
        rise=look.get("rise", 0),
        link=[(_place(mark), mark)] if mark else [],
        us_lines=[],
        bold=0,
        italic=0,
    )
    if mark:
        # reportlab sets one stretch alone in a simpler way that tells nothing of links, unless it has this.
        made.backColor = None
    return made


def line_end(style: ParagraphStyle) -> Fragment:
    """The end of a line inside a paragraph."""
    made = fragment("", style)
    made.lineBreak = True
    return made


def sign(number: int, style: ParagraphStyle, run: Run) -> Fragment:
    """The raised number of a note, a link to it."""
    mark = Mark(
        path=("Reference", "Link"),
        place=f"note-{number}",
        anchor=f"note-{number}-back",
        told=_("note {number}").format(number=number),
    )
    look = {
        "size": style.fontSize * _SIGN,
        "rise": style.fontSize * _RISE,
        "colour": colour_of(run.inks.link),
    }
    return fragment(str(number), style, run.tree.marked(mark), **look)


def _span(span: Span, style: ParagraphStyle, run: Run) -> Iterator[Fragment]:
    font = fonts.MONO if span.mono else fonts.BOLD if span.bold else style.fontName
    around, key = _around(span, run)
    colour = colour_of(run.inks.link) if around and around.url else style.textColor
    for place, line in enumerate(_lines(span.text)):
        if place:
            yield line_end(style)
        for stretch in text.stretches(line, font):
            mark = key
            if stretch.said:
                mark = run.tree.marked(_stand_in(stretch, around))
            yield fragment(stretch.drawn, style, mark, font=stretch.font, colour=colour)
    if span.note:
        yield sign(run.noted(span.note), style, run)


def _around(span: Span, run: Run) -> tuple[Mark | None, str]:
    """The mark of all words of a span, and its key."""
    address = text.safe_url(span.url) if span.url else ""
    if address:
        said = " ".join(text.visible(span.text).split())
        told = said if said == address else f"{said} ({address})"
        mark = Mark(path=("Link",), url=address, told=told, language=span.language)
    elif span.language:
        mark = Mark(path=("Span",), language=span.language)
    else:
        return None, ""
    return mark, run.tree.marked(mark)


def _stand_in(stretch: Stretch, around: Mark | None) -> Mark:
    """The mark of words that are drawn otherwise than they were written."""
    url, told = (around.url, around.told) if around else ("", "")
    if stretch.backward:
        return Mark(("Span",), actual=stretch.said, url=url, told=told, leader=around)
    return Mark(said=stretch.said, url=url, told=told, leader=around)


def _lines(said: str) -> list[str]:
    return [*said.splitlines(), *([""] if said.endswith("\n") else [])] or [""]


def _place(mark: str) -> int:
    """The number of a mark, by which reportlab keeps marks of a line in order."""
    return int(mark.rpartition("-")[2])
