"""Which groups to leave out because the groups of several questions would together give votes away.

`hiding` looks at one question at a time; here the figures of all questions are held against `attack`. As
long as something follows, one more group is left out: the one after which nothing follows with the fewest
groups left out, else the smallest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_methods import LEAST_IN_GROUP
from burgertop_app.engines.ballots import attack
from burgertop_app.engines.ballots.hiding import hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.engines.ballots.attack import Whole
    from burgertop_app.engines.ballots.hiding import Cell

Out = tuple[frozenset[int], ...]
"""Per question the places of the groups that are left out."""


@dataclass(frozen=True)
class Crossing:
    """Those who speak about one option.

    Attributes:
        questions: per question a cell for each box, the last for those who left it empty, never shown.
        boxes: the box of each person, shape (questions, people).
        given: what each person gave.
        secret: groups of one mind are not shown.
        least: a group of fewer people is not shown.
    """

    questions: Sequence[Sequence[Cell]]
    boxes: Whole
    given: Whole
    secret: bool
    least: int = LEAST_IN_GROUP
    known: dict[tuple[bytes, tuple[tuple[int, ...], ...]], bool] = field(default_factory=dict)
    """What `attack.few_follow` said; options about which the same people speak may share it."""

    def left_out(self) -> Out:
        """Per question the places of the groups to leave out."""
        out: Out = tuple(self._hidden(at, frozenset()) for at in range(len(self.questions)))
        while self._tells(out):
            tries = [self._without(out, at, place) for at, place in self._shown(out)]
            quiet = [one for one in tries if not self._tells(one)]
            if quiet:
                return min(quiet, key=self._lost)
            out = self._without(out, *min(self._shown(out), key=self._size))
        return out

    def _tells(self, out: Out) -> bool:
        shown = tuple(
            tuple(place for at, place in self._shown(out) if at == asked)
            for asked in range(len(self.questions))
        )
        if not any(shown):
            return False
        key = (self.boxes.tobytes(), shown)
        if key not in self.known:
            self.known[key] = attack.few_follow(self.boxes, shown, self.least)
        most = max(cell.most for row in self.questions for cell in row)
        return self.known[key] or (self.secret and attack.certain(self.boxes, self.given, most, shown))

    def _hidden(self, at: int, also: frozenset[int]) -> frozenset[int]:
        return hidden(self.questions[at], secret=self.secret, also=also, least=self.least)

    def _without(self, out: Out, at: int, place: int) -> Out:
        return (*out[:at], self._hidden(at, out[at] | {place}), *out[at + 1 :])

    def _shown(self, out: Out) -> list[tuple[int, int]]:
        return [
            (at, place)
            for at, row in enumerate(self.questions)
            for place, cell in enumerate(row[:-1])
            if cell.papers and place not in out[at]
        ]

    def _lost(self, out: Out) -> tuple[int, int]:
        """How many groups are not shown, and how many people they have."""
        cells = [self.questions[at][place] for at, own in enumerate(out) for place in own]
        return len(cells), sum(cell.papers for cell in cells)

    def _size(self, shown: tuple[int, int]) -> tuple[int, int, int]:
        at, place = shown
        return self.questions[at][place].papers, at, place
