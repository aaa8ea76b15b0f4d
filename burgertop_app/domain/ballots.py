"""Ballots: any counting of preferences, by a rule fixed before the vote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


class BallotRule(StrEnum):
    """How votes become a result."""

    MAJORITY = "majority"
    TWO_THIRDS = "two_thirds"
    CONSENT = "consent"


@dataclass(frozen=True, kw_only=True)
class Ballot(Entity):
    """One vote; from `frozen_at` on the rule cannot change."""

    process_id: UUID
    title: str
    rule: BallotRule = BallotRule.MAJORITY
    frozen_at: datetime | None = None
    closed_at: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Option(Entity):
    """Something that can be voted on."""

    ballot_id: UUID
    label: str
    proposal_id: UUID | None = None
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class Vote(Entity):
    """One filled-in paper: a ballot number with the cells of its group, never a person."""

    ballot_id: UUID
    number: str
    cells: dict[str, str]
    choices: dict[str, str]
    batch: int = 1


@dataclass(frozen=True, kw_only=True)
class Count(Entity):
    """The votes for one option as counted."""

    option_id: UUID
    in_favour: int
    against: int
    blank: int = 0

    def __post_init__(self) -> None:
        if min(self.in_favour, self.against, self.blank) < 0:
            raise InvalidInput("count_negative")


@dataclass(frozen=True, kw_only=True)
class Project(Entity):
    """A project in a citizens' budget."""

    option_id: UUID
    cost: int
    area: str = ""


def carried(rule: BallotRule, count: Count) -> bool:
    """Whether `count` is enough under `rule`; blank votes do not weigh."""
    cast = count.in_favour + count.against
    match rule:
        case BallotRule.MAJORITY:
            return count.in_favour > count.against
        case BallotRule.TWO_THIRDS:
            return cast > 0 and 3 * count.in_favour >= 2 * cast
        case BallotRule.CONSENT:
            return cast > 0 and count.against == 0
