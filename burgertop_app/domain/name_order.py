"""The order of names on a list, as the Dutch look somebody up: "Anneke de Vries" under the V."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from burgertop_app.domain.person_names import BEFORE, BETWEEN

OTHER_LETTER: Final = "…"
"""The letter of names in another script than ours."""
_HARD: Final = "\u00a0"
_LETTERS: Final = str.maketrans(
    {"\u0131": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
)


@dataclass(frozen=True)
class SplitName:
    """A whole name as it is written, in three parts: before, the family name it is sorted by, and behind."""

    before: str
    family: str
    behind: str = ""

    @property
    def letter(self) -> str:
        """The letter under which it stands: A to Z, or `OTHER_LETTER`."""
        first = folded(self.family)[:1].upper()
        return first if "A" <= first <= "Z" else OTHER_LETTER


def split_name(name: str) -> SplitName:
    """A name in parts; "van der" and the like go before the family name, initials are no such words.

    A name does not tell its parts, so this is a guess: without small words the last word is the family name,
    with a comma what stands before it.
    """
    if "," in name:
        family, _comma, rest = name.partition(",")
        return SplitName("", family, f",{rest}")
    words = name.split()
    start = _family(words)
    return SplitName(" ".join(words[:start]), " ".join(words[start:]))


def by_family(name: str, number: str = "") -> tuple[bool, str, str, str]:
    """What a list is sorted by: the family name, then the rest, then the number; other scripts come last."""
    parts = split_name(name)
    rest = f"{parts.before} {parts.behind}".strip()
    family = folded(parts.family)
    return parts.letter == OTHER_LETTER, family, folded(rest), f"{number:>16}"


def kept_together(name: str) -> str:
    """A name whose small words hold on to the family name, so that a line breaks before "van der Berg"."""
    if "," in name:
        return name
    words = name.split()
    start = end = _family(words)
    while start > 1 and _between(words[start - 1]):
        start -= 1
    return " ".join((*words[:start], _HARD.join(words[start : end + 1]), *words[end + 1 :])).strip()


def folded(text: str) -> str:
    """Letters and digits only, small and without accents, so that "Öztürk" stands between "Oz" and "Pa"."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())


def _family(words: list[str]) -> int:
    """Where the family name begins among the words."""
    last = len(words) - 1
    if last > 0 and all(_bare(word) in BEFORE for word in words[:-1]):
        return last
    small = next((at for at in range(1, last) if _between(words[at])), None)
    if small is None:
        return max(last, 0)
    while small < last and _between(words[small]):
        small += 1
    return small


def _between(word: str) -> bool:
    """Whether a word stands between first names and a family name; "D." is an initial."""
    return _bare(word) in BETWEEN and not (len(_bare(word)) == 1 and word[0].isupper())


def _bare(word: str) -> str:
    return "".join(c for c in word.casefold() if c.isalpha())
