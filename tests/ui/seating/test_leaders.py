"""Languages and facilitators in the set-up: asked in a form, kept, told in a sentence, and undone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from screens import photograph, settle, when_asked

from burgertop_app.ui.seating.leaders_forms import AsksForm, BringsForm, LanguageForm


@pytest.fixture
def event(meet):
    return meet()


def said(card):
    return " ".join(label.text() for label in card.findChildren(QLabel))


def answer(kind, fill):
    def act(form):
        fill(form)
        form.accept()

    when_asked(kind, act)


def test_what_tables_ask_is_written_told_and_undone(qtbot, desk, house, event, open_page):
    page = open_page()
    card = page.setup.leaders

    answer(AsksForm, lambda form: (form.languages.put("Turks: 2-3"), form.skills.put("techniek: 1")))
    card.asks.click()
    settle(qtbot, desk)
    told = said(card)
    desk.undo.undo()
    settle(qtbot, desk)

    assert "Tafels 2 en 3 vragen Turks." in told
    assert "Tafel 1 vraagt techniek." in told
    assert "Geen gespreksleider brengt" in told
    assert not any(table.properties for table in house.meetings.tables(event))


def test_what_a_facilitator_brings_is_kept_and_told(qtbot, desk, house, event, open_page):
    house.table_rules.ask(event, {"language:Turks": [2]})
    page = open_page()
    card, leader = page.setup.leaders, page.found.room.facilitators[0]

    def fill(form):
        form.who.put(leader.participation_id)
        form._show()
        form.languages.put("Nederlands, Turks")

    answer(BringsForm, fill)
    card.brings.click()
    settle(qtbot, desk)

    assert f"{leader.name}: Nederlands, Turks" in said(card)
    assert not card._lacking.isVisibleTo(card)


def test_who_needs_a_language_is_told_and_taken_away(qtbot, desk, house, event, open_page):
    page = open_page()
    card, person = page.setup.leaders, house.meetings.expected(event)[0]

    def fill(form):
        form.who.put(person.participation_id)
        form._show()
        form.languages.put("Turks")

    answer(LanguageForm, fill)
    card.language.click()
    settle(qtbot, desk)
    before = said(card)
    card.language_gone.emit(person.participation_id)
    settle(qtbot, desk)

    assert f"{person.name} heeft Turks nodig, maar nog geen tafel vraagt dat." in before
    assert house.seating.room(event).languages == {}


@pytest.mark.parametrize("text", ["Turks", "Turks: 9", ": 1", "Turks: een"])
def test_lines_that_cannot_be_read_are_not_kept(qtbot, open_page, event, text):
    form = AsksForm(open_page(), {}, 5)
    qtbot.addWidget(form)

    form.languages.put(text)

    assert not form.languages.valid


def test_languages_and_facilitators_are_photographed(qtbot, desk, house, event, open_page):
    room = house.seating.room(event)
    house.table_rules.ask(event, {"language:Turks": [2, 3], "language:Arabisch": [4], "skill:techniek": [1]})
    house.event_day.facilitator(room.facilitators[0].participation_id, ("Nederlands", "Turks"), ("techniek",))
    for line, language in zip(house.meetings.expected(event), ("Turks", "Farsi"), strict=False):
        house.table_rules.speak(line.participation_id, (language,))
    house.table_rules.stay(event, house.meetings.expected(event)[3].participation_id, 2)
    page = open_page()

    pictures = photograph(page, "tables-leaders", size=(1232, 2300))
    for form, name in (
        (AsksForm(page, {"language:Turks": [2, 3], "skill:techniek": [1]}, 5), "tables-form-asks"),
        (BringsForm(page, room.facilitators, house.seating.room(event).brings), "tables-form-brings"),
        (LanguageForm(page, page.found.guests, {}), "tables-form-language"),
    ):
        qtbot.addWidget(form)
        pictures += photograph(form, name, size=None)

    assert all(path.stat().st_size > 3_000 for path in pictures)
