"""The advice at the college: the agreed term, the receipt that starts it, and the reminders."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from burgertop_app.domain import terms
from burgertop_app.domain.advice import Advice, AdviceState, Offer, Receipt
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.responses import Agreement, Deadline, Postponement, Reminder, last_day_of
from burgertop_app.domain.terms import Due, Start, days_left
from burgertop_app.exchange.proof_files import read_proof
from burgertop_app.services import proofs
from burgertop_app.services.agreements import agreed
from burgertop_app.services.answered import settle
from burgertop_app.services.days_off import table_of
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.terms import Term
    from burgertop_app.domain.workspaces import Attachment
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

OF_THE_ENTITY = ("id", "revision", "process_id")


@dataclass(frozen=True)
class TermView:
    """The term of one advice: when it was received and the last day with the reasons for it.

    `deadline` and `due` are as agreed; `postponements` says what the college made of it, the withdrawn ones
    too. `last` and `days_left` are as it now stands.
    """

    receipt: Receipt
    deadline: Deadline
    due: Due
    days_left: int
    postponements: tuple[Postponement, ...] = ()

    @property
    def last(self) -> date:
        """The last day as it now stands."""
        return last_day_of(self.deadline, self.postponements)

    @property
    def postponed(self) -> tuple[Postponement, ...]:
        """The postponements that count, the oldest first."""
        return tuple(one for one in self.postponements if not one.withdrawn_reason)


@dataclass(frozen=True)
class Confirmation:
    """How the college confirmed the receipt: `by` whom (a function), `how`, and the `file` that proves it.

    `council_on` is the meeting of the council that starts the term, if that was agreed.
    """

    by: str = ""
    how: str = ""
    file: Path | None = None
    council_on: date | None = None


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
            InvalidInput: it has no length, two lengths or one that cannot be; or a recess lacks a day, ends
                before it begins or lasts over a year.
        """
        terms.due(self._today(), agreement.term, self._terms.holidays)
        told = {
            field.name: getattr(agreement, field.name)
            for field in fields(agreement)
            if field.name not in OF_THE_ENTITY
        }
        told |= {name: told[name].strip() for name in ("source", "ordinance", "article")}
        with self._work.writing("term.agree") as store:
            kept = store.first(Agreement, process_id=agreement.process_id)
            if kept is None:
                store.add(replace(agreement, id=store.new_id(), **told))
            else:
                store.change(kept, **told)
        return changed(Topic.RESPONSES)

    def expected(self, process_id: UUID, on: date) -> Due:
        """The last day if the term began on `on`, by what is agreed now."""
        with self._work.reading() as store:
            return self._due(store, on, agreed(store, process_id).term)

    def receive(self, advice_id: UUID, *, on: date, proof: str, told: Confirmation | None = None) -> Change:
        """Record that the college received the advice: the term starts, unless an agreed event starts it.

        Args:
            advice_id: the advice.
            on: the day of receipt.
            proof: how we know.
            told: what else is known of the confirmation.

        Raises:
            NotPossible: the advice was not offered, was received already, or was withdrawn.
            InvalidInput: the day lies before the offer or in the future, there is no proof, the file cannot
                be kept, or the day of the council is missing.
            NotFound: the file is not there.
        """
        told = told or Confirmation()
        shown = read_proof(told.file) if told.file is not None else None
        with self._work.writing("advice.receive") as store:
            advice = store.get(Advice, advice_id)
            advice.refuse_withdrawn()
            offer = self._offer(store, advice_id, on)
            agreement = agreed(store, advice.process_id)
            begun = _begun(agreement.term.start, offer, on, told.council_on)
            receipt = store.add(
                Receipt(
                    id=store.new_id(),
                    offer_id=offer.id,
                    on=on,
                    proof=proof.strip(),
                    attachment_id=proofs.keep(store, shown, advice.process_id),
                    by=told.by.strip(),
                    how=told.how.strip(),
                )
            )
            store.add(self._deadline(store, receipt, agreement, begun))
            settle(store, advice)
        return changed(Topic.RESPONSES, Topic.ADVICE, Topic.PROCESSES, row=advice_id)

    def proof(self, attachment_id: UUID | None) -> Attachment:
        """The file that proves a receipt or a postponement.

        Raises:
            NotPossible: none was kept.
        """
        with self._work.reading() as store:
            return proofs.kept(store, attachment_id)

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

    def withdraw_offer(self, offer_id: UUID, reason: str) -> Change:
        """Withdraw an offer that was entered wrongly; it stays readable, with the reason.

        Raises:
            InvalidInput: no reason was given.
            NotPossible: it was withdrawn already, or its receipt stands.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("advice.offer_withdraw") as store:
            offer = store.get(Offer, offer_id)
            if offer.withdrawn_reason:
                raise NotPossible("offer_withdrawn_already")
            if store.count(Receipt, offer_id=offer_id, withdrawn_reason=""):
                raise NotPossible("offer_has_receipt")
            store.change(offer, withdrawn_reason=reason.strip())
            advice = advice_store.advice_of(store, offer)
            if advice.state is AdviceState.OFFERED and not advice_store.offers(store, advice.id):
                store.change(advice, state=AdviceState.PUBLISHED)
        return changed(Topic.RESPONSES, Topic.ADVICE, Topic.PROCESSES, row=advice.id)

    def term(self, advice_id: UUID) -> TermView | None:
        """The running term of an advice; None before receipt."""
        with self._work.reading() as store:
            receipt = advice_store.receipt(store, advice_id)
            if receipt is None:
                return None
            deadline = store.one(Deadline, receipt_id=receipt.id)
            postponements = store.find(Postponement, deadline_id=deadline.id)
            due = self._due(store, deadline.starts_on or receipt.on, deadline.term)
        if due.day != deadline.due_on:
            # The table of days off changed since; what was fixed at receipt stands.
            due = replace(due, day=deadline.due_on)
        left = days_left(last_day_of(deadline, postponements), self._today())
        return TermView(receipt, deadline, due, left, postponements)

    def remind(
        self, advice_id: UUID, *, on: date, text: str, how: str = "", planned_on: date | None = None
    ) -> Change:
        """Record that the college was reminded; `planned_on` is the moment of the schedule it was for.

        Raises:
            NotPossible: the advice was not received yet.
            InvalidInput: the day is in the future.
        """
        if on > self._today():
            raise InvalidInput("reminder_in_future", on=on.isoformat())
        with self._work.writing("advice.remind") as store:
            if advice_store.receipt(store, advice_id) is None:
                raise NotPossible("advice_not_received")
            store.add(
                Reminder(
                    id=store.new_id(),
                    advice_id=advice_id,
                    on=on,
                    text=text.strip(),
                    how=how.strip(),
                    planned_on=planned_on,
                )
            )
        return changed(Topic.RESPONSES, row=advice_id)

    def reminders(self, advice_id: UUID) -> tuple[Reminder, ...]:
        """Every reminder, the oldest first."""
        with self._work.reading() as store:
            return store.find(Reminder, order_by="on", advice_id=advice_id)

    def _due(self, store: Store, begun: date, term: Term) -> Due:
        return terms.due(begun, term, table_of(store, self._terms.holidays).holidays)

    def _deadline(self, store: Store, receipt: Receipt, agreement: Agreement, begun: date) -> Deadline:
        return Deadline(
            id=store.new_id(),
            receipt_id=receipt.id,
            due_on=self._due(store, begun, agreement.term).day,
            starts_on=begun,
            **_same(agreement, ("weeks", "days", "months", "rule", "start")),
            recesses=agreement.term.recess,
        )

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


def _begun(start: Start, offer: Offer, received: date, council_on: date | None) -> date:
    """The day of the event that starts the term."""
    match start:
        case Start.RECEIPT:
            return received
        case Start.OFFER:
            return offer.on
        case Start.COUNCIL:
            if council_on is None:
                raise InvalidInput("council_day_missing")
            if council_on < offer.on:
                raise InvalidInput(
                    "council_day_before_offer", on=council_on.isoformat(), offered=offer.on.isoformat()
                )
            return council_on


def _same(agreement: Agreement, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(agreement, name) for name in names}
