"""How a letter reaches somebody: by post or by e-mail, as they prefer and as we know an address."""

from __future__ import annotations

from enum import StrEnum


class Way(StrEnum):
    """How a letter goes."""

    POST = "post"
    EMAIL = "email"
    NONE = "none"


def way_of(prefers: str, *, address: bool, email: bool) -> Way:
    """The way that somebody asked for if we can go it, else e-mail before post, else none.

    Args:
        prefers: the value of a `Way`, or empty.
        address: whether we know a postal address.
        email: whether we know an e-mail address.
    """
    open_ways = [way for way, known in ((Way.EMAIL, email), (Way.POST, address)) if known]
    if prefers in open_ways:
        return Way(prefers)
    return open_ways[0] if open_ways else Way.NONE
