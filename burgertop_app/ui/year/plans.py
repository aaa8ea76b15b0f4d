"""The part about planned advices: the year as a picture, a table below it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from burgertop_app.domain.year import PlanState
from burgertop_app.i18n import _, day, ngettext, number
from burgertop_app.messages.words import word
from burgertop_app.messages.year import planned_words
from burgertop_app.ui.kit.buttons import icon_button, link
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.tables import RecordTable
from burgertop_app.ui.kit.tokens import Space, State
from burgertop_app.ui.saving import save_sheet
from burgertop_app.ui.year.dialogs import PlanDialog
from burgertop_app.ui.year.months import Months

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.year import PlanLine, YearView
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.year.page import YearPage

LOOKS = {
    PlanState.PLANNED: State.NEUTRAL,
    PlanState.SHOULD_START: State.WARN,
    PlanState.WRITING: State.ACCENT,
    PlanState.LATE: State.LATE,
    PlanState.OFFERED: State.ACCENT,
    PlanState.ANSWERED: State.OK,
    PlanState.DROPPED: State.NEUTRAL,
}


class PlansPart(QWidget):
    """Planned advices of a year; the arrows beside the year show another."""

    def __init__(self, page: YearPage) -> None:
        super().__init__()
        self._page = page
        self.view: YearView | None = None
        self.year: int | None = None
        self._said = words("", "heading")
        self._chip = ChipLabel(Chip(""))
        self._contact = words("", "small", wrap=True)
        self._to_plan = link(_("Fill in on the page Plan"), partial(page.desk.navigate, "plan"), "pencil")
        self.months = Months()
        self._picture = Pictured(self.months)
        before = icon_button("chevron-left", _("The year before"), partial(self._turn, -1))
        after = icon_button("chevron-right", _("The next year"), partial(self._turn, 1))
        head = row(before, self._said, after, self._chip, None, gap=Space.S)
        self.table: RecordTable[PlanLine] = RecordTable(
            _("Planned advices"),
            _columns(),
            key=lambda line: line.plan.id,
            counted=lambda count: ngettext("{count} planned advice", "{count} planned advices", count).format(
                count=number(count)
            ),
            menu=self._entries,
        )
        self.table.opened.connect(self.edit)
        self.table.export_wanted.connect(lambda sheet: save_sheet(page, sheet, _("Year plan")))
        self._card = Card(head, self._picture)
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        contact = row(self._contact, self._to_plan, gap=Space.M)
        contact.setStretchFactor(self._contact, 1)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(holder(column(self._card, self.table, gap=Space.M)))
        self._stack.addWidget(self._empty())
        whole = column(holder(contact), body, gap=Space.S)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _empty(self) -> EmptyPage:
        return EmptyPage(
            _("Here comes the year of the panel: on what it advises, asked or unasked, and when."),
            (_("Plan an advice"), self.add),
            icon="calendar-days",
        )

    def put(self, view: YearView) -> None:
        """Show the plans."""
        self.view = view
        year = self.year or view.year
        shown = replace(view, year=year)
        self._stack.setCurrentIndex(0 if view.plans else 1)
        said, fits = planned_words(shown)
        self._said.setText(str(year))
        self._chip.put(Chip(said, State.OK if fits else State.WARN))
        self._contact.setText(
            _("Contact at the municipality: {contact}").format(contact=view.contact)
            if view.contact.strip()
            else _("No contact at the municipality was filled in yet; a panel needs one person to call.")
        )
        self._to_plan.setVisible(not view.contact.strip() and self._page.desk.offers("plan"))
        self.months.put(view.plans, year, self._page.desk.today())
        self._picture.setFixedHeight(self.months.height() + 34)
        self._picture.describe(_figures(view, year, said))
        self.table.put(view.plans)

    def add(self) -> None:
        """Ask for a new plan and keep it."""
        self._ask(None)

    def edit(self, line: PlanLine) -> None:
        """Ask what changes in a plan and keep it."""
        self._ask(line)

    def _ask(self, line: PlanLine | None) -> None:
        process, view, year = self._page.process, self.view, self._page.desk.services.year
        if process is None or view is None:
            return
        dialog = PlanDialog(
            self._page, process, view.advices, self._page.desk.today(), line.plan if line else None
        )
        if dialog.exec() == PlanDialog.DialogCode.Accepted:
            plan = dialog.check()
            self._page.ask(lambda: year.keep(plan))

    def _turn(self, years: int) -> None:
        if self.view is not None:
            self.year = (self.year or self.view.year) + years
            self.put(self.view)

    def _entries(self, lines: Sequence[PlanLine]) -> list[Entry]:
        if len(lines) != 1:
            return []
        line = lines[0]
        found: list[Entry] = [(_("Edit…"), "pencil", partial(self.edit, line))]
        if line.advice is not None:
            to_advice = partial(self._page.desk.navigate, "advice", focus=line.advice.id)
            found.append((_("To the advice"), "file-text", to_advice))
        else:
            found.append((_("Begin this advice"), "play", partial(self.begin, line)))
        found.append((_("Remove"), "trash-2", partial(self.drop, line)))
        return found

    def begin(self, line: PlanLine) -> None:
        """Begin the advice under the topic of the plan, and let the plan follow it."""
        house, plan = self._page.desk.services, line.plan

        def begun(change: Change) -> None:
            self._page.ask(lambda: house.year.keep(replace(plan, advice_id=change.id)))

        self._page.ask(lambda: house.advising.start(plan.process_id, plan.topic), begun)

    def drop(self, line: PlanLine) -> None:
        """Take a plan away; it can be put back."""
        year, plan = self._page.desk.services.year, line.plan
        self._page.ask(
            lambda: year.drop(plan.id),
            lambda _change: self._page.desk.did(
                _("The planned advice is removed."),
                lambda: year.restore(plan),
                lambda: year.drop(plan.id),
                "trash-2",
            ),
        )


def _columns() -> tuple[Column[PlanLine], ...]:
    return (
        Column("topic", _("What it is about"), lambda line: line.plan.topic, stretch=True, bold=True),
        Column(
            "asked",
            _("Who asked"),
            lambda line: word(line.plan.asked),
            width=214,
        ),
        Column("starts", _("Begins"), lambda line: line.plan.starts_on, width=116),
        Column("due", _("Ready"), lambda line: line.plan.due_on, width=116),
        Column(
            "state",
            _("How it stands"),
            lambda line: list(PlanState).index(line.state),
            chip=lambda line: Chip(word(line.state), LOOKS[line.state]),
            width=190,
        ),
    )


def _figures(view: YearView, year: int, said: str) -> Figures:
    headings = (_("What it is about"), _("Who asked"), _("Begins"), _("Ready"), _("How it stands"))
    rows = tuple(
        (
            line.plan.topic,
            word(line.plan.asked),
            day(line.plan.starts_on),
            day(line.plan.due_on),
            word(line.state),
        )
        for line in view.plans
        if year in range(line.plan.starts_on.year, line.plan.due_on.year + 1)
    )
    return Figures(said, headings, rows)
