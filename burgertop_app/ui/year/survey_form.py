"""Building a survey: title, introduction, days, and the questions one below the other."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.surveys import Survey, SurveyKind, SurveyQuestion
from burgertop_app.i18n import _
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.buttons import icon_button, secondary
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField, TickField
from burgertop_app.ui.kit.layout import column, holder, row, scrolled, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.year.dialogs import Asking

if TYPE_CHECKING:
    from collections.abc import Callable

NEW = UUID(int=0)
CHOOSING = (SurveyKind.CHOICE, SurveyKind.SEVERAL)


class QuestionFields(QWidget):
    """One question: its words, its kind, and the choices where something is chosen."""

    def __init__(self, question: SurveyQuestion | None, drop: Callable[[QuestionFields], object]) -> None:
        super().__init__()
        self.text = LineField(_("Question"))
        self.kind: ChoiceField[SurveyKind] = ChoiceField(
            _("Answer"), [(kind, word(kind)) for kind in SurveyKind]
        )
        self.choices = TextField(_("Choices, one on each line"), lines=3)
        away = icon_button("trash-2", _("Take this question away"), partial(drop, self))
        if question is not None:
            self.text.put(question.text)
            self.kind.put(question.kind)
            self.choices.put("\n".join(question.choices))
        top = row(self.text, self.kind, away, gap=Space.M)
        top.setStretch(0, 1)
        self.setLayout(column(top, self.choices, gap=Space.XS))
        self.kind.changed.connect(self._on_kind)
        self._on_kind(self.kind.value())

    def question(self) -> SurveyQuestion | None:
        """The question; None while nothing was filled in. Errors as `SurveyQuestion`."""
        choices = tuple(line.strip() for line in self.choices.value().splitlines() if line.strip())
        kind = self.kind.value()
        if not self.text.value() and not choices:
            return None
        return SurveyQuestion(self.text.value(), kind, choices if kind in CHOOSING else ())

    def _on_kind(self, kind: object) -> None:
        self.choices.setVisible(kind in CHOOSING)


class SurveyDialog(Asking):
    """A survey to make or to change; once it was sent its questions are only shown."""

    def __init__(self, parent: QWidget | None, process: UUID, before: Survey | None, *, fixed: bool) -> None:
        self._before = before or Survey(id=NEW, process_id=process, title=_("Survey"))
        self._fixed = fixed
        self.title_field = LineField(_("Title"))
        self.intro = TextField(
            _("Introduction"), hint=_("What it is for, and what is done with the answers."), lines=3
        )
        self.closes_on = DateField(_("Last day to answer"), optional=True)
        self.keep_until = DateField(
            _("Own words are kept until"), optional=True, hint=_("After that day they are cleared.")
        )
        self.anonymous = TickField(_("Replies without a code count too"))
        self.title_field.put(before.title if before else "")
        self.intro.put(self._before.intro)
        self.closes_on.put(self._before.closes_on)
        self.keep_until.put(self._before.keep_until)
        self.anonymous.put(self._before.anonymous)
        self._rows: list[QuestionFields] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(Space.M)
        days = row(self.closes_on, self.keep_until, gap=Space.M)
        more = secondary(_("Add a question"), self.add, "plus")
        inside = column(
            self.title_field,
            self.intro,
            holder(days),
            self.anonymous,
            words(_("Questions"), "heading"),
            *(
                (words(_("This survey was sent, so its questions stay as they are."), "small", wrap=True),)
                if fixed
                else ()
            ),
            holder(self._box),
            holder(row(more, None)),
            None,
            gap=Space.M,
            margins=(0, 0, Space.M, 0),
        )
        for question in self._before.questions or (None,):
            self._append(question)
        more.setVisible(not fixed)
        area = scrolled(holder(inside))
        area.setMinimumSize(620, 430)
        title = _("New survey") if before is None else _("Survey")
        super().__init__(parent, title, _("Keep"), area)

    def add(self) -> None:
        """One question more."""
        fields = self._append(None)
        fields.text.setFocus()

    @override
    def check(self) -> Survey:
        """The survey; errors as `Survey` and `SurveyQuestion`."""
        questions = tuple(found for fields in self._rows if (found := fields.question()) is not None)
        return replace(
            self._before,
            title=self.title_field.value(),
            intro=self.intro.value(),
            questions=self._before.questions if self._fixed else questions,
            closes_on=self.closes_on.value(),
            keep_until=self.keep_until.value(),
            anonymous=self.anonymous.value(),
        )

    def _append(self, question: SurveyQuestion | None) -> QuestionFields:
        fields = QuestionFields(question, self._drop)
        fields.setEnabled(not self._fixed)
        self._rows.append(fields)
        self._box.addWidget(fields)
        return fields

    def _drop(self, fields: QuestionFields) -> None:
        self._rows.remove(fields)
        self._box.removeWidget(fields)
        fields.hide()
        fields.deleteLater()
