"""A portfolio: panels of types and how likely each is, which is what every method of drawing gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgertop_app.engines.sortition.panels import PanelFinder
    from burgertop_app.engines.sortition.solver import Program, Whole


@dataclass(frozen=True)
class Portfolio:
    """Panels of types, shape (panels, types), with weights in trillionths, and a bound on the lowest chance.

    `finder` finds more panels of the same kind.
    """

    panels: Whole
    weights: Whole
    bound: float
    finder: PanelFinder

    @property
    def program(self) -> Program:
        """What those panels satisfy."""
        return self.finder.program
