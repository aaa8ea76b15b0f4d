"""The advice: writing it, freezing a version and offering it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from burgertop_app.domain.advice import (
    Advice,
    AdviceSection,
    AdviceState,
    AdviceVersion,
    Offer,
    Recommendation,
    RecommendationText,
    SectionKind,
)
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.services import recommending
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.domain.requests import RecommendationForm
    from burgertop_app.services.context import Context

Words: TypeAlias = tuple[str, ...]


class Advising:
    """What an organiser does with the advice of a process."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

    def all(self, process_id: UUID) -> tuple[Advice, ...]:
        """Every advice of the process, by number."""
        with self._work.reading() as store:
            return store.find(Advice, order_by="number", process_id=process_id)

    def start(self, process_id: UUID, title: str) -> Change:
        """Begin an advice with empty sections."""
        with self._work.writing("advice.start") as store:
            number = len(store.find(Advice, process_id=process_id)) + 1
            advice = store.add(
                Advice(id=store.new_id(), process_id=process_id, number=number, title=title.strip())
            )
            for kind in SectionKind:
                store.add(AdviceSection(id=store.new_id(), advice_id=advice.id, kind=kind))
        return changed(Topic.ADVICE, row=advice.id)

    def retitle(self, advice_id: UUID, title: str) -> Change:
        """Give the advice another title."""
        with self._work.writing("advice.title") as store:
            store.change(store.get(Advice, advice_id), title=title.strip())
        return changed(Topic.ADVICE, row=advice_id)

    def sections(self, advice_id: UUID) -> Mapping[SectionKind, AdviceSection]:
        """The text per part of the advice."""
        with self._work.reading() as store:
            return {section.kind: section for section in store.find(AdviceSection, advice_id=advice_id)}

    def write(
        self, advice_id: UUID, kind: SectionKind, body: str, known: Collection[str] | None = None
    ) -> Change:
        """Keep the text of one part.

        Args:
            advice_id: the advice.
            kind: the part.
            body: its text.
            known: the texts that the writer has seen here; another one is never written over.

        Raises:
            Conflict: somebody else changed this part while it was written.
        """
        with self._work.writing("advice.write") as store:
            section = store.one(AdviceSection, advice_id=advice_id, kind=kind)
            if section.body != body:
                if known is not None and section.body not in known:
                    raise Conflict("advice_part_changed")
                store.change(section, body=body)
        return changed(Topic.ADVICE, row=advice_id)

    def recommendations(self, advice_id: UUID) -> tuple[RecommendationLine, ...]:
        """Every recommendation with its words, cards, votes and answer, by number."""
        with self._work.reading() as store:
            return advice_store.recommendation_lines(store, advice_id)

    def recommend(self, advice_id: UUID, form: RecommendationForm) -> Change:
        """Add a recommendation."""
        with self._work.writing("recommendation.add") as store:
            kept = recommending.add(store, advice_id, form)
        return changed(Topic.ADVICE, Topic.PROPOSALS, row=kept)

    def edit(
        self, recommendation_id: UUID, form: RecommendationForm, known: Collection[Words] | None = None
    ) -> Change:
        """Keep the words of a recommendation; words that were published stay as they were, beside the new.

        Args:
            recommendation_id: which one.
            form: its words, and the proposals that it rests on.
            known: the words that the writer has seen here (`words`); others are never written over.

        Raises:
            Conflict: somebody else changed this recommendation while it was written.
        """
        with self._work.writing("recommendation.edit") as store:
            latest = store.find(RecommendationText, order_by="version", recommendation_id=recommendation_id)[
                -1
            ]
            recommendation = store.get(Recommendation, recommendation_id)
            if words(latest) != words(form):
                if known is not None and words(latest) not in known:
                    raise Conflict("recommendation_changed", number=recommendation.number)
                if advice_store.is_published(store, recommendation.advice_id, latest.id):
                    store.add(recommending.wording(store, recommendation_id, latest.version + 1, form))
                else:
                    store.change(latest, **recommending.words(form))
            recommending.rest_on(store, recommendation_id, form.proposal_ids)
        return changed(Topic.ADVICE, Topic.PROPOSALS, row=recommendation_id)

    def withdraw_recommendation(self, recommendation_id: UUID, reason: str) -> Change:
        """Take a recommendation out of the next version; it stays readable with the reason.

        Raises:
            InvalidInput: no reason was given.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        return self._withdrawn(recommendation_id, reason.strip())

    def restore_recommendation(self, recommendation_id: UUID) -> Change:
        """Put a withdrawn recommendation back."""
        return self._withdrawn(recommendation_id, "")

    def versions(self, advice_id: UUID) -> tuple[AdviceVersion, ...]:
        """The frozen versions, the oldest first."""
        with self._work.reading() as store:
            return advice_store.versions(store, advice_id)

    def present_content(self, advice_id: UUID) -> dict[str, Any]:
        """What a version would freeze now, to compare with the content of earlier ones."""
        with self._work.reading() as store:
            return advice_store.content(store, store.get(Advice, advice_id))

    def offer(
        self, advice_id: UUID, *, to: str, on: date, how: str = "", copies: Sequence[str] = ()
    ) -> Change:
        """Record that the last version was offered, and who got a copy.

        Raises:
            NotPossible: no version was frozen yet, or the advice was withdrawn.
            InvalidInput: it was offered to nobody, or on a day to come.
        """
        if not to.strip():
            raise InvalidInput("offer_to_empty")
        if on > self._today():
            raise InvalidInput("offer_in_future", on=on.isoformat())
        with self._work.writing("advice.offer") as store:
            advice = store.get(Advice, advice_id)
            advice.refuse_withdrawn()
            versions = store.find(AdviceVersion, order_by="version", advice_id=advice_id)
            if not versions:
                raise NotPossible("advice_not_published")
            store.add(
                Offer(
                    id=store.new_id(),
                    version_id=versions[-1].id,
                    to=to.strip(),
                    on=on,
                    how=how,
                    copies=tuple(filter(None, map(str.strip, copies))),
                )
            )
            if advice.state in (AdviceState.DRAFT, AdviceState.PUBLISHED):
                store.change(advice, state=AdviceState.OFFERED)
        return changed(Topic.ADVICE, Topic.RESPONSES, row=advice_id)

    def offers(self, advice_id: UUID) -> tuple[Offer, ...]:
        """Every time the advice was offered, the oldest first; withdrawn offers do not count."""
        with self._work.reading() as store:
            return advice_store.offers(store, advice_id)

    def every_offer(self, advice_id: UUID) -> tuple[Offer, ...]:
        """Every time the advice was offered, those that were withdrawn too, the oldest first."""
        with self._work.reading() as store:
            return advice_store.every_offer(store, advice_id)

    def withdraw(self, advice_id: UUID, reason: str) -> Change:
        """Withdraw an advice in public; it stays, with the reason.

        Raises:
            InvalidInput: no reason was given.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("advice.withdraw") as store:
            advice = store.get(Advice, advice_id)
            store.change(advice, state=AdviceState.WITHDRAWN, withdrawn_reason=reason.strip())
        return changed(Topic.ADVICE, Topic.RESPONSES, row=advice_id)

    def _withdrawn(self, recommendation_id: UUID, reason: str) -> Change:
        with self._work.writing("recommendation.withdraw") as store:
            store.change(store.get(Recommendation, recommendation_id), withdrawn_reason=reason)
        return changed(Topic.ADVICE, Topic.PROPOSALS, row=recommendation_id)


def words(said: RecommendationForm | RecommendationText) -> Words:
    """Every text of a recommendation in a fixed order, to compare."""
    return tuple(recommending.words(said).values())
