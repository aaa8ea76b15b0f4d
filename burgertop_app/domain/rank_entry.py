"""Places as they stand on one slip, beside the proposals: read, and held against what is likely a mistake."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_methods import RANKED, BallotRule
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from burgertop_app.domain.ballot_methods import BallotMethod

_NUMBER = re.compile(r"[0-9]{1,4}")


def asks_places(method: BallotMethod) -> bool:
    """Whether voters write a place behind each proposal."""
    return method.rule in RANKED or (method.rule is BallotRule.TOP and method.ordered)


def read_places(typed: Sequence[str]) -> dict[int, int]:
    """The places by the place of the option, from 0; `typed` is what stands beside each, "" for nothing.

    Raises:
        InvalidInput: something that is no number. Whether it keeps to the rule is for `refuse_marks`.
    """
    found: dict[int, int] = {}
    for at, said in enumerate(typed):
        text = said.strip()
        if text and not _NUMBER.fullmatch(text):
            raise InvalidInput("vote_sign", sign=text)
        if text:
            found[at] = int(text)
    return found


def refuse_unlikely(marks: Mapping[int, int]) -> None:
    """Refuse places that may stand on a paper but are more often a slip of the hand.

    Two equals at place 2 may be followed by 3 or by 4: people count either way.

    Raises:
        InvalidInput: `vote_places_equal`, two proposals have one place, or `vote_places_gap`, one is missing.
    """
    times = Counter(marks.values())
    before, counted = 0, 0
    for place in sorted(times):
        if place not in (before + 1, counted + 1):
            raise InvalidInput("vote_places_gap", place=place, missing=before + 1)
        before, counted = place, counted + times[place]
    twice = [place for place in sorted(times) if times[place] > 1]
    if twice:
        raise InvalidInput("vote_places_equal", place=twice[0], count=times[twice[0]])


def order_of(marks: Mapping[int, int]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Each place that is there with the options that have it, the best first."""
    return tuple(
        (place, tuple(at for at, mark in sorted(marks.items()) if mark == place))
        for place in sorted(set(marks.values()))
    )
