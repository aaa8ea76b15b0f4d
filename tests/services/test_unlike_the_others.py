"""Who is not there all day, who only watches, a table of another size, and how people are mixed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.events import Stay, TopicPreference
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.domain.seating_rules import Mixing, ValueMixing
from burgertop_app.services.seating import calculate
from tests.beginnings import beginning


@beginning
def event(house, process):
    """Eighteen people at three tables of at most seven, in three rounds."""
    for no in range(18):
        form = PersonForm(name=f"Mens {no:02d}", features={"wijk": "NZO"[no % 3]}, state=State.DRAWN)
        house.people.add(process, form)
    made = house.meetings.add(process, title="Paneldag", on=date(2026, 9, 26), place="").id
    house.meetings.set_tables(made, 3, low=3, high=7)
    for _round in range(3):
        house.meetings.add_round(made)
    return made


@pytest.fixture
def plan(house, event):
    """Makes a plan; gives the room."""

    def made():
        given = house.seating.fresh(event, ("wijk",))
        house.seating.keep(given, calculate(given, UNHEARD))
        return house.seating.room(event)

    return made


@pytest.fixture
def keep_cards(house, process, tmp_path):
    """Saves the route cards, which makes the plan a printed one."""

    def kept(event):
        path = tmp_path / "kaarten.pdf"
        house.exporting.save_paper(process, house.printing.route_cards(event), b"%PDF", path)

    return kept


@pytest.fixture
def people(house, event):
    return [line.participation_id for line in house.meetings.expected(event)]


def sizes(room):
    return [[len(seated.people) for seated in room.seated[turn.id]] for turn in room.rounds]


def way(room, person):
    return [room.table_of(person, turn.id) is not None for turn in room.rounds]


def test_who_comes_later_sits_only_in_the_rounds_they_are_there(house, event, plan, people):
    house.table_rules.stay(event, people[0], 2, 3)
    house.table_rules.stay(event, people[1], 1, 1)

    room = plan()

    assert (way(room, people[0]), way(room, people[1])) == ([False, True, True], [True, False, False])
    assert [sum(each) for each in sizes(room)] == [17, 17, 17]
    assert room.unseated == ()
    assert room.result.figures.excess == 0


def test_a_route_card_has_no_table_where_somebody_is_not_there(house, event, plan, people):
    house.table_rules.stay(event, people[0], 2)
    plan()

    number = next(
        line.number for line in house.meetings.expected(event) if line.participation_id == people[0]
    )
    (card,) = [card for card in house.printing.route_cards(event).cards if card.person.number == number]

    assert [stop.round_no for stop in card.stops if stop.table] == [2, 3]


def test_a_repair_leaves_who_is_away_in_a_round_without_a_seat_there(house, event, plan, people):
    plan()
    house.table_rules.stay(event, people[3], 1, 2)

    given = house.seating.repair(event, 2_000)
    house.seating.keep(given, calculate(given, UNHEARD))

    assert way(house.seating.room(event), people[3]) == [True, True, False]


def test_all_day_again_leaves_nothing_behind(house, event, people):
    house.table_rules.stay(event, people[0], 2)
    house.table_rules.stay(event, people[0])

    with house.workspace.context.work.reading() as store:
        assert store.count(Stay) == 0


def test_rounds_the_wrong_way_round_are_refused(house, event, people):
    with pytest.raises(InvalidInput, match="stay_rounds"):
        house.table_rules.stay(event, people[0], 3, 2)


@pytest.fixture
def observer(house, process, event):
    form = PersonForm(name="Ambtenaar", features={"wijk": "N"}, role=Role.OBSERVER, state=State.CONFIRMED)
    return house.people.add(process, form).id


def test_an_observer_sits_but_does_not_count(house, event, plan, observer):
    house.table_rules.watch(event, observer, observes=True)

    room = plan()

    assert way(room, observer) == [True, True, True]
    assert [sum(each) for each in sizes(room)] == [19, 19, 19]
    assert room.result.figures.excess == 0
    assert len(room.given.problem.rules.observers) == 1


def test_an_observer_gets_no_voting_slip_and_is_on_the_door_list(house, event, plan, observer):
    house.table_rules.watch(event, observer, observes=True)
    plan()

    assert house.printing.voting_slips(event).slips == 18
    assert "Ambtenaar" in [line.person.name for line in house.printing.door_list(event).lines]


def test_an_observer_who_does_not_watch_any_more_needs_no_seat(house, event, observer):
    house.table_rules.watch(event, observer, observes=True)
    house.table_rules.watch(event, observer, observes=False)

    assert observer not in [line.participation_id for line in house.meetings.expected(event)]


def test_a_table_with_seats_of_its_own_keeps_them_in_every_round(house, event, plan):
    house.table_rules.seat(event, [2], 2, 4)

    assert [each[1] for each in sizes(plan())] == [4, 4, 4]


def test_a_table_is_as_the_others_again(house, event, plan):
    house.table_rules.seat(event, [2], 2, 4)
    house.table_rules.seat(event, [2], 0, 0)

    assert sizes(plan()) == [[6, 6, 6]] * 3


@pytest.mark.parametrize(("tables", "low", "high"), [([2], 1, 4), ([9], 2, 4), ([2], 5, 4)])
def test_seats_that_cannot_be_are_refused(house, event, tables, low, high):
    with pytest.raises(InvalidInput):
        house.table_rules.seat(event, tables, low, high)


def test_more_people_than_seats_is_a_sentence(house, event, plan):
    house.table_rules.seat(event, [1, 2, 3], 2, 5)

    with pytest.raises(NotPossible, match="seating_seats_do_not_fit"):
        plan()


@pytest.mark.parametrize("low", [0, 1])
def test_a_table_of_one_is_refused(house, event, low):
    with pytest.raises(InvalidInput):
        house.meetings.set_tables(event, 3, low=low, high=5)


def test_a_value_kept_together_sits_at_few_tables(house, event, plan):
    house.table_rules.mix(event, {}, [ValueMixing("wijk", "O", Mixing.TOGETHER)])

    room = plan()

    at = [
        sum(line.features["wijk"] == "O" for line in seated.people)
        for seated in room.seated[room.rounds[0].id]
    ]
    assert at.count(0) >= 1


def test_weights_and_rules_for_values_go_along_to_the_engine(house, event, plan):
    house.table_rules.mix(event, {"wijk": 2.0, "gone": 3.0}, [ValueMixing("wijk", "X", Mixing.NEVER_ONE)])

    rules = plan().given.problem.rules

    assert (rules.weights, rules.mixing) == ((2.0,), ())


@pytest.mark.parametrize("weight", [0.0, -1.0, 100.0, float("nan")])
def test_a_weight_that_cannot_be_is_refused(house, event, weight):
    with pytest.raises(InvalidInput, match="mix_weight"):
        house.table_rules.mix(event, {"wijk": weight}, [])


def test_earlier_meetings_can_be_left_out(house, process, event, plan):
    plan()
    second = house.meetings.add(process, title="Dag 2", on=date(2026, 9, 27), place="").id

    before = house.seating.room(second).earlier
    house.table_rules.stand_alone(second, alone=True)

    assert before
    assert house.seating.room(second).earlier == ()


def choose(house, event, wishes):
    with house.workspace.context.work.writing("event.choices") as store:
        for person, topics in wishes.items():
            store.add_all(
                TopicPreference(
                    id=store.new_id(), event_id=event, participation_id=person, topic=topic, rank=rank
                )
                for rank, topic in enumerate(topics, 1)
            )


@pytest.fixture
def topics(house, event):
    """Three topics in the first round, one a table."""

    def begin(mode):
        first, *others = house.seating.room(event).rounds
        house.meetings.set_rounds(event, (replace(first, topic_mode=mode), *others))
        places = [place for place in house.meetings.places(event) if place.round_id == first.id]
        for place, topic in zip(places, ("Groen", "Wonen", "Verkeer"), strict=True):
            house.meetings.describe_place(place.id, topic=topic)
        return {place.id: topic for place, topic in zip(places, ("Groen", "Wonen", "Verkeer"), strict=True)}

    return begin


def topic_of(room, person, topics):
    return topics[room.table_of(person, room.rounds[0].id).place.id]


def test_people_get_their_first_choice_where_that_fits(house, event, plan, people, topics):
    at = topics("wish")
    wanted = {person: (("Groen", "Wonen", "Verkeer")[no // 6],) for no, person in enumerate(people)}
    choose(house, event, wanted)

    room = plan()

    got = [topic_of(room, person, at) == topics[0] for person, topics in wanted.items()]
    assert sum(got) >= 16
    assert room.result.figures.ranks[0] == sum(got)


def test_nobody_is_outside_their_first_choices_when_that_is_the_rule(house, event, plan, people, topics):
    at = topics("top2")
    wanted = dict.fromkeys(people[:9], ("Groen", "wonen", "Verkeer"))
    choose(house, event, wanted)

    room = plan()

    assert {topic_of(room, person, at) for person in wanted} <= {"Groen", "Wonen"}


def test_a_topic_that_too_many_chose_is_named_before_the_search(house, event, plan, people, topics):
    topics("top1")
    choose(house, event, dict.fromkeys(people[:10], ("Groen",)))

    with pytest.raises(NotPossible, match="seating_too_few_places") as caught:
        plan()

    assert caught.value.params["people"] == 10


def test_choices_do_not_matter_where_topics_are_the_same(house, event, plan, people, topics):
    topics("same")
    choose(house, event, dict.fromkeys(people, ("Groen",)))

    assert plan().given.problem.rules.wishes == ()


def test_a_facilitator_who_comes_later_stands_on_no_paper_of_before(house, process, event, plan):
    form = PersonForm(name="Els", role=Role.FACILITATOR, state=State.CONFIRMED)
    leader = house.people.add(process, form).id
    house.event_day.lead_by_turns(event)
    house.table_rules.stay(event, leader, 2)

    room = plan()

    led = [sum(one.facilitator is not None for one in room.seated[turn.id]) for turn in room.rounds]
    assert led == [0, 1, 1]


def test_who_is_there_in_no_round_any_more_has_no_seat_yet(house, event, plan, people):
    house.table_rules.stay(event, people[0], 3)
    plan()
    house.meetings.set_rounds(event, house.seating.room(event).rounds[:2])

    assert [line.participation_id for line in house.seating.room(event).unseated] == [people[0]]


def test_a_resident_who_watches_gets_no_voting_slip(house, event, plan, people):
    house.table_rules.watch(event, people[0], observes=True)
    plan()

    assert house.printing.voting_slips(event).slips == 17


def marked(people):
    return [person.name for person in people if person.role]


def test_who_watches_is_marked_on_every_paper_that_names_them(house, event, plan, people, observer):
    house.table_rules.watch(event, people[0], observes=True)
    house.table_rules.watch(event, observer, observes=True)
    plan()
    printing, both = house.printing, ["Ambtenaar", "Mens 00"]

    assert sorted(marked(line.person for line in printing.door_list(event).lines)) == both
    assert sorted(marked(card.person for card in printing.route_cards(event).cards)) == both
    sheets = [sheet for sheet in printing.table_sheets(event).sheets if sheet.round_no == 1]
    assert sorted(marked(person for sheet in sheets for person in sheet.people)) == both
    tables = printing.room_plan(event, by_number=False).rounds[0].tables
    assert sorted(marked(person for table in tables for person in table.people)) == both
    assert sorted(badge.person.name for badge in printing.name_badges(event).badges if badge.role) == both


def test_a_card_of_who_watches_by_now_must_be_handed_out_again(
    house, event, plan, people, process, keep_cards
):
    plan()
    keep_cards(event)
    house.table_rules.watch(event, people[0], observes=True)

    changed = house.printing.changed_route_cards(event)

    assert [(card.person.name, card.person.role) for card in changed.cards] == [("Mens 00", "waarnemer")]
