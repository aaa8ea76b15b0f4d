import pytest
from screens import settle

from burgertop_app.domain.calling import CallOutcome
from burgertop_app.domain.people import State
from burgertop_app.ui.draw.page import CALLS
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.main_window import NARROW

ROOM = NARROW - Space.RAIL
"""The least that is left of a window beside its menu: below this width the menu is narrow."""


@pytest.fixture
def calls(show, drawn):
    """The page with the call list open; gives the page."""
    page = show()
    page.views.put(CALLS)
    page._show()
    return page


def choose(page, place=0):
    line = page.calls.found.lines[place]
    assert page.calls.table.select(line.participation_id)
    return line


def state_of(page, number):
    return next(line.state for line in page.calls.found.lines if line.number == number)


def press(page, name, qtbot, desk):
    page.calls._answers[name].click()
    settle(qtbot, desk)


def test_call_list_is_offered_after_a_real_draw_only(show, prepared):
    page = show()

    page.views.put(CALLS)
    page._show()

    assert page._stack.currentWidget() is not page.calls


def test_everyone_in_the_panel_is_listed_by_number_without_names(calls):
    assert len(calls.calls.table.model.shown) == 12
    assert calls.calls.table.view.isColumnHidden(1)
    assert not any(line.name for line in calls.calls.found.lines)


def test_names_come_when_asked_for(calls, qtbot, desk):
    calls.calls.ways.put("names")
    calls.calls.names_wanted.emit("names")
    settle(qtbot, desk)

    assert not calls.calls.table.view.isColumnHidden(1)
    assert all(line.name for line in calls.calls.found.lines)


def test_yes_is_kept_and_can_be_undone(calls, qtbot, desk):
    line = choose(calls)
    press(calls, "yes", qtbot, desk)
    assert state_of(calls, line.number) is State.CONFIRMED

    desk.undo.undo()
    settle(qtbot, desk)

    assert state_of(calls, line.number) is State.DRAWN


def test_who_gave_no_answer_can_be_called_again(calls, qtbot, desk):
    choose(calls)

    press(calls, "silent", qtbot, desk)
    press(calls, "silent", qtbot, desk)

    assert calls.calls.found.lines[0].vain == 2


def test_no_without_a_reason_changes_nothing(calls, qtbot, desk):
    choose(calls)

    press(calls, "no", qtbot, desk)

    assert calls.calls.found.open_seats == 0


def test_no_opens_a_seat_and_the_assistant_proposes_by_itself(calls, qtbot, desk, answers):
    choose(calls)
    answers.reasons = ["verhuist"]

    press(calls, "no", qtbot, desk)

    assert calls.calls.assistant.isVisible()
    assert calls.calls.assistant.proposal.joined


def test_accepted_replacement_is_on_the_list(calls, qtbot, desk, answers):
    gone = choose(calls)
    answers.reasons = ["verhuist"]
    press(calls, "no", qtbot, desk)
    joined = calls.calls.assistant.proposal.joined[0]

    calls.calls.assistant.accept.click()
    settle(qtbot, desk)

    numbers = {line.number for line in calls.calls.found.lines}
    assert joined in numbers
    assert gone.number not in numbers
    assert calls.calls.assistant.isHidden()


def test_no_is_taken_back_with_a_reason(calls, qtbot, desk, answers):
    line = choose(calls)
    answers.reasons = ["verhuist", "kan toch"]
    press(calls, "no", qtbot, desk)

    calls.calls.taken_back.emit(calls.calls.table.current)
    settle(qtbot, desk)

    assert state_of(calls, line.number) is State.DRAWN
    assert calls.calls.assistant.isHidden()


def test_last_day_to_answer_is_kept_and_can_be_undone(calls, qtbot, desk):
    line = choose(calls)

    calls.calling.keep_day([line], desk.today())
    settle(qtbot, desk)
    assert calls.calls.found.lines[0].reply_by == desk.today()

    desk.undo.undo()
    settle(qtbot, desk)
    assert calls.calls.found.lines[0].reply_by is None


def test_handed_over_list_is_recorded(calls, qtbot, desk, answers, house, process, tmp_path):
    answers.files = [tmp_path / "bellijst.xlsx"]

    calls.calls.table.export()
    settle(qtbot, desk)

    assert (tmp_path / "bellijst.xlsx").exists()
    assert [each.kind for each in house.privacy.exports(process)] == ["call_list"]


def test_answers_have_keys_and_names(calls):
    for button in calls.calls._answers.values():
        assert button.text()
        assert "Alt+" in button.toolTip()


def test_who_says_no_elsewhere_opens_a_seat_here_too(calls, qtbot, desk, house):
    line = calls.calls.found.lines[3]
    change = house.people.mark([line.participation_id], State.WITHDRAWN, "ziek")

    desk.changes.announce(change)
    settle(qtbot, desk)

    assert calls.calls.found.open_seats == 1
    assert calls.calls.assistant.proposal.seats == 1


def test_late_answer_is_shown_in_words(calls, qtbot, desk, house, drawn, clock):
    line = choose(calls)
    house.calling.called(drawn, line.participation_id, CallOutcome.NO_ANSWER)
    house.calling.keep_reply_by(drawn, {line.participation_id: desk.today()})
    desk.today = lambda: line.reply_by
    calls.load()
    settle(qtbot, desk)

    assert "19 jun" in calls.calls.table.sheet().rows[0][3]


@pytest.mark.parametrize("ways", ["numbers", "names"])
def test_the_page_with_the_call_list_fits_beside_the_menu(calls, qtbot, desk, ways):
    calls.calls.ways.put(ways)
    calls.calls.names_wanted.emit(ways)
    settle(qtbot, desk)

    assert calls.minimumSizeHint().width() <= ROOM
