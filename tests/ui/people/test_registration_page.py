"""Inviting, entering replies, the response and the closing, on the page about people.

Long because every step starts from the same letters and replies.
"""

from __future__ import annotations

import pytest
from registrants import set_quotas
from screens import photograph, settle

from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.people import State
from burgertop_app.domain.registration import ReplyForm
from burgertop_app.ui.people.inviting.run import COLUMNS, FILE, LETTERS, READY
from burgertop_app.ui.people.page import EMPTY, INVITING
from burgertop_app.ui.people.registration.doubles import FIRST, SECOND, DoubleDialog
from burgertop_app.ui.people.registration.doubts import DoubtsDialog
from burgertop_app.ui.people.registration.rules import RulesDialog

SIZES = {"": (1184, 844), "-small": (1124, 664)}
AREAS = ("Centrum", "Havenwijk", "Oosterpolder", "Zuiderveen")


@pytest.fixture
def sheet(tmp_path):
    """A register of four neighbourhoods."""
    rows = [
        f"Ana;de;Vries{home};Dorpsstraat;{home};;1495 JR;Waterrijk;{AREAS[home % 4]};{1945 + home % 60}"
        for home in range(1, 401)
    ]
    header = (
        "Voornaam;Tussenvoegsel;Achternaam;Straat;Huisnummer;Toevoeging;Postcode;Plaats;Wijk;Geboortejaar"
    )
    path = tmp_path / "register.csv"
    path.write_text("\n".join([header, *rows, "Bo;;Bos;Kade;;;;;Centrum;1980"]), encoding="utf-8")
    return path


@pytest.fixture
def shown(qtbot, page, house, process):
    set_quotas(house, process)
    page.resize(1184, 844)
    page.show_process(process)
    page.show()
    settle(qtbot, page.desk)
    return page


@pytest.fixture
def listed(qtbot, shown, sheet):
    """The wizard with the list read."""
    shown.invite_people()
    settle(qtbot, shown.desk)
    shown.invite.open_path(sheet)
    settle(qtbot, shown.desk)
    return shown.invite


def at_letters(qtbot, page):
    page.invite.wizard.wanted.emit(COLUMNS)
    page.invite.wizard.wanted.emit(LETTERS)
    settle(qtbot, page.desk)
    page.invite.letters.letters.put(120)
    page.invite.letters._show()


def made(qtbot, page):
    at_letters(qtbot, page)
    page.invite.wizard.wanted.emit(READY)
    settle(qtbot, page.desk)
    page.invite.wizard.finished.emit()
    settle(qtbot, page.desk)


@pytest.fixture
def invited(qtbot, shown, listed):
    """A hundred and twenty letters."""
    made(qtbot, shown)
    return shown


def codes(house, process):
    return [letter.code for letter in house.mailings.letters(process, MailKind.INVITATION)]


def enter(qtbot, page):
    page.registration.enter()
    settle(qtbot, page.desk)
    return page.registration.strip


def type_code(qtbot, page, code):
    strip = page.registration.strip
    strip.code.editor.setFocus()
    strip.code.editor.setText("")
    qtbot.keyClicks(strip.code.editor, code)
    settle(qtbot, page.desk)
    return strip


def test_wizard_waits_for_a_list(qtbot, shown):
    shown.invite_people()
    settle(qtbot, shown.desk)

    assert shown._stack.currentIndex() == INVITING
    assert shown.invite.wizard.step == FILE
    assert not shown.invite.wizard._next.isEnabled()


def test_columns_of_a_register_are_guessed(listed):
    assert len(listed.columns.columns.places) == 10
    assert listed.columns.area_feature.value() == "wijk"
    assert listed.columns.why_not == ""


def test_list_without_an_area_holds_the_wizard(qtbot, listed, shown):
    listed.wizard.wanted.emit(COLUMNS)
    for kind in ("area", "postcode"):
        field = listed.columns.fields[kind]
        field.put(None)
        field.typed()

    assert not listed.wizard._next.isEnabled()


def test_letters_are_shared_out_while_one_types(qtbot, shown, listed):
    at_letters(qtbot, shown)
    line = listed.letters.table.model.rows[0]

    listed.letters.type_in(line, "2,5")

    shared = {row.plan.name: row.letters for row in listed.letters.table.model.rows}
    assert shared == {"Centrum": 48, "Havenwijk": 24, "Oosterpolder": 24, "Zuiderveen": 24}


@pytest.mark.parametrize("typed", ["0", "veel", "101", ""])
def test_percentage_that_cannot_be_holds_the_wizard(qtbot, shown, listed, typed):
    at_letters(qtbot, shown)

    listed.letters.type_in(listed.letters.table.model.rows[0], typed)

    assert not listed.wizard._next.isEnabled()


def test_invitations_are_made_and_can_be_undone_and_done_again(qtbot, invited, house, process):
    assert len(house.people.lines(process)) == 120

    invited.desk.undo.undo()
    settle(qtbot, invited.desk)
    assert house.people.lines(process) == ()

    invited.desk.undo.redo()
    settle(qtbot, invited.desk)
    assert len(house.people.lines(process)) == 120


def test_missing_file_is_told_and_nothing_changes(qtbot, shown, tmp_path):
    shown.invite_people()
    settle(qtbot, shown.desk)

    shown.invite.open_path(tmp_path / "weg.csv")
    settle(qtbot, shown.desk)

    assert "weg.csv" in shown.invite.wizard.error_bar.text


def test_cancelling_keeps_nobody(qtbot, shown, listed, house, process):
    at_letters(qtbot, shown)

    listed.wizard.cancelled.emit()
    settle(qtbot, shown.desk)

    assert house.people.lines(process) == ()
    assert shown._stack.currentIndex() == EMPTY


def test_reply_is_entered_by_keyboard_alone(qtbot, invited, house, process):
    enter(qtbot, invited)
    strip = type_code(qtbot, invited, codes(house, process)[0].lower())
    qtbot.keyClicks(strip.features["opleiding"].editor, "hbo")

    qtbot.keyPress(strip.features["opleiding"].editor, "\r")
    settle(qtbot, invited.desk)

    (line,) = [each for each in house.people.lines(process) if each.state is State.REGISTERED]
    assert line.features["opleiding"] == "theoretisch"
    assert strip.code.value() == ""


def test_enter_of_a_scanner_keeps_no_empty_card(qtbot, invited, house, process):
    enter(qtbot, invited)
    strip = type_code(qtbot, invited, codes(house, process)[0])

    qtbot.keyPress(strip.code.editor, "\r")
    settle(qtbot, invited.desk)

    assert {line.state for line in house.people.lines(process)} == {State.INVITED}
    assert "Keep" in strip._hint.text() or "Bewaren" in strip._hint.text()


def test_empty_card_is_kept_with_the_button(qtbot, invited, house, process):
    enter(qtbot, invited)
    strip = type_code(qtbot, invited, codes(house, process)[0])

    strip._keep.click()
    settle(qtbot, invited.desk)

    assert State.REGISTERED in {line.state for line in house.people.lines(process)}


def test_strip_shows_the_value_that_was_understood(qtbot, invited, house, process):
    enter(qtbot, invited)
    strip = type_code(qtbot, invited, codes(house, process)[0])

    qtbot.keyClicks(strip.features["gender"].editor, "v")

    assert strip.features["gender"]._below.text() == "= vrouw"


def test_slip_in_a_code_is_told_below_the_field(qtbot, invited, house, process):
    code = codes(house, process)[0]
    enter(qtbot, invited)

    strip = type_code(qtbot, invited, code[1] + code[0] + code[2:] if code[0] != code[1] else "2" + code[1:])

    assert strip.code.mistake
    assert strip.invited is None


def test_reply_can_be_undone(qtbot, invited, house, process):
    enter(qtbot, invited)
    strip = type_code(qtbot, invited, codes(house, process)[0])
    strip.entered.emit(strip.reply)
    settle(qtbot, invited.desk)

    invited.desk.undo.undo()
    settle(qtbot, invited.desk)
    assert {line.state for line in house.people.lines(process)} == {State.INVITED}

    invited.desk.undo.redo()
    settle(qtbot, invited.desk)
    assert State.REGISTERED in {line.state for line in house.people.lines(process)}


@pytest.mark.parametrize(("chosen", "state"), [(FIRST, State.DECLINED), (SECOND, State.REGISTERED)])
def test_second_reply_asks_which_counts(qtbot, invited, house, process, monkeypatch, chosen, state):
    code = codes(house, process)[0]
    recorded = house.replying.record(process, ReplyForm(code=code, declines=True))
    monkeypatch.setattr(DoubleDialog, "exec", lambda _dialog: chosen)
    enter(qtbot, invited)
    strip = type_code(qtbot, invited, code)

    strip.entered.emit(strip.reply)
    settle(qtbot, invited.desk)

    states = {line.participation_id: line.state for line in house.people.lines(process)}
    assert states[recorded.change.id] is state


def test_response_is_shown_while_people_reply(qtbot, invited, house, process):
    house.replying.record(process, ReplyForm(code=codes(house, process)[0]))
    invited.load()
    settle(qtbot, invited.desk)

    assert invited.registration.response.isVisible()
    assert "120" in invited.registration.response._title.text()


def differing(house, process):
    letter = house.mailings.letters(process, MailKind.INVITATION)[0]
    said = next(area for area in AREAS if area != letter.area)
    house.replying.record(process, ReplyForm(code=letter.code, features={"wijk": said}))
    return said


def test_difference_is_decided_and_can_be_undone(qtbot, invited, house, process):
    said = differing(house, process)
    invited.load()
    settle(qtbot, invited.desk)
    (doubt,) = invited.registration.act.found.doubts

    invited.registration.act.on_decided(doubt, False)
    settle(qtbot, invited.desk)
    assert said in {
        line.features.get("wijk") for line in house.people.lines(process) if line.state is State.REGISTERED
    }

    invited.desk.undo.undo()
    settle(qtbot, invited.desk)
    assert len(house.registration.view(process).doubts) == 1


def test_closing_and_clearing_ask_first(qtbot, invited, house, process, dialogs):
    invited.registration.act.close()
    settle(qtbot, invited.desk)
    invited.registration.act.clear()
    settle(qtbot, invited.desk)

    assert len(dialogs.asked) == 3
    assert house.people.lines(process) == ()
    assert "gesloten" in invited.registration._said.text()


def test_reopening_asks_why(qtbot, invited, house, process, dialogs):
    house.registration.close(process)
    invited.load()
    settle(qtbot, invited.desk)
    dialogs.reasons.append("post bleef liggen")

    invited.registration.act.reopen()
    settle(qtbot, invited.desk)

    assert house.registration.view(process).closing is None


def test_menu_offers_what_can_be_done_now(qtbot, invited, house, process):
    invited.registration._fill_menu()
    before = [action.text() for action in invited.registration._menu.actions()]
    house.registration.close(process)
    invited.load()
    settle(qtbot, invited.desk)

    invited.registration._fill_menu()
    after = [action.text() for action in invited.registration._menu.actions()]

    assert before == [
        "Reacties invoeren",
        "Brieven en herinneringen…",
        "Aanmelding sluiten…",
        "Wie zich mag aanmelden…",
        "",
        "Representatieverklaring…",
    ]
    assert after[1] == "Aanmelding weer openen…"
    assert after[2].startswith("Wissen wie niet meedoet")


@pytest.mark.parametrize(("name", "size"), SIZES.items())
def test_the_wizard_is_drawn(qtbot, shown, sheet, name, size):
    shown.resize(*size)
    shown.invite_people()
    settle(qtbot, shown.desk)
    photograph(shown, f"invite{name}-1", size=size)
    shown.invite.open_path(sheet)
    settle(qtbot, shown.desk)
    shown.invite.wizard.wanted.emit(COLUMNS)
    photograph(shown, f"invite{name}-3", size=size)
    at_letters(qtbot, shown)
    photograph(shown, f"invite{name}-4", size=size)
    shown.invite.wizard.wanted.emit(READY)
    settle(qtbot, shown.desk)

    assert all(path.exists() for path in photograph(shown, f"invite{name}-5", size=size))


def some_replies(house, process):
    for place, code in enumerate(codes(house, process)[:40]):
        house.replying.record(
            process,
            ReplyForm(code=code, declines=place % 5 == 0, features={"opleiding": "hbo"}, channel="kaart"),
        )
    return differing(house, process)


@pytest.mark.parametrize(("name", "size"), SIZES.items())
def test_the_page_is_drawn_with_response_and_strip(qtbot, invited, house, process, name, size):
    some_replies(house, process)
    invited.resize(*size)
    invited.load()
    settle(qtbot, invited.desk)
    photograph(invited, f"registration{name}", size=size)
    photograph(invited, f"registration{name}", size=size, scale=2.0)
    enter(qtbot, invited)
    strip = type_code(qtbot, invited, codes(house, process)[1])
    qtbot.keyClicks(strip.features["gender"].editor, "v")

    assert all(path.exists() for path in photograph(invited, f"registration-strip{name}", size=size))


def test_dialogs_are_drawn(qtbot, invited, house, process):
    code = codes(house, process)[0]
    house.replying.record(process, ReplyForm(code=code, features={"opleiding": "hbo"}, channel="website"))
    differing(house, process)
    found = house.replying.look_up(process, code)
    view = house.registration.view(process)
    reply = ReplyForm(code=code, name="Ana de Vries", features={"opleiding": "praktisch"}, channel="kaart")
    doubts = DoubtsDialog(None)
    doubts.put(view.doubts)
    dialogs = {
        "registration-double": DoubleDialog(None, found, found.earlier, reply),
        "registration-doubts": doubts,
        "registration-rules": RulesDialog(None, view.rules),
    }

    for name, dialog in dialogs.items():
        qtbot.addWidget(dialog)
        assert all(path.exists() for path in photograph(dialog, name, size=None))


def test_closed_registration_is_drawn(qtbot, invited, house, process):
    differing(house, process)
    (doubt,) = house.registration.view(process).doubts
    house.replying.decide(doubt.invitation_id, doubt.feature, listed=True)
    house.registration.close(process)
    house.registration.clear(process)
    invited.load()
    settle(qtbot, invited.desk)

    assert all(path.exists() for path in photograph(invited, "registration-closed", size=(1184, 844)))
