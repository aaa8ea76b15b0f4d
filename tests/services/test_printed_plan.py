"""What is on paper stays known: the printed plan, moves after it, and what must be handed out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burgertop_app.domain.errors import Conflict, NotPossible
from burgertop_app.domain.events import PlanVersion, Seat
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.domain.workspaces import Setting
from burgertop_app.services.seating import calculate
from burgertop_app.storage import printed_plan
from tests.beginnings import beginning


@beginning
def event(house, process):
    """Twelve people at three tables of four, one seat to spare at each, in two rounds, with a plan."""
    for no in range(12):
        house.people.add(process, PersonForm(name=f"Mens {no:02d}", state=State.DRAWN))
    made = house.meetings.add(process, title="Paneldag", on=date(2026, 9, 26), place="De Sluis").id
    house.meetings.set_tables(made, 3, low=3, high=5)
    for _round in range(2):
        house.meetings.add_round(made)
    given = house.seating.fresh(made, ())
    house.seating.keep(given, calculate(given, UNHEARD))
    return made


@pytest.fixture
def printed(house, process, event, tmp_path):
    """Saves route cards; those of everybody to begin with."""

    def save(paper):
        return house.exporting.save_paper(process, paper, b"%PDF", tmp_path / "kaarten.pdf")

    save(house.printing.route_cards(event))
    return save


@pytest.fixture
def two(house, event):
    """Two people at different tables in the first round, with the tables."""
    room = house.seating.room(event)
    first, other = room.seated[room.rounds[0].id][:2]
    return first.people[0], other.people[0]


def kept(house, kind, **equal):
    with house.workspace.context.work.reading() as store:
        return store.find(kind, **equal)


def on_paper(house, event):
    with house.workspace.context.work.reading() as store:
        return printed_plan.printed_seats(store, event)


def seats(house, event):
    """Per round and person the table of the plan that counts."""
    room = house.seating.room(event)
    return {
        round_id: {line.participation_id: one.table.id for one in tables for line in one.people}
        for round_id, tables in room.seated.items()
    }


def test_nothing_is_on_paper_before_route_cards_are_saved(house, event):
    assert on_paper(house, event) == {}


def test_saved_route_cards_make_their_plan_the_printed_one(house, event, printed, clock):
    (plan,) = house.seating.versions(event)

    assert plan.printed_at == clock()
    assert on_paper(house, event) == seats(house, event)


def test_other_papers_print_no_plan(house, process, event, tmp_path):
    house.exporting.save_paper(process, house.printing.door_list(event), b"%PDF", tmp_path / "deur.pdf")

    assert house.seating.versions(event)[0].printed_at is None


def test_a_move_after_printing_makes_a_new_version_and_leaves_the_printed_one(house, event, printed, two):
    before = seats(house, event)
    one, other = two

    house.seating.swap(event, 1, one.participation_id, other.participation_id)

    first, second = house.seating.versions(event)
    assert on_paper(house, event) == before
    assert seats(house, event) != before
    assert (second.parent_id, second.by_hand, second.printed_at) == (first.id, True, None)
    assert len(kept(house, Seat, plan_id=second.id)) == 24


def test_the_second_move_after_printing_stays_in_the_new_version(house, event, printed, two):
    one, other = (line.participation_id for line in two)
    house.seating.swap(event, 1, one, other)

    house.seating.swap(event, 1, one, other)

    assert len(house.seating.versions(event)) == 2


def test_a_move_can_be_undone_and_done_again_over_prints(house, event, printed, two):
    before = seats(house, event)
    one, other = (line.participation_id for line in two)
    plan = house.seating.room(event).version.id
    house.seating.swap(event, 1, one, other, plan)
    printed(house.printing.route_cards(event))

    house.seating.swap(event, 1, one, other, plan)

    assert seats(house, event) == before
    assert [version.by_hand for version in house.seating.versions(event)] == [False, True, True]


def test_a_move_cannot_be_undone_over_a_new_plan(house, event, printed, two):
    one, other = (line.participation_id for line in two)
    plan = house.seating.room(event).version.id
    house.seating.swap(event, 1, one, other, plan)
    given = house.seating.fresh(event, ())
    house.seating.keep(given, calculate(given, UNHEARD))

    with pytest.raises(Conflict, match="plan_replaced"):
        house.seating.swap(event, 1, one, other, plan)


def test_a_printed_seat_of_a_walk_in_can_be_taken_back(house, process, event, printed):
    late = house.people.add(process, PersonForm(name="Laatkomer", state=State.DRAWN)).id
    _change, given = house.seating.place(event, late)
    printed(house.printing.route_cards(event))

    house.seating.lift(event, given)

    assert all(late not in ways for ways in seats(house, event).values())
    assert all(late in ways for ways in on_paper(house, event).values())


def test_an_earlier_plan_that_counts_again_was_not_printed_itself(house, event, printed):
    (plan,) = house.seating.versions(event)

    house.seating.return_to(plan.id)

    newest = house.seating.versions(event)[-1]
    assert (newest.printed_at, newest.parent_id, newest.cards) == (None, plan.id, {})
    with pytest.raises(NotPossible, match="route_cards_unchanged"):
        house.printing.changed_route_cards(event)


def test_only_those_who_moved_get_a_new_card(house, event, printed, two):
    one, other = two
    house.seating.swap(event, 1, one.participation_id, other.participation_id)

    cards = house.printing.changed_route_cards(event).cards

    assert {card.person.name for card in cards} == {one.name, other.name}
    assert all(card.changed for card in cards)


def test_a_walk_in_gets_a_card_that_replaces_none(house, process, event, printed):
    late = house.people.add(process, PersonForm(name="Laatkomer", state=State.DRAWN)).id
    house.seating.place(event, late)

    (card,) = house.printing.changed_route_cards(event).cards

    assert (card.person.name, card.changed) == ("Laatkomer", False)


def test_after_the_changed_cards_everybody_has_the_right_one(house, event, printed, two):
    house.seating.swap(event, 1, *(line.participation_id for line in two))

    printed(house.printing.changed_route_cards(event))

    assert on_paper(house, event) == seats(house, event)
    with pytest.raises(NotPossible, match="route_cards_unchanged"):
        house.printing.changed_route_cards(event)


def test_a_seat_that_went_back_needs_no_new_card(house, event, printed, two):
    for _there_and_back in range(2):
        house.seating.swap(event, 1, *(line.participation_id for line in two))

    with pytest.raises(NotPossible, match="route_cards_unchanged"):
        house.printing.late_changes(event)


def test_changed_cards_wait_for_the_first_print(house, event):
    with pytest.raises(NotPossible, match="route_cards_not_printed"):
        house.printing.changed_route_cards(event)


def test_a_slip_tells_the_new_table_and_the_old_one(house, event, printed, two):
    one, other = two
    house.seating.swap(event, 1, one.participation_id, other.participation_id)

    slips = {slip.person.name: slip.moves for slip in house.printing.late_changes(event).slips}

    (move,) = slips[one.name]
    assert (move.round_no, move.table, move.earlier) == (1, "2", "1")
    assert set(slips) == {one.name, other.name}


def test_cards_of_somebody_who_moved_meanwhile_are_not_saved(house, process, event, two, tmp_path):
    paper = house.printing.route_cards(event)
    house.seating.swap(event, 1, *(line.participation_id for line in two))

    with pytest.raises(Conflict, match="plan_moved_while_printing"):
        house.exporting.save_paper(process, paper, b"%PDF", tmp_path / "kaarten.pdf")

    assert list(tmp_path.glob("*.pdf")) == []
    assert [plan.printed_at for plan in kept(house, PlanVersion, event_id=event)] == [None]
    assert house.privacy.exports(process) == ()


def changed_numbers(house, event):
    return [card.person.number for card in house.printing.changed_route_cards(event).cards]


def test_a_new_time_or_topic_makes_every_card_a_changed_one(house, event, printed):
    first, *others = house.seating.room(event).rounds
    house.meetings.set_rounds(event, (replace(first, topic="Wonen"), *others))

    assert len(changed_numbers(house, event)) == 12


def test_a_topic_for_one_table_changes_the_cards_of_that_table(house, event, printed):
    room = house.seating.room(event)
    table = room.seated[room.rounds[0].id][0]
    house.meetings.describe_place(table.place.id, topic="Groen")

    assert sorted(changed_numbers(house, event)) == sorted(line.number for line in table.people)


def test_a_round_that_was_removed_changes_every_card(house, event, printed):
    first, _second = house.seating.room(event).rounds
    house.meetings.set_rounds(event, (first,))

    assert len(changed_numbers(house, event)) == 12


def test_another_place_to_meet_changes_every_card_until_it_is_printed(house, event, printed):
    house.meetings.edit(event, title="Paneldag", on=date(2026, 9, 26), place="De Brug")
    cards = house.printing.changed_route_cards(event)

    printed(cards)

    assert len(cards.cards) == 12
    with pytest.raises(NotPossible, match="route_cards_unchanged"):
        house.printing.changed_route_cards(event)


def test_nothing_is_copied_when_a_move_changes_nothing(house, event, printed, two):
    one, _other = (line.participation_id for line in two)
    room = house.seating.room(event)
    table = room.table_of(one, room.rounds[0].id)
    mate = next(line.participation_id for line in table.people if line.participation_id != one)

    house.seating.move(event, one, table.place.id)
    house.seating.swap(event, 1, one, mate)
    house.seating.place(event, one)

    assert len(house.seating.versions(event)) == 1


def test_a_move_can_be_undone_after_its_plan_was_brought_back(house, event, two):
    one, other = (line.participation_id for line in two)
    before = seats(house, event)
    plan = house.seating.room(event).version.id
    house.seating.swap(event, 1, one, other, plan)
    given = house.seating.fresh(event, ())
    house.seating.keep(given, calculate(given, UNHEARD))
    house.seating.return_to(plan)

    house.seating.swap(event, 1, one, other, plan)

    assert seats(house, event) == before


def test_a_new_person_can_be_taken_back_after_their_plan_was_brought_back(house, process, event):
    people = house.people.lines(process)
    _change, walked = house.event_day.walk_in(event, PersonForm(name="Marek"))
    plan = house.seating.room(event).version.id
    given = house.seating.fresh(event, ())
    house.seating.keep(given, calculate(given, UNHEARD))
    house.seating.return_to(plan)

    house.event_day.walk_out(event, walked)

    assert house.people.lines(process) == people


def test_an_earlier_plan_brings_back_who_led_its_tables(house, process, event):
    for name in ("Els", "Ada", "Bo"):
        house.people.add(process, PersonForm(name=name, role=Role.FACILITATOR, state=State.CONFIRMED))
    house.event_day.lead_by_turns(event)
    first = house.seating.room(event)
    given = house.seating.fresh(event, ())
    house.seating.keep(given, calculate(given, UNHEARD))
    places = house.meetings.places(event)
    house.event_day.lead({place.id: None for place in places})

    house.seating.return_to(first.version.id)

    leaders = {place.id: place.facilitator_id for place in house.meetings.places(event)}
    assert leaders == {
        seated.place.id: seated.facilitator.participation_id
        for tables in first.seated.values()
        for seated in tables
    }


def test_only_sheets_that_changed_are_printed_again(house, process, event, two, tmp_path):
    paper = house.printing.table_sheets(event)
    house.exporting.save_paper(process, paper, b"%PDF", tmp_path / "bladen.pdf")
    room = house.seating.room(event)
    tables = {room.table_of(line.participation_id, room.rounds[0].id).table.no for line in two}
    house.seating.swap(event, 1, two[0].participation_id, two[1].participation_id)

    changed = house.printing.changed_sheets(event)

    assert [(int(sheet.table), sheet.round_no) for sheet in changed.sheets] == [
        (no, 1) for no in sorted(tables)
    ]
    assert all(sheet.changed for sheet in changed.sheets)


def test_another_time_or_facilitator_makes_a_sheet_new(house, process, event, tmp_path):
    leader = house.people.add(
        process, PersonForm(name="Els", role=Role.FACILITATOR, state=State.CONFIRMED)
    ).id
    paper = house.printing.table_sheets(event)
    house.exporting.save_paper(process, paper, b"%PDF", tmp_path / "bladen.pdf")
    place = house.seating.room(event).seated[house.meetings.rounds(event)[1].id][2].place
    house.event_day.lead({place.id: leader})

    changed = house.printing.changed_sheets(event)

    assert [(sheet.table, sheet.round_no) for sheet in changed.sheets] == [("3", 2)]


def test_only_lines_of_the_door_list_that_changed_are_printed_again(house, process, event, two, tmp_path):
    house.exporting.save_paper(process, house.printing.door_list(event), b"%PDF", tmp_path / "deur.pdf")
    house.seating.swap(event, 1, two[0].participation_id, two[1].participation_id)
    _change, walked = house.event_day.walk_in(event, PersonForm(name="Marek Pawlak"))

    changed = house.printing.changed_door_list(event)

    assert changed.changed
    assert {line.person.number for line in changed.lines} == {*(line.number for line in two), walked.number}


def test_saving_what_changed_makes_it_known(house, process, event, two, tmp_path):
    for paper in (house.printing.door_list(event), house.printing.table_sheets(event)):
        house.exporting.save_paper(process, paper, b"%PDF", tmp_path / "papier.pdf")
    house.seating.swap(event, 1, two[0].participation_id, two[1].participation_id)
    for paper in (house.printing.changed_door_list(event), house.printing.changed_sheets(event)):
        house.exporting.save_paper(process, paper, b"%PDF", tmp_path / "papier.pdf")

    with pytest.raises(NotPossible, match="papers_unchanged"):
        house.printing.changed_door_list(event)
    with pytest.raises(NotPossible, match="papers_unchanged"):
        house.printing.changed_sheets(event)


def test_without_a_first_paper_there_is_nothing_that_changed(house, event):
    with pytest.raises(NotPossible, match="papers_not_printed"):
        house.printing.changed_door_list(event)
    with pytest.raises(NotPossible, match="papers_not_printed"):
        house.printing.changed_sheets(event)


def test_what_is_kept_of_a_paper_has_no_name_in_it(house, process, event, tmp_path):
    paper = house.printing.table_sheets(event)
    house.exporting.save_paper(process, paper, b"%PDF", tmp_path / "bladen.pdf")

    with house.workspace.context.work.reading() as store:
        kept = repr(store.find(Setting, key=f"printed {event}"))
    assert "1/1" in kept
    assert "Mens" not in kept
