"""The promises: what is late in words, the line of time, filters and the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.domain.responses import CommitmentState, Side, Step
from burgertop_app.i18n import _, day, ngettext
from burgertop_app.messages.following import late_sentence
from burgertop_app.messages.words import word
from burgertop_app.ui.followup.lights import columns, is_late, light, owner_or_text
from burgertop_app.ui.followup.timeline import Mark, Timeline
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import ChoiceField
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.kit.tokens import State as Look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from burgertop_app.domain.follow_views import CommitmentLine
    from burgertop_app.ui.kit.tables import Entry

TINTS = {Look.OK: "ok", Look.LATE: "late", Look.WARN: "warn", Look.ACCENT: "accent"}
HIGH_ENOUGH = 500
"""In a lower window the picture makes room for the table, which says the same."""

ON_LINE = 40
"""So many promises at most stand in the picture; the table has them all."""


class Promises(QWidget):
    """`filtered` tells that other rows are shown."""

    filtered = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        menu: Callable[[list[CommitmentLine]], Sequence[Entry]],
    ) -> None:
        super().__init__()
        self._today = today
        self._lines: tuple[CommitmentLine, ...] = ()
        self._dated = False
        self.timeline = Timeline()
        self._picture = Pictured(self.timeline)
        self._line_card = Card(self._picture)
        self._line_card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.late = words("", "late", wrap=True)
        self._late_row = holder(row(IconLabel("circle-alert", "late"), self.late, gap=Space.S))
        self._late_row.layout().setStretch(1, 1)  # type: ignore[union-attr]
        self.table: RecordTable[CommitmentLine] = RecordTable(
            _("Commitments"),
            columns(today),
            key=lambda line: line.id,
            counted=lambda count: ngettext("{count} commitment", "{count} commitments", count),
            menu=menu,
            look=TableLook(Space.ROW_FIELDS),
        )
        self.state: ChoiceField[str] = ChoiceField(_("How it stands"), _states())
        self.owner: ChoiceField[str] = ChoiceField(_("Who does it"), [("", _("everyone"))])
        self.step: ChoiceField[str] = ChoiceField(
            _("Step"), [("", _("every step")), *((step.value, word(step)) for step in Step)]
        )
        self.search = self.table.search_field(_("Search commitments"))
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(220)
        for field in (self.state, self.owner, self.step):
            field.setMinimumWidth(150)
            field.changed.connect(self._show)
        filters = row(self.state, self.owner, self.step, None, self.search, gap=Space.M)
        self.setLayout(column(self._late_row, self._line_card, filters, self.table, gap=Space.M))
        self.layout().setStretch(3, 1)  # type: ignore[union-attr]

    def put(self, lines: tuple[CommitmentLine, ...]) -> None:
        """Show these promises, as far as the filters let them through."""
        self._lines = lines
        today = self._today()
        late = [line.commitment for line in lines if is_late(line.commitment, today)]
        self.late.setText(late_sentence(late, today))
        self._late_row.setVisible(bool(late))
        owners = sorted({line.commitment.owner for line in lines if line.commitment.owner}, key=str.casefold)
        self.owner.offer([("", _("everyone")), *((name, name) for name in owners)])
        self._show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._line_card.setVisible(self._dated and self.height() >= HIGH_ENOUGH)

    def clear_filters(self) -> None:
        """Show every promise."""
        for field in (self.state, self.owner, self.step):
            field.put("")
        self.search.clear()
        self._show()

    def select(self, wanted: UUID) -> bool:
        """Choose the promise with this id, past the filters; False when there is none."""
        if any(line.id == wanted for line in self._lines) and not self.table.select(wanted):
            self.clear_filters()
        return self.table.select(wanted)

    def _show(self) -> None:
        today = self._today()
        passes = STATES[self.state.value()]
        owner, step = self.owner.value(), self.step.value()
        shown = [
            line
            for line in self._lines
            if passes(line, today)
            and owner in ("", line.commitment.owner)
            and step in ("", line.commitment.step.value)
        ]
        self.table.put(shown)
        self._draw(shown)
        self.filtered.emit()

    def _draw(self, lines: Sequence[CommitmentLine]) -> None:
        today = self._today()
        dated = [line for line in lines if line.commitment.due_on and not line.commitment.withdrawn_reason]
        self._dated = bool(dated)
        self._line_card.setVisible(self._dated and self.height() >= HIGH_ENOUGH)
        marks, rows = [], []
        for line in dated:
            kept, chip = line.commitment, light(line.commitment, today)
            if kept.due_on is not None:
                marks.append(
                    Mark(kept.due_on, chip.picture, TINTS.get(chip.state, "muted"), owner_or_text(line))
                )
                rows.append((kept.text, kept.owner, day(kept.due_on), chip.words))
        self.timeline.put(marks[:ON_LINE], today)
        headings = (_("Commitment"), _("Who does it"), _("Ready on"), _("How it stands"))
        sentence = ngettext(
            "{count} commitment on a line of time", "{count} commitments on a line of time", len(rows)
        ).format(count=len(rows))
        self._picture.describe(Figures(sentence, headings, tuple(rows)))


def _in_state(state: CommitmentState) -> Callable[[CommitmentLine, date], bool]:
    return lambda line, _today: line.commitment.state is state and not line.commitment.withdrawn_reason


STATES: dict[str, Callable[[CommitmentLine, date], bool]] = {
    "": lambda _line, _today: True,
    "late": lambda line, today: is_late(line.commitment, today),
    "running": lambda line, _today: not line.commitment.ended,
    "residents": lambda line, _today: line.commitment.side is Side.RESIDENTS,
    **{state.value: _in_state(state) for state in CommitmentState},
    "withdrawn": lambda line, _today: bool(line.commitment.withdrawn_reason),
}


def _states() -> list[tuple[str, str]]:
    return [
        ("", _("all")),
        ("late", _("late")),
        ("running", _("everything that runs")),
        ("residents", _("what residents do themselves")),
        *((state.value, word(state)) for state in CommitmentState),
        ("withdrawn", _("withdrawn")),
    ]
