"""Three laptops do whatever comes up, and read each other's files in whatever order: all end alike."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.events import Presence
from burgertop_app.domain.requests import NewCard, NewProposal, PersonForm
from tests.laptops import Team, process_of

if TYPE_CHECKING:
    from tests.laptops import Laptop

PRESENCES = (Presence.PRESENT, Presence.ABSENT, None)
ACTS = (
    "card",
    "label",
    "word",
    "describe",
    "attend",
    "theme",
    "move",
    "withdraw",
    "back",
    "proposal",
    "edit",
    "erase",
)


@dataclass(frozen=True)
class Act:
    """What a laptop does: `which` chooses among what there is, `what` among what can be said."""

    laptop: int
    kind: str
    which: int
    what: int
    later: int


def acts(laptops):
    return st.lists(
        st.builds(
            Act,
            laptop=st.integers(0, laptops - 1),
            kind=st.sampled_from(ACTS),
            which=st.integers(0, 5),
            what=st.integers(0, 2),
            later=st.integers(0, 90),
        ),
        max_size=14,
    )


def do(laptop: Laptop, act: Act) -> None:
    """Do it, where it can be done."""
    laptop.now += timedelta(minutes=act.later - 20)
    try:
        _done(laptop, act)
    except BurgertopError:
        return


def _done(laptop: Laptop, act: Act) -> None:  # noqa: C901  (one line per kind of work)
    house, process = laptop.house, process_of(laptop)
    cards = [line.card for line in house.cards.lines(process)]
    people = house.people.lines(process)
    card = cards[act.which % len(cards)] if cards else None
    person = people[act.which % len(people)]
    match act.kind:
        case "card":
            text = f"Bewoner Nummer{act.what} zegt {act.which}"
            house.cards.add(process, NewCard(text=text, table_no=act.what))
        case "label":
            house.cards.add(process, NewCard(text=f"Tekst {act.what}", table_no=1, label=f"1-9{act.which}"))
        case "theme":
            house.cards.add_theme(process, f"Thema {act.what}")
        case "attend":
            (event,) = house.meetings.events(process)
            house.event_day.attend(event.id, {person.participation_id: PRESENCES[act.what]})
        case "proposal":
            chosen = (card.id,) if card else ()
            house.proposals.add(process, NewProposal(title=f"Voorstel {act.what}", text="", card_ids=chosen))
        case "edit":
            form = PersonForm(number=person.number, name=f"Naam Van{act.what}")
            house.people.edit(person.participation_id, form)
        case "erase":
            found = laptop.rows("participation")
            house.privacy.erase(
                next(row["person_id"] for row in found if row["id"] == person.participation_id)
            )
        case _ if card is not None:
            _on_card(laptop, act, card, house.cards.themes(process))


def _on_card(laptop, act, card, themes):
    cards = laptop.house.cards
    if act.kind == "word":
        cards.reword(card.id, f"Anders {act.what}")
    elif act.kind == "describe":
        cards.describe(card.id, kind="tip" if act.what else "", addressee="", times=1 + act.what)
    elif act.kind == "withdraw":
        cards.withdraw(card.id, f"Reden {act.what}")
    elif act.kind == "back":
        cards.take_back(card.id)
    elif act.kind == "move":
        cards.move([card.id], themes[act.what % len(themes)].id if themes and act.what < 2 else None)


def begin(team):
    office = team.first()
    process = process_of(office)
    for number in range(3):
        office.house.people.add(process, PersonForm(name=f"Bewoner Nummer{number}"))
    office.house.meetings.add(process, title="Avond", on=date(2026, 3, 2), place="Zaal")
    office.house.cards.add_theme(process, "Groen")
    office.house.cards.add_theme(process, "Verkeer")
    office.house.cards.add(process, NewCard(text="Meer bomen", table_no=1))
    office.house.cards.add(process, NewCard(text="Minder auto's", table_no=1))
    return office


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(early=acts(3), late=acts(3), order=st.permutations((0, 1, 2)))
def test_any_work_in_any_order_ends_alike_everywhere(laid_out, early, late, order):
    with tempfile.TemporaryDirectory() as folder:
        team = Team(Path(folder), laid_out)
        try:
            office = begin(team)
            laptops = [office, team.copy(office, "ZAAL"), team.copy(office, "MARKT")]
            readers = [team.fork(office, "EEN"), team.fork(office, "TWEE"), team.fork(office, "DRIE")]
            for act in early:
                do(laptops[act.laptop], act)
            first = [laptop.hand("vroeg") for laptop in laptops]
            for act in late:
                do(laptops[act.laptop], act)
            files = [laptop.hand("laat") for laptop in laptops]

            readers[0].read(*(files[at] for at in order))
            readers[1].read(*first, *(files[at] for at in reversed(order)))
            readers[2].read(
                first[order[0]], files[order[1]], files[order[0]], files[order[2]], first[order[2]]
            )
            for laptop in laptops:
                laptop.read(
                    *(file for other, file in zip(laptops, files, strict=True) if other is not laptop)
                )

            contents = [each.content() for each in (*readers, *laptops)]
            assert all(each.sound() for each in (*readers, *laptops))
            for content in contents[1:]:
                assert content == contents[0]
        finally:
            team.close()
