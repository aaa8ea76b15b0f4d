"""The form "What do I do tomorrow?" and the overview without names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.intentions import Intention
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.papers.intentions import IntentionsPaper, TomorrowFormPaper
from burgertop_app.domain.processes import Process
from burgertop_app.exchange import recipes
from burgertop_app.services import intending
from burgertop_app.services.printing import shared

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def tomorrow_form(store: Store, process_id: UUID, sheets: int, made_at: datetime) -> TomorrowFormPaper:
    """The form to hand out, so many pages of it.

    Raises:
        NotPossible: the form of this process does not ask it.
    """
    process = store.get(Process, process_id)
    return TomorrowFormPaper(
        masthead=shared.masthead(store, process, made_at), question=_question(process), sheets=sheets
    )


def intentions(store: Store, process_id: UUID, made_at: datetime) -> IntentionsPaper:
    """What people do, without names; errors as `tomorrow_form`."""
    process = store.get(Process, process_id)
    return IntentionsPaper(
        masthead=shared.masthead(store, process, made_at),
        question=_question(process),
        texts=intending.shared(store, process_id),
        total=store.count(Intention, process_id=process_id, standing=Standing.ACTIVE),
    )


def _question(process: Process) -> str:
    asked = recipes.from_snapshot(process.recipe).tomorrow
    if asked is None:
        raise NotPossible("tomorrow_not_asked")
    return asked.say(process.language)
