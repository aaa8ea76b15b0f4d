"""The book of proposals: all they say and the cards behind them, and no participant."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.proposal_requests import ProposalWords
from burgertop_app.domain.requests import NewCard, NewProcess, NewProposal, PersonForm, Votes
from burgertop_app.services.printing.rendering import render
from tests.beginnings import beginning


@beginning
def top(house):
    """A summit with a proposal in full and a withdrawn one."""
    process = house.processes.start(NewProcess(form="burgertop", title="Top")).id
    house.people.add(process, PersonForm(name="Fatma Demir"))
    card = house.cards.add(process, NewCard(text="Het waait in huis", table_no=1)).id
    made = house.proposals.add(process, NewProposal(title="Isoleer", card_ids=(card,))).id
    house.proposal_writing.edit(
        made,
        ProposalWords(
            title="Isoleer de wijk",
            text="Alle huizen van voor 1980.",
            why="Het tocht.",
            ourselves="Wij helpen buren kieren dichten.",
            asked="Betaal het materiaal.",
            addressee="municipality",
            minority="Drie mensen willen eerst de school.",
            fields={"ready_on": "2027-03-01"},
            cost=12_500,
            area="Havenwijk",
        ),
    )
    number = house.people.lines(process)[0].number
    reader = house.proposal_writing.reader(process)
    house.proposal_writing.own(made, reader.read(f"{number}, Buurthuis De Brug"))
    gone = house.proposals.add(process, NewProposal(title="Toch niet")).id
    house.proposals.withdraw(gone, "dubbel")
    return process


@pytest.fixture
def book(house, top):
    return house.printing.proposal_book(top)


def said(document):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages).split())


def test_the_book_tells_everything_a_proposal_says(book):
    text = said(render(book, UNHEARD).content)

    for told in (
        "Verbeterplannen",
        "1. Isoleer de wijk",
        "Alle huizen van voor 1980.",
        "Wij helpen buren kieren dichten.",
        "Betaal het materiaal.",
        "gemeente",
        "Drie mensen willen eerst de school.",
        "€ 12.500",
        "Havenwijk",
        "1 mrt 2027",
        "Het waait in huis",
    ):
        assert told in text


def test_people_who_pull_are_counted_and_not_named(book):
    assert dict(book.proposals[0].facts)["Wie trekt dit"] == "Buurthuis De Brug en 1 bewoner"
    assert "Demir" not in said(render(book, UNHEARD).content)


def test_a_name_in_words_or_cards_is_left_out(house, top):
    card = house.cards.add(top, NewCard(text="Vraag het Fatma Demir", table_no=1)).id
    house.proposals.add(top, NewProposal(title="Bankje van Fatma Demir", card_ids=(card,)))

    text = said(render(house.printing.proposal_book(top), UNHEARD).content)

    assert "Demir" not in text
    assert "Bankje van [weggelaten]" in text
    assert "Vraag het [weggelaten]" in text


def test_what_does_not_count_stays_out(book):
    assert [proposal.title for proposal in book.proposals] == ["Isoleer de wijk"]


def test_a_withdrawn_card_no_longer_stands_behind_a_proposal(house, top):
    card_id = house.proposals.lines(top)[0].card_ids[0]

    house.cards.withdraw(card_id, "verkeerd overgenomen")

    assert house.printing.proposal_book(top).proposals[0].cards == ()
    house.cards.restore(card_id)
    assert len(house.printing.proposal_book(top).proposals[0].cards) == 1


def test_the_book_tells_of_cards_that_the_table_has_not_agreed_with(house, top, book):
    assert book.proposals[0].agreement == "De woorden op deze kaarten: tafel nog niet akkoord."
    assert book.proposals[0].agreement in said(render(book, UNHEARD).content)


def test_the_book_marks_the_one_card_that_differs(house, top):
    line = house.proposals.lines(top)[0]
    other = house.cards.add(top, NewCard(text="De ramen klapperen", table_no=2)).id
    house.proposals.rest_on(line.proposal.id, (*line.card_ids, other))
    house.card_signing.sign([other])

    (proposal,) = house.printing.proposal_book(top).proposals

    assert {card.text: card.note for card in proposal.cards} == {
        "Het waait in huis": "tafel nog niet akkoord",
        "De ramen klapperen": "",
    }


def test_it_is_a_draft_until_there_are_votes(house, top, book):
    house.proposals.open_ballot(top, "Stemming", BallotRule.MAJORITY)
    line = house.proposals.lines(top)[0]
    house.proposals.enter_votes(top, {line.proposal.id: Votes(in_favour=9, against=2)})

    voted = house.printing.proposal_book(top)

    assert "Concept." in said(render(book, UNHEARD).content)
    assert "Concept." not in said(render(voted, UNHEARD).content)
    assert voted.proposals[0].support.in_favour == 9


def test_the_book_counts_by_the_part_that_was_agreed(house, top):
    method = BallotMethod(rule=BallotRule.THRESHOLD, paper=False, needed=3, out_of=4)
    house.voting.fix(top, "Handen", method)
    line = house.proposals.lines(top)[0]
    house.proposals.enter_votes(top, {line.proposal.id: Votes(in_favour=19, against=7)})

    voted = house.printing.proposal_book(top).proposals[0]

    assert "ten minste 3 van elke 4 stemmen" in voted.support.rule
    assert voted.result == "Niet aangenomen: 19 van de 26 stemmen zijn voor. Er waren er 20 nodig."


@pytest.mark.parametrize("form", [PaperForm.WORD, PaperForm.HTML])
def test_the_book_can_be_had_in_other_forms(book, form):
    assert len(render(book, UNHEARD, form).content) > 1000


def test_a_book_without_proposals_says_so(house, process):
    assert "Er zijn nog geen voorstellen." in said(
        render(house.printing.proposal_book(process), UNHEARD).content
    )
