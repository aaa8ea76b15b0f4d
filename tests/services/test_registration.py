"""The response, the closing with its counts, and clearing up without a trace."""

from __future__ import annotations

import pytest
from letter_list import codes, other_area, reply, stored
from sqlalchemy import select, text

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.people import Contact, Participation, Person, State
from burgertop_app.domain.requests import NewProcess, PersonForm
from burgertop_app.storage import log
from burgertop_app.storage.base import Row


def test_response_is_counted_per_area_and_per_feature_of_the_list(house, process, invited):
    one, other, *_rest = codes(house, process)
    house.replying.record(process, reply(one))
    house.replying.record(process, reply(other, declines=True))

    view = house.registration.view(process)

    assert (view.total.letters, view.total.yes, view.total.no, view.total.silent) == (20, 1, 1, 18)
    assert {line.feature for line in view.lines} == {"", "leeftijd"}
    assert view.total.expected == pytest.approx(0.05)


def test_state_that_was_given_by_hand_counts_as_an_answer(house, process, invited):
    lines = house.people.lines(process)
    house.people.mark([lines[0].participation_id], State.DECLINED)

    assert house.registration.view(process).total.no == 1


def test_closing_keeps_the_counts_and_refuses_later_replies(house, process, invited, clock):
    one, other, *_rest = codes(house, process)
    house.replying.record(process, reply(one))

    house.registration.close(process)

    held = house.registration.view(process).closing
    assert (held.registered, held.invited, held.yes, held.no, held.closed_at) == (1, 20, 1, 0, clock())
    with pytest.raises(NotPossible, match="registration_closed"):
        house.replying.record(process, reply(other))
    with pytest.raises(NotPossible, match="registration_closed"):
        house.people.add(process, PersonForm(name="Te laat"))
    with pytest.raises(NotPossible, match="registration_closed"):
        house.people.mark([house.people.lines(process)[5].participation_id], State.REGISTERED)


def test_reopening_needs_a_reason_and_stays_readable(house, process, invited):
    house.registration.close(process)

    with pytest.raises(InvalidInput, match="reason_empty"):
        house.registration.reopen(process, " ")
    house.registration.reopen(process, "post bleef liggen")

    view = house.registration.view(process)
    assert view.closing is None
    assert view.closings[0].reopened_reason == "post bleef liggen"
    house.replying.record(process, reply(codes(house, process)[0]))


def test_closing_waits_for_decisions(house, process, invited):
    code = codes(house, process)[0]
    house.replying.record(process, reply(code, features={"wijk": other_area(house, process, code)}))

    with pytest.raises(NotPossible, match="registration_doubts"):
        house.registration.close(process)


def test_nobody_is_cleared_while_people_may_still_register(house, process, invited):
    with pytest.raises(NotPossible, match="registration_not_closed"):
        house.registration.clear(process)


def cells(house):
    with house.workspace.context.work.engine.connect() as connection:
        for each in [*Row.metadata.sorted_tables, text("alembic_version")]:
            for row in connection.execute(select(text("*")).select_from(each)):
                yield from ((str(each), str(cell)) for cell in row)


def test_after_clearing_nothing_tells_who_did_not_take_part(house, process, invited):
    one, other, *_rest = codes(house, process)
    kept = house.replying.look_up(process, one).name
    gone = {contact.name for contact in stored(house, Contact)} - {kept}
    silent_codes = set(codes(house, process)) - {one}
    house.replying.record(process, reply(one))
    house.replying.record(process, reply(other, declines=True))
    before = house.registration.view(process).lines
    house.registration.close(process)

    house.registration.clear(process)

    everything = [cell for _table, cell in cells(house)]
    raw = b"".join(path.read_bytes() for path in house.workspace.path.parent.rglob("*") if path.is_file())
    for secret in (*gone, *silent_codes):
        assert not any(secret in cell.split() or f'"{secret}"' in cell for cell in everything)
        assert f"{secret}\x00".encode() not in raw
    assert not any(code.encode() in raw for code in silent_codes)
    assert raw.count("Zÿl".encode()) == raw.count(kept.encode()) > 0
    assert house.registration.view(process).lines == before
    assert house.registration.view(process).closing.cleared == 19


def test_log_is_whole_after_clearing(house, process, invited):
    house.registration.close(process)
    house.registration.clear(process)

    with house.workspace.context.work.engine.connect() as connection:
        (report,) = log.verify_chain(connection)

    assert report.intact


def test_registration_stays_closed_once_people_were_cleared(house, process, invited):
    house.registration.close(process)
    house.registration.clear(process)

    with pytest.raises(NotPossible, match="registration_cleared"):
        house.registration.reopen(process, "toch nog iemand")


def test_cleared_people_no_longer_fill_the_list(house, process, invited):
    house.replying.record(process, reply(codes(house, process)[0]))
    house.registration.close(process)

    house.registration.clear(process)

    assert [line.state for line in house.people.lines(process)] == [State.REGISTERED]


def test_person_of_another_process_is_not_cleared_here(house, process, invited):
    other = house.processes.start(NewProcess(form="burgerpanel", title="Ander")).id
    part = stored(house, Participation)[0]
    with house.workspace.context.work.writing("people.add") as store:
        store.add(Participation(id=store.new_id(), process_id=other, person_id=part.person_id, number="1"))
    house.registration.close(process)

    house.registration.clear(process)

    assert stored(house, Person, id=part.person_id)[0].erased_at is None
