"""How far an advice and its process are, by what the college answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceState
from burgertop_app.domain.processes import Phase, Process
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from burgertop_app.storage.unit_of_work import Store


def settle(store: Store, advice: Advice) -> None:
    """Bring the advice and its process to where the answers are."""
    answered = advice_store.all_answered(store, advice.id)
    store.change(
        store.get(Advice, advice.id), state=AdviceState.ANSWERED if answered else AdviceState.RECEIVED
    )
    process = store.get(Process, advice.process_id)
    order = list(Phase)
    reached = Phase.FOLLOW_UP if answered else Phase.ANSWER
    if order.index(reached) > order.index(process.phase):
        store.change(process, phase=reached)
