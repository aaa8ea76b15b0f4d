"""What the workspace keeps of quotas and draws: records that are withdrawn, never deleted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


class DrawState(StrEnum):
    """The life of a draw; what it was before withdrawal stays readable in the log."""

    PREPARED = "prepared"
    COMMITTED = "committed"
    DRAWN = "drawn"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """What the draw meant for one registrant."""

    PANEL = "panel"
    RESERVE = "reserve"
    REMAINING = "remaining"
    KEPT_OUT = "kept_out"


@dataclass(frozen=True, kw_only=True)
class Feature(Entity):
    """Something the panel must reflect, such as age."""

    process_id: UUID
    name: str
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class QuotaSet(Entity):
    """One version of the quotas; the highest version counts."""

    process_id: UUID
    version: int
    source: str = ""
    source_date: date | None = None


@dataclass(frozen=True, kw_only=True)
class QuotaLine(Entity):
    """Seats for one value of a feature; `share` is its part of the population, 0..1."""

    quota_set_id: UUID
    feature: str
    value: str
    low: int
    high: int
    low_flex: int | None = None
    high_flex: int | None = None
    share: float | None = None
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class DrawRecord(Entity):
    """One attempt to draw a panel; attempts count on through every panel of the process.

    `panel` tells which of several panels it is for; `cool_down` how many months of rest kept people out;
    `marks_sha256` is the fingerprint of who was kept in and out, empty when nobody was.
    `secret` (hex) makes the salts of the panels; `published_*` tell where the commitment was made public,
    `number_source` and `moment` where and when the number comes from.
    """

    process_id: UUID
    quota_set_id: UUID
    attempt: int
    state: DrawState
    method: str
    seats: int
    people: int
    lottery_sha256: str
    pool_sha256: str
    quotas_sha256: str
    engine: str
    min_probability: str
    upper_bound: str
    secret: str
    household_rule: bool = False
    panel: int = 1
    cool_down: int = 0
    marks_sha256: str = ""
    number_source: str = ""
    moment: str = ""
    rehearsal: bool = True
    published_at: datetime | None = None
    published_where: str = ""
    witnesses: str = ""
    seed: str = ""
    drawn_number: int | None = None
    committed_at: datetime | None = None
    drawn_at: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class DrawFile(Entity):
    """A file of the draw, such as `lottery.json`; people stand in it by number only."""

    draw_id: UUID
    name: str
    sha256: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class DrawEntry(Entity):
    """One registrant in one draw: the features as used, the leaf, the chances and the outcome."""

    draw_id: UUID
    participation_id: UUID
    number: str
    features: dict[str, str]
    salt: str
    leaf: str
    exact: str
    published: str
    outcome: Outcome = Outcome.REMAINING
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ReservePlace(Entity):
    """A place in the ordered reserve list."""

    draw_id: UUID
    participation_id: UUID
    position: int


@dataclass(frozen=True, kw_only=True)
class Replacement(Entity):
    """One seat that changed hands, chained to the state before."""

    draw_id: UUID
    running: int
    leaves_id: UUID
    joins_id: UUID | None
    reason: str
    state_sha256: str
    at: datetime
