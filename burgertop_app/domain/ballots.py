"""Ballots: any counting of preferences, by a method fixed before the vote."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule, by_hand
from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from datetime import datetime
    from fractions import Fraction
    from uuid import UUID

__all__ = [
    "Ballot",
    "BallotMethod",
    "BallotRule",
    "Batch",
    "Count",
    "Objection",
    "Option",
    "Project",
    "Reopening",
    "Vote",
    "VoteState",
    "carried",
    "outcome",
]


@dataclass(frozen=True)
class Reopening:
    """A count that was opened again: when, by whom, why, and the ids of the entries that it `counted`."""

    at: datetime
    by: str
    reason: str
    counted: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ballot(Entity):
    """One vote; from `frozen_at` on the method cannot change.

    Attributes:
        rule: how is counted; the same as in `method`.
        method: everything that was fixed; None is a vote by show of hands without more.
        sha256: the mark of the method with what is voted on.
        printed_at: when the rule was first printed; before that no slip can be entered.
        numbers: the numbers on the slips that were made; empty when papers have numbers of their own.
        closed_at: when the slips were counted.
        reopened: how often and why a count was opened again.
    """

    process_id: UUID
    title: str
    rule: BallotRule = BallotRule.MAJORITY
    method: BallotMethod | None = None
    sha256: str = ""
    numbers: tuple[str, ...] = ()
    frozen_at: datetime | None = None
    printed_at: datetime | None = None
    closed_at: datetime | None = None
    reopened: tuple[Reopening, ...] = ()
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""

    @property
    def fixed(self) -> BallotMethod:
        """The method, also of a vote by show of hands."""
        return self.method or by_hand(self.rule)

    @property
    def on_paper(self) -> bool:
        """Whether slips are entered one by one."""
        return self.method is not None and self.method.paper

    @property
    def takes_slips(self) -> bool:
        """Whether slips can still be entered, once the rule was printed."""
        return self.on_paper and self.closed_at is None and self.withdrawn_at is None


@dataclass(frozen=True, kw_only=True)
class Option(Entity):
    """Something that can be voted on."""

    ballot_id: UUID
    label: str
    proposal_id: UUID | None = None
    position: int = 0


class VoteState(StrEnum):
    """What a slip is worth; `ABSENT` says that there is no paper with this number."""

    VALID = "valid"
    BLANK = "blank"
    INVALID = "invalid"
    ABSENT = "absent"


class Batch(IntEnum):
    """Who entered a slip: the first, the second, or what stands after looking at the paper together.

    A file that is the vote itself, from a voting form for example, stands as `SETTLED` too.
    """

    FIRST = 1
    SECOND = 2
    SETTLED = 3


@dataclass(frozen=True, kw_only=True)
class Vote(Entity):
    """One filled-in paper as somebody entered it: a number with the cells of its group, never a person.

    Attributes:
        number: what stands on the paper; it belongs to no person.
        cells: per question on the slip (such as the area) the box that was ticked; left empty: not there.
        choices: per option, by its id as text, the mark as text: a whole number. What it means for each rule
            stands in `ballot_marks`; of an approval vote every option that is there has "1". An option that
            was left empty is not there.
        batch: see `Batch`; what counts is the settled one, else the first when the second says the same.
        state: valid, blank, invalid with a reason, or that there is no such paper.
        reasons: per option, by its id as text, why somebody objects (consent).
        reason: why it is invalid, or what was settled on.
        by: who typed or settled it.
        withdrawn_at: an entry that was taken back stays readable.
    """

    ballot_id: UUID
    number: str
    cells: dict[str, str]
    choices: dict[str, str]
    batch: int = Batch.FIRST
    state: VoteState = VoteState.VALID
    reasons: dict[str, str] = field(default_factory=dict)
    reason: str = ""
    by: str = ""
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Objection(Entity):
    """What was done with an objection on one slip; `met` says that it no longer stands, and why."""

    ballot_id: UUID
    option_id: UUID
    number: str
    met: bool
    how: str
    by: str

    def __post_init__(self) -> None:
        if not self.how.strip():
            raise InvalidInput("objection_how_empty")


@dataclass(frozen=True, kw_only=True)
class Count(Entity):
    """The votes for one option as counted.

    For methods without for and against `in_favour` is on how many slips the option was marked, `against` is
    0, and `score` tells what decided: dots, slips, the mean score, points. `place` is shared by equals.
    `chosen` is None where the rule and the numbers for and against say enough, and `quorate` tells whether
    enough slips were handed in for a result at all.
    """

    option_id: UUID
    in_favour: int
    against: int
    blank: int = 0
    score: Fraction | None = None
    place: int | None = None
    chosen: bool | None = None
    quorate: bool = True

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
    if count.chosen is not None:
        return count.chosen
    cast = count.in_favour + count.against
    return {
        BallotRule.MAJORITY: count.in_favour > count.against,
        BallotRule.TWO_THIRDS: cast > 0 and 3 * count.in_favour >= 2 * cast,
        BallotRule.CONSENT: cast > 0 and count.against == 0,
    }.get(rule, False)


def outcome(rule: BallotRule | None, count: Count | None) -> bool | None:
    """Whether a proposal is carried or chosen; None without votes, and where a method decides nothing."""
    if rule is None or count is None or (count.score is not None and count.chosen is None):
        return None
    return carried(rule, count)
