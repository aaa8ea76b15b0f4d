"""The outcome of a draw: panel and reserves by number, quotas met, and what was checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.draw_outlook import Finding, Tone, legible, number_words
from burgertop_app.messages.draws import checked_sentence
from burgertop_app.ui.draw.beamer import NumberGrid
from burgertop_app.ui.draw.found import Stage
from burgertop_app.ui.draw.met import MetBars
from burgertop_app.ui.draw.outlook import finding_line
from burgertop_app.ui.draw.standing import StandingCard
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.layout import holder, row, scrolled, words
from burgertop_app.ui.kit.pictures import Pictured
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.draw_requests import Verification
    from burgertop_app.domain.draw_views import DrawView
    from burgertop_app.ui.draw.found import DrawFound
    from burgertop_app.ui.draw.group_rows import GroupRow

SIDE = 472
GRID, LIST = "grid", "list"
PANEL_AT, RESERVES_AT = 2, 4
FEW, MANY = 6, 10


@dataclass(frozen=True)
class Place:
    """One line of the list: a number in the panel or on the reserve list, or a heading with `note`."""

    number: str
    reserve: int = 0
    name: str = ""
    note: str = ""


class ResultView(QWidget):
    """What was drawn. Names are shown only when somebody asks for them."""

    names_wanted = Signal(object)
    export_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ways = Segmented(
            ((GRID, _("Numbers")), (LIST, _("List with names"))), _("How to show"), small=True
        )
        self._panel, self._reserves = NumberGrid(), NumberGrid()
        self._title, self._note = words("", "heading"), words("", "muted", wrap=True)
        self._warning = words(_("REHEARSAL: this panel does not count."), "warn")
        self.table = RecordTable(
            _("Panel and reserves"),
            _columns(),
            key=lambda place: (place.note, place.number),
            look=TableLook(row_height=30, foot=False, heading=lambda place: place.note or None),
        )
        self.standing = StandingCard()
        self._bars = MetBars()
        self._picture = Pictured(self._bars)
        self._met = Card(heading=_("Quotas met"))
        self._said = words("", "muted", wrap=True)
        self._met.add(self._said, self._picture)
        self.checks = Card(heading=_("Checked"))
        self.checks.hide()
        self._build()
        self.ways.chosen.connect(self._on_way)
        self.table.export_wanted.connect(self.export_wanted)

    def put(self, found: DrawFound, rows: Sequence[GroupRow]) -> None:
        """Show the draw that stands; it has a number."""
        view = found.view
        if view is None or not view.panel:
            return
        self.standing.put(found)
        self.table.put(places(view, rehearsal=found.stage is Stage.REHEARSED))
        across = FEW if len(view.panel) <= 60 else MANY
        self._panel.put(view.panel, 0, across)
        self._reserves.put(view.reserves, 0, across)
        self._reserves.setVisible(bool(view.reserves))
        self._note.setVisible(bool(view.reserves))
        self._title.setText(_title(view))
        self._warning.setVisible(found.stage is Stage.REHEARSED)
        self._grids.setStretch(PANEL_AT, -(-len(view.panel) // across))
        self._grids.setStretch(RESERVES_AT, -(-len(view.reserves) // across))
        figures = self._bars.put(rows)
        self._picture.describe(figures)
        self._said.setText(_("{said} The frame is what was agreed.").format(said=figures.sentence))

    def show_checks(self, found: Verification | None) -> None:
        """Show what was found right; None clears it."""
        self.checks.setVisible(found is not None)
        self.checks.empty()
        if found is None:
            return
        lines = [Finding(Tone.FINE, legible(checked_sentence(each))) for each in found.right]
        self.checks.add(*map(finding_line, lines))
        if found.beyond:
            self.checks.add(words(_("This cannot be checked from here:"), "strong"))
            beyond = [Finding(Tone.NOTE, checked_sentence(each)) for each in found.beyond]
            self.checks.add(*map(finding_line, beyond))

    @property
    def named(self) -> bool:
        """Whether somebody asked for names."""
        return self.ways.value == LIST

    def _on_way(self, way: str) -> None:
        self._lists.setCurrentIndex(1 if way == LIST else 0)
        self.names_wanted.emit(way == LIST)

    def _build(self) -> None:
        self._note.setText(_("Reserves, in the order in which they are asked"))
        card = Card()
        self._grids = card.body
        card.add(self._title, self._warning, self._panel, self._note, self._reserves)
        self._lists = QStackedWidget()
        self._lists.addWidget(card)
        self._lists.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addLayout(row(self.ways, None))
        left.addWidget(self._lists, 1)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.M)
        for card in (self.standing, self.checks, self._met):
            inside.addWidget(card)
        inside.addStretch(1)
        right = scrolled(holder(inside))
        right.setMinimumWidth(400)
        right.setMaximumWidth(SIDE + 100)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addLayout(left, 5)
        box.addWidget(right, 6)


def places(view: DrawView, *, rehearsal: bool) -> list[Place]:
    """The panel in order of number, then the reserves in the order in which they are asked."""
    heading = _title(view)
    if rehearsal:
        heading += "\t" + _("REHEARSAL: this panel does not count.")
    listed = [Place("", note=heading)]
    listed += [Place(number, name=view.names.get(number, "")) for number in view.panel]
    if view.reserves:
        listed.append(Place("", note="\t".join((_("Reserves"), _("in the order in which they are asked")))))
        listed += [
            Place(number, place, view.names.get(number, ""))
            for place, number in enumerate(view.reserves, start=1)
        ]
    return listed


def _title(view: DrawView) -> str:
    said = ngettext("Panel {number}: {count} member", "Panel {number}: {count} members", len(view.panel))
    return said.format(number=number_words(view.record.drawn_number or 0), count=len(view.panel))


def _columns() -> tuple[Column[Place], ...]:
    return (
        Column("number", _("Number"), lambda place: place.number, width=120, bold=True),
        Column("name", _("Name"), lambda place: place.name, stretch=True),
        Column("role", _("Role"), _role, width=140),
    )


def _role(place: Place) -> str:
    if place.note:
        return ""
    return _("reserve {place}").format(place=place.reserve) if place.reserve else _("panel")
