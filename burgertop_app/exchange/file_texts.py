"""The text inside a file that somebody sent, as far as it can be read: to look for a name in it.

Plain text, web pages, mail, and documents and sheets of Office and LibreOffice are read here; PDF by whatever
the caller has for it. Pictures, sound and old Office files are not, and pictures inside documents neither.
"""

from __future__ import annotations

import email
import email.errors
import email.policy
import html
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from burgertop_app.domain.name_marks import FileText
from burgertop_app.exchange.workbook_cells import BROKEN_ARCHIVE

if TYPE_CHECKING:
    from email.message import EmailMessage

ReadPdf = Callable[[bytes], str | None]
"""The text of a PDF; None when it cannot be read."""

MOST: Final = 100_000_000
"""So many bytes are unpacked at most: a file that grows beyond that is not looked into."""
_BROKEN_MAIL: Final = (
    *(email.errors.MessageError, LookupError, ValueError, TypeError),
    *(AttributeError, RuntimeError),
)
_PLAIN: Final = frozenset({".txt", ".csv", ".tsv", ".md", ".json", ".xml", ".ics", ".svg", ".rtf"})
_WEB: Final = frozenset({".html", ".htm", ".xhtml"})
_PACKED: Final = frozenset({".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp", ".zip"})
_DEEPEST: Final = 3
_BLOCKS = "w:p|a:p|si|c|row|text:p|text:h|table:table-cell|p|div|li|td|th|tr|dt|dd|h\\d|title|option|pre"
_ENDS = re.compile(rf"</(?:{_BLOCKS})>|<(?:w:br|w:cr|a:br|text:line-break|br|hr)\b[^>]*>", re.IGNORECASE)
_SPACES = re.compile(r"<(?:w:tab|w:ptab|text:tab|text:s)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_TOLD = re.compile(
    r"""\b(?:href|Target|alt|title|descr|author|content|displayName|userId)=(?:"([^"]*)"|'([^']*)')""",
    re.IGNORECASE,
)
"""What a page or a document says outside its text: where links go, who remarked, what a picture shows."""


def file_text(name: str, media_type: str, content: bytes, pdf: ReadPdf | None = None) -> FileText:
    """What a file says; a file that is broken is one that cannot be read.

    Args:
        name: its name; the ending tells what it is when the media type does not.
        media_type: what it was said to be.
        content: its bytes.
        pdf: reads a PDF.
    """
    return _read(name, media_type, content, pdf, 0)


def _read(name: str, media_type: str, content: bytes, pdf: ReadPdf | None, depth: int) -> FileText:
    ending = PurePath(name).suffix.casefold()
    if content[:4] == b"PK\x03\x04" or ending in _PACKED:
        return _unpacked(content, pdf, depth)
    if ending == ".eml" or media_type == "message/rfc822":
        return _mail(content, pdf, depth)
    if content[:5] == b"%PDF-" or ending == ".pdf":
        text = pdf(content) if pdf else None
        return FileText(text or "", whole=bool(text and text.strip()))
    return _written(ending, media_type, content)


def _written(ending: str, media_type: str, content: bytes) -> FileText:
    if ending in _WEB or media_type == "text/html":
        return FileText(_untagged(_decoded(content)))
    if ending in _PLAIN or media_type.startswith("text/"):
        return FileText(_decoded(content))
    return FileText(whole=False)


def _decoded(content: bytes) -> str:
    """Text in UTF-8 or UTF-16, else in the code of a Dutch Windows."""
    for code in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(code)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _untagged(text: str) -> str:
    told = ("".join(found) for found in _TOLD.findall(text))
    said = _TAG.sub("", _SPACES.sub(" ", _ENDS.sub("\n\n", text)))
    return html.unescape("\n\n".join((said, *told)))


def _unpacked(content: bytes, pdf: ReadPdf | None, depth: int) -> FileText:
    try:
        parts = _parts(content) if depth <= _DEEPEST else None
    except BROKEN_ARCHIVE:
        parts = None
    if parts is None:
        return FileText(whole=False)
    if any(name in ("[Content_Types].xml", "mimetype") for name, _inside in parts):
        inside = [_untagged(_decoded(part)) for name, part in parts if name.endswith((".xml", ".rels"))]
        return FileText("\n\n".join(inside), whole=bool(inside))
    names = FileText("\n\n".join(name for name, _part in parts))
    return _together([names, *(_read(name, "", part, pdf, depth + 1) for name, part in parts)])


def _parts(content: bytes) -> list[tuple[str, bytes]] | None:
    """The files in a zip; None when together they are too large."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        listed = [part for part in packed.infolist() if not part.is_dir()]
        if sum(part.file_size for part in listed) > MOST:
            return None
        return [(part.filename, packed.read(part)) for part in listed]


def _mail(content: bytes, pdf: ReadPdf | None, depth: int) -> FileText:
    if depth > _DEEPEST:
        return FileText(whole=False)
    message: EmailMessage = email.message_from_bytes(content, policy=email.policy.default)
    try:
        heads = [f"{value}" for _name, value in message.items()]
        parts = [_part(part, pdf, depth) for part in message.walk() if not part.is_multipart()]
    except _BROKEN_MAIL:
        return FileText(whole=False)
    return _together([FileText("\n\n".join(heads)), *parts])


def _part(part: EmailMessage, pdf: ReadPdf | None, depth: int) -> FileText:
    said = part.get_content()
    name, kind = part.get_filename() or "", part.get_content_type()
    if isinstance(said, str):
        return FileText(_untagged(said) if kind == "text/html" else said)
    inside = _read(name, kind, said if isinstance(said, bytes) else bytes(said), pdf, depth + 1)
    return _together([FileText(name), inside])


def _together(found: list[FileText]) -> FileText:
    return FileText("\n\n".join(each.text for each in found), all(each.whole for each in found))
