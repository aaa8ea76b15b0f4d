"""What municipal life is about: subjects with the words that belong to them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """One subject with a name for people and its words, without regard to capitals."""

    code: str
    title: str
    words: tuple[str, ...]
