"""People's words in Word: runs of text, links to websites, marks of footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from burgertop_app.reports.pieces import Span, plain
from burgertop_app.reports.typed import backward, cleaned, followable, one_line
from burgertop_app.reports.word.styles import MONO
from burgertop_app.reports.word.xml import made

if TYPE_CHECKING:
    from burgertop_app.reports.pieces import Words
    from burgertop_app.reports.word.notes import Notes


def write(paragraph: Any, words: Words, notes: Notes, *, bold: bool = False) -> Any:  # noqa: ANN401
    """Put words into a paragraph, which is given back; `bold` makes all of them so."""
    spans = (Span(words),) if isinstance(words, str) else words
    if backward(plain(words)) and not any(c.isascii() and c.isalpha() for c in plain(words)):
        marks = paragraph._p.get_or_add_pPr()  # noqa: SLF001
        marks.insert_element_before(made("w:bidi"), "w:spacing", "w:ind", "w:jc", "w:rPr")
    for span in spans:
        _span(paragraph, span, notes, bold=bold or span.bold)
    return paragraph


def _span(paragraph: Any, span: Span, notes: Notes, *, bold: bool) -> None:  # noqa: ANN401
    said = cleaned(span.text)
    if said:
        run = paragraph.add_run(said)
        run.bold = True if bold else None
        if span.mono:
            run.font.name = MONO
        if backward(said):
            run.font.rtl = not any(c.isascii() and c.isalpha() for c in said)
        address = followable(span.url) if span.url else ""
        if address:
            run.style = "Hyperlink"
            _link(paragraph, run, address)
    if span.note.strip():
        paragraph._p.append(notes.mark(one_line(span.note)))  # noqa: SLF001


def _link(paragraph: Any, run: Any, address: str) -> None:  # noqa: ANN401
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = made("w:hyperlink", history="1")
    link.set(qn("r:id"), key)
    paragraph._p.append(link)  # noqa: SLF001
    link.append(run._r)  # noqa: SLF001
