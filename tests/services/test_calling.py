from datetime import date

import pytest

from burgertop_app.domain.calling import CallAttempt, CallOutcome, ReplyBy
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.people import State
from burgertop_app.exchange.workbooks import read_table
from burgertop_app.services import leaving


class Table:
    """A table as the window shows it."""

    headings = ("Nummer", "Naam")
    rows = (("1", "Bewoner 1"),)


def line(house, draw_id, place=0):
    return house.calling.call_list(draw_id).lines[place]


def call(house, draw_id, outcome, note="", place=0):
    return house.calling.called(draw_id, line(house, draw_id, place).participation_id, outcome, note).id


def kinds(house, participation_id):
    return [event.kind.value for event in house.people.story(participation_id).story]


def test_everybody_in_the_panel_is_on_the_list_and_must_still_answer(house, drawn):
    found = house.calling.call_list(drawn)

    assert tuple(each.number for each in found.lines) == house.drawing.view(drawn).panel
    assert (found.waiting, found.yes, found.open_seats) == (6, 0, 0)


def test_names_and_telephones_come_only_when_asked_for(house, drawn):
    assert line(house, drawn).name == line(house, drawn).phone == ""

    named = house.calling.call_list(drawn, names=True).lines[0]
    assert named.name == f"Bewoner {named.number}"
    assert named.phone == "06"


def test_rehearsal_has_no_call_list(house, drawn, process):
    house.drawing.withdraw(drawn, "opnieuw")

    with pytest.raises(NotPossible, match="replace_not_drawn"):
        house.calling.call_list(drawn)


def test_who_does_not_answer_stays_waiting_and_is_counted(house, drawn):
    call(house, drawn, CallOutcome.NO_ANSWER)
    call(house, drawn, CallOutcome.NO_ANSWER, "voicemail")

    assert line(house, drawn).waiting
    assert line(house, drawn).vain == 2
    assert line(house, drawn).last.note == "voicemail"


def test_who_says_yes_takes_part_and_it_stands_in_the_story(house, drawn):
    call(house, drawn, CallOutcome.YES)

    assert line(house, drawn).state is State.CONFIRMED
    assert kinds(house, line(house, drawn).participation_id)[-1] == "confirmed"


def test_yes_can_be_undone(house, drawn):
    before = line(house, drawn)
    attempt = call(house, drawn, CallOutcome.YES)

    house.calling.forget(attempt, before.state)

    assert line(house, drawn) == before


def test_yes_cannot_be_undone_after_a_later_call(house, drawn, clock):
    attempt = call(house, drawn, CallOutcome.YES)
    clock.on(hours=1)
    call(house, drawn, CallOutcome.CALL_BACK)

    with pytest.raises(Conflict, match="replace_answered"):
        house.calling.forget(attempt, State.DRAWN)


def test_no_asks_for_a_reason(house, drawn):
    with pytest.raises(InvalidInput, match="reason_empty"):
        call(house, drawn, CallOutcome.NO, " ")


def test_who_says_no_leaves_a_seat_open(house, drawn):
    call(house, drawn, CallOutcome.NO, "verhuist")

    found = house.calling.call_list(drawn)
    assert found.open_seats == 1
    assert found.lines[0].gone
    assert sum(miss.short for miss in found.misses) == 1


def test_who_said_no_is_not_called_again(house, drawn):
    call(house, drawn, CallOutcome.NO, "verhuist")

    with pytest.raises(NotPossible, match="replace_no_member"):
        call(house, drawn, CallOutcome.YES)


def test_no_is_taken_back_with_a_reason_and_both_stay_in_the_story(house, drawn):
    call(house, drawn, CallOutcome.NO, "verhuist")
    who = line(house, drawn).participation_id

    house.calling.take_back(drawn, who, "kan toch")

    assert line(house, drawn).waiting
    assert kinds(house, who)[-2:] == ["declined", "drawn"]


def test_who_did_not_say_no_has_nothing_to_take_back(house, drawn):
    with pytest.raises(NotPossible, match="replace_not_gone"):
        house.calling.take_back(drawn, line(house, drawn).participation_id, "kan toch")


def test_who_is_not_in_the_panel_is_not_called(house, drawn, process):
    outside = next(each for each in house.people.lines(process) if each.state is State.RESERVE)

    with pytest.raises(NotPossible, match="replace_no_member"):
        house.calling.called(drawn, outside.participation_id, CallOutcome.YES)


def test_who_has_not_answered_in_time_is_late(house, drawn, clock):
    house.calling.keep_reply_by(drawn, {line(house, drawn).participation_id: date(2026, 3, 9)})

    assert not line(house, drawn).late(date(2026, 3, 9))
    assert line(house, drawn).late(date(2026, 3, 10))


def test_last_day_to_answer_can_be_taken_away(house, drawn):
    who = line(house, drawn).participation_id
    house.calling.keep_reply_by(drawn, {who: date(2026, 3, 9)})

    house.calling.keep_reply_by(drawn, {who: None})

    assert line(house, drawn).reply_by is None


def test_last_day_to_answer_is_not_in_the_past(house, drawn):
    with pytest.raises(InvalidInput, match="reply_by_past"):
        house.calling.keep_reply_by(drawn, {line(house, drawn).participation_id: date(2026, 3, 1)})


def test_handed_over_list_leaves_a_record(house, drawn, process, tmp_path):
    house.calling.export(process, Table(), tmp_path / "bellijst.xlsx")

    assert read_table(tmp_path / "bellijst.xlsx").header == Table.headings
    assert [each.kind for each in house.privacy.exports(process)] == ["call_list"]


def test_list_without_a_record_goes_again(house, drawn, process, tmp_path, monkeypatch):
    def refuse(*_asked):
        raise NotPossible("disk_full")

    monkeypatch.setattr(leaving, "record", refuse)
    with pytest.raises(NotPossible, match="disk_full"):
        house.calling.export(process, Table(), tmp_path / "bellijst.xlsx")

    assert not (tmp_path / "bellijst.xlsx").exists()


def test_erased_person_leaves_no_calls_and_an_open_seat(house, drawn):
    who = line(house, drawn).participation_id
    call(house, drawn, CallOutcome.CALL_BACK, "na zes uur")
    house.calling.keep_reply_by(drawn, {who: date(2026, 3, 9)})

    house.privacy.erase(house.people.story(who).contact.person_id)

    with house.workspace.context.work.reading() as store:
        assert store.count(CallAttempt) == store.count(ReplyBy) == 0
    assert house.calling.call_list(drawn).open_seats == 1
