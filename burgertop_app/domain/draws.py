"""The draw: who may be drawn, under which rules, and the lottery over panels that follows."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from burgertop_app.domain.canonical import WHOLE, canonical, sha256
from burgertop_app.domain.drop_out import DropOut
from burgertop_app.domain.errors import InvalidInput, NotPossible

if TYPE_CHECKING:
    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.quotas import Quotas

PANELS = 1000
MOST_SEATS = 100_000
ROUGHEST = 0.003
"""The most that rounding to numbered panels may move anyone's chance."""
METHODS = ("leximin", "maximin", "nash", "goldilocks", "quick")
UNBINDING = frozenset({"quick"})
"""Methods to compare with, which no draw can be committed to: nothing proves their chances."""
STREAM = b"burgertop/lottery/1"

Panel = tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One registrant as the engine sees them: a number, the values of the features, a shared household.

    `values` stands in the order of `Pool.features`; `household` is empty for who lives alone, and for
    everyone when the household rule is off. Names and addresses are no part of it.
    """

    number: str
    values: tuple[str, ...]
    household: str = ""


@dataclass(frozen=True)
class Pool:
    """Everyone who may be drawn, by number.

    Raises:
        InvalidInput: nobody, a blank or repeated number, or somebody without a value for each feature.
    """

    features: tuple[str, ...]
    entries: tuple[Entry, ...]

    def __post_init__(self) -> None:
        if not self.entries:
            raise InvalidInput("pool_empty")
        seen: set[str] = set()
        for entry in self.entries:
            if not entry.number:
                raise InvalidInput("pool_number_blank")
            if entry.number in seen:
                raise InvalidInput("pool_number_twice", number=entry.number)
            if len(entry.values) != len(self.features):
                raise InvalidInput("pool_values", number=entry.number)
            seen.add(entry.number)
        object.__setattr__(self, "entries", tuple(sorted(self.entries, key=lambda entry: entry.number)))

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def by_number(self) -> dict[str, Entry]:
        """Each entry under its number."""
        return {entry.number: entry for entry in self.entries}

    def declared(self, entry: Entry) -> dict[str, str]:
        """The features of `entry` as used in the draw."""
        return dict(zip(self.features, entry.values, strict=True))

    def as_json(self) -> list[Json]:
        """The canonical pool, which `pool_sha256` covers: number, features and shared household."""
        return [self._person(entry) for entry in self.entries]

    def _person(self, entry: Entry) -> dict[str, Json]:
        person: dict[str, Json] = {"id": entry.number, "features": {**self.declared(entry)}}
        return person | {"household": entry.household} if entry.household else person


@dataclass(frozen=True)
class KeptOut:
    """A registrant who cannot be drawn, with the class of the reason (not a personal story)."""

    number: str
    reason: str


@dataclass(frozen=True)
class DrawRules:
    """What holds for the draw besides the quotas.

    `household_columns` name the columns that make an address; at most one person of each shared
    household is drawn. Those in `keep_in` sit in every panel, those in `keep_out` in none.
    """

    seats: int
    method: str = "leximin"
    household_columns: tuple[str, ...] = ()
    keep_in: tuple[str, ...] = ()
    keep_out: tuple[KeptOut, ...] = ()

    def __post_init__(self) -> None:
        if self.seats < 1:
            raise InvalidInput("draw_seats", seats=self.seats)
        if self.seats > MOST_SEATS:
            raise InvalidInput("draw_seats_vast", most=MOST_SEATS)
        if self.method not in METHODS:
            raise InvalidInput("draw_method", method=self.method, methods=", ".join(METHODS))
        both = sorted(self.barred & set(self.keep_in))
        if both:
            raise InvalidInput("draw_in_and_out", number=both[0])

    @property
    def binding(self) -> bool:
        """Whether a draw by this method can be committed to."""
        return self.method not in UNBINDING

    @cached_property
    def barred(self) -> frozenset[str]:
        """The numbers of those kept out."""
        return frozenset(kept.number for kept in self.keep_out)


@dataclass(frozen=True)
class Certificate:
    """How near the lottery comes to the fairest: both in trillionths, equal when it is the fairest.

    `min_probability` is the lowest chance among those who can be in a panel at all.
    """

    min_probability: int
    upper_bound: int


@dataclass(frozen=True)
class Lottery:
    """Everything that is fixed before the number: the chances and a thousand numbered panels.

    `exact` gives each number of the pool its chance, `portfolio` the panels with their weights that make
    those chances (both in trillionths); `panels` are the thousand equally likely ones, 0 to 999. `drop_out`
    steers the reserve list only.
    """

    rules: DrawRules
    quotas: Quotas
    engine: str
    pool_sha256: str
    quotas_sha256: str
    certificate: Certificate
    exact: tuple[tuple[str, int], ...]
    portfolio: tuple[tuple[int, Panel], ...]
    panels: tuple[Panel, ...]
    attempt: int = 1
    earlier_attempts: tuple[str, ...] = ()
    number_source: str = ""
    drop_out: DropOut = field(default_factory=DropOut)

    @cached_property
    def counts(self) -> dict[str, int]:
        """In how many of the thousand panels each number of the pool sits."""
        found = Counter(member for panel in self.panels for member in panel)
        return {number: found[number] for number, _chance in self.exact}

    @cached_property
    def largest_deviation(self) -> float:
        """The most that a published chance differs from the exact one (0..1)."""
        most = max(abs(self.counts[number] * (WHOLE // PANELS) - chance) for number, chance in self.exact)
        return most / WHOLE

    @cached_property
    def without_chance(self) -> tuple[str, ...]:
        """The numbers of those whom no panel can hold, those kept out left aside."""
        return tuple(
            number for number, chance in self.exact if not chance and number not in self.rules.barred
        )


def refuse_rough(lottery: Lottery) -> None:
    """Stop when rounding to a thousand panels moved a chance too far, or took one away.

    Raises:
        NotPossible: somebody's chance is off by more than 3/1000, or is 0 where it was 1/1000 or more.
    """
    if lottery.largest_deviation > ROUGHEST:
        worst = math.ceil(lottery.largest_deviation * PANELS * 10) / 10
        raise NotPossible("draw_rounding_rough", worst=worst, most=round(ROUGHEST * PANELS))
    lost = sum(chance >= WHOLE // PANELS and not lottery.counts[number] for number, chance in lottery.exact)
    if lost:
        raise NotPossible("draw_rounding_lost", people=lost)


def pool_sha256(pool: Pool) -> str:
    """The fingerprint of the pool, over numbers, features and shared households."""
    return sha256(pool.as_json())


def quotas_sha256(quotas: Quotas) -> str:
    """The fingerprint of the quotas, whatever their order."""
    return sha256(quotas.as_json())


def stream_seed(pool: Pool, quotas: Quotas, rules: DrawRules) -> int:
    """The seed of the engine's random stream: it follows from the input, so nobody can choose it.

    Reasons and names of columns are left out, so that rewording them steers nothing.
    """
    fixed: Json = {
        "seats": rules.seats,
        "method": rules.method,
        "keep_in": [*sorted(rules.keep_in)],
        "keep_out": [*sorted(rules.barred)],
    }
    parts = (STREAM, canonical(pool.as_json()), canonical(quotas.as_json()), canonical(fixed))
    return int.from_bytes(hashlib.sha256(b"\n".join(parts)).digest(), "big")
