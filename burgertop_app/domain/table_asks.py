"""What a table asks, a language or a skill: who may lead it, and who finds their own language there.

A table has it among its properties as "language:Turks" or "skill:techniek"; upper and lower case are alike.
A table that asks what no facilitator brings is led by anybody: better that than nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

LANGUAGE, SKILL = "language:", "skill:"


def key(asked: str) -> str:
    """The same for every way of writing it."""
    return " ".join(asked.casefold().split())


def skills_from(text: str) -> tuple[str, ...]:
    """The skills that "lezen en schrijven, techniek" names, each once."""
    return _named(text.replace(";", ",").split(","))


def languages_from(text: str) -> tuple[str, ...]:
    """The languages that "Turks, Arabisch of Frans" names, each once."""
    return _named(re.split(r"[,;/]|\s+(?:en|of|and|or)\s+", text))


def asks(properties: Iterable[str]) -> frozenset[str]:
    """The languages and skills among the properties of a table, as keys."""
    return frozenset(key(one) for one in properties if one.startswith((LANGUAGE, SKILL)))


def brought(languages: Iterable[str], skills: Iterable[str]) -> frozenset[str]:
    """What a facilitator brings, as keys."""
    named = (*(LANGUAGE + one for one in languages), *(SKILL + one for one in skills))
    return frozenset(map(key, named))


def serving(languages: Iterable[str], tables: Sequence[Iterable[str]]) -> tuple[int, ...]:
    """The tables (from 0) where one of these languages is spoken, by the properties of each table."""
    wanted = {key(LANGUAGE + one) for one in languages}
    return tuple(index for index, properties in enumerate(tables) if wanted & asks(properties))


def leadable(tables: Sequence[Iterable[str]], brings: Sequence[frozenset[str]]) -> list[frozenset[int]]:
    """Per facilitator the tables (from 0) that they can lead."""
    known = frozenset[str]().union(*brings)
    asked = [asks(properties) & known for properties in tables]
    return [frozenset(index for index, needed in enumerate(asked) if needed <= each) for each in brings]


def divided(
    tables: Sequence[int], able: Sequence[Collection[int]], now: Mapping[int, int] | None = None
) -> dict[int, int]:
    """A facilitator (from 0) for as many of these tables as possible, each one table.

    Tables that few can lead come first; whoever leads a table `now` and can, keeps one as far as possible.

    Args:
        tables: those that need a facilitator, in order.
        able: per facilitator the tables that they can lead.
        now: the facilitator per table.
    """
    leads = {table: one for table, one in (now or {}).items() if table in able[one]}
    count = {table: sum(table in each for each in able) for table in tables}
    for table in sorted(tables, key=lambda table: (count[table] == len(able), count[table], table)):
        if table not in leads:
            _find(table, able, leads, set())
    return leads


def _named(parts: Iterable[str]) -> tuple[str, ...]:
    named = (" ".join(part.split()) for part in parts)
    return tuple({key(one): one for one in named if one}.values())


def _find(table: int, able: Sequence[Collection[int]], leads: dict[int, int], tried: set[int]) -> bool:
    """Give a table a facilitator; one who leads another gives that up when it finds somebody else."""
    table_of = {one: led for led, one in leads.items()}
    options = [one for one, each in enumerate(able) if table in each and one not in tried]
    for one in sorted(options, key=lambda one: (one in table_of, one)):
        tried.add(one)
        if one not in table_of or _find(table_of[one], able, leads, tried):
            leads[table] = one
            return True
    return False
