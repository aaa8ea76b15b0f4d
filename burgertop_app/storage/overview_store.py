"""Numbers and lines for the overview and the start page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from burgertop_app.domain.advice import Advice, AdviceVersion, Offer, Receipt, Recommendation
from burgertop_app.domain.overview_views import TermLine
from burgertop_app.domain.reminding import Sent
from burgertop_app.domain.responses import Commitment, Deadline, Postponement, Reminder
from burgertop_app.domain.terms import days_left
from burgertop_app.storage import advice_store
from burgertop_app.storage.mapping import translation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.processes import Process
    from burgertop_app.storage.unit_of_work import Store


def is_late(kept: Commitment, today: date) -> bool:
    """Whether a promise should have been kept by now."""
    return is_open(kept) and kept.due_on is not None and kept.due_on < today


def is_open(kept: Commitment) -> bool:
    """Whether a promise is neither done nor dropped, and counts."""
    return not kept.ended


def urgency_of(kept: Commitment, today: date) -> tuple[bool, bool, bool, int, str]:
    """A sort key: late before open before ended, a day before no day."""
    day = kept.due_on.toordinal() if kept.due_on else 0
    return kept.ended, not is_late(kept, today), kept.due_on is None, day, kept.text


def term_lines(store: Store, processes: Sequence[Process], today: date) -> tuple[TermLine, ...]:
    """How every advice of these processes stands with the college, by process and number."""
    titles = {process.id: process.title for process in processes}
    advices = store.find(Advice, order_by="number", process_id=list(titles))
    kept = [
        one
        for one in store.find(Recommendation, advice_id=[advice.id for advice in advices])
        if not one.withdrawn_reason
    ]
    answered = advice_store.dispositions(store, [one.id for one in kept])
    asked = Counter(one.advice_id for one in kept)
    done = Counter(one.advice_id for one in kept if one.id in answered)
    running = _running(store, list(titles))
    offered = _offered(store, list(titles))
    return tuple(
        TermLine(
            process_id=advice.process_id,
            advice_id=advice.id,
            title=advice.title,
            process=titles[advice.process_id],
            state=advice.state,
            received_on=term.received_on,
            due_on=term.due_on,
            days_left=days_left(term.due_on, today) if term.due_on else None,
            answered=done[advice.id],
            recommendations=asked[advice.id],
            agreed_on=term.agreed_on,
            begun_on=term.begun_on,
            offered_on=offered.get(advice.id),
        )
        for advice in advices
        for term in (running.get(advice.id, _NOTHING),)
    )


def reminders_sent(store: Store, advice_ids: Sequence[UUID]) -> dict[UUID, tuple[Sent, ...]]:
    """The reminders about each of these advices, the oldest first; none has no entry."""
    found: dict[UUID, tuple[Sent, ...]] = {}
    for kept in store.find(Reminder, order_by="on", advice_id=advice_ids):
        found[kept.advice_id] = (*found.get(kept.advice_id, ()), Sent(kept.on, kept.planned_on))
    return found


class _Running(NamedTuple):
    """The days of a running term; `due_on` as it now stands."""

    received_on: date | None = None
    begun_on: date | None = None
    agreed_on: date | None = None
    due_on: date | None = None


_NOTHING = _Running()


def _running(store: Store, process_ids: Sequence[UUID]) -> dict[UUID, _Running]:
    """Per advice the days of the receipt that counts and of the last day for the answer."""
    receipt, deadline, offer, version, advice = (
        translation(kind).table for kind in (Receipt, Deadline, Offer, AdviceVersion, Advice)
    )
    statement = (
        select(advice.c.id, receipt.c.on, deadline.c.starts_on, deadline.c.due_on, deadline.c.id)
        .select_from(receipt)
        .join(deadline, deadline.c.receipt_id == receipt.c.id)
        .join(offer, receipt.c.offer_id == offer.c.id)
        .join(version, offer.c.version_id == version.c.id)
        .join(advice, version.c.advice_id == advice.c.id)
        .where(advice.c.process_id.in_(process_ids), receipt.c.withdrawn_reason == "")
        .order_by(receipt.c.created_at)
    )
    found = store.session.execute(statement).all()
    until = {
        one.deadline_id: one.until
        for one in store.find(Postponement, deadline_id=[line[4] for line in found], withdrawn_reason="")
    }
    return {
        advice_id: _Running(on, starts_on or on, due_on, until.get(deadline_id, due_on))
        for advice_id, on, starts_on, due_on, deadline_id in found
    }


def _offered(store: Store, process_ids: Sequence[UUID]) -> dict[UUID, date]:
    """Per advice the day of the last offer that counts; never offered has no entry."""
    offer, version, advice = (translation(kind).table for kind in (Offer, AdviceVersion, Advice))
    statement = (
        select(advice.c.id, offer.c.on)
        .select_from(offer)
        .join(version, offer.c.version_id == version.c.id)
        .join(advice, version.c.advice_id == advice.c.id)
        .where(advice.c.process_id.in_(process_ids), offer.c.withdrawn_reason == "")
        .order_by(offer.c.created_at)
    )
    return {line.id: line.on for line in store.session.execute(statement)}
