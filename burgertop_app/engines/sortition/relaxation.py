"""The lottery relaxed to fractions of people: chances that no lottery over panels can beat."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.sortition.solver import Program, best

if TYPE_CHECKING:
    from burgertop_app.engines.sortition.solver import Flags, Numbers, Solution
    from burgertop_app.engines.sortition.types import Types

_ZERO = 1e-6
_TIGHT = 1e-7
_ROOM = 1e-9


@dataclass(frozen=True)
class Target:
    """The fairest fractional panel: expected people per type, and a bound on the lowest chance.

    `seats` is leximin: nobody's chance in it can rise without lowering that of someone with as little.
    """

    bound: float
    seats: Numbers


def reachable(types: Types) -> Flags | None:
    """Which types some fractional panel holds; None when there is no such panel.

    A type left out here is in no panel of whole people either.
    """
    seen = np.zeros(len(types), dtype=bool)
    while True:
        found = best(types.program((~seen).astype(float)))
        if found is None:
            return None
        fresh = ~seen & (found.values > _ZERO)
        if not fresh.any():
            return seen
        seen |= fresh


def fairest(types: Types, drawable: Flags) -> Target:
    """The leximin chances of the relaxation over `drawable`, level by level.

    Each level raises the lowest chance as far as it goes; types whose row has a dual price cannot rise
    further and keep that chance. Source: Flanigan, Gölz, Gupta, Hennig, Procaccia, Fair algorithms for
    selecting citizens' assemblies, Nature 2021 (leximin), here over marginals instead of panels.
    """
    settled = np.zeros(len(types), dtype=bool) | ~drawable
    least = np.where(drawable, types.floor, 0.0)
    high = np.where(drawable, types.counts, 0.0)
    bound, seats = 0.0, least
    first = True
    while not settled.all():
        found = best(_level(types, least, high, ~settled))
        if found is None:
            break
        seats = np.clip(found.values[:-1], 0.0, high)
        bound, first = (found.gain, False) if first else (bound, False)
        stuck = _stuck(found, types, ~settled)
        least[stuck] = np.maximum(least[stuck], found.gain * types.counts[stuck] - _ROOM)
        settled |= stuck
    return Target(bound, seats)


def _level(types: Types, least: Numbers, high: Numbers, rising: Flags) -> Program:
    """Maximise the lowest chance among `rising`; the rest keep at least `least` seats."""
    program = types.program(np.zeros(len(types)))
    own = np.hstack([np.diag(np.ones(len(types))), -types.counts[:, None]])[rising]
    rows = np.hstack([program.matrix, np.zeros((len(program.matrix), 1))])
    return replace(
        program,
        gain=np.append(program.gain, 1.0),
        matrix=np.vstack([rows, own]),
        row_low=np.append(program.row_low, np.zeros(len(own))),
        row_high=np.append(program.row_high, np.full(len(own), np.inf)),
        low=np.append(least, 0.0),
        high=np.append(high, 1.0),
    )


def _stuck(found: Solution, types: Types, rising: Flags) -> Flags:
    duals = found.row_duals[len(types.matrix) :]
    stuck = np.zeros(len(types), dtype=bool)
    stuck[np.flatnonzero(rising)[np.abs(duals) > _TIGHT]] = True
    return stuck if stuck.any() else rising
