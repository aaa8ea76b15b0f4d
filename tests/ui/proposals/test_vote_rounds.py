"""Where the typing of slips stands: what waits for the second round, and a fresh start for another vote."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QPushButton

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
from screens import settle
from voted import entered

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule
from burgertop_app.domain.ballots import Batch
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.voting import Slip


def test_slips_that_wait_for_the_second_round_are_no_differences(house, fixed, open_page):
    house.vote_entering.enter(fixed, Batch.FIRST, Slip(number="7", marks={0: 1}), "Anna")
    house.vote_entering.enter(fixed, Batch.FIRST, Slip(number="8", marks={0: 1}), "Anna")

    page = open_page()

    assert "Eén keer getypt: 2" in [each.text() for each in page.slips.views.findChildren(QPushButton)]
    said = page.slips.differences._said.text()
    assert said.startswith("2 briefjes zijn één keer getypt.")


def test_another_vote_begins_in_the_first_round_with_nobody_typing(
    qtbot, desk, house, process, fixed, open_page
):
    page = open_page()
    page.slips.entry.round.put(Batch.SECOND)
    page.slips.entry.who.setText("Bilal")
    entered(house, fixed)
    house.vote_counting.count(fixed)
    method = BallotMethod(rule=BallotRule.DOTS, paper=True, slips=4, seed="1")
    house.voting.fix(process, "Nog een", method, [line.proposal.id for line in page.found.counting])
    settle(qtbot, desk)
    page.load()
    settle(qtbot, desk)

    assert page.slips.entry._desk.ballot.title == "Nog een"
    assert page.slips.entry.round.value == Batch.FIRST
    assert page.slips.entry.who.text() == ""


def test_an_error_goes_away_with_the_view_it_belongs_to(qtbot, fixed, open_page):
    page = open_page()
    page.fail(InvalidInput("reason_empty"))
    before = page.error_bar.isVisible()

    page._choose("budget")

    assert (before, page.error_bar.isVisible()) == (True, False)
