"""The thread: every way from a card to what became of it, and so from a recommendation back to its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import Standing
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

    def through(self, process_id: UUID, step_id: UUID) -> tuple[ThreadPath, ...]:
        """Every way from a card to its end that passes this step, in the order of the chain.

        A card that lies still is a way of one step, and so is a recommendation that rests on nothing; what
        was withdrawn with its advice is on no way.
        """
        with self._work.reading() as store:
            found = thread_store.web(store, process_id)
        return tuple(
            ThreadPath(steps) for steps in _every(found) if any(step.id == step_id for step in steps)
        )

    def walks(self, process_id: UUID) -> tuple[ThreadPath, ...]:
        """For each card the way that goes furthest; those that go furthest first, then by label.

        What was merged or split is told of its later cards.
        """
        with self._work.reading() as store:
            found = thread_store.web(store, process_id)
        own = [card_id for card_id, card in found.cards.items() if card.standing is not Standing.WENT_ON]
        best = [max(_from_card(found, card_id), key=_reach) for card_id in own]
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
