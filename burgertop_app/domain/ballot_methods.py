"""How a vote is counted: the method with its numbers, fixed and printed before anybody votes."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from burgertop_app.domain import canonical
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_IN_GROUP = 10
"""A group of fewer papers is never shown."""
MOST_QUESTIONS = 3
MOST_DOTS = 100
MOST_SCORE = 100
MOST_SLIPS = 5000
COLDEST, WARMEST = 1, 5


class BallotRule(StrEnum):
    """How votes become a result."""

    MAJORITY = "majority"
    TWO_THIRDS = "two_thirds"
    THRESHOLD = "threshold"
    CONSENT = "consent"
    DOTS = "dots"
    APPROVAL = "approval"
    SCORE = "score"
    BORDA = "borda"
    SCHULZE = "schulze"
    TOP = "top"
    TEMPERATURE = "temperature"


SIDES = frozenset({BallotRule.MAJORITY, BallotRule.TWO_THIRDS, BallotRule.THRESHOLD})
"""Each option apart is voted for or against, so that a show of hands can be counted too."""
RANKED = frozenset({BallotRule.BORDA, BallotRule.SCHULZE})
ORDERING = RANKED | {BallotRule.DOTS, BallotRule.APPROVAL, BallotRule.SCORE, BallotRule.TOP}
"""Options are weighed against each other, and so many of them are chosen."""
EACH = SIDES | {BallotRule.CONSENT}
"""Each option is decided apart: carried or not."""


@dataclass(frozen=True)
class GroupQuestion:
    """A question on the slip that the voter may leave empty, such as the area; `values` are its boxes."""

    name: str
    values: tuple[str, ...]

    def refuse(self) -> None:
        """Refuse a question that nobody can answer.

        Raises:
            InvalidInput: it has no name, or no two different boxes.
        """
        if not self.name.strip():
            raise InvalidInput("vote_question_empty")
        plain = [value.casefold().strip() for value in self.values]
        if len(plain) < 2 or not all(plain) or len(set(plain)) < len(plain):
            raise InvalidInput("vote_question_boxes", question=self.name)


@dataclass(frozen=True, kw_only=True)
class BallotMethod:
    """Everything that is fixed before the vote, and printed with it.

    Attributes:
        rule: how is counted.
        needed: with `out_of` the exact share of the votes for or against that must be for (`THRESHOLD`).
        dots: how many dots each voter has (`DOTS`); `each` is the most on one option.
        most: on how many options one may vote at most; 0 is any number (`APPROVAL`).
        low: the lowest score that can be given, `high` the highest (`SCORE`).
        top: how many options each voter names (`TOP`); `ordered`: the first weighs most.
        seats: how many options are chosen (`ORDERING`).
        quorum: the fewest papers that must be handed in, blank and invalid ones too; 0 is none.
        electorate: how many people may vote; 0 is not known.
        seed: what breaks ties, made in public before the vote.
        secret: votes are cast in secret, so that a group that is of one mind is not shown.
        paper: voted on numbered slips; otherwise by a show of hands of which only totals are known.
        slips: how many slips the program numbers; 0 when the organiser has numbered papers of their own.
        groups: what the voter may tick about themselves.
    """

    rule: BallotRule
    needed: int = 3
    out_of: int = 4
    dots: int = 5
    each: int = 5
    most: int = 0
    low: int = 0
    high: int = 10
    top: int = 3
    ordered: bool = True
    seats: int = 1
    quorum: int = 0
    electorate: int = 0
    seed: str = ""
    secret: bool = True
    paper: bool = True
    slips: int = 0
    groups: tuple[GroupQuestion, ...] = ()

    def __post_init__(self) -> None:
        self._refuse_numbers()
        if not self.paper and self.rule not in EACH:
            raise InvalidInput("vote_hands_only_sides")
        if self.rule in ORDERING and not self.seed.strip():
            raise InvalidInput("vote_seed_empty")
        if self.electorate and self.quorum > self.electorate:
            raise InvalidInput("vote_quorum", quorum=self.quorum, electorate=self.electorate)

    @property
    def share(self) -> Fraction:
        """The share of votes for or against that must be for, at least."""
        return Fraction(2, 3) if self.rule is BallotRule.TWO_THIRDS else Fraction(self.needed, self.out_of)

    def sha256(self, title: str, options: Sequence[str]) -> str:
        """The mark of the whole rule with what is voted on; it changes when anything of it does."""
        told = asdict(self) | {"rule": self.rule.value}
        told["groups"] = [{"name": one.name, "values": list(one.values)} for one in self.groups]
        return canonical.sha256({"title": title, "options": list(options), "method": told})

    def refuse(self, count: int) -> None:
        """Refuse a method that does not fit so many options, or asks too much about the voters.

        Raises:
            InvalidInput: there are too few options to choose from, or a question cannot be shown or answered.
        """
        self._refuse_groups()
        if self.rule in ORDERING and count <= self.seats:
            raise InvalidInput("vote_seats", seats=self.seats, count=count)
        if self.rule is BallotRule.TOP and count <= self.top:
            raise InvalidInput("vote_top", top=self.top, count=count)

    def refuse_slips(self, count: int) -> None:
        """Refuse more slips than one vote can have.

        Raises:
            InvalidInput: there are too many.
        """
        if count > MOST_SLIPS:
            raise InvalidInput("vote_slips", most=MOST_SLIPS)

    def _refuse_numbers(self) -> None:
        if self.rule is BallotRule.THRESHOLD and not 0 < self.needed <= self.out_of:
            raise InvalidInput("vote_threshold", needed=self.needed, out_of=self.out_of)
        if self.rule is BallotRule.DOTS and not 1 <= self.each <= self.dots <= MOST_DOTS:
            raise InvalidInput("vote_dots", dots=self.dots, each=self.each, most=MOST_DOTS)
        if self.rule is BallotRule.SCORE and not 0 <= self.low < self.high <= MOST_SCORE:
            raise InvalidInput("vote_scores", low=self.low, high=self.high, most=MOST_SCORE)
        counts = (self.most, self.quorum, self.electorate, self.slips)
        if min(counts) < 0 or self.seats < 1 or self.top < 1:
            raise InvalidInput("vote_number_low")
        self.refuse_slips(self.slips)

    def _refuse_groups(self) -> None:
        if len(self.groups) > MOST_QUESTIONS:
            raise InvalidInput("vote_questions_many", most=MOST_QUESTIONS)
        names = [one.name.casefold().strip() for one in self.groups]
        if len(set(names)) < len(names):
            raise InvalidInput("vote_question_twice")
        for one in self.groups:
            one.refuse()
            if self.electorate and self.electorate < LEAST_IN_GROUP * len(one.values):
                raise InvalidInput(
                    "vote_question_fine",
                    question=one.name,
                    boxes=len(one.values),
                    electorate=self.electorate,
                    least=LEAST_IN_GROUP,
                )


def by_hand(rule: BallotRule) -> BallotMethod:
    """What an earlier vote without a method meant: a show of hands, options decided one by one."""
    return BallotMethod(rule=rule, paper=False)


def lot_order(seed: str, labels: Sequence[str]) -> tuple[int, ...]:
    """Which of equal options goes first: their places from first to last.

    Sorted by the SHA-256 of the seed, a line end and the words of the option, all in UTF-8, so that anyone
    can do it again.
    """
    marks = [hashlib.sha256(f"{seed.strip()}\n{label}".encode()).hexdigest() for label in labels]
    return tuple(sorted(range(len(labels)), key=lambda place: (marks[place], place)))
