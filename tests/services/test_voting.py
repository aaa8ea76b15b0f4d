"""A vote on slips: fixed and printed first, entered twice, settled with the paper, counted, explained.

Long because every step of a vote, to the recount, begins with the same fixtures.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule, GroupQuestion
from burgertop_app.domain.ballots import Ballot, Batch, Vote, VoteState, carried
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.proposal_requests import ProposalWords
from burgertop_app.domain.requests import NewProposal, PersonForm, Votes
from burgertop_app.domain.voting import Slip
from tests.beginnings import beginning

AREA = GroupQuestion("Wijk", ("Noord", "Zuid"))


@beginning
def proposals(house, process):
    """Three proposals, their ids."""
    return [house.proposals.add(process, NewProposal(title=said)).id for said in ("Loket", "Groen", "Bus")]


@pytest.fixture
def fix(house, process, proposals):
    """Fixes and prints a vote; its id."""

    def made(rule, printed=True, **told):
        method = BallotMethod(rule=rule, seed="6 2 4", **told)
        ballot = house.voting.fix(process, "Stemming", method).id
        if printed:
            house.voting.printed(ballot)
        return ballot

    return made


@pytest.fixture
def twice(house):
    """Enters slips in both rounds: number, marks and cells."""

    def entered(ballot, *slips):
        for batch, by in ((Batch.FIRST, "Anna"), (Batch.SECOND, "Bilal")):
            for number, marks, *more in slips:
                slip = Slip(number=number, marks=marks, cells=more[0] if more else {})
                house.vote_entering.enter(ballot, batch, slip, by)

    return entered


def refused(act):
    with pytest.raises((InvalidInput, NotPossible)) as error:
        act()
    return error.value.code


def test_the_method_is_kept_with_its_mark_and_its_numbers(house, fix):
    ballot = house.voting.desk(fix(BallotRule.DOTS, dots=4, each=4, slips=12)).ballot

    assert (ballot.method.dots, ballot.method.seed, ballot.rule) == (4, "6 2 4", BallotRule.DOTS)
    assert ballot.sha256 == ballot.method.sha256("Stemming", ["Loket", "Groen", "Bus"])
    assert len(set(ballot.numbers)) == 12


def test_a_second_vote_waits_until_the_first_is_counted(house, process, fix, twice):
    ballot = fix(BallotRule.DOTS)
    again = refused(lambda: fix(BallotRule.APPROVAL))
    twice(ballot, ("1", {0: 1}))
    house.vote_counting.count(ballot)

    fix(BallotRule.APPROVAL)

    assert again == "ballot_open_already"
    assert [one.rule for one in house.voting.all(process)] == [BallotRule.DOTS, BallotRule.APPROVAL]


def test_only_the_chosen_proposals_stand_on_the_ballot(house, process, proposals):
    method = BallotMethod(rule=BallotRule.MAJORITY)

    ballot = house.voting.fix(process, "Stemming", method, [proposals[2], proposals[0]]).id

    assert [one.label for one in house.voting.desk(ballot).options] == ["Loket", "Bus"]
    assert [line.on_ballot for line in house.proposals.lines(process)] == [True, False, True]


def test_a_proposal_that_was_withdrawn_meanwhile_is_refused(house, process, proposals):
    house.proposals.withdraw(proposals[0], "dubbel")
    method = BallotMethod(rule=BallotRule.MAJORITY)

    code = refused(lambda: house.voting.fix(process, "Stemming", method, proposals))

    assert code == "ballot_proposal_gone"
    assert house.voting.listed(process) == ()


def test_a_later_vote_on_a_few_proposals_leaves_the_result_of_the_others(
    house, process, proposals, fix, twice
):
    twice(first := fix(BallotRule.MAJORITY), ("1", {0: 1, 1: 1, 2: -1}))
    house.vote_counting.count(first)
    method = BallotMethod(rule=BallotRule.CONSENT)

    second = house.voting.fix(process, "Tweede ronde", method, proposals[:1]).id

    found = [(one.rule, one.count is not None) for one in house.proposals.lines(process)]
    assert found == [(BallotRule.CONSENT, False), (BallotRule.MAJORITY, True), (BallotRule.MAJORITY, True)]
    assert [one.proposal.number for one in house.voting.lines(second)] == [1]
    assert [one.count.in_favour for one in house.voting.lines(first)] == [1, 1, 0]


def test_every_vote_is_listed_the_newest_first_and_withdrawn_ones_too(house, process, proposals, fix, twice):
    twice(first := fix(BallotRule.MAJORITY), ("1", {0: 1}))
    house.vote_counting.count(first)
    house.proposals.withdraw_ballot(second := fix(BallotRule.DOTS), "verkeerde voorstellen")
    third = fix(BallotRule.CONSENT, paper=False)

    found = house.voting.listed(process)

    assert [(one.ballot.id, one.over) for one in found] == [(third, False), (second, False), (first, True)]


def test_an_earlier_vote_keeps_the_words_that_were_voted_on(house, process, proposals, fix, twice):
    twice(ballot := fix(BallotRule.MAJORITY), ("1", {0: 1}))
    house.vote_counting.count(ballot)
    words = ProposalWords(title="Eén loket in elke wijk")
    house.proposal_writing.edit(proposals[0], words, "na de stemming verbeterd")

    assert house.voting.lines(ballot)[0].text.title == "Loket"


def test_nothing_is_entered_before_the_rule_is_printed(house, fix):
    ballot = fix(BallotRule.DOTS, printed=False)

    code = refused(lambda: house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="1"), "Anna"))

    assert code == "vote_not_printed"


@pytest.mark.parametrize(
    ("slip", "by", "code"),
    [
        (Slip(number="1", marks={0: 6}), "Anna", "vote_mark"),
        (Slip(number="1", marks={0: 5, 1: 1}), "Anna", "vote_dots_many"),
        (Slip(number="1", marks={7: 1}), "Anna", "vote_option_unknown"),
        (Slip(number=" ", marks={0: 1}), "Anna", "vote_number_empty"),
        (Slip(number="1", marks={0: 1}), " ", "vote_by_empty"),
        (Slip(number="1", state=VoteState.INVALID), "Anna", "vote_invalid_reason"),
        (Slip(number="1", cells={"Wijk": "Oost"}), "Anna", "vote_box_unknown"),
        (Slip(number="1", cells={"Leeftijd": "jong"}), "Anna", "vote_box_unknown"),
    ],
)
def test_a_slip_that_breaks_the_rule_is_refused_and_nothing_is_kept(house, fix, slip, by, code):
    ballot = fix(BallotRule.DOTS, groups=(AREA,))

    assert refused(lambda: house.vote_entering.enter(ballot, Batch.FIRST, slip, by)) == code
    assert house.voting.desk(ballot).votes == ()


def test_a_number_that_was_not_made_is_refused(house, fix):
    ballot = fix(BallotRule.DOTS, slips=5)

    assert refused(lambda: house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="12"), "A")) == (
        "vote_number_unknown"
    )


def test_two_papers_with_one_number_are_refused(house, fix):
    ballot = fix(BallotRule.DOTS)
    house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="a 1", marks={0: 1}), "Anna")

    code = refused(lambda: house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="A1"), "Anna"))

    assert code == "vote_number_taken"
    assert len(house.voting.desk(ballot).votes) == 1


def test_the_second_round_is_typed_by_somebody_else(house, fix):
    ballot = fix(BallotRule.DOTS)
    house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="1", marks={0: 1}), "Anna Bos")

    code = refused(
        lambda: house.vote_entering.enter(ballot, Batch.SECOND, Slip(number="1", marks={0: 1}), " anna  bos")
    )

    assert code == "vote_same_typist"


def test_an_entry_that_is_taken_back_stays_readable(house, workspace, fix):
    ballot = fix(BallotRule.DOTS)
    kept = house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="1", marks={0: 1}), "Anna").id

    house.vote_entering.take_back(kept, "verkeerd nummer")
    house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="1", marks={1: 1}), "Anna")

    with workspace.context.work.reading() as store:
        assert [one.withdrawn_reason for one in store.find(Vote)] == ["verkeerd nummer", ""]
    assert len(house.voting.desk(ballot).votes) == 1


def test_an_entry_is_taken_back_only_with_a_reason(house, fix):
    kept = house.vote_entering.enter(
        fix(BallotRule.DOTS), Batch.FIRST, Slip(number="1", marks={0: 1}), "Anna"
    ).id

    assert refused(lambda: house.vote_entering.take_back(kept, " ")) == "reason_empty"


def test_differences_are_listed_by_number_and_option(house, fix, twice):
    ballot = fix(BallotRule.DOTS, groups=(AREA,))
    twice(ballot, ("3", {0: 1}))
    enter = house.vote_entering.enter
    enter(ballot, Batch.FIRST, Slip(number="1", marks={0: 2, 1: 1}, cells={"Wijk": "Noord"}), "Anna")
    enter(ballot, Batch.SECOND, Slip(number="1", marks={0: 2, 1: 2}), "Bilal")
    enter(ballot, Batch.FIRST, Slip(number="2"), "Anna")

    one, other = house.voting.desk(ballot).differences

    second = house.voting.desk(ballot).options[1]
    assert (one.number, one.options, one.questions) == ("1", (str(second.id),), ("Wijk",))
    assert (other.number, other.second) == ("2", None)


def test_a_count_waits_for_differences_and_then_takes_what_the_paper_said(house, fix, twice):
    ballot = fix(BallotRule.DOTS)
    twice(ballot, ("1", {0: 1}))
    house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="2", marks={0: 1}), "Anna")
    house.vote_entering.enter(ballot, Batch.SECOND, Slip(number="2", marks={1: 1}), "Bilal")
    early = refused(lambda: house.vote_counting.count(ballot))
    settled = Slip(number="2", marks={2: 3}, reason="er staan drie stippen bij de bus")

    house.vote_entering.settle(ballot, settled, "Anna en Bilal")
    house.vote_counting.count(ballot)

    assert early == "vote_differences"
    assert [one.score for one in house.vote_counting.result(ballot).outcome.options] == [1, 0, 3]


def test_a_slip_that_was_never_there_is_settled_away(house, fix, twice):
    ballot = fix(BallotRule.DOTS)
    twice(ballot, ("1", {0: 1}))
    house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="9", marks={0: 1}), "Anna")
    gone = Slip(number="9", state=VoteState.ABSENT, reason="er is geen papier 9, het was 1")

    house.vote_entering.settle(ballot, gone, "Bilal")
    house.vote_counting.count(ballot)

    assert house.vote_counting.result(ballot).outcome.turnout.cast == 1


def test_settling_says_what_was_seen_by_whom(house, fix):
    ballot = fix(BallotRule.DOTS)
    house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="2", marks={0: 1}), "Anna")
    settle = house.vote_entering.settle

    assert refused(lambda: settle(ballot, Slip(number="2", marks={0: 1}), "Anna")) == "vote_settle_how"
    assert refused(lambda: settle(ballot, Slip(number="2", reason="ja"), "")) == "vote_by_empty"
    assert refused(lambda: settle(ballot, Slip(number="3", reason="ja"), "Anna")) == "vote_not_entered"


def test_blank_and_invalid_slips_are_counted_apart(house, fix, twice):
    ballot = fix(BallotRule.DOTS, electorate=10, quorum=3)
    twice(ballot, ("1", {0: 1}), ("2", {}))
    for batch, by in ((Batch.FIRST, "Anna"), (Batch.SECOND, "Bilal")):
        slip = Slip(number="3", state=VoteState.INVALID, reason="zeven stippen")
        house.vote_entering.enter(ballot, batch, slip, by)
    house.vote_counting.count(ballot)

    turnout = house.vote_counting.result(ballot).outcome.turnout

    assert (turnout.valid, turnout.blank, turnout.invalid, turnout.cast) == (1, 1, 1, 3)
    assert turnout.quorate


def test_without_a_quorum_no_proposal_is_carried(house, process, fix, twice):
    ballot = fix(BallotRule.MAJORITY, quorum=3, electorate=10)
    twice(ballot, ("1", {0: 1}), ("2", {0: 1}))

    house.vote_counting.count(ballot)

    line = house.proposals.lines(process)[0]
    assert (line.count.in_favour, line.count.quorate, carried(line.rule, line.count)) == (2, False, False)


def test_a_result_reaches_the_list_of_proposals(house, process, fix, twice):
    ballot = fix(BallotRule.SCORE, seats=1)
    twice(ballot, ("1", {0: 4, 1: 9}), ("2", {0: 5, 1: 8, 2: 1}), ("3", {1: 8}))

    house.vote_counting.count(ballot)

    found = [
        (one.count.score, one.count.place, carried(one.rule, one.count))
        for one in house.proposals.lines(process)
    ]
    assert found == [(3, 2, False), (Fraction(25, 3), 1, True), (Fraction(1, 3), 3, False)]


def test_a_quorum_holds_by_show_of_hands_too(house, process, proposals, fix):
    fix(BallotRule.MAJORITY, paper=False, quorum=20)

    house.proposals.enter_votes(process, {proposals[0]: Votes(in_favour=9, against=1, blank=9)})
    house.proposals.enter_votes(process, {proposals[1]: Votes(in_favour=9, against=1, blank=10)})

    few, enough, _none = house.proposals.lines(process)
    assert (carried(few.rule, few.count), few.count.quorate) == (False, False)
    assert (carried(enough.rule, enough.count), enough.count.quorate) == (True, True)


def test_a_threshold_is_exact_on_slips_and_by_hand(house, process, fix, twice):
    ballot = fix(BallotRule.THRESHOLD, needed=3, out_of=4)
    twice(ballot, *((str(no), {0: 1 if no < 4 else -1, 1: 1 if no < 3 else -1}) for no in range(1, 5)))
    house.vote_counting.count(ballot)
    on_slips = [carried(one.rule, one.count) for one in house.proposals.lines(process)]
    house.voting.fix(process, "Handen", BallotMethod(rule=BallotRule.THRESHOLD, paper=False))
    ids = [one.proposal.id for one in house.proposals.lines(process)]

    house.proposals.enter_votes(
        process, {ids[0]: Votes(in_favour=3, against=1), ids[1]: Votes(in_favour=2, against=1)}
    )

    lines = house.proposals.lines(process)
    assert on_slips == [True, False, False]
    assert [carried(one.rule, one.count) for one in lines[:2]] == [True, False]


def test_totals_are_not_typed_into_a_vote_on_slips(house, process, proposals, fix):
    fix(BallotRule.MAJORITY)

    assert refused(
        lambda: house.proposals.enter_votes(process, {proposals[0]: Votes(in_favour=9, against=1)})
    ) == ("vote_on_paper")


def test_after_the_count_nothing_is_entered_until_it_is_opened_again(house, fix, twice):
    ballot = fix(BallotRule.DOTS)
    twice(ballot, ("1", {0: 1}))
    house.vote_counting.count(ballot)
    late = refused(lambda: house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="2"), "Anna"))

    house.vote_counting.reopen(ballot, "er lag nog een briefje in de bus")
    twice(ballot, ("2", {1: 3}))
    house.vote_counting.count(ballot)

    result = house.vote_counting.result(ballot)
    assert late == "vote_closed"
    assert [one.score for one in result.outcome.options] == [1, 3, 0]
    assert [one.reason for one in result.ballot.reopened] == ["er lag nog een briefje in de bus"]


def test_opening_again_needs_a_reason(house, fix, twice):
    ballot = fix(BallotRule.DOTS)
    twice(ballot, ("1", {0: 1}))
    house.vote_counting.count(ballot)

    assert refused(lambda: house.vote_counting.reopen(ballot, " ")) == "reason_empty"


def test_a_withdrawn_vote_takes_no_slips_and_keeps_those_it_has(house, workspace, fix, twice):
    ballot = fix(BallotRule.DOTS)
    twice(ballot, ("1", {0: 1}))

    house.proposals.withdraw_ballot(ballot, "verkeerde voorstellen")

    assert (
        refused(lambda: house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="2"), "A"))
        == "vote_withdrawn"
    )
    with workspace.context.work.reading() as store:
        assert store.count(Vote, ballot_id=ballot) == 2


def test_consent_passes_when_objections_with_a_reason_are_met(house, process, fix):
    ballot = fix(BallotRule.CONSENT)
    for batch, by in ((Batch.FIRST, "Anna"), (Batch.SECOND, "Bilal")):
        enter = house.vote_entering.enter
        enter(ballot, batch, Slip(number="1", marks={0: 1, 1: 1, 2: 1}), by)
        enter(ballot, batch, Slip(number="2", marks={0: -1, 1: -1, 2: 1}, reasons={0: "te duur"}), by)
    house.vote_counting.count(ballot)
    before = [carried(one.rule, one.count) for one in house.proposals.lines(process)]
    standing = [one for one in house.vote_counting.result(ballot).objections if one.stands]

    house.vote_counting.answer(standing[0], ballot, met=True, how="eerst een proef van een jaar", by="Anna")

    assert before == [False, True, True]
    assert [(one.number, one.reason) for one in standing] == [("2", "te duur")]
    assert [carried(one.rule, one.count) for one in house.proposals.lines(process)] == [True, True, True]
    assert house.vote_counting.result(ballot).objections[0].answer.how == "eerst een proef van een jaar"


def test_the_printed_result_names_nobody_and_no_slip(house, process, fix):
    house.people.add(process, PersonForm(name="Fatma Demir"))
    house.proposals.add(process, NewProposal(title="Bankje van Fatma Demir"))
    ballot = fix(BallotRule.CONSENT)
    marks, why = {0: -1, 1: 1}, {0: "Fatma Demir wil dit niet"}
    for batch, by in ((Batch.FIRST, "Ursula Typt"), (Batch.SECOND, "Bilal Typt")):
        house.vote_entering.enter(ballot, batch, Slip(number="Q977", marks=marks, reasons=why), by)
    house.vote_counting.count(ballot)
    (objection,) = house.vote_counting.result(ballot).objections
    house.vote_counting.answer(objection, ballot, met=True, how="Fatma Demir is gebeld", by="Ursula Typt")
    house.vote_counting.reopen(ballot, "Fatma Demir vroeg het")
    house.vote_counting.count(ballot)

    (opened,) = house.voting.desk(ballot).ballot.reopened

    paper = house.printing.vote_result(ballot)

    said = repr(replace(paper, masthead=None))
    assert not [name for name in ("Demir", "Typt", "Q977", opened.by) if name in said]
    assert paper.objections == (("1. Loket", "[weggelaten] wil dit niet", "[weggelaten] is gebeld"),)
    assert [line for line in paper.told if "[weggelaten] vroeg het" in line]


def test_a_temperature_check_decides_nothing_and_leaves_an_earlier_result(house, process, fix, twice):
    ballot = fix(BallotRule.MAJORITY)
    twice(ballot, ("1", {0: 1, 1: -1}))
    house.vote_counting.count(ballot)
    check = fix(BallotRule.TEMPERATURE)
    twice(check, ("1", {0: 2}))

    house.vote_counting.count(check)

    assert house.proposals.lines(process)[0].rule is BallotRule.MAJORITY
    assert house.voting.current(process).ballot.id == check
    assert [one.chosen for one in house.vote_counting.result(check).outcome.options] == [None] * 3


def test_groups_come_from_the_slips_and_small_ones_stay_hidden(house, fix, twice):
    ballot = fix(BallotRule.MAJORITY, groups=(AREA,))
    north = [(f"n{no}", {0: 1 if no % 3 else -1}, {"Wijk": "Noord"}) for no in range(12)]
    south = [(f"z{no}", {0: 1 if no % 2 else -1}, {"Wijk": "Zuid"}) for no in range(12)]
    twice(ballot, *north, *south)
    house.vote_counting.count(ballot)

    support = house.vote_counting.result(ballot).support

    assert [(one.name, one.shares[0]) for one in support.questions[0].groups] == [
        ("Noord", Fraction(2, 3)),
        ("Zuid", Fraction(1, 2)),
    ]
    assert support.lowest[0].group == "Zuid"


@pytest.fixture
def grouped(house, fix, twice):
    """A counted vote of 24 people in two areas; its id."""
    ballot = fix(BallotRule.MAJORITY, groups=(AREA,))
    north = [(f"n{no}", {0: 1 if no % 3 else -1}, {"Wijk": "Noord"}) for no in range(12)]
    south = [(f"z{no}", {0: 1 if no % 2 else -1}, {"Wijk": "Zuid"}) for no in range(12)]
    twice(ballot, *north, *south)
    house.vote_counting.count(ballot)
    return ballot


def shares(result):
    return [one.shares[0] for one in result.support.questions[0].groups]


def test_one_more_slip_does_not_follow_from_two_counts(house, grouped, twice):
    before = house.vote_counting.result(grouped)
    house.vote_counting.reopen(grouped, "er lag nog een briefje in de bus")
    twice(grouped, ("extra", {0: -1}, {"Wijk": "Zuid"}))

    house.vote_counting.count(grouped)

    after = house.vote_counting.result(grouped)
    assert shares(after) == shares(before)
    assert after.groups_kept
    assert (before.support.total[0], after.support.total[0]) == (Fraction(14, 24), Fraction(14, 25))


def test_many_more_slips_show_the_groups_anew(house, grouped, twice):
    house.vote_counting.reopen(grouped, "een tweede bus")
    more = [(f"m{no}", {0: 1 if no % 4 else -1}, {"Wijk": "Zuid"}) for no in range(12)]
    twice(grouped, *more)

    house.vote_counting.count(grouped)

    after = house.vote_counting.result(grouped)
    assert shares(after) == [Fraction(2, 3), Fraction(15, 24)]
    assert not after.groups_kept


def test_a_few_slips_at_a_time_do_not_add_up_to_many(house, grouped, twice):
    before = house.vote_counting.result(grouped)
    for no in range(2):
        house.vote_counting.reopen(grouped, "nog een paar briefjes")
        twice(grouped, *((f"m{no}{at}", {0: at % 2 or -1}, {"Wijk": "Zuid"}) for at in range(4)))
        house.vote_counting.count(grouped)

    after = house.vote_counting.result(grouped)
    assert shares(after) == shares(before)
    assert after.groups_kept


def test_a_slip_that_was_corrected_does_not_follow_either(house, grouped):
    before = house.vote_counting.result(grouped)
    house.vote_counting.reopen(grouped, "briefje z1 was verkeerd gelezen")
    slip = Slip(number="z1", marks={0: -1}, cells={"Wijk": "Zuid"}, reason="er staat tegen")
    house.vote_entering.settle(grouped, slip, "Anna")

    house.vote_counting.count(grouped)

    assert shares(house.vote_counting.result(grouped)) == shares(before)


def test_five_corrected_slips_are_five_and_not_ten(house, grouped):
    before = house.vote_counting.result(grouped)
    house.vote_counting.reopen(grouped, "vijf briefjes waren verkeerd gelezen")
    for no in range(1, 6):
        slip = Slip(
            number=f"z{no}", marks={0: -1 if no % 2 else 1}, cells={"Wijk": "Zuid"}, reason="andersom"
        )
        house.vote_entering.settle(grouped, slip, "Anna")

    house.vote_counting.count(grouped)

    after = house.vote_counting.result(grouped)
    assert shares(after) == shares(before)
    assert after.groups_kept


def test_a_recount_without_a_change_is_as_before(house, grouped):
    house.vote_counting.reopen(grouped, "iemand wilde het zien")

    house.vote_counting.count(grouped)

    assert not house.vote_counting.result(grouped).groups_kept


def test_a_paper_says_that_its_groups_are_of_an_earlier_count(house, grouped, twice):
    house.vote_counting.reopen(grouped, "er lag nog een briefje in de bus")
    twice(grouped, ("extra", {0: -1}, {"Wijk": "Zuid"}))
    house.vote_counting.count(grouped)

    assert "De groepen zijn die van een eerdere telling." in house.printing.vote_result(grouped).support


def test_more_slips_get_other_numbers(house, fix):
    ballot = fix(BallotRule.DOTS, slips=5)

    house.voting.more_slips(ballot, 3)

    assert len(set(house.voting.desk(ballot).ballot.numbers)) == 8


def test_no_row_of_a_vote_points_at_a_person(workspace):
    from burgertop_app.storage.mapping import row_class

    tables = [row_class(kind).__table__ for kind in (Ballot, Vote)]

    assert {key.column.table.name for table in tables for key in table.foreign_keys} == {
        "ballot",
        "process",
        "site",
    }
