"""Pairs of cards that seem to say the same: alike by letters or words, and not telling themselves apart.

"Bestrating in de Beatrixlaan" and "Bestrating in de Julianalaan" are alike by letters but name two places;
"kermis op het plein" and "geen kermis op het plein" ask the opposite. Cards that say the same in wholly
other words are not found: that takes a person.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.suggesting import Resemblance
from burgertop_app.engines.themes.features import LONGEST_TEXT, runs, weighed
from burgertop_app.engines.themes.reading import plain
from burgertop_app.engines.themes.words import FILLING, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

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
AT_ONCE = 500
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
    letters = weighed([runs(_telling(text)) for text in texts])
    words = weighed([Counter(book.stems(text)) for text in texts])
    found: dict[tuple[int, int], float] = {}
    for cards, others in _candidates(letters, words, progress):
        alike = np.maximum(_products(letters, cards, others), _products(words, cards, others))
        for at, other, how in zip(cards.tolist(), others.tolist(), alike.tolist(), strict=True):
            likeness = _told_apart(book, texts[at], texts[other], how) if how >= LEAST else 0.0
            if likeness >= LEAST:
                found[places[at], places[other]] = min(likeness, 1.0)
    return found


def _telling(text: str) -> str:
    """The words of a text that say something; all of them when none does."""
    kept = [word for word in tokens(text) if word not in FILLING]
    return " ".join(kept) or plain(text)


def _candidates(
    letters: csr_matrix, words: csr_matrix, progress: Progress
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Places of cards, and of the earlier cards that each is nearest to."""
    kept = [_affordable(made) for made in (letters, words)]
    for start in range(0, letters.shape[0], AT_ONCE):
        progress.checkpoint("doubles", start / letters.shape[0])
        pairs: set[tuple[int, int]] = set()
        for made, whole in zip(kept, (letters, words), strict=True):
            least = LEAST if made is whole else ROUGHLY
            alike = (made[start : start + AT_ONCE] @ made[: start + AT_ONCE].T).tocsr()
            pairs.update(_nearest(alike, start, least))
        if pairs:
            cards, others = np.array(sorted(pairs)).T
            yield cards, others


def _nearest(alike: csr_matrix, start: int, least: float) -> Iterator[tuple[int, int]]:
    """For each line the earlier cards that are most alike, at most `NEAREST`."""
    for line in range(alike.shape[0]):
        span = slice(alike.indptr[line], alike.indptr[line + 1])
        others, values = alike.indices[span], alike.data[span]
        near = (values >= least) & (others < start + line)
        others, values = others[near], values[near]
        best = np.lexsort((others, -values.round(9)))[:NEAREST]
        yield from ((start + line, int(other)) for other in others[best])


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
    own = [word for word in mine if not any(_one_word(word, their) for their in theirs)]
    others = [word for word in theirs if not any(_one_word(word, my) for my in mine)]
    if not own or not others:
        return how
    if _elsewhere(own, others):
        return 0.0
    about = book.about(" ".join(own)), book.about(" ".join(others))
    return how if about[0] @ about[1] > 0 else how - APART


def _elsewhere(own: Sequence[str], others: Sequence[str]) -> bool:
    """Whether both have a number, or both a street or neighbourhood, that the other has not."""
    return any(
        any(is_one(word) for word in own) and any(is_one(word) for word in others)
        for is_one in (str.isdigit, _PLACE.search)
    )


@lru_cache(maxsize=5_000)
def _turned(text: str) -> bool:
    """Whether a text asks for less, for none, or for an end; two turns cancel out ("niet sluiten")."""
    return len(_TURNING.findall(plain(text))) % 2 == 1


@lru_cache(maxsize=5_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in tokens(text) if word not in FILLING)


def _one_word(word: str, other: str) -> bool:
    """The same word, inflected or misspelt, or one as a part of the other."""
    one, two = sorted((stem(word), stem(other)), key=len)
    if one == two or (len(one) > SAME_START and one in two):
        return True
    if one.isdigit() or two.isdigit() or len(one) < SAME_START:
        return False
    return _distance_one(one, two)


def _distance_one(short: str, long: str) -> bool:
    """One letter more, less or other."""
    if len(long) - len(short) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
