"""Between frozen values and plain data (as TOML and JSON have it), guided by their types.

A wrong key, a missing one, a wrong type or a value that refuses itself is reported with its path.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.form_rules import KNOWN, Rule, refuse

NAMES = {str: "text", int: "whole number", bool: "true or false"}


def build(kind: Any, data: object, key: str = "") -> Any:  # noqa: ANN401  (the type is data here)
    """A value of `kind` from plain `data`; `key` is the path to it.

    Raises:
        InvalidInput: with the path of what is wrong.
    """
    if kind in NAMES:
        return _simple(kind, data, key)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _enum(kind, data, key)
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind, _table(data, key), key)
    return _container(kind, data, key)


def plain(value: object) -> Any:  # noqa: ANN401  (JSON)
    """`value` as plain data that `build` reads back; what is as it would be anyway is left out."""
    if isinstance(value, StrEnum):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        named = {"name": value.name} if isinstance(value, Rule) else {}
        return named | {
            part.name: plain(getattr(value, part.name))
            for part in fields(value)
            if getattr(value, part.name) != _default(part)
        }
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, tuple) else value


def _simple(kind: type, data: object, key: str) -> object:
    if type(data) is not kind:
        refuse("recipe_type", key, wanted=NAMES[kind])
    return data


def _enum(kind: type[StrEnum], data: object, key: str) -> StrEnum:
    try:
        return kind(str(data))
    except ValueError:
        refuse("recipe_choice", key, value=str(data), choices=", ".join(kind))


def _container(kind: Any, data: object, key: str) -> object:  # noqa: ANN401
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return build(inner[0], data, key)
    if origin is tuple:
        if not isinstance(data, list):
            refuse("recipe_type", key, wanted="list")
        return tuple(build(inner[0], one, f"{key}[{place}]") for place, one in enumerate(data, 1))
    return {
        build(inner[0], name, f"{key}.{name}"): build(inner[1], one, f"{key}.{name}")
        for name, one in _table(data, key).items()
    }


def _dataclass(kind: type, data: Mapping[str, object], key: str) -> object:
    if kind is Rule:
        kind, data = _rule(data, key)
    known = _parts(kind)
    for name in data:
        if name not in known:
            refuse("recipe_key_unknown", _path(key, name), known=", ".join(known))
    for name, part in known.items():
        if part.required and name not in data:
            refuse("recipe_key_missing", _path(key, name))
    given = {name: build(known[name].kind, one, _path(key, name)) for name, one in data.items()}
    try:
        return kind(**given)
    except InvalidInput as error:
        raise InvalidInput(
            error.code, **error.params | {"key": _path(key, str(error.params["key"]))}
        ) from error


class _Part(NamedTuple):
    """A field of a frozen value."""

    kind: Any
    required: bool


@cache
def _parts(kind: type) -> Mapping[str, _Part]:
    """The fields of a kind; reading their types takes longer than building a value."""
    hints = get_type_hints(kind)
    return {part.name: _Part(hints[part.name], _default(part) is MISSING) for part in fields(kind)}


def _rule(data: Mapping[str, object], key: str) -> tuple[type, Mapping[str, object]]:
    names = {rule.name: rule for rule in KNOWN}
    if "name" not in data:
        refuse("recipe_key_missing", _path(key, "name"))
    if data["name"] not in names:
        refuse("recipe_choice", _path(key, "name"), value=str(data["name"]), choices=", ".join(names))
    return names[str(data["name"])], {name: one for name, one in data.items() if name != "name"}


def _table(data: object, key: str) -> Mapping[str, object]:
    if not isinstance(data, dict):
        refuse("recipe_type", key, wanted="table")
    return data


def _default(part: Any) -> object:  # noqa: ANN401  (a field of any type)
    if part.default_factory is not MISSING:
        return part.default_factory()
    return part.default


def _path(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
