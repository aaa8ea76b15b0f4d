"""The pictures of the advice: what each shows, where it stands, replacing and removing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from burgertop_app.domain.advice import SectionKind
from burgertop_app.i18n import _, number
from burgertop_app.messages.advice import field_words, heading
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.layout import clear, column, holder, row, rule, words

if TYPE_CHECKING:
    from burgertop_app.services.picturing import PictureLine
    from burgertop_app.ui.advice.found import AdviceFound

SEEN = QSize(112, 84)


class PictureList(QWidget):
    """Every picture with a small image of it."""

    replace_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.setLayout(
            column(
                words(_("Pictures"), "heading"),
                words(
                    _(
                        "Put a picture in a text with the button above that text. Here you see them all. A "
                        "fixed version keeps the pictures that it had."
                    ),
                    "muted",
                    wrap=True,
                ),
                self._lines,
                None,
            )
        )

    def put(self, found: AdviceFound) -> None:
        """Show the pictures of the advice."""
        clear(self._lines)
        for line in found.pictures:
            self._lines.addWidget(self._line(line))
        if not found.pictures:
            self._lines.addWidget(words(_("There is no picture yet."), "muted"))

    def _line(self, line: PictureLine) -> QWidget:
        title = words(_("Picture {number}").format(number=number(line.image.number)), "strong")
        said = words(
            line.alt or _("Nothing says yet what it shows."), "small" if line.alt else "warn", wrap=True
        )
        where = words(_places(line), "muted", wrap=True)
        replace = small(_("Replace…"), partial(self.replace_wanted.emit, line), "replace")
        remove = small(_("Remove"), partial(self.remove_wanted.emit, line), "trash-2")
        for button in (replace, remove):
            button.setAccessibleName(f"{button.text()} {title.text()}")
        remove.setEnabled(not line.places)
        if line.places:
            remove.setToolTip(_("It still stands in a text."))
        side = column(title, said, where, row(replace, remove, None), gap=4)
        made = row(_seen(line), side, gap=14)
        made.setStretch(1, 1)
        made.setAlignment(Qt.AlignmentFlag.AlignTop)
        return holder(column(rule(), made, gap=8))


def _seen(line: PictureLine) -> QLabel:
    made, content = QLabel(), QPixmap()
    content.loadFromData(line.content)
    ratio = made.devicePixelRatioF()
    shown = content.scaled(
        SEEN * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    shown.setDevicePixelRatio(ratio)
    made.setPixmap(shown)
    made.setFixedSize(SEEN)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    made.setAccessibleName(line.alt or _("Picture {number}").format(number=line.image.number))
    return made


def _places(line: PictureLine) -> str:
    if not line.places:
        return _("It does not stand in any text.")
    said = [
        _("recommendation {number} ({field})").format(number=of, field=field_words(part).lower())
        if of
        else heading(SectionKind(part))
        for part, of in line.places
    ]
    return _("It stands in: {places}.").format(places=", ".join(dict.fromkeys(said)))
