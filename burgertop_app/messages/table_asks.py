"""Languages and skills at tables in words, and as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.people import NeedKind
from burgertop_app.domain.table_asks import LANGUAGE, SKILL
from burgertop_app.i18n import _, listed, ngettext
from burgertop_app.messages.table_rules import numbers_from, numbers_said
from burgertop_app.messages.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NEEDS = frozenset(NeedKind)


def asked_words(asked: str) -> str:
    """What is needed at a table, as the program keeps it ("wheelchair, language:Turks"), for people."""
    return ", ".join(map(_one, asked.split(", ")))


def asks_words(asked: str, tables: Sequence[int]) -> str:
    """What tables ask: "Tables 3 and 5 ask Turks."."""
    said = ngettext("Table {tables} asks {what}.", "Tables {tables} ask {what}.", len(tables))
    return said.format(tables=listed(list(map(str, tables))), what=_one(asked))


def brings_words(name: str, languages: Sequence[str], skills: Sequence[str]) -> str:
    """What a facilitator speaks and can: "Aylin: Nederlands, Turks · techniek"."""
    return f"{name}: {' · '.join(filter(None, (', '.join(languages), ', '.join(skills))))}"


def language_words(name: str, languages: Sequence[str], *, spoken: bool) -> str:
    """Which language somebody needs, and whether any table has it."""
    said = (
        _("{name} gets a table with {languages}.")
        if spoken
        else _("{name} needs {languages}, but no table asks that yet.")
    )
    return said.format(name=name, languages=" / ".join(languages))


def lacking_words(asked: Sequence[str]) -> str:
    """What tables ask and no facilitator brings; "" when nothing."""
    if not asked:
        return ""
    return _("No facilitator brings {what}. Anybody may lead such a table now.").format(
        what=listed(list(map(_one, asked)))
    )


def asks_said(asked: Mapping[str, Sequence[int]], prefix: str) -> str:
    """Languages or skills as people write them, a line each: "Turks: 3, 5"."""
    return "\n".join(
        f"{name.removeprefix(prefix)}: {numbers_said(tables)}"
        for name, tables in asked.items()
        if name.startswith(prefix)
    )


def asks_from(text: str, prefix: str, most: int) -> dict[str, tuple[int, ...]]:
    """The tables per language or skill that lines such as "Turks: 3, 5" give; errors as `numbers_from`.

    Raises:
        InvalidInput: a line has no name, or no numbers of tables.
    """
    found: dict[str, tuple[int, ...]] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, colon, numbers = line.rpartition(":")
        tables = numbers_from(numbers, most) if colon else ()
        if not tables:
            raise InvalidInput("asks_line", text=line[:60])
        if not name.strip() or ":" in name or "," in name:
            raise InvalidInput("asks_name", text=line[:60])
        asked = prefix + " ".join(name.split())
        found[asked] = tuple(sorted({*found.get(asked, ()), *tables}))
    return found


def _one(asked: str) -> str:
    for prefix in (LANGUAGE, SKILL):
        if asked.startswith(prefix):
            return asked.removeprefix(prefix)
    return word(NeedKind(asked)) if asked in _NEEDS else asked
