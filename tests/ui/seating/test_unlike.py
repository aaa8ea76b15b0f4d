"""The exceptions in the set-up: asked in a form, kept, told in a sentence, and undone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from screens import photograph, settle, when_asked

from burgertop_app.domain.people import Role, State
from burgertop_app.domain.requests import PersonForm
from burgertop_app.domain.seating_rules import Mixing, ValueMixing
from burgertop_app.ui.seating.unlike_forms import ChoiceForm, MixForm, SeatsForm, StayForm, TopicsForm


@pytest.fixture
def event(meet):
    return meet()


@pytest.fixture
def somebody(house, event):
    return house.meetings.expected(event)[0]


def said(card):
    return " ".join(label.text() for label in card.findChildren(QLabel))


def answer(kind, fill):
    def act(form):
        fill(form)
        form.accept()

    when_asked(kind, act)


def test_somebody_who_comes_later_is_told_and_can_be_undone(qtbot, desk, house, event, open_page, somebody):
    page = open_page()

    def fill(form):
        form.who.put(somebody.participation_id)
        form.first.put(2)
        form._check()

    answer(StayForm, fill)
    page.setup.unlike.stay.click()
    settle(qtbot, desk)
    told = said(page.setup.unlike)
    desk.undo.undo()
    settle(qtbot, desk)

    assert f"{somebody.name} is er vanaf ronde 2." in told
    assert house.seating.room(event).stays == {}


def test_a_round_taken_away_tells_who_came_for_it_and_brings_it_back(
    qtbot, desk, house, event, open_page, somebody
):
    house.table_rules.stay(event, somebody.participation_id, 2, 2)
    page = open_page()

    page.act.remove_round(house.meetings.rounds(event)[1].id)
    settle(qtbot, desk)
    told = said(page.setup.unlike)
    done = desk.undo.next_undo.text
    desk.undo.undo()
    settle(qtbot, desk)

    assert f"{somebody.name} is er in geen enkele ronde meer" in told
    assert f"{somebody.name} is er in geen enkele ronde meer" in done
    stay = house.seating.room(event).stays[somebody.participation_id]
    assert (stay.first, stay.last) == (2, 2)


def test_rounds_that_change_places_tell_who_is_not_there_all_day(
    qtbot, desk, house, event, open_page, somebody
):
    house.table_rules.stay(event, somebody.participation_id, 3)
    page = open_page()
    first, second, third = house.meetings.rounds(event)

    page.act.set_rounds((first, third, second))
    settle(qtbot, desk)

    assert f"{somebody.name} is er alleen in ronde 2." in desk.undo.next_undo.text


def test_a_fixed_seat_in_a_round_that_is_missed_is_told(qtbot, desk, house, event, open_page, somebody):
    place = house.meetings.places(event)[0]
    house.event_day.lock(event, somebody.participation_id, place)
    page = open_page()

    page.unlike.stay(somebody.participation_id, 2, 0)
    settle(qtbot, desk)

    told = "De vaste plaats aan tafel 1 in ronde 1 telt niet zolang deze persoon er dan niet is."
    assert told in desk.undo.next_undo.text
    assert told in said(page.setup.unlike)


def test_rounds_the_wrong_way_round_cannot_be_kept(open_page, event, house, qtbot):
    page = open_page()
    room = house.seating.room(event)
    form = StayForm(page, house.meetings.expected(event), room.rounds)
    qtbot.addWidget(form)

    form.who.put(house.meetings.expected(event)[0].participation_id)
    form.first.put(3)
    form.last.put(1)
    form._check()

    assert not form.yes.isEnabled()


def test_whether_the_tables_fit_counts_who_is_there_in_each_round(qtbot, desk, house, event, open_page):
    house.meetings.set_tables(event, 5, low=5, high=6)
    for line in house.meetings.expected(event)[:6]:
        house.table_rules.stay(event, line.participation_id, 2)
    page = open_page()
    late = page.setup.fit.text()

    house.meetings.set_tables(event, 5, low=4, high=6)
    page.load()
    settle(qtbot, desk)

    wrong = "Ronde 1 past niet: er zijn 24 mensen, met plaatsen voor 25 tot 30."
    assert late == f"Er worden 30 mensen verwacht. {wrong}"
    assert page.setup.fit.text() == "Er worden 30 mensen verwacht. Ze passen in elke ronde."


def test_without_observers_it_is_told_where_to_add_them(open_page, event):
    assert "Dit traject heeft geen waarnemers." in said(open_page().setup.unlike)


def test_a_smaller_table_is_kept_and_taken_away(qtbot, desk, house, event, open_page):
    page = open_page()

    def fill(form):
        form.tables.put("2-3")
        form.low.put(2)
        form.high.put(4)
        form._check()

    answer(SeatsForm, fill)
    page.setup.unlike.seats.click()
    settle(qtbot, desk)
    told = said(page.setup.unlike)
    page.setup.unlike.seats_gone.emit([2, 3])
    settle(qtbot, desk)

    assert "Tafels 2 en 3: 2 tot 4 mensen." in told
    assert not any(table.own_high for table in house.meetings.tables(event))


def test_an_observer_gets_a_seat_when_ticked(qtbot, desk, house, process, event, open_page):
    form = PersonForm(name="Kees de Waarnemer", role=Role.OBSERVER, state=State.CONFIRMED)
    observer = house.people.add(process, form).id
    page = open_page()

    page.setup.unlike.watchers[observer]._box.click()
    page.setup.unlike.watchers[observer].flush()
    settle(qtbot, desk)

    assert observer in [line.participation_id for line in house.meetings.expected(event)]
    assert observer in page.found.coming


def test_a_group_kept_together_and_a_heavier_feature_are_told(qtbot, desk, house, event, open_page):
    page = open_page()

    def together(form):
        form.what.put(("wijk", form_value))
        form._check()
        form.how.put(Mixing.TOGETHER.value)

    def heavy(form):
        form.what.put(("wijk", ""))
        form._check()
        form.how.put("heavy")

    form_value = page.found.features["wijk"][0]
    for fill in (together, heavy):
        answer(MixForm, fill)
        page.setup.mix.other.click()
        settle(qtbot, desk)

    kept = house.seating.room(event).event
    assert kept.mixing == (ValueMixing("wijk", form_value, Mixing.TOGETHER),)
    assert kept.weights == {"wijk": 2.0}
    assert "Wijk telt zwaarder." in said(page.setup.mix)
    assert f"Wijk {form_value}: samen aan zo min mogelijk tafels." in said(page.setup.mix)


@pytest.fixture
def topics(house, event):
    for place, topic in zip(house.meetings.places(event), ("Groen", "Wonen") * 9, strict=False):
        house.meetings.describe_place(place.id, topic=topic)


def test_a_choice_of_one_person_is_kept(qtbot, desk, house, event, open_page, somebody, topics):
    page = open_page()

    def fill(form):
        form.who.put(somebody.participation_id)
        form._show()
        form.wanted[0].put("Wonen")
        form._check()

    answer(ChoiceForm, fill)
    page.setup.unlike.choice.click()
    settle(qtbot, desk)

    assert house.topic_choices.choices(event) == {somebody.participation_id: ("Wonen",)}
    assert "1 persoon koos een thema." in said(page.setup.unlike)


def test_choices_from_a_file_are_told_before_they_are_kept(
    qtbot, desk, dialogs, house, event, open_page, somebody, topics, tmp_path
):
    path = tmp_path / "keuzes.csv"
    path.write_text(f"nummer,keuze 1\n{somebody.number},groen\n", encoding="utf-8")
    dialogs.files.append(path)
    page = open_page()

    page.setup.unlike.choices.click()
    settle(qtbot, desk)

    assert house.topic_choices.choices(event) == {somebody.participation_id: ("Groen",)}


def test_how_topics_are_given_is_kept(qtbot, desk, house, event, open_page):
    page = open_page()
    editor = next(iter(page.setup.editors.values()))

    editor.mode.put("top2")
    editor.mode.saved.emit("top2")
    settle(qtbot, desk)

    assert house.meetings.rounds(event)[0].topic_mode == "top2"


def test_earlier_meetings_are_asked_only_when_there_are_any(open_page, event):
    assert not open_page().setup.mix.earlier.isVisible()


def test_without_topics_there_is_nothing_to_choose(house, event, open_page):
    house.meetings.set_rounds(event, [replaced(turn) for turn in house.meetings.rounds(event)])
    page = open_page()

    assert not page.setup.unlike.choice.isEnabled()
    assert "er valt niets te kiezen" in said(page.setup.unlike)


def replaced(turn):
    from dataclasses import replace

    return replace(turn, topic="")


def test_the_exceptions_are_photographed(qtbot, desk, house, process, event, open_page, somebody, topics):
    house.people.add(process, PersonForm(name="Kees Vos", role=Role.OBSERVER, state=State.CONFIRMED))
    house.table_rules.stay(event, somebody.participation_id, 2)
    house.table_rules.seat(event, [2, 3], 2, 4)
    house.table_rules.mix(event, {"wijk": 2.0}, [ValueMixing("wijk", "Centrum", Mixing.TOGETHER)])
    page = open_page()
    page.setup.rules.setFixedHeight(page.setup.rules.sizeHint().height())

    pictures = photograph(page, "tables-unlike", size=(1232, 2000))

    assert all(path.stat().st_size > 20_000 for path in pictures)


def test_topics_per_table_are_written_with_their_numbers(qtbot, desk, house, event, open_page):
    page = open_page()
    editor = next(iter(page.setup.editors.values()))
    assert not editor.mode.isVisible()

    answer(TopicsForm, lambda form: form.topics.put("Groen: 1-2\nWonen: 4"))
    editor.topics_wanted.emit(editor.value().id)
    settle(qtbot, desk)

    first = house.seating.room(event).rounds[0]
    topics = {seated.table.no: seated.place.topic for seated in house.seating.room(event).seated[first.id]}
    assert topics == {1: "Groen", 2: "Groen", 3: "", 4: "Wonen", 5: ""}
    assert editor.mode.isVisible()


@pytest.mark.parametrize("text", ["Groen", "Groen: 9", "Groen: 1\nWonen: 1", ": 1", "Groen: een"])
def test_topics_that_cannot_be_read_are_not_kept(qtbot, open_page, event, text):
    form = TopicsForm(open_page(), {}, 5)
    qtbot.addWidget(form)

    form.topics.put(text)

    assert not form.topics.valid
