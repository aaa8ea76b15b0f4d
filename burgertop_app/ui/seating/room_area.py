"""The room with what stands around it: the strip, the floor or the table, and the panel at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.tables import feature_words, round_words
from burgertop_app.ui.kit.buttons import icon_button, link
from burgertop_app.ui.kit.elided import Elided
from burgertop_app.ui.kit.layout import holder, row, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.seating.floor import RoomView
from burgertop_app.ui.seating.ground import Floor
from burgertop_app.ui.seating.groups import Groups, Naming
from burgertop_app.ui.seating.listing import SeatLine, seat_lines, seat_table
from burgertop_app.ui.seating.scene import Scene
from burgertop_app.ui.seating.side import SidePanel
from burgertop_app.ui.seating.strip import Strip
from burgertop_app.ui.seating.where import WherePanel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from burgertop_app.ui.kit.preferences import Kept
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.seating.drawn import Hint
    from burgertop_app.ui.seating.found import TablesFound


class RoomArea(QWidget):
    """One meeting with a plan; what the organiser does is told by the signals of its parts."""

    def __init__(self, menu: Callable[[list[SeatLine]], Sequence[Entry]]) -> None:
        super().__init__()
        self.scene: Scene | None = None
        self.round_no = 1
        self._found: TablesFound | None = None
        self._feature = ""
        self._figure: int | None = None
        self.strip, self.side, self.where = Strip(), SidePanel(), WherePanel()
        self.view = RoomView(self._telling)
        self.table = seat_table(menu)
        self.switch = link(_("Show as table"), self._on_switch, "table")
        self._middle, self._beside = QStackedWidget(), QStackedWidget()
        self._build()
        self._connect()

    def put(self, found: TablesFound) -> None:
        """Show another meeting, or the same one after a change."""
        self._found = found
        room = found.room
        if room is None or not room.rounds:
            return
        if room.round(self.round_no) is None:
            self.round_no = room.rounds[0].no
        self.draw()

    def draw(self) -> None:
        """Show the chosen round in the chosen colours."""
        found = self._found
        room = found.room if found is not None else None
        turn = room.round(self.round_no) if room is not None else None
        if found is None or room is None or turn is None:
            return
        groups, naming = self._groups(found), Naming(self.side.numbers.value())
        self.scene = Scene(found, room, turn, groups, naming)
        self.strip.put(room, turn.no)
        self.topic.setText(turn.topic)
        self.topic.setVisible(bool(turn.topic))
        self.side.put(found, groups, naming)
        self.view.put(self.scene.drawn())
        self.table.put(seat_lines(room, self.scene.tables, groups, naming))
        self._describe(len(room.tables), groups)
        if self._figure is not None:
            self.where.put(room, self._figure, naming)

    def show_round(self, round_no: int, target: object = None) -> None:
        """Show a round, with a table (a number) or a person (an id) in view."""
        self.round_no = round_no
        self.draw()
        scene = self.scene
        if scene is None or target is None:
            return
        place = next((seated.place.id for seated in scene.tables if seated.table.no == target), None)
        if place is not None:
            self.view.choose(self.view.table_at(place))
        else:
            self.view.choose(self.view.seat_of(target))

    @property
    def as_table(self) -> bool:
        """Whether the table is shown instead of the room."""
        return self._middle.currentIndex() == 1

    def state(self) -> Kept:
        """The colours and whether people have numbers."""
        return {"feature": self._feature, "numbers": self.side.numbers.value()}

    def restore(self, state: Kept) -> None:
        """Take the state back."""
        if isinstance(state, dict):
            self._feature = str(state.get("feature") or "")
            self.side.numbers.put(bool(state.get("numbers")))
            self.draw()

    def _build(self) -> None:
        self._middle.addWidget(Floor(self.view))
        self._middle.addWidget(self.table)
        self._beside.addWidget(self.side)
        self._beside.addWidget(self.where)
        self._beside.setFixedWidth(self.side.width())
        self.tip = Elided("caption")
        self._on_told("")
        self.topic = words("", "strong")
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self._middle, 1)
        zoom = row(
            icon_button("minus", _("Smaller"), lambda: self.view.zoom(-1), "Ctrl+-"),
            icon_button("maximize", _("Whole room"), self.view.fit, "Ctrl+0"),
            icon_button("plus", _("Larger"), lambda: self.view.zoom(1), "Ctrl++"),
            gap=0,
        )
        self.zooms = holder(zoom)
        larger = QAction(self)
        larger.setShortcut("Ctrl+=")
        larger.triggered.connect(lambda: self.view.zoom(1))
        self.addAction(larger)
        left.addLayout(row(self.topic, self.tip, None, self.zooms, self.switch, gap=Space.M))
        body = QHBoxLayout()
        body.setSpacing(Space.M)
        body.addLayout(left, 1)
        body.addWidget(self._beside)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(self.strip)
        box.addLayout(body, 1)

    def _connect(self) -> None:
        self.strip.round_chosen.connect(self.show_round)
        self.strip.figure_chosen.connect(self._on_figure)
        self.side.feature_chosen.connect(self._on_feature)
        self.side.numbers_chosen.connect(self.draw)
        self.view.told.connect(self._on_told)
        self.where.closed.connect(lambda: self._on_figure(None))
        self.where.wanted.connect(self.show_round)

    def _telling(self, person: UUID, other: UUID | None, place: UUID) -> Hint | None:
        return self.scene.telling(person, other, place) if self.scene is not None else None

    def _groups(self, found: TablesFound) -> Groups:
        names = (self._feature, *found.spread, *found.features)
        feature = next((name for name in names if name in found.features), "")
        return Groups.of(feature, found.features.get(feature, ()), found.guests) if feature else Groups()

    def _describe(self, tables: int, groups: Groups) -> None:
        said = ngettext("{round}: {count} table", "{round}: {count} tables", tables).format(
            round=round_words(self.round_no), count=tables
        )
        colour = (
            _("coloured by {feature}").format(feature=feature_words(groups.feature)) if groups.feature else ""
        )
        self.view.setAccessibleName(", ".join(part for part in (said, colour) if part))

    def _on_told(self, said: str) -> None:
        keys = _("Drag somebody, or use keys: arrows, M (move), L (lock), Enter (more).")
        self.tip.setText(said or keys)

    def _on_switch(self) -> None:
        self._middle.setCurrentIndex(0 if self.as_table else 1)
        self.switch.setText(_("Show as picture") if self.as_table else _("Show as table"))
        for part in (self.tip, self.zooms):
            part.setVisible(not self.as_table)

    def _on_figure(self, figure: int | None) -> None:
        self._figure = figure
        self.strip.explain(figure)
        self._beside.setCurrentIndex(0 if figure is None else 1)
        if figure is not None and self.scene is not None:
            self.where.put(self.scene.room, figure, self.scene.naming)

    def _on_feature(self, feature: str) -> None:
        self._feature = feature
        self.draw()
