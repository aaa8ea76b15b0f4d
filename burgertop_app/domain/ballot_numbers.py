"""Numbers for voting slips: unpredictable, belonging to nobody, and proof against a slip of the finger.

The last digit is a check digit after H. M. Damm: one wrong digit, or two neighbours that changed places,
never gives another number that could be on a slip.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
LOW, HIGH = 1000, 9999
"""Before the check digit: five digits in all, the first not zero."""


def made(count: int, entropy: Callable[[int], bytes], taken: Collection[str] = ()) -> tuple[str, ...]:
    """So many new numbers in an order that tells nothing; none of `taken`."""
    found: dict[str, None] = {}
    while len(found) < count:
        drawn = int.from_bytes(entropy(8)) % (HIGH - LOW + 1) + LOW
        number = f"{drawn}{check_digit(str(drawn))}"
        if number not in taken:
            found[number] = None
    return tuple(found)


def check_digit(digits: str) -> int:
    """The digit that goes behind `digits`."""
    state = 0
    for digit in digits:
        state = _DAMM[state][int(digit)]
    return state


def plain(number: str) -> str:
    """A number as it is kept: without spaces, in capitals."""
    return "".join(number.split()).upper()
