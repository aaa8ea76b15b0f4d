"""The forms in which a document can be had: the file's ending, and what it is called on the web."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class PaperForm(StrEnum):
    """PDF to keep and print, Word to edit further, HTML for a website, Markdown for anything else."""

    PDF = "pdf"
    WORD = "docx"
    HTML = "html"
    MARKDOWN = "md"

    @property
    def suffix(self) -> str:
        """How the name of the file ends, with its dot."""
        return f".{self.value}"

    @property
    def media_type(self) -> str:
        """The media type, as in a mail or on a website."""
        return _MEDIA_TYPES[self]

    @classmethod
    def of(cls, path: Path) -> PaperForm:
        """The form that the name of a file asks for; PDF when it asks for none of them."""
        wanted = path.suffix.casefold()
        return next((form for form in cls if wanted in (form.suffix, *_OTHER.get(form, ()))), cls.PDF)


_MEDIA_TYPES = {
    PaperForm.PDF: "application/pdf",
    PaperForm.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PaperForm.HTML: "text/html",
    PaperForm.MARKDOWN: "text/markdown",
}
_OTHER = {PaperForm.HTML: (".htm",), PaperForm.MARKDOWN: (".markdown",)}
