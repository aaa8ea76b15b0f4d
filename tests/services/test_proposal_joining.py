"""Merging and splitting proposals keeps cards, owners, recommendations and history."""

from __future__ import annotations

import pytest

from burgertop_app.domain.ballots import BallotRule
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.outcomes import ProposalKind, Standing
from burgertop_app.domain.proposal_requests import ProposalWords, SplitPart
from burgertop_app.domain.proposal_views import Owner
from burgertop_app.domain.requests import NewCard, NewProposal, RecommendationForm
from tests.beginnings import beginning


@beginning
def three(house, process):
    """Three cards; a proposal on the first two, one on the last two: the ids of the proposals."""
    cards = [house.cards.add(process, NewCard(text=f"Kaart {n}", table_no=n)).id for n in (1, 2, 3)]
    made = [
        house.proposals.add(
            process, NewProposal(title="Vegen", text="Op zaterdag", cost=100, card_ids=cards[:2])
        ).id,
        house.proposals.add(
            process,
            NewProposal(title="Bezems", text="Twintig", cost=50, kind=ProposalKind.OURS, card_ids=cards[1:]),
        ).id,
    ]
    house.proposal_writing.own(made[0], [Owner(words="De Brug")])
    return made


@pytest.fixture
def lines(house, process):
    return lambda: {line.proposal.number: line for line in house.proposals.lines(process)}


def test_merged_proposals_go_on_as_one_with_all_they_had(house, three, lines):
    house.proposal_joining.merge(three, "Een schone straat", "gaat over hetzelfde")

    made = lines()[3]
    assert made.cards == ("1-01", "2-01", "3-01")
    assert ProposalWords.of(made) == ProposalWords(
        title="Een schone straat", text="Op zaterdag\n\nTwintig", kind=ProposalKind.BOTH, cost=150
    )
    assert made.owners == (Owner(words="De Brug"),)
    assert made.earlier == (1, 2)


def test_what_was_merged_stays_readable_and_names_what_it_became(house, three, lines):
    house.proposal_joining.merge(three, "Schoon", "gaat over hetzelfde")

    first = lines()[1]
    assert (first.proposal.standing, first.proposal.withdrawn_reason) == (
        Standing.WITHDRAWN,
        "gaat over hetzelfde",
    )
    assert (first.text.title, first.later, first.cards) == ("Vegen", (3,), ())


def test_a_sum_with_an_unknown_cost_is_unknown(house, process, three, lines):
    free = house.proposals.add(process, NewProposal(title="Gratis?")).id

    house.proposal_joining.merge((*three, free), "Schoon")

    assert lines()[4].proposal.cost is None


def test_a_card_still_leads_to_the_recommendation_after_a_merge(house, process, three, lines):
    advice = house.advising.start(process, "Advies").id
    house.advising.recommend(advice, RecommendationForm(title="Veeg", proposal_ids=(three[0],)))

    house.proposal_joining.merge(three, "Schoon")

    assert (lines()[3].recommendations, lines()[1].recommendations) == ((1,), ())
    assert "1-01" in house.advising.recommendations(advice)[0].cards


def test_undoing_a_merge_puts_everything_back(house, process, three, lines, clock):
    advice = house.advising.start(process, "Advies").id
    house.advising.recommend(advice, RecommendationForm(title="Veeg", proposal_ids=(three[0],)))
    clock.on(minutes=1)
    house.proposal_joining.merge(three, "Schoon", "dubbel")
    clock.on(minutes=1)

    house.proposal_joining.undo(three, "toch niet")

    found = lines()
    assert list(found) == [1, 2]
    assert [line.cards for line in found.values()] == [("1-01", "2-01"), ("2-01", "3-01")]
    assert [(line.proposal.standing, line.later) for line in found.values()] == [(Standing.ACTIVE, ())] * 2
    assert found[1].recommendations == (1,)


def test_undoing_a_merge_for_one_of_them_brings_back_the_others(house, three, lines):
    house.proposal_joining.merge(three, "Schoon", "")

    house.proposal_joining.undo(three[:1], "toch niet")

    assert {number: line.proposal.standing for number, line in lines().items()} == {
        1: Standing.ACTIVE,
        2: Standing.ACTIVE,
    }


@pytest.mark.parametrize(
    "act", [lambda desk, one: desk.restore(one), lambda desk, one: desk.withdraw(one, "x")]
)
def test_what_went_on_in_another_does_not_count_beside_it(house, three, lines, act):
    house.proposal_joining.merge(three, "Schoon", "gaat over hetzelfde")

    with pytest.raises(NotPossible, match="proposal_followed"):
        act(house.proposals, three[0])

    assert lines()[1].proposal.withdrawn_reason == "gaat over hetzelfde"


def test_what_somebody_wrote_after_a_merge_stays_readable_when_it_is_undone(house, three, lines, clock):
    made = house.proposal_joining.merge(three, "Schoon").id
    clock.on(hours=1)
    house.proposals.reword(made, title="Heel schoon", text="")

    house.proposal_joining.undo(three, "toch niet")

    last = lines()[3]
    assert (last.text.title, last.proposal.standing, last.proposal.withdrawn_reason) == (
        "Heel schoon",
        Standing.WITHDRAWN,
        "toch niet",
    )
    assert last.cards == ()


def test_each_card_goes_along_with_the_parts_that_were_chosen(house, three, lines):
    first, second = lines()[1].card_ids

    house.proposal_joining.split(
        three[0], (SplitPart("Vegen", (first, second)), SplitPart("Scheppen", (second,))), "zegt twee dingen"
    )

    parts = [lines()[number] for number in (3, 4)]
    assert [(part.text.title, part.cards, part.proposal.cost) for part in parts] == [
        ("Vegen", ("1-01", "2-01"), None),
        ("Scheppen", ("2-01",), None),
    ]
    assert lines()[1].later == (3, 4)
    assert parts[1].text.text == "Op zaterdag"


def test_undoing_a_split_puts_the_whole_back(house, three, lines, clock):
    cards = lines()[1].card_ids
    clock.on(minutes=1)
    house.proposal_joining.split(three[0], (SplitPart("A", cards), SplitPart("B")))
    clock.on(minutes=1)

    house.proposal_joining.undo(three[:1], "toch niet")

    assert list(lines()) == [1, 2]
    assert (lines()[1].proposal.standing, lines()[1].card_ids) == (Standing.ACTIVE, cards)


def test_no_card_is_lost_in_a_split(house, three, lines):
    first = lines()[1].card_ids[0]

    with pytest.raises(InvalidInput) as refused:
        house.proposal_joining.split(three[0], (SplitPart("A", (first,)), SplitPart("B")))

    assert (refused.value.code, refused.value.params) == ("split_cards_left", {"cards": "2-01"})
    assert list(lines()) == [1, 2]


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda join, ids: join.merge(ids[:1], "A"), "merge_two"),
        (lambda join, ids: join.merge((ids[0], ids[0]), "A"), "merge_two"),
        (lambda join, ids: join.merge(ids, " "), "proposal_title_empty"),
        (lambda join, ids: join.split(ids[0], (SplitPart("A"),)), "split_two"),
    ],
)
def test_half_a_merge_or_split_is_refused(house, three, lines, act, code):
    with pytest.raises(InvalidInput) as refused:
        act(house.proposal_joining, three)

    assert refused.value.code == code
    assert list(lines()) == [1, 2]


def test_what_people_vote_on_is_not_merged(house, process, three):
    house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)

    with pytest.raises(NotPossible) as refused:
        house.proposal_joining.merge(three, "Schoon")

    assert (refused.value.code, refused.value.params) == ("proposal_is_voted_on", {"number": 1})


def test_what_no_longer_counts_is_not_merged(house, three):
    house.proposals.withdraw(three[1], "dubbel")

    with pytest.raises(NotPossible, match="proposal_not_counting"):
        house.proposal_joining.merge(three, "Schoon")


def test_a_merge_that_was_merged_again_is_not_undone(house, process, three):
    made = house.proposal_joining.merge(three, "Schoon").id
    other = house.proposals.add(process, NewProposal(title="Nog een")).id
    house.proposal_joining.merge((made, other), "Alles")

    with pytest.raises(NotPossible, match="proposal_went_on"):
        house.proposal_joining.undo(three, "toch niet")
