"""What a recipe is made of: words in two languages, kinds of items, questions, starting numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.form_rules import refuse, within
from burgertop_app.domain.people import Role  # noqa: TC001  (read at run time from the type hints)

if TYPE_CHECKING:
    from collections.abc import Iterable

_CODE = re.compile(r"[a-z][a-z0-9_]{0,30}")


class FieldKind(StrEnum):
    """What may be filled in at a field of an item."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"
    PERSON_ROLE = "person_role"


class QuestionKind(StrEnum):
    """How a question is answered."""

    SCALE = "scale"
    TEXT = "text"
    CHOICE = "choice"


@dataclass(frozen=True)
class Text:
    """Words for people, in Dutch and in English."""

    nl: str
    en: str

    def __post_init__(self) -> None:
        for key, words in (("nl", self.nl), ("en", self.en)):
            if not words.strip():
                refuse("recipe_text_empty", key)

    def say(self, language: str) -> str:
        """The words in `language`; Dutch for "nl", else English."""
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True)
class Label:
    """Something that can be chosen: a code for the program, a name for people."""

    code: str
    name: Text

    def __post_init__(self) -> None:
        check_code(self.code)


@dataclass(frozen=True)
class ItemField:
    """One field of an item; `choices` for a choice, `role` for a person with that role."""

    code: str
    name: Text
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[Label, ...] = ()
    role: Role | None = None
    required: bool = False

    def __post_init__(self) -> None:
        check_code(self.code)
        _check_choices(self.choices, chosen=self.kind is FieldKind.CHOICE)
        if (self.role is not None) != (self.kind is FieldKind.PERSON_ROLE):
            refuse("recipe_role", "role")


@dataclass(frozen=True)
class Stage(Label):
    """Where an item may stand; with `final` it is done there."""

    final: bool = False


@dataclass(frozen=True)
class ItemKind:
    """A kind of thing on the board, such as an issue, with its fields and its stages in order."""

    code: str
    name: Text
    plural: Text
    stages: tuple[Stage, ...]
    fields: tuple[ItemField, ...] = ()

    def __post_init__(self) -> None:
        check_code(self.code)
        if not self.stages:
            refuse("recipe_count", "stages", wanted=1)
        check_once("stages", (stage.code for stage in self.stages))
        check_once("fields", (known.code for known in self.fields))


@dataclass(frozen=True)
class Question:
    """A question; a scale runs from `low` to `high`, a choice has `choices`."""

    code: str
    text: Text
    kind: QuestionKind = QuestionKind.SCALE
    low: int = 1
    high: int = 5
    choices: tuple[Label, ...] = ()

    def __post_init__(self) -> None:
        check_code(self.code)
        within("low", self.low, 0, 10)
        within("high", self.high, self.low + 1, 100)
        _check_choices(self.choices, chosen=self.kind is QuestionKind.CHOICE)


@dataclass(frozen=True)
class Mirror:
    """A subject that a group holds up to itself, with its questions."""

    code: str
    name: Text
    questions: tuple[Question, ...]

    def __post_init__(self) -> None:
        check_code(self.code)
        if not self.questions:
            refuse("recipe_count", "questions", wanted=1)


@dataclass(frozen=True)
class Instrument:
    """Something to fill in: questions, or mirrors.

    With `quote` a saying belongs to each answer, with `step` a step that was agreed on.
    """

    code: str
    name: Text
    questions: tuple[Question, ...] = ()
    mirrors: tuple[Mirror, ...] = ()
    quote: bool = False
    step: bool = False

    def __post_init__(self) -> None:
        check_code(self.code)
        if bool(self.questions) == bool(self.mirrors):
            refuse("recipe_instrument", "questions")
        check_once("mirrors", (mirror.code for mirror in self.mirrors))
        check_once("questions", (question.code for question in self.all_questions()))

    def all_questions(self) -> tuple[Question, ...]:
        """Every question, those of the mirrors in order."""
        return self.questions + tuple(one for mirror in self.mirrors for one in mirror.questions)


@dataclass(frozen=True)
class Defaults:
    """What a new process of this form starts with; a process may differ."""

    seats: int = 30
    rounds: int = 3
    round_minutes: int = 60
    table_size: int = 6
    minimum_age: int = 16
    features: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        within("seats", self.seats, 1, 5000)
        within("rounds", self.rounds, 1, 50)
        within("round_minutes", self.round_minutes, 5, 600)
        within("table_size", self.table_size, 2, 30)
        within("minimum_age", self.minimum_age, 0, 99)
        check_once("features", (name.casefold() for name in self.features))


def check_code(code: str) -> None:
    """Check that a code has small letters, digits and low dashes only.

    Raises:
        InvalidInput: it has something else.
    """
    if not _CODE.fullmatch(code):
        refuse("recipe_code", "code", value=code)


def check_once(key: str, codes: Iterable[str]) -> None:
    """Check that no code occurs twice.

    Raises:
        InvalidInput: one does; the error names it.
    """
    seen = set()
    for code in codes:
        if code in seen:
            refuse("recipe_twice", key, value=code)
        seen.add(code)


def _check_choices(choices: tuple[Label, ...], *, chosen: bool) -> None:
    if chosen != (len(choices) > 1):
        refuse("recipe_choices", "choices")
    check_once("choices", (label.code for label in choices))
