"""What changed between two texts, and between two contents of an advice, part by part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_TOKENS = re.compile(r"\s+|[^\s]+")
TEXTS = ("title", "reason", "roles", "costs", "minority", "ourselves", "note")
ALIKE = 0.3
"""Below this part in common two stretches are told as gone and come: single words would be noise."""
MOST_WORDS = 4_000
"""Longer stretches are told as gone and come, since finding the words in them takes too long."""


class Mode(StrEnum):
    """What became of a stretch of text, or of a part."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Passage:
    """A stretch of text that stayed, came or went."""

    mode: Mode
    text: str


@dataclass(frozen=True)
class PartChange:
    """What changed in one text.

    Attributes:
        part: a section kind, "title", "recommendation", or "proposal".
        number: of the recommendation, 0 for none.
        field: which text of it, "" for a whole one that came or went; of a proposal the name of the text.
        mode: added, removed or changed.
        passages: the text with what stayed, came and went.
    """

    part: str
    number: int
    field: str
    mode: Mode
    passages: tuple[Passage, ...]


def passages(before: str, after: str) -> tuple[Passage, ...]:
    """`before` and `after` as one row of stretches; lines first, then the words inside changed lines."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found: list[Passage] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[i1:i2]), "".join(new[j1:j2])
        if tag == "replace":
            found += _words(gone, come)
        elif tag == "equal":
            found.append(Passage(Mode.SAME, gone))
        else:
            found += _both(gone, come)
    return tuple(_joined(found))


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[PartChange, ...]:
    """What changed between two contents of an advice (`AdviceVersion.content`), in order of the document."""
    old, new = _sections(before), _sections(after)
    return (
        *_text("title", 0, "", before["title"], after["title"]),
        *(
            change
            for kind in dict.fromkeys((*new, *old))
            for change in _text(kind, 0, "", old.get(kind, ""), new.get(kind, ""))
        ),
        *_recommendations(before["recommendations"], after["recommendations"]),
        *_pictures(before, after),
    )


def _recommendations(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
) -> Iterator[PartChange]:
    old, new = ({told["number"]: told for told in side} for side in (before, after))
    for number in sorted({*old, *new}):
        was, now = old.get(number), new.get(number)
        if was is None or now is None:
            told = now or was or {}
            mode = Mode.ADDED if was is None else Mode.REMOVED
            yield PartChange("recommendation", number, "", mode, (Passage(mode, told["title"]),))
            continue
        for name in TEXTS:
            yield from _text("recommendation", number, name, was.get(name, ""), now.get(name, ""))
        cards = [" · ".join(side["cards"]) for side in (was, now)]
        yield from _text("recommendation", number, "cards", *cards)


def _pictures(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[PartChange]:
    old, new = (
        {told["number"]: told["sha256"] for told in side.get("images", ())} for side in (before, after)
    )
    for number in sorted({*old, *new}):
        if old.get(number) != new.get(number):
            mode = Mode.ADDED if number not in old else Mode.REMOVED if number not in new else Mode.CHANGED
            yield PartChange("picture", number, "", mode, ())


def _text(part: str, number: int, field: str, before: str, after: str) -> Iterator[PartChange]:
    if before == after:
        return
    mode = Mode.ADDED if not before.strip() else Mode.REMOVED if not after.strip() else Mode.CHANGED
    yield PartChange(part, number, field, mode, passages(before, after))


def _sections(content: Mapping[str, Any]) -> dict[str, str]:
    return {told["kind"]: told["body"] for told in content["sections"]}


def _words(before: str, after: str) -> list[Passage]:
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if len(old) + len(new) > MOST_WORDS:
        return _both(before, after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    same = [token for block in matcher.get_matching_blocks() for token in old[block.a : block.a + block.size]]
    if 2 * _said(same) < ALIKE * (_said(old) + _said(new)):
        return _both(before, after)
    found: list[Passage] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            found.append(Passage(Mode.SAME, "".join(old[i1:i2])))
        else:
            found += _both("".join(old[i1:i2]), "".join(new[j1:j2]))
    return found


def _said(tokens: Sequence[str]) -> int:
    """How many of these are words rather than white."""
    return sum(not token.isspace() for token in tokens)


def _both(gone: str, come: str) -> list[Passage]:
    sides = ((Mode.REMOVED, gone), (Mode.ADDED, come))
    return [Passage(mode, text) for mode, text in sides if text]


def _joined(found: Sequence[Passage]) -> Iterator[Passage]:
    """Neighbours of one mode as one; a lone space between two changes goes along with them."""
    held: list[Passage] = []
    for passage in found:
        if held and held[-1].mode is passage.mode:
            held[-1] = Passage(passage.mode, held[-1].text + passage.text)
        else:
            held.append(passage)
    yield from held
