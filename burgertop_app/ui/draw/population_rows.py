"""Rows of the table with population figures, and what typing a figure does."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.population import Width, amount, mirrored
from burgertop_app.i18n import _, number, percent
from burgertop_app.messages.population import trouble_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from burgertop_app.domain.drawing import QuotaEntry
    from burgertop_app.domain.population import Mirrored

Pair = tuple[str, str]


@dataclass(frozen=True)
class FigureRow:
    """One group with the figure as typed and the places that follow; with `note` the heading of a feature."""

    entry: QuotaEntry
    typed: str = ""
    supply: int = 0
    share: float | None = None
    note: str = ""

    @property
    def key(self) -> Pair:
        """What tells rows apart; a heading has no value."""
        return self.entry.feature, "" if self.note else self.entry.value


@dataclass(frozen=True)
class Sheet:
    """What stands in the dialog: the groups, the figures as typed, and how they become places."""

    entries: tuple[QuotaEntry, ...]
    seats: int
    supply: Mapping[Pair, int]
    typed: Mapping[Pair, str] = field(default_factory=dict)
    width: Width = Width.ROUNDED
    percentages: bool = False

    def with_typed(self, figures: Mapping[Pair, str]) -> Sheet:
        """The sheet with these figures typed over those there were.

        Raises:
            InvalidInput: one of them is no figure.
        """
        for text in figures.values():
            amount(text)
        return replace(self, typed={**self.typed, **figures})

    @property
    def found(self) -> tuple[Mirrored, ...]:
        """The places per feature."""
        amounts = {pair: amount(text) for pair, text in self.typed.items() if text.strip()}
        return mirrored(self.entries, amounts, self.seats, self.width, percentages=self.percentages)

    @property
    def after(self) -> tuple[QuotaEntry, ...]:
        """Every group with its places after the figures."""
        return tuple(entry for heap in self.found for entry in heap.entries)

    @property
    def complaints(self) -> tuple[str, ...]:
        """What is wrong with the figures, in sentences."""
        return tuple(filter(None, map(trouble_sentence, self.found)))

    @property
    def rows(self) -> list[FigureRow]:
        """A heading per feature and a row per group."""
        rows: list[FigureRow] = []
        for heap in self.found:
            rows.append(FigureRow(heap.entries[0], note=_note(heap, self.seats)))
            rows += [self._row(entry) for entry in heap.entries]
        return rows

    def _row(self, entry: QuotaEntry) -> FigureRow:
        pair = (entry.feature, entry.value)
        return FigureRow(entry, self.typed.get(pair, ""), self.supply.get(pair, 0), entry.share)


def figure_words(figures: Mapping[Pair, Fraction | None]) -> dict[Pair, str]:
    """Figures of a file as they stand in the fields; an unknown one is a dot."""
    return {pair: "." if found is None else _said(found) for pair, found in figures.items()}


def share_text(row: FigureRow) -> str:
    """The share of the population in words; nothing before there is one."""
    return "" if row.share is None else percent(row.share, 1)


def places_text(row: FigureRow) -> str:
    """The places of a group in words."""
    if row.entry.low == row.entry.high:
        return number(row.entry.low)
    return _("{low} to {high}").format(low=number(row.entry.low), high=number(row.entry.high))


def _note(heap: Mirrored, seats: int) -> str:
    low, high = sum(entry.low for entry in heap.entries), sum(entry.high for entry in heap.entries)
    said = _("{low} to {high} places for {seats} members").format(low=low, high=high, seats=seats)
    name = heap.feature
    return f"{name[:1].upper()}{name[1:]}\t{said}"


def _said(found: Fraction) -> str:
    whole = found.denominator == 1
    return str(found.numerator) if whole else f"{float(found):.1f}".replace(".", ",")


def seen_shares(entries: Sequence[QuotaEntry]) -> dict[Pair, str]:
    """The shares that quotas have already, as percentages to begin with."""
    return {
        (entry.feature, entry.value): f"{entry.share * 100:.4f}".rstrip("0").rstrip(".").replace(".", ",")
        for entry in entries
        if entry.share is not None
    }
