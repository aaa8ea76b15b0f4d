"""Personal codes for letters: short, without look-alikes, with a character that gives slips away.

The alphabet has no 0, O, 1, I and L and counts 31 signs, a prime number. The weighted sum of a whole code is
a multiple of 31, with weights 8 down to 1, as ISBN-10 does with 11. So one wrong character, and two that
changed places, never give another valid code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 8
HALF = LENGTH // 2
_FAIR = 256 - 256 % len(ALPHABET)
_PLACES = {mark: place for place, mark in enumerate(ALPHABET)}


def new_code(entropy: Callable[[int], bytes], taken: set[str]) -> str:
    """A code that is not among `taken`, to which it is added; every free code is equally likely."""
    while True:
        body = _chance(entropy)
        code = body + _check(body)
        if code not in taken:
            taken.add(code)
            return code


def tidy_code(text: str) -> str:
    """The code that somebody typed, whatever the capitals, spaces and dashes.

    Raises:
        InvalidInput: it has another length, a sign that no code has, or a slip in it.
    """
    code = "".join(mark for mark in text.upper() if not mark.isspace() and mark not in "-–—.")
    strange = next((mark for mark in code if mark not in _PLACES), None)
    if strange is not None and len(code) <= 2 * LENGTH:
        raise InvalidInput("code_sign", sign=strange)
    if len(code) != LENGTH:
        raise InvalidInput("code_length", length=len(code), wanted=LENGTH)
    if _sum(code):
        raise InvalidInput("code_slip")
    return code


def shown_code(code: str) -> str:
    """A code as it stands in a letter: "7KQM-3XWA"."""
    return f"{code[:HALF]}-{code[HALF:]}" if code else ""


def _chance(entropy: Callable[[int], bytes]) -> str:
    found = ""
    while len(found) < LENGTH - 1:
        fair = (byte for byte in entropy(LENGTH) if byte < _FAIR)
        found += "".join(ALPHABET[byte % len(ALPHABET)] for byte in fair)
    return found[: LENGTH - 1]


def _check(body: str) -> str:
    return ALPHABET[-_sum(body) % len(ALPHABET)]


def _sum(code: str) -> int:
    """The weighted sum, modulo 31; the last of eight signs weighs one."""
    return sum((LENGTH - place) * _PLACES[mark] for place, mark in enumerate(code)) % len(ALPHABET)
