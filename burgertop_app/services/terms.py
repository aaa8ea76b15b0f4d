"""Terms with the shipped table of days off: the one place that reads it."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from burgertop_app.domain import terms
from burgertop_app.domain.errors import InvalidInput, NotFound
from burgertop_app.domain.holidays import Holidays

if TYPE_CHECKING:
    from burgertop_app.domain.terms import Due, Term

TABLE = Path(__file__).parents[2] / "resources" / "holidays" / "besluitdagen.toml"


class Terms:
    """Counts terms; the table is read at the first one."""

    def __init__(self, table: Path = TABLE) -> None:
        self._table = table

    @cached_property
    def holidays(self) -> Holidays:
        """The days off, with the decree days of the table.

        Raises:
            NotFound: the table is not there.
            InvalidInput: the table is damaged, or edited wrongly.
        """
        return read_table(self._table)

    def due(self, begun: date, term: Term) -> Due:
        """The last day for an answer in a term that began on `begun`, by the shipped table."""
        return terms.due(begun, term, self.holidays)


def read_table(file: Path) -> Holidays:
    """The days off that `file` (TOML: vanaf, tot_en_met, dagen) adds to the holidays of the law.

    Raises:
        NotFound: there is no such file.
        InvalidInput: not TOML, a field missing, not a date, or a day outside the period.
    """
    content = _content(file)
    days = content.get("dagen")
    if not isinstance(days, list):
        raise InvalidInput("decree_table_field", file=str(file), field="dagen")
    return Holidays(
        decree=frozenset(_as_day(value, file, "dagen") for value in days),
        first=_as_day(content.get("vanaf"), file, "vanaf"),
        last=_as_day(content.get("tot_en_met"), file, "tot_en_met"),
    )


def _content(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NotFound("decree_table_missing", file=str(file)) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidInput("decree_table_unreadable", file=str(file), detail=str(error)) from error


def _as_day(value: object, file: Path, field: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InvalidInput("decree_table_field", file=str(file), field=field)
    return value
