"""A TOML file of rules, read so that every fault can be told with its line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput, NotFound
from burgertop_app.exchange.rule_lines import overfull_line, rule_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_PLACE = re.compile(r"\(at line (\d+), column \d+\)$")
_LONGEST, _LONGEST_TEXT = 12, 300


@dataclass(frozen=True)
class Rule:
    """One rule: what kind, its fields, and the line of its heading in the file."""

    kind: str
    fields: Mapping[str, object]
    line: int
    file: str

    def text(self, field: str, fallback: str | None = None) -> str:
        """A field with words, or a number that stands for a name."""
        value = self.fields.get(field, fallback)
        if not isinstance(value, str | int) or isinstance(value, bool) or value == "":
            raise self.fault("seating_rule_value", field=field)
        return str(value)

    def texts(self, field: str, *, needed: bool = True) -> tuple[str, ...]:
        """A field with a list of words, or just one."""
        value = self.fields.get(field, [])
        values = value if isinstance(value, list) else [value]
        if any(not isinstance(one, str | int) or isinstance(one, bool) or one == "" for one in values):
            raise self.fault("seating_rule_value", field=field)
        if needed and not values:
            raise self.fault("seating_rule_value", field=field)
        return tuple(str(one) for one in values)

    def number(self, field: str, most: int, fallback: int | None = None) -> int:
        """A whole number from 1 to `most`."""
        value = self.fields.get(field, fallback)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.fault("seating_rule_value", field=field)
        if value > most:
            told = str(value) if value < 10**_LONGEST else f"{10**_LONGEST}…"
            raise self.fault("seating_rule_beyond", field=field, value=told, most=most)
        return value

    def numbers(self, field: str, most: int) -> tuple[int, ...]:
        """A list of whole numbers from 1 to `most`; all of them when the field is left out."""
        if field not in self.fields:
            return tuple(range(1, most + 1))
        value = self.fields[field]
        values = value if isinstance(value, list) else [value]
        if not values:
            raise self.fault("seating_rule_value", field=field)
        return tuple(
            Rule(self.kind, {field: one}, self.line, self.file).number(field, most) for one in values
        )

    def choice(self, field: str, known: Sequence[str], fallback: str | None = None) -> str:
        """A word that is one of these."""
        value = self.text(field, fallback)
        if value not in known:
            raise self.fault("seating_rule_name", field=field, value=value, known=", ".join(known))
        return value

    def alone(self, field: str, value: object) -> Rule:
        """The same rule with only this field, to look at one of several values."""
        return Rule(self.kind, {field: value}, self.line, self.file)

    def fault(self, code: str, **params: str | int) -> InvalidInput:
        """The error with this code, naming file, line and kind of rule."""
        told = {name: _seen(value) if isinstance(value, str) else value for name, value in params.items()}
        return InvalidInput(code, file=self.file, line=self.line, kind=self.kind, **told)


def read_rule_text(path: Path, kinds: Mapping[str, Sequence[str]]) -> tuple[Rule, ...]:
    """The rules in a file, in its order per kind.

    Args:
        path: a TOML file with one `[[kind]]` heading per rule.
        kinds: the fields that each kind may have.

    Raises:
        NotFound: there is no such file.
        InvalidInput: not TOML, or a kind or a field that is not known; the error names file and line.
    """
    text = _text(path)
    content, lines = _content(text, path.name), rule_lines(text)
    found = []
    for kind, rules in content.items():
        places = lines.rules.get(kind, [])
        line = min(places, default=lines.first.get(kind, 1))
        if kind not in kinds:
            raise InvalidInput(
                "seating_rule_kind",
                file=path.name,
                line=line,
                kind=_seen(kind),
                known=", ".join(sorted(kinds)),
            )
        if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules):
            raise InvalidInput("seating_rule_form", file=path.name, line=line, kind=kind)
        for at, fields in zip(places, rules, strict=True):
            found.append(_known(Rule(kind, fields, at, path.name), kinds[kind]))
    return tuple(found)


def _seen(text: str) -> str:
    """A text from a file as it can stand in one sentence: on one line, without marks that turn it round."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text[:_LONGEST_TEXT])
    return plain if len(text) <= _LONGEST_TEXT else f"{plain}…"


def _known(rule: Rule, fields: Sequence[str]) -> Rule:
    for field in rule.fields:
        if field not in fields:
            raise rule.fault("seating_rule_field", field=field, known=", ".join(fields))
    return rule


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise NotFound("seating_rules_missing", file=str(path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidInput("seating_rules_unreadable", file=path.name, reason=reason) from error
    except ValueError as error:
        raise InvalidInput("seating_rules_not_toml", file=path.name) from error


def _content(text: str, name: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place else overfull_line(text) or text.count("\n") + 1
        raise InvalidInput("seating_rules_line", file=name, line=line) from error
