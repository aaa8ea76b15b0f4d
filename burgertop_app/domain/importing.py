"""An import that asks before it does: rows, what is wrong with them, and what the organiser chose."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from burgertop_app.domain.errors import InvalidInput, NotPossible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burgertop_app.domain.errors import Parameter

Key = tuple[int, str, str]

SEPARATE_SLOT = "separate"
"""The slot that is filled when people at one address are no household."""
REPLACES_SLOT, OTHER_SLOT, SETTLED = "replaces", "other", "settled:"
"""Slots of a reply on a letter: it replaces another, somebody else replies, a difference was settled."""
ON_LIST = "list_differs"
"""The code of the problem that a reply says otherwise than the list of invitations."""


class Fix(StrEnum):
    """Whether the program dares to propose, or the organiser must choose."""

    PROPOSAL = "proposal"
    CHOOSE = "choose"


class Action(StrEnum):
    """What may be done about a problem."""

    VALUE = "value"
    EMPTY = "empty"
    SKIP_ROW = "skip_row"
    NEW_NUMBER = "new_number"
    KEEP = "keep"
    HOUSEHOLD = "household"
    SEPARATE = "separate"
    REPLACE = "replace"
    OTHER = "other"
    LATER = "later"


MENDS = (Action.VALUE, Action.EMPTY, Action.NEW_NUMBER)
"""Answers that change a value; the others say something about a row or a home."""
_SLOTS = {
    Action.SEPARATE: SEPARATE_SLOT,
    Action.REPLACE: REPLACES_SLOT,
    Action.OTHER: OTHER_SLOT,
}


@dataclass(frozen=True)
class Choice:
    """One answer to a problem; `value` is what the cell becomes, for `Action.VALUE`."""

    action: Action
    value: str = ""


SKIP_ROW = Choice(Action.SKIP_ROW)
EMPTY = Choice(Action.EMPTY)
NEW_NUMBER = Choice(Action.NEW_NUMBER)
KEEP = Choice(Action.KEEP)
HOUSEHOLD = Choice(Action.HOUSEHOLD)
SEPARATE = Choice(Action.SEPARATE)
REPLACE = Choice(Action.REPLACE)
OTHER = Choice(Action.OTHER)
LATER = Choice(Action.LATER)


def value(text: str) -> Choice:
    """The answer that the cell becomes `text`."""
    return Choice(Action.VALUE, text)


def values(*texts: str) -> tuple[Choice, ...]:
    """One answer for each of `texts`."""
    return tuple(map(value, texts))


@dataclass(frozen=True)
class Finding:
    """What is wrong with a value, and what may be done; `messages.importing` has the words for `code`.

    `proposal` is None when the organiser must choose. `free` tells that another value may be typed.
    """

    code: str
    choices: tuple[Choice, ...]
    proposal: Choice | None = None
    params: tuple[tuple[str, Parameter], ...] = ()
    free: bool = False

    @property
    def fix(self) -> Fix:
        """Whether there is a proposal."""
        return Fix.CHOOSE if self.proposal is None else Fix.PROPOSAL


class Problem(NamedTuple):
    """A finding at its place: the row as a spreadsheet program numbers it, the header, the cell."""

    row: int
    column: str
    slot: str
    value: str
    finding: Finding

    @property
    def key(self) -> Key:
        """What tells this problem from all others of the same import."""
        return self.row, self.slot, self.finding.code


class Draft(NamedTuple):
    """A row on its way in: the text per slot, such as "name" or "feature:wijk"."""

    row: int
    values: dict[str, str]


@dataclass(frozen=True)
class ImportPlan:
    """What an import would do: a draft per row, the problems, and how many cells were converted silently."""

    file: str
    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]
    converted: int = 0

    @property
    def good(self) -> int:
        """How many rows have no problem."""
        return len(self.drafts) - len({problem.row for problem in self.problems})

    def unanswered(self, choices: Mapping[Key, Choice]) -> tuple[Problem, ...]:
        """The problems that still need a choice; those in rows that are skipped do not."""
        skipped = {problem.row for problem in self.problems if self.answer(problem, choices) == SKIP_ROW}
        return tuple(
            problem
            for problem in self.problems
            if problem.row not in skipped and self.answer(problem, choices) is None
        )

    def answer(self, problem: Problem, choices: Mapping[Key, Choice]) -> Choice | None:
        """What was chosen for `problem`, else what was proposed, else nothing."""
        return choices.get(problem.key, problem.finding.proposal)

    def alike(self, problem: Problem) -> tuple[Problem, ...]:
        """Every problem with the same value in the same column, to answer them in one go."""
        return tuple(
            other
            for other in self.problems
            if (other.slot, other.value, other.finding) == (problem.slot, problem.value, problem.finding)
        )


@dataclass(frozen=True)
class Summary:
    """How an import ends: rows in the file, taken over and skipped; values put right, cells converted."""

    rows: int
    taken_over: int
    skipped: int
    fixed: int
    converted: int


def settle(
    plan: ImportPlan, choices: Mapping[Key, Choice], check: Callable[[Problem, str], str]
) -> tuple[tuple[Draft, ...], Summary]:
    """The drafts with every choice carried out, and the summary; nothing is half imported.

    Args:
        plan: what was analysed.
        choices: the organiser's answers; a proposal holds where there is none.
        check: gives the tidy value for one that was chosen, or raises InvalidInput.

    Raises:
        NotPossible: a problem still needs a choice.
        InvalidInput: a choice is not one of those offered, or a typed value will not do.
    """
    open_ones = plan.unanswered(choices)
    if open_ones:
        raise NotPossible(
            "import_unanswered", count=len(open_ones), row=open_ones[0].row, column=open_ones[0].column
        )
    changes: dict[int, dict[str, str]] = {}
    skipped: set[int] = set()
    for problem in plan.problems:
        choice = plan.answer(problem, choices)
        if choice == SKIP_ROW:
            skipped.add(problem.row)
        elif choice is not None:
            skipped |= _replaced(problem, choice)
            changes.setdefault(problem.row, {}).update(_carried_out(problem, choice, check))
    kept = tuple(
        draft._replace(values=draft.values | changes.get(draft.row, {}))
        for draft in plan.drafts
        if draft.row not in skipped
    )
    fixed = sum(
        choice is not None and choice.action in MENDS
        for problem in plan.problems
        for choice in (plan.answer(problem, choices),)
        if problem.row not in skipped
    )
    return kept, Summary(len(plan.drafts), len(kept), len(skipped), fixed, plan.converted)


def _carried_out(problem: Problem, choice: Choice, check: Callable[[Problem, str], str]) -> dict[str, str]:
    offered = choice in problem.finding.choices or choice == problem.finding.proposal
    if not offered and not (problem.finding.free and choice.action is Action.VALUE):
        raise InvalidInput("import_choice", row=problem.row, column=problem.column)
    if choice.action is Action.VALUE:
        settled = {SETTLED + problem.slot: "yes"} if problem.finding.code == ON_LIST else {}
        return {problem.slot: check(problem, choice.value)} | settled
    if choice.action in (Action.EMPTY, Action.NEW_NUMBER):
        return {problem.slot: ""}
    return {_SLOTS[choice.action]: "yes"} if choice.action in _SLOTS else {}


def _replaced(problem: Problem, choice: Choice) -> set[int]:
    """The earlier row of the file that goes when this one counts in its place."""
    row = dict(problem.finding.params).get("row") if choice.action is Action.REPLACE else None
    return {row} if isinstance(row, int) else set()
