"""Households in a pool: who shares a home, without saying where it is."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain.addresses import address_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_POSTCODE = re.compile(r"\s*[1-9]\d{3}\s?[a-z]{2}\s*", re.IGNORECASE)


def home_key(cells: Sequence[str]) -> str:
    """One spelling of the home in `cells` (address, postcode, place in any order); "" if they are empty.

    What is no Dutch address is compared as text, whatever the capitals and spaces.
    """
    codes = [cell for cell in cells if _POSTCODE.fullmatch(cell)]
    rest = [cell for cell in cells if cell and cell not in codes]
    known = address_key(" ".join(rest), " ".join(codes))
    return known or "|".join(" ".join(cell.casefold().split()) for cell in cells).strip("|")


def households(homes: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """For each number the household it shares, named after its first number; "" for who shares none.

    Args:
        homes: number and home key of each registrant; an empty key is nobody's home.
    """
    together: dict[str, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for number, home in homes:
        found[number] = ""
        if home:
            together[home].append(number)
    for numbers in together.values():
        if len(numbers) > 1:
            found |= dict.fromkeys(numbers, min(numbers))
    return found
