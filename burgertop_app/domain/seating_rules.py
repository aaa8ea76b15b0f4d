"""The rules of a table plan: who may sit where, with whom, and what is preferred.

People count from 0; facilitators follow them: with 10 people the first facilitator is 10. Rounds and tables
count from 0 too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burgertop_app.domain.events import PairKind


class Mixing(StrEnum):
    """How people who share a value are divided over the tables."""

    SPREAD = "spread"
    NEVER_ONE = "never_one"
    TOGETHER = "together"


@dataclass(frozen=True, order=True)
class PairOrder:
    """Two who must sit apart or together, in these rounds or, with none named, in all of them."""

    kind: PairKind
    first: int
    second: int
    rounds: tuple[int, ...] = ()

    def holds(self, number: int) -> bool:
        """Whether it holds in round `number`."""
        return not self.rounds or number in self.rounds


@dataclass(frozen=True, order=True)
class AllowedTables:
    """The only tables where somebody may sit in a round; `need` says why, in a word: "wheelchair"."""

    person: int
    round: int
    tables: tuple[int, ...]
    need: str = ""


@dataclass(frozen=True, order=True)
class ValueMixing:
    """A value that is not spread like the others."""

    attribute: str
    value: str
    mixing: Mixing


@dataclass(frozen=True, order=True)
class TableWish:
    """How far a table is from what somebody wants in a round: 0 is the first choice, 1 the second."""

    person: int
    round: int
    table: int
    rank: int


@dataclass(frozen=True, order=True)
class EarlierMeeting:
    """Two who shared a table before, at an earlier meeting of the same process."""

    first: int
    second: int
    times: int = 1


@dataclass(frozen=True)
class Printed:
    """The seats that were handed out: per round the table of each person, -1 for none.

    `calm` is what moving one person weighs beside one person outside the fair range, in per cent:
    0 looks for the best mix; with 2 000, the most, nobody moves unless a rule or a full table asks for it.
    """

    tables: tuple[tuple[int, ...], ...]
    calm: int = 40


@dataclass(frozen=True)
class SeatingRules:
    """What holds for a plan besides seats and features.

    `absent` are people (or facilitators) and the round they miss. `observers` sit at a table, but do not
    count in its mix, nor in whom people meet. `leaders` are the facilitators; one leads each table in each
    round. `weights` is per attribute how heavy a person outside the fair range counts, 1 unless given.
    """

    absent: frozenset[tuple[int, int]] = frozenset()
    observers: frozenset[int] = frozenset()
    leaders: tuple[str, ...] = ()
    pairs: tuple[PairOrder, ...] = ()
    allowed: tuple[AllowedTables, ...] = ()
    mixing: tuple[ValueMixing, ...] = ()
    weights: tuple[float, ...] = ()
    wishes: tuple[TableWish, ...] = ()
    met: tuple[EarlierMeeting, ...] = ()
    printed: Printed | None = None

    def indices(self) -> Iterator[tuple[int, int]]:
        """Every (person, round) that a rule names; round -1 where it names none."""
        for order in self.pairs:
            for number in order.rounds or (-1,):
                yield order.first, number
                yield order.second, number
        yield from ((rule.person, rule.round) for rule in self.allowed)
        yield from ((wish.person, wish.round) for wish in self.wishes)
        yield from self.absent
        for person in self.observers:
            yield person, -1
        for meeting in self.met:
            yield meeting.first, -1
            yield meeting.second, -1


NO_RULES = SeatingRules()
