"""Amounts in euros as people write them: "€ 12.500", "12.500,50", "1,5 miljoen", "12500 euro"."""

from __future__ import annotations

import re
from decimal import Decimal

from burgertop_app.domain.errors import InvalidInput

DEAREST = 2_000_000_000
"""More euros than anything that residents propose costs."""

_AMOUNT = re.compile(
    r"""
    (?P<before>€|\bEUR\b|\beuro\b)?\s*
    (?<![\d.,])(?P<number>\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d{1,15}(?:[.,]\d{1,2})?)
    (?:,-{1,2}|,=|,–)?(?![\d.,]*\d)\s*
    (?P<times>miljoen|million|mln\.?|mio|duizend|thousand|k\b)?\s*
    (?P<after>€|\bEUR\b|\beuro'?s?\b)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TIMES = {"m": 1_000_000, "d": 1_000, "t": 1_000, "k": 1_000}
_MOST = 10**15


def cents_in(text: str) -> int | None:
    """The amount that `text` names, in eurocents.

    Numbers beside a euro sign or word count; without one the whole text must be a number. None when there
    is no amount or more than one: the words then stand for themselves.
    """
    found = list(_AMOUNT.finditer(text.strip()))
    marked = [one for one in found if one["before"] or one["after"]]
    if not marked:
        marked = [one for one in found if one[0].strip() == text.strip()]
    if len(marked) != 1:
        return None
    if marked[0]["times"] and re.fullmatch(r"\d+[.,]\d{3}", marked[0]["number"]):
        return None
    cents = int(_value(marked[0]["number"]) * 100 * _factor(marked[0]["times"]))
    return cents if cents < _MOST else None


def euros_in(text: str) -> int | None:
    """The amount in whole euros that `text` is, exactly; None for nothing.

    The whole text must be the amount, typed the Dutch way: "12.500", "€ 12.500", "12.500,00" or "12.500,-".

    Raises:
        InvalidInput: it is no amount, it has cents, or "12,500" can be read in two ways.
    """
    said = " ".join(text.split())
    if not said:
        return None
    found = _AMOUNT.fullmatch(said)
    if found is None:
        raise InvalidInput("cost_unclear", text=said)
    if re.fullmatch(r"\d{1,3}(,\d{3})+", found["number"]):
        raise InvalidInput("cost_two_ways", text=said)
    cents = cents_in(said)
    if cents is None:
        raise InvalidInput("cost_unclear", text=said)
    if cents % 100:
        raise InvalidInput("cost_cents", text=said)
    return checked_cost(cents // 100)


def checked_cost(euros: int | None) -> int | None:
    """An amount that can be kept.

    Raises:
        InvalidInput: it is below nothing or more than anything costs.
    """
    if euros is not None and not 0 <= euros <= DEAREST:
        raise InvalidInput("cost_out_of_bounds", most=f"{DEAREST:,}".replace(",", "."))
    return euros


def _value(number: str) -> Decimal:
    """Three figures behind a point or comma are thousands, one or two are cents."""
    bare = re.sub(r"\s", "", number)
    whole, mark, part = bare, "", ""
    found = re.fullmatch(r"(.*\d)([.,])(\d{1,2})", bare)
    if found is not None:
        whole, mark, part = found.groups()
    return Decimal(re.sub(r"[.,]", "", whole) + (f".{part}" if mark else ""))


def _factor(times: str | None) -> int:
    return _TIMES[times[0].casefold()] if times else 1
