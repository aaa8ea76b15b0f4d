"""The form for a round of agreement: when, how, how many, and if one likes member by member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.sign_off import SignOffForm, SignOffWay
from burgertop_app.i18n import _
from burgertop_app.messages.signing import way_words
from burgertop_app.ui.kit.buttons import link
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.fields import ChoiceField, TextField
from burgertop_app.ui.kit.layout import column, grid, holder, row, scrolled, words
from burgertop_app.ui.kit.number_fields import DateField, NumberField

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from burgertop_app.domain.sign_off import SigningState

MOST = 2_000
ABREAST = 3


class AgreementForm(Panel):
    """Asks what the members said about the text as it is now."""

    def __init__(self, parent: QWidget | None, state: SigningState, today: date) -> None:
        self._state = state
        self._today = today
        self.on = DateField(_("On"), month=today)
        self.how = ChoiceField(_("How"), [(way, way_words(way)) for way in SignOffWay])
        self.asked = NumberField(_("Asked"), low=1, high=MOST)
        self.agreed = NumberField(_("Agreed to the text"), high=MOST)
        self.against = NumberField(_("Did not agree"), high=MOST)
        self.minority = TextField(
            _("Who thought differently"),
            hint=_("This comes in the advice, without names: what they would rather see, and why."),
            lines=2,
        )
        self.remarks = TextField(_("Remarks"), hint=_("For yourself; this is not published."), lines=2)
        self.voices = {member.participation_id: _voice(member.number) for member in state.members}
        self._fold = holder(self._members())
        self._fold.hide()
        self.unfold = link(_("Record it member by member"), self._on_unfold)
        self.unfold.setVisible(bool(self.voices))
        self._wrong = words("", "error", wrap=True)
        self._wrong.hide()
        self.on.put(today)
        self.asked.put(len(state.members) or None)
        self.against.put(0)
        super().__init__(
            parent,
            _("Agreement of the members"),
            column(
                row(self.on, self.how, gap=12),
                row(self.asked, self.agreed, self.against, gap=12),
                row(self.unfold, None),
                self._fold,
                self.minority,
                self.remarks,
                self._wrong,
                gap=10,
            ),
            _("Record"),
        )
        self.setMinimumWidth(560)
        for voice in self.voices.values():
            voice.changed.connect(self._count)
        for field in (self.on, self.asked, self.agreed, self.against):
            field.changed.connect(self._check)
        self.agreed.setFocus()
        self._check()

    @property
    def given(self) -> SignOffForm:
        """What was filled in.

        Raises:
            BurgertopError: something is missing, or the numbers do not fit each other.
        """
        said = {who: voice.value() for who, voice in self.voices.items()}
        form = SignOffForm(
            content_sha256=self._state.content_sha256,
            on=self.on.value() or self._today,
            how=self.how.value(),
            asked=self.asked.value() or 0,
            agreed=self.agreed.value() or 0,
            against=self.against.value() or 0,
            remarks=self.remarks.value(),
            minority=self.minority.value(),
            voices={who: agrees for who, agrees in said.items() if agrees is not None},
        )
        form.refuse_impossible()
        return form

    @override
    def accept(self) -> None:
        try:
            _given = self.given
        except BurgertopError as error:
            self._say(explain(error))
        else:
            super().accept()

    def _members(self) -> QVBoxLayout:
        fields = list(self.voices.values())
        lines = [fields[first : first + ABREAST] for first in range(0, len(fields), ABREAST)]
        area = scrolled(holder(grid(lines, gap=8)))
        area.setFixedHeight(190)
        told = words(
            _("Members stand here by number. Nothing of this is published; the totals above follow."),
            "muted",
            wrap=True,
        )
        return column(told, area, gap=6)

    def _on_unfold(self) -> None:
        self._fold.show()
        self.unfold.hide()

    def _count(self) -> None:
        said = [voice.value() for voice in self.voices.values()]
        self.agreed.put(said.count(True))
        self.against.put(said.count(False))
        self._check()

    def _check(self) -> None:
        self._say("")
        filled = all(field.valid for field in (self.on, self.asked, self.against))
        try:
            known = self.agreed.value() is not None
        except BurgertopError:
            known = False
        self.yes.setEnabled(filled and known)

    def _say(self, said: str) -> None:
        self._wrong.setText(said)
        self._wrong.setVisible(bool(said))


def _voice(number_of: str) -> ChoiceField[bool | None]:
    options: list[tuple[bool | None, str]] = [(True, _("agrees to it")), (False, _("does not agree to it"))]
    made = ChoiceField[bool | None](number_of, options, empty=_("not recorded"))
    made.editor.setAccessibleName(_("Member {number}").format(number=number_of))
    return made
