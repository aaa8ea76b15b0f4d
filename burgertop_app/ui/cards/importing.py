"""Reading cards in from a sheet, in three steps: the file, the questions, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from burgertop_app.domain.cards_import import CardField
from burgertop_app.domain.importing import NEW_NUMBER, SKIP_ROW, Fix
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.importing import card_field_words, choice_words, problem_words, remark_words
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.fields import ChoiceField
from burgertop_app.ui.kit.layout import clear, row, scrolled, words
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space, State
from burgertop_app.ui.kit.wizard import Step, Wizard

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.importing import Choice, Key, Problem
    from burgertop_app.services.card_import import CardImportPlan

FILE, QUESTIONS, RESULT = range(3)
EXAMPLES = 3


@dataclass(frozen=True)
class Question:
    """A problem with what was chosen for it, if anything."""

    problem: Problem
    choice: Choice | None


class FileStep(Card):
    """The chosen file and what its columns hold."""

    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = words(_("Choose a sheet with one card per row."), "small", wrap=True)
        self._columns = QWidget()
        self._grid = QGridLayout(self._columns)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setColumnStretch(2, 1)
        self._uses: list[ChoiceField[CardField]] = []
        pick = secondary(_("Choose a file…"), self.file_wanted.emit, "folder-open")
        head = row(self._told, pick)
        head.setStretch(0, 1)
        self.add(head, scrolled(self._columns))
        self.body.setStretch(1, 1)
        self._told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def uses(self) -> tuple[CardField, ...]:
        """What each column holds, as chosen."""
        return tuple(field.value() for field in self._uses)

    def put(self, looked: CardImportPlan) -> None:
        """Show the file."""
        table = looked.table
        count = ngettext("{file}: {count} row.", "{file}: {count} rows.", len(table.rows))
        told = [count.format(file=table.name, count=number(len(table.rows)))]
        self._told.setText(" ".join([*told, *map(remark_words, table.warnings)]))
        clear(self._grid)
        options = [(use, card_field_words(use)) for use in CardField]
        heads = (_("Column"), _("Holds"), _("For example"))
        for across, said in enumerate(heads):
            self._grid.addWidget(words(said, "caption"), 0, across)
        self._uses = []
        for place, (title, use) in enumerate(zip(table.header, looked.columns.uses, strict=True)):
            field = ChoiceField("", options)
            field.editor.setAccessibleName(_("What column {column} holds").format(column=title))
            field.put(use)
            self._uses.append(field)
            example = " · ".join(filter(None, (cells[place] for cells in table.rows[:EXAMPLES])))
            self._grid.addWidget(words(title, "strong"), place + 1, 0)
            self._grid.addWidget(field, place + 1, 1)
            self._grid.addWidget(words(_short(example), "muted"), place + 1, 2)
        self._grid.setRowStretch(len(table.header) + 1, 1)


class CardWizard(Wizard):
    """The three steps; asks for a file, for the problems of other columns, and for the import."""

    look_wanted = Signal()
    again_wanted = Signal(object)
    """What each column holds."""

    def __init__(self) -> None:
        first = FileStep()
        questions: RecordTable[Question] = RecordTable(
            _("Questions"),
            _columns(self._choose),
            key=lambda question: question.problem.key,
            counted=lambda count: ngettext("{count} question", "{count} questions", count),
            look=TableLook(row_height=36),
        )
        summary = words("", "lead", wrap=True)
        result = QWidget()
        box = QVBoxLayout(result)
        box.addWidget(Card(summary))
        box.addStretch(1)
        super().__init__(
            _("Read cards in"),
            _("Nothing is kept until the last step."),
            (
                Step(_("File"), first),
                Step(_("Questions"), questions),
                Step(_("Read in"), result),
            ),
            _("Read cards in"),
        )
        self.file, self.questions, self._summary = first, questions, summary
        self.looked: CardImportPlan | None = None
        self.choices: dict[Key, Choice] = {}
        self.file.file_wanted.connect(self.look_wanted)
        self.wanted.connect(self._on_wanted)
        self.hold(_("Choose a file first."))

    def put(self, looked: CardImportPlan) -> None:
        """Show a file that was looked at."""
        self.looked = looked
        self.choices = {}
        self.file.put(looked)
        rows = len(looked.table.rows)
        self.found(FILE, ngettext("{count} row", "{count} rows", rows).format(count=number(rows)))
        self.go(FILE)

    def proceed(self, looked: CardImportPlan) -> None:
        """Show the questions that came of the chosen columns; none goes on to the end."""
        self.looked = looked
        self.choices = {key: choice for key, choice in self.choices.items() if key in _keys(looked)}
        self._show_questions()
        problems = len(looked.plan.problems)
        self.found(
            QUESTIONS,
            ngettext("{count} question", "{count} questions", problems).format(count=number(problems)),
        )
        self._move(QUESTIONS if problems else RESULT)

    def answer(self, problem: Problem, choice: Choice) -> None:
        """Choose for a problem and for all like it; one new number means one for every number in use."""
        if self.looked is not None:
            plan = self.looked.plan
            renumbered = [other for other in plan.problems if other.finding == problem.finding]
            for other in renumbered if choice == NEW_NUMBER else plan.alike(problem):
                self.choices[other.key] = choice
            self._show_questions()
            self._hold_back()

    def _on_wanted(self, step: int) -> None:
        if self.looked is None:
            return
        if self.step == FILE and step == QUESTIONS:
            self.again_wanted.emit(self.file.uses)
        elif self.step == RESULT and not self.looked.plan.problems:
            self._move(FILE)
        else:
            self._move(step)

    def _move(self, step: int) -> None:
        self.go(step)
        self._hold_back()
        if step == RESULT and self.looked is not None:
            self._summary.setText(self._result(self.looked))

    def _hold_back(self) -> None:
        waiting = 0
        if self.step == QUESTIONS and self.looked is not None:
            waiting = len(self.looked.plan.unanswered(self.choices))
        said = ngettext(
            "{count} choice left, then you can go on.", "{count} choices left, then you can go on.", waiting
        )
        self.hold(said.format(count=number(waiting)) if waiting else "")

    def _show_questions(self) -> None:
        if self.looked is not None:
            plan = self.looked.plan
            self.questions.put([Question(one, plan.answer(one, self.choices)) for one in plan.problems])

    def _choose(self, question: Question, said: str) -> None:
        for choice in question.problem.finding.choices:
            if choice_words(choice) == said:
                self.answer(question.problem, choice)
                return

    def _result(self, looked: CardImportPlan) -> str:
        skipped = _skipped(looked, self.choices)
        left = len(looked.plan.drafts) - skipped
        told = ngettext("{count} card is read in.", "{count} cards are read in.", left)
        said = told.format(count=number(left))
        if skipped:
            over = ngettext("{count} row is skipped.", "{count} rows are skipped.", skipped)
            said = f"{said} {over.format(count=number(skipped))}"
        return said


def _columns(choose: Callable[[Question, str], object]) -> tuple[Column[Question], ...]:
    return (
        Column("row", _("Row"), lambda one: one.problem.row, width=60, align=Align.RIGHT),
        Column("column", _("Column"), lambda one: one.problem.column, width=130, bold=True),
        Column("value", _("Says"), lambda one: one.problem.value or "–", width=220),
        Column("problem", _("What is wrong"), lambda one: problem_words(one.problem), stretch=True),
        Column("choice", _("What to do"), _said, width=210, edit=choose, choices=_offered),
        Column("state", _("State"), lambda one: _chip(one).words, chip=_chip, width=150),
    )


def _said(one: Question) -> str:
    return choice_words(one.choice) if one.choice is not None else _("choose…")


def _offered(one: Question) -> list[str]:
    return [choice_words(choice) for choice in one.problem.finding.choices]


def _chip(one: Question) -> Chip:
    if one.choice is None:
        return Chip(_("choose yourself"), State.WARN, "hand")
    if one.problem.finding.fix is Fix.PROPOSAL and one.choice == one.problem.finding.proposal:
        return Chip(_("our proposal"), State.ACCENT, "lightbulb")
    return Chip(_("chosen"), State.OK)


def _keys(looked: CardImportPlan) -> set[Key]:
    return {problem.key for problem in looked.plan.problems}


def _skipped(looked: CardImportPlan, choices: dict[Key, Choice]) -> int:
    return len({one.row for one in looked.plan.problems if looked.plan.answer(one, choices) == SKIP_ROW})


def _short(text: str, longest: int = 90) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
