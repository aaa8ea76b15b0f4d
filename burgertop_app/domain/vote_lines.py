"""What somebody types while entering slips: a short line for the marks of one slip, read back as marks.

For and against: a sign for each option in order, `+` for, `-` against, `0` blank, or letters of the language;
scores and temperatures: a number for each option in order, `.` for none;
dots: option and dots, `3x2 5x1`, or the option as often as it has dots, `3 3 5`;
approval and a top without order: the options, `1 4 7`;
Commas and semicolons part as a space does. Places are typed beside each option instead: see `rank_entry`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_marks import AGAINST, BLANK, FOR
from burgertop_app.domain.ballot_methods import EACH, BallotRule
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from burgertop_app.domain.ballot_methods import BallotMethod

NOTHING = "."
SIGNS = {"+": FOR, "-": AGAINST, "0": BLANK, NOTHING: None}
_PAIR = re.compile(r"(\d{1,4})(?:[x*:](\d{1,3}))?")
_NUMBER = re.compile(r"\d{1,4}")
_BETWEEN = re.compile(r"[\s,;]+")


def read_line(
    text: str, method: BallotMethod, numbers: Sequence[int], letters: Mapping[str, int]
) -> dict[int, int]:
    """The marks of one slip by the place of the option, from 0.

    Args:
        text: what was typed.
        method: how is counted.
        numbers: the number of each option as it stands on the slip.
        letters: what letters mean for votes for and against, in the language of the slip.

    Raises:
        InvalidInput: a sign that means nothing, an option that is not there or there twice, or too few or
            too many answers. Whether the marks keep to the rule is for `refuse_marks`.
    """
    words = _BETWEEN.sub(" ", text).split()
    places = {number: place for place, number in enumerate(numbers)}
    if method.rule in EACH:
        signs = {**SIGNS, **letters}
        given = [_sign(sign, signs) for sign in "".join(words).casefold()]
        return _in_order(given, len(numbers))
    if method.rule in (BallotRule.SCORE, BallotRule.TEMPERATURE):
        return _in_order([None if word == NOTHING else _number(word) for word in words], len(numbers))
    dots = method.rule is BallotRule.DOTS
    return _dots(words, places) if dots else dict.fromkeys(_each(words, places), 1)


def _in_order(given: Sequence[int | None], options: int) -> dict[int, int]:
    if len(given) != options:
        raise InvalidInput("vote_options_count", count=options, given=len(given))
    return {place: mark for place, mark in enumerate(given) if mark is not None}


def _dots(words: Iterable[str], places: Mapping[int, int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for word in words:
        pair = _PAIR.fullmatch(word)
        if pair is None:
            raise InvalidInput("vote_sign", sign=word)
        place = _place(pair[1], places)
        found[place] = found.get(place, 0) + int(pair[2] or 1)
    return {place: dots for place, dots in found.items() if dots}


def _each(words: Iterable[str], places: Mapping[int, int]) -> list[int]:
    found: list[int] = []
    for word in words:
        place = _place(word, places)
        if place in found:
            raise InvalidInput("vote_option_twice", option=_said(place, places))
        found.append(place)
    return found


def _place(word: str, places: Mapping[int, int]) -> int:
    number = _number(word)
    if number not in places:
        raise InvalidInput("vote_option_unknown", option=number)
    return places[number]


def _said(place: int, places: Mapping[int, int]) -> int:
    return next(number for number, at in places.items() if at == place)


def _number(word: str) -> int:
    if not _NUMBER.fullmatch(word) or not word.isascii():
        raise InvalidInput("vote_sign", sign=word)
    return int(word)


def _sign(sign: str, signs: Mapping[str, int | None]) -> int | None:
    if sign not in signs:
        raise InvalidInput("vote_sign", sign=sign)
    return signs[sign]
