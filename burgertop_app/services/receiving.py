"""The advice at the college: the agreed term, the receipt that starts it, and the reminders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceState, Offer, Receipt
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.responses import Agreement, Deadline, Reminder
from burgertop_app.domain.terms import Due, Recess, Rule, Term, days_left
from burgertop_app.services.agreements import agreed
from burgertop_app.services.answered import settle
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class TermView:
    """The term of one advice: when it was received and the last day with the reasons for it."""

    receipt: Receipt
    deadline: Deadline
    due: Due
    days_left: int


class Receiving:
    """What an organiser does about the day on which the college must have answered."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today
        self._terms = context.terms

    def agreement(self, process_id: UUID) -> Agreement:
        """The agreed term; before one was kept it is the form's, with revision 0."""
        with self._work.reading() as store:
            return agreed(store, process_id)

    def agree(self, agreement: Agreement) -> Change:
        """Keep the agreed term; running terms keep the rule they began with.

        Raises:
            InvalidInput: the recess has no begin or no end, or ends before it begins.
        """
        if (agreement.recess_from is None) != (agreement.recess_until is None):
            raise InvalidInput("recess_half")
        _term(agreement)
        with self._work.writing("term.agree") as store:
            kept = store.first(Agreement, process_id=agreement.process_id)
            if kept is None:
                store.add(replace(agreement, id=store.new_id()))
            else:
                store.change(
                    kept,
                    weeks=agreement.weeks,
                    rule=agreement.rule,
                    source=agreement.source.strip(),
                    recess_from=agreement.recess_from,
                    recess_until=agreement.recess_until,
                )
        return changed(Topic.RESPONSES)

    def expected(self, process_id: UUID, on: date) -> Due:
        """The last day if the college received the advice on `on`, by the term as agreed now."""
        with self._work.reading() as store:
            term = agreed(store, process_id)
        return self._terms.due(on, _term(term))

    def receive(self, advice_id: UUID, *, on: date, proof: str) -> Change:
        """Record that the college received the advice: the term starts.

        Raises:
            NotPossible: the advice was not offered, was received already, or was withdrawn.
            InvalidInput: the day lies before the offer or in the future, or there is no proof.
        """
        with self._work.writing("advice.receive") as store:
            advice = store.get(Advice, advice_id)
            advice.refuse_withdrawn()
            offer = self._offer(store, advice_id, on)
            receipt = store.add(Receipt(id=store.new_id(), offer_id=offer.id, on=on, proof=proof.strip()))
            term = agreed(store, advice.process_id)
            last = self._terms.due(on, _term(term))
            store.add(
                Deadline(
                    id=store.new_id(),
                    receipt_id=receipt.id,
                    due_on=last.day,
                    weeks=term.weeks,
                    rule=term.rule,
                    recess_from=term.recess_from,
                    recess_until=term.recess_until,
                )
            )
            settle(store, advice)
        return changed(Topic.RESPONSES, Topic.ADVICE, Topic.PROCESSES, row=advice_id)

    def withdraw_receipt(self, advice_id: UUID, reason: str) -> Change:
        """Withdraw a receipt that was entered wrongly; it stays, with the reason, and the term stops.

        Raises:
            InvalidInput: no reason was given.
            NotPossible: there is no receipt.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("advice.receipt_withdraw") as store:
            receipt = advice_store.receipt(store, advice_id)
            if receipt is None:
                raise NotPossible("advice_not_received")
            store.change(receipt, withdrawn_reason=reason.strip())
            advice = store.get(Advice, advice_id)
            if advice.state is not AdviceState.WITHDRAWN:
                store.change(advice, state=AdviceState.OFFERED)
        return changed(Topic.RESPONSES, Topic.ADVICE, row=advice_id)

    def term(self, advice_id: UUID) -> TermView | None:
        """The running term of an advice; None before receipt."""
        with self._work.reading() as store:
            receipt = advice_store.receipt(store, advice_id)
            if receipt is None:
                return None
            deadline = store.one(Deadline, receipt_id=receipt.id)
        last = self._terms.due(receipt.on, _term(deadline))
        return TermView(receipt, deadline, last, days_left(deadline.due_on, self._today()))

    def remind(self, advice_id: UUID, *, on: date, text: str) -> Change:
        """Record that the college was reminded.

        Raises:
            NotPossible: the advice was not received yet.
            InvalidInput: the day is in the future.
        """
        if on > self._today():
            raise InvalidInput("reminder_in_future", on=on.isoformat())
        with self._work.writing("advice.remind") as store:
            if advice_store.receipt(store, advice_id) is None:
                raise NotPossible("advice_not_received")
            store.add(Reminder(id=store.new_id(), advice_id=advice_id, on=on, text=text.strip()))
        return changed(Topic.RESPONSES, row=advice_id)

    def reminders(self, advice_id: UUID) -> tuple[Reminder, ...]:
        """Every reminder, the oldest first."""
        with self._work.reading() as store:
            return store.find(Reminder, order_by="on", advice_id=advice_id)

    def _offer(self, store: Store, advice_id: UUID, on: date) -> Offer:
        offers = advice_store.offers(store, advice_id)
        if not offers:
            raise NotPossible("advice_not_offered")
        if advice_store.receipt(store, advice_id) is not None:
            raise NotPossible("advice_received_already")
        if on < offers[-1].on:
            raise InvalidInput("receipt_before_offer", on=on.isoformat(), offered=offers[-1].on.isoformat())
        if on > self._today():
            raise InvalidInput("receipt_in_future", on=on.isoformat())
        return offers[-1]


def _term(agreed: Agreement | Deadline) -> Term:
    recess: tuple[Recess, ...] = ()
    if agreed.recess_from and agreed.recess_until:
        recess = (Recess(agreed.recess_from, agreed.recess_until),)
    return Term(agreed.weeks, Rule(agreed.rule), recess)
