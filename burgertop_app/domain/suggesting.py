"""What the program suggests about cards: themes, doubles and first themes; people decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

SHOWN = 3
"""Themes that are suggested for a card at most."""

Key = TypeVar("Key", bound="Hashable")


@dataclass(frozen=True)
class Words(Generic[Key]):
    """A card to look at: its id, its words, and the theme it lies in (None: not sorted)."""

    key: Key
    text: str
    theme: Key | None = None


@dataclass(frozen=True)
class Heap(Generic[Key]):
    """A theme with its name and explanation."""

    key: Key
    text: str


@dataclass(frozen=True)
class Suggestion(Generic[Key]):
    """A theme that a card may belong to.

    Attributes:
        theme: the theme.
        near: the sorted cards that it resembles most, the nearest first.
        named: the name of the theme says why, more than any card in it.
    """

    theme: Key
    near: tuple[Key, ...] = ()
    named: bool = False


@dataclass(frozen=True)
class Resemblance(Generic[Key]):
    """Two cards that seem to say the same, the earlier one second; `alike` from 0 to 1."""

    card: Key
    other: Key
    alike: float


@dataclass(frozen=True)
class FirstTheme(Generic[Key]):
    """A theme to begin with: a name, and the cards that seem to belong to it, the clearest first."""

    title: str
    cards: tuple[Key, ...]
