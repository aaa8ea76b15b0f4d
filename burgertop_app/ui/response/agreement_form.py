"""The agreed term as a form: length, begin, day off, recesses, and what the ordinance says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.domain.errors import BurgertopError, InvalidInput
from burgertop_app.domain.responses import term_of
from burgertop_app.domain.terms import Effect, Recess, Rule, Start, Unit
from burgertop_app.i18n import _
from burgertop_app.messages.errors import sentence
from burgertop_app.messages.terms import EFFECTS, STARTS, length_of, rules
from burgertop_app.ui.kit.buttons import icon_button, small
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.kit.number_fields import DateField, NumberField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burgertop_app.domain.responses import Agreement
    from burgertop_app.ui.kit.fields import Field

MOST = 728


class AgreementForm(QWidget):
    """The agreed term; `ready` carries an `Agreement` at each change that can be kept."""

    ready = Signal(object)

    def __init__(self, agreement: Agreement, *, running: bool) -> None:
        super().__init__()
        self._agreement = agreement
        term = agreement.term
        self.length = NumberField(_("Length"), low=1, high=MOST)
        self.unit: ChoiceField[str] = ChoiceField(
            _("Counted in"),
            [(Unit.WEEKS.value, _("weeks")), (Unit.DAYS.value, _("days")), (Unit.MONTHS.value, _("months"))],
        )
        self.start: ChoiceField[str] = ChoiceField(
            _("The term begins after"), [(one.value, _(STARTS[one])) for one in Start]
        )
        self.rule: ChoiceField[str] = ChoiceField(
            _("When the last day is a day off"),
            [
                (Rule.ATW.value, _("the first working day after it")),
                (Rule.CALENDAR.value, _("it stays that day")),
            ],
            _(
                "The first is the rule of the Algemene termijnenwet. The law is about terms in a law;"
                " here you agree to it."
            ),
        )
        self.ordinance = LineField(_("Ordinance"), placeholder=_("For example: participation ordinance"))
        self.article = LineField(_("Article"))
        self.ordinance_weeks = NumberField(
            _("Weeks that the ordinance names"), low=1, high=104, optional=True
        )
        self.source = TextField(
            _("Where this was agreed"), hint=_("For example: participation ordinance, article 6."), lines=2
        )
        self.recesses = Recesses(term.recess)
        self._mistake = words("", "error", wrap=True)
        self._mistake.hide()
        self._rules = words("", "small", wrap=True)
        self._build(running=running)
        self._fill(agreement)
        for field in self._fields():
            field.saved.connect(self._on_saved)
        self.recesses.changed.connect(self._on_saved)
        self._say()

    def _build(self, *, running: bool) -> None:
        said = _("The term that runs now keeps the rule it began with; this is for the next one.")
        lengths = row(self.length, self.unit, gap=Space.S)
        lengths.setStretch(1, 1)
        self.setLayout(
            column(
                lengths,
                self.start,
                self.rule,
                self.recesses,
                self._mistake,
                self._rules,
                self.ordinance,
                self.article,
                self.ordinance_weeks,
                self.source,
                words(said if running else "", "caption", wrap=True),
                gap=Space.M,
            )
        )
        self.setFocusProxy(self.length)

    def _fill(self, agreement: Agreement) -> None:
        term = agreement.term
        self.length.put(term.length)
        self.unit.put(term.unit.value)
        self.start.put(term.start.value)
        self.rule.put(term.rule.value)
        self.ordinance.put(agreement.ordinance)
        self.article.put(agreement.article)
        self.ordinance_weeks.put(agreement.ordinance_weeks or None)
        self.source.put(agreement.source)

    def _fields(self) -> tuple[Field[str] | Field[int | None], ...]:
        return (
            *(self.length, self.unit, self.start, self.rule),
            *(self.ordinance, self.article, self.ordinance_weeks, self.source),
        )

    def agreement(self) -> Agreement:
        """What is filled in.

        Raises:
            InvalidInput: a field cannot be read, or the term cannot be.
        """
        length, unit = self.length.value() or 0, Unit(self.unit.value())
        made = replace(
            self._agreement,
            weeks=length if unit is Unit.WEEKS else 0,
            days=length if unit is Unit.DAYS else 0,
            months=length if unit is Unit.MONTHS else 0,
            start=Start(self.start.value()).value,
            rule=Rule(self.rule.value()).value,
            recess_from=None,
            recess_until=None,
            recesses=self.recesses.value(),
            ordinance=self.ordinance.value(),
            article=self.article.value(),
            ordinance_weeks=self.ordinance_weeks.value() or 0,
            source=self.source.value(),
        )
        term_of(made)
        return made

    def _on_saved(self) -> None:
        try:
            agreed = self.agreement()
        except BurgertopError as error:
            self._mistake.setText(sentence(error))
            self._mistake.show()
            return
        self._mistake.setText("")
        self._mistake.hide()
        self._say()
        self.ready.emit(agreed)

    def _say(self) -> None:
        """What was agreed, in words; and a note when it is longer than the ordinance says."""
        try:
            agreed = self.agreement()
        except BurgertopError:
            return
        said = list(rules(agreed.term))
        named = agreed.ordinance_weeks
        if named and agreed.weeks > named:
            said.append(
                _("Note: the ordinance names {ordinance}, and {agreed} was agreed.").format(
                    ordinance=length_of(named, Unit.WEEKS), agreed=length_of(agreed.weeks, Unit.WEEKS)
                )
            )
        self._rules.setText("\n".join(said))


class Recesses(QWidget):
    """Any number of recesses, each with what it does to the term."""

    changed = Signal()

    def __init__(self, recesses: tuple[Recess, ...]) -> None:
        super().__init__()
        self.rows: list[RecessRow] = []
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.S)
        self.more = small(_("Add a recess"), self._on_add, "plus")
        self.setLayout(column(words(_("Recess"), "field"), self._box, row(self.more, None), gap=Space.S))
        for recess in recesses:
            self._add(recess)

    def value(self) -> tuple[Recess, ...]:
        """The recesses that are filled in; a row that is wholly empty does not count.

        Raises:
            InvalidInput: a day is missing or cannot be read, or a recess ends before it begins.
        """
        return tuple(self._values())

    def _values(self) -> Iterator[Recess]:
        for one in self.rows:
            recess = one.value()
            if recess is not None:
                yield recess

    def _on_add(self) -> None:
        self._add(None)
        self.rows[-1].first.setFocus()

    def _add(self, recess: Recess | None) -> None:
        made = RecessRow(recess)
        made.changed.connect(self.changed)
        made.gone.connect(self._on_gone)
        self.rows.append(made)
        self._box.addWidget(made)

    def _on_gone(self) -> None:
        for one in [one for one in self.rows if one is self.sender()]:
            self.rows.remove(one)
            self._box.removeWidget(one)
            one.deleteLater()
        self.changed.emit()


class RecessRow(QWidget):
    """One recess: its first and last day, and what it does."""

    changed = Signal()
    gone = Signal()

    def __init__(self, recess: Recess | None) -> None:
        super().__init__()
        self.first = DateField(_("First day of the recess"), optional=True)
        self.last = DateField(_("Last day of the recess"), optional=True)
        self.effect: ChoiceField[str] = ChoiceField(
            _("What the recess does"), [(one.value, _(EFFECTS[one])) for one in Effect]
        )
        self.effect.put((recess.effect if recess else Effect.SUSPENDS).value)
        if recess is not None:
            self.first.put(recess.first)
            self.last.put(recess.last)
        away = icon_button("trash-2", _("Take this recess away"), self.gone.emit)
        self.setLayout(column(row(self.first, self.last, gap=Space.S), row(self.effect, away), gap=Space.XS))
        for field in (self.first, self.last, self.effect):
            field.saved.connect(self._on_saved)

    def value(self) -> Recess | None:
        """The recess; None while both days are empty.

        Raises:
            InvalidInput: one day is missing or cannot be read, or it ends before it begins.
        """
        first, last = self.first.value(), self.last.value()
        if first is None and last is None:
            return None
        if first is None or last is None:
            raise InvalidInput("recess_half")
        return Recess(first, last, Effect(self.effect.value()))

    def _on_saved(self) -> None:
        self.changed.emit()
