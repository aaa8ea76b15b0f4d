"""Every process with its form, phase, next step, day and people."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from burgertop_app.domain.terms import Urgency, urgency
from burgertop_app.i18n import _, day, language, ngettext
from burgertop_app.messages.steps import sentence
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.buttons import link
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from burgertop_app.domain.overview_views import ProcessLine
    from burgertop_app.ui.kit.tables import Sheet


class Processes(Card):
    """All processes; `wanted` carries the line that was clicked or got Enter."""

    wanted = Signal(object)
    export_wanted = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        self.filter = link(_("Filter"), self._on_filter, "list-filter")
        super().__init__(heading=_("All processes"), actions=(self.filter,), flush=True)
        self.table = RecordTable(
            _("All processes"),
            _columns(today),
            key=lambda line: line.process_id,
            counted=lambda count: ngettext("{count} process", "{count} processes", count),
            menu=self._menu,
            look=TableLook(Space.ROW_FIELDS, foot=False),
        )
        self.table.setProperty("role", "plain")
        self._search = self.table.search_field(_("Filter the processes"))
        self._search.setFixedWidth(240)
        self._search.hide()
        self._head.insertWidget(self._head.count() - 1, self._search)
        self.add(self.table)
        self.table.view.clicked.connect(self._on_clicked)
        self.table.opened.connect(self.wanted)
        self.table.export_wanted.connect(self._on_export)

    def put(self, lines: Sequence[ProcessLine]) -> None:
        """Show other processes."""
        self.table.put(lines)

    def _menu(self, chosen: Sequence[ProcessLine]) -> list[tuple[str, str, partial[None]]]:
        return [(_("Open"), "layout-dashboard", partial(self.wanted.emit, chosen[0]))] if chosen else []

    def _on_clicked(self) -> None:
        if self.table.current is not None:
            self.wanted.emit(self.table.current)

    def _on_filter(self) -> None:
        self._search.setVisible(self._search.isHidden())
        if self._search.isVisible():
            self._search.setFocus()
        else:
            self._search.clear()

    def _on_export(self, sheet: Sheet) -> None:
        self.export_wanted.emit(sheet)


def when(line: ProcessLine, today: date) -> Chip | None:
    """A chip for a next step that is late or near; None when plain words will do."""
    step = line.next_step
    near = urgency(step.due_on if step else None, today)
    if step is None or step.due_on is None or near not in (Urgency.LATE, Urgency.SOON):
        return None
    said = day(step.due_on, "EEE d MMM").replace(".", "")
    if near is Urgency.LATE:
        return Chip(_("was {day}").format(day=said), State.LATE)
    return Chip(said, State.WARN)


def _columns(today: Callable[[], date]) -> tuple[Column[ProcessLine], ...]:
    def step(line: ProcessLine) -> str:
        return sentence(line.next_step) if line.next_step else _("Nothing to do now")

    def plain(line: ProcessLine) -> str:
        chip = when(line, today())
        if chip is not None:
            return chip.words
        due_on = line.next_step.due_on if line.next_step else None
        return day(due_on, "d MMM").rstrip(".") if due_on else ""

    def title(line: ProcessLine) -> str:
        return " · ".join(filter(None, (line.title, line.topic)))

    return (
        Column("title", _("Process"), title, width=380, bold=True),
        Column(
            "form",
            _("Form"),
            lambda line: line.form_name.say(language()) if line.form_name else line.form,
            width=110,
        ),
        Column("phase", _("Phase"), lambda line: line.phase, text=lambda line: word(line.phase), width=100),
        Column("step", _("Next step"), step, stretch=True),
        Column(
            "when",
            _("When"),
            lambda line: line.next_step.due_on if line.next_step else None,
            text=plain,
            chip=lambda line: when(line, today()),
            width=176,
        ),
        Column("people", _("People"), lambda line: line.people, width=80, align=Align.RIGHT),
    )
