"""Cards that say the same, as decided: the heaps that they make."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import Apart, Card, Duplicate, Standing
from burgertop_app.storage.reading import under

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def together(store: Store, process_id: UUID, cards: Sequence[Card]) -> dict[UUID, tuple[Card, ...]]:
    """For each of `cards` that counts and says the same as another that counts: all of them, itself too.

    The others need not be among `cards`.
    """
    found = heaps(decided(store, process_id)[0])
    wanted = [card.id for card in cards if card.id in found]
    if not wanted:
        return {}
    members = list(dict.fromkeys(one for card_id in wanted for one in found[card_id]))
    counting = {card.id: card for card in store.find(Card, id=members, standing=Standing.ACTIVE)}
    made: dict[UUID, tuple[Card, ...]] = {}
    for card_id in wanted:
        heap = tuple(counting[one] for one in found[card_id] if one in counting)
        if card_id in counting and len(heap) > 1:
            made[card_id] = heap
    return made


def heaps(doubles: Sequence[Duplicate]) -> Mapping[UUID, tuple[UUID, ...]]:
    """For each card every card that says the same, itself too, directly or through others."""
    beside: dict[UUID, list[UUID]] = defaultdict(list)
    for double in doubles:
        beside[double.card_id].append(double.of_id)
        beside[double.of_id].append(double.card_id)
    found: dict[UUID, tuple[UUID, ...]] = {}
    for start in beside:
        if start in found:
            continue
        heap = [start]
        for one in heap:
            heap += [other for other in beside[one] if other not in heap]
        found |= dict.fromkeys(heap, tuple(heap))
    return found


def decided(store: Store, process_id: UUID) -> tuple[tuple[Duplicate, ...], tuple[Apart, ...]]:
    """What was decided about cards that look alike: those that say the same, and those that do not.

    Where two laptops decided both, the cards stay apart until somebody decides anew.
    """
    doubles = under(store, Duplicate, Card, "card_id", process_id)
    aparts = under(store, Apart, Card, "card_id", process_id)
    held = {frozenset((one.card_id, one.of_id)) for one in aparts}
    return tuple(one for one in doubles if frozenset((one.card_id, one.of_id)) not in held), aparts
