"""Themes for cards that have none, learnt from the cards that people sorted and from the names of themes.

Each theme gets a score by regularised least squares on the likeness of texts, in which the name of a
theme counts as an example of it. That works from the first card on, and even before.

Source: scikit-learn 1.9, `KernelRidge` (ridge regression in its dual form), for the scores.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np
from scipy.linalg import solve

from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.suggesting import SHOWN, Suggestion
from burgertop_app.engines.themes.features import rows

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from scipy.sparse import csr_matrix

    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.suggesting import Heap, Words
    from burgertop_app.engines.themes.reading import WordBook

EASING = 2.0
"""How far scores may stay from the examples; chosen on the tuning cards of `tests/bench`."""
NAME_COUNTS = 2.0
"""The name of a theme counts as this many cards in it."""
MOST_LEARNT = 2_000
"""Sorted cards that are learnt from at most, evenly from every theme."""
SHARE_OF_SIZE = 1e-3
"""How much a large theme is ahead; it decides where words say nothing."""
NEAR = 2
LEAST_ALIKE = 0.15
"""Cards less alike than this are no reason."""
AT_ONCE = 1_000

Key = TypeVar("Key", bound="Hashable")


def suggest(
    book: WordBook,
    cards: Sequence[Words[Key]],
    themes: Sequence[Heap[Key]],
    progress: Progress = UNHEARD,
    *,
    reasons: bool = True,
) -> dict[Key, tuple[Suggestion[Key], ...]]:
    """The best themes of every card, at most `SHOWN`, the best first; a sorted card has its own first.

    Args:
        book: the words that are known.
        cards: all cards of a process, sorted or not, each with a key of its own.
        themes: the themes to choose from, in the organiser's order.
        progress: hears how far it is.
        reasons: look up the nearest cards too.
    """
    if not themes or not cards:
        return {}
    progress.checkpoint("reading")
    made = rows(book, [*(card.text for card in cards), *(theme.text for theme in themes)])
    return Learnt(made, cards, themes).all(progress, reasons=reasons)


class Learnt(Generic[Key]):
    """What the sorted cards and the names teach, over rows that were made before."""

    def __init__(self, made: csr_matrix, cards: Sequence[Words[Key]], themes: Sequence[Heap[Key]]) -> None:
        self._rows, self._cards, self._themes = made, cards, themes
        place = {theme.key: at for at, theme in enumerate(themes)}
        self._theme_of = np.array(
            [place.get(card.theme, -1) if card.theme is not None else -1 for card in cards], dtype=int
        )
        sizes = Counter(int(at) for at in self._theme_of if at >= 0)
        self._ahead = SHARE_OF_SIZE * np.log1p([sizes[at] for at in range(len(themes))])
        self._sorted = _spread(self._theme_of, len(themes))
        self._weights = self._learn()

    def all(self, progress: Progress, *, reasons: bool) -> dict[Key, tuple[Suggestion[Key], ...]]:
        """Every card with its suggestions."""
        found: dict[Key, tuple[Suggestion[Key], ...]] = {}
        for start in range(0, len(self._cards), AT_ONCE):
            progress.checkpoint("suggesting", start / len(self._cards))
            places = np.arange(start, min(start + AT_ONCE, len(self._cards)))
            for at, best in zip(places.tolist(), self._best(places), strict=True):
                found[self._cards[at].key] = tuple(Suggestion(self._themes[theme].key) for theme in best)
            if reasons:
                self._explain(places[self._theme_of[places] < 0], found)
        return found

    def _learn(self) -> np.ndarray:
        """Weights, shape (columns of the rows, themes)."""
        names = np.arange(len(self._themes))
        examples = np.concatenate([self._sorted, len(self._cards) + names])
        theme_of = np.concatenate([self._theme_of[self._sorted], names])
        rest = np.concatenate([np.full(len(self._sorted), EASING), np.full(len(names), EASING / NAME_COUNTS)])
        known = self._rows[examples]
        alike = (known @ known.T).toarray() + np.diag(rest)
        wanted = np.eye(len(self._themes))[theme_of]
        dual = solve(alike, wanted, assume_a="pos")
        return np.asarray(known.T @ dual)

    def _best(self, places: np.ndarray) -> np.ndarray:
        """The places of the best themes, shape (cards, at most `SHOWN`)."""
        scores = self._rows[places] @ self._weights + self._ahead
        own = self._theme_of[places]
        scores[np.flatnonzero(own >= 0), own[own >= 0]] = np.inf
        return np.argsort(-scores, axis=1, kind="stable")[:, :SHOWN]

    def _explain(self, places: np.ndarray, found: dict[Key, tuple[Suggestion[Key], ...]]) -> None:
        """Put the nearest cards beside each suggestion for these cards."""
        if not len(places):
            return
        by_theme = {
            theme.key: np.flatnonzero(self._theme_of[self._sorted] == at)
            for at, theme in enumerate(self._themes)
        }
        known = self._rows[self._sorted]
        names = self._rows[len(self._cards) :]
        alike = (self._rows[places] @ known.T).toarray() if len(self._sorted) else np.zeros((len(places), 0))
        to_name = (self._rows[places] @ names.T).toarray()
        name_at = {theme.key: at for at, theme in enumerate(self._themes)}
        for line, at in enumerate(places):
            key = self._cards[at].key
            found[key] = tuple(
                self._reasoned(
                    given.theme, by_theme[given.theme], alike[line], to_name[line, name_at[given.theme]]
                )
                for given in found[key]
            )

    def _reasoned(
        self, theme: Key, columns: np.ndarray, alike: np.ndarray, to_name: float
    ) -> Suggestion[Key]:
        chosen = columns[alike[columns] >= LEAST_ALIKE]
        nearest = chosen[np.lexsort((chosen, -alike[chosen]))[:NEAR]]
        near = tuple(self._cards[self._sorted[column]].key for column in nearest)
        best = alike[nearest[0]] if len(nearest) else 0.0
        return Suggestion(theme, near, named=bool(to_name >= max(LEAST_ALIKE, best)))


def _spread(theme_of: np.ndarray, themes: int) -> np.ndarray:
    """The places of sorted cards to learn from: all, or as many of every theme as fit."""
    places = np.flatnonzero(theme_of >= 0)
    if len(places) <= MOST_LEARNT:
        return places
    share = max(1, MOST_LEARNT // themes)
    chosen = [np.flatnonzero(theme_of == theme) for theme in range(themes)]
    even = [own[np.linspace(0, len(own) - 1, min(len(own), share)).astype(int)] for own in chosen if len(own)]
    return np.unique(np.concatenate(even))
