"""What a window remembers between two days: places, widths, filters; never anything about a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

Kept = str | int | float | bool | None | Sequence["Kept"] | Mapping[str, "Kept"]
"""What JSON can hold."""


class Preferences(Protocol):
    """Keeps small values under a name; services supply one that writes a file."""

    def get(self, name: str) -> Kept:
        """The value under `name`, None when there is none."""

    def put(self, name: str, value: Kept) -> None:
        """Keep `value` under `name`."""


class Forgetful:
    """Preferences that last as long as the program, for tests and for a first start."""

    def __init__(self) -> None:
        self._values: dict[str, Kept] = {}

    def get(self, name: str) -> Kept:
        """The value under `name`, None when there is none."""
        return self._values.get(name)

    def put(self, name: str, value: Kept) -> None:
        """Keep `value` under `name`."""
        self._values[name] = value
