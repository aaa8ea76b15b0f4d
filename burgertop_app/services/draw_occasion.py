"""What surrounds a draw of the workspace: whose it is, when registration closed, and if it still counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.draw_records import QuotaSet
from burgertop_app.domain.dutch_time import DUTCH
from burgertop_app.domain.inviting import Closing
from burgertop_app.domain.papers.draw import Withdrawal
from burgertop_app.domain.processes import Process
from burgertop_app.i18n import _, day, ngettext, number, speaking
from burgertop_app.messages.draw_outlook import withdrawn_words
from burgertop_app.services import draw_public
from burgertop_app.services.draw_public_paper import Occasion

if TYPE_CHECKING:
    from burgertop_app.domain.draw_records import DrawRecord
    from burgertop_app.storage.unit_of_work import Store


def occasion(store: Store, record: DrawRecord) -> Occasion:
    """What a protocol of this draw tells besides its files, in the language of the process."""
    process = store.get(Process, record.process_id)
    used = store.get(QuotaSet, record.quota_set_id)
    withdrawn = None
    with speaking(process.language):
        title = _title(process, record)
        source = ", ".join(filter(None, (used.source, day(used.source_date) if used.source_date else "")))
        registration = _registration(store, record)
        if record.withdrawn_at is not None:
            reason = withdrawn_words(record.withdrawn_reason)
            withdrawn = Withdrawal(reason=reason, at=record.withdrawn_at.astimezone(DUTCH))
    return Occasion(
        title=title,
        organisation=process.municipality or process.title,
        drawn_at=record.drawn_at,
        quota_source=source,
        registration=registration,
        withdrawn=withdrawn,
    )


def _title(process: Process, record: DrawRecord) -> str:
    if record.panel == 1:
        return process.title
    return _("{process}, panel {panel}").format(process=process.title, panel=record.panel)


def _registration(store: Store, record: DrawRecord) -> str:
    """With how many people registration had closed when the lottery was fixed; empty when it had not."""
    fixed_at = draw_public.made_at(record) or store.now()
    held = [
        closing
        for closing in store.find(Closing, order_by="closed_at", process_id=record.process_id)
        if closing.closed_at <= fixed_at and (closing.reopened_at is None or closing.reopened_at > fixed_at)
    ]
    if not held:
        return ""
    return ngettext(
        "Registration closed on {day} with {count} registration.",
        "Registration closed on {day} with {count} registrations.",
        held[-1].registered,
    ).format(day=day(held[-1].closed_at.astimezone(DUTCH).date()), count=number(held[-1].registered))
