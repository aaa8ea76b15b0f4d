"""The list of people: tick boxes, and a table whose columns follow the features of the process."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.people import NeedKind, Role, State
from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.facets import Facet, FacetPanel, Facets
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.layout import scrolled
from burgertop_app.ui.kit.tables import RecordTable
from burgertop_app.ui.kit.tokens import Space, Type
from burgertop_app.ui.kit.tokens import State as Look

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.ui.kit.preferences import Kept
    from burgertop_app.ui.kit.tables import Entry

NEED_ICONS = {
    NeedKind.INTERPRETER: "languages",
    NeedKind.LANGUAGE: "message-circle",
    NeedKind.WHEELCHAIR: "accessibility",
    NeedKind.HEARING: "ear",
    NeedKind.QUIET: "moon",
    NeedKind.OTHER: "info",
}
LOOKS = {
    State.INVITED: (Look.NEUTRAL, "mail"),
    State.REGISTERED: (Look.WAITING, "circle-dashed"),
    State.DRAWN: (Look.ACCENT, "dices"),
    State.RESERVE: (Look.NEUTRAL, "list-ordered"),
    State.CONFIRMED: (Look.ACCENT, "user-check"),
    State.PRESENT: (Look.OK, "circle-check"),
    State.ABSENT: (Look.WARN, "user-x"),
    State.FED_BACK: (Look.OK, "mail-check"),
    State.DECLINED: (Look.NEUTRAL, "circle-minus"),
    State.WITHDRAWN: (Look.LATE, "circle-x"),
    State.ERASED: (Look.NEUTRAL, "eye-off"),
}
NAME_WIDTH = 150
WIDEST = 160
MOST_VALUES = 15
"""A feature with more values than this gets no tick boxes."""


class PeopleList(QWidget):
    """Tick boxes and table for one set of features; another set needs another list."""

    def __init__(
        self, features: Mapping[str, Sequence[str]], menu: Callable[[list[PersonLine]], Sequence[Entry]]
    ) -> None:
        super().__init__()
        self.shape = shape(features)
        self.table: RecordTable[PersonLine] = RecordTable(
            _("People"),
            columns(features),
            key=lambda line: line.participation_id,
            counted=lambda count: ngettext("{count} person", "{count} people", count),
            menu=menu,
        )
        self.facets = Facets(_facets(features))
        self.table.use_facets(self.facets)
        self._folded: set[str] = set()
        self.search = self.table.search_field(_("Name or number"))
        self.search.setFixedWidth(176)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(self.search)
        ticks = scrolled(FacetPanel(self.facets))
        ticks.setFixedWidth(190)
        left.addWidget(ticks, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(left)
        box.addWidget(self.table, 1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.fold)

    def state(self) -> Kept:
        """As the table's; a column that was folded for want of room counts as shown."""
        kept = self.table.state()
        columns = kept.get("columns") if isinstance(kept, dict) else None
        arranged = columns.get("columns") if isinstance(columns, dict) else None
        if isinstance(arranged, dict):
            for key in self._folded:
                arranged[key] = [*arranged[key][:2], False]
        return kept

    def restore(self, state: Kept) -> None:
        """Take the state back."""
        self.table.restore(state)
        self.fold()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()
        # The table has its own width only after this event, and a new list only after the first layout.
        self._later.start()

    def fold(self) -> None:
        """Show as many features as leave room for the name; the last ones fold first."""
        view = self.table.view
        places = {column.key: place for place, column in enumerate(self.table.model.columns)}
        for key in self._folded:
            view.setColumnHidden(places[key], False)  # noqa: FBT003 - Qt's own signature
        self._folded = set()
        shown = [place for place in places.values() if not view.isColumnHidden(place)]
        wide = sum(view.columnWidth(place) for place in shown if place != places["name"])
        for key in reversed([key for key in places if key.startswith("feature:")]):
            if wide + NAME_WIDTH <= view.viewport().width():
                return
            if not view.isColumnHidden(places[key]):
                wide -= view.columnWidth(places[key])
                view.setColumnHidden(places[key], True)  # noqa: FBT003 - Qt's own signature
                self._folded.add(key)


def shape(features: Mapping[str, Sequence[str]]) -> tuple[tuple[str, bool], ...]:
    """What of the features decides which columns and tick boxes there are."""
    return tuple((name, len(values) <= MOST_VALUES) for name, values in features.items())


def columns(features: Mapping[str, Sequence[str]]) -> tuple[Column[PersonLine], ...]:
    """Number, name, a column per feature, needs and state; channel and role wait in the header's menu."""
    return (
        Column(
            "number",
            _("No."),
            lambda line: line.number,
            width=56,
            align=Align.RIGHT,
            muted=True,
            sort=lambda line: number_order(line.number),
        ),
        Column("name", _("Name"), lambda line: line.name, stretch=True),
        *(_feature(name, values) for name, values in features.items()),
        Column("needs", _("Needs"), _needs, icons=_icons, width=66),
        Column("state", _("State"), lambda line: _rank(line.state), chip=chip, width=124),
        Column("role", _("Role"), lambda line: word(line.role), width=130, hidden=True),
        Column("channel", _("Channel"), lambda line: line.channel, width=120, hidden=True),
    )


def chip(line: PersonLine) -> Chip:
    """How far somebody is; a reserve with the place on the list."""
    look, icon = LOOKS[line.state]
    if line.place is not None:
        return Chip(_("reserve {place}").format(place=line.place), look, icon)
    return Chip(word(line.state), look, icon)


def number_order(number: str) -> str:
    """A key by which numbers stand in the order people expect: 9, 10, 10a, p2."""
    return re.sub(r"\d+", lambda found: found[0].zfill(16), number)


def titled(feature: str) -> str:
    """The name of a feature as a heading."""
    return feature[:1].upper() + feature[1:]


def _feature(name: str, values: Sequence[str]) -> Column[PersonLine]:
    places = {value: place for place, value in enumerate(values)}

    def place(line: PersonLine) -> int | None:
        return places.get(line.features.get(name, ""))

    measure = QFontMetrics(font(Type.SMALL))
    head = QFontMetrics(font(Type.CAPTION, bold=True)).horizontalAdvance(titled(name)) + 32
    widest = max((measure.horizontalAdvance(value) for value in values), default=0) + 24
    return Column(
        f"feature:{name}",
        titled(name),
        lambda line: line.features.get(name, ""),
        width=min(max(head, widest), WIDEST),
        sort=place,
    )


def _facets(features: Mapping[str, Sequence[str]]) -> tuple[Facet[PersonLine], ...]:
    states = {state: (str(state),) for state in State}
    roles = {role: (str(role),) for role in Role}
    return (
        Facet(
            "state", _("State"), lambda line: states[line.state], tuple(State), lambda kept: word(State(kept))
        ),
        *(
            Facet(f"feature:{name}", titled(name), _value_of(name), tuple(values))
            for name, values in features.items()
            if len(values) <= MOST_VALUES
        ),
        Facet(
            "needs",
            _("What is needed"),
            lambda line: [str(kind) for kind in line.needs],
            tuple(NeedKind),
            lambda kept: word(NeedKind(kept)),
        ),
        Facet("role", _("Role"), lambda line: roles[line.role], tuple(Role), lambda kept: word(Role(kept))),
    )


def _value_of(name: str) -> Callable[[PersonLine], Sequence[str]]:
    known: dict[str | None, tuple[str, ...]] = {None: (), "": ()}

    def values(line: PersonLine) -> Sequence[str]:
        found = line.features.get(name)
        if found not in known and found is not None:
            known[found] = (found,)
        return known[found]

    return values


def _needs(line: PersonLine) -> str:
    return ", ".join(map(word, line.needs))


def _icons(line: PersonLine) -> Sequence[tuple[str, str]]:
    return [(NEED_ICONS[kind], word(kind)) for kind in line.needs]


def _rank(state: State) -> int:
    return list(State).index(state)
