"""Reading a card: the words that say something, the parts of compounds, and the subjects they belong to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from burgertop_app.engines.themes.words import FILLING, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from burgertop_app.domain.subjects import Subject

Vector = np.ndarray

NEIGHBOURS = 4.0
"""How much a word says about subjects that share words with its own; chosen as in `features`."""
SHORTEST_PART = 3
LONGEST_WORD = 40
SHORTEST_TYPO = 6
LINKS = ("s", "e", "en", "n")
_DIALECT = (("oa", "aa"), ("ao", "aa"), ("sk", "sch"), ("oe", "ou"), ("ie", "ij"), ("uu", "ui"))
_MANY = 20_000


class WordBook:
    """The words of every subject, by stem; reads words of cards with the help of it."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self.subjects = tuple(subjects)
        self._places: dict[str, list[int]] = {}
        self._surfaces: dict[str, str] = {}
        for place, subject in enumerate(subjects):
            for phrase in (*subject.words, *tokens(subject.title)):
                for word in tokens(phrase):
                    if word not in FILLING:
                        self._surfaces[word] = stem(word)
                        held = self._places.setdefault(stem(word), [])
                        held += [place] if place not in held else []
        self._typos = dict(self._misspelt())
        self._near = np.eye(len(self.subjects)) + NEIGHBOURS * self._shared()
        self.parts = lru_cache(maxsize=_MANY)(self._parts)
        self.vector_of = lru_cache(maxsize=_MANY)(self._vector_of)

    def stems_of(self, word: str) -> tuple[str, ...]:
        """The stem of a word that says something, with the parts of a compound after it; else nothing."""
        if word in FILLING:
            return ()
        known = self.parts(word)
        return known if known and self._known(word) else (stem(word), *known)

    def about(self, text: str) -> Vector:
        """How much a text is about each subject; all zero when no word is known."""
        return self.about_words(tokens(text))

    def about_words(self, said: Iterable[str]) -> Vector:
        """How much these words, folded already, are about each subject."""
        total = np.zeros(len(self.subjects))
        for word in said:
            if word not in FILLING:
                total += self.vector_of(word)
        return total

    def with_neighbours(self, about: Vector) -> Vector:
        """Rows of `about` in which subjects that share words speak for each other."""
        return np.asarray(about @ self._near)

    def _vector_of(self, word: str) -> Vector:
        """What a word says about each subject: together 1, less for a word with many subjects."""
        found = np.zeros(len(self.subjects))
        known = self.parts(word)
        for number, part in enumerate(known):
            places = self._places[part]
            weight = (1.0 if number == 0 else 0.6) / len(places) ** 0.7
            for place in places:
                found[place] += weight
        return found

    def _shared(self) -> Vector:
        """How alike the words of each two subjects are, 0 to 1, shape (subjects, subjects), diagonal 0."""
        holds = np.zeros((len(self._places), len(self.subjects)))
        for line, places in enumerate(self._places.values()):
            for place in places:
                holds[line, place] = 1 / len(places) ** 0.35
        lengths = np.maximum(np.linalg.norm(holds, axis=0), 1e-9)
        alike = (holds.T @ holds) / np.outer(lengths, lengths)
        np.fill_diagonal(alike, 0.0)
        return np.asarray(alike)

    def _parts(self, word: str) -> tuple[str, ...]:
        """The known stems in a word: the word itself, its correct spelling, or the parts of a compound."""
        whole = self._known(word)
        if whole:
            return (whole, *(part for part in self._split(word) if part != whole))
        return self._spoken(word) or self._split(word) or self._corrected(word) or self._inside(word)

    def _spoken(self, word: str) -> tuple[str, ...]:
        """The known word that is spelled here as it is said: "straot", "skool"."""
        respelled = (word.replace(wrong, right) for wrong, right in _DIALECT if wrong in word)
        return next(((whole,) for whole in map(self._known, respelled) if whole), ())

    def _corrected(self, word: str) -> tuple[str, ...]:
        if len(word) >= SHORTEST_TYPO:
            for guess in (stem(word), *_less(stem(word))):
                if guess in self._typos:
                    return (self._typos[guess],)
        return ()

    def _known(self, word: str) -> str:
        """The stem of a word of the book, or of one of its inflections; "" for another word."""
        if word in self._surfaces:
            return self._surfaces[word]
        for guess in _forms(word):
            if guess in self._places:
                return guess
        return ""

    def _split(self, word: str) -> tuple[str, ...]:
        """The parts of a compound when known words fill it wholly, the fewest first."""
        if not 2 * SHORTEST_PART <= len(word) <= LONGEST_WORD:
            return ()
        best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
        best[0] = ()
        for end in range(SHORTEST_PART, len(word) + 1):
            for start in range(end - SHORTEST_PART, -1, -1):
                before = best[start]
                if before is None:
                    continue
                part = self._part(word[start:end], last=end == len(word))
                if (
                    part
                    and (start or end < len(word))
                    and ((now := best[end]) is None or len(before) + 1 < len(now))
                ):
                    best[end] = (*before, part)
        return best[-1] or ()

    def _part(self, piece: str, *, last: bool) -> str:
        if piece in self._surfaces:
            return self._surfaces[piece]
        if last:
            return stem(piece) if len(piece) > SHORTEST_PART and stem(piece) in self._places else ""
        for link in LINKS:
            bare = piece.removesuffix(link)
            if bare != piece and len(bare) >= SHORTEST_PART and bare in self._surfaces:
                return self._surfaces[bare]
        return ""

    def _inside(self, word: str) -> tuple[str, ...]:
        """A known word at the start or the end of an unknown one, the longest: "trapveldactie"."""
        for size in range(len(word) - 1, 4, -1):
            for piece in (word[-size:], word[:size]):
                if piece in self._surfaces:
                    return (self._surfaces[piece],)
        return ()

    def _misspelt(self) -> Iterator[tuple[str, str]]:
        for known in sorted(self._places, reverse=True):
            if len(known) >= SHORTEST_TYPO - 1:
                for less in _less(known):
                    yield less, known
                yield known, known


def _forms(word: str) -> Iterator[str]:
    """Stems that a word may have as a verb: "parkeert", "geparkeerd", "parkeerde"."""
    yield from _endless(word)
    if word.startswith("ge") and len(word) > SHORTEST_TYPO:
        yield from _endless(word[2:])


def _endless(word: str) -> Iterator[str]:
    yield stem(word)
    for ending in ("t", "d", "de", "te", "den", "ten", "end", "ende"):
        if word.endswith(ending) and len(word) - len(ending) > SHORTEST_PART:
            yield stem(word.removesuffix(ending))
            yield stem(word.removesuffix(ending) + "en")
    if word.endswith(("tje", "tjes")):
        yield stem(word.removesuffix("s").removesuffix("tje"))


def _less(word: str) -> Iterable[str]:
    """The word with one letter less, each way."""
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def plain(text: str) -> str:
    """A text for comparing letters: folded words with one blank between them."""
    return " ".join(tokens(text))
