"""The summit in the demo: what a new user finds of cards, plans, votes and money."""

from __future__ import annotations

import pytest

from burgertop_app.bootstrap import build
from burgertop_app.domain.ballot_methods import BallotRule
from burgertop_app.domain.ballots import Batch, VoteState
from burgertop_app.domain.card_history import Agreement
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.services.budgets import count_all
from tests.system.test_demo import run


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    folder = tmp_path_factory.mktemp("summit")
    done = run(folder, "demo", "--out", "uit")
    assert done.returncode == 0, done.stderr
    patch = pytest.MonkeyPatch()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        patch.setenv(name, str(folder / "home"))
    services = build().open(folder / "uit" / "demo.burgertop")
    yield services
    services.workspace.close()
    patch.undo()


@pytest.fixture(scope="module")
def process(house):
    return next(one.id for one in house.processes.all() if one.title == "Burgertop Waterrijk 2026")


@pytest.fixture(scope="module")
def results(house, process):
    return {ballot.rule: house.vote_counting.result(ballot.id) for ballot in house.voting.all(process)}


def test_most_cards_were_agreed_and_some_were_not(house, process):
    cards = [line for line in house.cards.lines(process) if line.card.standing is Standing.ACTIVE]

    signed = sum(line.agreed.how is Agreement.AGREED for line in cards)

    assert 0.75 < signed / len(cards) < 0.95


def test_every_table_has_a_facilitator_in_every_round(house, process):
    (event,) = house.meetings.events(process)

    assert all(place.facilitator_id for place in house.meetings.places(event.id))


def test_the_big_screen_has_examples_in_every_theme(house, process):
    assert all(theme.examples for theme in house.showing.screen(process).themes)


def test_a_few_cards_went_on_in_others_and_a_few_were_reworded(house, process):
    lines = house.cards.lines(process)

    assert sum(line.card.standing is Standing.WENT_ON for line in lines) == 5
    assert sum(line.versions > 1 for line in lines) == 3


def test_two_plans_came_from_two_each(house, process):
    plans = [line for line in house.proposals.lines(process) if line.proposal.standing is Standing.ACTIVE]

    assert len(plans) == 10
    assert sorted(len(line.earlier) for line in plans)[-3:] == [0, 2, 2]
    assert all(line.proposal.cost and line.proposal.area and line.cards for line in plans)


def test_both_votes_were_fixed_before_the_first_slip_and_counted(house, process):
    ballots = house.voting.all(process)

    assert [ballot.rule for ballot in ballots] == [BallotRule.SCHULZE, BallotRule.THRESHOLD]
    for ballot in ballots:
        assert ballot.frozen_at <= ballot.printed_at < ballot.closed_at
        assert ballot.fixed.quorum
        assert ballot.fixed.seed


@pytest.mark.parametrize("rule", [BallotRule.SCHULZE, BallotRule.THRESHOLD])
def test_slips_were_entered_twice_and_two_differences_settled(house, results, rule):
    desk = house.voting.desk(results[rule].ballot.id)

    assert len(desk.entered(Batch.FIRST)) == len(desk.entered(Batch.SECOND)) >= 100
    assert len(desk.entered(Batch.SETTLED)) == 2
    assert desk.differences == ()


def test_the_decision_has_blank_slips_and_an_invalid_one_and_not_all_pass(house, results):
    found = results[BallotRule.THRESHOLD]
    first = house.voting.desk(found.ballot.id).entered(Batch.FIRST)

    assert (found.outcome.turnout.blank, found.outcome.turnout.invalid) == (4, 1)
    assert all(vote.reason for vote in first if vote.state is VoteState.INVALID)
    assert [one.chosen for one in found.outcome.options].count(False) == 2


def test_some_groups_are_shown_and_some_are_too_small(results):
    for question in results[BallotRule.THRESHOLD].support.questions:
        shown = [group.papers is not None for group in question.groups]
        assert any(shown), question.question

    shown = {
        group.papers is not None
        for question in results[BallotRule.THRESHOLD].support.questions
        for group in question.groups
    }
    assert shown == {True, False}


def test_the_ways_to_share_the_money_differ(house, process):
    given = house.budgets.view(process).problem

    ways = count_all(given, UNHEARD)

    assert len({way.outcome.winners for way in ways}) >= 3
    assert {str(why) for way in ways for why in way.outcome.refused.values()} >= {
        "apart",
        "ceiling",
        "budget",
    }


def test_people_in_the_districts_fall_into_groups(house, process):
    (poll,) = house.opinions.polls(process)
    view = house.opinions.view(poll.id)

    assert (len(view.statements), view.voters) == (18, 84)
    assert 2 <= len({dot.group for dot in view.count.found.dots}) <= 3
    assert not view.stale


def test_intentions_are_of_people_of_tables_and_of_nobody(house, process):
    lines = house.intending.lines(process)

    assert any(line.person for line in lines)
    assert any(line.table_no for line in lines)
    assert any(line.wordings > 1 for line in lines)
    assert len(house.intending.shared(process)) < len(lines)
