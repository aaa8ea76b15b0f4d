"""The fourth step: every problem with its place, what is wrong, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from burgertop_app.domain.importing import Action, Choice, ImportPlan, value
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.importing import choice_words, problem_words
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tables import RecordTable, Sheet, TableLook
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burgertop_app.domain.importing import Key, Problem

ALL, OPEN = "all", "open"


@dataclass(frozen=True)
class Asked:
    """A problem, what becomes of it (None: not known yet), and whether the organiser said so."""

    problem: Problem
    answer: Choice | None
    chosen: bool


class ProblemsStep(QWidget):
    """The table of problems with its buttons; `changed` tells that an answer came."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.plan = ImportPlan("", (), ())
        self.choices: dict[Key, Choice] = {}
        self._good = words("", "strong")
        self._told = words("", "small")
        self.which = Segmented(
            ((ALL, _("All")), (OPEN, _("Choose yourself"))), _("Which problems"), small=True
        )
        self.which.chosen.connect(self._show)
        self.accept_all = small(_("All proposals are right"), self.accept, "check-check")
        self.table: RecordTable[Asked] = RecordTable(
            _("Problems"),
            self._columns(),
            key=lambda asked: asked.problem.key,
            counted=lambda count: ngettext("{count} problem", "{count} problems", count),
            look=TableLook(row_height=33, foot=False),
        )
        self._alike_words = words("", "small")
        self._alike_button = small(_("Everywhere the same"), self._on_alike, "copy")
        self._alike_of: Problem | None = None
        self._alike = holder(row(self._alike_words, self._alike_button, None, gap=Space.M))
        self._alike.hide()
        head = row(
            self._good, self._told, None, self.which, self.accept_all, self._copy_button(), gap=Space.S
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addLayout(head)
        box.addWidget(self.table, 1)
        box.addWidget(self._alike)

    def put(self, plan: ImportPlan) -> None:
        """Show the problems of a new analysis; answers to problems that are still there stay."""
        known = {problem.key for problem in plan.problems}
        self.plan = plan
        self.choices = {key: choice for key, choice in self.choices.items() if key in known}
        self.which.put(ALL)
        self._alike.hide()
        self._show()

    @property
    def open_ones(self) -> int:
        """How many problems still need a choice."""
        return len(self.plan.unanswered(self.choices))

    @property
    def rows(self) -> int:
        """In how many rows there is a problem."""
        return len({problem.row for problem in self.plan.problems})

    def answer(self, problems: Iterable[Problem], choice: Choice) -> None:
        """Choose for these problems."""
        self.choices |= {problem.key: choice for problem in problems}
        self._show()
        self.changed.emit()

    def accept(self) -> None:
        """Agree with every proposal; what must be chosen stays in view."""
        for problem in self.plan.problems:
            if problem.finding.proposal is not None:
                self.choices.setdefault(problem.key, problem.finding.proposal)
        if self.open_ones:
            self.which.put(OPEN)
        self._show()
        self.changed.emit()

    def sheet(self) -> Sheet:
        """The list in words."""
        headings = (_("Row"), _("Column"), _("In the file"), _("What is wrong"), _("Becomes"))
        rows = tuple(
            (
                str(problem.row),
                problem.column,
                problem.value,
                problem_words(problem),
                _answer_words(self.plan.answer(problem, self.choices)),
            )
            for problem in self.plan.problems
        )
        return Sheet(headings, rows)

    def _show(self) -> None:
        waiting = {problem.key for problem in self.plan.unanswered(self.choices)}
        shown = self.plan.problems
        if self.which.value == OPEN:
            shown = tuple(problem for problem in shown if problem.key in waiting)
        self.table.put(
            [
                Asked(problem, self.plan.answer(problem, self.choices), problem.key in self.choices)
                for problem in shown
            ]
        )
        total = len(self.plan.problems)
        self.which.rename(ALL, _("All {count}").format(count=number(total)))
        self.which.rename(OPEN, _("Choose yourself {count}").format(count=number(len(waiting))))
        self._say(total, len(waiting))

    def _say(self, total: int, waiting: int) -> None:
        good = self.plan.good
        self._good.setText(
            ngettext("{count} row is right.", "{count} rows are right.", good).format(count=number(good))
        )
        if not total:
            self._told.setText(_("There are no problems."))
            return
        problems = ngettext("{count} problem", "{count} problems", total).format(count=number(total))
        found = ngettext(
            "In {rows} row we found {problems}.", "In {rows} rows we found {problems}.", self.rows
        ).format(rows=number(self.rows), problems=problems)
        left = ngettext("For {count} you must choose.", "For {count} you must choose.", waiting)
        self._told.setText(" ".join([found, left.format(count=number(waiting))] if waiting else [found]))

    def _copy_button(self) -> QWidget:
        return small(
            _("Copy the list"), lambda: QGuiApplication.clipboard().setText(self.sheet().as_text), "copy"
        )

    def _columns(self) -> tuple[Column[Asked], ...]:
        return (
            Column("row", _("Row"), lambda asked: asked.problem.row, width=60, align=Align.RIGHT, muted=True),
            Column("column", _("Column"), lambda asked: asked.problem.column, width=110),
            Column(
                "value",
                _("In the file"),
                lambda asked: asked.problem.value or _("(empty)"),
                width=170,
                mono=True,
            ),
            Column("problem", _("What is wrong"), lambda asked: problem_words(asked.problem), stretch=True),
            Column(
                "answer",
                _("Becomes"),
                lambda asked: _answer_words(asked.answer),
                width=210,
                edit=self._on_chosen,
                choices=_offered,
            ),
            Column("state", "", lambda asked: _chip(asked).words, chip=_chip, width=140),
        )

    def _on_chosen(self, asked: Asked, said: str) -> None:
        problem = asked.problem
        if said == _other():
            typed = self.ask_value(problem)
            if typed is not None:
                self._choose(problem, value(typed))
            return
        for choice in problem.finding.choices:
            if choice_words(choice) == said:
                self._choose(problem, choice)
                return

    def ask_value(self, problem: Problem) -> str | None:
        """Another value for the cell, typed by the organiser; None when they changed their mind."""
        field = LineField(problem.column)
        field.put(problem.value)
        dialog = Panel(self, _("Row {row}").format(row=problem.row), column(field), _("Use this"))
        return field.value() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def _choose(self, problem: Problem, choice: Choice) -> None:
        self.answer([problem], choice)
        others = [
            other for other in self.plan.alike(problem) if self.plan.answer(other, self.choices) != choice
        ]
        self._alike.setVisible(bool(others))
        self._alike_of = problem
        told = ngettext(
            "In {count} other row “{column}” has the same problem: {value}.",
            "In {count} other rows “{column}” has the same problem: {value}.",
            len(others),
        )
        self._alike_words.setText(
            told.format(count=number(len(others)), column=problem.column, value=problem.value or _("(empty)"))
        )

    def _on_alike(self) -> None:
        problem = self._alike_of
        choice = self.choices.get(problem.key) if problem is not None else None
        if problem is not None and choice is not None:
            self.answer(self.plan.alike(problem), choice)
        self._alike.hide()


def _other() -> str:
    return _("something else…")


def _answer_words(choice: Choice | None) -> str:
    return choice_words(choice) if choice is not None else _("choose…")


def _offered(asked: Asked) -> list[str]:
    finding = asked.problem.finding
    said = [choice_words(choice) for choice in finding.choices]
    if asked.answer is not None and asked.answer.action is Action.VALUE:
        said = list(dict.fromkeys([*said, choice_words(asked.answer)]))
    return [*said, _other()] if finding.free else said


def _chip(asked: Asked) -> Chip:
    if asked.answer is None:
        return Chip(_("choose yourself"), State.WARN, "circle-question-mark")
    if asked.chosen and asked.answer != asked.problem.finding.proposal:
        return Chip(_("chosen"), State.ACCENT, "check")
    if asked.chosen:
        return Chip(_("agreed"), State.OK, "check-check")
    return Chip(_("proposal is right"), State.OK, "check")
