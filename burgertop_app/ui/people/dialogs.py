"""The questions of this page that need more than a yes: erasing, and taking people to Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout

from burgertop_app.domain.name_marks import ErasureOutlook
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.name_marks import outlook_sentences
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import LineField, TickField
from burgertop_app.ui.kit.layout import column, words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.ui.kit.tables import Sheet


WIDE = 480


class EraseDialog(Panel):
    """Tells what is erased and what stays; the number must be typed before the button works."""

    def __init__(
        self, parent: QWidget | None, line: PersonLine, outlook: ErasureOutlook | None = None
    ) -> None:
        self._wanted = line.number
        self.number = LineField(_("Type number {number} to confirm").format(number=line.number))
        body = column(
            words(
                _(
                    "Erased for good: name, address, e-mail, telephone, what this person told about "
                    "themselves, what is needed, notes, the whole name in every text, and all of that in the "
                    "log."
                ),
                wrap=True,
            ),
            words(
                _(
                    "What stays: the number, the counts, the draw, and cards without a name. Copies and "
                    "exports that you made earlier are not reached: delete those yourself."
                ),
                wrap=True,
            ),
            *_told(outlook or ErasureOutlook()),
            words(_("This cannot be undone."), "late"),
            self.number,
        )
        title = _("Erase the data of {name}?").format(name=line.name or line.number)
        super().__init__(parent, title, body, _("Erase data"))
        self.yes.setDefault(False)
        self.yes.setEnabled(False)
        self.number.changed.connect(self._on_typed)
        _fit(self)

    def _on_typed(self) -> None:
        self.yes.setEnabled(self.number.value() == self._wanted)


def _told(outlook: ErasureOutlook) -> list[QWidget]:
    """What stays in spite of the erasure; the first sentence stands out."""
    said = outlook_sentences(outlook)
    return [words(text, "small" if place else "strong", wrap=True) for place, text in enumerate(said)]


class ExportDialog(Panel):
    """Asks what the file is for, and whether addresses come along."""

    def __init__(self, parent: QWidget | None, sheet: Sheet, purpose: str) -> None:
        people = len(sheet.rows)
        told = ngettext(
            "{count} person as in the list, with: {columns}.",
            "{count} people as in the list, with: {columns}.",
            people,
        ).format(count=number(people), columns=", ".join(sheet.headings))
        self.purpose = LineField(_("What is the file for?"))
        self.purpose.put(purpose)
        self.contact = TickField(
            _("Also address, e-mail and telephone"), _("Take only what is needed for this purpose.")
        )
        body = column(
            words(told, wrap=True),
            self.purpose,
            self.contact,
            words(
                _("It is kept that you made this file, when, and what for. Delete the file after use."),
                "muted",
                wrap=True,
            ),
            gap=12,
        )
        super().__init__(parent, _("People to Excel"), body, _("Choose a place…"))
        self.yes.setEnabled(bool(purpose))
        self.purpose.changed.connect(lambda said: self.yes.setEnabled(bool(said)))
        _fit(self)


def _fit(dialog: Panel) -> None:
    """As high as its sentences need at this width; Qt would keep room for them in a narrow column."""
    box = dialog.layout()
    if box is not None:
        box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        dialog.setMinimumSize(WIDE, box.totalHeightForWidth(WIDE))
        dialog.resize(WIDE, box.totalHeightForWidth(WIDE))
