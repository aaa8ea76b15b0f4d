"""The order of recommendations, and making them out of proposals that carried the vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, Recommendation, RecommendationText
from burgertop_app.domain.ballots import carried
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.outcomes import ProposalRecommendation, Standing
from burgertop_app.domain.processes import Process
from burgertop_app.domain.requests import RecommendationForm
from burgertop_app.exchange import recipes
from burgertop_app.i18n import speaking
from burgertop_app.messages.cards import card_words
from burgertop_app.messages.plans import money
from burgertop_app.storage import advice_store, outcome_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class Recommending:
    """What an organiser does with all recommendations of an advice at once."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def swap(self, recommendation_id: UUID, other_id: UUID) -> Change:
        """Let two recommendations of one advice change places; doing it again undoes it.

        Raises:
            NotPossible: one of them stands in a fixed version, so that its number is public.
        """
        with self._work.writing("recommendation.move") as store:
            one, other = store.get(Recommendation, recommendation_id), store.get(Recommendation, other_id)
            texts = advice_store.published_texts(store, one.advice_id)
            for kept in (one, other):
                if kept.id in texts:
                    raise NotPossible("recommendation_number_public", number=kept.number)
            store.change(one, number=other.number)
            store.change(other, number=one.number)
        return changed(Topic.ADVICE, row=recommendation_id)

    def to_take_over(self, process_id: UUID) -> tuple[ProposalLine, ...]:
        """The proposals that carried the vote, ask something of others, and stand in no advice yet."""
        with self._work.reading() as store:
            return _waiting(store, process_id)

    def take_over(self, advice_id: UUID) -> tuple[UUID, ...]:
        """Make a recommendation of every proposal in `to_take_over`, in their order; gives the new ids.

        Raises:
            NotPossible: there is no such proposal.
        """
        with self._work.writing("recommendation.take_over") as store:
            process = store.get(Process, store.get(Advice, advice_id).process_id)
            lines = _waiting(store, process.id)
            if not lines:
                raise NotPossible("proposals_none_to_take_over")
            addressees = card_words(recipes.from_snapshot(process.recipe), process.language).addressee
            with speaking(process.language):
                return tuple(add(store, advice_id, taken(line, addressees)) for line in lines)

    def taken_over(self) -> Change:
        """The change that `take_over` makes, to tell the pages."""
        return changed(Topic.ADVICE, Topic.PROPOSALS)

    def put_back(self, advice_id: UUID, recommendation_ids: Sequence[UUID]) -> Change:
        """Remove recommendations that were never in a fixed version, as if they had not been made.

        Raises:
            NotPossible: one of them stands in a fixed version.
        """
        with self._work.writing("recommendation.put_back") as store:
            public = advice_store.published_texts(store, advice_id)
            for kept in store.find(Recommendation, id=list(recommendation_ids)):
                if kept.id in public:
                    raise NotPossible("recommendation_number_public", number=kept.number)
                for tie in store.find(ProposalRecommendation, recommendation_id=kept.id):
                    store.remove(tie)
                for text in store.find(RecommendationText, recommendation_id=kept.id):
                    store.remove(text)
                store.remove(kept)
        return changed(Topic.ADVICE, Topic.PROPOSALS)


def taken(line: ProposalLine, addressee: Callable[[str], str]) -> RecommendationForm:
    """A recommendation that begins with what its proposal says, in the language now spoken.

    The explanation and why it is needed become the reason. What is asked becomes who does what, after of whom
    it is asked; where nobody is named it stands in the reason. The cost is told in words, since an advice may
    say more about it.
    """
    said = line.text
    name, asked = addressee(said.addressee) if said.addressee else "", said.asked.strip()
    roles = ": ".join(filter(None, (name[:1].upper() + name[1:], " ".join(asked.split())))) if name else ""
    reason = (said.text.strip(), said.why.strip(), "" if name else asked)
    return RecommendationForm(
        title=said.title,
        reason="\n\n".join(filter(None, reason)),
        minority=said.minority,
        ourselves=said.ourselves,
        costs=money(line.proposal.cost),
        roles=roles,
        proposal_ids=(line.proposal.id,),
    )


def add(store: Store, advice_id: UUID, form: RecommendationForm) -> UUID:
    """Keep a new recommendation under the next number."""
    numbers = [kept.number for kept in store.find(Recommendation, advice_id=advice_id)]
    number = max(numbers, default=0) + 1
    kept = store.add(Recommendation(id=store.new_id(), advice_id=advice_id, number=number))
    store.add(wording(store, kept.id, 1, form))
    rest_on(store, kept.id, form.proposal_ids)
    return kept.id


def wording(
    store: Store, recommendation_id: UUID, version: int, form: RecommendationForm
) -> RecommendationText:
    """The words of `form` as one wording, not kept yet."""
    return RecommendationText(
        id=store.new_id(),
        recommendation_id=recommendation_id,
        version=version,
        title=form.title.strip(),
        reason=form.reason,
        minority=form.minority,
        ourselves=form.ourselves,
        note=form.note,
        costs=form.costs,
        roles=form.roles,
    )


def words(said: RecommendationForm | RecommendationText) -> dict[str, str]:
    """Every text of a recommendation by the name of its field."""
    return {
        "title": said.title.strip(),
        "reason": said.reason,
        "minority": said.minority,
        "ourselves": said.ourselves,
        "note": said.note,
        "costs": said.costs,
        "roles": said.roles,
    }


def rest_on(store: Store, recommendation_id: UUID, proposal_ids: Sequence[UUID]) -> None:
    """Let a recommendation rest on exactly these proposals; ties that end stay in the history."""
    held = store.find(ProposalRecommendation, recommendation_id=recommendation_id, until=None)
    for tie in held:
        if tie.proposal_id not in proposal_ids:
            store.change(tie, until=store.now())
    known = {tie.proposal_id for tie in held}
    for proposal_id in dict.fromkeys(proposal_ids):
        if proposal_id not in known:
            store.add(
                ProposalRecommendation(
                    id=store.new_id(),
                    proposal_id=proposal_id,
                    recommendation_id=recommendation_id,
                    since=store.now(),
                    by=store.actor,
                )
            )


def _waiting(store: Store, process_id: UUID) -> tuple[ProposalLine, ...]:
    """Carried proposals that no recommendation rests on, by number."""
    used = advice_store.proposals_in_advice(store, process_id)
    return tuple(
        line
        for line in outcome_store.proposal_lines(store, process_id)
        if line.proposal.standing is Standing.ACTIVE
        and line.proposal.kind.asks
        and line.rule is not None
        and line.count is not None
        and carried(line.rule, line.count)
        and line.proposal.id not in used
    )
