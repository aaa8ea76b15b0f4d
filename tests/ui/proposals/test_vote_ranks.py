"""Places of a ranking are typed as they stand on the paper, and read back before they are kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
from screens import photograph, settle
from voted import AREA

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule
from burgertop_app.domain.ballots import Batch
from burgertop_app.domain.requests import NewProposal
from burgertop_app.domain.voting import Slip


@pytest.fixture
def ranked(house, process, two):
    """Makes a printed vote in which people write places; its id."""
    house.proposals.add(process, NewProposal(title="Een bus in de avond"))

    def made(rule, **told):
        ballot = house.voting.fix(process, "Rangorde", BallotMethod(rule=rule, seed="1", **told)).id
        house.voting.printed(ballot)
        return ballot

    return made


def keys(qtbot, page, *said):
    """Type digits, and Enter for "", wherever the focus is."""
    for each in said:
        if each:
            qtbot.keyClicks(page.focusWidget(), each)
        else:
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def at_number(page):
    entry = page.slips.entry
    entry.who.setText("Anna")
    entry.number.setFocus()
    return entry


def test_places_are_typed_beside_the_proposals_as_on_the_paper(qtbot, desk, house, ranked, open_page):
    ballot = ranked(BallotRule.SCHULZE)
    page = open_page()
    entry = at_number(page)

    keys(qtbot, page, "101", "", "3", "1", "2")
    told = entry.echo.text()
    keys(qtbot, page, "")
    settle(qtbot, desk)

    (vote,) = house.voting.desk(ballot).votes
    options = house.voting.desk(ballot).options
    assert told == "1e: 2. Meer groen; 2e: 3. Een bus in de avond; 3e: 1. Eén loket"
    assert [vote.choices[str(one.id)] for one in options] == ["3", "1", "2"]
    assert page.focusWidget() is entry.number


def test_an_empty_place_is_passed_with_enter_and_told(qtbot, desk, house, ranked, open_page):
    ranked(BallotRule.BORDA)
    page = open_page()
    entry = at_number(page)

    keys(qtbot, page, "101", "", "", "1")

    assert entry.echo.text() == "1e: 2. Meer groen; zonder plaats: 1, 3"


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (("1", "3"), "Er staat een 3 op dit briefje en geen 2."),
        (("1", "1", "2"), "2 voorstellen hebben plaats 1."),
    ],
)
def test_an_unlikely_order_is_kept_only_after_a_second_look(
    qtbot, desk, house, ranked, open_page, places, told
):
    ballot = ranked(BallotRule.BORDA)
    page = open_page()
    entry = at_number(page)

    keys(qtbot, page, "101", "", *places, "")
    settle(qtbot, desk)
    before = house.voting.desk(ballot).votes, entry.mistake.text()
    keys(qtbot, page, "")
    settle(qtbot, desk)

    assert before[0] == ()
    assert before[1].startswith(told)
    assert len(house.voting.desk(ballot).votes) == 1


def test_after_the_last_place_of_a_top_the_slip_is_kept(qtbot, desk, house, ranked, open_page):
    ballot = ranked(BallotRule.TOP, top=2)
    page = open_page()
    at_number(page)

    keys(qtbot, page, "101", "", "2", "1", "")
    settle(qtbot, desk)

    (vote,) = house.voting.desk(ballot).votes
    assert sorted(vote.choices.values()) == ["1", "2"]


def test_one_place_twice_in_a_top_is_refused_for_good(qtbot, desk, house, ranked, open_page):
    ballot = ranked(BallotRule.TOP, top=2)
    page = open_page()
    entry = at_number(page)

    keys(qtbot, page, "101", "", "1", "1", "", "")
    settle(qtbot, desk)

    assert house.voting.desk(ballot).votes == ()
    assert entry.mistake.text().startswith("Twee voorstellen hebben dezelfde plaats.")


def test_places_that_were_refused_are_put_back(qtbot, desk, house, ranked, open_page):
    ballot = ranked(BallotRule.BORDA)
    house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="101", marks={0: 1}), "Anna")
    page = open_page()
    entry = at_number(page)

    keys(qtbot, page, "101", "", "3", "1", "2", "")
    settle(qtbot, desk)

    assert (entry.number.text(), entry.ranks.typed()) == ("101", ("3", "1", "2"))
    assert entry.mistake.text()


def test_typing_places_is_photographed(qtbot, desk, house, process, two, ranked, open_page):
    for title in (
        "Een pad langs de singel",
        "Banken bij de bushalte, ook aan de andere kant van de weg",
        "Bomen",
    ):
        house.proposals.add(process, NewProposal(title=title))
    ranked(BallotRule.BORDA, groups=(AREA,))
    page = open_page()
    at_number(page)
    keys(qtbot, page, "101", "", "3", "1", "2", "6", "4", "5")

    pictures = photograph(page, "vote-ranks", size=(1232, 844))
    pictures += photograph(page, "vote-ranks-large", scale=2.0, size=(1124, 664))

    assert all(path.stat().st_size > 20_000 for path in pictures)
