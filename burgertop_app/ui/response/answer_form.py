"""Entering the word of the college on one recommendation; kept while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.requests import DispositionForm
from burgertop_app.domain.responses import CouncilNeed, Disposal, says_something
from burgertop_app.i18n import _, day, ngettext
from burgertop_app.messages.answers import few, rated
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField
from burgertop_app.ui.kit.layout import clear, column, row, words
from burgertop_app.ui.kit.number_fields import DateField, NumberField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.responses import Disposition

MARKS = 5


class AnswerForm(QWidget):
    """The fields; `ready` carries a `DispositionForm` at each change that can be kept, `rated` five marks."""

    ready = Signal(object)
    rated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.disposal = DisposalChoice()
        self.reason = TextField(_("Reason of the college"), lines=5)
        self.owner = LineField(_("Who does it"))
        self.due = DateField(_("Ready on"), optional=True)
        self.budget = LineField(_("Budget"), hint=_("For example: € 12.500 a year"))
        self.council: ChoiceField[CouncilNeed] = ChoiceField(
            _("Must the council decide?"), [(need, word(need)) for need in CouncilNeed]
        )
        self.policy = LineField(_("Existing policy"), hint=_("Policy that the college refers to."))
        self.marks = [NumberField(str(mark), low=0, high=9999) for mark in range(1, MARKS + 1)]
        self._state = words("", "caption", wrap=True)
        self._lack = words(
            _("Without a reason. The answer counts; the reason stands in the list of things to ask."),
            "warn",
            wrap=True,
        )
        self._lack.hide()
        self._rated = words("", "small", wrap=True)
        self._history = QVBoxLayout()
        self._history.setSpacing(Space.XS)
        self._rating = QWidget()
        self._rating.setLayout(
            column(
                words(_("How many residents gave this reason a mark of 1 to 5"), "field", wrap=True),
                row(*self.marks, gap=Space.XS),
                self._rated,
                gap=Space.XS,
            )
        )
        self._texts = (self.reason, self.owner, self.budget, self.policy)
        whole = column(
            *(self.disposal, self.reason, self._lack, self.owner, self.due, self.budget, self.council),
            *(self.policy, self._state),
            gap=Space.M,
        )
        whole.addWidget(self._rating)
        whole.addLayout(self._history)
        self.setLayout(whole)
        self.disposal.chosen.connect(self._on_saved)
        for field in (*self._texts, self.due, self.council):
            field.saved.connect(self._on_saved)
        for mark in self.marks:
            mark.saved.connect(self._on_rated)

    def put(self, answer: Disposition | None, marks: Sequence[int]) -> None:
        """Show the answer that counts; what is being typed stays."""
        self.disposal.put(answer.disposal if answer else None)
        self.reason.put(answer.reason if answer else "")
        self.owner.put(answer.owner if answer else "")
        self.due.put(answer.due_on if answer else None)
        self.budget.put(answer.budget if answer else "")
        self.council.put(answer.council if answer else CouncilNeed.UNKNOWN)
        self.policy.put(answer.policy if answer else "")
        self._lack.setVisible(answer is not None and answer.lacks_reason)
        self._rated.setText("\n".join(filter(None, (rated(marks), few(marks)))))
        for field, count in zip(self.marks, marks, strict=True):
            field.put(count)
        self._rating.setVisible(answer is not None)

    def tell(self, said: Sequence[Disposition]) -> None:
        """Show the earlier answers below the form, the latest first."""
        clear(self._history)
        earlier = list(said)[:-1]
        if earlier:
            count = len(earlier)
            heading = ngettext("{count} earlier answer", "{count} earlier answers", count)
            self._history.addWidget(words(heading.format(count=count), "strong"))
        for answer in reversed(earlier):
            when = day(answer.at.astimezone().date(), "medium") if answer.at else ""
            about = " · ".join(filter(None, (when, word(answer.disposal), answer.owner)))
            self._history.addWidget(words(about, "caption", wrap=True))
            if answer.reason:
                self._history.addWidget(words(answer.reason, "small", wrap=True))

    def form(self) -> DispositionForm | None:
        """What is filled in, None while there is no word of the college yet.

        Raises:
            BurgertopError: the day cannot be read.
        """
        disposal = self.disposal.value
        if disposal is None:
            return None
        return DispositionForm(
            disposal=disposal,
            reason=self.reason.value(),
            owner=self.owner.value(),
            due_on=self.due.value(),
            budget=self.budget.value(),
            council=self.council.value(),
            policy=self.policy.value(),
        )

    def flush(self) -> None:
        """Keep now what is waiting."""
        for field in (*self._texts, self.due, self.council):
            field.flush()
        for mark in self.marks:
            mark.flush()

    def kept(self) -> None:
        """Say that what is on screen is kept."""
        self.disposal.settle()
        self._state.setText(_("Kept."))

    def _on_saved(self) -> None:
        try:
            form = self.form()
        except BurgertopError:
            return
        if form is None:
            self._state.setText(_("Choose what the college does, then this is kept."))
        else:
            self._lack.setVisible(not says_something(form.reason))
            self.ready.emit(form)

    def _on_rated(self) -> None:
        if all(field.valid for field in self.marks):
            self.rated.emit(tuple(field.value() or 0 for field in self.marks))


class DisposalChoice(QWidget):
    """What the college does, one of five; nothing is chosen before there is an answer."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("What the college does"))
        self._group = QButtonGroup(self)
        self._kinds = list(Disposal)
        self._dirty = False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(words(_("What the college does"), "field"))
        for place, kind in enumerate(self._kinds):
            button = QRadioButton(word(kind))
            self._group.addButton(button, place)
            box.addWidget(button)
        self.setFocusProxy(self._group.button(0))
        self._group.idClicked.connect(self._on_clicked)

    @property
    def value(self) -> Disposal | None:
        """What is chosen."""
        at = self._group.checkedId()
        return self._kinds[at] if at >= 0 else None

    def put(self, value: Disposal | None) -> None:
        """Show `value` without telling; a choice that was not kept yet stays."""
        if self._dirty:
            return
        self._group.setExclusive(False)
        for place, kind in enumerate(self._kinds):
            self._group.button(place).setChecked(kind is value)
        self._group.setExclusive(True)
        shown = self._group.checkedButton() or self._group.button(0)
        self.setFocusProxy(shown)

    def choose(self, value: Disposal) -> None:
        """Choose as the organiser does."""
        self._group.button(self._kinds.index(value)).click()

    def settle(self) -> None:
        """What is chosen was kept."""
        self._dirty = False

    def _on_clicked(self, _number: int) -> None:
        self._dirty = True
        self.chosen.emit()
