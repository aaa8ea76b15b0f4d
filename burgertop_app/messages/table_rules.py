"""Rules of a meeting in words, and numbers of tables as people write them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import PairKind
from burgertop_app.domain.people import NeedKind
from burgertop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PART = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?")


def need_words(need: NeedKind) -> str:
    """Which tables a need asks for, as the label of a field."""
    return {
        NeedKind.WHEELCHAIR: _("Tables that a wheelchair can reach"),
        NeedKind.HEARING: _("Tables with a hearing loop"),
        NeedKind.QUIET: _("Quiet tables"),
    }[need]


def pair_words(kind: PairKind, one: str, other: str) -> str:
    """A rule about two people as a sentence."""
    said = (
        _("{one} and {other} always sit together.")
        if kind is PairKind.TOGETHER
        else _("{one} and {other} never sit together.")
    )
    return said.format(one=one, other=other)


def numbers_said(numbers: Iterable[int]) -> str:
    """Numbers as people write them: "1-4, 9"."""
    parts = []
    for _gap, run in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        found = [value for _place, value in run]
        parts.append(str(found[0]) if len(found) == 1 else f"{found[0]}-{found[-1]}")
    return ", ".join(parts)


def numbers_from(text: str, most: int) -> tuple[int, ...]:
    """The numbers that "1-4, 9" names, in order; none for an empty text.

    Raises:
        InvalidInput: something else stands there, or a number below 1 or above `most`.
    """
    found: set[int] = set()
    for part in re.split(r"[,;]|\s+(?=\d)(?<![-–]\s)", text):
        if not part.strip():
            continue
        read = _PART.fullmatch(part.strip())
        if read is None:
            raise InvalidInput("table_numbers", text=part.strip())
        first, last = int(read[1]), int(read[2] or read[1])
        for value in (first, last):
            if not 1 <= value <= most:
                raise InvalidInput("table_number_unknown", number=value, most=most)
        found.update(range(min(first, last), max(first, last) + 1))
    return tuple(sorted(found))


def topics_said(topics: Mapping[int, str]) -> str:
    """Topics of tables as people write them, a line each: "Groen: 1-4"."""
    tables: dict[str, list[int]] = {}
    for table, topic in sorted(topics.items()):
        tables.setdefault(topic, []).append(table)
    return "\n".join(f"{topic}: {numbers_said(numbers)}" for topic, numbers in tables.items())


def topics_from(text: str, most: int) -> dict[int, str]:
    """The topic per table that lines such as "Groen: 1-4" give; errors as `numbers_from`.

    Raises:
        InvalidInput: a line has no numbers of tables, or a table has two topics.
    """
    found: dict[int, str] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        topic, colon, numbers = line.rpartition(":")
        tables = numbers_from(numbers, most) if colon else ()
        if not topic.strip() or not tables:
            raise InvalidInput("topic_line", text=line[:60])
        for table in tables:
            if table in found:
                raise InvalidInput("topic_twice", table=table)
            found[table] = topic.strip()
    return found
