"""The hand-over file as bytes: what it is, how long, a checksum, and then the compressed content.

A file that was cut off, changed in one byte or blown up says so before anything is read out of it.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".burgertop-overdracht"
MAGIC = b"BURGERTOP-OVERDRACHT 1\n"
SIZES = 8
DIGEST = 32
HEAD = len(MAGIC) + 2 * SIZES + DIGEST
MOST = 1 << 30
"""Bytes that a file may hold when it is opened: no workspace for one laptop comes near it."""


def pack(content: dict[str, Any]) -> bytes:
    """`content`, which JSON can hold, as the bytes of a file."""
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    body = zlib.compress(plain, 6)
    sizes = len(body).to_bytes(SIZES) + len(plain).to_bytes(SIZES)
    return MAGIC + sizes + hashlib.sha256(sizes + body).digest() + body


def unpack(path: Path) -> dict[str, Any]:
    """What the file at `path` holds.

    Raises:
        InvalidInput: `handover_missing`, `handover_not_ours`, `handover_cut_off`, `handover_damaged`,
            `handover_too_large`.
    """
    name = path.name
    try:
        with path.open("rb") as handle:
            head = handle.read(HEAD)
            if not head.startswith(MAGIC):
                raise InvalidInput("handover_not_ours", file=name)
            packed, plain = (int.from_bytes(head[at : at + SIZES]) for at in (len(MAGIC), len(MAGIC) + SIZES))
            if max(packed, plain) > MOST:
                raise InvalidInput("handover_too_large", file=name)
            body = handle.read(packed + 1)
    except OSError as error:
        raise InvalidInput("handover_missing", file=str(path)) from error
    if len(head) < HEAD or len(body) < packed:
        raise InvalidInput("handover_cut_off", file=name)
    sizes, digest = head[len(MAGIC) : HEAD - DIGEST], head[HEAD - DIGEST :]
    if len(body) > packed or hashlib.sha256(sizes + body).digest() != digest:
        raise InvalidInput("handover_damaged", file=name)
    return _opened(body, plain, name)


def _opened(body: bytes, size: int, name: str) -> dict[str, Any]:
    opening = zlib.decompressobj()
    try:
        plain = opening.decompress(body, size + 1)
        if len(plain) > size or opening.unconsumed_tail:
            raise InvalidInput("handover_too_large", file=name)
        found = json.loads(plain)
    except (zlib.error, ValueError) as error:
        raise InvalidInput("handover_damaged", file=name) from error
    if not opening.eof or len(plain) != size or not isinstance(found, dict):
        raise InvalidInput("handover_damaged", file=name)
    return found
