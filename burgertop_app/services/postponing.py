"""The college says that its answer comes later: recorded with its reason, beside the day that was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.responses import Deadline, Postponement, last_day_of
from burgertop_app.domain.terms import moved_on
from burgertop_app.exchange.proof_files import read_proof
from burgertop_app.services import proofs
from burgertop_app.services.days_off import table_of
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class PostponementForm:
    """What the college said: `until` a day, or so many `weeks` after the present last day; and why.

    `by` is who said it, as a function; `proof` how we know, with perhaps a `file`.
    """

    reason: str
    told_on: date
    until: date | None = None
    weeks: int = 0
    by: str = ""
    proof: str = ""
    file: Path | None = None


class Postponing:
    """What an organiser does when the college asks for more time. There is no undo: it is withdrawn."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today
        self._terms = context.terms

    def day_after(self, advice_id: UUID, weeks: int) -> date:
        """The last day that so many more weeks give, by the agreed rule for days off.

        Raises:
            NotPossible: the advice was not received yet.
        """
        with self._work.reading() as store:
            return self._day_after(store, _deadline(store, advice_id), weeks)

    def postpone(self, advice_id: UUID, form: PostponementForm) -> Change:
        """Record a postponement; the agreed last day stays visible beside it.

        Raises:
            NotPossible: the advice was not received yet, or was withdrawn.
            InvalidInput: there is no reason, the new day is not later, it was said on a day to come, or the
                file cannot be kept.
            NotFound: the file is not there.
        """
        if form.told_on > self._today():
            raise InvalidInput("postponement_told_in_future", on=form.told_on.isoformat())
        shown = read_proof(form.file) if form.file is not None else None
        with self._work.writing("term.postpone") as store:
            advice = store.get(Advice, advice_id)
            advice.refuse_withdrawn()
            deadline = _deadline(store, advice_id)
            last = last_day_of(deadline, store.find(Postponement, deadline_id=deadline.id))
            until = form.until or self._day_after(store, deadline, form.weeks)
            if until <= last:
                raise InvalidInput("postponement_not_later", until=until.isoformat(), last=last.isoformat())
            store.add(
                Postponement(
                    id=store.new_id(),
                    deadline_id=deadline.id,
                    until=until,
                    weeks=0 if form.until else form.weeks,
                    reason=form.reason.strip(),
                    told_on=form.told_on,
                    by=form.by.strip(),
                    proof=form.proof.strip(),
                    attachment_id=proofs.keep(store, shown, advice.process_id),
                )
            )
        return changed(Topic.RESPONSES, Topic.PROCESSES, row=advice_id)

    def withdraw(self, postponement_id: UUID, reason: str) -> Change:
        """Withdraw a postponement that was recorded wrongly; it stays readable, with the reason.

        Raises:
            InvalidInput: no reason was given.
            NotPossible: it was withdrawn already.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("term.postpone_withdraw") as store:
            kept = store.get(Postponement, postponement_id)
            if kept.withdrawn_reason:
                raise NotPossible("postponement_withdrawn")
            store.change(kept, withdrawn_reason=reason.strip())
        return changed(Topic.RESPONSES, Topic.PROCESSES)

    def _day_after(self, store: Store, deadline: Deadline, weeks: int) -> date:
        last = last_day_of(deadline, store.find(Postponement, deadline_id=deadline.id))
        holidays = table_of(store, self._terms.holidays).holidays
        return moved_on(last + timedelta(weeks=weeks), deadline.term, holidays)


def _deadline(store: Store, advice_id: UUID) -> Deadline:
    receipt = advice_store.receipt(store, advice_id)
    if receipt is None:
        raise NotPossible("advice_not_received")
    return store.one(Deadline, receipt_id=receipt.id)
