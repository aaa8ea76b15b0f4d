"""Who hears what became of their cards: everyone the first time, then whoever something changed for."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from burgertop_app.domain.feedback import FeedbackRecipient
from burgertop_app.domain.people import ON_PANEL, WAS_THERE, Role
from burgertop_app.domain.processes import Process
from burgertop_app.domain.registration import Recipient
from burgertop_app.i18n import speaking
from burgertop_app.reports.feedback import in_short
from burgertop_app.services.printing.feedback_paper import last_told, sheet
from burgertop_app.services.printing.feedback_stories import gathered
from burgertop_app.services.recipients import recipients
from burgertop_app.storage import people_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store


def who(store: Store, process_id: UUID, today: date, *, again: bool = False) -> tuple[FeedbackRecipient, ...]:
    """Those for whom there is something new, or with `again` everyone who took part; by number."""
    people = everyone(store, process_id, today)
    return people if again else tuple(person for person in people if person.waits)


def everyone(store: Store, process_id: UUID, today: date) -> tuple[FeedbackRecipient, ...]:
    """Everyone who took part and is still known, with what they hear now and heard before."""
    process = store.get(Process, process_id)
    lines = _took_part(people_store.lines(store, process_id, Role.RESIDENT))
    everything, earlier = gathered(store, process, today), last_told(store, process_id)
    by_id = {line.participation_id: line for line in lines}
    found = []
    with speaking(process.language):
        for person in recipients(store, process_id, lines):
            told = earlier.get(person.participation_id)
            said = sheet(by_id[person.participation_id], everything, told)
            found.append(
                FeedbackRecipient(
                    **{each.name: getattr(person, each.name) for each in fields(Recipient)},
                    told=everything.marks_of(person.participation_id),
                    before=told.told if told else {},
                    told_on=told.on if told else None,
                    summary=in_short(said),
                )
            )
    return tuple(found)


def _took_part(lines: Sequence[PersonLine]) -> list[PersonLine]:
    """Those who came; the whole panel where nobody kept who came."""
    came = [line for line in lines if line.state in WAS_THERE]
    return came or [line for line in lines if line.state in ON_PANEL]
