"""Help with sorting cards: suggested themes, cards that seem to say the same, and themes to begin with.

Nothing is applied by itself: a person accepts a theme with `Cards.move`, and decides here about doubles.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.outcomes import Apart, Card, Duplicate, Standing
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.suggesting import Heap, Resemblance, Words
from burgertop_app.engines.duplicates.resembling import resembling
from burgertop_app.engines.themes.features import Rows, rows
from burgertop_app.engines.themes.proposing import propose
from burgertop_app.engines.themes.reading import WordBook
from burgertop_app.engines.themes.suggesting import Learnt
from burgertop_app.exchange.subjects import read_subjects
from burgertop_app.services import card_keeping
from burgertop_app.storage import double_store, outcome_store
from burgertop_app.storage.handover import pairs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.entities import Entity
    from burgertop_app.domain.suggesting import FirstTheme, Suggestion
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

Kind = TypeVar("Kind", bound="Entity")


@dataclass(frozen=True)
class Hints:
    """What is suggested now.

    Attributes:
        themes: for each card without a theme at most three, the best first.
        doubles: for each card the one that it resembles most, when nobody decided about the two yet.
    """

    themes: Mapping[UUID, tuple[Suggestion[UUID], ...]] = field(default_factory=dict)
    doubles: Mapping[UUID, UUID] = field(default_factory=dict)


class Sorting:
    """Suggests; remembers what people decide about cards that look alike."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._rows: tuple[tuple[str, ...], Rows] | None = None
        self._pairs: tuple[tuple[tuple[UUID, str], ...], tuple[Resemblance[UUID], ...]] | None = None

    def hints(self, process_id: UUID) -> Hints:
        """What is suggested for the cards of a process; what was read of their words is remembered."""
        with self._work.reading() as store:
            cards, themes = _cards(store, process_id)
            same, apart = double_store.decided(store, process_id)
        open_pairs = _undecided(self._alike(cards), same, apart)
        return Hints(self._themes(cards, themes), _best(open_pairs))

    def first_themes(self, process_id: UUID) -> tuple[FirstTheme[UUID], ...]:
        """Themes to begin with, for the cards without one; nothing is kept of them."""
        with self._work.reading() as store:
            cards, themes = _cards(store, process_id)
        return propose(self._book, cards, themes)

    def same(self, card_id: UUID, of_id: UUID, reason: str = "") -> Change:
        """Decide that two cards say the same: they count together, and each keeps its words.

        Raises:
            InvalidInput: it is one card, or cards of two processes.
        """
        with self._work.writing("cards.same") as store:
            _refuse_strange(store.get(Card, card_id), store.get(Card, of_id))
            other = _let_go(store, Apart, card_id, of_id)
            stands = _between(store, Duplicate, card_id, of_id)
            if not stands:
                store.add(Duplicate(id=store.new_id(), card_id=card_id, of_id=of_id, reason=reason))
            elif other:
                pairs.confirm(store, stands)
        return changed(Topic.CARDS, row=card_id)

    def not_same(self, card_id: UUID, of_id: UUID) -> Change:
        """Decide that two cards do not say the same: it is not suggested again.

        Raises:
            InvalidInput: it is one card, or cards of two processes.
        """
        with self._work.writing("cards.not_same") as store:
            _refuse_strange(store.get(Card, card_id), store.get(Card, of_id))
            other = _let_go(store, Duplicate, card_id, of_id)
            stands = _between(store, Apart, card_id, of_id)
            if not stands:
                store.add(Apart(id=store.new_id(), card_id=card_id, of_id=of_id))
            elif other:
                pairs.confirm(store, stands)
        return changed(Topic.CARDS, row=card_id)

    def undecide(self, card_id: UUID, of_id: UUID) -> Change:
        """Take back what was decided about two cards, whatever it was."""
        with self._work.writing("cards.undo_same") as store:
            _let_go(store, Duplicate, card_id, of_id)
            _let_go(store, Apart, card_id, of_id)
        return changed(Topic.CARDS, row=card_id)

    def leave(self, card_id: UUID) -> Change:
        """Let a card count by itself again; what else says the same stays together."""
        with self._work.writing("cards.undo_same") as store:
            own = (*store.find(Duplicate, card_id=card_id), *store.find(Duplicate, of_id=card_id))
            others = [one.of_id if one.card_id == card_id else one.card_id for one in own]
            for kept in own:
                store.remove(kept)
            for other in others[1:]:
                if not _between(store, Duplicate, other, others[0]):
                    store.add(Duplicate(id=store.new_id(), card_id=other, of_id=others[0]))
        return changed(Topic.CARDS, row=card_id)

    def partners(self, card_id: UUID) -> tuple[UUID, ...]:
        """The cards that were decided to say the same as this one, directly."""
        with self._work.reading() as store:
            ours = store.find(Duplicate, card_id=card_id)
            theirs = store.find(Duplicate, of_id=card_id)
        return (*(one.of_id for one in ours), *(one.card_id for one in theirs))

    @cached_property
    def _book(self) -> WordBook:
        return WordBook(read_subjects())

    def _themes(
        self, cards: Sequence[Words[UUID]], themes: Sequence[Heap[UUID]]
    ) -> dict[UUID, tuple[Suggestion[UUID], ...]]:
        if not themes or all(card.theme is not None for card in cards):
            return {}
        texts = (*(card.text for card in cards), *(theme.text for theme in themes))
        if self._rows is None or self._rows[0] != texts:
            self._rows = texts, rows(self._book, texts)
        learnt: Learnt[UUID] = Learnt(self._rows[1], cards, themes)
        found = learnt.all(UNHEARD, reasons=True)
        return {card.key: found[card.key] for card in cards if card.theme is None}

    def _alike(self, cards: Sequence[Words[UUID]]) -> tuple[Resemblance[UUID], ...]:
        texts = tuple((card.key, card.text) for card in cards)
        if self._pairs is None or self._pairs[0] != texts:
            self._pairs = texts, resembling(self._book, cards)
        return self._pairs[1]


def _cards(store: Store, process_id: UUID) -> tuple[list[Words[UUID]], list[Heap[UUID]]]:
    """The cards that count, in order of label, and the themes in use."""
    themes = card_keeping.active_themes(store, process_id)
    known = {theme.id for theme in themes}
    cards = [
        Words(line.card.id, line.text, line.theme_id if line.theme_id in known else None)
        for line in outcome_store.card_lines(store, process_id)
        if line.card.standing is Standing.ACTIVE
    ]
    return cards, [Heap(theme.id, f"{theme.title} {theme.description}".strip()) for theme in themes]


def _undecided(
    pairs: Sequence[Resemblance[UUID]], same: Sequence[Duplicate], apart: Sequence[Apart]
) -> list[Resemblance[UUID]]:
    """The pairs about which nothing was decided, also not through cards that say the same."""
    heaps = double_store.heaps(same)

    def heap(card: UUID) -> UUID:
        return heaps[card][0] if card in heaps else card

    parted = {frozenset((heap(one.card_id), heap(one.of_id))) for one in apart}
    return [
        pair
        for pair in pairs
        if heap(pair.card) != heap(pair.other)
        and frozenset((heap(pair.card), heap(pair.other))) not in parted
    ]


def _best(pairs: Sequence[Resemblance[UUID]]) -> dict[UUID, UUID]:
    """For each card, the earlier and the later one, the other that it resembles most."""
    best: dict[UUID, UUID] = {}
    for pair in sorted(pairs, key=lambda pair: -pair.alike):
        best.setdefault(pair.card, pair.other)
        best.setdefault(pair.other, pair.card)
    return best


def _refuse_strange(card: Card, other: Card) -> None:
    if card.id == other.id or card.process_id != other.process_id:
        raise InvalidInput("cards_not_a_pair", label=card.label)


def _between(store: Store, kind: type[Kind], card_id: UUID, of_id: UUID) -> tuple[Kind, ...]:
    return store.find(kind, card_id=card_id, of_id=of_id) + store.find(kind, card_id=of_id, of_id=card_id)


def _let_go(store: Store, kind: type[Kind], card_id: UUID, of_id: UUID) -> bool:
    """Remove what was decided about two cards; whether there was anything."""
    there = _between(store, kind, card_id, of_id)
    for kept in there:
        store.remove(kept)
    return bool(there)
