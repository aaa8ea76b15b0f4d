"""Pairs of cards that seem to say the same: alike by letters or words, and not about different things.

"Bestrating in de Beatrixlaan" and "Bestrating in de Julianalaan" are alike by letters, but what stands
in one and not in the other tells them apart.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.suggesting import Resemblance
from burgertop_app.engines.themes.features import LONGEST_TEXT, Counted, runs, weighed
from burgertop_app.engines.themes.reading import plain
from burgertop_app.engines.themes.words import FILLING, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from scipy.sparse import csr_matrix

    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.suggesting import Words
    from burgertop_app.engines.themes.reading import WordBook

LEAST = 0.45
"""Cards less alike than this are not shown; chosen on the tuning cards of `tests/bench`."""
SURE = 0.9
"""From here on a difference of words does not tell cards apart."""
NEAREST = 5
"""Earlier cards that one card is compared with at most."""
MOST_WORK = 2e8
"""Multiplications to find them in; beyond it, what very many cards have is left out of the search."""
ROUGHLY = 0.25
AT_ONCE = 200
SAME_START = 4
_MORE = ("meer", "extra", "te weinig", "tekort", "uitbreiden", "vaker", "behouden")
_LESS = ("minder", "te veel", "teveel", "stop", "stoppen", "weg", "verbieden", "afschaffen", "geen")

Key = TypeVar("Key", bound="Hashable")


def resembling(
    book: WordBook, cards: Sequence[Words[Key]], progress: Progress = UNHEARD
) -> tuple[Resemblance[Key], ...]:
    """Every two cards that seem to say the same, in the order of the cards.

    Cards with the same words are each paired with the first of them only.
    """
    firsts: dict[str, int] = {}
    found: dict[tuple[int, int], float] = {}
    for at, card in enumerate(cards):
        bare = plain(card.text)
        if not bare:
            continue
        first = firsts.setdefault(bare, at)
        if first != at:
            found[at, first] = 1.0
    places = list(firsts.values())
    found |= _pairs(book, [cards[at].text[:LONGEST_TEXT] for at in places], places, progress)
    return tuple(
        Resemblance(cards[at].key, cards[other].key, round(alike, 3))
        for (at, other), alike in sorted(found.items())
    )


def best_earlier(pairs: Sequence[Resemblance[Key]]) -> dict[Key, Key]:
    """For each card the earlier card that it resembles most; among equals the first."""
    best: dict[Key, Resemblance[Key]] = {}
    for pair in pairs:
        if pair.card not in best or pair.alike > best[pair.card].alike:
            best[pair.card] = pair
    return {card: pair.other for card, pair in best.items()}


def _pairs(
    book: WordBook, texts: Sequence[str], places: Sequence[int], progress: Progress
) -> dict[tuple[int, int], float]:
    counted = Counted.of(map(_telling, texts))
    letters = weighed(counted.by(runs).astype(float))
    words = weighed(counted.by(book.stems_of).astype(float))
    found: dict[tuple[int, int], float] = {}
    for cards, others in _candidates(letters, words, progress):
        alike = np.maximum(_products(letters, cards, others), _products(words, cards, others))
        for at, other, how in zip(cards.tolist(), others.tolist(), alike.tolist(), strict=True):
            if how < LEAST or _direction(texts[at]) * _direction(texts[other]) < 0:
                continue
            if how >= SURE or not _apart(book, texts[at], texts[other]):
                found[places[at], places[other]] = min(how, 1.0)
    return found


def _telling(text: str) -> list[str]:
    """The words of a text that say something; all of them when none does."""
    said = tokens(text)
    return [word for word in said if word not in FILLING] or said


def _candidates(
    letters: csr_matrix, words: csr_matrix, progress: Progress
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Places of cards, and of the earlier cards that each is nearest to."""
    kept = [_affordable(made) for made in (letters, words)]
    turned = [made.T.tocsr() for made in kept]
    size = letters.shape[0]
    for start in range(0, size, AT_ONCE):
        progress.checkpoint("doubles", start / size)
        pairs: list[np.ndarray] = []
        for made, whole, across in zip(kept, (letters, words), turned, strict=True):
            least = LEAST if made is whole else ROUGHLY
            lines, others = _nearest(made[start : start + AT_ONCE] @ across, start, least)
            pairs.append(lines.astype(np.int64) * size + others)
        found = np.unique(np.concatenate(pairs))
        if len(found):
            yield found // size, found % size


def _nearest(alike: csr_matrix, start: int, least: float) -> tuple[np.ndarray, np.ndarray]:
    """For each line the earlier cards that are most alike, at most `NEAREST`: their places, two by two."""
    lines = np.repeat(np.arange(start, start + alike.shape[0]), np.diff(alike.indptr))
    near = (alike.data >= least) & (alike.indices < lines)
    lines, others, values = lines[near], alike.indices[near], alike.data[near]
    order = np.lexsort((others, -values.round(9), lines))
    lines, others = lines[order], others[order]
    rank = np.arange(len(lines)) - np.searchsorted(lines, lines)
    return lines[rank < NEAREST], others[rank < NEAREST]


def _affordable(made: csr_matrix) -> csr_matrix:
    """The rows with the rarest terms only, as many as can be compared in a bearable time; often all."""
    having = np.bincount(made.indices, minlength=made.shape[1]).astype(float)
    order = np.argsort(having, kind="stable")
    kept = order[np.cumsum(having[order] ** 2) <= MOST_WORK]
    return made if len(kept) == len(order) else made[:, np.sort(kept)].tocsr()


def _products(made: csr_matrix, cards: np.ndarray, others: np.ndarray) -> np.ndarray:
    return np.asarray(made[cards].multiply(made[others]).sum(axis=1)).ravel()


def _apart(book: WordBook, text: str, other: str) -> bool:
    """Whether each text has words of its own, and these are about different things."""
    mine, theirs = _words(text), _words(other)
    own = _alone(mine, theirs)
    others = _alone(theirs, mine) if own else []
    if not own or not others:
        return False
    return not bool(book.about_words(own) @ book.about_words(others) > 0)


def _alone(words: Mapping[str, str], others: Mapping[str, str]) -> list[str]:
    """The words that are no word of the others, inflected, misspelt or as a part."""
    stems = frozenset(others.values())
    return [
        word
        for word, root in words.items()
        if root not in stems and not any(_one_word(root, other) for other in stems)
    ]


@lru_cache(maxsize=5_000)
def _direction(text: str) -> int:
    """1 when a text asks for more of something, -1 for less or none, 0 when it does not say or says both."""
    said = f" {plain(text)} "
    more = any(f" {words} " in said for words in _MORE)
    less = any(f" {words} " in said for words in _LESS)
    return more - less


@lru_cache(maxsize=5_000)
def _words(text: str) -> Mapping[str, str]:
    """The words of a text that say something, with their stems."""
    return {word: stem(word) for word in tokens(text) if word not in FILLING}


def _one_word(root: str, other: str) -> bool:
    """The same stem but misspelt, or one as a part of the other."""
    short, long = (root, other) if len(root) <= len(other) else (other, root)
    if len(short) > SAME_START and short in long:
        return True
    if len(long) - len(short) > 1 or len(short) < SAME_START or short.isdigit() or long.isdigit():
        return False
    at = 0
    while at < len(short) and short[at] == long[at]:
        at += 1
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
