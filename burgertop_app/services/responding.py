"""The answer of the college: its letter, its word on each recommendation, and what residents think of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from burgertop_app.domain.advice import Advice, Recommendation
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.responses import (
    Disposition,
    Rating,
    Response,
)
from burgertop_app.services.answered import settle
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.domain.requests import DispositionForm
    from burgertop_app.domain.responses import CouncilNeed, Disposal
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

MARKS = 5


class _Word(TypedDict):
    disposal: Disposal
    reason: str
    owner: str
    due_on: date | None
    budget: str
    council: CouncilNeed
    policy: str


class Responding:
    """What an organiser does with the answer of the college."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

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
            settle(store, advice)
        return changed(Topic.RESPONSES, Topic.ADVICE, Topic.PROCESSES, row=kept.id)

    def amend(self, disposition_id: UUID, form: DispositionForm) -> Change:
        """Change the word that is being entered, in place; the log keeps what stood there.

        Raises:
            NotPossible: a later word replaced it, or it was entered on another day: answer anew instead.
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


def _response(store: Store, advice_id: UUID, today: date) -> Response:
    kept = store.first(Response, advice_id=advice_id)
    return kept or store.add(Response(id=store.new_id(), advice_id=advice_id, received_on=today))


def _word(form: DispositionForm) -> _Word:
    return {
        "disposal": form.disposal,
        "reason": form.reason.strip(),
        "owner": form.owner.strip(),
        "due_on": form.due_on,
        "budget": form.budget.strip(),
        "council": form.council,
        "policy": form.policy.strip(),
    }


def _day(at: datetime | None) -> date | None:
    return at.astimezone().date() if at else None
