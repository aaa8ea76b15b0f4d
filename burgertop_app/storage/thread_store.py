"""Everything along the thread of one process, read at once: who hangs on whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceState, Recommendation
from burgertop_app.domain.outcomes import Card, CardText, Duplicate, Standing, Theme
from burgertop_app.domain.overview_views import ThreadStep
from burgertop_app.domain.responses import Commitment, Disposition
from burgertop_app.storage import advice_store, card_history_store
from burgertop_app.storage.outcome_store import (
    held_proposals,
    held_recommendations,
    held_themes,
    natural,
    proposal_lines,
    recommendations_of,
)
from burgertop_app.storage.reading import under

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

Ties = dict["UUID", list["UUID"]]


@dataclass(frozen=True)
class Web:
    """The steps of one process by id, in order, and the ties that hold now.

    Attributes:
        cards: every card, by label.
        proposals: every proposal, by number.
        recommendations: every recommendation of an advice that was not withdrawn, by number.
        themes: the themes of each card.
        onward: the proposals of each card, and the recommendations of each proposal.
        ends: the answer that counts and every commitment, of each recommendation.
    """

    cards: Mapping[UUID, ThreadStep]
    proposals: Mapping[UUID, ThreadStep]
    recommendations: Mapping[UUID, ThreadStep]
    themes: Mapping[UUID, tuple[ThreadStep, ...]]
    onward: Mapping[UUID, Sequence[UUID]]
    ends: Mapping[UUID, tuple[ThreadStep, ...]]


def web(store: Store, process_id: UUID) -> Web:
    """The thread of a process; a card that says the same as another goes on where that one goes.

    So does a card that was merged or split: where the later cards go.
    """
    cards = _cards(store, process_id)
    proposals = _proposals(store, process_id)
    recommendations = _recommendations(store, process_id)
    onward: Ties = defaultdict(list)
    for tie in held_proposals(store, process_id):
        onward[tie.card_id].append(tie.proposal_id)
    _follow_doubles(store, onward, list(cards))
    for earlier, later in card_history_store.onward(store, process_id).items():
        onward[earlier] += [proposal for card in later for proposal in onward[card]]
    for rest in held_recommendations(store, process_id):
        if rest.recommendation_id in recommendations:
            onward[rest.proposal_id].append(rest.recommendation_id)
    order = {step_id: place for place, step_id in enumerate((*proposals, *recommendations))}
    ways = {start: sorted(set(ends), key=order.__getitem__) for start, ends in onward.items()}
    under_it = Counter(
        end
        for card, step in cards.items()
        if step.standing is Standing.ACTIVE
        for end in _reached(card, ways)
    )
    return Web(
        cards=cards,
        proposals=proposals,
        recommendations={
            kept.id: replace(kept, figures=(under_it[kept.id],)) for kept in recommendations.values()
        },
        themes=_themes(store, process_id),
        onward=ways,
        ends=_ends(store, list(recommendations)),
    )


def _reached(card: UUID, ways: Mapping[UUID, Sequence[UUID]]) -> set[UUID]:
    """The recommendations that a card came to."""
    return {end for proposal in ways.get(card, ()) for end in ways.get(proposal, ())}


def _cards(store: Store, process_id: UUID) -> dict[UUID, ThreadStep]:
    words = {
        text.card_id: text.text
        for text in under(store, CardText, Card, "card_id", process_id, order="version")
    }
    found = sorted(store.find(Card, process_id=process_id), key=lambda card: natural(card.label))
    return {
        card.id: ThreadStep(
            "card",
            card.id,
            card.label,
            words.get(card.id, ""),
            f"{card.table_no or ''}/{card.round_no or ''}".strip("/"),
            card.standing,
        )
        for card in found
    }


def _themes(store: Store, process_id: UUID) -> dict[UUID, tuple[ThreadStep, ...]]:
    themes = {theme.id: theme for theme in store.find(Theme, process_id=process_id)}
    ties = held_themes(store, process_id)
    sizes = Counter(tie.theme_id for tie in ties)
    found: dict[UUID, tuple[ThreadStep, ...]] = {}
    for tie in ties:
        theme = themes[tie.theme_id]
        size = (sizes[theme.id],)
        step = ThreadStep("theme", theme.id, "", theme.title, "", theme.standing, figures=size)
        found[tie.card_id] = (*found.get(tie.card_id, ()), step)
    return found


def _proposals(store: Store, process_id: UUID) -> dict[UUID, ThreadStep]:
    return {
        line.proposal.id: ThreadStep(
            "proposal",
            line.proposal.id,
            str(line.proposal.number),
            line.text.title,
            line.proposal.withdrawn_reason,
            line.proposal.standing,
            figures=(line.count.in_favour, line.count.against)
            if line.count and line.count.score is None
            else (),
        )
        for line in proposal_lines(store, process_id)
    }


def _recommendations(store: Store, process_id: UUID) -> dict[UUID, ThreadStep]:
    gone = {advice.id for advice in store.find(Advice, process_id=process_id, state=AdviceState.WITHDRAWN)}
    kept = [one for one in recommendations_of(store, process_id) if one.advice_id not in gone]
    words = advice_store.present_texts(store, [one.id for one in kept])
    return {one.id: _recommendation(one, words[one.id].title) for one in kept}


def _recommendation(kept: Recommendation, title: str) -> ThreadStep:
    standing = Standing.WITHDRAWN if kept.withdrawn_reason else Standing.ACTIVE
    return ThreadStep("recommendation", kept.id, str(kept.number), title, kept.withdrawn_reason, standing)


def _ends(store: Store, recommendation_ids: list[UUID]) -> dict[UUID, tuple[ThreadStep, ...]]:
    """Answers and commitments; a commitment made at an earlier word of the college still counts."""
    said = store.find(Disposition, order_by="version", recommendation_id=recommendation_ids)
    about = {answer.id: answer.recommendation_id for answer in said}
    latest = {answer.recommendation_id: answer for answer in said}
    found: dict[UUID, tuple[ThreadStep, ...]] = {rec: (_answer(answer),) for rec, answer in latest.items()}
    for promise in store.find(Commitment, order_by="due_on", disposition_id=list(about)):
        if promise.disposition_id is not None:
            found[about[promise.disposition_id]] += (_commitment(promise),)
    return found


def _answer(answer: Disposition) -> ThreadStep:
    return ThreadStep(
        "answer", answer.id, answer.disposal.value, answer.reason, answer.owner, due_on=answer.due_on
    )


def _commitment(promise: Commitment) -> ThreadStep:
    return ThreadStep(
        "commitment", promise.id, promise.owner, promise.text, promise.state.value, due_on=promise.due_on
    )


def _follow_doubles(store: Store, onward: Ties, cards: Iterable[UUID]) -> None:
    same: Ties = defaultdict(list)
    for double in store.find(Duplicate, card_id=list(cards)):
        same[double.card_id].append(double.of_id)
        same[double.of_id].append(double.card_id)
    reached = {card: _reach(card, same) for card in same}
    own = {card: list(onward[card]) for group in reached.values() for card in group}
    for card, group in reached.items():
        onward[card] = [proposal for other in group for proposal in own[other]]


def _reach(start: UUID, same: Ties) -> list[UUID]:
    """`start` and every card that says the same, directly or through others."""
    found = [start]
    for card in found:
        found += [other for other in same[card] if other not in found]
    return found
