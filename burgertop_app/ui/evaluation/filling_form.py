"""The form on which one filling-in is typed: every answer keeps itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.domain.form_parts import QuestionKind
from burgertop_app.i18n import _, number
from burgertop_app.ui.evaluation.scale_field import scale_field
from burgertop_app.ui.kit.buttons import primary, secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import ChoiceField, Field, LineField
from burgertop_app.ui.kit.layout import clear, column, holder, row, rule, scrolled, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QVBoxLayout as Column

    from burgertop_app.domain.evaluations import Filled
    from burgertop_app.domain.form_parts import Instrument, Question


@dataclass(frozen=True)
class Asked:
    """The fields of one question; those that the form does not ask for are None."""

    question: Question
    score: Field[int | None] | None = None
    text: Field[Any] | None = None
    step: Field[str] | None = None

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """The fields there are, in the order in which they are filled in."""
        return tuple(field for field in (self.score, self.text, self.step) if field is not None)

    @property
    def valid(self) -> bool:
        """Whether every field can be used."""
        return all(field.valid for field in self.fields)

    @property
    def given(self) -> tuple[int | None, str, str]:
        """Mark, words and step."""
        return (
            self.score.value() if self.score else None,
            (self.text.value() or "") if self.text else "",
            self.step.value() if self.step else "",
        )


class FillingForm(QWidget):
    """Shows the questions of an instrument and tells each answer."""

    answered = Signal(object, str, object, str, str)
    """Id of the filling-in, code of the question, the mark, the words, the step."""
    described = Signal(object, object, str)
    """Id of the filling-in, the day, the title."""
    next_wanted = Signal()
    """Another filling-in of the same day."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[str, Asked] = {}
        self.filled: Filled | None = None
        self._look: tuple[object, ...] = ()
        self._title = words("", "heading")
        self._count = words("", "muted")
        self._body = column(gap=Space.M)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(Space.M)
        more = secondary(_("Next one"), self.next_wanted.emit, "plus")
        more.setToolTip(_("Another one of the same day (Ctrl+Enter)"))
        outer.addLayout(
            row(self._title, self._count, None, more, primary(_("Ready"), self.closed.emit, "check"))
        )
        outer.addWidget(scrolled(holder(self._body)), 1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.next_wanted)

    def show_filled(self, filled: Filled, form: Instrument, language: str) -> None:
        """Show `filled`; fields in which somebody types are left alone when it is the same one."""
        self.filled = filled
        look = (filled.instrument.id, form, language)
        if look != self._look:
            self._look = look
            self._build(filled, form, language)
        done = sum(code in filled.answers for code in self.asked)
        told = _("{count} of {all} answered").format(count=number(done), all=number(len(self.asked)))
        self._count.setText(told)
        self.on.put(filled.instrument.on)
        self.name.put(filled.instrument.title)
        for code, asked in self.asked.items():
            answer = filled.answers.get(code)
            if asked.score is not None:
                asked.score.put(answer.score if answer else None)
            if asked.text is not None:
                kept = answer.text if answer else ""
                asked.text.put(kept or (None if asked.question.choices else ""))
            if asked.step is not None:
                asked.step.put(answer.step if answer else "")

    def start(self) -> None:
        """Put the cursor in the first question."""
        first = next(iter(self.asked.values()), None)
        if first is not None:
            first.fields[0].editor.setFocus()

    def flush(self) -> None:
        """Keep what is being typed."""
        for field in self.findChildren(Field):
            field.flush()

    def _build(self, filled: Filled, form: Instrument, language: str) -> None:
        clear(self._body)
        self.asked = {}
        self._title.setText(form.name.say(language))
        self._body.addWidget(Card(self._when(filled.instrument.id)))
        if form.questions:
            self._body.addWidget(Card(self._questions(form.questions, form, language)))
        for mirror in form.mirrors:
            questions = self._questions(mirror.questions, form, language)
            self._body.addWidget(Card(questions, heading=mirror.name.say(language)))
        self._body.addStretch(1)

    def _when(self, filled_id: UUID) -> QWidget:
        self.on = DateField(_("Filled in on"))
        self.on.setFixedWidth(170)
        self.name = LineField(_("With whom, or after what"), placeholder=_("May stay empty"))

        def keep() -> None:
            if self.on.valid:
                self.described.emit(filled_id, self.on.value(), self.name.value())

        self.on.saved.connect(keep)
        self.name.saved.connect(keep)
        line = row(self.on, self.name, gap=Space.M)
        line.setStretch(1, 1)
        return holder(line)

    def _questions(self, questions: tuple[Question, ...], form: Instrument, language: str) -> Column:
        made = column(gap=Space.M)
        for place, question in enumerate(questions):
            if place:
                made.addWidget(rule())
            asked = self.asked[question.code] = _asked(question, form, language)
            for field in asked.fields:
                field.saved.connect(partial(self._on_saved, asked))
            made.addLayout(_laid_out(asked, language))
        return made

    def _on_saved(self, asked: Asked, _value: object = None) -> None:
        if self.filled is not None and asked.valid:
            self.answered.emit(self.filled.instrument.id, asked.question.code, *asked.given)


def _asked(question: Question, form: Instrument, language: str) -> Asked:
    label = question.text.say(language)
    step = LineField(_("Agreed step")) if form.step else None
    if question.kind is QuestionKind.SCALE:
        quote = LineField(_("Quote")) if form.quote else None
        return Asked(question, scale_field(label, question.low, question.high), quote, step)
    text: Field[Any] = LineField("")
    if question.kind is QuestionKind.CHOICE:
        options = [(choice.code, choice.name.say(language)) for choice in question.choices]
        text = ChoiceField("", options, empty=_("choose…"))
        text.setMaximumWidth(320)
    text.editor.setAccessibleName(label)
    return Asked(question, None, text, step)


def _laid_out(asked: Asked, language: str) -> Column:
    title = words(asked.question.text.say(language), "strong", wrap=True)
    if asked.score is None:
        return column(title, *asked.fields, gap=6)
    head = row(title, asked.score, gap=Space.M)
    head.setStretch(0, 1)
    below = row(*(field for field in (asked.text, asked.step) if field is not None), gap=Space.M)
    return column(head, below, gap=6)
