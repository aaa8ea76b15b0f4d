"""Sitting members, people kept out, rest between panels, and several panels from one pool."""

from __future__ import annotations

import json
import pickle
from dataclasses import fields

import pytest

from burgertop_app.domain.draw_marks import CoolDown, Mark, MarkKind
from burgertop_app.domain.draw_records import DrawFile, DrawState, Outcome
from burgertop_app.domain.draw_requests import Level
from burgertop_app.domain.drawing import Commitment, DrawRequest, QuotaEntry, QuotaForm
from burgertop_app.domain.draws import Entry
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.keep_out import KeepOutReason
from burgertop_app.domain.people import State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewProcess, PersonForm
from burgertop_app.services.draw_calculating import calculate
from burgertop_app.services.draw_checks import verify
from burgertop_app.storage import draw_store
from tests.beginnings import beginning

TOLD = Commitment(number_source="Dobbelstenen", moment="4 maart", published_where="waterrijk.example")
FORM = QuotaForm(
    lines=(
        QuotaEntry(feature="leeftijd", value="jong", low=2, high=2),
        QuotaEntry(feature="leeftijd", value="oud", low=2, high=2),
    )
)
IN = Mark(MarkKind.KEPT_IN)
CONFLICT = Mark(MarkKind.KEPT_OUT, KeepOutReason.CONFLICT_OF_INTEREST)
GUARD = CoolDown(12, bars=True)


def fill(house, process, people=16, first=1):
    """People of two ages in one process, each at an address of their own; four seats."""
    for number in range(first, first + people):
        form = PersonForm(
            name=f"Bewoner {number}",
            address=f"Dorpsstraat {number}",
            postcode="1234 AB",
            features={"leeftijd": ("jong", "oud")[number % 2]},
        )
        house.people.add(process, form)
    house.draw_preparing.choose(process, seats=4, reserves=2, households=False)
    house.drawing.set_quotas(process, FORM)


@beginning
def pool(house, process):
    fill(house, process)
    return process


@pytest.fixture
def elsewhere(house):
    """Another process of the same workspace."""
    return house.processes.start(NewProcess(form="burgerpanel", title="Eerder panel")).id


def request_of(house, process):
    setup = house.draw_preparing.setup(process)
    return DrawRequest(
        process_id=process,
        seats=setup.seats,
        households=setup.choices.households,
        panel=setup.panel,
        cool_down=setup.choices.cool_down,
    )


def prepare(house, process):
    given = house.drawing.prepare(request_of(house, process))
    return house.drawing.keep(given, calculate(given, UNHEARD)).id


def draw(house, process):
    draw_id = prepare(house, process)
    house.drawing.commit(draw_id, TOLD)
    house.drawing.draw(draw_id, number=417, reserves=2)
    return draw_id


def ids(house, process, *numbers):
    return [line.participation_id for line in house.people.lines(process) if line.number in numbers]


def entries(house, draw_id):
    with house.workspace.context.work.reading() as store:
        return {entry.number: entry for entry in draw_store.entries(store, draw_id)}


def published(house, draw_id):
    with house.workspace.context.work.reading() as store:
        kept = store.one(DrawFile, draw_id=draw_id, name="openbaar/toezegging.json")
        return json.loads(kept.content)


def test_a_sitting_member_is_in_every_panel(house, pool):
    house.draw_marking.mark(ids(house, pool, "3"), IN)

    draw_id = prepare(house, pool)

    assert entries(house, draw_id)["3"].published == "1.000000000000"


def test_somebody_kept_out_has_no_chance_and_a_class(house, pool):
    house.draw_marking.mark(ids(house, pool, "3"), CONFLICT)

    found = entries(house, prepare(house, pool))["3"]

    assert (found.outcome, found.reason) == (Outcome.KEPT_OUT, "conflict_of_interest")
    assert float(found.exact) == float(found.published) == 0


def test_a_draw_with_marks_is_right_when_checked_and_lists_those_kept_out_with_no_chance(
    house, pool, tmp_path
):
    house.draw_marking.mark(ids(house, pool, "3", "4"), CONFLICT)
    house.draw_marking.mark(ids(house, pool, "5"), IN)
    draw_id = draw(house, pool)

    house.draw_folders.write(draw_id, tmp_path / "loting")

    assert verify(tmp_path / "loting").level is Level.FULL
    lines = (tmp_path / "loting" / "probabilities.csv").read_text("utf-8").splitlines()
    chances = dict(line.split(",") for line in lines[1:])
    assert (float(chances["3"]), float(chances["4"]), float(chances["5"])) == (0, 0, 1)


def test_the_protocol_tells_that_the_draw_was_blind_and_for_which_panel(house, pool):
    draw(house, pool)
    house.draw_preparing.another_panel(pool)
    second = draw(house, pool)

    paper = house.draw_folders.protocol(second)

    assert paper.masthead.process == "Burgerpanel Test, panel 2"
    assert "De loting was blind: de berekening kreeg nummers en kenmerken, nooit namen." in paper.rules
    assert [count.people for count in paper.kept_out] == [4, 2]


def test_the_commitment_counts_who_is_kept_in_and_out(house, pool):
    house.draw_marking.mark(ids(house, pool, "3", "4"), CONFLICT)
    house.draw_marking.mark(ids(house, pool, "5"), IN)
    draw_id = prepare(house, pool)

    house.drawing.commit(draw_id, TOLD)

    told = published(house, draw_id)
    assert (told["kept_in"], told["kept_out"]) == (1, {"conflict_of_interest": 2})


def test_a_mark_after_the_calculation_makes_it_out_of_date(house, pool):
    draw_id = prepare(house, pool)

    house.draw_marking.mark(ids(house, pool, "3"), IN)

    assert house.drawing.view(draw_id).outdated
    with pytest.raises(Conflict, match="draw_outdated"):
        house.drawing.commit(draw_id, TOLD)


def test_taking_a_mark_back_makes_the_calculation_right_again(house, pool):
    draw_id = prepare(house, pool)
    marked = ids(house, pool, "3")
    house.draw_marking.mark(marked, CONFLICT)

    house.draw_marking.put_back(dict.fromkeys(marked))

    assert not house.drawing.view(draw_id).outdated
    assert house.draw_marking.marks(pool) == {}


def test_a_mark_during_the_calculation_is_refused(house, pool):
    given = house.drawing.prepare(request_of(house, pool))
    lottery = calculate(given, UNHEARD)
    house.draw_marking.mark(ids(house, pool, "3"), IN)

    with pytest.raises(Conflict, match="draw_pool_changed"):
        house.drawing.keep(given, lottery)


def test_the_rule_on_addresses_chosen_later_makes_a_calculation_out_of_date(house, pool):
    draw_id = prepare(house, pool)

    house.draw_preparing.choose(pool, seats=4, reserves=2, households=True)

    assert house.drawing.view(draw_id).outdated


def test_only_who_waits_for_a_draw_gets_a_mark(house, pool):
    gone = ids(house, pool, "3")
    house.people.mark(gone, State.WITHDRAWN, "verhuisd")

    with pytest.raises(NotPossible, match="mark_not_registered"):
        house.draw_marking.mark(gone, IN)


def test_a_class_that_follows_from_a_draw_is_not_chosen_by_hand():
    with pytest.raises(InvalidInput, match="mark_reason"):
        Mark(MarkKind.KEPT_OUT, KeepOutReason.ALREADY_IN_PANEL)


def test_a_mark_stands_in_the_log(house, pool):
    house.draw_marking.mark(ids(house, pool, "3"), IN)

    assert "draw.mark" in {line.action for line in house.workspace.log()}


def test_people_of_an_earlier_panel_elsewhere_are_counted_and_may_be_drawn(house, pool, elsewhere):
    fill(house, elsewhere)
    draw(house, elsewhere)

    house.draw_preparing.choose(pool, seats=4, reserves=2, households=False, cool_down=CoolDown(12))

    setup = house.draw_preparing.setup(pool)
    assert len(setup.lately) == 4
    assert setup.keep_out == ()


def test_people_of_an_earlier_panel_elsewhere_are_kept_out_by_the_rule(house, pool, elsewhere):
    fill(house, elsewhere)
    before = house.drawing.view(draw(house, elsewhere)).panel

    house.draw_preparing.choose(pool, seats=4, reserves=2, households=False, cool_down=GUARD)
    panel = house.drawing.view(draw(house, pool)).panel

    assert {kept.number for kept in house.draw_preparing.setup(pool).keep_out} == set(before)
    assert not set(panel) & set(before)


def test_who_was_drawn_long_ago_may_be_drawn(house, pool, elsewhere, clock):
    fill(house, elsewhere)
    draw(house, elsewhere)
    clock.on(days=400)

    house.draw_preparing.choose(pool, seats=4, reserves=2, households=False, cool_down=GUARD)

    assert house.draw_preparing.setup(pool).lately == ()


def test_a_withdrawn_draw_elsewhere_keeps_nobody_out(house, pool, elsewhere):
    fill(house, elsewhere)
    house.drawing.withdraw(draw(house, elsewhere), "de lijst was niet volledig")

    house.draw_preparing.choose(pool, seats=4, reserves=2, households=False, cool_down=GUARD)

    assert house.draw_preparing.setup(pool).lately == ()


def test_a_second_panel_has_nobody_of_the_first(house, pool):
    first = house.drawing.view(draw(house, pool))
    house.draw_preparing.another_panel(pool)

    second = house.drawing.view(draw(house, pool))

    assert len(second.panel) == 4
    assert not set(first.panel + first.reserves) & set(second.panel + second.reserves)


def test_the_second_panel_tells_who_was_kept_out_and_counts_on(house, pool):
    first = draw(house, pool)
    house.draw_preparing.another_panel(pool)

    second = draw(house, pool)

    record, told = house.drawing.view(second).record, published(house, second)
    assert (record.panel, record.attempt) == (2, 2)
    assert told["kept_out"] == {"already_in_panel": 4, "reserve_elsewhere": 2}
    assert told["earlier_attempts"] == [house.drawing.view(first).record.lottery_sha256]


def test_both_panels_stand_and_can_be_looked_at(house, pool):
    first = draw(house, pool)
    house.draw_preparing.another_panel(pool)
    second = draw(house, pool)

    assert house.draw_preparing.setup(pool, 1).standing.id == first
    assert house.draw_preparing.setup(pool).standing.id == second


def test_withdrawing_the_first_panel_leaves_the_second(house, pool):
    first = draw(house, pool)
    house.draw_preparing.another_panel(pool)
    second = draw(house, pool)

    house.drawing.withdraw(first, "opnieuw")

    states = [line.state for line in house.people.lines(pool)]
    assert house.drawing.view(second).record.state is DrawState.DRAWN
    assert states.count(State.DRAWN) == 4


def test_the_first_panel_drawn_again_keeps_out_the_second(house, pool):
    first = draw(house, pool)
    house.draw_preparing.another_panel(pool)
    second = house.drawing.view(draw(house, pool))
    house.drawing.withdraw(first, "opnieuw")

    given = house.drawing.prepare(DrawRequest(process_id=pool, seats=4, panel=1))

    assert given.rules.barred == set(second.panel + second.reserves)
    assert given.attempt == 3


def test_a_recorded_panel_must_get_its_number_before_another_is_calculated(house, pool):
    first = draw(house, pool)
    house.draw_preparing.another_panel(pool)
    house.drawing.commit(prepare(house, pool), TOLD)
    house.drawing.withdraw(first, "opnieuw")

    with pytest.raises(NotPossible, match="draw_other_panel"):
        house.drawing.prepare(DrawRequest(process_id=pool, seats=4, panel=1))


def test_another_panel_comes_after_the_first_is_drawn(house, pool):
    prepare(house, pool)

    with pytest.raises(NotPossible, match="draw_panel_first"):
        house.draw_preparing.another_panel(pool)


def test_a_panel_without_a_draw_can_be_taken_away(house, pool):
    draw(house, pool)
    house.draw_preparing.another_panel(pool)

    house.draw_preparing.drop_panel(pool)

    assert house.draw_preparing.setup(pool).choices.panels == 1


def test_a_panel_with_a_draw_stays(house, pool):
    draw(house, pool)
    house.draw_preparing.another_panel(pool)
    prepare(house, pool)

    with pytest.raises(NotPossible, match="draw_panel_used"):
        house.draw_preparing.drop_panel(pool)


def test_the_second_panel_may_have_other_quotas(house, pool):
    first = draw(house, pool)
    house.draw_preparing.another_panel(pool)

    house.draw_preparing.ease(pool, {("leeftijd", "jong"): (1, 3), ("leeftijd", "oud"): (1, 3)})

    assert {line.low for line in house.drawing.view(first).quotas} == {2}
    assert {line.low for line in house.draw_preparing.setup(pool).lines} == {1}


def test_an_entry_of_the_pool_has_no_place_for_a_name():
    assert [each.name for each in fields(Entry)] == ["number", "values", "household"]


def test_the_calculation_gets_numbers_and_features_and_nothing_of_who_people_are(house, pool):
    house.draw_preparing.choose(pool, seats=4, reserves=2, households=True)
    given = house.drawing.prepare(request_of(house, pool))

    crossing = pickle.dumps(given)

    told = [b"Bewoner", b"Dorpsstraat", b"1234"]
    assert [word for word in told if word in crossing] == []
    assert {type(value) for entry in given.pool.entries for value in entry.values} == {str}
