"""The squares of a code that a telephone or scanner reads (QR), for every form of a document."""

from __future__ import annotations

from functools import lru_cache

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel


@lru_cache(maxsize=1024)
def dark_squares(content: str) -> tuple[int, tuple[tuple[int, int], ...]]:
    """How many squares the side counts, and row and column of each dark one."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(content)
    code.make()
    size = code.getModuleCount()
    dark = ((row, column) for row in range(size) for column in range(size) if code.isDark(row, column))
    return size, tuple(dark)
