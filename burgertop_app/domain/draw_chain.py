"""What follows from a draw without a new seed: a chain of states, and an order of people under each state."""

from __future__ import annotations

import hashlib

THOUSAND = 1000


def chained(digest: str, source: str, purpose: str, running: int, before: str) -> str:
    """The state number `running` of a chain, in hex.

    SHA-256 of the lottery's hash, the seed (or the number drawn by hand), "reserve" or "replacement", the
    running number and the hash of what was before, line by line.
    """
    return hashlib.sha256(f"{digest}\n{source}\n{purpose}\n{running}\n{before}".encode()).hexdigest()


def rank(state: str, number: str) -> str:
    """Where a number stands under a state: the lowest comes first."""
    return hashlib.sha256(f"{state}\n{number}".encode()).hexdigest()


def thousandth(state: str, text: str) -> int:
    """A number 0 to 999 that follows from state and text.

    It is the first eight bytes of their SHA-256, modulo 1000; what makes some of the numbers more likely is
    less than one in 10^16.
    """
    block = hashlib.sha256(f"{state}\n{text}".encode()).digest()
    return int.from_bytes(block[:8], "big") % THOUSAND
