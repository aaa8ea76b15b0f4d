"""The questions before an archive or the documents for a Woo request are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from burgertop_app.domain.archive import Appraisal, ArchiveRequest
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.i18n import _
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField, TickField
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget


class ArchiveForm(Panel):
    """Asks how long the dossier is kept, and whether names and addresses go along."""

    def __init__(self, parent: QWidget | None, process: UUID, today: date) -> None:
        self._process = process
        self.given: ArchiveRequest | None = None
        self.appraisal: ChoiceField[Appraisal] = ChoiceField(
            _("What the selection list says"),
            [(Appraisal.KEEP, _("Kept for good")), (Appraisal.DESTROY, _("Kept until a day"))],
        )
        self.keep_until = DateField(_("Kept until"), optional=True, month=today)
        self.selection_list = LineField(_("Selection list"), hint=_("May stay empty."))
        self.category = LineField(_("Category in that list"), hint=_("May stay empty."))
        self.contacts = TickField(_("Also names, addresses, e-mail and telephone"))
        self.ground = TextField(_("Why that is allowed"), lines=2)
        said = words(
            _(
                "The archive holds the established advice, received documents, the draws, all sheets and the"
                " log, with hashes and metadata. People stand in it by number."
            ),
            "small",
            wrap=True,
        )
        body = column(
            said,
            self.appraisal,
            self.keep_until,
            self.selection_list,
            self.category,
            self.contacts,
            self.ground,
            gap=Space.M,
        )
        super().__init__(parent, _("Archive of this process"), body, _("Make the archive…"))
        self.appraisal.changed.connect(self._on_changed)
        self.contacts.changed.connect(self._on_changed)
        self._on_changed()

    def asked(self) -> ArchiveRequest | None:
        """Ask; None when the organiser changed their mind."""
        return self.given if self.exec() == QDialog.DialogCode.Accepted else None

    @override
    def accept(self) -> None:
        """Close only when it can be made; else say at the field why not."""
        if not self.keep_until.valid:
            return
        try:
            self.given = ArchiveRequest(
                process_id=self._process,
                appraisal=self.appraisal.value(),
                keep_until=self.keep_until.value() if self.keep_until.isVisible() else None,
                selection_list=self.selection_list.value(),
                category=self.category.value(),
                contacts=self.contacts.value(),
                ground=self.ground.value() if self.contacts.value() else "",
            )
        except BurgertopError as error:
            field = self.ground if error.code == "archive_ground" else self.keep_until
            field.complain(explain(error))
            return
        super().accept()

    def _on_changed(self, _value: object = None) -> None:
        self.keep_until.setVisible(self.appraisal.value() is Appraisal.DESTROY)
        self.ground.setVisible(self.contacts.value())


class WooForm(Panel):
    """Asks what was requested, in words for the covering text."""

    def __init__(self, parent: QWidget | None) -> None:
        self.subject = TextField(_("What was asked for"), lines=2)
        said = words(
            _(
                "You get a numbered inventory with lists to choose from, and the documents under the same"
                " numbers. Names and addresses of participants stay out. Documents in which people may stand"
                " by name are listed for you to look at first."
            ),
            "small",
            wrap=True,
        )
        body = column(said, self.subject, gap=Space.M)
        super().__init__(parent, _("Documents for a Woo request"), body, _("Make the documents…"))

    def asked(self) -> str | None:
        """Ask; None when the organiser changed their mind."""
        return self.subject.value().strip() if self.exec() == QDialog.DialogCode.Accepted else None
