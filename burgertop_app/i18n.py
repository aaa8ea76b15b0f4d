"""The language of screen and paper: gettext for sentences, Babel for dates and numbers."""

from __future__ import annotations

import gettext
import io
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.dates import format_date, format_datetime, format_time
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

LANGUAGES = ("nl", "en")
LOCALE = Path(__file__).parents[1] / "resources" / "locale"
DOMAIN = "burgertop"

_spoken = {"language": "nl"}


def use_language(code: str) -> None:
    """Speak `code` ("nl" or "en") everywhere from now on; anything else becomes English."""
    _spoken["language"] = code if code in LANGUAGES else "en"


def language() -> str:
    """The language now spoken, "nl" or "en"."""
    return _spoken["language"]


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak `code` inside the block, for a document in another language than the screen."""
    before = language()
    use_language(code)
    try:
        yield
    finally:
        use_language(before)


def _(message: str) -> str:
    """The sentence `message` (English) in the language now spoken."""
    return _catalogue(language()).gettext(message)


def said_in(code: str, message: str) -> str:
    """The sentence `message` (English) in the language `code`, whatever is spoken now."""
    return _catalogue(code).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The right form for `number`; put the number in afterwards with `.format`."""
    return _catalogue(language()).ngettext(singular, plural, number)


def mark(message: str) -> str:
    """`message` itself; marks it for translation where `_` follows later."""
    return message


def day(value: date, width: str = "long") -> str:
    """A date in words: "28 december 2026"; width "full" adds the weekday, "medium" shortens."""
    return format_date(value, format=width, locale=language())


def moment(value: datetime, width: str = "medium") -> str:
    """A date and time in words, in the zone that `value` carries."""
    return format_datetime(value, format=width, locale=language())


def minute(value: datetime, width: str = "long") -> str:
    """A date in words and a time without seconds: "19 juni 2026, 20:04"; width "medium" shortens."""
    return f"{day(value, width)}, {format_time(value, format='short', locale=language())}"


def number(value: float, decimals: int | None = None) -> str:
    """A number with the separators of the language: 2.000 or 4,6."""
    if decimals is None and type(value) is int:
        return _whole_number(value, language())
    pattern = None if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=language())


def listed(parts: Sequence[str]) -> str:
    """Parts in a row as people say it: "a, b en c"; "" for none."""
    return format_list(parts, locale=language())


def percent(share: float, decimals: int = 0) -> str:
    """A share of 1 as a percentage: 0.217 is "22 %" in Dutch, never broken over two lines."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "") + "\N{NO-BREAK SPACE}%"
    return format_percent(share, format=pattern, locale=language())


@lru_cache(maxsize=10_000)
def _whole_number(value: int, code: str) -> str:
    """Remembered, because a list asks for the same numbers in every row and Babel takes 50 µs each time."""
    return format_decimal(value, locale=code)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    if code == "en":
        return gettext.NullTranslations()
    source = LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = source.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    return gettext.GNUTranslations(_compile(source))


def _compile(source: Path) -> io.BytesIO:
    with source.open("rb") as handle:
        catalogue = read_po(handle, locale=source.parents[1].name)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return compiled
