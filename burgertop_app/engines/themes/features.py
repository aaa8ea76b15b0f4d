"""Texts as rows of numbers, in which texts that say alike things point the same way.

A row has three parts: runs of letters (they see through typing errors and compounds), words without
their endings, and the subjects that the words belong to. Letters and words weigh more when few texts
have them (tf-idf).

Source: scikit-learn 1.9, `TfidfTransformer` with `sublinear_tf`, for the weights.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack

from burgertop_app.engines.themes.words import FILLING, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from burgertop_app.engines.themes.reading import WordBook

Rows = csr_matrix
"""Texts as rows of numbers."""
SHORTEST_RUN, LONGEST_RUN = 3, 5
LETTERS, WORDS, SUBJECTS = 1.0, 0.5, 1.0
"""How much each part counts in the likeness of two texts; chosen on the tuning cards of `tests/bench`."""
LONGEST_TEXT = 1_000
"""Letters that are read of a card; what follows is left out."""
AT_ONCE = 5_000
"""Texts whose subjects are weighed at once, since each has a number for every subject."""


@dataclass(frozen=True)
class Counted:
    """Texts by their words, so that each word is looked into once.

    Attributes:
        words: every word that stands in a text.
        times: how often each text has each word, shape (texts, words).
    """

    words: tuple[str, ...]
    times: csr_matrix

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Counted:
        """Texts that are given as words."""
        words, times = _table(((word, 1.0) for word in text) for text in texts)
        return cls(words, times)

    def by(self, parts: Callable[[str], Iterable[str]]) -> csr_matrix:
        """How often each text has each part, when a word has `parts`."""
        if not self.words:
            return csr_matrix((self.times.shape[0], 1))
        _names, having = _table(Counter(parts(word)).items() for word in self.words)
        return csr_matrix(self.times @ having)


def rows(book: WordBook, texts: Sequence[str]) -> csr_matrix:
    """One row per text; the product of two rows is their likeness, 0 to `LETTERS + WORDS + SUBJECTS`."""
    counted = Counted.of(tokens(text[:LONGEST_TEXT]) for text in texts)
    parts = [
        _scaled(weighed(counted.by(runs)), LETTERS),
        _scaled(weighed(counted.by(book.stems_of)), WORDS),
        _scaled(_subjects(book, counted), SUBJECTS),
    ]
    return csr_matrix(hstack(parts, format="csr"))


def runs(word: str) -> Sequence[str]:
    """The runs of three to five letters in a word; a blank marks its begin and end."""
    padded, found = f" {word} ", list[str]()
    for size in range(SHORTEST_RUN, LONGEST_RUN + 1):
        if size >= len(padded):
            return [*found, padded]
        found += [padded[at : at + size] for at in range(len(padded) - size + 1)]
    return found


def weighed(counts: csr_matrix) -> csr_matrix:
    """Rows of length 1 (0 for no text): 1 + log of the count, times how rare it is; made in `counts`."""
    having = np.bincount(counts.indices, minlength=counts.shape[1])
    rare = (np.log((1 + counts.shape[0]) / (1 + having)) + 1).astype(counts.dtype)
    np.log(counts.data, out=counts.data)
    counts.data += 1
    counts.data *= rare[counts.indices]
    return _length_one(counts)


def _table(lines: Iterable[Iterable[tuple[str, float]]]) -> tuple[tuple[str, ...], csr_matrix]:
    """Lines of names and numbers as a matrix, with the names of its columns; what stands twice is added."""
    places: dict[str, int] = {}
    columns, values, starts = array("i"), array("f"), array("q", [0])
    for line in lines:
        for name, value in line:
            columns.append(places.setdefault(name, len(places)))
            values.append(value)
        starts.append(len(columns))
    shape = len(starts) - 1, max(len(places), 1)
    made = csr_matrix((np.array(values), np.array(columns), np.array(starts)), shape=shape)
    made.sum_duplicates()
    return tuple(places), made


def _subjects(book: WordBook, counted: Counted) -> csr_matrix:
    if not book.subjects:
        return csr_matrix((counted.times.shape[0], 1))
    about = csr_matrix(counted.times @ _said(book, counted))
    rare = np.log(1 + about.shape[0] / (1 + np.bincount(about.indices, minlength=about.shape[1])))
    parts = [
        csr_matrix((book.with_neighbours(about[start : start + AT_ONCE].toarray()) * rare).astype(np.float32))
        for start in range(0, about.shape[0], AT_ONCE)
    ]
    return _length_one(csr_matrix(vstack(parts, format="csr")))


def _said(book: WordBook, counted: Counted) -> csr_matrix:
    """What each word says about each subject."""
    columns, values, starts = array("i"), array("d"), array("q", [0])
    for word in counted.words:
        if word not in FILLING:
            said = book.vector_of(word)
            places = np.flatnonzero(said)
            columns.extend(places.tolist())
            values.extend(said[places].tolist())
        starts.append(len(columns))
    starts.extend([len(columns)] * (counted.times.shape[1] - len(counted.words)))
    shape = counted.times.shape[1], len(book.subjects)
    return csr_matrix((np.array(values), np.array(columns), np.array(starts)), shape=shape)


def _scaled(made: csr_matrix, counts: float) -> csr_matrix:
    made.data *= made.data.dtype.type(counts**0.5)
    return made


def _length_one(made: csr_matrix) -> csr_matrix:
    filled = np.flatnonzero(np.diff(made.indptr))
    lengths = np.ones(made.shape[0], dtype=made.dtype)
    if len(filled):
        squared = np.add.reduceat(made.data * made.data, made.indptr[filled])
        lengths[filled] = np.sqrt(squared)
    made.data /= np.repeat(lengths, np.diff(made.indptr))
    return made
