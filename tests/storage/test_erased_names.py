from datetime import date

import pytest

from burgertop_app.domain.people import Person
from burgertop_app.domain.requests import NewCard, PersonForm
from burgertop_app.domain.responses import Commitment
from burgertop_app.services.evidencing import Proof

NAME = "Zonnebloem van Ophoven"


@pytest.fixture
def person(house, process, workspace):
    house.people.add(process, PersonForm(name=NAME, features={}))
    with workspace.context.work.reading() as store:
        return store.find(Person)[0].id


def test_a_name_in_notes_and_owners_goes_and_the_rest_stays(house, process, workspace, person):
    kept = Commitment(
        id=process, process_id=process, text="Loket", owner=f"Werkgroep ({NAME})", due_on=date(2026, 4, 1)
    )
    promise = house.promising.keep(kept).id
    house.following.note(promise, f"{NAME.upper()} belde over het loket.")
    house.following.move_due(promise, date(2026, 5, 1), f"Op verzoek van {NAME}.")
    link = "https://waterrijk.example/besluit"
    house.evidencing.add(Proof(f"Foto door {NAME}", commitment_id=promise, link=link))

    house.privacy.erase(person)

    line = house.following.line(promise)
    assert line.commitment.owner == "Werkgroep (…)"
    assert [note.text for note in line.notes] == ["… belde over het loket."]
    assert (line.moved[0].was_on, line.moved[0].reason) == (date(2026, 4, 1), "Op verzoek van ….")
    path = workspace.path
    workspace.close()
    content = path.read_bytes().lower()
    assert b"zonnebloem" not in content


def test_a_name_on_a_card_goes_from_every_wording(house, process, workspace, person):
    card = house.cards.add(process, NewCard(text=f"Bel {NAME} over de tocht")).id
    house.cards.reword(card, f"Bel {NAME.replace(' ', '  ')} over het raam", "duidelijker")

    house.privacy.erase(person)

    assert [line.text for line in house.cards.lines(process)] == ["Bel … over het raam"]
    path = workspace.path
    workspace.close()
    assert b"zonnebloem" not in path.read_bytes().lower()


def test_a_name_of_one_word_goes_only_as_it_is_written(house, process, workspace):
    house.people.add(process, PersonForm(name="Bakker", features={}))
    card = house.cards.add(process, NewCard(text="De bakker op de hoek kent Bakker")).id
    with workspace.context.work.reading() as store:
        person = store.find(Person)[0].id

    house.privacy.erase(person)

    kept = next(line for line in house.cards.lines(process) if line.card.id == card)
    assert kept.text == "De bakker op de hoek kent …"


def test_a_name_inside_a_longer_word_stays(house, process, person):
    promise = house.promising.keep(Commitment(id=process, process_id=process, text=f"De {NAME}straat")).id

    house.privacy.erase(person)

    assert house.following.line(promise).commitment.text == f"De {NAME}straat"
