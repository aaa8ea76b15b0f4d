from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from burgertop_app.domain.errors import InvalidInput, NotFound, NotPossible
from burgertop_app.domain.requests import NewProcess, PersonForm
from burgertop_app.messages import errors
from burgertop_app.services.house import furnish

FORMS = Path(__file__).parents[1] / "fixtures" / "forms"
NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def house(workspace):
    """Every service, with the small recipes as its forms."""
    return furnish(replace(workspace, context=replace(workspace.context, forms=FORMS)))


@pytest.fixture
def board(house):
    """A committee that has just begun."""
    return house.processes.start(NewProcess(form="issue_board", title="Buurt aan zet")).id


@pytest.fixture
def talk(house):
    """A conversation before its first mirror."""
    return house.processes.start(NewProcess(form="mirror_talk", title="Spiegels in de school")).id


def issue(house, board, title="Losse stoeptegels", where="Dorpsstraat"):
    """An issue that is complete."""
    made = house.items.add(board, "kwestie", title).id
    if where:
        house.items.fill(made, "where", where)
    return made


def kept(house, board, item):
    return next(line.item for line in house.items.board(board).lines if line.item.id == item)


def titles(house, board, stage):
    return [line.item.title for line in house.items.board(board).lines if line.item.stage == stage]


def test_an_item_begins_in_the_first_stage_of_its_kind(house, board):
    item = issue(house, board)

    assert kept(house, board, item).stage == "reported"


def test_an_item_without_a_title_is_refused(house, board):
    with pytest.raises(InvalidInput, match="item_title_empty"):
        house.items.add(board, "kwestie", "  ")


def test_a_kind_that_the_form_does_not_know_is_refused(house, board):
    with pytest.raises(InvalidInput, match="item_kind_unknown"):
        house.items.add(board, "bod", "Zwembad")


@pytest.mark.parametrize(
    ("field", "value"), [("partner", "police"), ("feedback_on", "2026-05-30"), ("topical", "yes")]
)
def test_a_field_keeps_what_fits_it(house, board, field, value):
    item = issue(house, board)

    house.items.fill(item, field, value)

    assert kept(house, board, item).fields[field] == value


@pytest.mark.parametrize(
    ("field", "value"),
    [("partner", "army"), ("feedback_on", "2026-02-30"), ("topical", "maybe"), ("contact", "x")],
)
def test_a_field_refuses_what_does_not_fit_it(house, board, field, value):
    item = issue(house, board)

    with pytest.raises(InvalidInput, match="item_field_value"):
        house.items.fill(item, field, value)


def test_a_person_field_takes_somebody_in_the_process(house, board):
    item = issue(house, board)
    house.people.add(board, PersonForm(name="Bep de Wit"))
    person = house.items.board(board).people[0].participation_id

    house.items.fill(item, "contact", str(person))

    assert kept(house, board, item).fields["contact"] == str(person)


def test_a_person_field_refuses_a_stranger(house, board):
    item = issue(house, board)

    with pytest.raises(InvalidInput, match="item_person_unknown"):
        house.items.fill(item, "contact", NOBODY)


def test_an_item_moves_on_only_when_its_required_fields_are_filled(house, board):
    item = issue(house, board, where="")

    with pytest.raises(InvalidInput, match="item_field_required"):
        house.items.move(item, "taken_up")


def test_a_required_field_cannot_be_emptied_further_on(house, board):
    item = issue(house, board)
    house.items.move(item, "taken_up")

    with pytest.raises(InvalidInput, match="item_field_required"):
        house.items.fill(item, "where", "")


def test_an_item_can_be_put_at_a_place_in_a_column(house, board):
    for title in ("Een", "Twee", "Drie"):
        house.items.move(issue(house, board, title), "taken_up")
    fourth = issue(house, board, "Vier")

    house.items.move(fourth, "taken_up", 1)

    assert titles(house, board, "taken_up") == ["Een", "Vier", "Twee", "Drie"]


def test_an_item_can_change_places_within_its_column(house, board):
    items = [issue(house, board, title) for title in ("Een", "Twee", "Drie")]

    house.items.move(items[2], "reported", 0)

    assert titles(house, board, "reported") == ["Drie", "Een", "Twee"]


def test_a_fourth_item_is_refused_in_the_top_3(house, board):
    for number in range(3):
        house.items.choose(issue(house, board, f"Kwestie {number}"))
    fourth = issue(house, board, "Kwestie 4")

    with pytest.raises(NotPossible, match="item_chosen_full") as refused:
        house.items.choose(fourth)

    assert errors.sentence(refused.value).startswith("Er zijn al 3 kwesties gekozen")


def test_what_is_done_makes_room_in_the_top_3(house, board):
    chosen = [issue(house, board, f"Kwestie {number}") for number in range(3)]
    for item in chosen:
        house.items.choose(item)
    fourth = issue(house, board, "Kwestie 4")

    house.items.move(chosen[0], "solved")
    house.items.choose(fourth)

    assert kept(house, board, fourth).chosen


def test_a_done_item_comes_back_in_the_top_3_only_when_there_is_room(house, board):
    chosen = [issue(house, board, f"Kwestie {number}") for number in range(4)]
    for item in chosen[:3]:
        house.items.choose(item)
    house.items.move(chosen[0], "solved")
    house.items.choose(chosen[3])

    with pytest.raises(NotPossible, match="item_chosen_full"):
        house.items.reopen(chosen[0], "De tegels liggen weer los.")


def test_from_its_frozen_stage_on_an_item_does_not_change(house, board):
    item = issue(house, board)
    house.items.move(item, "solved")

    for change in (
        lambda: house.items.rename(item, "Anders"),
        lambda: house.items.fill(item, "where", "Elders"),
        lambda: house.items.choose(item),
        lambda: house.items.move(item, "reported"),
        lambda: house.items.remove(item),
    ):
        with pytest.raises(NotPossible, match="item_frozen"):
            change()


def test_a_frozen_item_opens_again_with_a_reason_that_stays(house, board):
    item = issue(house, board)
    house.items.move(item, "solved")

    house.items.reopen(item, "De tegels liggen weer los.")

    line = house.items.board(board).lines[0]
    assert (line.item.stage, line.notes[0].text) == ("waiting", "De tegels liggen weer los.")


def test_a_frozen_item_takes_a_note(house, board):
    item = issue(house, board)
    house.items.move(item, "solved")

    house.items.note(item, date(2026, 3, 1), "De buurt is tevreden.")

    assert house.items.board(board).lines[0].notes[0].on == date(2026, 3, 1)


def test_what_was_taken_off_comes_back_with_its_notes(house, board):
    item = issue(house, board)
    house.items.note(item, date(2026, 3, 1), "Speelt nog.")
    before = house.items.board(board).lines[0]

    house.items.remove(item)
    house.items.bring_back(before)

    after = house.items.board(board).lines[0]
    assert (after.item.title, after.notes[0].text) == ("Losse stoeptegels", "Speelt nog.")


def test_a_dropped_note_can_be_kept_again(house, board):
    item = issue(house, board)
    house.items.note(item, date(2026, 3, 1), "Speelt nog.")
    note = house.items.board(board).lines[0].notes[0]

    house.items.drop_note(note.id)
    house.items.keep_note(note)

    assert house.items.board(board).lines[0].notes[0].text == "Speelt nog."


def test_the_rhythm_counts_from_the_last_meeting(house, board, clock):
    house.meetings.add(board, title="Vergadering", on=date(2026, 3, 2), place="")
    clock.now = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)

    rhythm = house.items.board(board).rhythm

    assert (rhythm.earliest, rhythm.latest, rhythm.days_late) == (date(2026, 3, 30), date(2026, 5, 25), 7)


def test_a_meeting_planned_too_soon_is_seen(house, board):
    house.meetings.add(board, title="Vergadering", on=date(2026, 3, 2), place="")
    house.meetings.add(board, title="Vergadering", on=date(2026, 3, 9), place="")

    rhythm = house.items.board(board).rhythm

    assert rhythm.planned_early
    assert not rhythm.planned_late


def test_a_mark_and_its_saying_and_step_are_kept(house, talk):
    begun = house.evaluating.begin(talk, "mirrors", date(2026, 3, 2)).id

    house.evaluating.answer(begun, "makers_who", score=7, text="Meestal de directie.", step="Jongeren erbij")

    answer = house.evaluating.evaluation(talk).filled[0].answers["makers_who"]
    assert (answer.score, answer.text, answer.step) == (7, "Meestal de directie.", "Jongeren erbij")


def test_a_later_answer_takes_the_place_of_the_earlier(house, talk):
    begun = house.evaluating.begin(talk, "mirrors", date(2026, 3, 2)).id

    house.evaluating.answer(begun, "makers_who", score=7)
    house.evaluating.answer(begun, "makers_who", score=6)

    assert house.evaluating.evaluation(talk).filled[0].answers["makers_who"].score == 6


def test_a_mark_outside_the_scale_is_refused(house, talk):
    begun = house.evaluating.begin(talk, "mirrors", date(2026, 3, 2)).id

    with pytest.raises(InvalidInput, match="answer_score"):
        house.evaluating.answer(begun, "makers_who", score=11)


def test_a_question_of_another_form_is_refused(house, talk):
    begun = house.evaluating.begin(talk, "mirrors", date(2026, 3, 2)).id

    with pytest.raises(InvalidInput, match="question_unknown"):
        house.evaluating.answer(begun, "heard", score=5)


def test_an_instrument_that_the_form_lacks_is_refused(house, talk):
    with pytest.raises(NotFound, match="instrument_unknown"):
        house.evaluating.begin(talk, "one_word", date(2026, 3, 2))


def test_nothing_is_filled_in_on_a_day_to_come(house, talk):
    with pytest.raises(InvalidInput, match="answer_day_future"):
        house.evaluating.begin(talk, "mirrors", date(2026, 3, 3))


def test_a_filling_in_that_was_taken_away_comes_back_with_its_answers(house, talk):
    begun = house.evaluating.begin(talk, "mirrors", date(2026, 3, 2)).id
    house.evaluating.answer(begun, "makers_who", score=7)
    before = house.evaluating.evaluation(talk).filled[0]

    house.evaluating.remove(begun)
    house.evaluating.bring_back(before)

    assert house.evaluating.evaluation(talk).filled[0].answers["makers_who"].score == 7


def test_a_filling_in_gets_another_day_and_title(house, talk):
    begun = house.evaluating.begin(talk, "mirrors", date(2026, 3, 2)).id

    house.evaluating.describe(begun, date(2026, 2, 27), "Met het team")

    instrument = house.evaluating.evaluation(talk).filled[0].instrument
    assert (instrument.on, instrument.title) == (date(2026, 2, 27), "Met het team")
