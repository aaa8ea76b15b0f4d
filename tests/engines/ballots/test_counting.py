"""Every method: what it gives, and what it may never depend on."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.ballot_marks import refuse_marks, span
from burgertop_app.domain.ballot_methods import EACH, ORDERING, BallotMethod, BallotRule, lot_order
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.vote_results import Turnout
from burgertop_app.engines.ballots.counting import borda_halves, count

LABELS = ("Loket", "Groen", "Bus", "Sport")
LOT = lot_order("6 2 4", LABELS)


def method(rule, **told):
    return BallotMethod(rule=rule, seed="6 2 4", **told)


def outcome(rule, papers, options=3, quorum=0, standing=None, **told):
    turnout = Turnout(len(papers), 0, 0, quorum=quorum)
    return count(method(rule, **told), papers, turnout, tuple(range(options)), standing)


@st.composite
def votes(draw, rules=tuple(BallotRule), most=8):
    """A method with valid slips on four options."""
    made = method(draw(st.sampled_from(rules)), dots=6, each=4)
    low, high = span(made, 4)
    slips = draw(
        st.lists(
            st.lists(st.one_of(st.none(), st.integers(low, high)), min_size=4, max_size=4).map(tuple),
            max_size=most,
        )
    )
    return made, [slip for slip in slips if fits(made, slip)]


def fits(made, slip):
    try:
        refuse_marks(made, 4, {at: mark for at, mark in enumerate(slip) if mark is not None})
    except InvalidInput:
        return False
    return True


def chosen(result):
    return [one.chosen for one in result.options]


@pytest.mark.parametrize(
    ("rule", "papers", "carried"),
    [
        (BallotRule.MAJORITY, [(1,), (1,), (-1,)], True),
        (BallotRule.MAJORITY, [(1,), (-1,), (0,)], False),
        (BallotRule.TWO_THIRDS, [(1,), (1,), (-1,)], True),
        (BallotRule.TWO_THIRDS, [(1,), (1,), (1,), (-1,), (-1,)], False),
        (BallotRule.THRESHOLD, [(1,), (1,), (1,), (-1,)], True),
        (BallotRule.THRESHOLD, [(1,), (1,), (-1,)], False),
        (BallotRule.THRESHOLD, [(0,), (None,)], False),
        (BallotRule.CONSENT, [(1,), (0,)], True),
        (BallotRule.CONSENT, [(1,), (-1,)], False),
        (BallotRule.CONSENT, [(0,), (None,)], False),
    ],
)
def test_options_that_are_decided_apart(rule, papers, carried):
    assert chosen(outcome(rule, papers, options=1)) == [carried]


def test_a_third_is_not_rounded_up():
    papers = [(1,)] * 2 + [(-1,)]

    assert chosen(outcome(BallotRule.THRESHOLD, papers, options=1, needed=667, out_of=1000)) == [False]


def test_consent_looks_at_the_objections_that_still_stand():
    assert chosen(outcome(BallotRule.CONSENT, [(1,), (-1,)], options=1, standing=[0])) == [True]


def test_dots_are_added_up():
    result = outcome(BallotRule.DOTS, [(3, None, 2), (None, 5, None), (1, 1, 3)])

    assert [one.score for one in result.options] == [4, 6, 5]
    assert chosen(result) == [False, True, False]
    assert result.order == (1, 2, 0)


def test_approvals_choose_as_many_as_there_are_seats():
    result = outcome(BallotRule.APPROVAL, [(1, 1, None), (1, None, None), (1, 1, 1)], seats=2)

    assert chosen(result) == [True, True, False]


def test_an_option_nobody_marked_is_never_chosen():
    result = outcome(BallotRule.APPROVAL, [(1, None, None)], seats=2)

    assert chosen(result) == [True, False, False]
    assert result.lots == ()


def test_scores_count_an_empty_box_as_the_lowest_and_tell_the_median():
    result = outcome(BallotRule.SCORE, [(10, 4, None), (None, 4, None), (5, 5, 1)])

    assert [one.score for one in result.options] == [5, Fraction(13, 3), Fraction(1, 3)]
    assert [one.median for one in result.options] == [5, 4, 0]


def test_borda_shares_what_is_left_among_options_without_a_rank():
    assert borda_halves((1, 2, None, None)) == (6, 4, 1, 1)
    assert borda_halves((1, 1, 3, None)) == (5, 5, 2, 0)


def test_in_a_top_three_with_an_order_the_first_weighs_most():
    papers = [(1, 2, 3, None), (None, 1, None, 2)]

    assert [one.score for one in outcome(BallotRule.TOP, papers, options=4).options] == [3, 5, 1, 2]


def test_a_temperature_chooses_nothing_and_tells_how_it_is_spread():
    result = outcome(BallotRule.TEMPERATURE, [(5,), (4,), (1,), (None,)], options=1)

    assert chosen(result) == [None]
    assert result.options[0].tally == {1: 1, 4: 1, 5: 1}
    assert (result.options[0].median, result.options[0].empty) == (4, 1)


def test_the_seed_decides_between_equals_and_says_so():
    turnout = Turnout(2, 0, 0)
    result = count(method(BallotRule.DOTS), [(2, None, None, 2), (None, 2, 2, None)], turnout, LOT)

    assert result.order == LOT
    assert [one.place for one in result.options] == [1, 1, 1, 1]
    assert result.lots == (LOT,)
    assert [at for at, one in enumerate(result.options) if one.chosen] == [LOT[0]]


def test_equals_that_are_all_chosen_need_no_lot():
    result = outcome(BallotRule.DOTS, [(2, 2, None)], seats=2)

    assert chosen(result) == [True, True, False]
    assert result.lots == ()


def test_without_a_quorum_nothing_is_carried_or_chosen():
    assert chosen(outcome(BallotRule.MAJORITY, [(1,)], options=1, quorum=2)) == [False]
    assert chosen(outcome(BallotRule.DOTS, [(1, None, None)], quorum=2)) == [False, False, False]


def test_the_lot_follows_from_the_seed_and_the_words_alone():
    assert lot_order("6 2 4", LABELS) == lot_order(" 6 2 4 ", LABELS)
    assert [LABELS[at] for at in LOT] == [LABELS[::-1][at] for at in lot_order("6 2 4", LABELS[::-1])]
    assert len({lot_order(str(seed), LABELS) for seed in range(60)}) > 12


@given(votes(), st.randoms(use_true_random=False))
def test_the_order_of_the_slips_makes_no_difference(vote, chance):
    made, papers = vote
    mixed = papers[:]
    chance.shuffle(mixed)
    turnout = Turnout(len(papers), 0, 0)

    assert count(made, papers, turnout, LOT) == count(made, mixed, turnout, LOT)


@given(votes(), st.permutations(range(4)))
def test_the_place_on_the_slip_makes_no_difference(vote, moved):
    made, papers = vote
    turnout = Turnout(len(papers), 0, 0)
    here = count(made, papers, turnout, LOT)
    there = count(
        made,
        [tuple(paper[at] for at in moved) for paper in papers],
        turnout,
        tuple(moved.index(at) for at in LOT),
    )

    assert [here.options[at] for at in moved] == list(there.options)


@given(votes(rules=tuple(sorted(ORDERING - {BallotRule.BORDA, BallotRule.SCHULZE, BallotRule.TOP}))))
def test_more_support_never_costs_an_option_its_place(vote):
    made, papers = vote
    turnout = Turnout(len(papers), 0, 0)
    before = count(made, papers, turnout, LOT)
    high = span(made, 4)[1]
    for at, paper in enumerate(papers):
        raised = (high, *paper[1:])
        if fits(made, raised):
            after = count(made, [*papers[:at], raised, *papers[at + 1 :]], turnout, LOT)
            assert after.options[0].place <= before.options[0].place
            assert not before.options[0].chosen or after.options[0].chosen


@given(votes(rules=(BallotRule.BORDA, BallotRule.SCHULZE)))
def test_being_put_first_never_costs_the_winner_its_place(vote):
    made, papers = vote
    turnout = Turnout(len(papers), 0, 0)
    winner = count(made, papers, turnout, LOT).order[0]
    for at, paper in enumerate(papers):
        own = paper[winner] or 5
        raised = tuple(
            1 if one == winner else (mark + 1 if mark is not None and mark < own else mark)
            for one, mark in enumerate(paper)
        )
        after = count(made, [*papers[:at], raised, *papers[at + 1 :]], turnout, LOT)
        assert after.options[winner].place == 1


@given(votes(rules=tuple(sorted(ORDERING))))
def test_as_many_are_chosen_as_there_are_seats_and_never_a_worse_one(vote):
    made, papers = vote
    result = count(made, papers, Turnout(len(papers), 0, 0), LOT)
    yes = [one.score for one in result.options if one.chosen]
    no = [one.score for one in result.options if not one.chosen]

    assert len(yes) <= made.seats
    assert not yes or not no or min(yes) >= max(no)


@given(votes(rules=(BallotRule.BORDA,)))
def test_borda_gives_every_slip_as_many_points(vote):
    _made, papers = vote

    assert {sum(borda_halves(paper)) for paper in papers} <= {12}


@given(votes(rules=tuple(sorted(EACH))))
def test_another_option_never_changes_what_is_decided_apart(vote):
    made, papers = vote
    turnout = Turnout(len(papers), 0, 0)
    alone = count(made, [paper[:1] for paper in papers], turnout, (0,))

    assert alone.options[0].chosen == count(made, papers, turnout, LOT).options[0].chosen
