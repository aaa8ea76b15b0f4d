"""The members' last word: how they stand to this text, the rounds, and recording a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.i18n import _, day, number
from burgertop_app.messages.signing import sign_off_sentence, state_sentence, way_words
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.flow import FlowLayout
from burgertop_app.ui.kit.layout import clear, column, holder, row, rule, words
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from burgertop_app.domain.sign_off import SignOff
    from burgertop_app.ui.advice.found import AdviceFound


class Members(QWidget):
    """What the members said about the text as it is now, and about earlier ones."""

    sign_wanted = Signal()
    sheet_wanted = Signal()
    unsign_wanted = Signal(object)
    """A `SignOff` that was recorded by mistake."""

    def __init__(self) -> None:
        super().__init__()
        self.chip = ChipLabel(Chip("", State.OK))
        self.state = words("", "small", wrap=True)
        self.record = small(_("Record the agreement…"), self.sign_wanted.emit, "badge-check")
        self.sheet = small(_("Sheet to sign (pdf)…"), self.sheet_wanted.emit, "printer")
        self._rounds = QVBoxLayout()
        self._rounds.setSpacing(10)
        self.setLayout(
            column(
                words(_("Agreement of the members"), "heading", wrap=True),
                row(self.chip, None),
                words(
                    _(
                        "The members have the last word about the text. Let them read it, ask whether they "
                        "agree, and record it here. What you record holds for exactly this text; when a word "
                        "changes, ask again."
                    ),
                    "muted",
                    wrap=True,
                ),
                self.state,
                _flow(self.record, self.sheet),
                8,
                self._rounds,
                None,
            )
        )

    def put(self, found: AdviceFound) -> None:
        """Show the state and the rounds."""
        signing = found.signing
        if signing is None:
            return
        self.state.setText(state_sentence(signing))
        if signing.valid is not None:
            self.chip.put(Chip(_("agreed to this text"), State.OK))
        elif signing.stale is not None:
            self.chip.put(Chip(_("ask again"), State.WARN, "triangle-alert"))
        else:
            self.chip.put(Chip(_("not asked yet"), State.WARN, "triangle-alert"))
        allowed = bool(found.counting) and not found.withdrawn
        self.record.setEnabled(allowed)
        self.sheet.setEnabled(allowed)
        if not found.counting:
            self.record.setToolTip(_("There is no recommendation yet to agree to."))
        clear(self._rounds)
        for kept in reversed(found.rounds):
            self._rounds.addWidget(self._round(kept, found))

    def _round(self, kept: SignOff, found: AdviceFound) -> QWidget:
        title = words(f"{day(kept.on)} · {way_words(kept.how)}", "strong", wrap=True)
        now = found.signing is not None and kept.content_sha256 == found.signing.content_sha256
        about = words(
            _("About the text as it is now.") if now else _("About an earlier text."),
            "ok" if now else "muted",
        )
        items: list[QWidget] = [words(sign_off_sentence(kept), "small", wrap=True)]
        for label, said in ((_("Who thought differently"), kept.minority), (_("Remarks"), kept.remarks)):
            if said:
                items.append(words(f"{label}: {said}", "small", wrap=True))
        versions = [each.version for each in found.versions if each.sign_off_id == kept.id]
        back = small(_("Take back"), partial(self.unsign_wanted.emit, kept), "undo-2")
        back.setAccessibleName(_("Take back the agreement of {date}").format(date=day(kept.on)))
        back.setEnabled(not versions)
        if versions:
            listed = ", ".join(number(version) for version in versions)
            items.append(words(_("Named in version {version}.").format(version=listed), "muted"))
        return holder(column(rule(), title, about, *items, row(back, None), gap=3))


def _flow(*buttons: QWidget) -> FlowLayout:
    """Buttons side by side, or below each other where the place is narrow."""
    made = FlowLayout(8)
    made.add_all(*buttons)
    return made
