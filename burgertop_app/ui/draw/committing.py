"""The form in which a lottery is recorded before the number exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout

from burgertop_app.domain.drawing import Commitment
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDE = 620
SPARE = 20
"""Pixels for the line that says that a field is empty."""


class CommitForm(Panel):
    """Asks where the number comes from, when, where the commitment is published, and who watches."""

    def __init__(self, parent: QWidget | None) -> None:
        self.source = LineField(
            _("Where does the number come from?"),
            _filled,
            hint=_("Something nobody can know or steer now, for example eight dice thrown in the room."),
        )
        self.moment = LineField(
            _("When?"), _filled, placeholder=_("for example 20 June 2026, 20:00, council hall")
        )
        self.where = LineField(
            _("Where is the control code published before that?"),
            _filled,
            placeholder=_("for example the website of the municipality"),
        )
        self.witnesses = LineField(
            _("Who watches?"), hint=_("Names or roles, with a semicolon between them. May stay empty.")
        )
        fields = (self.source, self.moment, self.where, self.witnesses)
        super().__init__(
            parent,
            _("Record this lottery"),
            column(*_explained(), 4, *fields, gap=Space.S),
            _("Record"),
        )
        for field in fields:
            field.changed.connect(self._on_changed)
        for needed in fields[:3]:
            needed.editor.textEdited.connect(self._on_changed)  # type: ignore[attr-defined]
        self._on_changed()
        layout = self.layout()
        if layout is not None:
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
            self.setFixedSize(WIDE, layout.totalHeightForWidth(WIDE) + SPARE)

    @property
    def told(self) -> Commitment:
        """What is announced."""
        return Commitment(
            number_source=self.source.value(),
            moment=self.moment.value(),
            published_where=self.where.value(),
            witnesses=self.witnesses.value(),
        )

    def _on_changed(self) -> None:
        needed = (self.source, self.moment, self.where)
        self.yes.setEnabled(all(field.value() for field in needed))


def _filled(text: str) -> None:
    if not text:
        raise InvalidInput("field_empty")


def _explained() -> list[QWidget]:
    return [
        words(
            _(
                "From now on this lottery is fixed: its thousand panels, the quotas and the chances. The "
                "control code proves that. Publish it before the number is drawn; then nobody can say "
                "afterwards that you chose a panel you liked."
            ),
            "small",
            wrap=True,
        ),
        words(
            _(
                "You cannot undo this. You can withdraw the draw with a reason, and that stays "
                "visible to all."
            ),
            "strong",
            wrap=True,
        ),
    ]
