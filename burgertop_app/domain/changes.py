"""What a request changed, so that pages know what to read again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


class Topic(StrEnum):
    """A part of the workspace that a page may show."""

    PROCESSES = "processes"
    PLAN = "plan"
    PEOPLE = "people"
    QUOTAS = "quotas"
    DRAWS = "draws"
    TABLES = "tables"
    ATTENDANCE = "attendance"
    CARDS = "cards"
    THEMES = "themes"
    PROPOSALS = "proposals"
    BALLOTS = "ballots"
    OPINIONS = "opinions"
    BUDGETS = "budgets"
    ADVICE = "advice"
    RESPONSES = "responses"
    COMMITMENTS = "commitments"
    INTENTIONS = "intentions"
    ITEMS = "items"
    EVALUATION = "evaluation"
    YEAR = "year"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Change:
    """The row that a request made or changed (None for many), and the topics it touched."""

    id: UUID | None
    topics: frozenset[Topic]


def changed(*topics: Topic, row: UUID | None = None) -> Change:
    """A change of `topics`; `row` names the one row it is about."""
    return Change(row, frozenset(topics))
