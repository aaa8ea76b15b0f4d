"""The rules of a meeting in its set-up: who sits apart or together, and which tables serve a need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.events import PairKind
from burgertop_app.domain.seating_building import TABLE_NEEDS
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.table_rules import need_words, numbers_from, numbers_said, pair_words
from burgertop_app.ui.kit.buttons import icon_button, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import ChoiceField, LineField
from burgertop_app.ui.kit.layout import clear, column, row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.events import PairRule
    from burgertop_app.domain.people import NeedKind
    from burgertop_app.domain.seating_views import Room
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.ui.seating.found import TablesFound


class RulesCard(Card):
    """Which tables serve a need, and the pairs."""

    serve_wanted = Signal(object, object)
    """A `NeedKind` and the numbers of the tables."""
    pair_wanted = Signal()
    unpair_wanted = Signal(object)
    """A `PairRule`."""

    def __init__(self) -> None:
        super().__init__(heading=_("Rules"))
        self.serving = {need: _TablesField(need) for need in TABLE_NEEDS}
        self._pairs = QVBoxLayout()
        self._pairs.setSpacing(Space.XS)
        self._needs = words("", "muted", wrap=True)
        self.body.addWidget(self._needs)
        for field in self.serving.values():
            self.body.addWidget(field)
        self.body.addWidget(words(_("Two people"), "strong"))
        self.body.addLayout(self._pairs)
        self.body.addLayout(row(small(_("Add a rule…"), self.pair_wanted.emit, "plus"), None))
        for need, field in self.serving.items():
            field.saved.connect(lambda need=need: self._on_serve(need))

    def put(self, found: TablesFound, room: Room) -> None:
        """Show the rules as they are kept."""
        people = [line for line in found.guests if line.participation_id in found.coming]
        counts = {need: sum(need in line.needs for line in people) for need in TABLE_NEEDS}
        needed = [need for need in TABLE_NEEDS if counts[need] or self._serving(room, need)]
        self._needs.setText(
            _("Which tables suit whom? Give their numbers, such as 1-4, 9. Empty is every table.")
            if needed
            else _("Nobody said they need a particular table.")
        )
        for need, field in self.serving.items():
            field.setVisible(need in needed)
            field.most = len(room.tables)
            field.put(numbers_said(self._serving(room, need)))
            told = ngettext("{count} person needs it.", "{count} people need it.", counts[need])
            field.hint(told.format(count=number(counts[need])))
        self._put_pairs(found, room)

    def _serving(self, room: Room, need: NeedKind) -> tuple[int, ...]:
        return tuple(table.no for table in room.tables if need.value in table.properties)

    def _put_pairs(self, found: TablesFound, room: Room) -> None:
        clear(self._pairs)
        names = names_for(found, room)
        if not room.pairs:
            self._pairs.addWidget(words(_("No rules yet."), "muted"))
        for rule in room.pairs:
            self._pairs.addLayout(self._pair(rule, names))

    def _pair(self, rule: PairRule, names: dict[UUID, str]) -> QVBoxLayout:
        gone = _("somebody who is not expected")
        said = pair_words(rule.kind, names.get(rule.a_id, gone), names.get(rule.b_id, gone))
        away = icon_button("trash-2", _("Take this rule away"), lambda: self.unpair_wanted.emit(rule))
        line = row(words(said, "small", wrap=True), away, gap=Space.S)
        line.setStretch(0, 1)
        made = column(line, gap=0)
        if rule.reason:
            made.addWidget(words(rule.reason, "caption", wrap=True))
        return made

    def _on_serve(self, need: NeedKind) -> None:
        field = self.serving[need]
        if field.valid:
            self.serve_wanted.emit(need, numbers_from(field.value(), field.most))


class _TablesField(LineField):
    """Numbers of tables, such as "1-4, 9"."""

    def __init__(self, need: NeedKind) -> None:
        self.most = 0
        super().__init__(need_words(need), self._refuse_wrong, placeholder=_("every table"))

    def _refuse_wrong(self, text: str) -> None:
        numbers_from(text, self.most)


class PairForm(Panel):
    """A rule about two people."""

    def __init__(self, parent: QWidget, people: Sequence[PersonLine]) -> None:
        options = [(line.participation_id, line.name or line.number) for line in people]
        self._one: ChoiceField[UUID | None] = ChoiceField(_("Who"), options, empty=_("Choose a person"))
        self._kind: ChoiceField[PairKind] = ChoiceField(
            _("Rule"),
            [
                (PairKind.APART, _("never at one table with")),
                (PairKind.TOGETHER, _("always at one table with")),
            ],
        )
        self._other: ChoiceField[UUID | None] = ChoiceField(_("And who"), options, empty=_("Choose a person"))
        self._reason = LineField(
            _("Why"), hint=_("Only for you; it is never printed, such as: interpreter, household, employer.")
        )
        body = column(self._one, self._kind, self._other, self._reason, gap=12)
        super().__init__(parent, _("A rule for two people"), body, _("Keep rule"))
        for field in (self._one, self._other):
            field.changed.connect(self._check)
        self._check()

    @property
    def given(self) -> tuple[PairKind, UUID | None, UUID | None, str]:
        """The kind, the two people and the reason."""
        return self._kind.value(), self._one.value(), self._other.value(), self._reason.value()

    @override
    def accept(self) -> None:
        if self._usable:
            super().accept()

    @property
    def _usable(self) -> bool:
        one, other = self._one.value(), self._other.value()
        return one is not None and other is not None and one != other

    def _check(self) -> None:
        self.yes.setEnabled(self._usable)


def people_for(found: TablesFound, room: Room) -> tuple[PersonLine, ...]:
    """Who a rule can be about: everybody expected and the facilitators, by name."""
    everyone = {line.participation_id: line for line in (*found.guests, *room.facilitators)}
    return tuple(sorted(everyone.values(), key=lambda line: (line.name.casefold(), line.number)))


def names_for(found: TablesFound, room: Room) -> dict[UUID, str]:
    """How those people are called, by participation: a name, or the number of who has none."""
    return {line.participation_id: line.name or line.number for line in people_for(found, room)}
