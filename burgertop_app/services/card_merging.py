"""Merging and splitting cards: later ones count in the place of earlier ones, which stay readable."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from burgertop_app.domain.card_history import CardSuccession, together
from burgertop_app.domain.cards_text import plain, refuse_unfit
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.outcomes import Card, CardProposal, CardText, CardTheme, Standing
from burgertop_app.services import card_keeping
from burgertop_app.storage import card_history_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.requests import CardPart
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

T = TypeVar("T")

TOPICS = (Topic.CARDS, Topic.THEMES, Topic.PROPOSALS)


class CardMerging:
    """Makes one card of several, or several of one."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def times(self, card_ids: Sequence[UUID]) -> int:
        """How often a card would count that these are merged into."""
        with self._work.reading() as store:
            return _together(store, [store.get(Card, card_id) for card_id in card_ids])

    def merge(self, card_ids: Sequence[UUID], text: str, reason: str = "") -> tuple[Change, str]:
        """Make one card of several; its label comes back.

        It is counted for all of them, lies in the theme of the first that has one and under the proposals of
        all; table, round, kind and addressee are theirs where they are the same, kind and addressee else of
        the first.

        Raises:
            InvalidInput: there are no words or far too many, or it would count over 999 times.
            NotPossible: fewer than two cards, or one that does not count.
        """
        with self._work.writing("cards.merge") as store:
            cards = [store.get(Card, card_id) for card_id in dict.fromkeys(card_ids)]
            if len(cards) < 2:
                raise NotPossible("cards_merge_two")
            _refuse_idle(cards)
            words, first = plain(text), cards[0]
            refuse_unfit(words)
            later = Card(
                id=store.new_id(),
                process_id=first.process_id,
                label=card_keeping.next_label(
                    store, first.process_id, _same(card.table_no for card in cards)
                ),
                kind=first.kind,
                addressee=first.addressee,
                times=_together(store, cards),
                event_id=_same(card.event_id for card in cards),
                table_no=_same(card.table_no for card in cards),
                round_no=_same(card.round_no for card in cards),
            )
            _succeed(store, cards, [(later, words)], reason.strip())
        return changed(*TOPICS, row=later.id), later.label

    def split(
        self, card_id: UUID, parts: Sequence[CardPart], reason: str = ""
    ) -> tuple[Change, tuple[str, ...]]:
        """Make several cards of one; their labels come back. Each lies where the first one lay.

        Raises:
            InvalidInput: a part has no words or far too many.
            NotPossible: fewer than two parts, or the card does not count.
        """
        with self._work.writing("cards.split") as store:
            card = store.get(Card, card_id)
            if len(parts) < 2:
                raise NotPossible("cards_split_two")
            _refuse_idle([card])
            labels = card_keeping.Labels(store, card.process_id)
            made: list[tuple[Card, str]] = []
            for part in parts:
                words = plain(part.text)
                refuse_unfit(words)
                later = Card(
                    id=store.new_id(),
                    process_id=card.process_id,
                    label=labels.give("", card.table_no),
                    kind=part.kind or card.kind,
                    addressee=card.addressee,
                    times=part.times,
                    event_id=card.event_id,
                    table_no=card.table_no,
                    round_no=card.round_no,
                )
                made.append((later, words))
            _succeed(store, [card], made, reason.strip())
        return changed(*TOPICS, row=made[0][0].id), tuple(later.label for later, _words in made)

    def undo(self, later_id: UUID) -> Change:
        """Undo a merge or a split: the later cards go, the earlier ones count again where they lay.

        Raises:
            NotPossible: something rests on a later card by now: an agreement, a proposal, another card.
        """
        with self._work.writing("cards.unmerge") as store:
            first = store.find(CardSuccession, later_id=later_id, until=None)
            if not first:
                raise NotPossible("card_no_succession", label=store.get(Card, later_id).label)
            at, earlier_ids = first[0].since, [tie.earlier_id for tie in first]
            ties = store.find(CardSuccession, earlier_id=earlier_ids, since=at)
            later_ids = list(dict.fromkeys(tie.later_id for tie in ties))
            kept = {tie.id for tie in ties}
            past = [tie for tie in store.find(CardSuccession, later_id=later_ids) if tie.id not in kept]
            for tie in (*ties, *past):
                store.remove(tie)
            carried = {tie.proposal_id for tie in store.find(CardProposal, card_id=earlier_ids, until=at)}
            for card_id in later_ids:
                _drop(store, store.get(Card, card_id), carried)
            for card_id in earlier_ids:
                _revive(store, store.get(Card, card_id), at)
        return changed(*TOPICS)


def _refuse_idle(cards: Iterable[Card]) -> None:
    for card in cards:
        if card.standing is not Standing.ACTIVE:
            raise NotPossible("card_not_counting", label=card.label)


def _together(store: Store, cards: Sequence[Card]) -> int:
    origins = card_history_store.origins(store, cards[0].process_id) if cards else {}
    times = together((card.times, frozenset(origins.get(card.id, (card.id,)))) for card in cards)
    if times > 999:
        raise InvalidInput("card_times", times=times)
    return times


def _succeed(store: Store, cards: Sequence[Card], made: Sequence[tuple[Card, str]], reason: str) -> None:
    """Let the later cards take the place of the earlier ones, in themes and under proposals too."""
    now = store.now()
    ids = [card.id for card in cards]
    themes = store.find(CardTheme, card_id=ids, until=None)
    by_card = {tie.card_id: tie.theme_id for tie in themes}
    theme_id = next((by_card[card_id] for card_id in ids if card_id in by_card), None)
    proposals = store.find(CardProposal, card_id=ids, until=None)
    for later, words in made:
        store.add(later)
        store.add(CardText(id=store.new_id(), card_id=later.id, version=1, text=words, by=store.actor))
        if theme_id is not None:
            card_keeping.lay(store, later.id, theme_id, "")
        for proposal_id in dict.fromkeys(tie.proposal_id for tie in proposals):
            store.add(
                CardProposal(
                    id=store.new_id(),
                    card_id=later.id,
                    proposal_id=proposal_id,
                    since=now,
                    by=store.actor,
                    reason=reason,
                )
            )
        for card in cards:
            store.add(
                CardSuccession(
                    id=store.new_id(),
                    earlier_id=card.id,
                    later_id=later.id,
                    since=now,
                    by=store.actor,
                    reason=reason,
                )
            )
    for tie in (*themes, *proposals):
        store.change(tie, until=now)
    for card in cards:
        store.change(card, standing=Standing.WENT_ON)


def _drop(store: Store, card: Card, carried: set[UUID]) -> None:
    """Take a later card away, with the proposals that it got from the earlier ones."""
    for tie in store.find(CardProposal, card_id=card.id, until=None):
        if tie.proposal_id in carried:
            store.remove(tie)
    card_keeping.take_back(store, card)


def _revive(store: Store, card: Card, at: datetime) -> None:
    """Let an earlier card count again, with the ties that ended at that moment."""
    for kind in (CardTheme, CardProposal):
        for tie in store.find(kind, card_id=card.id, until=at):
            store.change(tie, until=None)
    store.change(card, standing=Standing.ACTIVE)


def _same(values: Iterable[T | None]) -> T | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None
