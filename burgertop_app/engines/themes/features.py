"""Texts as rows of numbers, in which texts that say alike things point the same way.

A row has three parts: runs of letters (they see through typing errors and compounds), words without
their endings, and the subjects that the words belong to. Letters and words weigh more when few texts
have them (tf-idf).

Source: scikit-learn 1.9, `TfidfTransformer` with `sublinear_tf`, for the weights.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix, hstack

from burgertop_app.engines.themes.words import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from burgertop_app.engines.themes.reading import WordBook

Rows = csr_matrix
"""Texts as rows of numbers."""
SHORTEST_RUN, LONGEST_RUN = 3, 5
LETTERS, WORDS, SUBJECTS = 1.0, 0.5, 1.0
"""How much each part counts in the likeness of two texts; chosen on the tuning cards of `tests/bench`."""
LONGEST_TEXT = 1_000
"""Letters that are read of a card; what follows is left out."""


def rows(book: WordBook, texts: Sequence[str]) -> csr_matrix:
    """One row per text; the product of two rows is their likeness, 0 to `LETTERS + WORDS + SUBJECTS`."""
    short = [text[:LONGEST_TEXT] for text in texts]
    letters = weighed([runs(text) for text in short])
    words = weighed([Counter(book.stems(text)) for text in short])
    subjects = _subjects(book, short)
    parts = (letters * LETTERS**0.5, words * WORDS**0.5, subjects * SUBJECTS**0.5)
    return csr_matrix(hstack(parts, format="csr"))


@lru_cache(maxsize=5_000)
def runs(text: str) -> Mapping[str, int]:
    """How often each run of three to five letters stands in a word; a blank marks its begin and end."""
    found: Counter[str] = Counter()
    for word in tokens(text):
        padded = f" {word} "
        for size in range(SHORTEST_RUN, LONGEST_RUN + 1):
            if size >= len(padded):
                found[padded] += 1
                break
            found.update(padded[at : at + size] for at in range(len(padded) - size + 1))
    return found


def weighed(counts: Sequence[Mapping[str, int]]) -> csr_matrix:
    """Rows of length 1 (0 for an empty text): 1 + log of the count, times how rare it is."""
    places: dict[str, int] = {}
    columns: list[int] = []
    values: list[float] = []
    starts = [0]
    for count in counts:
        for term, times in count.items():
            columns.append(places.setdefault(term, len(places)))
            values.append(1 + log(times))
        starts.append(len(columns))
    made = csr_matrix((values, columns, starts), shape=(len(counts), max(len(places), 1)), dtype=float)
    having = np.bincount(made.indices, minlength=made.shape[1])
    made.data *= (np.log((1 + len(counts)) / (1 + having)) + 1)[made.indices]
    return _length_one(made)


def _subjects(book: WordBook, texts: Sequence[str]) -> csr_matrix:
    if not book.subjects:
        return csr_matrix((len(texts), 1))
    about = np.array([book.about(text) for text in texts]).reshape(-1, len(book.subjects))
    rare = np.log(1 + len(about) / (1 + (about > 0).sum(axis=0)))
    return _length_one(csr_matrix(book.with_neighbours(about) * rare))


def _length_one(made: csr_matrix) -> csr_matrix:
    squared = np.add.reduceat(np.append(made.data, 0.0) ** 2, made.indptr[:-1]) if made.nnz else np.zeros(0)
    lengths = np.ones(made.shape[0])
    filled = np.diff(made.indptr) > 0
    if made.nnz:
        lengths[filled] = np.sqrt(squared[filled])
    made.data /= np.repeat(lengths, np.diff(made.indptr))
    return made
