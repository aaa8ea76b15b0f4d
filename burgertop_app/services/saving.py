"""Writing documents and tables where the organiser wants them, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.exchange.exports import whole, write_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def save_document(path: Path, content: bytes) -> Path:
    """Write a document; gives `path`.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    with whole(path) as temporary:
        temporary.write_bytes(content)
    return path


def save_table(path: Path, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    """Write a table as Excel, or as CSV when the name ends so; gives `path`. Errors as `save_document`."""
    write_table(path, headings, rows)
    return path
