"""Sharing the seats of a type among its members, so that equal people have equal chances."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from burgertop_app.domain.draws import Panel
    from burgertop_app.engines.sortition.solver import Whole
    from burgertop_app.engines.sortition.types import Types

Share = tuple[str, int]


def shared(panels: Whole, weights: Whole, types: Types, rng: np.random.Generator) -> list[tuple[int, Panel]]:
    """Panels of people with the same weights as `panels` of types, equal people drawn equally often.

    Members of a type differ by at most one unit of weight; a panel is split where that takes it.

    Args:
        panels: people per type, shape (panels, types).
        weights: whole units per panel.
        types: whose members are shared out.
        rng: decides who of equal people sits where.

    Returns:
        Weight and sorted numbers per panel, sorted by numbers; units of equal panels are added up.
    """
    shares: list[list[list[Share]]] = [[] for _panel in panels]
    for column, members in enumerate(types.members):
        _share_type(panels[:, column], weights, [members[i] for i in rng.permutation(len(members))], shares)
    total: dict[Panel, int] = defaultdict(int)
    for weight, parts in zip(weights.tolist(), shares, strict=True):
        for length, panel in _pieces(weight, parts):
            total[panel] += length
    return [(total[panel], panel) for panel in sorted(total)]


def _share_type(seats: Whole, weights: Whole, members: list[str], shares: list[list[list[Share]]]) -> None:
    """Give each member an equal amount of the panels' weight, at most the weight of each panel.

    Member after member takes what those who are left could not hold, and then fills up in order.
    """
    used = np.flatnonzero(seats)
    width = weights[used]
    left = seats[used] * width
    total, size = int(left.sum()), len(members)
    for panel in used:
        shares[panel].append([])
    for place, member in enumerate(members):
        due = total * (place + 1) // size - total * place // size
        must = np.maximum(0, left - (size - place - 1) * width)
        room = np.minimum(width, left) - must
        order = np.argsort(left % width == 0, kind="stable")
        before = np.cumsum(room[order]) - room[order]
        take = must.copy()
        take[order] += np.clip(due - must.sum() - before, 0, room[order])
        left = left - take
        for panel, amount in zip(used[take > 0], take[take > 0].tolist(), strict=True):
            shares[panel][-1].append((member, amount))


def _pieces(weight: int, parts: list[list[Share]]) -> list[tuple[int, Panel]]:
    """The panel cut into pieces of constant membership.

    Within a type, those with part of the weight are laid end to end and wrapped around; nobody meets
    themselves because no part is longer than the weight. Source: McNaughton, Scheduling with deadlines and
    loss functions, Management Science 1959 (the wrap-around rule).
    """
    spans: list[tuple[int, int, str]] = []
    for part in parts:
        at = 0
        for member, amount in part:
            end = at + amount
            if amount == weight or end <= weight:
                spans.append((0, weight, member) if amount == weight else (at, end, member))
            else:
                spans += [(at, weight, member), (0, end - weight, member)]
            at = end % weight
    cuts = sorted({0, weight} | {cut for start, end, _member in spans for cut in (start, end)})
    return [
        (end - start, tuple(sorted(member for low, high, member in spans if low <= start and end <= high)))
        for start, end in pairwise(cuts)
    ]
