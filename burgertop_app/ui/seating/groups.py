"""How people are told apart in the room: the groups of one feature, and what stands on a seat."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.messages.tables import initials

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from burgertop_app.domain.views import PersonLine

MOST = 8
OTHER = 8
"""The look of everybody outside the groups."""
LONGEST_NUMBER = 4


@dataclass(frozen=True)
class Groups:
    """At most eight values of `feature`, in order; everybody else is "overig"."""

    feature: str = ""
    values: tuple[str, ...] = ()

    @classmethod
    def of(cls, feature: str, values: Sequence[str], people: Iterable[PersonLine]) -> Groups:
        """The values that most of these people have, in the order of `values`."""
        having = Counter(line.features.get(feature, "") for line in people)
        present = [value for value in values if having[value]]
        most = sorted(present, key=lambda value: -having[value])[:MOST]
        return cls(feature, tuple(value for value in present if value in most))

    def colour(self, line: PersonLine) -> int:
        """0 to 7, or 8 for the others."""
        value = line.features.get(self.feature, "")
        return self.values.index(value) if value in self.values else OTHER

    def words(self, line: PersonLine) -> str:
        """The value of that person."""
        return line.features.get(self.feature, "") or _("unknown")

    def legend(self, people: Sequence[PersonLine]) -> list[tuple[int, str, int]]:
        """Colour, words and number of people per group."""
        counts = Counter(self.colour(line) for line in people)
        found = [(colour, value, counts[colour]) for colour, value in enumerate(self.values)]
        if counts[OTHER]:
            found.append((OTHER, _("other"), counts[OTHER]))
        return found


@dataclass(frozen=True)
class Naming:
    """What people are called: by name, or by number where others look on."""

    by_number: bool = False

    def full(self, line: PersonLine) -> str:
        """The whole name or number."""
        return _("number {number}").format(number=line.number) if self.by_number else line.name or line.number

    def first(self, line: PersonLine) -> str:
        """The first name or the number, where there is little room."""
        return line.number if self.by_number else (line.name.split() or [line.number])[0]

    def short(self, line: PersonLine) -> str:
        """What fits on a seat."""
        if self.by_number:
            return line.number[-LONGEST_NUMBER:].lstrip("0-") or line.number[-LONGEST_NUMBER:]
        return initials(line.name) or line.number[-LONGEST_NUMBER:]
