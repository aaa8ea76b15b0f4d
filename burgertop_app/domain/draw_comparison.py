"""Methods of drawing next to each other: only chances, never a panel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgertop_app.domain.drawing import DrawInput


@dataclass(frozen=True)
class ComparisonInput:
    """What the comparison gets: the pool with its rules, and the methods to compare."""

    given: DrawInput
    methods: tuple[str, ...]


@dataclass(frozen=True)
class MethodChances:
    """The chances that a method gives, 0..1, of all who are not kept out, from low to high."""

    method: str
    chances: tuple[float, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "chances", tuple(sorted(self.chances)))

    @cached_property
    def lowest(self) -> float:
        """The lowest chance among those who have one."""
        return min((chance for chance in self.chances if chance > 0), default=0.0)

    @property
    def highest(self) -> float:
        """The highest chance."""
        return max(self.chances, default=0.0)

    @cached_property
    def without(self) -> int:
        """How many people have no chance."""
        return sum(chance <= 0 for chance in self.chances)

    @cached_property
    def gini(self) -> float:
        """How unequal the chances are: 0 when all are equal, near 1 when one person has all."""
        number, total = len(self.chances), sum(self.chances)
        if not total:
            return 0.0
        ranked = sum(place * chance for place, chance in enumerate(self.chances, start=1))
        return 2 * ranked / (number * total) - (number + 1) / number
