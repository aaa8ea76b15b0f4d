"""Working out proposals: both sides, reasons, owners, and every earlier wording."""

from __future__ import annotations

import dataclasses

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.outcomes import ProposalKind, ProposalOwner
from burgertop_app.domain.people import Participation, Person
from burgertop_app.domain.proposal_requests import ProposalWords
from burgertop_app.domain.proposal_views import Owner, WishList, wish_list
from burgertop_app.domain.requests import NewCard, NewProposal, PersonForm
from tests.beginnings import beginning

WORDS = ProposalWords(
    title="Eén loket",
    text="Op het plein",
    why="Nu zoekt iedereen",
    ourselves="Wij bemensen de balie",
    asked="De gemeente betaalt de huur",
    addressee="municipality",
    minority="Twee mensen willen het digitaal",
    fields={"first_step": "een sleutel"},
    cost=12_500,
    area="Havenwijk",
)


@beginning
def proposal(house, process):
    theme = house.cards.add_theme(process, "Wonen").id
    card = house.cards.add(process, NewCard(text="Een loket", table_no=1, theme_id=theme)).id
    return house.proposals.add(process, NewProposal(title="Loket", card_ids=(card,))).id


@pytest.fixture
def line(house, process):
    return lambda number=1: house.proposals.lines(process)[number - 1]


def owned(house, process, proposal, text):
    return house.proposal_writing.own(proposal, house.proposal_writing.reader(process).read(text))


def test_everything_that_a_proposal_says_is_kept(house, proposal, line):
    house.proposal_writing.edit(proposal, WORDS)

    assert ProposalWords.of(line()) == dataclasses.replace(WORDS, kind=ProposalKind.BOTH)


def test_the_themes_behind_a_proposal_are_those_of_its_cards(proposal, line):
    assert line().themes == ("Wonen",)


def test_each_version_keeps_the_cost_of_its_day(house, proposal, clock):
    house.proposal_writing.edit(proposal, WORDS)
    clock.on(hours=1)

    house.proposal_writing.edit(proposal, dataclasses.replace(WORDS, cost=9_000), "offerte", typing=True)

    assert [(v.text.cost, v.text.reason) for v in house.proposal_writing.versions(proposal)] == [
        (None, ""),
        (12_500, ""),
        (9_000, "offerte"),
    ]


def test_the_same_words_make_no_new_version(house, proposal):
    house.proposal_writing.edit(proposal, WORDS)

    house.proposal_writing.edit(proposal, WORDS)

    assert len(house.proposal_writing.versions(proposal)) == 2


def test_other_words_leave_the_rest_as_it_is(house, proposal, line):
    house.proposal_writing.edit(proposal, WORDS)

    house.proposals.reword(proposal, title="Eén balie", text="Op het plein")

    assert (line().text.title, line().text.why, line().proposal.cost) == ("Eén balie", WORDS.why, 12_500)


def test_a_cost_below_nothing_changes_nothing(house, proposal, line):
    with pytest.raises(InvalidInput, match="cost_out_of_bounds"):
        house.proposal_writing.edit(proposal, dataclasses.replace(WORDS, cost=-1))

    assert line().text.title == "Loket"


def test_people_by_number_and_organisations_pull_a_proposal(house, process, proposal, line):
    number = _added(house, process, "Fatma Demir")

    owned(house, process, proposal, f"nr. {number}, Buurthuis De Brug; buurthuis de brug")

    assert [owner.said for owner in line().owners] == [number, "Buurthuis De Brug"]


def test_a_number_that_nobody_has_is_refused(house, process, proposal, line):
    with pytest.raises(InvalidInput) as refused:
        owned(house, process, proposal, "Buurthuis, 999")

    assert (refused.value.code, refused.value.params) == ("proposal_owner_unknown", {"number": "999"})
    assert line().owners == ()


def test_a_participant_is_not_named_and_the_error_does_not_name_them(house, process, proposal):
    _added(house, process, "Fatma Demir")

    with pytest.raises(InvalidInput) as refused:
        owned(house, process, proposal, "mevrouw Fatma Demir")

    assert (refused.value.code, refused.value.params) == ("proposal_owner_named", {})


def test_who_stops_pulling_stays_in_the_history(house, process, proposal, line, clock):
    owned(house, process, proposal, "De Brug")
    clock.on(hours=1)

    owned(house, process, proposal, "De Sluis")

    with house.workspace.context.work.reading() as store:
        ties = store.find(ProposalOwner, order_by="since")
    assert [(tie.words, tie.until is None) for tie in ties] == [("De Brug", False), ("De Sluis", True)]
    assert line().owners == (Owner(words="De Sluis"),)


def test_an_erased_person_pulls_nothing_any_more(house, process, proposal, line):
    number = _added(house, process, "Fatma Demir")
    owned(house, process, proposal, f"{number}, De Brug")

    house.privacy.erase(_person(house, number))

    assert line().owners == (Owner(words="De Brug"),)


def test_the_wish_list_counts_what_only_asks(house, process, proposal):
    house.proposals.add(process, NewProposal(title="Zelf vegen", kind=ProposalKind.OURS))
    both = house.proposals.add(process, NewProposal(title="Samen")).id
    house.proposal_writing.edit(both, ProposalWords(title="Samen", ourselves="Wij vegen"))
    gone = house.proposals.add(process, NewProposal(title="Weg")).id
    house.proposals.withdraw(gone, "dubbel")

    found = wish_list(house.proposals.lines(process))

    assert found == WishList(total=3, asking=2, only_asking=1)
    assert found.share == pytest.approx(1 / 3)


def test_without_proposals_there_is_no_share():
    assert wish_list(()).share is None


def _added(house, process, name):
    house.people.add(process, PersonForm(name=name))
    return next(line.number for line in house.people.lines(process) if line.name == name)


def _person(house, number):
    with house.workspace.context.work.reading() as store:
        return store.get(Person, store.one(Participation, number=number).person_id).id
