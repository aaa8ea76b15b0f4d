"""What every voter has left to spend, in whole numbers of any length: nothing is rounded."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.budgeting import Backing


class Purse:
    """The money of all voters, over one common denominator."""

    def __init__(self, share: Fraction, voters: int) -> None:
        self._left = [share.numerator] * voters
        self._of = share.denominator

    def asks(self, backing: Backing, cost: int) -> Fraction | None:
        """What a point costs those who do not pay all; None when they cannot pay `cost` together."""
        left = self._left
        if backing.alike:
            return self._asks_alike(sorted(left[voter] for voter in backing.voters), cost)
        every = lcm(*set(backing.points))
        have = sorted(
            (left[voter] * (every // points), points)
            for voter, points in zip(backing.voters, backing.points, strict=True)
        )
        due, paying = cost * self._of, backing.total
        for per_point, points in have:
            if per_point * paying >= due * every:
                return Fraction(due, paying * self._of)
            due -= per_point * points // every
            paying -= points
        return None

    def pay(self, backing: Backing, each: Fraction) -> Fraction:
        """Take `each` per point, or all that a voter has left; gives the most that one pays."""
        times = each.denominator // gcd(each.denominator, self._of)
        if times > 1:
            self._left = [amount * times for amount in self._left]
            self._of *= times
        due = each.numerator * (self._of // each.denominator)
        if backing.alike:
            for voter in backing.voters:
                self._left[voter] = max(self._left[voter] - due, 0)
            return each
        most = 0
        for voter, points in zip(backing.voters, backing.points, strict=True):
            paid = min(self._left[voter], due * points)
            self._left[voter] -= paid
            most = max(most, paid)
        return Fraction(most, self._of)

    def _asks_alike(self, have: Sequence[int], cost: int) -> Fraction | None:
        """The same where everybody has one point."""
        due, paying = cost * self._of, len(have)
        for amount in have:
            if amount * paying >= due:
                return Fraction(due, paying * self._of)
            due -= amount
            paying -= 1
        return None
