"""Advices, recommendations and answers as the pages show them."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any
from uuid import UUID

from burgertop_app.domain.advice import (
    Advice,
    AdviceSection,
    AdviceState,
    AdviceVersion,
    Offer,
    Receipt,
    Recommendation,
    RecommendationText,
    SectionKind,
)
from burgertop_app.domain.advice_checks import Writing
from burgertop_app.domain.ballots import Ballot
from burgertop_app.domain.canonical import sha256
from burgertop_app.domain.draw_records import QuotaSet
from burgertop_app.domain.outcome_views import RecommendationLine
from burgertop_app.domain.outcomes import Card, ProposalRecommendation, Standing
from burgertop_app.domain.processes import Mandate, Process
from burgertop_app.domain.responses import Agreement, Disposition, Rating, mean
from burgertop_app.storage import advice_images, look_store, sign_off_store
from burgertop_app.storage.outcome_store import proposal_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.storage.unit_of_work import Store

ORDER = tuple(SectionKind)
LATER = ("note", "costs", "roles")
"""Texts of a recommendation that came after the first released form of a version."""


def recommendation_lines(store: Store, advice_id: UUID) -> tuple[RecommendationLine, ...]:
    """Every recommendation of one advice with words, proposals, cards, votes and answer, by number.

    Withdrawn cards do not stand behind a recommendation any more.
    """
    advice = store.get(Advice, advice_id)
    proposals = {line.proposal.id: line for line in proposal_lines(store, advice.process_id)}
    gone = {
        card.label for card in store.find(Card, process_id=advice.process_id, standing=Standing.WITHDRAWN)
    }
    recommendations = store.find(Recommendation, order_by="number", advice_id=advice_id)
    ids = [kept.id for kept in recommendations]
    texts = present_texts(store, ids)
    answers = dispositions(store, ids)
    ties: dict[UUID, list[ProposalLine]] = defaultdict(list)
    for tie in store.find(ProposalRecommendation, recommendation_id=ids, until=None):
        ties[tie.recommendation_id].append(proposals[tie.proposal_id])
    ratings = {
        rating.disposition_id: rating
        for rating in store.find(Rating, disposition_id=[answer.id for answer in answers.values()])
    }
    return tuple(
        _line(kept, texts[kept.id], ties[kept.id], gone, answers.get(kept.id), ratings)
        for kept in recommendations
    )


def present_texts(store: Store, recommendation_ids: Sequence[UUID]) -> dict[UUID, RecommendationText]:
    """The present words of each of these recommendations."""
    found = store.find(RecommendationText, order_by="version", recommendation_id=recommendation_ids)
    return {text.recommendation_id: text for text in found}


def dispositions(store: Store, recommendation_ids: Sequence[UUID]) -> dict[UUID, Disposition]:
    """The answer that counts to each of these recommendations: the last one; none has no entry."""
    found = store.find(Disposition, order_by="version", recommendation_id=recommendation_ids)
    return {answer.recommendation_id: answer for answer in found}


def disposition(store: Store, recommendation_id: UUID) -> Disposition | None:
    """The answer that counts: the last one."""
    return dispositions(store, [recommendation_id]).get(recommendation_id)


def all_answered(store: Store, advice_id: UUID) -> bool:
    """Whether there are recommendations and every one that was not withdrawn has an answer."""
    kept = [one.id for one in store.find(Recommendation, advice_id=advice_id) if not one.withdrawn_reason]
    return bool(kept) and len(dispositions(store, kept)) == len(kept)


def process_of(store: Store, advice_id: UUID) -> UUID:
    """The process to which an advice belongs."""
    return store.get(Advice, advice_id).process_id


def versions(store: Store, advice_id: UUID) -> tuple[AdviceVersion, ...]:
    """The frozen versions, the oldest first."""
    return store.find(AdviceVersion, order_by="version", advice_id=advice_id)


def published_texts(store: Store, advice_id: UUID) -> dict[UUID, RecommendationText]:
    """Per recommendation that stands in a frozen version its last wording there: what was made public."""
    frozen = versions(store, advice_id)
    ids = [
        UUID(told["text_id"]) for version in frozen for told in json.loads(version.content)["recommendations"]
    ]
    found = {text.id: text for text in store.find(RecommendationText, id=list(dict.fromkeys(ids)))}
    return {found[text_id].recommendation_id: found[text_id] for text_id in ids if text_id in found}


def proposals_in_advice(store: Store, process_id: UUID) -> frozenset[UUID]:
    """The proposals on which a recommendation rests that counts, in an advice that counts."""
    advices = [
        advice.id
        for advice in store.find(Advice, process_id=process_id)
        if advice.state is not AdviceState.WITHDRAWN
    ]
    kept = store.find(Recommendation, advice_id=advices, withdrawn_reason="")
    ties = store.find(ProposalRecommendation, recommendation_id=[one.id for one in kept], until=None)
    return frozenset(tie.proposal_id for tie in ties)


def state_of_writing(store: Store, advice: Advice, lines: Sequence[RecommendationLine]) -> Writing:
    """How far the writing of an advice with these recommendations is."""
    ballot = store.first(Ballot, process_id=advice.process_id)
    said = sha256(content(store, advice, lines))
    rounds = sign_off_store.rounds(store, advice.id)
    return Writing(
        sections={kept.kind: kept.body for kept in store.find(AdviceSection, advice_id=advice.id)},
        lines=tuple(line for line in lines if not line.recommendation.withdrawn_reason),
        assignment=store.get(Process, advice.process_id).assignment,
        mandate=store.count(Mandate, process_id=advice.process_id) > 0,
        shares=store.count(QuotaSet, process_id=advice.process_id) > 0,
        ballot=ballot is not None,
        pictures=tuple(image.number for image in advice_images.images(store, advice.id)),
        signed=any(each.content_sha256 == said for each in rounds),
        asked=bool(rounds),
        term=store.count(Agreement, process_id=advice.process_id) > 0,
    )


def is_published(store: Store, advice_id: UUID, text_id: UUID) -> bool:
    """Whether this wording stands in a frozen version."""
    return any(str(text_id) in version.content for version in versions(store, advice_id))


def published_text(store: Store, recommendation: Recommendation) -> RecommendationText:
    """The last wording that stands in a frozen version: what the college was offered."""
    texts = store.find(RecommendationText, order_by="version", recommendation_id=recommendation.id)
    offered = [text for text in texts if is_published(store, recommendation.advice_id, text.id)]
    return (offered or list(texts))[-1]


def offers(store: Store, advice_id: UUID) -> tuple[Offer, ...]:
    """Every offer that counts, of any version of the advice, the oldest first."""
    return tuple(offer for offer in every_offer(store, advice_id) if not offer.withdrawn_reason)


def every_offer(store: Store, advice_id: UUID) -> tuple[Offer, ...]:
    """Every offer of any version of the advice, those that were withdrawn too, the oldest first."""
    return store.find(Offer, version_id=[version.id for version in versions(store, advice_id)])


def advice_of(store: Store, offer: Offer) -> Advice:
    """The advice that was offered."""
    return store.get(Advice, store.get(AdviceVersion, offer.version_id).advice_id)


def receipt(store: Store, advice_id: UUID) -> Receipt | None:
    """The receipt that counts, if there is one."""
    offered = [offer.id for offer in offers(store, advice_id)]
    found = store.find(Receipt, offer_id=offered, withdrawn_reason="")
    return found[-1] if found else None


def content(
    store: Store, advice: Advice, lines: Sequence[RecommendationLine] | None = None
) -> dict[str, Any]:
    """What an advice says: title, sections, recommendations with their wording ids, and pictures.

    This is what members agree to. A version freezes it together with its look (`frozen_content`).

    What is empty of the later fields stays out, so that a version of before them keeps its hash.
    """
    lines = recommendation_lines(store, advice.id) if lines is None else lines
    pictures = advice_images.told(store, advice.id)
    return {
        "format": 1,
        "title": advice.title,
        "number": advice.number,
        "sections": [
            {"kind": section.kind.value, "body": section.body}
            for section in sorted(
                store.find(AdviceSection, advice_id=advice.id), key=lambda kept: ORDER.index(kept.kind)
            )
        ],
        "recommendations": [
            {
                "number": line.recommendation.number,
                "text_id": str(line.text.id),
                "title": line.text.title,
                "reason": line.text.reason,
                "minority": line.text.minority,
                "ourselves": line.text.ourselves,
                **{name: getattr(line.text, name) for name in LATER if getattr(line.text, name)},
                "proposals": list(line.proposals),
                "cards": list(line.cards),
            }
            for line in lines
            if not line.recommendation.withdrawn_reason
        ],
        **({"images": pictures} if pictures else {}),
    }


def frozen_content(store: Store, advice: Advice) -> dict[str, Any]:
    """What a version freezes: what the advice says, and the organiser's own look if there is one."""
    return {**content(store, advice), **look_store.told(store, advice.process_id)}


def restyled(store: Store, advice: Advice, version: AdviceVersion) -> bool:
    """Whether another look was chosen since this version was frozen."""
    now = look_store.told(store, advice.process_id).get(look_store.KEY)
    return bool(json.loads(version.content).get(look_store.KEY) != now)


def _line(
    kept: Recommendation,
    text: RecommendationText,
    under_it: list[ProposalLine],
    gone: AbstractSet[str],
    answer: Disposition | None,
    ratings: Mapping[UUID, Rating],
) -> RecommendationLine:
    under_it = sorted(under_it, key=lambda line: line.proposal.number)
    votes = [line.count for line in under_it if line.count and line.count.score is None]
    rating = ratings.get(answer.id) if answer else None
    return RecommendationLine(
        recommendation=kept,
        text=text,
        proposal_ids=tuple(line.proposal.id for line in under_it),
        proposals=tuple(line.proposal.number for line in under_it),
        cards=tuple(dict.fromkeys(card for line in under_it for card in line.cards if card not in gone)),
        in_favour=votes[0].in_favour if votes else None,
        against=votes[0].against if votes else None,
        disposition=answer,
        rating=mean(rating.marks) if rating else None,
        marks=rating.marks if rating else (),
    )


def unchanged(
    store: Store, advice: Advice, lines: Sequence[RecommendationLine] | None = None
) -> AdviceVersion | None:
    """The last frozen version, if the advice still says exactly that.

    Early versions kept the parts in the order in which they were last written; that makes no difference.
    Nor does another look: the version keeps its own.
    """
    kept = versions(store, advice.id)
    if not kept:
        return None
    told, said = json.loads(kept[-1].content), content(store, advice, lines)
    told.pop(look_store.KEY, None)
    told["sections"].sort(key=lambda section: ORDER.index(section["kind"]))
    return kept[-1] if sha256(told) == sha256(said) else None
