"""The year of a standing panel: planned advices, members with their terms, surveys to the friends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.i18n import _, mark, number
from burgertop_app.ui.kit.buttons import primary
from burgertop_app.ui.kit.layout import row
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.page import Page
from burgertop_app.ui.year.members import MembersPart
from burgertop_app.ui.year.plans import PlansPart
from burgertop_app.ui.year.surveys import SurveysPart

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.year import YearView
    from burgertop_app.services.surveys import SurveysView
    from burgertop_app.ui.desk import Desk

PARTS = ("plans", "members", "surveys")


@dataclass(frozen=True)
class YearFound:
    """What the page shows."""

    year: YearView
    surveys: SurveysView


class YearPage(Page[YearFound]):
    """Three parts: plans, members, surveys. Focus: the name of a part, or (part, id of a row)."""

    KEY, ICON, NAME = "year", "calendar-days", mark("Year")
    TOPICS = frozenset({Topic.YEAR, Topic.ADVICE, Topic.PEOPLE, Topic.TABLES, Topic.EVALUATION, Topic.PLAN})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.plans = PlansPart(self)
        self.members = MembersPart(self)
        self.surveys = SurveysPart(self)
        names = (_("Advices"), _("Members"), _("Surveys"))
        self.choice: Segmented[str] = Segmented(list(zip(PARTS, names, strict=True)), _("Part of the page"))
        self.choice.chosen.connect(self.show_part)
        self._stack = QStackedWidget()
        for part in (self.plans, self.members, self.surveys):
            self._stack.addWidget(part)
        self.content.addLayout(row(self.choice, None))
        self.content.addWidget(self._stack, 1)
        self._plan = primary(_("Plan an advice"), self.plans.add, "plus")
        self._survey = primary(_("New survey"), self.surveys.act.add, "plus")
        self.head.act(self._plan, self._survey)
        self._found: YearFound | None = None
        self.remember("plans", self.plans.table)
        self.remember("members", self.members.table)
        self.remember("surveys", self.surveys.table)
        self.show_part(PARTS[0])

    @override
    def reading(self, process: UUID) -> Callable[[], YearFound]:
        house = self.desk.services
        return lambda: YearFound(house.year.view(process), house.surveys.view(process))

    @override
    def fill(self, found: YearFound) -> None:
        self._found = found
        self.plans.put(found.year)
        self.members.put(found.year)
        self.surveys.put(found.surveys)
        for part, name, count in zip(
            PARTS,
            (_("Advices"), _("Members"), _("Surveys")),
            (len(found.year.plans), len(found.year.members), len(found.surveys.lines)),
            strict=True,
        ):
            self.choice.rename(part, f"{name} ({number(count)})" if count else name)
        self.head.say(_("What the panel takes up, who sits in it, and what its friends answer."))
        self._show_buttons()

    @override
    def show_process(self, process: UUID | None, focus: object = None) -> None:
        if process != self.process:
            self.plans.year = None
        super().show_process(process, focus)

    @override
    def focus_on(self, focus: object) -> None:
        part, wanted = focus if isinstance(focus, tuple) else (focus, None)
        if part in PARTS:
            self.show_part(str(part))
            if isinstance(wanted, UUID):
                for table in (self.plans.table, self.members.table, self.surveys.table):
                    table.select(wanted)

    def show_part(self, part: str) -> None:
        """Show plans, members or surveys."""
        self.choice.put(part)
        self._stack.setCurrentIndex(PARTS.index(part))
        self._show_buttons()

    def _show_buttons(self) -> None:
        found = self._found
        self._plan.setVisible(self.choice.value == "plans" and bool(found and found.year.plans))
        self._survey.setVisible(self.choice.value == "surveys" and bool(found and found.surveys.lines))
