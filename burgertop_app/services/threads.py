"""The thread: from a card to what became of it, and from a recommendation back to its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, Recommendation
from burgertop_app.domain.errors import NotFound
from burgertop_app.domain.outcomes import Card
from burgertop_app.domain.overview_views import ThreadPath, ThreadStep
from burgertop_app.storage import thread_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from burgertop_app.services.context import Context
    from burgertop_app.storage.thread_store import Web

Steps = tuple[ThreadStep, ...]


class Threads:
    """Walks the thread both ways."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def from_card(self, card_id: UUID) -> tuple[ThreadPath, ...]:
        """Every way from this card as far as it goes; one path without proposal when it lies still.

        Raises:
            NotFound: there is no such card.
        """
        with self._work.reading() as store:
            found = thread_store.web(store, store.get(Card, card_id).process_id)
        return tuple(ThreadPath(steps) for steps in _from_card(found, card_id))

    def from_recommendation(self, recommendation_id: UUID) -> tuple[ThreadPath, ...]:
        """Every way back from this recommendation to a card and its table, the recommendation first.

        Raises:
            NotFound: there is no such recommendation, or its advice was withdrawn.
        """
        with self._work.reading() as store:
            advice = store.get(Advice, store.get(Recommendation, recommendation_id).advice_id)
            found = thread_store.web(store, advice.process_id)
        if recommendation_id not in found.recommendations:
            raise NotFound("row_missing", kind="Recommendation")
        return tuple(
            ThreadPath(tuple(reversed(steps[: _place(steps, recommendation_id) + 1])))
            for steps in _every(found)
            if any(step.id == recommendation_id for step in steps)
        )

    def through(self, process_id: UUID, step_id: UUID) -> tuple[ThreadPath, ...]:
        """Every way from a card to its end that passes this step, in the order of the chain."""
        with self._work.reading() as store:
            found = thread_store.web(store, process_id)
        return tuple(
            ThreadPath(steps) for steps in _every(found) if any(step.id == step_id for step in steps)
        )

    def walks(self, process_id: UUID) -> tuple[ThreadPath, ...]:
        """For each card the way that goes furthest; those that go furthest first, then by label."""
        with self._work.reading() as store:
            found = thread_store.web(store, process_id)
        best = [max(_from_card(found, card_id), key=_reach) for card_id in found.cards]
        return tuple(ThreadPath(steps) for steps in sorted(best, key=_reach, reverse=True))

    def starts(self, process_id: UUID) -> Steps:
        """Every card and recommendation that a walk may start from, recommendations first."""
        with self._work.reading() as store:
            found = thread_store.web(store, process_id)
        return (*found.recommendations.values(), *found.cards.values())


def _every(web: Web) -> Iterator[Steps]:
    """Every path: from each card, and from what rests on nothing."""
    for card_id in web.cards:
        yield from _from_card(web, card_id)
    reached = {end for ends in web.onward.values() for end in ends}
    for proposal_id in web.proposals:
        if proposal_id not in reached:
            yield from _from_proposal(web, proposal_id)
    for recommendation_id in web.recommendations:
        if recommendation_id not in reached:
            yield _from_recommendation(web, recommendation_id)


def _from_card(web: Web, card_id: UUID) -> Iterator[Steps]:
    start = (web.cards[card_id], *web.themes.get(card_id, ()))
    proposals = web.onward.get(card_id, ())
    if not proposals:
        yield start
    for proposal_id in proposals:
        for onward in _from_proposal(web, proposal_id):
            yield (*start, *onward)


def _from_proposal(web: Web, proposal_id: UUID) -> Iterator[Steps]:
    start = web.proposals[proposal_id]
    recommendations = web.onward.get(proposal_id, ())
    if not recommendations:
        yield (start,)
    for recommendation_id in recommendations:
        yield (start, *_from_recommendation(web, recommendation_id))


def _from_recommendation(web: Web, recommendation_id: UUID) -> Steps:
    return (web.recommendations[recommendation_id], *web.ends.get(recommendation_id, ()))


def _reach(steps: Steps) -> int:
    """How many kinds of steps a path passes; further down the chain is more."""
    return len({step.kind for step in steps} - {"theme"})


def _place(steps: Steps, step_id: UUID) -> int:
    return next(place for place, step in enumerate(steps) if step.id == step_id)
