"""Cards, proposals and votes as the pages show them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from burgertop_app.domain.advice import Advice, Recommendation
from burgertop_app.domain.ballots import Ballot, BallotRule, Count, Option
from burgertop_app.domain.card_history import NOT_YET, agreed
from burgertop_app.domain.cards_text import natural as natural
from burgertop_app.domain.outcome_views import CardLine, CardStory, ProposalLine, TieLine, WordingLine
from burgertop_app.domain.outcomes import (
    Card,
    CardProposal,
    CardText,
    CardTheme,
    Proposal,
    ProposalRecommendation,
    ProposalText,
    Theme,
)
from burgertop_app.storage import card_history_store, double_store, plan_store
from burgertop_app.storage.mapping import translation
from burgertop_app.storage.reading import under

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def card_lines(store: Store, process_id: UUID, ids: Collection[UUID] | None = None) -> tuple[CardLine, ...]:
    """Every card with its present words, theme and proposals, in order of label; with `ids` only those."""
    cards = (
        store.find(Card, process_id=process_id)
        if ids is None
        else store.find(Card, process_id=process_id, id=list(ids))
    )
    some = None if ids is None else [card.id for card in cards]
    wordings = card_history_store.wordings(store, process_id, some)
    signed = card_history_store.signed(store, process_id, some)
    before, after = card_history_store.successions(store, process_id, some)
    titles = {theme.id: theme.title for theme in store.find(Theme, process_id=process_id)}
    themes = {tie.card_id: tie.theme_id for tie in held_themes(store, process_id, some)}
    numbers = {proposal.id: proposal.number for proposal in store.find(Proposal, process_id=process_id)}
    proposals: dict[UUID, list[int]] = defaultdict(list)
    for tie in held_proposals(store, process_id, some):
        proposals[tie.card_id].append(numbers[tie.proposal_id])
    doubles = double_store.together(store, process_id, cards)
    lines = [
        CardLine(
            card=card,
            text=wordings[card.id][-1].text,
            theme_id=themes.get(card.id),
            theme=titles.get(themes[card.id], "") if card.id in themes else "",
            proposals=tuple(sorted(proposals[card.id])) if card.id in proposals else (),
            versions=len(wordings[card.id]),
            typed_by=wordings[card.id][0].by,
            agreed=agreed(wordings[card.id], signed) if signed else NOT_YET,
            earlier=before.get(card.id, ()),
            later=after.get(card.id, ()),
            same=tuple(sorted((one.label for one in doubles.get(card.id, ()) if one != card), key=natural)),
            together=sum(one.times for one in doubles.get(card.id, ())),
        )
        for card in cards
    ]
    return tuple(sorted(lines, key=lambda line: natural(line.card.label)))


def held_themes(store: Store, process_id: UUID, cards: Sequence[UUID] | None = None) -> tuple[CardTheme, ...]:
    """The ties of cards (None: all of the process) to themes that hold now."""
    if cards is not None:
        return store.find(CardTheme, card_id=cards, until=None)
    ties = under(store, CardTheme, Card, "card_id", process_id)
    return tuple(tie for tie in ties if tie.until is None)


def held_proposals(
    store: Store, process_id: UUID, cards: Sequence[UUID] | None = None
) -> tuple[CardProposal, ...]:
    """The ties of cards (None: all of the process) to proposals that hold now."""
    if cards is not None:
        return store.find(CardProposal, card_id=cards, until=None)
    ties = under(store, CardProposal, Card, "card_id", process_id)
    return tuple(tie for tie in ties if tie.until is None)


def held_recommendations(store: Store, process_id: UUID) -> tuple[ProposalRecommendation, ...]:
    """The ties of proposals to recommendations that hold now."""
    ties = under(store, ProposalRecommendation, Proposal, "proposal_id", process_id)
    return tuple(tie for tie in ties if tie.until is None)


def card_wordings(store: Store, card_id: UUID) -> tuple[WordingLine, ...]:
    """Every wording of one card, the oldest first."""
    kept = translation(CardText)
    table = kept.table
    columns = (table.c.text, table.c.created_at, table.c.reason, table.c.by, table.c.typing_error)
    statement = select(table.c.version, *columns)
    found = store.session.execute(statement.where(table.c.card_id == card_id).order_by(table.c.version))
    return tuple(WordingLine(*row) for row in found)


def card_story(store: Store, card_id: UUID) -> CardStory:
    """Every wording, theme and proposal of one card, the oldest first."""
    themes = store.find(CardTheme, order_by="since", card_id=card_id)
    proposals = store.find(CardProposal, order_by="since", card_id=card_id)
    return CardStory(
        wordings=card_wordings(store, card_id),
        themes=tuple(
            TieLine(store.get(Theme, tie.theme_id).title, tie.since, tie.until, tie.by, tie.reason)
            for tie in themes
        ),
        proposals=tuple(
            TieLine(
                str(store.get(Proposal, tie.proposal_id).number), tie.since, tie.until, tie.by, tie.reason
            )
            for tie in proposals
        ),
        earlier=card_history_store.ties(store, later_id=card_id),
        later=card_history_store.ties(store, earlier_id=card_id),
        sign_offs=card_history_store.sign_offs(store, card_id),
    )


def said_at(store: Store, wording: CardText | ProposalText) -> datetime:
    """When a wording was first kept."""
    table = translation(type(wording)).table
    at: datetime = store.session.execute(
        select(table.c.created_at).where(table.c.id == wording.id)
    ).scalar_one()
    return at


def proposal_wordings(store: Store, proposal_id: UUID) -> tuple[WordingLine, ...]:
    """Every wording of one proposal, the oldest first; title and text in one."""
    table = translation(ProposalText).table
    statement = select(table.c.version, table.c.title, table.c.text, table.c.created_at, table.c.reason)
    found = store.session.execute(
        statement.where(table.c.proposal_id == proposal_id).order_by(table.c.version)
    )
    return tuple(
        WordingLine(version, f"{title}\n\n{text}".strip(), at, reason)
        for version, title, text, at, reason in found
    )


def card_labels(store: Store, process_id: UUID) -> tuple[str, ...]:
    """The labels of all cards of a process, also of those that no longer count."""
    table = translation(Card).table
    return tuple(store.session.scalars(select(table.c.label).where(table.c.process_id == process_id)))


def proposal_lines(store: Store, process_id: UUID, ballot: Ballot | None = None) -> tuple[ProposalLine, ...]:
    """Every proposal with its words, cards, votes and recommendations, by number.

    The votes of each proposal are those of the newest vote that it stands on and that was not withdrawn,
    rather one that decides; with `ballot` those of that vote.
    """
    texts = under(store, ProposalText, Proposal, "proposal_id", process_id, order="version")
    words = {text.proposal_id: text for text in texts}
    versions = Counter(text.proposal_id for text in texts)
    labels = {card.id: card.label for card in store.find(Card, process_id=process_id)}
    cards: dict[UUID, list[UUID]] = defaultdict(list)
    for tie in held_proposals(store, process_id):
        cards[tie.proposal_id].append(tie.card_id)
    usual = ballot or standing_ballot(store, process_id)
    held = _held(store, [ballot] if ballot else _standing(store, process_id))
    ids = [option.id for _ballot, option in held.values()]
    counts = {count.option_id: count for count in store.find(Count, option_id=ids)}
    numbers = recommendation_numbers(store, process_id)
    proposals = store.find(Proposal, order_by="number", process_id=process_id)
    themes, owners = _theme_titles(store, process_id), plan_store.owners(store, process_id)
    earlier, later = plan_store.chain(
        plan_store.successions(store, process_id), {each.id: each.number for each in proposals}
    )
    return tuple(
        ProposalLine(
            proposal=proposal,
            text=words[proposal.id],
            card_ids=tuple(sorted(cards[proposal.id], key=lambda card: natural(labels[card]))),
            cards=tuple(sorted((labels[card] for card in cards[proposal.id]), key=natural)),
            count=counts.get(held[proposal.id][1].id) if proposal.id in held else None,
            rule=voted.rule if (voted := _voted(held, proposal.id, usual)) else None,
            recommendations=tuple(sorted(numbers.get(proposal.id, ()))),
            versions=versions[proposal.id],
            on_ballot=proposal.id in held,
            themes=tuple(
                sorted({themes[card] for card in cards[proposal.id] if card in themes}, key=str.casefold)
            ),
            owners=owners.get(proposal.id, ()),
            earlier=earlier.get(proposal.id, ()),
            later=later.get(proposal.id, ()),
            method=voted.method if voted else None,
        )
        for proposal in proposals
    )


def _theme_titles(store: Store, process_id: UUID) -> dict[UUID, str]:
    """The theme of each card that lies in one."""
    titles = {theme.id: theme.title for theme in store.find(Theme, process_id=process_id)}
    return {tie.card_id: titles[tie.theme_id] for tie in held_themes(store, process_id)}


def recommendations_of(store: Store, process_id: UUID) -> tuple[Recommendation, ...]:
    """Every recommendation of every advice of the process, by number."""
    return under(store, Recommendation, Advice, "advice_id", process_id, order="number")


def recommendation_numbers(store: Store, process_id: UUID) -> dict[UUID, tuple[int, ...]]:
    """The numbers of the recommendations that rest on each proposal."""
    numbers = {kept.id: kept.number for kept in recommendations_of(store, process_id)}
    found: dict[UUID, tuple[int, ...]] = {}
    for tie in held_recommendations(store, process_id):
        if tie.recommendation_id in numbers:
            found[tie.proposal_id] = (*found.get(tie.proposal_id, ()), numbers[tie.recommendation_id])
    return found


def standing_ballot(store: Store, process_id: UUID) -> Ballot | None:
    """The newest vote of a process that was not withdrawn, if there is one; rather one that decides."""
    return next(iter(_standing(store, process_id)[-1:]), None)


def _standing(store: Store, process_id: UUID) -> list[Ballot]:
    """The votes that were not withdrawn, the one that counts most last."""
    found = store.find(Ballot, order_by="frozen_at", process_id=process_id, withdrawn_at=None)
    return sorted(found, key=lambda ballot: ballot.rule is not BallotRule.TEMPERATURE)


def _held(store: Store, ballots: Sequence[Ballot]) -> dict[UUID, tuple[Ballot, Option]]:
    """Per proposal the last of these votes that it stands on, with its option."""
    return {
        option.proposal_id: (ballot, option)
        for ballot in ballots
        for option in store.find(Option, ballot_id=ballot.id)
        if option.proposal_id is not None
    }


def _voted(
    held: Mapping[UUID, tuple[Ballot, Option]], proposal_id: UUID, usual: Ballot | None
) -> Ballot | None:
    """The vote that a proposal stands on, else the one that is usual."""
    return held[proposal_id][0] if proposal_id in held else usual


def was_on_ballot(store: Store, proposal_id: UUID) -> bool:
    """Whether a proposal ever stood on a ballot, also on one that was withdrawn."""
    return bool(store.count(Option, proposal_id=proposal_id))
