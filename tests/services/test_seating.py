"""Table plans in the workspace: sizes, locks, versions, and seats changed by hand."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import date

import pytest

from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.events import Presence, Seat
from burgertop_app.domain.people import EventKind, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services import seat_changes
from burgertop_app.services.seating import calculate
from burgertop_app.storage import meeting_store
from tests.beginnings import beginning

SPREAD = ("leeftijd", "wijk")


@pytest.fixture
def add(house, process):
    numbers = itertools.count()

    def added(count=1, state=State.DRAWN):
        found = []
        for no in itertools.islice(numbers, count):
            features = {"leeftijd": ("16–29", "30–64", "65+")[no % 3], "wijk": ("Noord", "Zuid")[no % 2]}
            form = PersonForm(name=f"Mens {no}", features=features, state=state)
            found.append(house.people.add(process, form).id)
        return found

    return added


@beginning
def event(house, process):
    made = house.meetings.add(process, title="Paneldag", on=date(2026, 9, 26), place="").id
    house.meetings.set_tables(made, 3, low=3, high=5)
    for _round in range(2):
        house.meetings.add_round(made)
    return made


@pytest.fixture
def plan(house, event):
    def made():
        given = house.seating.fresh(event, SPREAD)
        return house.seating.keep(given, calculate(given, UNHEARD)).id

    return made


@pytest.fixture
def room(house, event, add, plan):
    """Twelve people at three tables of four, in two rounds."""
    add(12)
    plan()
    return house.seating.room(event)


def seats(room, round_no=1):
    turn = room.round(round_no)
    return {
        line.participation_id: seated.table.no for seated in room.seated[turn.id] for line in seated.people
    }


def numbers(seated):
    return {line.number for line in seated.people}


def strangers(room, round_no=1):
    """Two people of different tables."""
    first, second, *_others = room.seated[room.round(round_no).id]
    return first.people[0].participation_id, second.people[0].participation_id


def test_everybody_sits_at_one_table_in_every_round(room):
    assert [Counter(seats(room, no).values()) for no in (1, 2)] == [Counter({1: 4, 2: 4, 3: 4})] * 2
    assert room.unseated == ()


def test_a_plan_shows_its_figures_and_what_cannot_be_better(room):
    assert room.result.figures.excess == 0
    assert room.result.figures.repeats >= room.result.bounds.repeats
    assert (room.version.version, room.version.spread) == (1, SPREAD)


def test_tables_of_other_sizes_are_filled_as_evenly_as_they_allow(house, event, add):
    add(13)
    with house.workspace.context.work.writing("test.sizes") as store:
        small, _middle, large = meeting_store.tables(store, event)
        store.change(small, low=2, high=3)
        store.change(large, low=6, high=8)

    given = house.seating.fresh(event, SPREAD)

    assert given.problem.sizes == ((3, 4, 6), (3, 4, 6))


@pytest.mark.parametrize(("people", "code"), [(2, "seating_few_people"), (16, "seating_seats_do_not_fit")])
def test_people_who_do_not_fit_are_told_before_the_calculation(house, event, add, people, code):
    add(people)

    with pytest.raises(NotPossible) as refused:
        house.seating.fresh(event, SPREAD)

    assert refused.value.code == code


def test_a_meeting_without_tables_cannot_be_planned(house, process, add):
    add(6)
    bare = house.meetings.add(process, title="Avond", on=None, place="").id

    with pytest.raises(NotPossible) as refused:
        house.seating.fresh(bare, ())

    assert refused.value.code == "seating_no_tables"


def test_a_plan_for_people_who_changed_meanwhile_is_refused(house, event, add):
    people = add(12)
    given = house.seating.fresh(event, SPREAD)
    result = calculate(given, UNHEARD)
    house.people.mark(people[:1], State.WITHDRAWN)

    with pytest.raises(Conflict) as refused:
        house.seating.keep(given, result)

    assert refused.value.code == "seating_changed"
    assert house.seating.versions(event) == ()


def test_a_plan_for_a_lock_that_came_meanwhile_is_refused(house, event, add):
    people = add(12)
    given = house.seating.fresh(event, SPREAD)
    result = calculate(given, UNHEARD)
    house.event_day.lock(event, people[0], house.meetings.places(event)[0])

    with pytest.raises(Conflict):
        house.seating.keep(given, result)


def test_only_those_who_are_new_get_a_seat_in_their_story(house, event, room, add, plan):
    (late,) = add()
    first = next(iter(seats(room)))

    plan()

    told = [
        [line.kind for line in house.people.story(one).story].count(EventKind.SEATED) for one in (first, late)
    ]
    assert told == [1, 1]


def test_a_locked_person_sits_there_in_the_next_plan(house, event, room, plan):
    person = next(one for one, table in seats(room).items() if table != 3)
    there = next(seated.place for seated in room.seated[room.round(1).id] if seated.table.no == 3)
    house.event_day.lock(event, person, there)

    broken = house.seating.room(event).broken
    plan()

    after = house.seating.room(event)
    assert [lock.participation_id for lock in broken] == [person]
    assert seats(after)[person] == 3
    assert after.broken == ()
    assert any(person in seated.locked for seated in after.seated[after.round(1).id])


def test_more_locks_than_seats_at_a_table_are_refused(house, event, room):
    there = room.seated[room.round(1).id][0].place
    for person in list(seats(room))[:5]:
        house.event_day.lock(event, person, there)

    with pytest.raises(InvalidInput) as refused:
        house.seating.fresh(event, SPREAD)

    assert refused.value.code == "seating_lock_full"


def test_two_people_change_seats_in_one_round_only(house, event, room):
    one, other = strangers(room)

    house.seating.swap(event, 1, one, other)

    after = house.seating.room(event)
    assert seats(after)[one] == seats(room)[other]
    assert seats(after)[other] == seats(room)[one]
    assert seats(after, 2) == seats(room, 2)


def test_who_is_locked_to_a_seat_cannot_be_swapped(house, event, room):
    one, other = strangers(room)
    house.event_day.lock(event, other, room.table_of(other, room.round(1).id).place)

    with pytest.raises(InvalidInput) as refused:
        house.seating.swap(event, 1, one, other)

    assert refused.value.code == "seat_locked"
    assert seats(house.seating.room(event)) == seats(room)


def test_who_is_locked_elsewhere_can_be_swapped_to_mend_it(house, event, room):
    one, other = strangers(room)
    house.event_day.lock(event, one, room.table_of(other, room.round(1).id).place)

    house.seating.swap(event, 1, one, other)

    assert house.seating.room(event).broken == ()


def test_undoing_a_swap_after_a_new_plan_is_refused(house, event, room, plan):
    one, other = strangers(room)
    plan()

    with pytest.raises(Conflict) as refused:
        house.seating.swap(event, 1, one, other, room.version.id)

    assert refused.value.code == "plan_replaced"


def test_what_a_swap_would_do_comes_true(house, event, room):
    one, other = strangers(room)
    story = seat_changes.told(room, one, other, 1)

    house.seating.swap(event, 1, one, other)

    after = house.seating.room(event)
    assert after.result.figures.excess - room.result.figures.excess == story.effect.excess
    assert after.result.figures.repeats - room.result.figures.repeats == story.effect.repeats
    assert {change.table + 1 for change in story.changes} <= {seats(room)[one], seats(room)[other]}


def test_swaps_leave_out_table_mates_and_who_is_locked(house, event, room):
    one, other = strangers(room)
    house.event_day.lock(event, other, room.table_of(other, room.round(1).id).place)
    now = house.seating.room(event)

    found = seat_changes.effects(now, one, 1)

    partners = {now.given.participations[effect.partner] for effect in found}
    assert len(partners) == 7
    assert other not in partners
    assert found[0].excess == min(effect.excess for effect in found)


def test_taking_a_free_seat_does_what_was_told(house, event, room):
    one, other = strangers(room)
    there = room.table_of(other, room.round(1).id).place.id
    effect = seat_changes.moved(room, one, there, 1)

    house.seating.move(event, one, there)

    after = house.seating.room(event)
    assert Counter(seats(after).values()) == {1: 3, 2: 5, 3: 4}
    assert after.result.figures.excess - room.result.figures.excess == effect.excess
    assert after.result.figures.repeats - room.result.figures.repeats == effect.repeats


def test_a_full_table_takes_nobody(house, event, room):
    one, other = strangers(room)
    there = room.table_of(other, room.round(1).id).place.id
    house.meetings.set_tables(event, 3, low=3, high=4)

    with pytest.raises(NotPossible) as refused:
        house.seating.move(event, one, there)

    assert refused.value.code == "seats_full"


def test_a_newcomer_gets_a_seat_in_every_round(house, event, room, add):
    (late,) = add()
    waiting = house.seating.room(event).unseated
    there = room.seated[room.round(1).id][1].place.id

    house.seating.place(event, late, there)

    after = house.seating.room(event)
    assert [line.participation_id for line in waiting] == [late]
    assert after.unseated == ()
    assert seats(after)[late] == 2
    assert len(after.given.participations) == 13
    assert after.result is not None


@pytest.mark.parametrize("table", [0, 1, 2])
def test_who_comes_after_all_sits_where_their_lock_wants_them(house, event, room, add, table):
    (late,) = add()
    place = room.seated[room.round(1).id][table].place
    house.event_day.lock(event, late, place)

    house.seating.place(event, late)

    after = house.seating.room(event)
    assert seats(after)[late] == table + 1
    assert after.broken == ()


def test_a_newcomer_meets_new_people_where_that_can_be(house, event, add, plan):
    add(6)
    house.meetings.set_tables(event, 2, low=2, high=4)
    plan()
    (late,) = add()

    house.seating.place(event, late)

    room = house.seating.room(event)
    own = {house.people.story(late).line.number}
    met = numbers(room.table_of(late, room.round(1).id)) - own
    chosen = room.table_of(late, room.round(2).id)
    (passed_over,) = [seated for seated in room.seated[room.round(2).id] if seated is not chosen]
    assert len(met & numbers(chosen)) <= len(met & numbers(passed_over))


def test_a_seat_given_by_hand_can_be_taken_back(house, event, room, add):
    (late,) = add()
    _change, given = house.seating.place(event, late)

    house.seating.lift(event, given)

    assert [line.participation_id for line in house.seating.room(event).unseated] == [late]


def test_a_full_room_takes_no_newcomer_and_keeps_nothing(house, event, room, add):
    (late,) = add()
    house.meetings.set_tables(event, 3, low=3, high=4)

    with pytest.raises(NotPossible):
        house.seating.place(event, late)

    with house.workspace.context.work.reading() as store:
        assert store.count(Seat, participation_id=late) == 0


def test_the_earlier_plan_counts_again_when_asked(house, event, room, plan):
    plan()

    house.seating.return_to(room.version.id)

    after = house.seating.room(event)
    assert (after.version.version, after.version.parent_id) == (3, room.version.id)
    assert [seats(after, no) for no in (1, 2)] == [seats(room, no) for no in (1, 2)]


def test_a_new_plan_leaves_out_who_did_not_come(house, event, room, plan):
    person = next(iter(seats(room)))
    house.event_day.attend(event, {person: Presence.ABSENT})

    plan()

    assert person not in seats(house.seating.room(event))


def test_misfits_name_the_real_table_and_round(house, event, room):
    alike = [one for one in seats(room) if house.people.story(one).line.features["leeftijd"] == "65+"][:2]
    house.meetings.set_tables(event, 5, low=2, high=6)
    fifth = house.seating.room(event).seated[room.round(2).id][4]

    for person in alike:
        house.seating.move(event, person, fifth.place.id)

    found = house.seating.room(event).result.figures.misfits
    at_fifth = [misfit for misfit in found if (misfit.round + 1, misfit.table + 1) == (2, 5)]
    assert ("65+", 2, 1) in [(misfit.value, misfit.count, misfit.high) for misfit in at_fifth]
    assert all(misfit.table + 1 != 4 for misfit in found)


def test_changes_of_seats_wait_for_a_plan(house, event, add):
    one, other = add(2)

    with pytest.raises(NotPossible) as refused:
        house.seating.swap(event, 1, one, other)

    assert refused.value.code == "plan_missing"
