"""Questions and mirrors that a form names: fill them in, and see this time beside an earlier time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.domain.evaluations import Evaluation, later, occasions
from burgertop_app.domain.form_rules import RepeatedAfter
from burgertop_app.i18n import _, day, mark, ngettext, number
from burgertop_app.ui.evaluation.comparison import Comparison
from burgertop_app.ui.evaluation.filling_form import FillingForm
from burgertop_app.ui.evaluation.listing import filled_table
from burgertop_app.ui.kit.buttons import primary, secondary
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.layout import clear, column, holder, row
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tokens import Space, State
from burgertop_app.ui.page import Page
from burgertop_app.ui.saving import save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.evaluations import Filled
    from burgertop_app.domain.form_parts import Instrument
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.tables import Entry

LIST_WIDTH = 360


class EvaluationPage(Page[Evaluation]):
    """What was filled in at the left; at the right the comparison, or the form of one filling-in."""

    KEY, ICON, NAME = "evaluation", "message-circle-question-mark", mark("Evaluation")
    TOPICS = frozenset({Topic.EVALUATION})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found: Evaluation | None = None
        self._code = ""
        self._open: UUID | None = None
        self._begun: UUID | None = None
        self.form = FillingForm()
        self.comparison = Comparison()
        self.table = filled_table(self._questions, self._entries)
        self._build()
        self._connect()
        self.remember("table", self.table)

    @override
    def reading(self, process: UUID) -> Callable[[], Evaluation]:
        evaluating = self.desk.services.evaluating
        return lambda: evaluating.evaluation(process)

    @override
    def fill(self, found: Evaluation) -> None:
        self.found = found
        known = [one.code for one in found.recipe.instruments]
        if self._code not in known:
            self._code = known[0]
        self._offer([(one.code, one.name.say(found.language)) for one in found.recipe.instruments])
        self._show()

    @override
    def focus_on(self, focus: object) -> None:
        if self.found is None:
            return
        for one in self.found.filled:
            if one.instrument.id == focus:
                self._choose(one.instrument.code)
                self._edit(one)

    @property
    def instrument(self) -> Instrument | None:
        """The list of questions that is shown."""
        every = self.found.recipe.instruments if self.found else ()
        return next((one for one in every if one.code == self._code), None)

    def begin(self, on: date | None = None, title: str = "") -> None:
        """Begin a filling-in of the list that is shown, today unless another day is given."""
        process, code, evaluating = self.process, self._code, self.desk.services.evaluating
        wanted = on or self.desk.today()
        if process is not None:
            self.form.flush()
            self.ask(lambda: evaluating.begin(process, code, wanted, title), self._on_begun)

    def remove(self, one: Filled) -> None:
        """Take a filling-in away."""
        evaluating, begun = self.desk.services.evaluating, one.instrument.id
        self.ask(
            lambda: evaluating.remove(begun),
            lambda _change: self.desk.did(
                _("What was filled in was taken away."),
                lambda: evaluating.bring_back(one),
                lambda: evaluating.remove(begun),
                "trash-2",
            ),
        )

    def _build(self) -> None:
        self._choice_row = row()
        self._options: list[tuple[str, str]] = []
        self._again = ChipLabel(Chip("", State.NEUTRAL))
        self._choosing = holder(row(holder(self._choice_row), None))
        self.table.setFixedWidth(LIST_WIDTH)
        self._right = QStackedWidget()
        self._right.addWidget(self.comparison)
        self._right.addWidget(self.form)
        body = row(self.table, self._right, gap=Space.M)
        body.setStretch(1, 1)
        self._empty = QWidget()
        self._empty_box = QVBoxLayout(self._empty)
        self._stack = QStackedWidget()
        self._stack.addWidget(holder(body))
        self._stack.addWidget(self._empty)
        self.content.addLayout(column(self._choosing))
        self.content.addWidget(self._stack, 1)
        self._export = secondary(_("To Excel"), self.table.export, "download")
        self._begin = primary(_("Fill in"), self.begin, "pencil")
        self.head.act(self._again, self._export, self._begin)
        self._again.hide()

    def _connect(self) -> None:
        self.table.opened.connect(self._edit)
        self.table.chosen.connect(self._on_chosen)
        self.table.export_wanted.connect(lambda sheet: save_sheet(self, sheet, self.title()))
        self.form.answered.connect(self._on_answer)
        self.form.described.connect(self._on_described)
        self.form.next_wanted.connect(self._on_next)
        self.form.closed.connect(self._close)

    def _offer(self, options: list[tuple[str, str]]) -> None:
        if options != self._options:
            self._options = options
            clear(self._choice_row)
            self._choice = Segmented(options, _("Which list of questions"))
            self._choice.chosen.connect(self._choose)
            self._choice_row.addWidget(self._choice)
        self._choice.put(self._code)
        self._choosing.setVisible(len(options) > 1)

    def _choose(self, code: str) -> None:
        if code != self._code:
            self._close()
            self._code = code
            self._choice.put(code)
            self._show()

    def _show(self) -> None:
        found, form = self.found, self.instrument
        if found is None or form is None:
            return
        filled = tuple(reversed(found.of(form.code)))
        self.table.put(filled)
        self.comparison.put(form, found.language, occasions(filled))
        self.head.say(_sentence(form.name.say(found.language), filled))
        self._show_again(found, filled)
        self._stack.setCurrentIndex(0 if filled else 1)
        self._export.setVisible(bool(filled))
        self._begin.setVisible(bool(filled) and self._open is None)
        if not filled:
            self._show_empty(form.name.say(found.language))
        opened = next((one for one in filled if one.instrument.id == self._open), None)
        if opened is not None:
            self.form.show_filled(opened, form, found.language)
            self._right.setCurrentIndex(1)
            self.table.select(opened.instrument.id)
        else:
            self._open = None
            self._right.setCurrentIndex(0)
        if self._begun is not None and self._begun == self._open:
            self._begun = None
            self.form.start()

    def _show_empty(self, name: str) -> None:
        clear(self._empty_box)
        said = _("Here come the answers to “{name}”, and later this time beside an earlier time.")
        self._empty_box.addWidget(
            EmptyPage(said.format(name=name), (_("Fill in"), self.begin), icon="pencil")
        )

    def _show_again(self, found: Evaluation, filled: tuple[Filled, ...]) -> None:
        rules = [rule for rule in found.recipe.rules_of(RepeatedAfter) if rule.instrument == self._code]
        last = max((one.instrument.on for one in filled if one.instrument.on), default=None)
        self._again.setVisible(bool(rules) and last is not None)
        if rules and last is not None:
            due = later(last, rules[0].months)
            late = due < self.desk.today()
            said = _("Again since {day}: too late") if late else _("Again on {day}")
            state = State.LATE if late else State.NEUTRAL
            self._again.put(Chip(said.format(day=day(due)), state, "" if late else "repeat"))

    def _edit(self, one: Filled) -> None:
        self.form.flush()
        self._open = one.instrument.id
        self._show()

    def _close(self) -> None:
        self.form.flush()
        self._open = None
        self._show()

    def _on_chosen(self, one: Filled | None) -> None:
        if one is None or self._open == one.instrument.id:
            return
        if self._open is not None:
            self._edit(one)
        elif self.found is not None:
            every = occasions(reversed(self.found.of(self._code)))
            self.comparison.choose(next(each for each in every if one in each.filled))

    def _on_begun(self, change: Change) -> None:
        self._open = self._begun = change.id

    def _on_next(self) -> None:
        if self.form.filled is not None:
            begun = self.form.filled.instrument
            self.begin(begun.on, begun.title)

    def _on_answer(self, begun: UUID, question: str, score: int | None, text: str, step: str) -> None:
        evaluating = self.desk.services.evaluating
        self.ask(lambda: evaluating.answer(begun, question, score=score, text=text, step=step))

    def _on_described(self, begun: UUID, on: date, title: str) -> None:
        evaluating = self.desk.services.evaluating
        self.ask(lambda: evaluating.describe(begun, on, title)).failed.connect(lambda _error: self.load())

    def _questions(self) -> int:
        return len(self.instrument.all_questions()) if self.instrument else 0

    def _entries(self, lines: list[Filled]) -> Sequence[Entry]:
        if len(lines) != 1:
            return ()
        return (
            (_("Open"), "pencil", lambda: self._edit(lines[0])),
            (_("Take away"), "trash-2", lambda: self.remove(lines[0])),
        )


def _sentence(name: str, filled: tuple[Filled, ...]) -> str:
    if not filled:
        return name
    days = len(occasions(filled))
    told = ngettext("{count} filled in", "{count} filled in", len(filled)).format(count=number(len(filled)))
    times = ngettext("{count} time", "{count} times", days).format(count=number(days))
    return " · ".join((name, told, times))
