"""The view on a vote over a budget: nothing yet, being prepared, or fixed with papers and an outcome."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLabel, QStackedWidget, QVBoxLayout, QWidget

from burgertop_app.i18n import _, minute, ngettext, number
from burgertop_app.messages.budget_votes import (
    changed_words,
    fixed_words,
    limit_words,
    problem_words,
    reading_words,
    rule_words,
)
from burgertop_app.messages.budgets import amount
from burgertop_app.services.budgets import count_all
from burgertop_app.ui.budget.form import BudgetFields
from burgertop_app.ui.budget.outcome import Outcome
from burgertop_app.ui.budget.problems import LeftOut, TakeIn
from burgertop_app.ui.budget.tables import project_table
from burgertop_app.ui.intakes import add_intake
from burgertop_app.ui.kit.buttons import LINE, menu_button, primary, secondary, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.icons import pixmap
from burgertop_app.ui.kit.layout import clear, column, row, scrolled, words
from burgertop_app.ui.kit.theme import theme
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.saving import ALL_FORMS, proposal, save_paper, save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from burgertop_app.domain.budget_views import BudgetColumn, BudgetForm, BudgetView, PaperReading
    from burgertop_app.domain.budget_votes import BudgetIntake
    from burgertop_app.domain.budgeting import BudgetProblem
    from burgertop_app.ui.page import Page

CENT = 100
EMPTY, PREPARED, FIXED = range(3)


class BudgetPart(QStackedWidget):
    """Everything about the vote over a budget, as a view of `page`."""

    def __init__(self, page: Page[Any]) -> None:
        super().__init__()
        self._page = page
        self.view: BudgetView | None = None
        self.columns: tuple[BudgetColumn, ...] = ()
        self._counted: BudgetProblem | None = None
        self.projects = project_table()
        self.outcome = Outcome()
        self._rule, self._more = words("", "strong", wrap=True), words("", "muted", wrap=True)
        self._fixed, self._since = words("", "strong", wrap=True), words("", "muted", wrap=True)
        self._papers = words("", "small", wrap=True)
        self._since_then = words("", "warn", wrap=True)
        self._intakes = QVBoxLayout()
        self._lock = QLabel()
        self.edit = secondary(_("Change…"), self._on_edit, "pencil")
        self.fix = primary(_("Fix the rule…"), self.open, "lock")
        self.take = primary(_("Take in papers…"), self._on_take, "upload")
        self.menu, self.few = menu_button(_("More"), self._entries()), small(_("Withdraw…"), icon="ban")
        self.few.clicked.connect(self.withdraw)
        theme().changed.connect(self._draw_lock)
        self._build()

    def load(self) -> None:
        """Read what stands and show it."""
        process, budgets = self._page.process, self._page.desk.services.budgets
        if process is not None:
            self._page.ask(lambda: budgets.view(process), self.put)

    def put(self, view: BudgetView | None) -> None:
        """Show a vote; None shows how to begin one."""
        self.view = view
        self.setCurrentIndex(EMPTY if view is None else FIXED if view.fixed else PREPARED)
        if view is None:
            return
        money = amount(view.budget.cents, CENT)
        title = _("{title}: {money} to divide").format(title=view.budget.title, money=money)
        limits = " ".join(limit_words(view.budget))
        if not view.fixed:
            self._rule.setText(title)
            self._more.setText(f"{rule_words(view.budget)} {limits}".strip())
            self.projects.put(view.lines)
            self._since_then.setText(changed_words(view))
            for widget in (self._since_then, self.renew):
                widget.setVisible(bool(view.changed))
            return
        self._fixed.setText(title)
        moment = view.budget.frozen_at
        when = minute(moment.astimezone(), "medium") if moment else ""
        since = _("Fixed on {moment}. The rule cannot change any more.").format(moment=when)
        self._since.setText(f"{rule_words(view.budget)} {limits}\n{since} {fixed_words(view.budget)}")
        self._put_intakes(view)
        self.outcome.setVisible(view.problem is not None and view.problem == self._counted)
        if view.problem is not None and view.problem != self._counted:
            self._count(view.problem)

    def begin(self, form: BudgetForm, path: Path | None = None) -> None:
        """Prepare a vote over the proposals, or over the projects in a file."""
        process, budgets = self._page.process, self._page.desk.services.budgets
        if process is None:
            return
        if path is None:
            self._page.ask(lambda: budgets.begin(process, form))
        else:
            self._page.ask(lambda: budgets.begin_from_file(process, form, path))

    def open(self) -> None:
        """Fix money, projects and rule, after asking once more."""
        view, budgets = self.view, self._page.desk.services.budgets
        sure = view is not None and self._page.desk.dialogs.ask(
            self,
            _("Fix this rule?"),
            _("{rule} After this neither the money, nor the projects, nor the rule can change.").format(
                rule=rule_words(view.budget)
            ),
            _("Fix the rule"),
        )
        if sure and view is not None:
            self._page.ask(lambda: budgets.open(view.budget.id))

    def withdraw(self) -> None:
        """Withdraw the vote with a reason; it stays in the log with its papers."""
        view, budgets = self.view, self._page.desk.services.budgets
        reason = view and self._page.desk.dialogs.reason(
            self,
            _("Withdraw this vote?"),
            _("The vote and its papers stay readable, with your reason. Then you can begin anew."),
            _("Withdraw"),
        )
        if view is not None and reason:
            self._page.ask(lambda: budgets.withdraw(view.budget.id, reason))

    def look(self, read: Callable[[], PaperReading]) -> None:
        """Read papers, tell what comes in, and take them in when the organiser says so."""
        self._page.ask(read, self._on_looked)

    def _build(self) -> None:
        empty = EmptyPage(
            _(
                "Here residents divide money over projects. You fix the rule before the vote; afterwards you "
                "see what it pays, why, and who sees something of their own in it."
            ),
            (_("New vote over money…"), self._on_new),
            (_("From a public file (.pb)…"), self._on_file),
        )
        prepared = QWidget()
        box = QVBoxLayout(prepared)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        tell = _("Tell everybody the rule before they vote. Once you fix it here it cannot change.")
        which = _("The projects are the proposals that had a cost when you made this vote.")
        top = row(self._rule, self.few, self.edit, self.fix)
        top.setStretch(0, 1)
        told = (words(said, "small", wrap=True) for said in (tell, which))
        self.renew = secondary(_("Take over the proposals as they are now"), self._on_renew, "refresh-cw")
        since = row(self._since_then, self.renew, gap=Space.M)
        since.setStretch(0, 1)
        box.addWidget(Card(top, self._more, *told, since))
        box.addWidget(self.projects, 1)
        self.projects.export_wanted.connect(lambda sheet: save_sheet(self._page, sheet, _("Projects")))
        locked = row(self._lock, column(self._fixed, self._since, gap=2), self.menu, self.take, gap=Space.M)
        locked.setStretch(1, 1)
        inside = QWidget()
        down = QVBoxLayout(inside)
        down.setContentsMargins(0, 0, Space.S, 0)
        down.setSpacing(Space.M)
        down.addWidget(Card(locked))
        down.addWidget(Card(self._papers, self._intakes))
        down.addWidget(self.outcome)
        down.addStretch(1)
        for widget in (empty, prepared, scrolled(inside)):
            self.addWidget(widget)
        self._draw_lock()

    def _entries(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            (_("Take over the slips of a vote…"), "vote", self._on_ballot),
            (_("Sheet to type papers into…"), "file-spreadsheet", self._on_form),
            LINE,
            (_("Document with the outcome…"), "file-text", self._on_paper),
            (_("Outcome to Excel…"), "table", self._on_workbook),
            (_("Everything as a public file (.pb)…"), "globe", self._on_public),
            LINE,
            (_("Withdraw this vote…"), "ban", self.withdraw),
        ]

    def _put_intakes(self, view: BudgetView) -> None:
        said = ngettext("{count} paper came in.", "{count} papers came in.", view.papers)
        none = _("No papers yet. Take in a sheet, a public file (.pb) or the slips of a vote.")
        self._papers.setText(said.format(count=number(view.papers)) if view.papers else none)
        clear(self._intakes)
        for intake in view.intakes:
            when = minute(intake.taken_at.astimezone(), "short") if intake.taken_at else ""
            told = _("{source}: {count} papers, {moment}").format(
                source=intake.source, count=number(intake.papers), moment=when
            )
            add_intake(self._intakes, intake, told, partial(self._on_intake_out, intake))

    def _count(self, problem: BudgetProblem) -> None:
        def counted(columns: object) -> None:
            if self.view is not None and self.view.problem == problem and isinstance(columns, tuple):
                self.columns, self._counted = columns, problem
                self.outcome.put(self.view, problem, columns)
                self.outcome.show()

        self._page.request(_("Counting…"), lambda: problem, count_all, lambda _given, made: made, counted)

    def _on_new(self) -> None:
        form = BudgetFields(self, _("New vote over money"), "", None, self._codes())
        if form.exec() == QDialog.DialogCode.Accepted:
            self.begin(form.given)

    def _on_file(self) -> None:
        budgets = self._page.desk.services.budgets
        kinds = _("Public budget (*.pb)")
        path = self._page.desk.dialogs.open_file(self, _("Choose a file with projects"), kinds)
        if path is not None:
            self._page.ask(lambda: budgets.amount_in(path), lambda told: self._on_amount(told, path))

    def _on_amount(self, told: tuple[str, int], path: Path) -> None:
        form = BudgetFields(self, _("New vote over money"), told[0], told[1], ())
        if form.exec() == QDialog.DialogCode.Accepted:
            self.begin(form.given, path)

    def _on_edit(self) -> None:
        view, budgets = self.view, self._page.desk.services.budgets
        if view is None:
            return
        codes = [line.code for line in view.lines]
        form = BudgetFields(self, _("Change the vote"), view.budget.title, view.budget.cents, codes)
        form.put(view.budget)
        if form.exec() == QDialog.DialogCode.Accepted:
            given = form.given
            self._page.ask(lambda: budgets.edit(view.budget.id, given))

    def _on_renew(self) -> None:
        view, budgets = self.view, self._page.desk.services.budgets
        if view is not None:
            self._page.ask(lambda: budgets.renew(view.budget.id))

    def _on_take(self) -> None:
        kinds = _("Papers (*.xlsx *.csv *.ods *.pb)")
        path = self._page.desk.dialogs.open_file(self, _("Choose a file with papers"), kinds)
        view, budgets = self.view, self._page.desk.services.budgets
        if path is not None and view is not None:
            self._page.long(
                _("Reading the sheet…"),
                lambda progress: budgets.look(view.budget.id, path, progress),
                self._on_looked,
            )

    def _on_ballot(self) -> None:
        view, process, budgets = self.view, self._page.process, self._page.desk.services.budgets
        if view is None or process is None:
            return

        def found(ballots: tuple[Any, ...]) -> None:
            if ballots:
                self.look(lambda: budgets.look_at_ballot(view.budget.id, ballots[0].id))
            else:
                self._page.desk.say(_("There is no vote with slips yet."), "info")

        self._page.ask(lambda: budgets.ballots(process), found)

    def _on_looked(self, reading: PaperReading) -> None:
        view, budgets = self.view, self._page.desk.services.budgets
        left = [
            LeftOut(place, reading.source, one.row, problem_words(one))
            for place, one in enumerate(reading.problems)
        ]
        ask = TakeIn(self, reading_words(reading), left)
        ask.table.export_wanted.connect(
            lambda sheet: save_sheet(self._page, sheet, _("Rows that are left out"))
        )
        if view is not None and ask.exec() == QDialog.DialogCode.Accepted:
            self._page.ask(lambda: budgets.take_in(view.budget.id, reading))

    def _on_intake_out(self, intake: BudgetIntake) -> None:
        budgets = self._page.desk.services.budgets
        reason = self._page.desk.dialogs.reason(
            self,
            _("Withdraw these papers?"),
            _("They no longer count. They stay readable, with your reason."),
            _("Withdraw"),
        )
        if reason:
            self._page.ask(lambda: budgets.withdraw_intake(intake.id, reason))

    def _on_form(self) -> None:
        view, papers = self.view, self._page.desk.services.budget_papers
        if view is not None:
            name = _("Papers {title}").format(title=view.budget.title)
            self._save(name, ".xlsx", lambda path: papers.save_form(view.budget.id, path))

    def _on_paper(self) -> None:
        view, columns, papers = self.view, self.columns, self._page.desk.services.budget_papers
        if view is not None and self._ready():
            save_paper(
                self._page,
                _("Making the document…"),
                lambda: papers.paper(view.budget.id, columns),
                _("Outcome {title}").format(title=view.budget.title),
                forms=ALL_FORMS,
            )

    def _on_workbook(self) -> None:
        view, columns, papers = self.view, self.columns, self._page.desk.services.budget_papers
        if view is not None and self._ready():
            name = _("Outcome {title}").format(title=view.budget.title)
            self._save(name, ".xlsx", lambda path: papers.save_workbook(view.budget.id, path, columns))

    def _on_public(self) -> None:
        view, columns, papers = self.view, self.columns, self._page.desk.services.budget_papers
        if view is not None and self._ready():
            self._save(
                view.budget.title, ".pb", lambda path: papers.save_public(view.budget.id, path, columns)
            )

    def _ready(self) -> bool:
        """Whether there is an outcome; says so when there is none."""
        ready = bool(self.columns) and self.view is not None and self.view.problem == self._counted
        if not ready or self.view is None or self.view.problem is None:
            self._page.desk.say(_("There is no outcome yet. Take in the papers first."), "info")
            return False
        return True

    def _save(self, name: str, ending: str, write: Callable[[Path], Path]) -> None:
        kinds = _("Public budget (*.pb)") if ending == ".pb" else _("Excel (*.xlsx)")
        path = self._page.desk.dialogs.save_file(self, _("Save"), kinds, proposal(name, ending))
        if path is None:
            return
        target = path if path.suffix else path.with_suffix(ending)
        desk = self._page.desk
        self._page.ask(
            lambda: write(target), lambda made: desk.say(_("{file} is saved.").format(file=made.name))
        )

    def _codes(self) -> list[str]:
        found = getattr(self._page, "found", None)
        return [str(line.proposal.number) for line in getattr(found, "lines", ())]

    def _draw_lock(self) -> None:
        self._lock.setPixmap(pixmap("lock", "accent", 22, self.devicePixelRatioF()))
