"""Surveys to the friends of the panel: questions, replies by code or without a name, and what came out."""

from __future__ import annotations

import hashlib
import statistics
from collections import Counter
from collections.abc import Mapping  # noqa: TC003  (read at run time from the type hints)
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

LEAST = 10
"""Below so many answers nothing is shown but their number."""
SCALE = ("1", "2", "3", "4", "5")
MOST_QUESTIONS = 60
JOINED = "; "
"""Between the choices of one answer to a question where several may be chosen."""


class SurveyKind(StrEnum):
    """How a question of a survey is answered."""

    SCALE = "scale_of_five"
    CHOICE = "one_choice"
    SEVERAL = "several_choices"
    NUMBER = "a_number"
    TEXT = "own_words"


@dataclass(frozen=True)
class SurveyQuestion:
    """One question; `choices` for those where something is chosen."""

    text: str
    kind: SurveyKind
    choices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidInput("survey_question_empty")
        if self.kind in (SurveyKind.CHOICE, SurveyKind.SEVERAL):
            if len(self.choices) < 2:
                raise InvalidInput("survey_choices_few", question=self.text)
            if len({choice.casefold().strip() for choice in self.choices}) < len(self.choices):
                raise InvalidInput("survey_choices_twice", question=self.text)
            if any(";" in choice or not choice.strip() for choice in self.choices):
                raise InvalidInput("survey_choice_mark", question=self.text)


@dataclass(frozen=True, kw_only=True)
class Survey(Entity):
    """One survey. `asked` is how many friends got it, `secret` hides codes in replies (hex).

    With `anonymous` replies without a code count too. Texts are cleared after `keep_until`.
    """

    process_id: UUID
    title: str
    intro: str = ""
    questions: tuple[SurveyQuestion, ...] = ()
    closes_on: date | None = None
    keep_until: date | None = None
    anonymous: bool = False
    secret: str = ""
    asked: int = 0
    sent_at: datetime | None = None
    closed_at: datetime | None = None
    cleared_at: datetime | None = None

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidInput("survey_title_empty")
        if len(self.questions) > MOST_QUESTIONS:
            raise InvalidInput("survey_questions_many", most=MOST_QUESTIONS)
        texts = [question.text.casefold().strip() for question in self.questions]
        if len(set(texts)) < len(texts):
            raise InvalidInput("survey_question_twice")

    def mark(self, code: str) -> str:
        """What stands in a reply instead of its code: nobody can read who it was from it."""
        return hashlib.sha256(f"{self.secret}\n{code}".encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class SurveyCode(Entity):
    """The code that one friend got for one survey; None after the survey closed, or an erasure."""

    survey_id: UUID
    participation_id: UUID
    code: str | None = None


@dataclass(frozen=True, kw_only=True)
class SurveyReply(Entity):
    """One reply: per question (its place, from "0") the answer in words; `mark` is "" without a code."""

    survey_id: UUID
    answers: Mapping[str, str] = field(default_factory=dict)
    mark: str = ""


class ReplyTrouble(StrEnum):
    """What is wrong in a sheet with replies."""

    CHOICE = "survey_not_a_choice"
    SCALE = "survey_not_on_scale"
    NUMBER = "survey_not_a_number"
    CODE = "survey_code_unknown"
    TWICE = "survey_code_twice"
    BEFORE = "survey_code_before"
    NO_CODE = "survey_code_missing"


@dataclass(frozen=True)
class ReplyProblem:
    """One cell or row of a sheet that cannot be used as it is; `question` is "" for a whole row."""

    row: int
    trouble: ReplyTrouble
    question: str = ""
    value: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadReply:
    """One row that can be used."""

    row: int
    answers: Mapping[int, str]
    mark: str = ""


@dataclass(frozen=True)
class ReplySheet:
    """What a sheet with replies holds; `missing` are questions without a column."""

    replies: tuple[ReadReply, ...]
    problems: tuple[ReplyProblem, ...]
    missing: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


@dataclass(frozen=True)
class Counted:
    """One possible answer: how many gave it, and their part of who answered the question (0..1)."""

    said: str
    people: int
    share: float


@dataclass(frozen=True)
class QuestionResult:
    """What came of one question; counts, mean and texts only from ten answers on."""

    question: SurveyQuestion
    answered: int
    counts: tuple[Counted, ...] = ()
    mean: float | None = None
    median: float | None = None
    texts: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether there are answers enough to show them."""
        return self.answered >= LEAST


@dataclass(frozen=True)
class SurveyResults:
    """What came of a survey: how many were asked and answered, and each question."""

    asked: int
    replies: int
    by_code: int
    questions: tuple[QuestionResult, ...]

    @property
    def rate(self) -> float | None:
        """The part of who got it that replied with its code; None when nobody was asked."""
        return self.by_code / self.asked if self.asked else None


def results(survey: Survey, replies: Sequence[SurveyReply]) -> SurveyResults:
    """Count the replies to a survey."""
    return SurveyResults(
        asked=survey.asked,
        replies=len(replies),
        by_code=sum(bool(reply.mark) for reply in replies),
        questions=tuple(
            _result(question, [said for reply in replies if (said := reply.answers.get(str(place), ""))])
            for place, question in enumerate(survey.questions)
        ),
    )


def _result(question: SurveyQuestion, said: Sequence[str]) -> QuestionResult:
    found = QuestionResult(question, len(said))
    if not found.enough:
        return found
    match question.kind:
        case SurveyKind.TEXT:
            found = replace(found, texts=tuple(sorted(said, key=str.casefold)))
        case SurveyKind.NUMBER:
            numbers = [float(each) for each in said]
            found = replace(found, mean=statistics.fmean(numbers), median=statistics.median(numbers))
        case SurveyKind.SCALE:
            counts = _counts(SCALE, said, len(said))
            found = replace(found, counts=counts, mean=statistics.fmean(map(int, said)))
        case SurveyKind.CHOICE | SurveyKind.SEVERAL:
            each = [choice for answer in said for choice in answer.split(JOINED)]
            found = replace(found, counts=_counts(question.choices, each, len(said)))
    return found


def _counts(options: Sequence[str], said: Sequence[str], people: int) -> tuple[Counted, ...]:
    found = Counter(said)
    return tuple(Counted(option, found[option], found[option] / people) for option in options)
