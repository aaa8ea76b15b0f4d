"""Wordings of cards, what their tables agreed with, and which card went on in which other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from burgertop_app.domain.card_history import CardSignOff, CardSuccession
from burgertop_app.domain.outcome_views import SignOffLine, TieLine
from burgertop_app.domain.outcomes import Card, CardText
from burgertop_app.storage.mapping import translation
from burgertop_app.storage.reading import under

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

Labels = dict["UUID", tuple[str, ...]]


def wordings(
    store: Store, process_id: UUID, cards: Sequence[UUID] | None = None
) -> dict[UUID, tuple[CardText, ...]]:
    """Every wording by card (None: of the whole process), the oldest first."""
    found = (
        under(store, CardText, Card, "card_id", process_id, order="version")
        if cards is None
        else store.find(CardText, card_id=cards, order_by="version")
    )
    by_card: dict[UUID, tuple[CardText, ...]] = {}
    for text in found:
        by_card[text.card_id] = (*by_card.get(text.card_id, ()), text)
    return by_card


def signed(store: Store, process_id: UUID, cards: Sequence[UUID] | None = None) -> dict[UUID, CardSignOff]:
    """The agreements that hold now, by wording."""
    mark, text, card = translation(CardSignOff), translation(CardText), translation(Card)
    wanted = (
        select(*mark.columns)
        .join(text.table, mark.table.c.text_id == text.table.c.id)
        .join(card.table, text.table.c.card_id == card.table.c.id)
        .where(card.table.c.process_id == process_id, mark.table.c.until.is_(None))
    )
    if cards is not None:
        wanted = wanted.where(text.table.c.card_id.in_(cards))
    kept: list[CardSignOff] = [
        mark.value(row) for row in store.session.execute(wanted.order_by(mark.table.c.since))
    ]
    return {one.text_id: one for one in kept}


def successions(store: Store, process_id: UUID, cards: Sequence[UUID] | None = None) -> tuple[Labels, Labels]:
    """The labels of the cards that each came from, and of those that each went on in."""
    ties = held_successions(store, process_id)
    if cards is not None:
        some = set(cards)
        ties = tuple(tie for tie in ties if tie.earlier_id in some or tie.later_id in some)
    if not ties:
        return {}, {}
    ids = list({end for tie in ties for end in (tie.earlier_id, tie.later_id)})
    labels = {card.id: card.label for card in store.find(Card, id=ids)}
    before: dict[UUID, list[str]] = defaultdict(list)
    after: dict[UUID, list[str]] = defaultdict(list)
    for tie in ties:
        before[tie.later_id].append(labels[tie.earlier_id])
        after[tie.earlier_id].append(labels[tie.later_id])
    return ({card: tuple(held) for card, held in heap.items()} for heap in (before, after))  # type: ignore[return-value]


def held_successions(store: Store, process_id: UUID) -> tuple[CardSuccession, ...]:
    """Every succession in the process that holds, the oldest first."""
    ties = under(store, CardSuccession, Card, "earlier_id", process_id)
    return tuple(tie for tie in ties if tie.until is None)


def onward(store: Store, process_id: UUID) -> dict[UUID, tuple[UUID, ...]]:
    """The cards that each card at last went on in; those that did not go on are left out."""
    steps: dict[UUID, list[UUID]] = defaultdict(list)
    for tie in held_successions(store, process_id):
        steps[tie.earlier_id].append(tie.later_id)
    return {card: _reached(card, steps, last=True) for card in steps}


def origins(store: Store, process_id: UUID) -> dict[UUID, tuple[UUID, ...]]:
    """Every card that a card came from, straight or through others; those from none are left out."""
    steps: dict[UUID, list[UUID]] = defaultdict(list)
    for tie in held_successions(store, process_id):
        steps[tie.later_id].append(tie.earlier_id)
    return {card: _reached(card, steps, last=False) for card in steps}


def ties(store: Store, **end: UUID) -> tuple[TieLine, ...]:
    """The successions of one card (`earlier_id` or `later_id`), each with the label at its other end."""
    other = "later_id" if "earlier_id" in end else "earlier_id"
    found = store.find(CardSuccession, order_by="since", **end)
    labels = {card.id: card.label for card in store.find(Card, id=[getattr(tie, other) for tie in found])}
    return tuple(
        TieLine(labels[getattr(tie, other)], tie.since, tie.until, tie.by, tie.reason) for tie in found
    )


def sign_offs(store: Store, card_id: UUID) -> tuple[SignOffLine, ...]:
    """Every time that the table agreed with a wording of one card, the oldest first."""
    versions = {text.id: text.version for text in store.find(CardText, card_id=card_id)}
    return tuple(
        SignOffLine(versions[kept.text_id], kept.since, kept.by, kept.until, kept.ended_by, kept.reason)
        for kept in store.find(CardSignOff, text_id=list(versions), order_by="since")
    )


def _reached(start: UUID, steps: Mapping[UUID, Sequence[UUID]], *, last: bool) -> tuple[UUID, ...]:
    found: dict[UUID, None] = {}
    waiting = list(steps.get(start, ()))
    while waiting:
        card = waiting.pop(0)
        if card in found:
            continue
        found[card] = None
        waiting += steps.get(card, ())
    return tuple(card for card in found if not last or card not in steps)
