"""Moves of people who sit as one: they change places with as many people of another table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.seating.block import NEVER, Block
from burgertop_app.engines.seating.groups import units
from burgertop_app.engines.seating.model import HARD

if TYPE_CHECKING:
    from burgertop_app.engines.seating.model import Flags, Floats, Ints, Prices
    from burgertop_app.engines.seating.state import State

TRIES = 4
LOOKED_AT = 12
HALF = 0.5


class Movers:
    """Moves whole units: each changes places with as many people of another table at once."""

    def __init__(self, state: State, number: int) -> None:
        self._state, self._number = state, number
        model = state.model
        held = set(state.seated[number][state.held[number]].tolist())
        found = units(model.pairs[number])
        self._tied = held | {one for unit in found for one in unit}
        self._units = [unit for unit in found if not held.intersection(unit)]
        self._before = state.table_of[number]

    def __bool__(self) -> bool:
        return bool(self._units)

    def step(self, temperature: float, prices: Prices, rng: np.random.Generator) -> bool:
        """Offer a unit some other tables and carry out the best if it passes; whether anybody moved."""
        state, number = self._state, self._number
        unit = self._some_unit(rng)
        tables = state.table_of[number]
        own = int(tables[unit[0]])
        if (tables[list(unit)] != own).any():
            return False
        self._before = tables.copy()
        offers = [self._offer(unit, own, *swap, prices) for swap in self._swaps(unit, own, prices, rng)]
        if not offers:
            return False
        change, there, partners = min(offers)
        if change > temperature * rng.standard_exponential():
            return False
        self._exchange(unit, partners)
        state.recount(number, self._before, (own, there))
        return True

    def _some_unit(self, rng: np.random.Generator) -> tuple[int, ...]:
        """A unit by chance, half of the time one at a table where something is wrong."""
        state, number = self._state, self._number
        wrong = state.excess[number] + state.clashing[number] > 0
        amiss = [unit for unit in self._units if wrong[state.table_of[number][unit[0]]]]
        among = amiss if amiss and rng.random() < HALF else self._units
        return among[int(rng.integers(len(among)))]

    def _swaps(
        self, unit: tuple[int, ...], own: int, prices: Prices, rng: np.random.Generator
    ) -> list[tuple[int, list[int]]]:
        """Other tables with the people there who may change places with the unit, the likeliest ones.

        How well each fits is looked up one by one, as if the others of the unit stayed where they are.
        """
        state, number = self._state, self._number
        others = np.setdiff1d(np.arange(state.model.rounds[number].tables), [own])
        tables = np.sort(np.concatenate(([own], rng.permutation(others)[:LOOKED_AT])))
        block = Block(state, number, tables, prices)
        changes = block.changes()
        people, places = block.people.tolist(), block.table
        seat = {one: place for place, one in enumerate(people)}
        costs = changes[[seat[one] for one in unit]].copy()
        costs[:, [place for place, one in enumerate(people) if one in self._tied]] = NEVER
        found = []
        for place, table in enumerate(tables.tolist()):
            if table != own:
                cost, chosen = _cheapest(costs, np.flatnonzero(places == place))
                if chosen:
                    found.append((cost, table, [people[one] for one in chosen]))
        return [(table, partners) for _, table, partners in sorted(found)[:TRIES]]

    def _offer(
        self, unit: tuple[int, ...], own: int, there: int, partners: list[int], prices: Prices
    ) -> tuple[float, int, list[int]]:
        """What it changes to sit at that table, with the table and who comes back."""
        before = self._burden(own, prices) + self._burden(there, prices)
        self._exchange(unit, partners)
        change = self._burden(own, prices) + self._burden(there, prices) - before
        self._exchange(unit, partners)
        return change, there, partners

    def _exchange(self, unit: tuple[int, ...], partners: list[int]) -> None:
        seated = self._state.seated[self._number]
        tables = self._state.table_of[self._number]
        for one, other in zip(unit, partners, strict=True):
            seat, place = (int(np.flatnonzero(seated == who)[0]) for who in (one, other))
            seated[seat], seated[place] = other, one
            tables[one], tables[other] = tables[other], tables[one]

    def _burden(self, table: int, prices: Prices) -> float:
        """What a table costs: its mix, who met elsewhere, and its rules."""
        state, model = self._state, self._state.model
        people = np.flatnonzero(state.table_of[self._number] == table)
        counts = model.traits[people].sum(axis=0).astype(np.int64)
        total = float(_sums(prices, table, counts))
        here = np.ix_(people, people)
        elsewhere = state.met[here] - self._met_here(people)
        total += float((elsewhere * model.again[here]).sum()) / 2
        unary = model.unary[self._number]
        if unary is not None:
            total += float(unary[people, table].sum())
        tables = state.table_of[self._number]
        for first, second, together in model.pairs[self._number].tolist():
            if (tables[first] == table or tables[second] == table) and (
                (tables[first] == tables[second]) != bool(together)
            ):
                total += HARD
        return total

    def _met_here(self, people: Ints) -> Flags:
        """Which two of these share a table in what `met` counts."""
        at = self._before[people]
        same = at[:, None] == at[None, :]
        here: Flags = same & self._state.model.counts_as_met[np.ix_(people, people)].astype(bool)
        return here


def _cheapest(costs: Floats, seats: Ints) -> tuple[float, list[int]]:
    """For each of a unit another one of these seats, the cheapest first come; and what that costs.

    Nobody, when there are too few with whom they may change places.
    """
    total, chosen = 0.0, []
    left = seats.tolist()
    for row in costs:
        best = min(left, key=lambda place: float(row[place]), default=-1)
        if best < 0 or row[best] >= NEVER:
            return 0.0, []
        left.remove(best)
        chosen.append(best)
        total += float(row[best])
    return total, chosen


def _sums(prices: Prices, table: int, counts: Ints) -> float:
    """The price of these counts: the steps up from zero."""
    return float(prices.total[table, np.arange(len(counts)), counts].sum())
