"""How a field of a domain value is written in a column, chosen by the type of the field."""

from __future__ import annotations

import builtins
import dataclasses
import inspect
import re
import sys
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, TypeAlias
from uuid import UUID

Hint: TypeAlias = Any
Content: TypeAlias = Any
Way = Callable[[Any], Any]

NATIVE = (str, int, float, bool, bytes, UUID, date, datetime, time)
AS_TEXT: Mapping[type, tuple[Way, Way]] = {
    UUID: (str, UUID),
    datetime: (datetime.isoformat, datetime.fromisoformat),
    date: (date.isoformat, date.fromisoformat),
    time: (time.isoformat, time.fromisoformat),
    bytes: (bytes.hex, bytes.fromhex),
    Decimal: (str, Decimal),
    Fraction: (str, Fraction),
}
STANDARD: Mapping[str, Any] = {
    "UUID": UUID,
    "date": date,
    "datetime": datetime,
    "time": time,
    "Decimal": Decimal,
    "Fraction": Fraction,
    "Mapping": Mapping,
    "Sequence": Sequence,
    "Any": Any,
}


class NoCodec(TypeError):
    """A field has a type that no column can hold; the message names it."""


@dataclass(frozen=True)
class Codec:
    """The way into a column and back; None where the value stands as it is."""

    write: Way | None = None
    read: Way | None = None


def hints(kind: type[Any]) -> dict[str, Any]:
    """The types of the fields of dataclass `kind`, also of those named for type checkers alone.

    Raises:
        NoCodec: a name that cannot be found, or stands for two different things.
    """
    found: dict[str, Any] = {}
    for base in reversed(kind.__mro__):
        annotations = inspect.get_annotations(base)
        own = types.SimpleNamespace(__annotations__=annotations)
        found |= typing.get_type_hints(own, globalns=_named(base, annotations))
    return {field.name: found[field.name] for field in dataclasses.fields(kind)}


def in_column(hint: Hint) -> Codec:
    """The codec of a field with a column of its own."""
    bare, optional = _bare(hint)
    if bare in NATIVE or bare is Any:
        return Codec()
    if isinstance(bare, type) and issubclass(bare, Enum):
        return _optional(Codec(lambda value: value.value, bare), optional=optional)
    if bare in AS_TEXT:
        return _optional(Codec(*AS_TEXT[bare]), optional=optional)
    raise NoCodec(str(hint))


@cache
def in_json(hint: Hint) -> Codec:
    """The codec of a field that stands in a JSON column, or inside one."""
    bare, optional = _bare(hint)
    if bare in (str, int, float, bool, object, Any):
        return Codec()
    return _optional(_by_type(bare) or _container(bare), optional=optional)


def _by_type(bare: Hint) -> Codec | None:
    if bare in AS_TEXT:
        return Codec(*AS_TEXT[bare])
    if not isinstance(bare, type):
        return None
    if issubclass(bare, Enum):
        return Codec(lambda value: value.value, bare)
    return _nested(bare) if dataclasses.is_dataclass(bare) else None


def _container(hint: Hint) -> Codec:
    origin: Any = typing.get_origin(hint)
    inner = typing.get_args(hint)
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        write, read = _ways(inner[0])
        return Codec(lambda value: [write(each) for each in value], lambda value: tuple(map(read, value)))
    if origin is tuple and inner:
        ways = [_ways(each) for each in inner]
        return Codec(
            lambda value: [way[0](each) for way, each in zip(ways, value, strict=True)],
            lambda value: tuple(way[1](each) for way, each in zip(ways, value, strict=True)),
        )
    if origin is frozenset and inner:
        write, read = _ways(inner[0])
        return Codec(lambda value: sorted(map(write, value)), lambda value: frozenset(map(read, value)))
    if isinstance(origin, type) and issubclass(origin, Mapping) and inner:
        return _mapping(*inner)
    raise NoCodec(str(hint))


def _mapping(key: Hint, content: Hint) -> Codec:
    (_, read_key), (write, read) = (int, int) if key is int else _ways(key), _ways(content)
    write_key = str if key is int else _ways(key)[0]
    return Codec(
        lambda value: {write_key(name): write(each) for name, each in value.items()},
        lambda value: {read_key(name): read(each) for name, each in value.items()},
    )


def _nested(kind: type[Any]) -> Codec:
    ways = {name: _ways(hint) for name, hint in hints(kind).items()}
    return Codec(
        lambda value: {name: way[0](getattr(value, name)) for name, way in ways.items()},
        lambda value: kind(**{name: ways[name][1](each) for name, each in value.items()}),
    )


def _ways(hint: Hint) -> tuple[Way, Way]:
    codec = in_json(hint)
    return codec.write or _same, codec.read or _same


def _same(value: Content) -> Content:
    return value


def _bare(hint: Hint) -> tuple[Any, bool]:
    """The type without `| None`; several plain types together count as what JSON can hold."""
    origin: Any = typing.get_origin(hint)
    if origin not in (typing.Union, types.UnionType):
        return hint, False
    inner = [each for each in typing.get_args(hint) if each is not types.NoneType]
    if len(inner) == 1:
        return inner[0], True
    if all(each in (str, int, float, bool) for each in inner):
        return object, True
    raise NoCodec(str(hint))


def _optional(codec: Codec, *, optional: bool) -> Codec:
    if not optional:
        return codec
    write, read = codec.write or _same, codec.read or _same
    return Codec(
        lambda value: None if value is None else write(value),
        lambda value: None if value is None else read(value),
    )


def _named(kind: type[Any], annotations: dict[str, str]) -> dict[str, Any]:
    """What the names in `annotations` of `kind` stand for."""
    module = vars(sys.modules[kind.__module__])
    words = {word for text in annotations.values() for word in re.findall(r"[A-Za-z_]\w*", str(text))}
    known = {**STANDARD, **vars(builtins), **module}
    return {word: known[word] if word in known else _of_domain(word) for word in sorted(words)}


def _of_domain(name: str) -> type[Any]:
    found = {
        id(thing): thing
        for path, module in sorted(sys.modules.items())
        if path.startswith("burgertop_app.domain") and isinstance(thing := vars(module).get(name), type)
    }
    if len(found) != 1:
        raise NoCodec(f"{name}: {len(found)} things in domain have this name; import it at run time")
    return found.popitem()[1]
