"""The ballots of a `.pb` file: projects they are for, with points, or in order.

The kinds, as `vote_type` in META names them: approval and choose-1 name projects; cumulative and scoring give
each of them points, in a column of that name ("none" where a ballot has no projects); ordinal names them with
the best first. An order counts by Borda as pabutools does: the last on a ballot gets 0 points, the one before
it 1, and so on.

Source: `parse_pabulib` and `Additive_Borda_Sat` in the documentation of pabutools 1.2.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.budgeting import MOST_POINTS
from burgertop_app.exchange.pb_sections import Line, fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

APPROVAL, CHOOSE_ONE, ORDINAL = "approval", "choose-1", "ordinal"
POINTED = ("cumulative", "scoring")
KINDS = (APPROVAL, CHOOSE_ONE, *POINTED, ORDINAL)
POINTS, NO_POINTS = "points", "none"
_SHOWN = 40
_LONGEST = len(str(MOST_POINTS))


class Ballots:
    """Reads ballots of one kind.

    Args:
        file: its name.
        kind: one of `KINDS`.
        places: of the projects, by their id.
        most: how many points a voter has; None when the file does not say.
    """

    def __init__(self, file: str, kind: str, places: Mapping[str, int], most: int | None) -> None:
        self._file, self._kind, self._places, self._most = file, kind, places, most
        self.choices: dict[str, tuple[int, ...]] = {}
        self.points: list[tuple[int, ...]] = []

    def take(self, line: Line) -> None:
        """The next ballot.

        Raises:
            InvalidInput: what is wrong with it, with its line.
        """
        voter = line.fields["voter_id"].strip()
        if not voter or voter in self.choices:
            raise fault("pb_voter", self._file, line.number, voter=voter[:_SHOWN])
        chosen = self._chosen(line)
        if self._kind == CHOOSE_ONE and len(chosen) > 1:
            raise fault("pb_vote_more", self._file, line.number)
        self.choices[voter] = chosen
        if self._kind in POINTED:
            self.points.append(self._given(line, len(chosen)))
        elif self._kind == ORDINAL:
            self.points.append(tuple(range(len(chosen) - 1, -1, -1)))

    def _chosen(self, line: Line) -> tuple[int, ...]:
        named = _parts(line.fields["vote"])
        for at, name in enumerate(named):
            if name not in self._places:
                raise fault("pb_vote_unknown", self._file, line.number, project=name[:_SHOWN])
            if name in named[:at]:
                raise fault("pb_vote_twice", self._file, line.number, project=name[:_SHOWN])
        return tuple(self._places[name] for name in named)

    def _given(self, line: Line, chosen: int) -> tuple[int, ...]:
        told = [one for one in _parts(line.fields.get(POINTS, "")) if one.casefold() != NO_POINTS]
        if len(told) != chosen or not all(map(_is_points, told)):
            raise fault("pb_points", self._file, line.number)
        points = tuple(map(int, told))
        if self._most is not None and sum(points) > self._most:
            raise fault("pb_points_sum", self._file, line.number, found=sum(points), most=self._most)
        return points


def _parts(text: str) -> Sequence[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _is_points(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < _LONGEST
