"""Which recommendation a row of a reply workbook answers, without ever guessing between two.

A row tells three things: its key, its number and the words of the recommendation. A row is placed only when
the words are there, as offered or nearly so, and nothing else in the row speaks against it. Otherwise the
organiser chooses: an answer under the wrong recommendation is worse than a question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.answer_sheet import AnswerField
from burgertop_app.domain.guesses import flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from burgertop_app.domain.answer_sheet import Asked, SheetRow, Wording

NEAR = 0.6
"""So alike the words must be, from 0 to 1, when key or number point to the same recommendation."""
NEARER = 0.85
"""The same when the words are all there is."""
APART = 0.1
"""So much less alike every other recommendation must be."""
LONGEST = 2_000
_NUMBER = re.compile(r"(?:nr\.?|no\.?|aanbeveling|recommendation)?\s*0*(\d{1,4})\.?", re.IGNORECASE)


class Ground(StrEnum):
    """On what ground a row was placed, or why not."""

    EXACT = "exact"
    REWORDED = "reworded"
    CONFLICT = "conflict"
    WEAK = "weak"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Placed:
    """Where a row belongs: `asked` and `wording` when it is sure, else what it `may` be."""

    ground: Ground
    asked: Asked | None = None
    wording: Wording | None = None
    may: tuple[Asked, ...] = ()


class Matcher:
    """Places rows among the recommendations that were asked."""

    def __init__(self, asked: Sequence[Asked]) -> None:
        self._asked = tuple(asked)
        self._words = [(one, wording, flat(wording.title)) for one in asked for wording in one.wordings]

    def place(self, row: SheetRow, *, thoroughly: bool = True) -> Placed:
        """Where `row` belongs; not `thoroughly`, only words that are exactly as offered count."""
        key = row.get(AnswerField.KEY).casefold()
        number = numbered(row.get(AnswerField.NUMBER))
        words = flat(row.get(AnswerField.TEXT))
        signs = [
            [one for one in self._asked if one.key == key],
            [one for one in self._asked if one.number == number],
        ]
        exact = [(one, wording) for one, wording, text in self._words if words and text == words]
        if exact:
            return self._exactly(exact, signs)
        return self._nearly(words, signs) if thoroughly else Placed(Ground.UNKNOWN)

    def _exactly(self, exact: list[tuple[Asked, Wording]], signs: list[list[Asked]]) -> Placed:
        among = _once(one for one, _wording in exact)
        common = _common([among, *signs])
        if len(common) == 1:
            wording = next(wording for one, wording in exact if one is common[0])
            return Placed(Ground.EXACT, common[0], wording)
        ground = Ground.WEAK if common else Ground.CONFLICT
        return Placed(ground, may=common or _once([*among, *(one for sign in signs for one in sign)]))

    def _nearly(self, words: str, signs: list[list[Asked]]) -> Placed:
        pointed = _once(one for sign in signs for one in sign)
        common = _common(signs)
        if pointed and not common:
            return Placed(Ground.CONFLICT, may=pointed)
        alike = self._alike(words) if words else []
        best = alike[0][1] if alike and alike[0][0] >= (NEAR if common else NEARER) else None
        alone = best is not None and (len(alike) == 1 or alike[0][0] - alike[1][0] >= APART)
        if best is not None and alone and common in ((), (best,)):
            wording = max(best.wordings, key=lambda one: _likeness(words, flat(one.title)))
            return Placed(Ground.REWORDED, best, wording)
        if best is not None and common and best not in common:
            return Placed(Ground.CONFLICT, may=_once([*common, best]))
        may = common or tuple(one for share, one in alike if share >= NEAR)
        return Placed(Ground.WEAK if may else Ground.UNKNOWN, may=may)

    def _alike(self, words: str) -> list[tuple[float, Asked]]:
        shares = {
            place: max(_likeness(words, flat(wording.title)) for wording in one.wordings)
            for place, one in enumerate(self._asked)
        }
        ranked = sorted(shares, key=lambda place: (-shares[place], place))
        return [(shares[place], self._asked[place]) for place in ranked]


def numbered(text: str) -> int | None:
    """The number of a recommendation, also from "Aanbeveling 3" or "3."."""
    found = _NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else None


def _common(signs: Iterable[Sequence[Asked]]) -> tuple[Asked, ...]:
    """What every sign that says anything points to."""
    told = [sign for sign in signs if sign]
    return tuple(one for one in told[0] if all(one in sign for sign in told)) if told else ()


def _once(found: Iterable[Asked]) -> tuple[Asked, ...]:
    return tuple(dict.fromkeys(found))


def _likeness(one: str, other: str) -> float:
    compared = SequenceMatcher(None, one[:LONGEST], other[:LONGEST], autojunk=False)
    return compared.ratio() if compared.quick_ratio() >= NEAR else compared.quick_ratio() * NEAR
