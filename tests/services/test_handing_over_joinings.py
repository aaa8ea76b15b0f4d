"""One proposal merged into another one on each of two laptops: shown, chosen, and never counted nowhere."""

from __future__ import annotations

import pytest

from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.proposal_requests import SplitPart
from burgertop_app.domain.requests import NewCard, NewProposal
from burgertop_app.messages.handovers import difference_words, saying_words
from tests.laptops import Team, alike, process_of


@pytest.fixture
def team(tmp_path, laid_out):
    found = Team(tmp_path, laid_out)
    yield found
    found.close()


@pytest.fixture
def office(team):
    """A laptop with three proposals, each with a card."""
    laptop = team.first()
    process = process_of(laptop)
    for title in ("Bomen", "Bankjes", "Paden"):
        laptop.house.cards.add(process, NewCard(text=f"Meer {title}", table_no=1))
        card = laptop.house.cards.lines(process)[-1].card.id
        laptop.house.proposals.add(process, NewProposal(title=title, card_ids=(card,)))
    return laptop


@pytest.fixture
def hall(team, office):
    return team.copy(office, "ZAAL")


def lines(laptop):
    return laptop.house.proposals.lines(process_of(laptop))


def counting(laptop):
    """The cards of every proposal that counts, by title."""
    active = [line for line in lines(laptop) if line.proposal.standing is Standing.ACTIVE]
    return {line.text.title: len(line.card_ids) for line in active}


def ids(laptop, *titles):
    return [line.proposal.id for title in titles for line in lines(laptop) if line.text.title == title]


def merge(laptop, title, *titles):
    laptop.house.proposal_joining.merge(ids(laptop, *titles), title)


def merged_twice(office, hall):
    """The hall is later: trees with benches at the office, and with paths in the hall."""
    merge(office, "Bomen bij bankjes", "Bomen", "Bankjes")
    hall.now = office.now.replace(hour=12)
    merge(hall, "Bomen langs paden", "Bomen", "Paden")


def only(laptop):
    (found,) = laptop.house.handing_over.differences()
    return found


def said(laptop):
    found = only(laptop)
    return [saying_words(found, each).split(". ")[1] for each in found.sayings]


def choose(laptop, title):
    laptop.house.handing_over.settle({only(laptop).key: said(laptop).index(title)})


def test_merged_into_another_on_each_it_is_shown_side_by_side(office, hall):
    merged_twice(office, hall)

    (seen,) = office.house.handing_over.preview(hall.hand()).differences
    alike(office, hall)

    assert difference_words(seen) == ("voorstel: 1", "Ging verder in")
    assert [(each.laptop, each.here) for each in seen.sayings] == [("ZAAL", False), ("KANTOOR", True)]
    assert said(office) == said(hall) == ["Bomen langs paden", "Bomen bij bankjes"]


def test_what_others_went_on_in_too_stays_as_it_was_written(office, hall):
    merged_twice(office, hall)
    alike(office, hall)
    assert counting(office) == {"Bomen bij bankjes": 2, "Bomen langs paden": 2}

    choose(office, "Bomen bij bankjes")
    alike(office, hall)

    assert counting(hall) == {"Bomen bij bankjes": 2, "Bomen langs paden": 2}
    assert office.house.handing_over.differences() == hall.house.handing_over.differences() == ()


def same_two(office, hall):
    """Both merge the same two, the hall later."""
    merge(office, "Samen kantoor", "Bomen", "Bankjes")
    hall.now = office.now.replace(hour=12)
    merge(hall, "Samen zaal", "Bomen", "Bankjes")
    alike(office, hall)


def settle_all(laptop, title):
    found = laptop.house.handing_over.differences()
    laptop.house.handing_over.settle(
        {
            each.key: next(
                at for at, one in enumerate(each.sayings) if saying_words(each, one).endswith(title)
            )
            for each in found
        }
    )


def test_the_same_two_merged_on_both_count_once_as_merged_last(office, hall):
    same_two(office, hall)

    assert counting(office) == counting(hall) == {"Samen zaal": 2, "Paden": 1}
    assert len(office.house.handing_over.differences()) == 2


@pytest.mark.parametrize("title", ["Samen kantoor", "Samen zaal"])
def test_the_one_that_is_chosen_counts_everywhere(office, hall, title):
    same_two(office, hall)

    settle_all(office, title)
    alike(office, hall)

    assert counting(hall) == {title: 2, "Paden": 1}
    assert office.house.handing_over.differences() == hall.house.handing_over.differences() == ()


def test_two_other_choices_are_shown_again_and_can_be_ended(office, hall):
    same_two(office, hall)
    settle_all(office, "Samen kantoor")
    hall.now = office.now.replace(hour=14)
    settle_all(hall, "Samen zaal")
    alike(office, hall)
    assert len(hall.house.handing_over.differences()) == 2
    assert counting(office) == {"Samen zaal": 2, "Paden": 1}

    office.now = hall.now.replace(hour=16)
    settle_all(office, "Samen kantoor")
    alike(office, hall)

    assert counting(hall) == {"Samen kantoor": 2, "Paden": 1}
    assert office.house.handing_over.differences() == hall.house.handing_over.differences() == ()


def test_merged_here_and_split_there_shows_the_parts_together(office, hall):
    merge(office, "Bomen bij bankjes", "Bomen", "Bankjes")
    (line,) = [each for each in lines(hall) if each.text.title == "Bomen"]
    hall.now = office.now.replace(hour=12)
    parts = [SplitPart("Eiken", tuple(line.card_ids)), SplitPart("Beuken")]
    hall.house.proposal_joining.split(line.proposal.id, parts)
    alike(office, hall)

    first = saying_words(only(office), only(office).sayings[0])
    assert {each.split(". ")[1] for each in first.splitlines()} == {"Eiken", "Beuken"}
    choose(office, "Bomen bij bankjes")
    alike(office, hall)
    assert counting(hall) == {"Bomen bij bankjes": 2, "Paden": 1}


def test_merged_after_reading_the_other_is_no_difference(office, hall):
    merge(office, "Bomen bij bankjes", "Bomen", "Bankjes")
    hall.read(office.hand())
    merge(hall, "Alles", "Bomen bij bankjes", "Paden")
    alike(office, hall)

    assert counting(office) == {"Alles": 3}
    assert office.house.handing_over.differences() == ()
