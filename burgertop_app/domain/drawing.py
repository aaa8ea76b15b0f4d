"""What is asked of a draw in the workspace, and what the calculation gets and gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_marks import CoolDown

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.draws import DrawRules, Pool
    from burgertop_app.domain.quotas import Quotas


@dataclass(frozen=True, kw_only=True)
class QuotaForm:
    """Quotas to keep as a new version, with the source of the population figures."""

    lines: tuple[QuotaEntry, ...]
    source: str = ""
    source_date: date | None = None


@dataclass(frozen=True, kw_only=True)
class QuotaEntry:
    """One value with its seats and, if known, its part of the population (0..1)."""

    feature: str
    value: str
    low: int
    high: int
    low_flex: int | None = None
    high_flex: int | None = None
    share: float | None = None


@dataclass(frozen=True, kw_only=True)
class DrawRequest:
    """A lottery to prepare; `households` lets at most one person per address be drawn.

    `panel` is the one of several panels that it is for. Who is kept in or out follows from the marks in the
    workspace, from the other panels, and from `cool_down`.
    """

    process_id: UUID
    seats: int
    method: str = "leximin"
    households: bool = False
    panel: int = 1
    cool_down: CoolDown = field(default_factory=CoolDown)


@dataclass(frozen=True)
class DrawInput:
    """What the calculation gets: numbers and features, never names (a blind draw)."""

    request: DrawRequest
    quota_set_id: UUID
    pool: Pool
    quotas: Quotas
    rules: DrawRules
    attempt: int
    earlier_attempts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """What is announced beforehand: where the number comes from, when, where it is published, who watches."""

    number_source: str
    moment: str
    published_where: str
    witnesses: str = ""
