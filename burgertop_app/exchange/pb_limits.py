"""What holds besides the budget, as lines in META of a `.pb` file.

The fewest votes or points of a project have a key of their own in the format. These have none, so they stand
under keys of ours, which other readers pass over:

burgertop_area_ceilings: the most that may go to each area, as JSON: {"North": "20000", "South": "1500.50"}
burgertop_apart: groups of project ids of which at most one is paid, as JSON: [["3", "7"], ["1", "2", "9"]]
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from burgertop_app.domain.budgeting import BudgetLimits

SUPPORT = "min_project_score_threshold"
CEILINGS = "burgertop_area_ceilings"
APART = "burgertop_apart"


def written(limits: BudgetLimits, codes: Sequence[str], amount: Callable[[int], str]) -> dict[str, str]:
    """The lines of META for these limits; `amount` writes money."""
    found = {}
    if limits.support:
        found[SUPPORT] = str(limits.support)
    if limits.ceilings:
        most = {area: amount(cents) for area, cents in sorted(limits.ceilings.items())}
        found[CEILINGS] = json.dumps(most, ensure_ascii=False)
    if limits.apart:
        groups = [[codes[one] for one in sorted(group)] for group in limits.apart]
        found[APART] = json.dumps(groups, ensure_ascii=False)
    return found


def ceilings(text: str, amount: Callable[[str], int]) -> dict[str, int]:
    """The most per area; `amount` reads money.

    Raises:
        ValueError: it says something else.
    """
    found = json.loads(text or "{}")
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise ValueError(text)
    return {area: amount(most) for area, most in found.items()}


def apart(text: str, places: Mapping[str, int]) -> tuple[frozenset[int], ...]:
    """The groups, by place of the projects.

    Raises:
        ValueError: it says something else, or names a project that is not there.
    """
    found = json.loads(text or "[]")
    if not isinstance(found, list) or not all(isinstance(group, list) for group in found):
        raise ValueError(text)
    if not all(isinstance(code, str) and code in places for group in found for code in group):
        raise ValueError(text)
    return tuple(frozenset(places[code] for code in group) for group in found)
