"""Reading one value of a sheet with cards: what it becomes, or what is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.domain.bsn import text_has_bsn
from burgertop_app.domain.guesses import likely
from burgertop_app.domain.importing import EMPTY, SKIP_ROW, Finding, value, values
from burgertop_app.exchange.readings import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE = re.compile(r"(?:tafel|table|ronde|round|nr\.?|[tr])?\s*0*([1-9]\d{0,2})", re.IGNORECASE)
_COUNT = re.compile(r"0*([1-9]\d{0,2})\s*(?:x|×|keer|maal|times)?", re.IGNORECASE)


def read_text(cell: str) -> Reading:
    """The words of a card; without words there is no card, and a BSN does not belong in it."""
    if not cell:
        return Reading("", Finding("text_blank", (SKIP_ROW,), SKIP_ROW, free=True))
    if text_has_bsn(cell):
        return Reading("", Finding("text_has_bsn", (SKIP_ROW,), free=True))
    return Reading(cell)


def read_place(cell: str) -> Reading:
    """The number of a table or a round, also from "tafel 3"; none is allowed."""
    found = _PLACE.fullmatch(cell)
    if not cell or found is not None:
        return Reading(found[1] if found else "")
    return Reading("", Finding("place_wrong", (EMPTY, SKIP_ROW), free=True))


def read_count(cell: str) -> Reading:
    """How often a card was said; nothing means once."""
    found = _COUNT.fullmatch(cell)
    if not cell or found is not None:
        return Reading(found[1] if found else "")
    return Reading("", Finding("count_wrong", (value("1"), SKIP_ROW), value("1"), free=True))


def read_listed(cell: str, known: tuple[str, ...], elsewhere: Mapping[str, str]) -> Reading:
    """One of the `known` names, also in a language of `elsewhere`; any when there are none, or no name."""
    if not cell or not known:
        return Reading(cell)
    same = next((name for name in known if name.casefold() == cell.casefold()), None)
    same = same or elsewhere.get(cell.casefold())
    if same is not None and same in known:
        return Reading(same)
    guess = likely(cell, known)
    choices = (*values(*known), EMPTY, SKIP_ROW)
    return Reading("", Finding("value_unknown", choices, value(guess) if guess is not None else None))
