"""When a wording may still be put right: autosave must not fill the history with half sentences."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from burgertop_app.storage import outcome_store

if TYPE_CHECKING:
    from burgertop_app.domain.outcomes import CardText, ProposalText
    from burgertop_app.storage.unit_of_work import Store

A_MOMENT = timedelta(minutes=15)


def fresh(store: Store, wording: CardText | ProposalText) -> bool:
    """Whether `wording` was made less than `A_MOMENT` ago, so that somebody may still be typing it."""
    return store.now() - outcome_store.said_at(store, wording) < A_MOMENT
