"""Made-up voters of the sample: each leans as their groups do, with a will of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.random import Generator

OWN_WILL = 0.75
"""How far people of the same groups differ, as a standard deviation."""
SURE = 0.12
"""Who leans less than this to either side leaves it blank."""
LIKED = 0.6
"""From here on somebody approves of spending money on a plan."""
EMPTY_BOX = 0.04
PASS = 0.35
"""Who leans less than this on a statement passes it over."""
SKIPPED = 0.06


@dataclass(frozen=True)
class Voter:
    """Somebody who votes: the boxes they tick about themselves, and how much they want each plan."""

    cells: Mapping[str, str]
    wants: Mapping[str, float] = field(default_factory=dict)

    def says(self, plan: str) -> str:
        """For, against or blank on one plan, as it stands in a sheet."""
        if abs(self.wants[plan]) < SURE:
            return "blanco"
        return "voor" if self.wants[plan] > 0 else "tegen"

    def ranks(self, plans: Sequence[str]) -> dict[str, int]:
        """The rank of each plan that this voter wants, 1 is best; plans that are not wanted have none."""
        wanted = sorted((plan for plan in plans if self.wants[plan] > 0), key=lambda one: -self.wants[one])
        return {plan: place for place, plan in enumerate(wanted, 1)}

    def likes(self, plans: Sequence[str]) -> tuple[str, ...]:
        """The plans that this voter wants money to go to; who likes little still ticks the best of it."""
        best = max(plans, key=lambda plan: self.wants[plan])
        liked = {plan for plan in plans if self.wants[plan] > LIKED}
        return tuple(plan for plan in plans if plan in liked or (plan == best and self.wants[best] > 0))


def voters(rng: Generator, cells: Iterable[Mapping[str, str]], leans: Mapping[str, Any]) -> tuple[Voter, ...]:
    """A voter for each set of boxes; `leans` tells per plan the base and what each box adds to it."""
    found = []
    for own in cells:
        wants = {
            plan: lean["base"] + sum(lean.get(box, 0.0) for box in own.values()) + rng.normal(0, OWN_WILL)
            for plan, lean in leans.items()
        }
        ticked = {question: box if rng.random() > EMPTY_BOX else "" for question, box in own.items()}
        found.append(Voter(ticked, wants))
    return tuple(found)


def near_home(
    leans: Mapping[str, Mapping[str, float]], areas: Mapping[str, str], districts: Iterable[str], pull: float
) -> dict[str, Mapping[str, float]]:
    """`leans` of people who want a plan so much more where they live, and so much less elsewhere."""
    known = tuple(districts)
    return {
        plan: {
            **lean,
            **{one: lean.get(one, 0.0) + (pull if one == areas[plan] else -pull) for one in known},
        }
        for plan, lean in leans.items()
    }


def opinions(rng: Generator, group: str, leans: Sequence[Mapping[str, float]]) -> list[str]:
    """What somebody of `group` says on each statement, as it stands in a sheet; "" is not answered."""
    said = []
    for lean in leans:
        own = lean[group] + rng.normal(0, OWN_WILL)
        word = "pas" if abs(own) < PASS else "eens" if own > 0 else "oneens"
        said.append("" if rng.random() < SKIPPED else word)
    return said
