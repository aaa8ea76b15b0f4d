"""What is asked for an exception in the set-up: rounds, seats of a table, another mix, a choice of topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from burgertop_app.domain.seating_building import MOST_CHOICES
from burgertop_app.domain.seating_rules import Mixing
from burgertop_app.i18n import _
from burgertop_app.messages.table_rules import numbers_from, topics_from, topics_said
from burgertop_app.messages.tables import feature_words, round_words
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.kit.number_fields import NumberField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.events import Round, Stay
    from burgertop_app.domain.views import PersonLine

FEWEST, MOST_SEATS = 2, 60
HEAVY, LIGHT = 2.0, 0.5


class StayForm(Panel):
    """From which round up to which somebody is there."""

    def __init__(self, parent: QWidget, people: Sequence[PersonLine], rounds: Sequence[Round]) -> None:
        options = [(line.participation_id, line.name or line.number) for line in people]
        self.who: ChoiceField[UUID | None] = ChoiceField(_("Who"), options, empty=_("Choose a person"))
        numbers = [(turn.no, round_words(turn.no)) for turn in rounds]
        self.first: ChoiceField[int] = ChoiceField(_("From"), numbers)
        self.last: ChoiceField[int] = ChoiceField(_("Up to and including"), numbers)
        body = column(self.who, row(self.first, self.last, gap=Space.M), gap=12)
        super().__init__(parent, _("Not there all day"), body, _("Keep"))
        self._most = max(no for no, _said in numbers)
        self.last.put(self._most)
        for field in (self.who, self.first, self.last):
            field.changed.connect(self._check)
        self._check()

    @property
    def given(self) -> tuple[UUID | None, int, int]:
        """Who, the first round and the last one; 0 is to the end."""
        last = self.last.value()
        return self.who.value(), self.first.value(), 0 if last == self._most else last

    def show_stay(self, person: UUID | None, kept: Stay | None) -> None:
        """Show when somebody is there as it is known."""
        self.who.put(person)
        if kept is not None and kept.first:
            self.first.put(min(kept.first, self._most))
            self.last.put(min(kept.last, self._most) if kept.last else self._most)
        self._check()

    def _check(self) -> None:
        self.yes.setEnabled(self.who.value() is not None and self.first.value() <= self.last.value())


class SeatsForm(Panel):
    """Which tables have other seats, and how many."""

    def __init__(self, parent: QWidget, most: int) -> None:
        self._most = most
        self.tables = LineField(_("Which tables"), self._refuse, placeholder=_("such as 3, 7-9"))
        self.low = NumberField(_("People, from"), low=FEWEST, high=MOST_SEATS)
        self.high = NumberField(_("up to"), low=FEWEST, high=MOST_SEATS)
        body = column(self.tables, row(self.low, self.high, None, gap=Space.M), gap=12)
        super().__init__(parent, _("Tables with seats of their own"), body, _("Keep"))
        for field in (self.tables, self.low, self.high):
            field.changed.connect(self._check)
        self._check()

    @property
    def given(self) -> tuple[tuple[int, ...], int, int]:
        """The numbers of the tables, and the fewest and most people."""
        return numbers_from(self.tables.value(), self._most), self.low.value() or 0, self.high.value() or 0

    def _refuse(self, text: str) -> None:
        numbers_from(text, self._most)

    def _check(self) -> None:
        filled = self.tables.valid and bool(self.tables.value().strip())
        filled = filled and self.low.valid and self.high.valid
        self.yes.setEnabled(filled and (self.low.value() or 0) <= (self.high.value() or 0))


class MixForm(Panel):
    """A feature that counts more or less, or a value that is not spread like the others."""

    def __init__(self, parent: QWidget, features: Mapping[str, Sequence[str]]) -> None:
        options: list[tuple[tuple[str, str], str]] = []
        for name, values in features.items():
            options.append(((name, ""), feature_words(name)))
            options += [((name, value), f"{feature_words(name)}: {value}") for value in values]
        self.what: ChoiceField[tuple[str, str] | None] = ChoiceField(
            _("What"), options, empty=_("Choose a feature or a group")
        )
        self.how: ChoiceField[str] = ChoiceField(_("How"), ())
        self._told = words("", "caption", wrap=True)
        super().__init__(
            parent, _("Divide something else"), column(self.what, self.how, self._told, gap=12), _("Keep")
        )
        self.what.changed.connect(self._check)
        self.how.changed.connect(self._tell)
        self._check()

    @property
    def given(self) -> tuple[str, str, str]:
        """Feature, value (or "") and how: a `Mixing`, "heavy" or "light"."""
        feature, value = self.what.value() or ("", "")
        return feature, value, self.how.value()

    def _check(self) -> None:
        chosen = self.what.value()
        self.how.offer(() if chosen is None else _value_ways() if chosen[1] else _feature_ways())
        self.yes.setEnabled(chosen is not None)
        self._tell()

    def _tell(self) -> None:
        self._told.setText(_explained().get(self.how.value() or "", ""))


class TopicsForm(Panel):
    """Which tables have which topic in a round."""

    def __init__(self, parent: QWidget, topics: Mapping[int, str], most: int) -> None:
        self._most = most
        self.topics = TextField(
            _("A topic on each line, with its tables"),
            self._refuse,
            _("For example: Parks: 1-4, 9. A table that is not named has the topic of the round."),
            lines=6,
        )
        super().__init__(parent, _("Topics per table"), column(self.topics), _("Keep"))
        self.topics.put(topics_said(topics))
        self.topics.changed.connect(lambda: self.yes.setEnabled(self.topics.valid))

    @property
    def given(self) -> dict[int, str]:
        """The topic per number of a table."""
        return topics_from(self.topics.value(), self._most)

    @override
    def accept(self) -> None:
        if self.topics.valid:
            super().accept()

    def _refuse(self, text: str) -> None:
        topics_from(text, self._most)


class ChoiceForm(Panel):
    """What one person wants to talk about."""

    def __init__(
        self,
        parent: QWidget,
        people: Sequence[PersonLine],
        topics: Sequence[str],
        choices: Mapping[UUID, Sequence[str]],
    ) -> None:
        self._choices = choices
        options = [(line.participation_id, line.name or line.number) for line in people]
        self.who: ChoiceField[UUID | None] = ChoiceField(_("Who"), options, empty=_("Choose a person"))
        named = [(topic, topic) for topic in topics]
        self.wanted: list[ChoiceField[str | None]] = [
            ChoiceField(_("Choice {no}").format(no=no), named, empty=_("none"))
            for no in range(1, min(len(topics), MOST_CHOICES) + 1)
        ]
        super().__init__(
            parent, _("Who wants which topic"), column(self.who, *self.wanted, gap=12), _("Keep choices")
        )
        self.who.changed.connect(self._show)
        for field in self.wanted:
            field.changed.connect(self._check)
        self._check()

    @property
    def given(self) -> tuple[UUID | None, tuple[str, ...]]:
        """Who, and the topics in order."""
        return self.who.value(), tuple(topic for field in self.wanted if (topic := field.value()) is not None)

    @override
    def accept(self) -> None:
        if self.yes.isEnabled():
            super().accept()

    def _show(self) -> None:
        person = self.who.value()
        kept = self._choices.get(person, ()) if person is not None else ()
        for place, field in enumerate(self.wanted):
            field.put(kept[place] if place < len(kept) else None)
        self._check()

    def _check(self) -> None:
        who, topics = self.given
        self.yes.setEnabled(who is not None and len(set(topics)) == len(topics))


def _feature_ways() -> list[tuple[str, str]]:
    return [("heavy", _("counts more")), ("light", _("counts less"))]


def _value_ways() -> list[tuple[str, str]]:
    return [
        (Mixing.NEVER_ONE.value, _("never just one at a table")),
        (Mixing.TOGETHER.value, _("together at as few tables as possible")),
    ]


def _explained() -> dict[str, str]:
    return {
        "heavy": _("Where not everything fits, this feature goes before the others."),
        "light": _("Where not everything fits, the other features go before this one."),
        Mixing.NEVER_ONE.value: _("Nobody is the only one at a table, such as the only young person."),
        Mixing.TOGETHER.value: _("For example people who speak one language, or who came together."),
    }
