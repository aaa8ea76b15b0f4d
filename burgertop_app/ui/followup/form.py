"""One promise beside the table; every field is kept while one types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.responses import CommitmentState, Step
from burgertop_app.i18n import _
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField
from burgertop_app.ui.kit.layout import column
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from burgertop_app.domain.responses import Commitment


class CommitmentForm(QWidget):
    """`edited` carries the name of a field and what is in it now."""

    edited = Signal(str, object)

    def __init__(self, kept: Commitment) -> None:
        super().__init__()
        self.id = kept.id
        self.text = TextField(_("What was promised"), _filled, lines=3)
        self.owner = LineField(_("Who does it"))
        self.due = DateField(_("Ready on"), optional=True)
        self.state: ChoiceField[CommitmentState] = ChoiceField(
            _("How it stands"), [(state, word(state)) for state in CommitmentState]
        )
        self.step: ChoiceField[Step] = ChoiceField(
            _("Step"), [(step, word(step)) for step in Step], _("Plan, do, check, adjust.")
        )
        self.progress = TextField(
            _("Progress"), hint=_("What was done, and what stands in the way."), lines=5
        )
        self.setLayout(
            column(self.text, self.owner, self.due, self.state, self.step, self.progress, gap=Space.M)
        )
        self.setFocusProxy(self.progress)
        self.put(kept)
        self.text.saved.connect(partial(self.edited.emit, "text"))
        self.owner.saved.connect(partial(self.edited.emit, "owner"))
        self.due.saved.connect(partial(self.edited.emit, "due_on"))
        self.state.saved.connect(partial(self.edited.emit, "state"))
        self.step.saved.connect(partial(self.edited.emit, "step"))
        self.progress.saved.connect(partial(self.edited.emit, "progress"))

    def put(self, kept: Commitment) -> None:
        """Show what was kept; what is being typed stays."""
        self.text.put(kept.text)
        self.owner.put(kept.owner)
        self.due.put(kept.due_on)
        self.state.put(kept.state)
        self.step.put(kept.step)
        self.progress.put(kept.progress)

    def flush(self) -> None:
        """Keep now what is waiting."""
        self.text.flush()
        self.owner.flush()
        self.due.flush()
        self.state.flush()
        self.step.flush()
        self.progress.flush()


def _filled(text: str) -> None:
    if not text:
        raise InvalidInput("commitment_text_empty")
