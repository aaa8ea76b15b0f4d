"""Pairs of cards that seem to say the same: alike by letters or words, and not telling themselves apart.

"Bestrating in de Beatrixlaan" and "Bestrating in de Julianalaan" are alike by letters but name two places;
"kermis op het plein" and "geen kermis op het plein" ask the opposite. Cards that say the same in wholly
other words are not found: that takes a person.
"""

from __future__ import annotations

import re
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
APART = 0.3
"""So much less alike are cards that each have words of their own, about different things; chosen likewise."""
NEAREST = 5
"""Earlier cards that one card is compared with at most."""
MOST_WORK = 2e8
"""Multiplications to find them in; beyond it, what very many cards have is left out of the search."""
ROUGHLY = 0.25
"""Instead of `LEAST`, where something was left out."""
AT_ONCE = 200
SAME_START = 4
"""Letters that a word must have before another may contain it or differ from it by one."""
_TURNING = re.compile(
    r"\b(?:afschaffen|belachelijk|dicht(?! bij)|eruit|geen|kappen|minder|nee|niet?|nooit|omlaag|onzin"
    r"|opheffen|slo(?:op|pen)|sluit(?:en)?|stop(?:t|pen)?|tegen|te ?veel|te (?:duur|hard|laat|vaak|vroeg)"
    r"|verb(?:ied|ieden|od)|verdwij(?:nen|nt)|verlagen|verwijderen|weghalen|weren|zonder"
    r"|(?<!\baan )(?<!\bde )(?<!\bdeze )(?<!\bdie )(?<!\belke )(?<!\blangs )(?<!\bonze )(?<!\bover )weg)\b"
)
"""Words that turn what a card asks into the opposite ("de weg" is a road)."""
_PLACE = re.compile(r".(?:straat|laan|weg|plein|buurt|wijk|dijk|kade|singel|gracht|steeg|hof|park|dorp)$")

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
            likeness = _told_apart(book, texts[at], texts[other], how) if how >= LEAST else 0.0
            if likeness >= LEAST:
                found[places[at], places[other]] = min(likeness, 1.0)
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


def _told_apart(book: WordBook, text: str, other: str, how: float) -> float:
    """What is left of `how` alike two texts are, after looking at what tells them apart; 0 to `how`."""
    if _turned(text) != _turned(other):
        return 0.0
    mine, theirs = _words(text), _words(other)
    own = _alone(mine, theirs)
    others = _alone(theirs, mine) if own else []
    if not own or not others:
        return how
    if _elsewhere(own, others):
        return 0.0
    return how if book.about_words(own) @ book.about_words(others) > 0 else how - APART


def _elsewhere(own: Sequence[str], others: Sequence[str]) -> bool:
    """Whether both have a number, or both a street or neighbourhood, that the other has not."""
    return any(
        any(is_one(word) for word in own) and any(is_one(word) for word in others)
        for is_one in (str.isdigit, _PLACE.search)
    )


def _alone(words: Mapping[str, str], others: Mapping[str, str]) -> list[str]:
    """The words that are no word of the others, inflected, misspelt or as a part."""
    stems = frozenset(others.values())
    return [
        word
        for word, root in words.items()
        if root not in stems and not any(_one_word(root, other) for other in stems)
    ]


@lru_cache(maxsize=5_000)
def _turned(text: str) -> bool:
    """Whether a text asks for less, for none, or for an end; two turns cancel out ("niet sluiten")."""
    return len(_TURNING.findall(plain(text))) % 2 == 1


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
