"""How large the room is drawn: as large as reads well, the whole room at once, or steps from there."""

from __future__ import annotations

from dataclasses import dataclass

STEP = 1.25
MOST = 6


@dataclass
class Zoom:
    """So many `steps` larger than the floor draws by itself; `whole` when that must hold every table."""

    steps: int = 0
    whole: bool = False

    @property
    def factor(self) -> float:
        """The size against what the floor draws by itself."""
        return float(STEP**self.steps)

    def step(self, by: int) -> None:
        """So many steps larger, or smaller when negative."""
        self.steps = min(max(self.steps + by, -MOST), MOST)

    def fit(self) -> None:
        """The whole room; the usual size where it is shown whole already."""
        self.whole = bool(self.steps) or not self.whole
        self.steps = 0
