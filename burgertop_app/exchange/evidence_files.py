"""Evidence from a file: a PDF, a picture or a letter, checked before it is kept."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput, NotFound

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 20_000_000
_MEGA = 1_000_000
_TAIL = 2_048
_LETTERS = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "content.xml": "application/vnd.oasis.opendocument.text",
}


@dataclass(frozen=True)
class EvidenceFile:
    """A file that may serve as evidence."""

    name: str
    media_type: str
    content: bytes


def read(path: Path) -> EvidenceFile:
    """The file at `path`.

    Raises:
        NotFound: there is no such file.
        InvalidInput: too large, unreadable, empty, of another kind, or cut off or damaged.
    """
    try:
        if path.is_dir():
            raise InvalidInput("evidence_kind", file=path.name)
        size = path.stat().st_size
        if size > LARGEST:
            raise InvalidInput(
                "evidence_too_large", file=path.name, megabytes=size // _MEGA, most=LARGEST // _MEGA
            )
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound("evidence_missing", file=path.name) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InvalidInput("evidence_unreadable", file=path.name, reason=reason) from error
    if not content:
        raise InvalidInput("evidence_empty", file=path.name)
    return EvidenceFile(path.name, _kind(path.name, content), content)


def _kind(name: str, content: bytes) -> str:
    """The kind of a file by what is in it; what it is called proves nothing."""
    kinds = (
        (b"%PDF-", b"%%EOF", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", b"IEND", "image/png"),
        (b"\xff\xd8\xff", b"\xff\xd9", "image/jpeg"),
    )
    for head, tail, kind in kinds:
        if content.startswith(head):
            if tail not in content[-_TAIL:]:
                raise InvalidInput("evidence_damaged", file=name)
            return kind
    if content.startswith(b"PK\x03\x04"):
        return _letter(name, content)
    raise InvalidInput("evidence_kind", file=name)


def _letter(name: str, content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            inside = set(packed.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise InvalidInput("evidence_damaged", file=name) from error
    kind = next((kind for part, kind in _LETTERS.items() if part in inside), None)
    if kind is None:
        raise InvalidInput("evidence_kind", file=name)
    return kind
