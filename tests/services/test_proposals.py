"""Proposals: words, cards, and a vote whose rule was fixed beforehand."""

from __future__ import annotations

import dataclasses

import pytest

from burgertop_app.domain.ballots import BallotRule, carried
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.outcomes import ProposalKind, Standing
from burgertop_app.domain.requests import NewCard, NewProposal, Votes


@pytest.fixture
def cards(house, process):
    return [house.cards.add(process, NewCard(text=f"Kaart {n}", table_no=n)).id for n in (1, 2, 3)]


@pytest.fixture
def proposal(house, process, cards):
    return house.proposals.add(
        process, NewProposal(title="Eén loket", text="Op het plein", card_ids=cards)
    ).id


@pytest.fixture
def line(house, process):
    return lambda number=1: house.proposals.lines(process)[number - 1]


def test_proposals_are_numbered_from_one_and_numbers_are_not_given_out_again(house, process, proposal, line):
    house.proposals.withdraw(proposal, "dubbel")

    house.proposals.add(process, NewProposal(title="Tweede"))

    assert [kept.proposal.number for kept in house.proposals.lines(process)] == [1, 2]
    assert (line(1).proposal.standing, line(1).proposal.withdrawn_reason) == (Standing.WITHDRAWN, "dubbel")


def test_withdrawing_needs_a_reason(house, proposal):
    with pytest.raises(InvalidInput) as refused:
        house.proposals.withdraw(proposal, "")

    assert refused.value.code == "reason_empty"


def test_a_proposal_without_title_is_refused(house, process):
    with pytest.raises(InvalidInput) as refused:
        house.proposals.add(process, NewProposal(title=" "))

    assert refused.value.code == "proposal_title_empty"
    assert house.proposals.lines(process) == ()


def test_a_card_may_lie_under_several_proposals(house, process, cards, proposal, line):
    house.proposals.add(process, NewProposal(title="Tweede", card_ids=(cards[0],)))

    assert line(1).cards == ("1-01", "2-01", "3-01")
    assert line(2).cards == ("1-01",)


def test_a_card_that_is_taken_off_and_put_back_shows_both_times(house, cards, proposal, clock):
    clock.on(hours=1)
    house.proposals.rest_on(proposal, cards[1:])
    clock.on(hours=1)

    house.proposals.rest_on(proposal, cards)

    first, second = house.cards.story(cards[0]).proposals
    assert first.until is not None
    assert first.until < second.since
    assert second.until is None


def test_rewording_keeps_the_earlier_words(house, proposal):
    house.proposals.reword(proposal, title="Eén balie", text="Op het plein", reason="zo heet het hier")

    assert [(said.text, said.reason) for said in house.proposals.wordings(proposal)] == [
        ("Eén loket\n\nOp het plein", ""),
        ("Eén balie\n\nOp het plein", "zo heet het hier"),
    ]


def test_typing_on_puts_the_fresh_wording_right(house, proposal, clock):
    clock.on(minutes=5)

    house.proposals.reword(proposal, title="Eén loket voor alles", text="", typing=True)

    assert [said.text for said in house.proposals.wordings(proposal)] == ["Eén loket voor alles"]


def test_words_that_people_voted_on_are_never_put_right(house, process, proposal, clock):
    house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)
    clock.on(minutes=1)

    house.proposals.reword(proposal, title="Iets anders", text="", typing=True)

    assert len(house.proposals.wordings(proposal)) == 2


def test_who_must_act_and_the_cost_are_kept(house, proposal, line):
    wanted = dataclasses.replace(line().proposal, kind=ProposalKind.OURS, cost=1200)

    house.proposals.describe(wanted)

    assert (line().proposal.kind, line().proposal.cost) == (ProposalKind.OURS, 1200)


def test_the_rule_cannot_change_once_the_vote_is_open(house, process, proposal):
    house.proposals.open_ballot(process, "Stemming", BallotRule.TWO_THIRDS)

    with pytest.raises(InvalidInput) as refused:
        house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)

    assert refused.value.code == "ballot_open_already"
    assert house.proposals.ballot(process).rule is BallotRule.TWO_THIRDS


def test_a_vote_on_nothing_cannot_open(house, process):
    with pytest.raises(InvalidInput) as refused:
        house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)

    assert refused.value.code == "ballot_empty"
    assert house.proposals.ballot(process) is None


def test_only_what_counted_at_the_opening_is_on_the_ballot(house, process, proposal, line):
    house.proposals.add(process, NewProposal(title="Ingetrokken"))
    house.proposals.withdraw(line(2).proposal.id, "dubbel")
    house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)
    house.proposals.add(process, NewProposal(title="Te laat"))

    assert [kept.on_ballot for kept in house.proposals.lines(process)] == [True, False, False]


def test_votes_before_the_rule_is_fixed_are_refused(house, process, proposal):
    with pytest.raises(InvalidInput) as refused:
        house.proposals.enter_votes(process, {proposal: Votes(in_favour=3, against=1)})

    assert refused.value.code == "ballot_not_open"


def test_votes_for_a_proposal_that_is_not_on_the_ballot_are_refused(house, process, proposal, line):
    house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)
    late = house.proposals.add(process, NewProposal(title="Te laat")).id

    with pytest.raises(InvalidInput) as refused:
        house.proposals.enter_votes(
            process, {proposal: Votes(in_favour=3, against=1), late: Votes(in_favour=1, against=0)}
        )

    assert refused.value.code == "proposal_not_on_ballot"
    assert line(1).count is None


def test_a_later_count_replaces_the_earlier_one(house, process, proposal, line):
    house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)
    house.proposals.enter_votes(process, {proposal: Votes(in_favour=3, against=1)})

    house.proposals.enter_votes(process, {proposal: Votes(in_favour=2, against=4, blank=1)})

    count = line().count
    assert (count.in_favour, count.against, count.blank) == (2, 4, 1)


def test_fewer_than_no_votes_are_refused(house, process, proposal, line):
    house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)

    with pytest.raises(InvalidInput) as refused:
        house.proposals.enter_votes(process, {proposal: Votes(in_favour=-1, against=0)})

    assert refused.value.code == "count_negative"
    assert line().count is None


@pytest.mark.parametrize(
    ("rule", "votes", "enough"),
    [
        (BallotRule.MAJORITY, (2, 1), True),
        (BallotRule.MAJORITY, (2, 2), False),
        (BallotRule.MAJORITY, (0, 0), False),
        (BallotRule.TWO_THIRDS, (18, 9), True),
        (BallotRule.TWO_THIRDS, (17, 9), False),
        (BallotRule.TWO_THIRDS, (0, 0), False),
        (BallotRule.CONSENT, (5, 0), True),
        (BallotRule.CONSENT, (26, 1), False),
        (BallotRule.CONSENT, (0, 0), False),
    ],
)
def test_the_rule_decides_and_blank_votes_do_not_weigh(house, process, proposal, line, rule, votes, enough):
    house.proposals.open_ballot(process, "Stemming", rule)
    in_favour, against = votes

    house.proposals.enter_votes(process, {proposal: Votes(in_favour=in_favour, against=against, blank=20)})

    assert carried(line().rule, line().count) is enough


def test_withdrawn_vote_makes_room_for_another(house, process):
    proposal = house.proposals.add(process, NewProposal(title="Isoleer")).id
    ballot = house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY).id
    house.proposals.enter_votes(process, {proposal: Votes(in_favour=3, against=1)})

    house.proposals.withdraw_ballot(ballot, "verkeerde regel")
    house.proposals.open_ballot(process, "Opnieuw", BallotRule.CONSENT)

    assert house.proposals.ballot(process).rule is BallotRule.CONSENT
    assert house.proposals.lines(process)[0].count is None


def test_vote_is_not_withdrawn_without_a_reason(house, process):
    house.proposals.add(process, NewProposal(title="Isoleer"))
    ballot = house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY).id

    with pytest.raises(InvalidInput, match="reason_empty"):
        house.proposals.withdraw_ballot(ballot, "  ")
