"""The page about people: the list, one person, editing, adding, states, erasing and Excel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from screens import flush, settle

from burgertop_app.domain.people import NeedKind, State
from burgertop_app.domain.requests import PersonForm
from burgertop_app.exchange.workbooks import read_table
from burgertop_app.services.people import form_of
from burgertop_app.ui.people.dialogs import EraseDialog, ExportDialog
from burgertop_app.ui.people.page import EMPTY, NORMAL


@pytest.fixture
def three(house, process):
    """Three people, by their participation."""
    forms = (
        PersonForm(name="Ana Vos", features={"wijk": "Noord"}, needs={NeedKind.INTERPRETER: "Turks"}),
        PersonForm(name="Bo de Wit", features={"wijk": "Zuid"}, channel="brief"),
        PersonForm(name="Cees Blom", features={"wijk": "Zuid"}, state=State.INVITED),
    )
    return [house.people.add(process, form).id for form in forms]


def show(qtbot, page, process, focus=None):
    page.resize(1184, 844)
    page.show_process(process, focus)
    page.show()
    settle(qtbot, page.desk)
    return page


def names(page):
    return [line.name for line in page.list.table.model.shown]


def test_an_empty_process_says_what_comes_here(qtbot, page, process):
    show(qtbot, page, process)

    assert page._stack.currentIndex() == EMPTY


def test_everyone_is_in_the_list_with_a_column_per_feature(qtbot, page, process, three):
    show(qtbot, page, process)

    assert page._stack.currentIndex() == NORMAL
    assert names(page) == ["Ana Vos", "Bo de Wit", "Cees Blom"]
    assert "feature:wijk" in [column.key for column in page.list.table.model.columns]
    assert page.head.sentence.text() == "2 aangemeld"


def test_typing_a_name_narrows_the_list(qtbot, page, process, three):
    show(qtbot, page, process)

    qtbot.keyClicks(page.list.search, "wit")

    assert names(page) == ["Bo de Wit"]


def test_a_tick_narrows_the_list(qtbot, page, process, three):
    show(qtbot, page, process)

    page.list.facets.tick("feature:wijk", "Zuid", on=True)

    assert names(page) == ["Bo de Wit", "Cees Blom"]


def test_choosing_a_row_tells_the_story(qtbot, page, process, three):
    show(qtbot, page, process)

    page.list.table.select(three[0])
    settle(qtbot, page.desk)

    assert page.panel.isVisible()
    assert page.panel.story.line.name == "Ana Vos"


def test_another_page_can_ask_for_a_person(qtbot, page, process, three):
    show(qtbot, page, process, three[1])

    assert page.panel.story.line.name == "Bo de Wit"
    assert page.list.table.current.participation_id == three[1]


def test_what_is_typed_is_kept_without_a_button(qtbot, page, house, process, three):
    show(qtbot, page, process, three[0])
    page.panel.edit_wanted.emit(page.panel.story)

    page.fields.email.editor.setText("ana@example.org")
    page.fields.email.typed()
    qtbot.waitUntil(lambda: house.people.story(three[0]).contact.email == "ana@example.org", timeout=3000)


def test_reading_again_leaves_the_fields_that_are_typed_in(qtbot, page, process, three):
    show(qtbot, page, process, three[0])
    page.panel.edit_wanted.emit(page.panel.story)

    page.load()
    settle(qtbot, page.desk)

    assert page.fields.isVisible()


def test_a_name_cannot_be_emptied(qtbot, page, house, process, three):
    show(qtbot, page, process, three[0])
    page.panel.edit_wanted.emit(page.panel.story)

    page.fields.name.editor.setText("")
    page.fields.name.typed()
    page.editing.leave()
    settle(qtbot, page.desk)

    assert house.people.story(three[0]).contact.name == "Ana Vos"


def test_an_edit_can_be_undone_as_one(qtbot, page, house, process, three):
    show(qtbot, page, process, three[0])
    story = page.panel.story
    page.panel.edit_wanted.emit(story)
    page.fields.features["wijk"].put("Zuid")
    page.fields.features["wijk"].typed()
    page.fields.needs[NeedKind.INTERPRETER].tick.editor.click()
    page.panel._buttons.itemAt(0).widget().click()
    settle(qtbot, page.desk)
    assert house.people.lines(process)[0].features == {"wijk": "Zuid"}

    page.desk.undo.undo()
    settle(qtbot, page.desk)

    line = house.people.lines(process)[0]
    assert (line.features, line.needs) == ({"wijk": "Noord"}, (NeedKind.INTERPRETER,))


def test_somebody_is_added_as_soon_as_there_is_a_name_and_only_once(qtbot, page, house, process, dialogs):
    show(qtbot, page, process)
    page.add()
    settle(qtbot, page.desk)

    page.fields.name.editor.setText("Dirk Bos")
    page.fields.name.typed()
    page.fields.name.flush()
    page.fields.phone.editor.setText("06 12345678")
    page.fields.phone.typed()
    page.fields.phone.flush()
    settle(qtbot, page.desk)

    (line,) = house.people.lines(process)
    assert line.name == "Dirk Bos"
    assert house.people.story(line.participation_id).contact.phone == "06 12345678"
    assert "niet versleuteld" in dialogs.asked[0]


def test_the_file_is_told_about_once_only(qtbot, page, house, process, dialogs):
    show(qtbot, page, process)
    for name in ("Dirk Bos", "Els Mol"):
        page.add()
        settle(qtbot, page.desk)
        page.fields.name.editor.setText(name)
        page.fields.name.typed()
        page.fields.name.flush()
        settle(qtbot, page.desk)

    assert len(house.people.lines(process)) == 2
    assert len(dialogs.asked) == 1


def test_signing_off_needs_a_reason_and_can_be_undone(qtbot, page, house, process, three, dialogs):
    dialogs.reasons.append("verhuist")
    show(qtbot, page, process, three[0])

    page.panel.withdraw_wanted.emit(page.panel.story)
    settle(qtbot, page.desk)
    assert house.people.story(three[0]).story[-1].note == "verhuist"

    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert house.people.lines(process)[0].state is State.REGISTERED


def test_without_a_reason_nobody_is_signed_off(qtbot, page, house, process, three):
    show(qtbot, page, process, three[0])

    page.panel.withdraw_wanted.emit(page.panel.story)
    settle(qtbot, page.desk)

    assert house.people.lines(process)[0].state is State.REGISTERED


def test_several_people_get_a_state_at_once(qtbot, page, house, process, three):
    show(qtbot, page, process)
    page.list.table.view.selectAll()

    entries = page.act.entries(page.list.table.selected)
    next(act for said, _icon, act in entries if said == "Status: zei nee")()
    settle(qtbot, page.desk)

    assert {line.state for line in house.people.lines(process)} == {State.DECLINED}


def test_the_erase_button_waits_for_the_number(qtbot, page, house, process, three):
    dialog = EraseDialog(None, house.people.lines(process)[1])
    qtbot.addWidget(dialog)
    before = dialog.yes.isEnabled()

    qtbot.keyClicks(dialog.number.editor, "2")

    assert (before, dialog.yes.isEnabled()) == (False, True)


def test_erasing_leaves_the_number_and_no_way_back(qtbot, page, house, process, three, monkeypatch):
    show(qtbot, page, process, three[0])
    page.act.mark([page.panel.story.line], State.DECLINED)
    settle(qtbot, page.desk)
    monkeypatch.setattr(page.act, "agrees_to_erase", lambda _line, _outlook: True)

    page.act.erase(page.panel.story)
    settle(qtbot, page.desk)

    line = house.people.lines(process)[0]
    assert (line.number, line.name, line.state) == ("1", "", State.ERASED)
    assert page.desk.undo.next_undo is None


def test_the_list_goes_to_excel_with_a_record(qtbot, page, house, process, three, dialogs, tmp_path):
    show(qtbot, page, process)
    qtbot.keyClicks(page.list.search, "zuid")
    dialogs.files.append(tmp_path / "mensen.xlsx")

    page.act.write(process, page.list.table.sheet(), "Bellijst")
    settle(qtbot, page.desk)

    (record,) = house.privacy.exports(process)
    assert [row[1] for row in read_table(tmp_path / "mensen.xlsx").rows] == ["Bo de Wit", "Cees Blom"]
    assert (record.people, record.purpose) == (2, "Bellijst")


def test_the_export_button_waits_for_a_purpose(qtbot, page, process, three):
    show(qtbot, page, process)
    dialog = ExportDialog(None, page.list.table.sheet(), "")
    qtbot.addWidget(dialog)
    before = dialog.yes.isEnabled()

    qtbot.keyClicks(dialog.purpose.editor, "Bellijst")

    assert (before, dialog.yes.isEnabled()) == (False, True)


def test_bars_compare_inhabitants_registered_and_drawn(qtbot, page, process, residents):
    show(qtbot, page, process)

    assert page.shares.isVisible()
    assert page.shares._pictured._table.columnCount() == 6


def test_features_fold_when_there_is_no_room_and_come_back(qtbot, page, process, residents):
    show(qtbot, page, process)
    page.resize(900, 700)
    flush()
    narrow = len(page.list._folded)

    page.resize(1600, 900)
    flush()

    assert narrow > 0
    assert page.list._folded == set()


def test_the_list_can_be_walked_with_the_keyboard(qtbot, page, process, three):
    show(qtbot, page, process)
    page.list.table.select(three[0])

    qtbot.keyClick(page.list.table.view, Qt.Key.Key_Down)
    settle(qtbot, page.desk)

    assert page.panel.story.line.name == "Bo de Wit"


def test_tick_keeps_a_consent_of_today_and_the_drawer_tells_it(qtbot, page, house, process, three):
    show(qtbot, page, process, three[0])
    page.panel.edit_wanted.emit(page.panel.story)

    page.fields.consent.tick.editor.click()
    page.panel._buttons.itemAt(0).widget().click()
    settle(qtbot, page.desk)

    (kept,) = house.people.story(three[0]).naming
    assert (kept.given_on, kept.withdrawn_on) == (page.desk.today(), None)
    assert "In het advies" in shown_texts(page.panel)


def test_taking_the_tick_away_withdraws_and_undo_gives_it_back(qtbot, page, house, process, three):
    story = house.people.story(three[0])
    given = page.desk.today()
    house.people.edit(three[0], replace(form_of(story), named_on=given))
    show(qtbot, page, process, three[0])
    page.panel.edit_wanted.emit(page.panel.story)

    page.fields.consent.tick.editor.click()
    page.panel._buttons.itemAt(0).widget().click()
    settle(qtbot, page.desk)
    assert [kept.withdrawn_on for kept in house.people.story(three[0]).naming] == [given]

    page.desk.undo.undo()
    settle(qtbot, page.desk)
    assert [kept.withdrawn_on for kept in house.people.story(three[0]).naming] == [None]


def test_day_of_a_consent_may_not_lie_ahead(qtbot, page, house, process, three):
    show(qtbot, page, process, three[0])
    page.panel.edit_wanted.emit(page.panel.story)
    field = page.fields.consent
    field.tick.editor.click()

    field.given_on.editor.setText("31-12-2099")
    field.given_on.typed()

    assert "moet nog komen" in field.given_on.mistake


def shown_texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_a_reminder_to_erase_opens_the_first_person_of_that_import(qtbot, page, house, process, three, clock):
    clock.on(days=400)
    batch = next(step.row for step in house.overview.steps(process) if step.code == "erase_people")

    show(qtbot, page, process, ("erase_people", batch))
    settle(qtbot, page.desk)

    assert page.panel.story.line.name == "Ana Vos"


def test_list_that_is_replaced_is_gone_at_once(qtbot, page, house, process, three):
    show(qtbot, page, process)
    before = page.list
    house.people.add(process, PersonForm(name="Dirk Bos", features={"opleiding": "mbo"}))

    page.fill(house.people.view(process))

    assert before is not page.list
    assert before.isHidden()
