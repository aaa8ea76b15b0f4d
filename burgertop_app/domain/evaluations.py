"""What was filled in on instruments of a form, put together per occasion so that it can be compared."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.form_parts import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from burgertop_app.domain.form_parts import Instrument as InstrumentForm
    from burgertop_app.domain.form_parts import Question
    from burgertop_app.domain.forms import Recipe
    from burgertop_app.domain.items import Answer, Instrument

SHORT = 3
"""Answers of at most so many words are counted together."""

_EDGE = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True)
class Filled:
    """One filling-in: a card of one person, or the conversation of a group."""

    instrument: Instrument
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True)
class Evaluation:
    """What the page about evaluation shows; `language` is that of the process."""

    recipe: Recipe
    language: str
    filled: tuple[Filled, ...] = ()

    def of(self, code: str) -> tuple[Filled, ...]:
        """The filling-ins of one instrument, the oldest first."""
        return tuple(one for one in self.filled if one.instrument.code == code)


@dataclass(frozen=True)
class Occasion:
    """Everything that was filled in on one day under one title."""

    on: date | None
    title: str
    filled: tuple[Filled, ...]

    def answers(self, question: str) -> tuple[Answer, ...]:
        """The answers to a question that say something."""
        found = (one.answers.get(question) for one in self.filled)
        return tuple(answer for answer in found if answer is not None and is_answered(answer))

    def scores(self, question: str) -> tuple[int, ...]:
        """The marks that were given."""
        return tuple(answer.score for answer in self.answers(question) if answer.score is not None)

    def average(self, questions: Iterable[str]) -> float | None:
        """The mean of all marks given to these questions; None without marks."""
        marks = [mark for question in questions for mark in self.scores(question)]
        return sum(marks) / len(marks) if marks else None

    def texts(self, question: str) -> tuple[str, ...]:
        """The words that were given."""
        return tuple(answer.text for answer in self.answers(question) if answer.text)

    def steps(self, question: str) -> tuple[str, ...]:
        """The steps that were agreed on."""
        return tuple(answer.step for answer in self.answers(question) if answer.step)


def is_answered(answer: Answer) -> bool:
    """Whether an answer says something."""
    return answer.score is not None or bool(answer.text) or bool(answer.step)


def occasions(filled: Iterable[Filled]) -> tuple[Occasion, ...]:
    """The filling-ins of one instrument per day and title, the latest first."""
    heaps: dict[tuple[date | None, str], list[Filled]] = {}
    for one in filled:
        heaps.setdefault((one.instrument.on, one.instrument.title), []).append(one)
    found = [Occasion(on, title, tuple(heap)) for (on, title), heap in heaps.items()]
    return tuple(sorted(found, key=lambda each: each.on or date.min, reverse=True))


def tally(texts: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How often each short answer was given, most frequent first, whatever its capitals and full stops."""
    spelled: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for text in texts:
        plain = _EDGE.sub("", text.strip())
        if plain and len(plain.split()) <= SHORT:
            counted[spelled.setdefault(plain.casefold(), plain)] += 1
    return tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0].casefold())))


def sayings(texts: Iterable[str]) -> tuple[str, ...]:
    """The answers that are too long to be counted."""
    return tuple(text for text in texts if len(text.split()) > SHORT)


def later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def question_of(form: InstrumentForm, code: str) -> Question:
    """The question with that code.

    Raises:
        InvalidInput: question_unknown.
    """
    found = next((question for question in form.all_questions() if question.code == code), None)
    if found is None:
        raise InvalidInput("question_unknown", question=code)
    return found


def check_answer(question: Question, score: int | None, text: str) -> None:
    """Check that an answer fits its question.

    Raises:
        InvalidInput: answer_score or answer_choice.
    """
    if score is not None and (
        question.kind is not QuestionKind.SCALE or not question.low <= score <= question.high
    ):
        raise InvalidInput("answer_score", score=score, low=question.low, high=question.high)
    codes = {label.code for label in question.choices}
    if question.kind is QuestionKind.CHOICE and text and text not in codes:
        raise InvalidInput("answer_choice", value=text)
