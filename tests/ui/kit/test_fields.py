"""Fields check while one types and hand over what is typed by themselves."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.ui.kit.fields import AUTOSAVE, ChoiceField, LineField, TextField, TickField
from burgertop_app.ui.kit.layout import column, holder
from burgertop_app.ui.kit.number_fields import DateField, NumberField, parse_date


def shown(qtbot, *fields):
    page = holder(column(*fields))
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    fields[0].page = page
    return fields[0]


def test_what_is_typed_is_handed_over_within_a_second(qtbot):
    field = shown(qtbot, LineField("Titel"))

    with qtbot.waitSignal(field.saved, timeout=1000) as heard:
        qtbot.keyClicks(field.editor, "Wonen ")

    assert heard.args == ["Wonen"]
    assert AUTOSAVE == 600


def test_leaving_the_field_hands_over_at_once(qtbot):
    field, other = LineField("Titel"), LineField("Onderwerp")
    shown(qtbot, field, other)
    field.editor.setFocus()
    heard = []
    field.saved.connect(heard.append)

    qtbot.keyClicks(field.editor, "Wonen")
    other.editor.setFocus()

    assert heard == ["Wonen"]


def test_nothing_is_handed_over_twice(qtbot):
    field = shown(qtbot, LineField("Titel"))
    heard = []
    field.saved.connect(heard.append)
    qtbot.keyClicks(field.editor, "Wonen")

    field.flush()
    field.flush()

    assert heard == ["Wonen"]


def test_mistake_is_said_below_the_field_and_not_handed_over(qtbot):
    field = shown(qtbot, NumberField("Plaatsen", low=1, high=9))
    heard = []
    field.saved.connect(heard.append)

    qtbot.keyClicks(field.editor, "12")
    field.flush()

    assert field.mistake == "Vul een heel getal in van 1 tot en met 9."
    assert heard == []


def test_own_check_speaks_through_its_error(qtbot):
    def check(value):
        if not value:
            raise InvalidInput("field_date")

    field = shown(qtbot, LineField("Titel", check))
    qtbot.keyClicks(field.editor, "x")

    qtbot.keyClick(field.editor, Qt.Key.Key_Backspace)

    assert field.mistake.startswith("Dit is geen datum")


def test_stored_value_does_not_overwrite_what_is_being_typed(qtbot):
    field = shown(qtbot, LineField("Titel"))
    qtbot.keyClicks(field.editor, "Won")

    field.put("Groen")

    assert field.value() == "Won"


def test_putting_a_value_tells_nobody(qtbot):
    field = shown(qtbot, TextField("Waarom"))
    heard = []
    field.changed.connect(heard.append)

    field.put("Omdat het tocht.")
    field.flush()

    assert (field.value(), heard) == ("Omdat het tocht.", [])


def test_choice_gives_the_value_behind_the_words(qtbot):
    field = shown(qtbot, ChoiceField("Soort", [("tip", "tip"), ("wish", "aanbeveling")], empty="kies…"))
    assert field.value() is None

    field.put("wish")

    assert field.value() == "wish"


def test_tick_is_handed_over(qtbot):
    field = shown(qtbot, TickField("Met namen"))
    heard = []
    field.changed.connect(heard.append)

    qtbot.mouseClick(field.editor, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))

    assert heard == [True]


@pytest.mark.parametrize("text", ["28-12-2026", "28/12/2026", "28.12.2026", "2026-12-28", " 28-12-2026 "])
def test_dates_are_read_as_people_write_them(text):
    assert parse_date(text) == date(2026, 12, 28)


@pytest.mark.parametrize("text", ["31-11-2026", "morgen", "28-12-26", "", "2026-13-01"])
def test_dates_that_do_not_exist_are_refused(text):
    with pytest.raises(InvalidInput):
        parse_date(text)


def test_half_a_date_is_no_mistake_while_it_is_typed(qtbot):
    field = shown(qtbot, DateField("Klaar op"))
    field.setFocus()

    qtbot.keyClicks(field.editor, "28-12-20")

    assert field.mistake == ""


def test_half_a_date_is_a_mistake_when_the_field_is_left(qtbot):
    field = shown(qtbot, DateField("Klaar op"))
    field.setFocus()
    qtbot.keyClicks(field.editor, "28-12-20")

    field.editor.clearFocus()

    assert field.mistake == "Dit is geen datum. Schrijf bijvoorbeeld 28-12-2026."


def test_optional_date_may_stay_empty(qtbot):
    field = shown(qtbot, DateField("Klaar op", optional=True))

    assert field.value() is None
    assert field.valid
