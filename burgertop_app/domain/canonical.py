"""Canonical JSON and chances without floats: the same bytes on every machine, fit to be hashed."""

from __future__ import annotations

import hashlib
import json
import unicodedata

WHOLE = 10**12

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


def canonical(value: Json) -> bytes:
    """`value` as JSON with sorted keys and no spaces, in NFC and UTF-8.

    Raises:
        TypeError: a float is in it; chances and weights are written with `decimals`.
    """
    _refuse_floats(value)
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return unicodedata.normalize("NFC", text).encode("utf-8")


def sha256(value: Json) -> str:
    """The SHA-256 of the canonical JSON of `value`, in hex."""
    return hashlib.sha256(canonical(value)).hexdigest()


def decimals(trillionths: int) -> str:
    """A chance or weight, counted in trillionths, with twelve decimals: "0.079646017699"."""
    whole, rest = divmod(trillionths, WHOLE)
    return f"{whole}.{rest:012d}"


def trillionths(text: str) -> int:
    """What `decimals` wrote, as a number of trillionths.

    Raises:
        ValueError: it was not written by `decimals`.
    """
    whole, point, rest = text.partition(".")
    if not point or len(rest) != 12 or not (whole + rest).isdecimal():
        raise ValueError(text)
    return int(whole) * WHOLE + int(rest)


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError(value)
    if isinstance(value, dict):
        for inner in value.values():
            _refuse_floats(inner)
    elif isinstance(value, list):
        for inner in value:
            _refuse_floats(inner)
