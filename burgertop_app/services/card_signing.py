"""Agreement of the tables: what was read back and agreed, by whom marked and when, and taken back why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.card_history import Agreement, CardSignOff
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.outcomes import Card, CardText, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

STANDS = (Agreement.AGREED, Agreement.TYPING)
"""The table stands behind these words, whatever typing errors were put right."""


class CardSigning:
    """Marks what the tables agreed with."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def sign(self, card_ids: Sequence[UUID]) -> tuple[Change, tuple[UUID, ...]]:
        """Mark that these cards, as worded now, were read back and agreed; the new marks come back.

        Cards whose words were agreed already are left as they are.

        Raises:
            NotPossible: one of them was withdrawn or went on in another, or all were agreed already.
        """
        made: list[UUID] = []
        with self._work.writing("cards.sign") as store:
            for card_id in card_ids:
                card = store.get(Card, card_id)
                if card.standing is not Standing.ACTIVE:
                    raise NotPossible("card_not_counting", label=card.label)
                latest = store.find(CardText, order_by="version", card_id=card_id)[-1]
                if not store.count(CardSignOff, text_id=latest.id, until=None):
                    mark = CardSignOff(
                        id=store.new_id(), text_id=latest.id, since=store.now(), by=store.actor
                    )
                    made.append(store.add(mark).id)
            if not made:
                raise NotPossible("cards_agreed_already")
        return changed(Topic.CARDS), tuple(made)

    def erase(self, sign_off_ids: Sequence[UUID]) -> Change:
        """Undo marks that were just made; the log remembers them."""
        with self._work.writing("cards.unsign") as store:
            for kept in store.find(CardSignOff, id=list(sign_off_ids)):
                store.remove(kept)
        return changed(Topic.CARDS)

    def take_back(self, sign_off_ids: Sequence[UUID], reason: str) -> Change:
        """The table did not agree after all: the marks end, with a reason, and stay readable.

        Raises:
            InvalidInput: there is no reason.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("cards.unsign") as store:
            for kept in store.find(CardSignOff, id=list(sign_off_ids), until=None):
                store.change(kept, until=store.now(), reason=reason.strip(), ended_by=store.actor)
        return changed(Topic.CARDS)

    def renew(self, sign_off_ids: Sequence[UUID]) -> Change:
        """Undo that marks were taken back."""
        with self._work.writing("cards.sign") as store:
            for kept in store.find(CardSignOff, id=list(sign_off_ids)):
                store.change(kept, until=None, reason="", ended_by="")
        return changed(Topic.CARDS)


def held(store: Store, card_id: UUID) -> dict[UUID, CardSignOff]:
    """The agreements with one card that hold now, by wording."""
    texts = [text.id for text in store.find(CardText, card_id=card_id)]
    return {kept.text_id: kept for kept in store.find(CardSignOff, text_id=texts, until=None)}
