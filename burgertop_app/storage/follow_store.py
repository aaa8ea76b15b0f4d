"""Promises with everything that hangs on them, read at once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from burgertop_app.domain import progressing
from burgertop_app.domain.advice import Advice, AdviceState, Recommendation
from burgertop_app.domain.follow_views import CommitmentLine, Origin, PledgeLine
from burgertop_app.domain.following import CommitmentNote, DueChange, Evidence, ProgressReport, StepChange
from burgertop_app.domain.outcomes import Card, ProposalRecommendation, Standing
from burgertop_app.domain.processes import Pledge
from burgertop_app.domain.responses import Commitment, Disposition, Response
from burgertop_app.storage import advice_store
from burgertop_app.storage.outcome_store import held_proposals, natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

K = TypeVar("K", CommitmentNote, StepChange, DueChange, Evidence)


def lines(store: Store, process_id: UUID) -> tuple[CommitmentLine, ...]:
    """Every promise of a process, the oldest first, with what hangs on it."""
    kept = store.find(Commitment, process_id=process_id)
    return lines_of(store, process_id, kept)


def lines_of(store: Store, process_id: UUID, kept: Sequence[Commitment]) -> tuple[CommitmentLine, ...]:
    """These promises of a process with what hangs on them."""
    ids = [one.id for one in kept]
    notes = _by_promise(store.find(CommitmentNote, order_by="on", commitment_id=ids))
    steps = _by_promise(store.find(StepChange, commitment_id=ids))
    moved = _by_promise(store.find(DueChange, commitment_id=ids))
    shown = _by_promise(store.find(Evidence, commitment_id=ids))
    shared = reported(store, process_id)
    origins = _origins(store, process_id, kept)
    return tuple(
        CommitmentLine(
            one,
            origins.get(one.id),
            tuple(notes[one.id]),
            tuple(steps[one.id]),
            tuple(moved[one.id]),
            tuple(shown[one.id]),
            str(one.id) in shared,
        )
        for one in kept
    )


def line(store: Store, commitment_id: UUID) -> CommitmentLine:
    """One promise with what hangs on it."""
    kept = store.get(Commitment, commitment_id)
    return lines_of(store, kept.process_id, [kept])[0]


def pledges(store: Store, process_id: UUID) -> tuple[PledgeLine, ...]:
    """What was promised beforehand, by day, with what shows that it was kept."""
    kept = store.find(Pledge, order_by="made_on", process_id=process_id)
    shown: dict[UUID | None, list[Evidence]] = defaultdict(list)
    for one in store.find(Evidence, pledge_id=[pledge.id for pledge in kept]):
        shown[one.pledge_id].append(one)
    return tuple(PledgeLine(pledge, tuple(shown[pledge.id])) for pledge in kept)


def reports(store: Store, process_id: UUID) -> tuple[ProgressReport, ...]:
    """The progress reports that were made, the oldest first."""
    return store.find(ProgressReport, order_by="number", process_id=process_id)


def reported(store: Store, process_id: UUID) -> frozenset[str]:
    """The ids of promises that a progress report tells of, also one that was withdrawn later."""
    found: set[str] = set()
    for report in reports(store, process_id):
        found.update(progressing.read(report.content).commitments)
    return frozenset(found)


def answered_on(store: Store, process_id: UUID) -> date | None:
    """The day of the first answer to an advice of this process; the schedule counts from it."""
    advices = [
        one.id for one in store.find(Advice, process_id=process_id) if one.state is not AdviceState.WITHDRAWN
    ]
    return min((one.received_on for one in store.find(Response, advice_id=advices)), default=None)


def _by_promise(found: Iterable[K]) -> dict[UUID, list[K]]:
    heaps: dict[UUID, list[K]] = defaultdict(list)
    for one in found:
        if one.commitment_id is not None:
            heaps[one.commitment_id].append(one)
    return heaps


def _origins(store: Store, process_id: UUID, kept: Sequence[Commitment]) -> dict[UUID, Origin]:
    answers = {
        said.id: said
        for said in store.find(
            Disposition, id=[one.disposition_id for one in kept if one.disposition_id is not None]
        )
    }
    about: dict[UUID, UUID] = {}
    for one in kept:
        if one.disposition_id in answers:
            about[one.id] = answers[one.disposition_id].recommendation_id
        elif one.recommendation_id is not None:
            about[one.id] = one.recommendation_id
    ids = list(dict.fromkeys(about.values()))
    if not ids:
        return {}
    advised = {one.id: one for one in store.find(Recommendation, id=ids)}
    texts = advice_store.present_texts(store, ids)
    latest = advice_store.dispositions(store, ids)
    cards = _cards(store, process_id, ids)
    return {
        promise: Origin(
            recommendation_id=asked,
            number=advised[asked].number,
            sentence=texts[asked].title,
            disposal=latest[asked].disposal if asked in latest else None,
            cards=cards.get(asked, ()),
        )
        for promise, asked in about.items()
    }


def _cards(
    store: Store, process_id: UUID, recommendation_ids: Sequence[UUID]
) -> Mapping[UUID, tuple[tuple[UUID, str], ...]]:
    """The cards that count behind each of these recommendations, by label."""
    labels = {
        card.id: card.label for card in store.find(Card, process_id=process_id, standing=Standing.ACTIVE)
    }
    under: dict[UUID, list[UUID]] = defaultdict(list)
    for tie in held_proposals(store, process_id):
        under[tie.proposal_id].append(tie.card_id)
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for rest in store.find(ProposalRecommendation, recommendation_id=recommendation_ids, until=None):
        found[rest.recommendation_id].update(card for card in under[rest.proposal_id] if card in labels)
    return {
        asked: tuple(sorted(((card, labels[card]) for card in cards), key=lambda pair: natural(pair[1])))
        for asked, cards in found.items()
    }
