"""The small forms of the page: a new meeting, whom to change seats with, a table in a round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.tables import mix_words, repeat_words
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TickField
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.seating import SwapEffect
    from burgertop_app.domain.seating_views import SeatedTable
    from burgertop_app.domain.views import PersonLine


@dataclass(frozen=True)
class MeetingGiven:
    """What was filled in for a meeting."""

    title: str
    on: date | None
    place: str


class MeetingForm(Panel):
    """Name, day and place of a new meeting."""

    def __init__(self, parent: QWidget, name: str, month: date) -> None:
        self._name = LineField(_("Name"), check_title)
        self._on = DateField(_("Day"), optional=True, month=month)
        self._place = LineField(_("Place"), placeholder=_("Hall, street, town"))
        body = column(self._name, self._on, self._place, gap=12)
        super().__init__(parent, _("New meeting"), body, _("Make meeting"))
        self._name.put(name)
        for field in (self._name, self._on):
            field.changed.connect(self._check)

    @property
    def given(self) -> MeetingGiven:
        """What is filled in."""
        return MeetingGiven(self._name.value(), self._on.value(), self._place.value())

    @override
    def accept(self) -> None:
        if self._name.valid and self._on.valid:
            super().accept()

    def _check(self) -> None:
        self.yes.setEnabled(self._name.valid)


@dataclass(frozen=True)
class Partner:
    """Somebody to change seats with, and what that does."""

    person: UUID
    name: str
    table: int
    effect: SwapEffect


class SwapForm(Panel):
    """Everybody that somebody can change seats with, the best first."""

    def __init__(self, parent: QWidget, name: str, partners: Sequence[Partner]) -> None:
        self.table: RecordTable[Partner] = RecordTable(
            _("Change seats with"),
            (
                Column("name", _("Name"), lambda line: line.name, stretch=True),
                Column("table", _("Table"), lambda line: line.table, width=70, align=Align.RIGHT),
                Column(
                    "mix",
                    _("Mix"),
                    lambda line: line.effect.excess,
                    text=lambda line: mix_words(line.effect.excess),
                    width=210,
                ),
                Column(
                    "again",
                    _("Meeting again"),
                    lambda line: line.effect.repeats,
                    text=lambda line: repeat_words(line.effect.repeats),
                    width=140,
                ),
            ),
            key=lambda line: line.person,
            counted=lambda count: ngettext("{count} person", "{count} people", count),
        )
        self.table.setMinimumSize(640, 380)
        body = QVBoxLayout()
        body.addWidget(words(_("The best change stands first."), "muted"))
        body.addWidget(self.table.search_field(_("Search a name")))
        body.addWidget(self.table, 1)
        super().__init__(parent, _("Change seats of {name}").format(name=name), body, _("Change seats"))
        self.setMinimumWidth(740)
        self.table.put(partners)
        self.table.opened.connect(self.accept)
        if partners:
            self.table.select(partners[0].person)
        self.yes.setEnabled(bool(partners))

    @property
    def chosen(self) -> Partner | None:
        """Who was chosen."""
        return self.table.current


class TableForm(Panel):
    """Topic and facilitator of a table in one round."""

    def __init__(
        self, parent: QWidget, title: str, seated: SeatedTable, leaders: Sequence[PersonLine]
    ) -> None:
        self._topic = LineField(
            _("Topic of this table"), hint=_("Leave it empty when the whole room has the same topic.")
        )
        self._leader: ChoiceField[UUID | None] = ChoiceField(
            _("Facilitator"),
            [(line.participation_id, line.name or line.number) for line in leaders],
            empty=_("nobody yet"),
        )
        self._everywhere = TickField(_("The same facilitator at this table in every round"))
        body = column(self._topic, self._leader, self._everywhere, gap=12)
        super().__init__(parent, title, body, _("Keep"))
        self._topic.put(seated.place.topic)
        self._leader.put(seated.place.facilitator_id)

    @property
    def topic(self) -> str:
        """The topic."""
        return self._topic.value()

    @property
    def leader(self) -> UUID | None:
        """The participation of the facilitator."""
        return self._leader.value()

    @property
    def everywhere(self) -> bool:
        """Whether that holds for all rounds."""
        return self._everywhere.value()


def check_title(title: str) -> None:
    """Check that a meeting has a name.

    Raises:
        InvalidInput: it has none.
    """
    if not title:
        raise InvalidInput("event_title_empty")
