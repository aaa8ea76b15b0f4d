"""The answer of the college: receipt, term, reminders and its word on each recommendation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict

from burgertop_app.domain.advice import Advice, AdviceState, Offer, Receipt, Recommendation
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.processes import Phase, Process
from burgertop_app.domain.responses import (
    Agreement,
    Deadline,
    Disposition,
    Rating,
    Reminder,
    Response,
)
from burgertop_app.domain.terms import Due, Recess, Rule, Term, days_left
from burgertop_app.services.agreements import agreed
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.domain.requests import DispositionForm
    from burgertop_app.domain.responses import Disposal
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


MARKS = 5


class _Word(TypedDict):
    disposal: Disposal
    reason: str
    owner: str
    due_on: date | None


@dataclass(frozen=True)
class TermView:
    """The term of one advice: when it was received and the last day with the reasons for it."""

    receipt: Receipt
    deadline: Deadline
    due: Due
    days_left: int


class Responding:
    """What an organiser does while the college has the advice."""

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
            _settle(store, advice)
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

    def letter(self, advice_id: UUID) -> Response | None:
        """When and with which letter the college answered; None before its first word."""
        with self._work.reading() as store:
            return store.first(Response, advice_id=advice_id)

    def keep_letter(self, advice_id: UUID, *, on: date, letter: str = "") -> Change:
        """Keep on which day the college answered, and the words of its letter.

        Raises:
            NotPossible: the advice was not received yet.
            InvalidInput: the day is in the future or lies before the receipt.
        """
        with self._work.writing("answer.letter") as store:
            receipt = advice_store.receipt(store, advice_id)
            if receipt is None:
                raise NotPossible("advice_not_received")
            if on > self._today():
                raise InvalidInput("answer_in_future", on=on.isoformat())
            if on < receipt.on:
                raise InvalidInput(
                    "answer_before_receipt", on=on.isoformat(), received=receipt.on.isoformat()
                )
            response = _response(store, advice_id, on)
            store.change(response, received_on=on, letter=letter.strip())
        return changed(Topic.RESPONSES, row=advice_id)

    def recommendations(self, advice_id: UUID) -> tuple[RecommendationLine, ...]:
        """What waits for an answer: recommendations that count, in the words that were offered."""
        with self._work.reading() as store:
            offered = advice_store.published_texts(store, advice_id)
            return tuple(
                replace(line, text=offered.get(line.recommendation.id, line.text))
                for line in advice_store.recommendation_lines(store, advice_id)
                if not line.recommendation.withdrawn_reason
            )

    def answer(self, recommendation_id: UUID, form: DispositionForm) -> Change:
        """Keep the college's word on one recommendation; an earlier word stays in the history.

        Raises:
            NotPossible: the advice was not received yet, or it or the recommendation was withdrawn.
            InvalidInput: a reason is needed.
        """
        with self._work.writing("answer.record") as store:
            recommendation = store.get(Recommendation, recommendation_id)
            if recommendation.withdrawn_reason:
                raise NotPossible("recommendation_withdrawn", number=recommendation.number)
            advice = store.get(Advice, recommendation.advice_id)
            advice.refuse_withdrawn()
            if advice_store.receipt(store, advice.id) is None:
                raise NotPossible("advice_not_received")
            text = advice_store.published_text(store, recommendation)
            earlier = store.count(Disposition, recommendation_id=recommendation_id)
            kept = store.add(
                Disposition(
                    id=store.new_id(),
                    response_id=_response(store, advice.id, self._today()).id,
                    recommendation_id=recommendation_id,
                    text_id=text.id,
                    version=earlier + 1,
                    at=store.now(),
                    **_word(form),
                )
            )
            _settle(store, advice)
        return changed(Topic.RESPONSES, Topic.ADVICE, Topic.PROCESSES, row=kept.id)

    def amend(self, disposition_id: UUID, form: DispositionForm) -> Change:
        """Change the word that is being entered, in place; the log keeps what stood there.

        Raises:
            NotPossible: a later word replaced it, or it was entered on another day: answer anew instead.
            InvalidInput: a reason is needed.
        """
        with self._work.writing("answer.amend") as store:
            kept = store.get(Disposition, disposition_id)
            latest = advice_store.disposition(store, kept.recommendation_id)
            if latest is None or latest.id != kept.id or _day(kept.at) != self._today():
                raise NotPossible("answer_fixed")
            store.change(kept, **_word(form))
        return changed(Topic.RESPONSES, row=disposition_id)

    def dispositions(self, recommendation_id: UUID) -> tuple[Disposition, ...]:
        """Every answer to one recommendation, the oldest first; the last one counts."""
        with self._work.reading() as store:
            return store.find(Disposition, order_by="version", recommendation_id=recommendation_id)

    def rate(self, disposition_id: UUID, marks: tuple[int, ...]) -> Change:
        """Keep how many residents gave the reason each mark from 1 to 5.

        Raises:
            InvalidInput: there are not five numbers, or one is below zero.
        """
        if len(marks) != MARKS or min(marks) < 0:
            raise InvalidInput("rating_marks")
        with self._work.writing("answer.rate") as store:
            kept = store.first(Rating, disposition_id=disposition_id)
            if kept is None:
                store.add(Rating(id=store.new_id(), disposition_id=disposition_id, marks=marks))
            else:
                store.change(kept, marks=marks)
        return changed(Topic.RESPONSES)

    def marks(self, disposition_id: UUID) -> tuple[int, ...]:
        """How many residents gave the reason each mark from 1 to 5."""
        with self._work.reading() as store:
            kept = store.first(Rating, disposition_id=disposition_id)
        return tuple(kept.marks) if kept else (0,) * MARKS

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


def _response(store: Store, advice_id: UUID, today: date) -> Response:
    kept = store.first(Response, advice_id=advice_id)
    return kept or store.add(Response(id=store.new_id(), advice_id=advice_id, received_on=today))


def _settle(store: Store, advice: Advice) -> None:
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


def _word(form: DispositionForm) -> _Word:
    return {
        "disposal": form.disposal,
        "reason": form.reason.strip(),
        "owner": form.owner.strip(),
        "due_on": form.due_on,
    }


def _day(at: datetime | None) -> date | None:
    return at.astimezone().date() if at else None


def _term(agreed: Agreement | Deadline) -> Term:
    recess: tuple[Recess, ...] = ()
    if agreed.recess_from and agreed.recess_until:
        recess = (Recess(agreed.recess_from, agreed.recess_until),)
    return Term(agreed.weeks, Rule(agreed.rule), recess)
