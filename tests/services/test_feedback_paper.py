"""The feedback sheets: what a participant hears of the cards of their tables."""

from __future__ import annotations

from datetime import date

import pytest

from burgertop_app.domain.people import State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import (
    DispositionForm,
    NewCard,
    NewProposal,
    PersonForm,
    RecommendationForm,
)
from burgertop_app.domain.responses import Disposal
from burgertop_app.services.seating import calculate


@pytest.fixture
def author(house, process):
    """Somebody on the panel who signs cards."""
    house.people.add(process, PersonForm(name="Fatma Çelik", state=State.CONFIRMED))
    return house.people.lines(process)[0].participation_id


def advise(house, process, author, words):
    """A signed card that came into an advice of its own; the id of the recommendation."""
    card = house.cards.add(process, NewCard(text=words, authors=(author,))).id
    proposal = house.proposals.add(process, NewProposal(title=words, card_ids=(card,))).id
    advice = house.advising.start(process, f"Advies over {words}").id
    form = RecommendationForm(title=f"Doe iets met {words}.", proposal_ids=(proposal,))
    return house.advising.recommend(advice, form).id


def stories(house, process):
    (sheet,) = house.printing.feedback(process).sheets
    return {card.text: card for card in sheet.cards}


def test_each_card_hears_of_the_advice_it_came_into(house, process, author):
    advise(house, process, author, "tocht")
    advise(house, process, author, "huur")

    found = stories(house, process)

    assert [end.sentence for end in found["tocht"].outcomes] == ["Doe iets met tocht."]
    assert [end.sentence for end in found["huur"].outcomes] == ["Doe iets met huur."]
    assert [end.place for card in found.values() for end in card.outcomes] == [(1, 1), (2, 1)]


def test_a_card_hears_the_answer_of_the_college(house, process, author):
    recommendation = advise(house, process, author, "tocht")
    (advice,) = house.advising.all(process)
    house.publishing.publish(house.publishing.prepare(advice.id, "Geen ronde."), b"%PDF")
    house.advising.offer(advice.id, to="College", on=date(2026, 3, 2))
    house.receiving.receive(advice.id, on=date(2026, 3, 2), proof="Bon 12")
    house.responding.answer(recommendation, DispositionForm(disposal=Disposal.ADOPTS, owner="Wonen"))

    (told,) = stories(house, process)["tocht"].outcomes

    assert (told.disposal, told.owner) == (Disposal.ADOPTS, "Wonen")


def test_a_card_that_came_to_nothing_hears_why(house, process, author):
    house.cards.add(process, NewCard(text="stilte", authors=(author,)))
    loose = house.cards.add(process, NewCard(text="losse draad", authors=(author,))).id
    house.proposals.add(process, NewProposal(title="Losse draad", card_ids=(loose,)))

    found = stories(house, process)

    assert found["stilte"].stopped == "Gelezen, maar er kwam geen voorstel uit."
    assert found["losse draad"].stopped == "Er kwam een voorstel uit, maar dat werd geen aanbeveling."


def test_a_withdrawn_card_is_not_told_of(house, process, author):
    card = house.cards.add(process, NewCard(text="weg", authors=(author,))).id
    house.cards.withdraw(card, "Niet van een deelnemer.")

    assert stories(house, process) == {}


@pytest.fixture
def meetings(house, process):
    """Two meetings of eight people: all at table 1, and a month later spread over tables 1 and 2."""
    for no in range(8):
        house.people.add(process, PersonForm(name=f"Mens {no}", state=State.CONFIRMED))
    return [held(house, process, month, tables) for month, tables in ((2, 1), (3, 2))]


def held(house, process, month, tables):
    """A meeting in that month with so many tables in two rounds, and a plan."""
    made = house.meetings.add(process, title=f"Dag {month}", on=date(2026, month, 1), place="").id
    house.meetings.set_tables(made, tables, low=4, high=8)
    for _round in range(2):
        house.meetings.add_round(made)
    given = house.seating.fresh(made, ())
    house.seating.keep(given, calculate(given, UNHEARD))
    return made


def hearers(house, process):
    """The names of those who hear of the only card."""
    return {sheet.person.name for sheet in house.printing.feedback(process).sheets if sheet.cards}


def at_first_table(house, event, rounds):
    """Who sat at table 1 in any of these rounds."""
    sheets = house.printing.table_sheets(event).sheets
    return {
        person.name
        for sheet in sheets
        if sheet.table == "1" and sheet.round_no in rounds
        for person in sheet.people
    }


def test_a_card_is_heard_only_by_those_at_its_table_in_its_meeting(house, process, meetings):
    house.cards.add(process, NewCard(text="tocht", event_id=meetings[1], table_no=1, round_no=1))

    found = hearers(house, process)

    assert found == at_first_table(house, meetings[1], {1})
    assert len(found) == 4


def test_a_card_without_a_round_is_heard_by_all_who_came_to_its_table(house, process, meetings):
    house.cards.add(process, NewCard(text="tocht", event_id=meetings[1], table_no=1))

    assert hearers(house, process) == at_first_table(house, meetings[1], {1, 2})


def test_a_card_of_before_the_meetings_were_kept_fits_any(house, process):
    house.cards.add(process, NewCard(text="tocht", table_no=1, round_no=1))
    for no in range(8):
        house.people.add(process, PersonForm(name=f"Mens {no}", state=State.CONFIRMED))
    first, _second = (held(house, process, month, tables) for month, tables in ((2, 1), (3, 2)))

    assert hearers(house, process) == at_first_table(house, first, {1})


def test_who_signed_a_card_hears_of_the_one_it_was_merged_into(house, process, author):
    own = house.cards.add(process, NewCard(text="tocht", table_no=3, authors=(author,))).id
    other = house.cards.add(process, NewCard(text="kou", table_no=7)).id
    house.card_merging.merge([own, other], "tocht en kou")

    (card,) = stories(house, process).values()

    assert (card.number, card.own, card.earlier) == ("0-01", True, (("3-01", "tocht"), ("7-01", "kou")))


def test_a_sheet_says_whether_the_tables_agreed(house, process, author):
    agreed = house.cards.add(process, NewCard(text="tocht", authors=(author,))).id
    house.cards.add(process, NewCard(text="kou", authors=(author,)))
    house.card_signing.sign([agreed])

    (sheet,) = house.printing.feedback(process).sheets

    assert {card.text: card.note for card in sheet.cards} == {"tocht": "", "kou": "tafel nog niet akkoord"}
    assert sheet.agreement.endswith("tenzij er iets anders bij staat.")
