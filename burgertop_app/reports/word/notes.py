"""Footnotes as Word keeps them: a part of their own, each at the bottom of the page that speaks of it."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from burgertop_app.reports.word.xml import Element, made

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)
_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


class Notes:
    """The footnotes of one document, numbered from 1."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def mark(self, text: str) -> Element:
        """A run with the mark of a new footnote, whose text is kept."""
        self._texts.append(text)
        raised = made("w:rPr", made("w:vertAlign", val="superscript"))
        return made("w:r", raised, made("w:footnoteReference", id=len(self._texts)))

    def keep(self, word: Any) -> None:  # noqa: ANN401  (python-docx is untyped)
        """Put them into the document, when there are any."""
        if not self._texts:
            return
        notes = "".join(
            f'<w:footnote w:id="{place}"><w:p><w:pPr><w:spacing w:after="40"/></w:pPr>'
            f"<w:r>{_RAISED}<w:footnoteRef/></w:r>"
            f'<w:r><w:rPr><w:sz w:val="17"/></w:rPr><w:t xml:space="preserve"> {escape(text)}</w:t></w:r>'
            "</w:p></w:footnote>"
            for place, text in enumerate(self._texts, 1)
        )
        whole = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f'<w:footnotes xmlns:w="{_SPACE}">{_LINES}{notes}</w:footnotes>'
        )
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, whole.encode("utf-8"), word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
