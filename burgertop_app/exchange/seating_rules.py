"""Rules for a table plan from a TOML file: who must sit at which table in which round."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput, NotFound
from burgertop_app.domain.seating import SeatLock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LOCK = "lock"
_PLACE = re.compile(r"at line (\d+)")
_FIELDS = ("person", "round", "table")


def read_locks(path: Path, people: Sequence[str], rounds: int, tables: int) -> tuple[SeatLock, ...]:
    """The locks in `path`, one `[[lock]]` with person, round and table (from 1) each.

    Raises:
        NotFound: there is no such file.
        InvalidInput: not TOML, a rule of another kind, a field that is missing or wrong, a person who is not
            one of `people`, or a round or table beyond the plan; the error names the file and the rule.
    """
    content = _content(path)
    for kind, rules in content.items():
        if kind != LOCK:
            raise InvalidInput("seating_rule_kind", file=path.name, kind=kind)
        if not isinstance(rules, list):
            raise InvalidInput("seating_rule_form", file=path.name, kind=kind)
    places = {person: place for place, person in enumerate(people)}
    found = content.get(LOCK, [])
    rules = found if isinstance(found, list) else []
    most = {"round": rounds, "table": tables}
    return tuple(_lock(rule, number, path.name, places, most) for number, rule in enumerate(rules, start=1))


def _content(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NotFound("seating_rules_missing", file=str(path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidInput("seating_rules_unreadable", file=path.name, reason=reason) from error
    except ValueError as error:
        place = _PLACE.search(str(error))
        raise InvalidInput(
            "seating_rules_line" if place else "seating_rules_not_toml",
            file=path.name,
            line=place[1] if place else "",
        ) from error


def _lock(rule: object, number: int, file: str, places: dict[str, int], most: dict[str, int]) -> SeatLock:
    if not isinstance(rule, dict):
        raise InvalidInput("seating_rule_form", file=file, kind=LOCK)
    for field in rule:
        if field not in _FIELDS:
            raise InvalidInput("seating_rule_field", file=file, number=number, field=str(field))
    person = rule.get("person")
    if not isinstance(person, str | int) or isinstance(person, bool):
        raise InvalidInput("seating_rule_value", file=file, number=number, field="person")
    if str(person) not in places:
        raise InvalidInput("seating_rule_person", file=file, number=number, person=str(person))
    at = {field: _counting(rule, field, number, file) for field in most}
    for field, value in at.items():
        if value > most[field]:
            raise InvalidInput(
                "seating_rule_beyond", file=file, number=number, field=field, value=value, most=most[field]
            )
    return SeatLock(places[str(person)], at["round"] - 1, at["table"] - 1)


def _counting(rule: dict[str, object], field: str, number: int, file: str) -> int:
    value = rule.get(field)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InvalidInput("seating_rule_value", file=file, number=number, field=field)
    return value
