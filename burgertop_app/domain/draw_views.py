"""What the page about the draw shows: the preparation, and a kept draw without its hidden panels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_marks import CoolDown
from burgertop_app.domain.draw_records import DrawState
from burgertop_app.domain.drawing import QuotaEntry, QuotaForm
from burgertop_app.domain.draws import METHODS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.domain.draw_records import DrawRecord, QuotaLine, QuotaSet
    from burgertop_app.domain.draws import KeptOut

Pair = tuple[str, str]


@dataclass(frozen=True)
class DrawChoices:
    """What is chosen besides quotas and seats.

    Attributes:
        reserves: how many reserves to list.
        households: whether at most one person per address is drawn.
        cool_down: what happens to people drawn in another process not long ago.
        panels: how many panels the process draws, one after another.
        method: how chances are made fair.
    """

    reserves: int = 12
    households: bool = False
    cool_down: CoolDown = field(default_factory=CoolDown)
    panels: int = 1
    method: str = METHODS[0]


@dataclass(frozen=True)
class Lacking:
    """Somebody without a usable value for a feature; `value` is what no quota knows, "" for nothing."""

    number: str
    feature: str
    value: str


@dataclass(frozen=True)
class DrawSetup:
    """Everything the page needs before a draw.

    Attributes:
        people: residents who registered and may be drawn, those kept out left aside.
        supply: how many of them have each declared value.
        lacking: who cannot be drawn because a value is missing or has no quota.
        homes: numbers of people who registered from one address, per address.
        draws: every attempt for every panel, the first one first.
        ids: the participation of each registrant, by number.
        panel: the panel that is looked at, from 1.
        keep_in: the numbers of sitting members, who come into every panel.
        keep_out: who is kept out, with the class of the reason.
        lately: the numbers of those drawn in another process not long ago.
    """

    process_id: UUID
    title: str
    municipality: str
    seats: int
    people: int
    choices: DrawChoices
    quota_set: QuotaSet | None = None
    lines: tuple[QuotaLine, ...] = ()
    supply: Mapping[Pair, int] = field(default_factory=dict)
    declared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lacking: tuple[Lacking, ...] = ()
    homes: tuple[tuple[str, ...], ...] = ()
    draws: tuple[DrawRecord, ...] = ()
    ids: Mapping[str, UUID] = field(default_factory=dict)
    panel: int = 1
    keep_in: tuple[str, ...] = ()
    keep_out: tuple[KeptOut, ...] = ()
    lately: tuple[str, ...] = ()

    @property
    def standing(self) -> DrawRecord | None:
        """The draw for this panel that was not withdrawn."""
        return next(
            (
                each
                for each in reversed(self.draws)
                if each.panel == self.panel and each.state is not DrawState.WITHDRAWN
            ),
            None,
        )

    @property
    def fixed(self) -> bool:
        """Whether a draw stands that forbids another: committed, or drawn for real."""
        return self.standing is not None and not self.standing.rehearsal

    @property
    def form(self) -> QuotaForm:
        """The quotas as they can be kept again."""
        source = self.quota_set
        return QuotaForm(
            lines=tuple(as_entry(line) for line in self.lines),
            source=source.source if source else "",
            source_date=source.source_date if source else None,
        )


@dataclass(frozen=True)
class DrawView:
    """A kept draw as a page shows it; before the number there is no panel to look at.

    Attributes:
        exact: everyone's chance under the lottery, 0..1, from low to high, those kept out left aside.
        published: the same over the thousand numbered panels, in the order of `exact`.
        numbers: who these chances belong to.
        chances: the mean published chance of each group; a group without people has none.
        supply: people per group when the lottery was calculated.
        counts: panel members per group; empty before the number.
        names: names of panel and reserves, only when asked for.
        erased: how many people of this draw were erased since.
        commitment_sha256: the hash of all that was recorded beforehand; empty before that.
        outdated: people or quotas changed since a lottery was prepared.
    """

    record: DrawRecord
    quotas: tuple[QuotaLine, ...]
    exact: tuple[float, ...] = ()
    published: tuple[float, ...] = ()
    numbers: tuple[str, ...] = ()
    chances: Mapping[Pair, float] = field(default_factory=dict)
    supply: Mapping[Pair, int] = field(default_factory=dict)
    panel: tuple[str, ...] = ()
    reserves: tuple[str, ...] = ()
    counts: Mapping[Pair, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    erased: int = 0
    commitment_sha256: str = ""
    outdated: bool = False

    @property
    def met(self) -> int:
        """How many quotas the panel meets."""
        return sum(
            line.low <= self.counts.get((line.feature, line.value), 0) <= line.high for line in self.quotas
        )


def as_entry(line: QuotaLine) -> QuotaEntry:
    """A kept quota as it is asked for."""
    return QuotaEntry(
        feature=line.feature,
        value=line.value,
        low=line.low,
        high=line.high,
        low_flex=line.low_flex,
        high_flex=line.high_flex,
        share=line.share,
    )
