"""The named rules that a form may set: a closed set, each with parameters that check themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NoReturn

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.people import Role
from burgertop_app.domain.terms import Rule as TermRule

if TYPE_CHECKING:
    from burgertop_app.domain.errors import Parameter


def refuse(code: str, key: str, **params: Parameter) -> NoReturn:
    """Say what is wrong at `key` of a recipe; who reads the file puts in its name and the path.

    Raises:
        InvalidInput: always.
    """
    raise InvalidInput(code, **{"file": "?", "key": key} | params)


def within(key: str, number: int, low: int, high: int) -> None:
    """Check that `number` is from `low` to `high`.

    Raises:
        InvalidInput: it is not.
    """
    if not low <= number <= high:
        refuse("recipe_number", key, value=number, low=low, high=high)


def in_order(low: int, high: int, most: int) -> None:
    """Check that 1 <= `low` <= `high` <= `most`.

    Raises:
        InvalidInput: they are not.
    """
    within("low", low, 1, most)
    within("high", high, low, most)


@dataclass(frozen=True)
class Rule:
    """A rule of a form; `name` is what a recipe calls it."""

    name: ClassVar[str] = ""


@dataclass(frozen=True)
class AnswerWithin(Rule):
    """The college answers within `weeks`; `rule` says whether a last day off moves on."""

    name: ClassVar[str] = "answer_within"
    weeks: int
    rule: TermRule = TermRule.ATW

    def __post_init__(self) -> None:
        within("weeks", self.weeks, 1, 104)


@dataclass(frozen=True)
class TopN(Rule):
    """At most `n` items of `kind` are taken up at a time."""

    name: ClassVar[str] = "top_n"
    kind: str
    n: int

    def __post_init__(self) -> None:
        within("n", self.n, 1, 50)


@dataclass(frozen=True)
class MajorityOfRole(Rule):
    """People with `role` are in the numerical majority where is decided."""

    name: ClassVar[str] = "majority_of_role"
    role: Role = Role.RESIDENT


@dataclass(frozen=True)
class WithoutVote(Rule):
    """People with `role` are present and do not vote."""

    name: ClassVar[str] = "without_vote"
    role: Role = Role.OBSERVER


@dataclass(frozen=True)
class FrozenDuring(Rule):
    """Items of `kind` do not change any more from `stage` on."""

    name: ClassVar[str] = "frozen_during"
    kind: str
    stage: str


@dataclass(frozen=True)
class MeetsEvery(Rule):
    """The group meets at least every `max_weeks` and not sooner than `min_weeks` after the last time."""

    name: ClassVar[str] = "meets_every"
    min_weeks: int
    max_weeks: int

    def __post_init__(self) -> None:
        within("min_weeks", self.min_weeks, 1, 104)
        within("max_weeks", self.max_weeks, self.min_weeks, 104)


@dataclass(frozen=True)
class PanelSize(Rule):
    """From `low` to `high` people are drawn."""

    name: ClassVar[str] = "panel_size"
    low: int
    high: int

    def __post_init__(self) -> None:
        in_order(self.low, self.high, 5000)


@dataclass(frozen=True)
class AdvicesAYear(Rule):
    """From `low` to `high` advices a year."""

    name: ClassVar[str] = "advices_a_year"
    low: int
    high: int

    def __post_init__(self) -> None:
        in_order(self.low, self.high, 52)


@dataclass(frozen=True)
class SurveysAYear(Rule):
    """From `low` to `high` times a year those around the panel are asked as well."""

    name: ClassVar[str] = "surveys_a_year"
    low: int
    high: int

    def __post_init__(self) -> None:
        in_order(self.low, self.high, 52)


@dataclass(frozen=True)
class TableSize(Rule):
    """From `low` to `high` people sit at a table."""

    name: ClassVar[str] = "table_size"
    low: int
    high: int

    def __post_init__(self) -> None:
        in_order(self.low, self.high, 30)


@dataclass(frozen=True)
class MemberTerm(Rule):
    """Somebody is a member for at most `months`."""

    name: ClassVar[str] = "member_term"
    months: int

    def __post_init__(self) -> None:
        within("months", self.months, 1, 120)


@dataclass(frozen=True)
class FollowedUp(Rule):
    """Progress is talked over after `first_months`, then every `then_months`."""

    name: ClassVar[str] = "followed_up"
    first_months: int
    then_months: int

    def __post_init__(self) -> None:
        within("first_months", self.first_months, 1, 60)
        within("then_months", self.then_months, 1, 60)


@dataclass(frozen=True)
class RepeatedAfter(Rule):
    """The `instrument` is filled in again after `months` and compared."""

    name: ClassVar[str] = "repeated_after"
    instrument: str
    months: int

    def __post_init__(self) -> None:
        within("months", self.months, 1, 120)


KNOWN: tuple[type[Rule], ...] = (
    *(AnswerWithin, TopN, MajorityOfRole, WithoutVote, FrozenDuring, MeetsEvery, PanelSize),
    *(AdvicesAYear, SurveysAYear, TableSize, MemberTerm, FollowedUp, RepeatedAfter),
)
"""Every rule that a recipe may name."""
