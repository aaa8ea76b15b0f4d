"""Replacing panel members: proposed, accepted, chained, checked; long because each starts from one draw."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from burgertop_app.domain.calling import CallOutcome
from burgertop_app.domain.draw_records import Replacement
from burgertop_app.domain.errors import BurgertopError, CheckFailed, Conflict, InvalidInput, NotPossible
from burgertop_app.domain.people import State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.messages.errors import sentence
from burgertop_app.services import draw_verifying
from burgertop_app.services.draw_checks import verify
from burgertop_app.services.proposing import propose

FULL, PUBLIC = "vervangingen.json", "openbaar/vervangingen.json"


def members(house, draw_id):
    return {line.number: line.participation_id for line in house.calling.call_list(draw_id).lines}


def says_no(house, draw_id, *numbers):
    known = members(house, draw_id)
    for number in numbers:
        house.calling.called(draw_id, known[number], CallOutcome.NO, "verhuist")


def proposed(house, draw_id):
    return propose(house.replacing.situation(draw_id), UNHEARD)


def replaced(house, draw_id, *numbers):
    """Let members say no and accept whoever joins; gives the proposal."""
    says_no(house, draw_id, *numbers)
    found = proposed(house, draw_id)
    house.replacing.accept(found)
    return found


def age_of(house, process, number):
    return next(line.features["leeftijd"] for line in house.people.lines(process) if line.number == number)


def state_of(house, process, number):
    return next(line.state for line in house.people.lines(process) if line.number == number)


def test_full_panel_has_nothing_to_propose(house, drawn):
    assert proposed(house, drawn) is None


def test_who_joins_has_the_value_that_lacks(house, drawn, process):
    gone = house.drawing.view(drawn).panel[0]
    says_no(house, drawn, gone)

    found = proposed(house, drawn)

    assert age_of(house, process, found.joined[0]) == age_of(house, process, gone)
    assert found.misses == ()


def test_first_reserve_who_restores_the_quotas_is_proposed(house, drawn, process):
    view = house.drawing.view(drawn)
    says_no(house, drawn, view.panel[0])
    age = age_of(house, process, view.panel[0])

    fitting = next(each for each in view.reserves if age_of(house, process, each) == age)

    assert proposed(house, drawn).joined == (fitting,)


def test_effect_shows_the_quota_before_meanwhile_and_after(house, drawn, process):
    gone = house.drawing.view(drawn).panel[0]
    says_no(house, drawn, gone)

    effect = next(each for each in proposed(house, drawn).effects if each.feature == "leeftijd")

    assert effect.value == age_of(house, process, gone)
    assert (effect.before, effect.now, effect.after) == (3, 2, 3)


def test_who_joins_is_drawn_and_is_on_the_call_list_with_a_day(house, drawn, process):
    says_no(house, drawn, house.drawing.view(drawn).panel[0])
    found = proposed(house, drawn)

    house.replacing.accept(found, date(2026, 3, 9))

    listed = house.calling.call_list(drawn)
    line = next(each for each in listed.lines if each.number == found.joined[0])
    assert (line.state, line.joined, line.reply_by) == (State.DRAWN, 1, date(2026, 3, 9))
    assert (len(listed.lines), listed.open_seats) == (6, 0)


def test_who_left_never_comes_back(house, drawn, process):
    gone = house.drawing.view(drawn).panel[0]
    left = members(house, drawn)[gone]
    found = replaced(house, drawn, gone)
    house.people.mark([left], State.RESERVE)

    says_no(house, drawn, found.joined[0])

    assert gone not in proposed(house, drawn).joined
    with pytest.raises(NotPossible, match="replace_filled"):
        house.calling.take_back(drawn, left, "toch wel")


def test_seats_that_come_open_together_are_filled_together(house, drawn):
    panel = house.drawing.view(drawn).panel

    found = replaced(house, drawn, *panel[:3])

    assert len(found.joined) == 3
    assert found.misses == ()
    with house.workspace.context.work.reading() as store:
        rows = store.find(Replacement, draw_id=drawn)
    assert [row.running for row in rows] == [1, 1, 1]
    assert {row.reason for row in rows} == {"verhuist"}


def test_seat_that_stays_open_is_filled_by_the_next_replacement(house, drawn, process):
    panel = house.drawing.view(drawn).panel
    young = [each for each in panel if age_of(house, process, each) == "jong"]
    others = [each for each in house.people.lines(process) if each.number not in panel]
    away = [each.participation_id for each in others[1:]]
    house.people.mark(away, State.WITHDRAWN)
    first = replaced(house, drawn, *young[:2])
    house.people.mark(away[:1], State.REGISTERED)

    second = proposed(house, drawn)
    house.replacing.accept(second)

    assert (first.still_open, second.seats, second.still_open) == (1, 1, 0)
    with house.workspace.context.work.reading() as store:
        rows = store.find(Replacement, draw_id=drawn)
    assert [(row.running, row.joins_id is None) for row in rows] == [(1, False), (1, True), (2, False)]


def test_quota_that_nobody_can_restore_is_named(house, drawn, process):
    panel = house.drawing.view(drawn).panel
    gone = next(each for each in panel if age_of(house, process, each) == "jong")
    young = [each for each in house.people.lines(process) if each.features["leeftijd"] == "jong"]
    house.people.mark([each.participation_id for each in young if each.number not in panel], State.WITHDRAWN)
    says_no(house, drawn, gone)

    found = proposed(house, drawn)

    assert len(found.joined) == 1
    assert {(miss.value, miss.short, miss.over) for miss in found.misses} == {("jong", 1, 0), ("oud", 0, 1)}


def test_proposal_made_before_another_answer_is_refused(house, drawn):
    panel = house.drawing.view(drawn).panel
    says_no(house, drawn, panel[0])
    old = proposed(house, drawn)
    says_no(house, drawn, panel[1])

    with pytest.raises(Conflict, match="replace_changed"):
        house.replacing.accept(old)


def test_replacement_without_anybody_is_refused(house, drawn):
    says_no(house, drawn, house.drawing.view(drawn).panel[0])

    with pytest.raises(NotPossible, match="replace_nobody"):
        house.replacing.accept(replace(proposed(house, drawn), joined=()))


def test_day_to_answer_in_the_past_is_refused_and_nothing_is_kept(house, drawn):
    says_no(house, drawn, house.drawing.view(drawn).panel[0])

    with pytest.raises(InvalidInput, match="reply_by_past"):
        house.replacing.accept(proposed(house, drawn), date(2026, 3, 1))

    assert house.calling.call_list(drawn).steps == ()


def test_withdrawn_draw_gives_everyone_who_joined_free_again(house, drawn, process):
    found = replaced(house, drawn, house.drawing.view(drawn).panel[0])

    house.drawing.withdraw(drawn, "opnieuw")

    assert state_of(house, process, found.joined[0]) is State.REGISTERED


def test_assumption_is_used_while_nothing_was_learnt(house, drawn, process):
    assert house.calling.call_list(drawn).drop_out == house.replacing.drop_out(process)
    assert not house.replacing.drop_out(process).learnt


@pytest.fixture
def folder(house, drawn, tmp_path):
    """The full folder of a draw with two replacements, the second of who joined with the first."""
    found = replaced(house, drawn, *house.drawing.view(drawn).panel[:2])
    replaced(house, drawn, found.joined[0])
    house.draw_folders.write(drawn, tmp_path / "draw")
    return tmp_path / "draw"


def codes(found):
    return {each.code: dict(each.params) for each in found.right}


def test_folder_with_replacements_is_right_at_both_levels(folder, tmp_path):
    assert codes(verify(folder))["right_replacements"] == {"replacements": 2}

    alone = shutil.copytree(folder / "openbaar", tmp_path / "public")
    assert codes(verify(Path(alone)))["right_chain"] == {"replacements": 2}


def test_public_form_names_nobody_and_counts_no_quota(folder):
    told = json.loads((folder / PUBLIC).read_text("utf-8"))

    kinds = {type(value) for step in told["steps"] for value in step.values()}
    assert kinds == {int, str, bool}
    assert set(told["steps"][0]) == {"running", "at", "seats", "filled", "quotas_met", "state", "mark"}


def change(path, where):
    found = json.loads(path.read_text("utf-8"))
    where(found)
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def join_somebody_else(found):
    step = found["steps"][1]
    other = next(each for each in map(str, range(1, 25)) if each not in step["joined"] + step["left"])
    step["joined"] = [other]


@pytest.mark.parametrize(
    ("name", "where", "said"),
    [
        (FULL, join_somebody_else, "Vervanging 2 in vervangingen.json is veranderd"),
        (FULL, lambda found: found["steps"][0]["left"].pop(), "Vervanging 1 in vervangingen.json"),
        (FULL, lambda found: found["steps"][1].update(state="0" * 64), "Vervanging 2 in vervangingen.json"),
        (FULL, lambda found: found["steps"][0].update(at="2026-03-03T09:00:00+00:00"), "Vervanging 2 in"),
        (FULL, lambda found: found["steps"][1].update(at="2026-03-03T09:00:00+00:00"), "waarvan de code"),
        (FULL, lambda found: found["steps"].pop(), "“steps” is niet wat het hoort te zijn"),
        (FULL, lambda found: found.update(draw="x"), "“draw” is niet wat het hoort te zijn"),
        (FULL, lambda found: found["steps"][0].pop("left"), "veranderd of beschadigd"),
        (PUBLIC, lambda found: found["steps"][0].update(mark="0" * 64), "Vervanging 1 in"),
        (PUBLIC, lambda found: found["steps"][1].update(quotas_met=False), "“steps” is niet wat"),
        (PUBLIC, lambda found: found.update(start="0" * 64), "“start” is niet wat het hoort te zijn"),
    ],
)
def test_changed_replacement_is_caught_and_named(folder, name, where, said):
    change(folder / name, where)

    with pytest.raises(CheckFailed) as raised:
        verify(folder)

    assert said in sentence(raised.value)


@pytest.mark.parametrize("name", [FULL, PUBLIC])
def test_replacements_that_were_taken_away_are_missed(folder, name):
    (folder / name).unlink()

    with pytest.raises(CheckFailed) as raised:
        verify(folder)

    assert name in sentence(raised.value)


def test_every_single_byte_of_the_replacements_counts(folder):
    whole = (folder / FULL).read_bytes()
    for place in range(0, len(whole), 37):
        changed = bytes([whole[place] ^ 1])
        (folder / FULL).write_bytes(whole[:place] + changed + whole[place + 1 :])

        with pytest.raises(BurgertopError):
            verify(folder)


def test_published_chain_alone_shows_a_changed_state(folder, tmp_path):
    alone = Path(shutil.copytree(folder / "openbaar", tmp_path / "public"))
    change(alone / FULL, lambda found: found["steps"][0].update(mark="0" * 64))

    with pytest.raises(CheckFailed) as raised:
        verify(alone)

    assert "Vervanging 2 in" in sentence(raised.value)


def test_chain_is_still_checked_after_an_erasure(house, drawn, folder):
    gone = house.drawing.view(drawn).panel[0]
    person = next(each for each in house.drawing.view(drawn).panel if each != gone)
    house.privacy.erase(house.people.story(members_ever(house, drawn)[person]).contact.person_id)

    found = draw_verifying.check(house.draw_folders.evidence(drawn), UNHEARD)

    assert codes(found)["right_chain"] == {"replacements": 2}


def members_ever(house, draw_id):
    """The participation of everyone in the process, by number."""
    process = house.drawing.view(draw_id).record.process_id
    return {line.number: line.participation_id for line in house.people.lines(process)}


def test_after_an_erasure_a_seat_is_filled_as_before(house, drawn, process):
    gone = house.drawing.view(drawn).panel[0]
    age = age_of(house, process, gone)
    house.privacy.erase(house.people.story(members(house, drawn)[gone]).contact.person_id)

    found = proposed(house, drawn)
    house.replacing.accept(found)

    assert age_of(house, process, found.joined[0]) == age
    assert house.calling.call_list(drawn).open_seats == 0


def test_protocol_tells_by_number_who_came_for_whom_and_on_what_the_list_counts(house, drawn):
    gone = house.drawing.view(drawn).panel[0]
    joined = replaced(house, drawn, gone).joined[0]

    told = house.draw_folders.protocol(drawn).drawn

    assert told.replacements == (f"Vervanging 1: {joined} in de plaats van {gone}.",)
    assert "15 % van de mensen afvalt" in told.reserve_rule.replace("\u00a0", " ")
