"""The part about surveys: every survey at the left, what came of the chosen one at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from burgertop_app.i18n import _, ngettext, number, percent
from burgertop_app.messages.year import surveys_words
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.icons import icon
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.tables import RecordTable
from burgertop_app.ui.kit.tokens import Space, State
from burgertop_app.ui.saving import save_sheet
from burgertop_app.ui.year.results import ResultsCard
from burgertop_app.ui.year.survey_acts import SurveyActs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from burgertop_app.services.surveys import SurveyLine, SurveysView
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.year.page import YearPage

LIST_WIDTH = 516


class SurveysPart(QWidget):
    """Surveys to the friends of the panel."""

    def __init__(self, page: YearPage) -> None:
        super().__init__()
        self._page = page
        self.act = SurveyActs(page)
        self._shown: SurveyLine | None = None
        self._said = words("", "small", wrap=True)
        self.table: RecordTable[SurveyLine] = RecordTable(
            _("Surveys"),
            _columns(page.desk.today()),
            key=lambda line: line.survey.id,
            counted=lambda count: ngettext("{count} survey", "{count} surveys", count).format(
                count=number(count)
            ),
            menu=self._entries,
        )
        self.table.setFixedWidth(LIST_WIDTH)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.act.edit)
        self.table.export_wanted.connect(lambda sheet: save_sheet(page, sheet, _("Surveys")))
        self.results = ResultsCard()
        self.button = secondary(_("This survey"), icon="ellipsis")
        self._menu = QMenu(self.button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.button.setMenu(self._menu)
        inside = row(self.table, self.results, gap=Space.M)
        inside.setStretch(1, 1)
        top = row(self._said, self.button, gap=Space.M)
        top.setStretch(0, 1)
        full = QWidget()
        whole = column(holder(top), holder(inside), gap=Space.S)
        whole.setStretch(1, 1)
        full.setLayout(whole)
        empty = EmptyPage(
            _("Here come the surveys to the friends of the panel: questions out, answers in, results."),
            (_("New survey"), self.act.add),
            (_("Import friends on the page People"), partial(page.desk.navigate, "people")),
            icon="plus",
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)
        self._stack.addWidget(empty)

    def put(self, view: SurveysView) -> None:
        """Show the surveys."""
        self._stack.setCurrentIndex(0 if view.lines else 1)
        year = self._page.desk.today().year
        sent = [line.survey.sent_at for line in view.lines]
        in_year = sum(at is not None and at.astimezone().year == year for at in sent)
        friends = ngettext(
            "{count} friend of the panel, {reached} with an e-mail address",
            "{count} friends of the panel, {reached} with an e-mail address",
            view.friends,
        ).format(count=number(view.friends), reached=number(view.with_email))
        self._said.setText(" · ".join((friends, surveys_words(in_year, view.rule))))
        wanted = self._shown.survey.id if self._shown else None
        self.table.put(view.lines)
        shown = next((line for line in view.lines if line.survey.id == wanted), None)
        self._show(shown or next(iter(view.lines), None))

    def _show(self, line: SurveyLine | None) -> None:
        self._shown = line
        self.results.put(line)
        self.button.setEnabled(line is not None)
        if line is not None and self.table.current is None:
            self.table.select(line.survey.id)

    def _on_chosen(self, line: SurveyLine | None) -> None:
        if line is not None and line is not self._shown:
            self._show(line)

    def _entries(self, lines: Sequence[SurveyLine]) -> list[Entry]:
        return self.act.entries(lines[0]) if len(lines) == 1 else []

    def _fill_menu(self) -> None:
        self._menu.clear()
        if self._shown is not None:
            for said, picture, act in self.act.entries(self._shown):
                self._menu.addAction(icon(picture), said, act)


def _columns(today: date) -> tuple[Column[SurveyLine], ...]:
    return (
        Column("title", _("Title"), lambda line: line.survey.title, stretch=True, bold=True),
        Column(
            "state",
            _("How it stands"),
            lambda line: _chip(line, today).words,
            chip=lambda line: _chip(line, today),
            width=196,
        ),
        Column(
            "replies",
            _("Replies"),
            lambda line: line.results.replies,
            text=lambda line: (
                number(line.results.replies)
                if line.results.rate is None
                else f"{number(line.results.replies)} · {percent(line.results.rate)}"
            ),
            width=116,
        ),
    )


def _chip(line: SurveyLine, today: date) -> Chip:
    survey = line.survey
    if survey.closed_at is not None:
        over = survey.keep_until is not None and survey.keep_until < today and survey.cleared_at is None
        return Chip(_("erase words"), State.LATE) if over else Chip(_("closed"), State.OK)
    if survey.sent_at is None:
        return Chip(_("being made"), State.NEUTRAL)
    if survey.closes_on is not None and survey.closes_on < today:
        return Chip(_("close it"), State.WARN)
    return Chip(_("out"), State.ACCENT)
