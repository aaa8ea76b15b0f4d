"""The text of a PDF, to look for a name in it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument


def pdf_text(content: bytes) -> str | None:
    """The text of every page; None when it cannot be opened. It may run on any thread."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        return None
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return "\n\n".join(pages)
