"""Tick boxes that narrow a table: a few groups with the number of rows behind each value."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from burgertop_app.ui.kit.icons import icon
from burgertop_app.ui.kit.layout import clear, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.ui.kit.preferences import Kept

T = TypeVar("T")


@dataclass(frozen=True)
class Facet(Generic[T]):
    """A group of tick boxes; `values` gives what holds for a row (none, one or more).

    What is ticked is remembered by its value and shown as `said` tells it, so another language keeps the
    filter. With an `order` no other values are remembered.
    """

    key: str
    title: str
    values: Callable[[T], Sequence[str]]
    order: tuple[str, ...] = ()
    said: Callable[[str], str] = str


class Facets(QObject, Generic[T]):
    """Which values are ticked, and which rows pass: one of the ticked values in every group."""

    changed = Signal()
    counted = Signal()

    def __init__(self, facets: Sequence[Facet[T]]) -> None:
        super().__init__()
        self.facets = tuple(facets)
        self._ticked: dict[str, frozenset[str]] = {facet.key: frozenset() for facet in facets}
        self._values: dict[str, list[frozenset[str]]] = {facet.key: [] for facet in facets}
        self._totals: dict[str, Counter[str]] = {facet.key: Counter() for facet in facets}

    def put(self, rows: Sequence[T]) -> None:
        """Count other rows."""
        for facet in self.facets:
            known: dict[tuple[str, ...], frozenset[str]] = {}
            values = [_shared(known, tuple(facet.values(row))) for row in rows]
            self._values[facet.key] = values
            self._totals[facet.key] = _count(values)
        self.counted.emit()

    @property
    def narrowed(self) -> bool:
        """Whether anything is ticked."""
        return any(self._ticked.values())

    def ticked(self, key: str) -> frozenset[str]:
        """The ticked values of group `key`."""
        return self._ticked[key]

    def tick(self, key: str, value: str, *, on: bool) -> None:
        """Tick or untick one value."""
        now = self._ticked[key]
        self._ticked[key] = now | {value} if on else now - {value}
        self.counted.emit()
        self.changed.emit()

    def clear(self) -> None:
        """Untick everything."""
        self._ticked = dict.fromkeys(self._ticked, frozenset())
        self.counted.emit()
        self.changed.emit()

    def passing(self, numbers: list[int], besides: str = "") -> list[int]:
        """The row numbers that pass; group `besides` is not asked."""
        for key, wanted in self._ticked.items():
            if wanted and key != besides:
                values = self._values[key]
                numbers = [number for number in numbers if not wanted.isdisjoint(values[number])]
        return numbers

    def counts(self, facet: Facet[T]) -> list[tuple[str, int]]:
        """Every value with its number of rows that pass the other groups; the most common stands first."""
        values = self._values[facet.key]
        numbers = self.passing(list(range(len(values))), facet.key)
        found = _count([values[number] for number in numbers])
        totals = self._totals[facet.key]
        every = totals.keys() | self._ticked[facet.key]
        place = {value: at for at, value in enumerate(facet.order)}
        ordered = sorted(every, key=lambda value: (place.get(value, len(place)), -totals[value], value))
        return [(value, found[value]) for value in ordered]

    def state(self) -> Kept:
        """What is ticked."""
        return {key: sorted(values) for key, values in self._ticked.items()}

    def restore(self, state: Kept) -> None:
        """Tick again what was ticked."""
        if isinstance(state, dict):
            for facet in self.facets:
                values = state.get(facet.key)
                if isinstance(values, list):
                    self._ticked[facet.key] = frozenset(
                        str(value) for value in values if not facet.order or value in facet.order
                    )
            self.counted.emit()
            self.changed.emit()


def _shared(known: dict[tuple[str, ...], frozenset[str]], values: tuple[str, ...]) -> frozenset[str]:
    """One set for all rows with the same values; fifty thousand rows have few different ones."""
    found = known.get(values)
    if found is None:
        found = known[values] = frozenset(values)
    return found


def _count(rows: list[frozenset[str]]) -> Counter[str]:
    """In how many rows each value occurs."""
    found: Counter[str] = Counter()
    for values, number in Counter(rows).items():
        for value in values:
            found[value] += number
    return found


class FacetPanel(QWidget):
    """The tick boxes beside a table, 176 wide, below the table's search field if it is given."""

    def __init__(self, facets: Facets[T], search: QWidget | None = None) -> None:
        super().__init__()
        self.setFixedWidth(176)
        self._facets = facets
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if search is not None:
            box.addWidget(search)
        self._groups = [_Group(facets, facet) for facet in facets.facets]
        for group in self._groups:
            box.addWidget(group)
        box.addStretch(1)
        facets.counted.connect(self._show)
        self._show()

    def _show(self) -> None:
        for group in self._groups:
            group.show_counts()


class _Group(QWidget):
    def __init__(self, facets: Facets[T], facet: Facet[T]) -> None:
        super().__init__()
        self._facets = facets
        self._facet = facet
        self._boxes: dict[str, tuple[QCheckBox, QLabel]] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 4)
        outer.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(words(facet.title, "strong"))
        head.addStretch(1)
        self._fold = QToolButton()
        self._fold.setIcon(icon("chevron-down"))
        self._fold.setIconSize(QSize(16, 16))
        self._fold.setAccessibleName(facet.title)
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._on_fold)
        head.addWidget(self._fold)
        outer.addLayout(head)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(1)
        self._grid.setColumnStretch(0, 1)
        outer.addWidget(self._body)

    def show_counts(self) -> None:
        """Show the numbers of now; boxes are made again only when there are other values."""
        counts = self._facets.counts(self._facet)
        if list(self._boxes) != [value for value, _number in counts]:
            self._build([value for value, _number in counts])
        ticked = self._facets.ticked(self._facet.key)
        for value, number in counts:
            box, label = self._boxes[value]
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            box.setChecked(value in ticked)
            box.blockSignals(False)  # noqa: FBT003 - Qt's own signature
            box.setAccessibleName(f"{self._facet.said(value)}, {number}")
            label.setText(str(number))

    def _build(self, values: list[str]) -> None:
        clear(self._grid)
        self._boxes = {}
        for down, value in enumerate(values):
            box = QCheckBox(box_words(self._facet.said(value)))
            box.setToolTip(self._facet.said(value))
            box.toggled.connect(self._ticker(value))
            label = words("", "muted")
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(box, down, 0)
            self._grid.addWidget(label, down, 1)
            self._boxes[value] = box, label

    def _ticker(self, value: str) -> Callable[[], None]:
        def ticked() -> None:
            self._facets.tick(self._facet.key, value, on=self._boxes[value][0].isChecked())

        return ticked

    def _on_fold(self) -> None:
        folded = self._fold.isChecked()
        self._body.setVisible(not folded)
        self._fold.setIcon(icon("chevron-right" if folded else "chevron-down"))


def box_words(value: str, longest: int = 18) -> str:
    """`value`, shortened to what fits beside a tick box; & is doubled because Qt reads it as a key."""
    short = value if len(value) <= longest else value[: longest - 1] + "…"
    return short.replace("&", "&&")
