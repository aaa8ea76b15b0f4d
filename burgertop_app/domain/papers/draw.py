"""What the full protocol of a draw is made from: people by number only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from burgertop_app.domain.papers.common import Masthead


@dataclass(frozen=True, kw_only=True)
class ProtocolQuota:
    """One quota: what was asked, what the pool has (None in public), what the panel got.

    `panel` is None before the draw, and in public where a count would tell something of every member.
    """

    feature: str
    value: str
    low: int
    high: int
    supply: int | None = None
    panel: int | None = None


@dataclass(frozen=True, kw_only=True)
class ProtocolCount:
    """A reason and how many people it concerns."""

    reason: str
    people: int


@dataclass(frozen=True, kw_only=True)
class ProtocolBin:
    """How many people have a chance from `low` up to `high` (both 0..1)."""

    low: float
    high: float
    people: int


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """What was made public before the number was known; `moment` tells when that comes, in their words."""

    committed_at: datetime
    number_source: str
    moment: str = ""
    published_where: str = ""
    witnesses: str = ""


@dataclass(frozen=True, kw_only=True)
class DrawnNumber:
    """The seed, the number it gives, and who that number drew.

    `reserve_rule` tells what the reserve list counts on, `replacements` who came for whom, in sentences.
    """

    seed: str
    number: int
    drawn_at: datetime | None
    panel: tuple[str, ...]
    reserves: tuple[str, ...] = ()
    reserve_rule: str = ""
    replacements: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    """A draw that no longer counts, and why."""

    reason: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class DrawProtocolPaper:
    """One attempt to draw a panel, complete enough to be checked by anyone.

    `chances` are those of the published lottery (0..1), of everyone in the pool except those kept out;
    `method` is a code of `messages.draw_methods`; hashes are SHA-256 in hex. The `public` one holds only
    what the published files say: a `histogram` for `chances`, no supply, no reserves, no hash of pool or
    quotas, small groups put together, and the features that are `withheld` by name only.
    """

    masthead: Masthead
    draw_id: str
    attempt: int
    seats: int
    people: int
    method: str
    quotas: tuple[ProtocolQuota, ...]
    lottery_sha256: str
    min_probability: str
    upper_bound: str
    engine: str
    commitment_sha256: str = ""
    checker_sha256: str = ""
    pool_sha256: str = ""
    quotas_sha256: str = ""
    withheld: tuple[str, ...] = ()
    chances: tuple[float, ...] = ()
    histogram: tuple[ProtocolBin, ...] = ()
    public: bool = False
    panels: int = 1000
    largest_deviation: float | None = None
    quota_source: str = ""
    registration: str = ""
    rules: tuple[str, ...] = ()
    kept_in: int = 0
    kept_out: tuple[ProtocolCount, ...] = ()
    without_chance: tuple[ProtocolCount, ...] = ()
    earlier_attempts: tuple[str, ...] = ()
    commitment: Commitment | None = None
    drawn: DrawnNumber | None = None
    withdrawn: Withdrawal | None = None

    @property
    def rehearsal(self) -> bool:
        """Whether nothing was published before the number."""
        return self.commitment is None
