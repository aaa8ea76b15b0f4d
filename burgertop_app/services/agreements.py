"""The term that holds in a process: as agreed, else as its form says, else six weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.form_rules import AnswerWithin
from burgertop_app.domain.processes import Process
from burgertop_app.domain.responses import Agreement
from burgertop_app.exchange import recipes

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def agreed(store: Store, process_id: UUID) -> Agreement:
    """The term for an answer; revision 0 when nothing was agreed yet and the form's rule holds."""
    kept = store.first(Agreement, process_id=process_id)
    if kept is not None:
        return kept
    rule = recipes.from_snapshot(store.get(Process, process_id).recipe).rule(AnswerWithin)
    if rule is None:
        return Agreement(id=process_id, process_id=process_id)
    return Agreement(id=process_id, process_id=process_id, weeks=rule.weeks, rule=rule.rule.value)
