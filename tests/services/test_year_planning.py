"""The year of a panel: plans beside real advices, terms by the rule, and what members get."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.events import Presence
from burgertop_app.domain.people import State
from burgertop_app.domain.requests import PersonForm
from burgertop_app.domain.year import Asked, MemberLine, PlannedAdvice, PlanState, rotation

NEW = UUID(int=0)


def plan(process, **told):
    given = {
        "topic": "Groen",
        "asked": Asked.COLLEGE,
        "starts_on": date(2026, 4, 1),
        "due_on": date(2026, 6, 1),
    }
    return PlannedAdvice(id=NEW, process_id=process, **(given | told))


@pytest.fixture
def member(house, process):
    house.people.add(process, PersonForm(name="Noor Bakker"))
    who = house.people.lines(process)[0].participation_id
    house.people.mark([who], State.DRAWN)
    return who


def states(house, process):
    return [line.state for line in house.year.view(process).plans]


def test_a_plan_follows_the_advice_it_belongs_to(house, process, clock):
    kept = house.year.keep(plan(process)).id
    before = states(house, process)
    advice = house.advising.start(process, "Meer groen").id
    house.year.keep(PlannedAdvice(**{**vars(house.year.view(process).plans[0].plan), "advice_id": advice}))

    assert before == [PlanState.PLANNED]
    assert states(house, process) == [PlanState.WRITING]
    clock.on(days=120)
    assert states(house, process) == [PlanState.LATE]
    assert house.year.view(process).plans[0].plan.id == kept


def test_a_plan_whose_day_came_should_have_begun(house, process):
    house.year.keep(plan(process, starts_on=date(2026, 2, 1)))

    assert states(house, process) == [PlanState.SHOULD_START]


def test_one_advice_belongs_to_one_plan(house, process):
    advice = house.advising.start(process, "Meer groen").id
    house.year.keep(plan(process, advice_id=advice))

    with pytest.raises(NotPossible, match="planned_advice_taken"):
        house.year.keep(plan(process, topic="Verkeer", advice_id=advice))


def test_the_rule_of_the_form_tells_how_many_advices(house, process):
    house.year.keep(plan(process))

    view = house.year.view(process)

    assert (view.planned(), view.rule.low, view.rule.high) == (1, 3, 4)


def test_a_dropped_plan_can_be_put_back(house, process):
    house.year.keep(plan(process))
    kept = house.year.view(process).plans[0].plan
    house.year.drop(kept.id)
    gone = house.year.view(process).plans

    house.year.restore(kept)

    assert gone == ()
    assert len(house.year.view(process).plans) == 1


def test_a_term_follows_from_the_draw_and_the_rule(house, process, member):
    line = house.year.view(process).members[0]

    assert (line.joined_on, line.ends_on) == (date(2026, 3, 2), date(2028, 3, 2))


def test_a_term_filled_in_by_hand_counts(house, process, member):
    house.year.set_term(member, date(2025, 1, 1), date(2026, 12, 31))

    line = house.year.view(process).members[0]
    assert (line.ends_on, line.set_by_hand) == (date(2026, 12, 31), True)


def test_nobody_leaves_before_joining(house, member):
    with pytest.raises(InvalidInput, match="member_days"):
        house.year.set_term(member, date(2026, 1, 1), date(2027, 1, 1), date(2025, 1, 1))


def test_members_who_leave_on_one_day_are_one_rotation_three_months_ahead(clock):
    today = clock().date()
    ends = (date(2026, 9, 1), date(2026, 9, 1), date(2027, 3, 1), date(2026, 1, 1))
    lines = [MemberLine(NEW, str(n), "", State.DRAWN, date(2025, 1, 1), end) for n, end in enumerate(ends)]

    found = rotation(lines, today)

    assert [(one.on, one.leaving, one.draw_from) for one in found] == [
        (date(2026, 9, 1), 2, date(2026, 6, 1)),
        (date(2027, 3, 1), 1, date(2026, 12, 1)),
    ]


def test_a_reward_is_for_who_came_and_is_paid_once(house, process, member):
    event = house.meetings.add(process, title="Paneldag", on=date(2026, 3, 1), place="").id
    house.event_day.attend(event, {member: Presence.PRESENT})
    house.year.reward(event, 5000)
    house.year.reward(event, 5000)
    before = house.year.view(process).members[0]

    paid = house.year.pay([member], None)

    assert (before.meetings, before.cents, before.unpaid_cents) == (1, 5000, 5000)
    assert house.year.view(process).members[0].unpaid_cents == 0
    house.year.unpay(paid)
    assert house.year.view(process).members[0].unpaid_cents == 5000


def test_a_meeting_without_anybody_has_no_reward(house, process):
    event = house.meetings.add(process, title="Paneldag", on=date(2026, 3, 1), place="").id

    with pytest.raises(NotPossible, match="reward_nobody"):
        house.year.reward(event, 5000)


def test_a_heavy_load_is_told(house, process):
    for said in ("many", "some"):
        begun = house.evaluating.begin(process, "load", date(2026, 3, 1)).id
        house.evaluating.answer(begun, "hours", text=said)

    load = house.year.view(process).load

    assert (load.answers, load.too_heavy) == (2, True)
