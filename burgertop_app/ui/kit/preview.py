"""A page of a PDF on screen, always on white paper."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QModelIndex, QPointF, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QVBoxLayout

from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import icon_button, link
from burgertop_app.ui.kit.layout import row, words
from burgertop_app.ui.kit.theme import colour, theme

LETTERS, FEWEST = 40, 10
"""So many letters of a text are looked for, and with fewer it could stand anywhere."""
FAR = 8
"""So many pages are looked through: a part of an advice is seldom longer."""


class PdfPreview(QFrame):
    """Shows a PDF, one page at a time, as wide as its place; the page stays when another PDF comes.

    While there is no page it says why, so that an empty place never keeps somebody waiting for nothing.
    """

    again_wanted = Signal()
    """Somebody asks to make the page once more, after it was told that it could not be made."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "sunken")
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._marks = QPdfBookmarkModel(self)
        self._marks.setDocument(self._document)
        self._view = QPdfView(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.SinglePage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(title)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setDocumentMargins(QMargins(0, 0, 0, 0))
        self._place = words("", "small")
        self._before = icon_button("chevron-left", _("Previous page"), self._on_before)
        self._after = icon_button("chevron-right", _("Next page"), self._on_after)
        self._zoom = icon_button("zoom-in", _("Larger"), self._on_zoom)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 16)
        box.addLayout(row(words(title, "strong"), None, self._before, self._place, self._after, self._zoom))
        self.told = words("", "muted", wrap=True)
        self.again = link(_("Try again"), self.again_wanted.emit, "rotate-ccw")
        box.addWidget(self.told)
        box.addLayout(row(self.again, None))
        box.addWidget(self._view, 1)
        self._say("")
        theme().changed.connect(self._ground)
        self._ground()
        self._show()

    @property
    def pages(self) -> int:
        """How many pages there are; 0 for nothing or for what is no PDF."""
        return self._document.pageCount()

    @property
    def page(self) -> int:
        """The page on screen, from 0."""
        return self._view.pageNavigator().currentPage()

    def page_of(self, heading: str) -> int | None:
        """The page, from 0, with the heading that begins with these words; None when there is none."""
        found = _page_under(self._marks, QModelIndex(), heading)
        return found if found is not None and found < self.pages else None

    def page_with(self, said: str, first: int) -> int | None:
        """The first page from `first` on, not far, with the words `said`; None when too few or not there."""
        wanted = _letters(said)[:LETTERS]
        pages = range(first, min(first + FAR, self.pages)) if len(wanted) >= FEWEST else range(0)
        texts = (self._document.getAllText(page).text() for page in pages)
        return next((page for page, text in zip(pages, texts, strict=True) if wanted in _letters(text)), None)

    def being_made(self) -> None:
        """Say that the page is on its way, while there is none."""
        self._say("" if self.pages else _("The page is being made…"))

    def not_made(self) -> None:
        """Say that the page could not be made, and offer to try again, while there is none."""
        self._say("" if self.pages else _("The page could not be made."), again=not self.pages)

    def clear(self) -> None:
        """Show no page: what is asked for now is about something else."""
        self._document.close()
        self._say("")
        self._show()

    def put(self, content: bytes) -> bool:
        """Show the PDF in `content`; False when it is no PDF."""
        page = self.page
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.go(min(page, max(self.pages - 1, 0)))
        if self.pages:
            self._say("")
        else:
            self.not_made()
        return self._document.status() == QPdfDocument.Status.Ready

    def go(self, page: int) -> None:
        """Show `page`, from 0."""
        if 0 <= page < self.pages:
            self._view.pageNavigator().jump(page, QPointF(), 0)
        self._show()

    def _say(self, said: str, *, again: bool = False) -> None:
        self.told.setText(said)
        self.told.setVisible(bool(said))
        self.again.setVisible(again)

    @Slot()
    def _ground(self) -> None:
        look = self._view.palette()
        wanted = QColor(colour("sunken"))
        if look.color(QPalette.ColorRole.Dark) != wanted:
            look.setColor(QPalette.ColorRole.Dark, wanted)
            self._view.setPalette(look)

    def _show(self) -> None:
        page, pages = self.page, self.pages
        self._place.setText(_("{page} of {pages}").format(page=page + 1, pages=pages) if pages else "")
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page + 1 < pages)
        self._zoom.setEnabled(pages > 0)

    def _on_before(self) -> None:
        self.go(self.page - 1)

    def _on_after(self) -> None:
        self.go(self.page + 1)

    def _on_zoom(self) -> None:
        whole = self._view.zoomMode() == QPdfView.ZoomMode.FitToWidth
        self._view.setZoomMode(QPdfView.ZoomMode.Custom if whole else QPdfView.ZoomMode.FitToWidth)
        self._view.setZoomFactor(1.5)


def _letters(text: str) -> str:
    """Only letters and digits: a line end, a hyphen or another quote on paper makes no difference."""
    return "".join(filter(str.isalnum, text.casefold()))


def _page_under(marks: QPdfBookmarkModel, above: QModelIndex, heading: str) -> int | None:
    for place in range(marks.rowCount(above)):
        at = marks.index(place, 0, above)
        if str(at.data(int(QPdfBookmarkModel.Role.Title))).startswith(heading):
            return int(at.data(int(QPdfBookmarkModel.Role.Page)))
        found = _page_under(marks, at, heading)
        if found is not None:
            return found
    return None
