"""Replacing panel members after a draw: the open seats, and the chain of what was done about them."""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.canonical import canonical
from burgertop_app.domain.draw_chain import chained
from burgertop_app.domain.errors import BurgertopError, CheckFailed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.draws import Panel, Pool
    from burgertop_app.domain.quotas import Quotas

FORMAT = 1
PURPOSE = "replacement"
FILE = "vervangingen.json"


@dataclass(frozen=True)
class Miss:
    """A quota that a panel does not meet: how many people there are, and how many were agreed."""

    feature: str
    value: str
    low: int
    high: int
    count: int

    @property
    def short(self) -> int:
        """How many people lack; 0 when there are too many."""
        return max(self.low - self.count, 0)

    @property
    def over(self) -> int:
        """How many people there are too many; 0 when some lack."""
        return max(self.count - self.high, 0)


@dataclass(frozen=True)
class Vacancy:
    """What must be filled: those who stay, the number of open seats, and who may be asked.

    `reserves` stand in the order of the list. `barred` are all who cannot be asked: kept out, gone, said no.
    """

    staying: tuple[str, ...]
    seats: int
    reserves: tuple[str, ...]
    barred: frozenset[str]


@dataclass(frozen=True)
class Step:
    """One replacement: who left, who could not be asked at that moment, and who joined in their place.

    Attributes:
        running: 1 for the first one after the draw.
        at: the moment, in ISO 8601.
        left: numbers of those whose seat came open, sorted.
        barred: numbers of those who said no or were not available besides, sorted.
        joined: numbers of those who joined, in the order in which the rule found them.
        state: the hash from which the order of people follows, in hex.
        misses: the quotas that the panel does not meet afterwards.
    """

    running: int
    at: str
    left: tuple[str, ...]
    barred: tuple[str, ...]
    joined: tuple[str, ...]
    state: str
    misses: tuple[Miss, ...] = ()


@dataclass(frozen=True)
class Chain:
    """The replacements of one draw in order, on a panel and a reserve list.

    `digest` is the lottery's hash, `source` the seed or the number by hand, `secret` (hex) makes the salts.
    """

    digest: str
    source: str
    secret: str
    panel: Panel
    reserves: tuple[str, ...]
    steps: tuple[Step, ...] = ()

    @property
    def members(self) -> Panel:
        """The panel as it is after all steps, sorted."""
        now = set(self.panel)
        for step in self.steps:
            now = (now - set(step.left)) | set(step.joined)
        return tuple(sorted(now))

    @property
    def left(self) -> frozenset[str]:
        """Everyone whose seat came open once; they never come back."""
        return frozenset(number for step in self.steps for number in step.left)

    @property
    def next_state(self) -> str:
        """The state of the next step."""
        return chained(self.digest, self.source, PURPOSE, len(self.steps) + 1, self.marks[-1])

    @property
    def marks(self) -> tuple[str, ...]:
        """The salted hash of panel and reserves, and of each step; they hide what they stand for."""
        start: Json = {"panel": [*self.panel], "reserves": [*self.reserves]}
        contents: list[Json] = [start, *(step_json(step) for step in self.steps)]
        return tuple(_mark(self.secret, place, content) for place, content in enumerate(contents))

    def before(self, running: int) -> Chain:
        """The chain as it was before step `running`."""
        return replace(self, steps=self.steps[: running - 1])

    def vacancy(self, left: Iterable[str], barred: Iterable[str], kept_out: Iterable[str]) -> Vacancy:
        """What must be filled when `left` leave and the `barred` and those `kept_out` cannot be asked."""
        going = set(left)
        members = self.members
        staying = tuple(number for number in members if number not in going)
        closed = frozenset((*going, *barred, *kept_out, *self.left))
        seats = len(self.panel) - len(staying)
        return Vacancy(staying, seats, self.reserves, closed)

    def with_step(
        self,
        at: str,
        left: Sequence[str],
        barred: Sequence[str],
        joined: Sequence[str],
        misses: Sequence[Miss],
    ) -> Chain:
        """The chain with one more step."""
        step = Step(
            running=len(self.steps) + 1,
            at=at,
            left=tuple(sorted(left)),
            barred=tuple(sorted(barred)),
            joined=tuple(joined),
            state=self.next_state,
            misses=tuple(misses),
        )
        return replace(self, steps=(*self.steps, step))


def misses_of(pool: Pool, quotas: Quotas, members: Iterable[str]) -> tuple[Miss, ...]:
    """The quotas that `members` do not meet, in the order of the quotas."""
    found = Counter(pair for number in members for pair in pool.declared(pool.by_number[number]).items())
    counted = (
        Miss(quota.feature, quota.value, quota.low, quota.high, found[quota.feature, quota.value])
        for quota in quotas.items
    )
    return tuple(miss for miss in counted if miss.short or miss.over)


def full_json(draw_id: str, chain: Chain) -> dict[str, Json]:
    """What `vervangingen.json` in the full folder says: every step, by number."""
    return {
        "format": FORMAT,
        "kind": "replacements",
        "draw": draw_id,
        "lottery_sha256": chain.digest,
        "steps": [step_json(step) for step in chain.steps],
    }


def public_json(draw_id: str, chain: Chain) -> dict[str, Json]:
    """What `openbaar/vervangingen.json` says: that there were replacements, and hashes that fix them.

    It names nobody and counts nothing per quota: with two counts one could reckon the features of a number.
    """
    marks = chain.marks
    return {
        "format": FORMAT,
        "kind": "replacements",
        "draw": draw_id,
        "lottery_sha256": chain.digest,
        "start": marks[0],
        "steps": [
            {
                "running": step.running,
                "at": step.at,
                "seats": len(step.left) + _open_before(chain, step),
                "filled": len(step.joined),
                "quotas_met": not step.misses,
                "state": step.state,
                "mark": mark,
            }
            for step, mark in zip(chain.steps, marks[1:], strict=True)
        ],
    }


def step_json(step: Step) -> dict[str, Json]:
    """One step as it is written and hashed."""
    return {
        "running": step.running,
        "at": step.at,
        "left": [*step.left],
        "barred": [*step.barred],
        "joined": [*step.joined],
        "state": step.state,
        "misses": [
            {"feature": m.feature, "value": m.value, "low": m.low, "high": m.high, "count": m.count}
            for m in step.misses
        ],
    }


def steps_from_json(found: Mapping[str, Any]) -> tuple[Step, ...]:
    """The steps in the object of a `vervangingen.json`.

    Raises:
        CheckFailed: something lacks or is not what it should be.
    """
    try:
        return tuple(_step(line) for line in found["steps"])
    except (KeyError, TypeError, ValueError, AttributeError, BurgertopError) as error:
        raise CheckFailed("verify_file_damaged", file=FILE) from error


def _step(line: Mapping[str, Any]) -> Step:
    return Step(
        running=int(line["running"]),
        at=str(line["at"]),
        left=_numbers(line["left"]),
        barred=_numbers(line["barred"]),
        joined=_numbers(line["joined"]),
        state=str(line["state"]),
        misses=tuple(
            Miss(str(m["feature"]), str(m["value"]), int(m["low"]), int(m["high"]), int(m["count"]))
            for m in line["misses"]
        ),
    )


def _numbers(found: object) -> tuple[str, ...]:
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise TypeError(found)
    return tuple(found)


def _open_before(chain: Chain, step: Step) -> int:
    """Seats that an earlier step could not fill."""
    return len(chain.panel) - len(chain.before(step.running).members)


def _mark(secret: str, place: int, content: Json) -> str:
    key, text = bytes.fromhex(secret), f"burgertop/{PURPOSE}/1\n{place}".encode()
    salt = hmac.new(key, text, hashlib.sha256).hexdigest()
    return hashlib.sha256(f"{salt}\n".encode() + canonical(content)).hexdigest()
