"""Files that prove something: a scanned receipt form or an e-mail, read and looked at before it is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email import policy
from email.parser import BytesHeaderParser
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput, NotFound

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1_000_000
MOST = 20 * MEGABYTE
KINDS = ("pdf", "png", "jpg", "jpeg", "tif", "tiff", "eml", "msg")
"""Endings that a dialog offers; what a file is follows from its content."""
_MARKS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/vnd.ms-outlook"),
)
_MAIL_HEADERS = {"from", "to", "subject", "date", "message-id", "received", "return-path"}


@dataclass(frozen=True)
class Proof:
    """A file as it is kept: its name, what it is, and its content with the SHA-256 of that."""

    name: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def read_proof(path: Path) -> Proof:
    """The file at `path`; what it is follows from its first bytes, not from its name.

    Raises:
        NotFound: it is not there.
        InvalidInput: it cannot be read, is empty, larger than 20 MB, or no PDF, picture or e-mail.
    """
    try:
        size = path.stat().st_size
        if size > MOST:
            raise InvalidInput(
                "proof_too_large", file=path.name, size=-(-size // MEGABYTE), most=MOST // MEGABYTE
            )
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound("proof_missing", file=path.name) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InvalidInput("proof_unreadable", file=path.name, reason=reason) from error
    if not content:
        raise InvalidInput("proof_empty", file=path.name)
    kind = _kind(content)
    if kind is None:
        raise InvalidInput("proof_kind", file=path.name)
    return Proof(path.name, kind, content)


def _kind(content: bytes) -> str | None:
    for mark, kind in _MARKS:
        if content.startswith(mark):
            return kind
    if b"\x00" in content[:4096]:
        return None
    found = BytesHeaderParser(policy=policy.compat32).parsebytes(content[:65536])
    told = {name.casefold() for name in found}
    return "message/rfc822" if len(told & _MAIL_HEADERS) >= 2 else None
