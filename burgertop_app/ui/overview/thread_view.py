"""The thread of one card or recommendation: every way that passes it, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.threads import heading, note
from burgertop_app.ui.kit.buttons import link, secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.layout import clear, column, row, scrolled, words
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.overview.step_box import StepBox

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.overview_views import ThreadPath, ThreadStep

KINDS = ("card", "theme", "proposal", "recommendation", "answer", "commitment")
AT_ONCE = 30
WIDE = 290

Cell = tuple["ThreadStep", ...]


class ThreadView(QWidget):
    """A list to choose from at the left, the ways at the right.

    `chosen` carries the id of the step to follow: answer with `show_paths`. `wanted` carries a step that
    was clicked, `closed` says that the organiser goes back.
    """

    chosen = Signal(object)
    wanted = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.starts: RecordTable[ThreadStep] = RecordTable(
            _("Cards and recommendations"),
            _columns(),
            key=lambda step: step.id,
            counted=lambda count: ngettext("{count} step", "{count} steps", count),
            look=TableLook(46),
        )
        self.search = self.starts.search_field(_("Find a card or recommendation"))
        self._title = words("", "heading", wrap=True)
        self._words = words("", "small", wrap=True)
        self._note = words("", "muted")
        self._more = link("", self._on_more, "chevron-down")
        self._paths: tuple[ThreadPath, ...] = ()
        self._limit = AT_ONCE
        ways = QWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.S)
        inside = QVBoxLayout(ways)
        inside.setContentsMargins(0, 0, Space.S, 0)
        inside.addLayout(self._grid)
        inside.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        left = QWidget()
        left.setLayout(column(self.search, self.starts, gap=Space.S))
        left.setFixedWidth(WIDE)
        right = Card(column(self._title, self._words, self._note, gap=2), Space.XS, scrolled(ways))
        right.body.setStretch(2, 1)
        back = secondary(_("Back to the overview"), self.closed.emit, "arrow-left")
        line = row(left, right, gap=Space.M)
        line.setStretch(1, 1)
        box = column(row(back, None), line, gap=Space.M)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.starts.chosen.connect(self._on_chosen)

    def put(self, starts: Sequence[ThreadStep]) -> None:
        """Offer these steps to follow."""
        self.starts.put(starts)

    def follow(self, step_id: UUID) -> None:
        """Choose a step in the list, or ask for one that is not in it."""
        if not self.starts.select(step_id):
            self.chosen.emit(step_id)

    def show_paths(self, step: ThreadStep | None, paths: Sequence[ThreadPath]) -> None:
        """Show every way through `step`."""
        self._paths = ordered(paths)
        self._limit = AT_ONCE
        self._title.setText(heading(step) if step else _("This is not on the thread"))
        self._words.setText(step.text if step else "")
        count = len(paths)
        ways = ngettext("{count} way", "{count} ways", count).format(count=count)
        self._note.setText(" · ".join(filter(None, (note(step) if step else "", ways))))
        self._lay()

    def _lay(self) -> None:
        clear(self._grid)
        shown = self._paths[: self._limit]
        kinds = [kind for kind in KINDS if any(_cell(path, kind) for path in shown)]
        for across, kind in enumerate(kinds):
            self._grid.setColumnStretch(across, 6 if kind == "card" else 4)
            for top, high, cell in spans([_cell(path, kind) for path in shown]):
                if cell:
                    self._grid.addWidget(self._boxes(cell), top, across, high, 1)
        left = len(self._paths) - len(shown)
        self._more.setText(
            ngettext("Show {count} more way", "Show {count} more ways", left).format(count=left)
        )
        self._more.setVisible(left > 0)

    def _boxes(self, cell: Cell) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        for step in cell:
            made = StepBox(step, 2)
            made.wanted.connect(self.wanted)
            box.addWidget(made)
        return holder

    def _on_chosen(self, step: ThreadStep | None) -> None:
        if step is not None:
            self.chosen.emit(step.id)

    def _on_more(self) -> None:
        self._limit += AT_ONCE
        self._lay()


def ordered(paths: Sequence[ThreadPath]) -> tuple[ThreadPath, ...]:
    """The ways with those to one recommendation together, and within them those of one proposal."""
    places: dict[UUID, int] = {}
    for path in paths:
        for step in path.steps:
            places.setdefault(step.id, len(places))

    def place(path: ThreadPath) -> tuple[tuple[int, ...], ...]:
        return tuple(
            tuple(places[step.id] for step in _cell(path, kind))
            for kind in ("recommendation", "proposal", "theme", "card")
        )

    return tuple(sorted(paths, key=place))


def spans(cells: Sequence[Cell]) -> list[tuple[int, int, Cell]]:
    """Runs of the same cell as (first row, number of rows, cell)."""
    found: list[tuple[int, int, Cell]] = []
    for place, cell in enumerate(cells):
        if found and cell and [step.id for step in found[-1][2]] == [step.id for step in cell]:
            top, high, _same = found[-1]
            found[-1] = (top, high + 1, cell)
        else:
            found.append((place, 1, cell))
    return found


def _cell(path: ThreadPath, kind: str) -> Cell:
    return tuple(step for step in path.steps if step.kind == kind)


def _columns() -> tuple[Column[ThreadStep], ...]:
    return (
        Column(
            "step",
            _("Card or recommendation"),
            heading,
            second=lambda step: step.text,
            stretch=True,
            bold=True,
            tooltip=lambda step: step.text,
        ),
        Column("words", _("Words"), lambda step: step.text, hidden=True),
    )
