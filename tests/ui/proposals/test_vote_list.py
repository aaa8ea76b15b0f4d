"""Every vote of a process can be looked at again, and a new one begins beside it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
from screens import settle

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule
from burgertop_app.domain.ballots import Batch
from burgertop_app.domain.requests import Votes
from burgertop_app.domain.voting import Slip


@pytest.fixture
def three_votes(house, process, two):
    """A counted vote on slips, one that was withdrawn, and a show of hands that runs; the ids."""
    first = house.voting.fix(process, "Eerste ronde", BallotMethod(rule=BallotRule.APPROVAL, seed="6 2")).id
    house.voting.printed(first)
    for batch, by in ((Batch.FIRST, "Anna"), (Batch.SECOND, "Bilal")):
        house.vote_entering.enter(first, batch, Slip(number="1", marks={0: 1}), by)
    house.vote_counting.count(first)
    gone = house.voting.fix(process, "Vergissing", BallotMethod(rule=BallotRule.DOTS, seed="1")).id
    house.proposals.withdraw_ballot(gone, "de verkeerde voorstellen")
    last = house.proposals.open_ballot(process, "Tweede ronde", BallotRule.MAJORITY).id
    return first, gone, last


def look_at(qtbot, desk, page, place):
    page.which.list.setCurrentIndex(place)
    page.which.list.activated.emit(place)
    settle(qtbot, desk)


def test_every_vote_stands_in_the_list_with_how_far_it_is(qtbot, desk, three_votes, open_page):
    votes = open_page().which.list

    assert [votes.itemText(place).split(" · ")[::3] for place in range(votes.count())] == [
        ["Tweede ronde", "nog niet geteld"],
        ["Vergissing", "ingetrokken"],
        ["Eerste ronde", "geteld"],
    ]


def test_an_earlier_result_is_looked_at_again(qtbot, desk, three_votes, open_page):
    page = open_page()

    look_at(qtbot, desk, page, 2)

    assert page._stack.currentWidget() is page.slips
    assert page.slips.views.value == "result"
    assert page.which.list.currentText().startswith("Eerste ronde")
    assert page.acts.ballot_id == three_votes[0]


def test_a_withdrawn_vote_shows_its_rule_with_the_reason(qtbot, desk, three_votes, open_page):
    page = open_page()

    look_at(qtbot, desk, page, 1)

    assert page.slips.views.value == "rule"
    assert page.slips.rule._printed.text() == "Deze stemming is ingetrokken: de verkeerde voorstellen"
    assert not page.slips.entry.number.isEnabled()


def test_an_earlier_show_of_hands_can_only_be_read(qtbot, desk, house, process, two, three_votes, open_page):
    votes = {line.proposal.id: Votes(in_favour=9, against=1) for line in two}
    house.proposals.enter_votes(process, votes)
    house.proposals.open_ballot(process, "Derde ronde", BallotRule.MAJORITY)
    page = open_page()
    before = page.votes.rows[0].fields[0].isEnabled()

    look_at(qtbot, desk, page, 1)

    assert before
    assert page.votes.rows[0].fields[0].value() == 9
    assert not page.votes.rows[0].fields[0].isEnabled()


def test_a_new_vote_begins_and_one_looks_back_meanwhile(
    qtbot, desk, house, process, two, three_votes, open_page
):
    votes = {line.proposal.id: Votes(in_favour=9, against=1) for line in two}
    house.proposals.enter_votes(process, votes)
    page = open_page()

    qtbot.mouseClick(page.which.new, Qt.MouseButton.LeftButton)
    choosing = page.rule.isVisible(), page.which.list.currentText()
    look_at(qtbot, desk, page, 3)

    assert choosing == (True, "Nieuwe stemming")
    assert page.slips.views.value == "result"
