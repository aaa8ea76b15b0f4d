from datetime import UTC, date, datetime

import pytest

from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.follow_views import Ending, MeetingForm
from burgertop_app.domain.monitoring import Turn, next_slot
from burgertop_app.domain.processes import Phase, Pledge, PledgeState
from burgertop_app.domain.requests import DispositionForm, RecommendationForm
from burgertop_app.domain.responses import Commitment, CommitmentState, Disposal, Side, Step
from burgertop_app.services.evidencing import Proof
from tests.beginnings import beginning

DONE = Ending(CommitmentState.DONE, "Het loket is open.", unproven=True)
PDF = b"%PDF-1.7 foto van het loket %%EOF"


@pytest.fixture
def promise(house, process):
    """The id of a promise that is due on 1 April 2026."""
    kept = Commitment(
        id=process, process_id=process, text="Loket openen", owner="Wonen", due_on=date(2026, 4, 1)
    )
    return house.promising.keep(kept).id


@beginning
def answered(house, process):
    """An advice with two recommendations, answered on 2 March 2026."""
    advice = house.advising.start(process, "Warm wonen").id
    for title, ourselves in (
        ("Begin met isoleren.", "Wij zoeken mee naar straten."),
        ("Open een loket.", ""),
    ):
        house.advising.recommend(advice, RecommendationForm(title=title, ourselves=ourselves))
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    house.advising.offer(advice, to="College", on=date(2026, 3, 2))
    house.receiving.receive(advice, on=date(2026, 3, 2), proof="Bon 12")
    for line in house.responding.recommendations(advice):
        form = DispositionForm(disposal=Disposal.ADOPTS, owner="Wonen", due_on=date(2026, 10, 1))
        house.responding.answer(line.recommendation.id, form)
    house.promising.make(advice)
    return advice


def test_a_moved_day_keeps_the_earlier_one_with_the_reason(house, promise):
    house.following.move_due(promise, date(2026, 6, 1), "De aannemer is ziek.")

    line = house.following.line(promise)
    assert line.commitment.due_on == date(2026, 6, 1)
    assert [(one.was_on, one.now_on, one.reason) for one in line.moved] == [
        (date(2026, 4, 1), date(2026, 6, 1), "De aannemer is ziek.")
    ]
    assert line.moved[0].by == "Anna"


def test_a_day_does_not_move_without_a_reason(house, promise):
    with pytest.raises(InvalidInput, match="due_reason_empty"):
        house.following.move_due(promise, date(2026, 6, 1), "  ")

    assert house.following.line(promise).commitment.due_on == date(2026, 4, 1)


def test_editing_does_not_go_round_the_reason_for_a_day(house, promise):
    with pytest.raises(InvalidInput, match="due_reason_empty"):
        house.promising.edit(promise, due_on=date(2026, 6, 1))


def test_a_first_day_needs_no_reason(house, process):
    kept = house.promising.keep(Commitment(id=process, process_id=process, text="Ooit")).id

    house.following.move_due(kept, date(2026, 6, 1), "")

    assert house.following.line(kept).moved == ()


def test_every_step_stays_with_its_day_and_note(house, promise, clock):
    house.following.take_step(promise, Step.DO, "Begonnen.")
    clock.on(days=30)
    house.following.take_step(promise, Step.CHECK)

    line = house.following.line(promise)
    assert line.commitment.step is Step.CHECK
    assert [(one.was, one.now, one.on, one.note) for one in line.steps] == [
        (Step.PLAN, Step.DO, date(2026, 3, 2), "Begonnen."),
        (Step.DO, Step.CHECK, date(2026, 4, 1), ""),
    ]


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        (Ending(CommitmentState.DONE, " "), "commitment_result_empty"),
        (Ending(CommitmentState.DROPPED, ""), "commitment_reason_empty"),
        (Ending(CommitmentState.DONE, "Gedaan."), "commitment_evidence_missing"),
    ],
)
def test_a_promise_does_not_end_without_a_word(house, promise, ending, code):
    with pytest.raises((InvalidInput, NotPossible), match=code):
        house.following.end(promise, ending)

    assert house.following.line(promise).commitment.state is CommitmentState.OPEN


@pytest.mark.parametrize("state", [CommitmentState.DONE, CommitmentState.DROPPED])
def test_editing_does_not_end_a_promise_in_silence(house, promise, state):
    with pytest.raises(InvalidInput):
        house.promising.edit(promise, state=state)


def test_done_without_evidence_says_so(house, promise):
    house.following.end(promise, DONE)

    kept = house.following.line(promise).commitment
    assert (kept.state, kept.unproven, kept.closed_on) == (CommitmentState.DONE, True, date(2026, 3, 2))


def test_done_with_evidence_is_proven(house, promise, tmp_path):
    path = tmp_path / "loket.pdf"
    path.write_bytes(PDF)
    house.evidencing.add(Proof("Foto van het loket", commitment_id=promise, path=path))

    house.following.end(promise, Ending(CommitmentState.DONE, "Open."))

    assert not house.following.line(promise).commitment.unproven


def test_what_ended_is_not_changed_before_it_is_taken_up_again(house, promise):
    house.following.end(promise, DONE)
    with pytest.raises(NotPossible, match="commitment_ended"):
        house.following.take_step(promise, Step.ACT)

    house.following.reopen(promise, reason="Het loket is weer dicht.")

    line = house.following.line(promise)
    assert (line.commitment.state, line.commitment.outcome) == (CommitmentState.UNDER_WAY, "")
    assert line.notes[0].text == "Het loket is weer dicht. (Het loket is open.)"


def test_a_slip_that_is_undone_leaves_no_note(house, promise):
    house.following.end(promise, DONE)

    house.following.reopen(promise, CommitmentState.OPEN)

    line = house.following.line(promise)
    assert (line.commitment.state, line.notes) == (CommitmentState.OPEN, ())


def test_a_promise_with_a_note_is_withdrawn_and_not_removed(house, promise):
    house.following.note(promise, "Gebeld.")
    with pytest.raises(NotPossible, match="commitment_has_history"):
        house.promising.drop([promise])

    house.following.withdraw(promise, "Dubbel ingevoerd.")

    kept = house.following.line(promise).commitment
    assert (kept.withdrawn_reason, kept.ended) == ("Dubbel ingevoerd.", True)


def test_notes_run_by_day_and_not_into_the_future(house, promise, clock):
    clock.on(days=10)
    house.following.note(promise, "Tweede.")
    house.following.note(promise, "Eerste.", on=date(2026, 3, 5))
    with pytest.raises(InvalidInput, match="note_in_future"):
        house.following.note(promise, "Straks.", on=date(2027, 1, 1))

    assert [note.text for note in house.following.line(promise).notes] == ["Eerste.", "Tweede."]


def test_two_windows_do_not_overwrite_each_other(house, promise):
    seen = house.following.line(promise).commitment
    house.promising.amend(seen, owner="Energie")

    with pytest.raises(Conflict, match="changed_elsewhere"):
        house.promising.amend(seen, owner="Financien")
    house.promising.amend(seen, progress="De ruimte is gehuurd.")

    now = house.following.line(promise).commitment
    assert (now.owner, now.progress) == ("Energie", "De ruimte is gehuurd.")


def test_a_promise_knows_the_recommendation_it_came_from(house, process, answered):
    lines = house.following.view(process).lines

    assert sorted((line.origin.number, line.origin.disposal) for line in lines) == [
        (1, Disposal.ADOPTS),
        (2, Disposal.ADOPTS),
    ]


def test_what_residents_do_themselves_is_followed_once(house, process, answered):
    assert house.following.view(process).plans == 1

    made = house.following.take_over_plans(process)

    assert [(kept.text, kept.side) for kept in made] == [("Wij zoeken mee naar straten.", Side.RESIDENTS)]
    assert house.following.take_over_plans(process) == ()
    assert house.following.line(made[0].id).origin.number == 1


def test_the_form_of_the_process_gives_the_schedule(house, process, answered):
    slots = house.monitoring.meetings(process)

    assert [slot.on for slot in slots] == [date(2026, 6, 2), date(2026, 12, 2)]


def test_a_meeting_is_moved_held_and_taken_back(house, process, answered, clock):
    slot = next_slot(house.monitoring.meetings(process))
    house.monitoring.move(process, slot, date(2026, 6, 9), "Pinksteren.")
    clock.now = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)
    moved = next_slot(house.monitoring.meetings(process))
    promise = house.following.view(process).lines[0].id

    held = house.monitoring.hold(
        process,
        MeetingForm(
            1, date(2026, 6, 9), present=14, decisions="Elke maand bellen.", notes=((promise, "Loopt."),)
        ),
        moved.meeting.id,
    ).id

    first = house.monitoring.meetings(process)[0]
    assert (first.turn, first.planned_on, first.meeting.present) == (Turn.HELD, date(2026, 6, 2), 14)
    assert [note.text for note in house.following.line(promise).notes] == ["Loopt."]
    house.monitoring.take_back(held)
    assert house.following.line(promise).notes == ()
    assert next_slot(house.monitoring.meetings(process)).number == 1


def test_minutes_entered_twice_put_the_same_note_right(house, process, promise):
    held = house.monitoring.hold(process, MeetingForm(0, date(2026, 3, 2), notes=((promise, "Loopt."),))).id

    house.monitoring.hold(process, MeetingForm(0, date(2026, 3, 2), notes=((promise, "Ligt stil."),)), held)

    assert [note.text for note in house.following.line(promise).notes] == ["Ligt stil."]


def test_a_meeting_to_come_is_not_recorded_as_held(house, process):
    with pytest.raises(InvalidInput, match="meeting_in_future"):
        house.monitoring.hold(process, MeetingForm(0, date(2027, 1, 1)))


def test_a_pledge_of_the_council_is_kept_or_not(house, process):
    pledge = Pledge(id=house.processes.new_id(), process_id=process, by="Raad", text="Bespreekt het advies.")
    house.processes.keep(pledge)
    seen = house.following.view(process).pledges[0].pledge

    with pytest.raises(InvalidInput, match="pledge_reason_empty"):
        house.following.settle(seen, PledgeState.NOT_KEPT, None, "")
    house.following.settle(seen, PledgeState.KEPT, date(2026, 3, 1), "Vergadering van 1 maart.")

    now = house.following.view(process).pledges[0].pledge
    assert (now.state, now.settled_on) == (PledgeState.KEPT, date(2026, 3, 1))
    with pytest.raises(Conflict, match="changed_elsewhere"):
        house.following.settle(seen, PledgeState.OPEN, None, "")


def test_a_process_with_open_promises_can_be_closed_and_opened_again(house, process, promise):
    house.following.close_process(process)
    assert house.processes.get(process).phase is Phase.CLOSED

    house.following.reopen_process(process)

    assert house.processes.get(process).phase is Phase.FOLLOW_UP
