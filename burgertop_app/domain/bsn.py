"""The citizen service number (BSN): never wanted here, so recognised and refused.

A process has no ground in law to keep it. What is refused names the column, never a value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.sheets import letter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burgertop_app.domain.sheets import Table

FEWEST = 5
SHARE = 0.95
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_NAME = re.compile(r"(bsn|sofi|burgerservice|burgerservicen)(nr|nrs|no|num|nummer|nummers|number|s)*")
_NUMBER = re.compile(r"(?<![\d.,])\d(?:[ .-]?\d){7,8}(?![\d,]|\.\d)")
_NAMED_NUMBER = re.compile(
    r"\b(?:bsn|sofi|burgerservice)[a-z. -]*[:=#]?\s*(?:is\s+)?(\d(?:[ .-]?\d){7,8})(?!\d)", re.IGNORECASE
)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def refuse_bsn(table: Table) -> None:
    """Stop when a column of `table` is called BSN or holds them.

    Raises:
        InvalidInput: with the file, the column and its letter.
    """
    for place, title in enumerate(table.header):
        if names_bsn(title) or holds_bsns(row[place] for row in table.rows):
            raise InvalidInput("bsn_column", file=table.name, column=title, letter=letter(place))


def refuse_bsn_text(text: str, where: str) -> None:
    """Stop when pasted or typed `text` holds citizen service numbers; `where` names the field.

    Raises:
        InvalidInput: five numbers or more of which nearly all pass, or one that is called BSN.
    """
    if text_has_bsn(text):
        raise InvalidInput("bsn_text", where=where)


def text_has_bsn(text: str) -> bool:
    """Whether `text` has five such numbers or more of which nearly all pass, or one that is called BSN."""
    if not any(mark.isdigit() for mark in text):
        return False
    named = any(passes(number) for number in _NAMED_NUMBER.findall(text))
    return named or holds_bsns(_NUMBER.findall(text))


def names_bsn(title: str) -> bool:
    """Whether a header says BSN, sofi or burgerservicenummer, however it is spelled."""
    words = [word.casefold() for word in _WORD.findall(title)]
    whole = "".join(words)
    if "burgerservicen" in whole or "citizenservicen" in whole or _NAME.fullmatch(whole):
        return True
    return any(
        _NAME.fullmatch(word) or word.endswith("bsn") or word.startswith(("bsnn", "sofinu", "sofinr"))
        for word in words
    )


def holds_bsns(values: Iterable[str]) -> bool:
    """Whether five or more of `values` have 8 or 9 digits and 95 % of those pass the 11-test."""
    numbers = [value for value in values if value and value[0].isdigit() and _NUMBER.fullmatch(value)]
    if len(numbers) < FEWEST:
        return False
    return sum(map(passes, numbers)) >= SHARE * len(numbers)


def passes(number: str) -> bool:
    """Whether 8 or 9 digits pass the 11-test; eight get back the zero that a sheet took off."""
    digits = re.sub(r"\D", "", number).zfill(9)
    if len(digits) != len(_WEIGHTS) or not digits.strip("0"):
        return False
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0
