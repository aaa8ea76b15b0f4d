"""The repair of a plan on the day, and the rules in the set-up: one gesture, one effect."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from screens import settle, when_asked

from burgertop_app.domain.events import PairKind, Presence
from burgertop_app.domain.people import NeedKind
from burgertop_app.ui.seating.page import SETUP
from burgertop_app.ui.seating.repair import RepairForm
from burgertop_app.ui.seating.rules_card import PairForm


@pytest.fixture
def event(meet):
    return meet()


@pytest.fixture
def page(event, plan, open_page):
    plan(event)
    return open_page()


def absent(qtbot, page, desk, event, count):
    """So many people with a seat stayed away."""
    away = [line.participation_id for line in page.found.guests[:count]]
    page.ask(lambda: desk.services.event_day.attend(event, dict.fromkeys(away, Presence.ABSENT)))
    settle(qtbot, desk)


def test_repair_is_offered_only_when_somebody_stayed_away(qtbot, desk, event, page):
    before = page.mend.isVisibleTo(page)

    absent(qtbot, page, desk, event, 3)

    assert not before
    assert page.mend.isVisibleTo(page)


def test_the_three_numbers_are_shown_before_the_plan_is_taken(qtbot, desk, event, page):
    absent(qtbot, page, desk, event, 1)
    seen = []

    def look(form):
        form.slider.setValue(0)
        seen.append((form.said("moved"), form.said("excess"), form.said("repeats")))
        form.accept()

    when_asked(RepairForm, look)
    page.mend.click()
    settle(qtbot, desk, timeout=90_000)

    (moved, excess, repeats) = seen[0]
    assert moved == ("0", "plaatsen op de kaarten veranderen van de 87")
    assert excess[1].startswith("oneerlijke")
    assert repeats[0].isdigit()
    assert page.found.room.version.version == 2
    assert len(page.found.room.given.participations) == 29


def test_cancel_keeps_the_plan(qtbot, desk, event, page):
    absent(qtbot, page, desk, event, 3)

    when_asked(RepairForm, lambda form: form.reject())
    page.mend.click()
    settle(qtbot, desk, timeout=90_000)

    assert page.found.room.version.version == 1


def test_a_rule_for_two_people_is_kept_and_undone(qtbot, desk, event, page):
    page._show(SETUP)
    first, second = page.found.guests[:2]

    def fill(form):
        form._one.put(first.participation_id)
        form._other.put(second.participation_id)
        form._check()
        form.accept()

    when_asked(PairForm, fill)
    page.act.pair()
    settle(qtbot, desk)

    kept = page.found.room.pairs
    assert [(rule.kind, rule.a_id) for rule in kept] == [(PairKind.APART, first.participation_id)]
    desk.undo.undo()
    settle(qtbot, desk)
    assert page.found.room.pairs == ()


def test_tables_for_a_need_are_typed_as_numbers(qtbot, desk, event, page):
    page.act.serve(NeedKind.WHEELCHAIR, (1, 2))
    settle(qtbot, desk)
    page._show(SETUP)

    assert page.setup.rules.serving[NeedKind.WHEELCHAIR].value() == "1-2"


def test_the_calm_choice_is_the_usual_one(qtbot, desk, event, page):
    absent(qtbot, page, desk, event, 2)
    seen = []

    def look(form):
        seen.append(form.slider.value())
        form.reject()

    when_asked(RepairForm, look)
    page.mend.click()
    settle(qtbot, desk, timeout=90_000)

    assert seen == [2]


def test_a_rule_that_the_plan_does_not_keep_is_listed_by_name(qtbot, desk, event, page):
    room = page.found.room
    one, other = room.seated[room.rounds[0].id][0].people[:2]
    rules = desk.services.table_rules
    page.ask(lambda: rules.pair(event, PairKind.APART, one.participation_id, other.participation_id))
    settle(qtbot, desk)

    page.area.strip.figures[2].click()

    assert page.area.strip.figures[2].figure.number != "0"
    told = " ".join(label.text() for label in page.area.where.findChildren(QLabel))
    assert one.name in told
    assert "zitten nooit bij elkaar" in told


def test_what_no_plan_can_avoid_is_told(page):
    page.area.strip.figures[1].click()

    told = " ".join(label.text() for label in page.area.where.findChildren(QLabel))
    assert "5 tafels van 6: minstens 10 keer" in told
