"""Themes to begin with: subjects that many cards share, as a first proposal to people."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from burgertop_app.domain.suggesting import FirstTheme
from burgertop_app.engines.themes.features import LONGEST_TEXT
from burgertop_app.engines.themes.words import FILLING, SHORTEST, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from burgertop_app.domain.suggesting import Heap, Words
    from burgertop_app.engines.themes.reading import WordBook

MOST = 12
FEWEST = 3
SHARE = 0.02
"""A theme needs this share of the cards, and `FEWEST` cards at least."""
CLEAR = 0.6
"""A card belongs to a subject that it is about at least this much of what it is about most."""

Key = TypeVar("Key", bound="Hashable")


def propose(
    book: WordBook, cards: Sequence[Words[Key]], themes: Sequence[Heap[Key]]
) -> tuple[FirstTheme[Key], ...]:
    """Themes for the cards that have none, the largest first; subjects that `themes` cover are left out.

    What is left over is looked at for words that many of those cards share.
    """
    free = [card for card in cards if card.theme is None]
    if not free:
        return ()
    least = max(FEWEST, round(SHARE * len(free)))
    about = np.array([book.about(card.text[:LONGEST_TEXT]) for card in free])
    taken = {
        int(subject)
        for vector in (book.about(theme.text) for theme in themes)
        for subject in np.flatnonzero((vector >= CLEAR * vector.max(initial=0.0)) & (vector > 0))
    }
    found: list[FirstTheme[Key]] = []
    open_places = list(range(len(free)))
    while len(found) < MOST and (best := _largest(about, open_places, taken, least)) is not None:
        subject, members = best
        taken.add(subject)
        ordered = sorted(members, key=lambda at: (-about[at, subject], at))
        found.append(FirstTheme(book.subjects[subject].title, tuple(free[at].key for at in ordered)))
        placed = set(members)
        open_places = [at for at in open_places if at not in placed]
    known = {word for theme in themes for word in map(stem, tokens(theme.text))}
    found += _by_word([free[at] for at in open_places], least, known)[: MOST - len(found)]
    return tuple(found)


def _largest(
    about: np.ndarray, places: Sequence[int], taken: set[int], least: int
) -> tuple[int, list[int]] | None:
    """The subject that most of these cards are about, with the cards; None when none has enough."""
    if not places or not about.size:
        return None
    here = about[list(places)]
    most = here.max(axis=1, keepdims=True)
    belongs = (here >= CLEAR * most) & (most > 0)
    weight = np.where(belongs, here / np.maximum(most, 1e-9), 0.0).sum(axis=0)
    weight[sorted(taken)] = 0.0
    subject = int(np.argmax(weight))
    members = [place for place, member in zip(places, belongs[:, subject], strict=True) if member]
    return (subject, members) if weight[subject] > 0 and len(members) >= least else None


def _by_word(cards: Sequence[Words[Key]], least: int, known: set[str]) -> list[FirstTheme[Key]]:
    holders: dict[str, list[Key]] = defaultdict(list)
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for card in cards:
        for word in dict.fromkeys(tokens(card.text[:LONGEST_TEXT])):
            if word in FILLING or len(word) <= SHORTEST or word.isdigit() or stem(word) in known:
                continue
            if holders[stem(word)][-1:] != [card.key]:
                holders[stem(word)].append(card.key)
            spelled[stem(word)][word] += 1
    found: list[FirstTheme[Key]] = []
    seen: set[Key] = set()
    for word in sorted(holders, key=lambda one: (-len(holders[one]), one)):
        fresh = [key for key in holders[word] if key not in seen]
        if len(fresh) >= least:
            seen |= set(fresh)
            title = max(sorted(spelled[word]), key=spelled[word].__getitem__).capitalize()
            found.append(FirstTheme(title, tuple(fresh)))
    return found
