"""What every voter has left to spend, in whole numbers of any length: nothing is rounded."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Purse:
    """The money of all voters, over one common denominator."""

    def __init__(self, share: Fraction, voters: int) -> None:
        self._left = [share.numerator] * voters
        self._of = share.denominator

    def asks(self, voters: Sequence[int], cost: int) -> Fraction | None:
        """What those pay who pay most when these voters pay `cost` together; None when they cannot."""
        have = sorted(self._left[voter] for voter in voters)
        due, paying = cost * self._of, len(have)
        for amount in have:
            if amount * paying >= due:
                return Fraction(due, paying * self._of)
            due -= amount
            paying -= 1
        return None

    def pay(self, voters: Sequence[int], each: Fraction) -> None:
        """Take `each` from these voters, or all that they have left."""
        times = each.denominator // gcd(each.denominator, self._of)
        if times > 1:
            self._left = [amount * times for amount in self._left]
            self._of *= times
        due = each.numerator * (self._of // each.denominator)
        for voter in voters:
            self._left[voter] = max(self._left[voter] - due, 0)
