"""The page about the draw: one gesture, one effect."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from screens import settle

from burgertop_app.domain.draw_records import DrawState
from burgertop_app.domain.drawing import Commitment
from burgertop_app.domain.preflight import Bound, Demand, Easing, Relaxation
from burgertop_app.domain.requests import PersonForm
from burgertop_app.messages.draw_outlook import Tone, verdict
from burgertop_app.ui.draw.group_rows import HIGH, LOW, SHARE, feature_note, share_of, typed
from burgertop_app.ui.draw.page import ATTEMPTS, RESULT, SETUP

TOLD = Commitment(number_source="Dobbelstenen", moment="20 juni", published_where="waterrijk.example")


def buttons(page):
    """The words on the visible buttons of the head."""
    return [each.text() for each in page.head.findChildren(QPushButton) if each.isVisibleTo(page)]


def row_of(page, feature, value):
    return next(row for row in page.groups.table.model.rows if row.key == (feature, value))


def kept(house, process, feature, value):
    lines = house.draw_preparing.setup(process).lines
    return next(line for line in lines if (line.feature, line.value) == (feature, value))


def test_without_people_the_page_says_what_must_come_first(show):
    page = show()

    assert page._stack.currentIndex() == 4
    assert "Loting berekenen" not in buttons(page)


def test_one_button_begins_with_what_people_declared(show, people, house, qtbot, desk):
    page = show()

    page.quotas.start()
    settle(qtbot, desk)

    assert page._stack.currentIndex() == 0
    assert kept(house, people, "wonen", "huur").high == 12


def test_a_typed_minimum_is_kept_by_itself(show, quotas, house, qtbot, desk):
    page = show()

    page.groups.type_in(row_of(page, "wonen", "huur"), LOW, "3")
    qtbot.waitUntil(lambda: kept(house, quotas, "wonen", "huur").low == 3, timeout=5000)
    settle(qtbot, desk)

    assert row_of(page, "wonen", "huur").entry.low == 3


def test_what_is_typed_last_is_kept_when_the_page_is_left(show, quotas, house, qtbot, desk):
    page = show()
    page.groups.type_in(row_of(page, "wonen", "huur"), LOW, "2")

    page.leave()
    settle(qtbot, desk)

    assert kept(house, quotas, "wonen", "huur").low == 2


def test_a_typing_mistake_is_told_and_changes_nothing(show, quotas):
    page = show()
    before = page.groups.entries

    page.groups.type_in(row_of(page, "wonen", "huur"), LOW, "veel")

    assert "veel" in page.groups.complaint
    assert page.groups.entries == before


def test_typing_quotas_can_be_undone(show, quotas, house, qtbot, desk):
    page = show()
    before = kept(house, quotas, "wonen", "huur").low
    page.groups.type_in(row_of(page, "wonen", "huur"), LOW, "1")
    page.groups.flush()
    settle(qtbot, desk)

    desk.undo.undo()
    settle(qtbot, desk)

    assert kept(house, quotas, "wonen", "huur").low == before


def test_places_follow_from_the_shares(show, quotas, house, qtbot, desk):
    page = show()
    page.groups.type_in(row_of(page, "wonen", "huur"), SHARE, "50")
    page.groups.type_in(row_of(page, "wonen", "koop"), SHARE, "50")

    page.quotas.derive()
    settle(qtbot, desk)

    line = kept(house, quotas, "wonen", "huur")
    assert (line.share, line.low, line.high) == (0.5, 6, 6)


def test_a_sheet_takes_the_place_of_the_quotas(show, quotas, house, qtbot, desk, answers, tmp_path):
    sheet = tmp_path / "quotas.csv"
    sheet.write_text("feature,value,min,max\nwonen,huur,1,11\nwonen,koop,1,11\n", encoding="utf-8")
    answers.files = [sheet]
    page = show()

    page.quotas.take_from_sheet()
    settle(qtbot, desk)

    assert len(house.draw_preparing.setup(quotas).lines) == 2


def test_the_outlook_says_yes_when_all_is_well(show, quotas):
    page = show()

    assert verdict(page.outlook.found)[0] is Tone.FINE


def test_the_outlook_follows_what_is_typed(show, quotas, qtbot, desk):
    page = show()

    page.groups.type_in(row_of(page, "wonen", "huur"), LOW, "12")
    page.groups.flush()
    settle(qtbot, desk)

    assert verdict(page.outlook.found)[0] is Tone.WRONG


def test_somebody_without_a_value_is_found_on_the_page_people(show, quotas, house, qtbot, desk):
    house.people.add(quotas, PersonForm(name="Dirk"))
    page = show()
    asked = []
    desk.page_wanted.connect(lambda *wanted: asked.append(wanted))

    page.outlook.people_wanted.emit(page.outlook.found[0].numbers)

    assert asked[0][0] == "people"
    assert asked[0][2] == page.found.setup.ids["61"]


def test_a_way_out_is_applied_with_one_button(show, quotas, house, qtbot, desk):
    page = show()
    low = kept(house, quotas, "wonen", "koop").low
    way = Relaxation((Easing(Demand("wonen", "koop", Bound.LOW, low), low - 1),))

    page.outlook.ease_wanted.emit(way)
    settle(qtbot, desk)

    assert kept(house, quotas, "wonen", "koop").low == low - 1


def test_other_seats_are_kept(show, quotas, house, qtbot, desk):
    page = show()

    page.rules.chosen.emit(11, 3, True)
    settle(qtbot, desk)

    setup = house.draw_preparing.setup(quotas)
    assert (setup.seats, setup.choices.reserves, setup.choices.households) == (11, 3, True)


def test_calculating_gives_chances_and_no_panel(show, quotas, house, qtbot, desk):
    page = show()

    page.acts.calculate()
    settle(qtbot, desk, timeout=60_000)

    assert page.found.view.record.state is DrawState.PREPARED
    assert page.found.view.panel == ()
    assert row_of(page, "wonen", "huur").chance is not None
    assert "Vastleggen…" in buttons(page)


def test_changed_quotas_make_a_calculation_out_of_date(show, prepared, qtbot, desk):
    page = show()

    page.groups.type_in(row_of(page, "wonen", "huur"), HIGH, "9")
    page.groups.flush()
    settle(qtbot, desk)

    assert page.found.view.outdated
    assert "Loting berekenen" in buttons(page)


def test_recording_asks_at_once_where_to_publish(show, prepared, qtbot, desk, answers, tmp_path):
    answers.folders = [tmp_path]
    page = show()

    page.acts.commit(TOLD)
    settle(qtbot, desk)

    assert page.found.view.record.state is DrawState.COMMITTED
    published = {"toezegging.json", "protocol.pdf", "controleer_loting.py", "SHA256SUMS"}
    assert {path.name for path in tmp_path.glob("openbaar*/*")} == published


def test_a_recorded_draw_can_no_longer_be_typed_in(show, committed):
    page = show()

    assert page._tables.currentIndex() == 1
    assert buttons(page)[-1] == "Naar de loting…"


def test_the_ceremony_draws_and_the_page_shows_the_outcome(show, committed, house, qtbot, desk):
    page = show()
    page.acts.show_ceremony()

    page.acts.ceremony.number_wanted.emit("6 2 4 1", None)
    settle(qtbot, desk)

    assert page.views.value == RESULT
    assert house.drawing.view(committed).record.seed == "6 2 4 1"
    page.acts.close_ceremony()


def test_names_come_only_when_asked_for(show, drawn, qtbot, desk):
    page = show()
    assert page.found.view.names == {}

    page.result.ways.put("list")
    page.result._on_way("list")
    settle(qtbot, desk)

    assert len(page.found.view.names) == 16


@pytest.mark.parametrize(("way", "recorded"), [("list", ["loting.xlsx"]), ("grid", [])])
def test_a_list_with_names_leaves_a_record(
    show, drawn, qtbot, desk, answers, house, process, tmp_path, way, recorded
):
    page = show()
    page.result.ways.put(way)
    page.result._on_way(way)
    settle(qtbot, desk)
    answers.files = [tmp_path / "loting.xlsx"]

    page.result.table.export()
    settle(qtbot, desk)

    assert [record.file_name for record in house.privacy.exports(process)] == recorded


def test_a_rehearsal_is_marked_on_the_page(show, prepared, house):
    house.drawing.draw(prepared, seed="oefenen", reserves=2)

    page = show()

    assert page.standing.chip.chip.words == "PROEFLOTING"
    assert page.result._warning.isVisibleTo(page)
    assert "Vastleggen…" not in buttons(page)


def test_checking_shows_what_is_right(show, drawn, qtbot, desk):
    page = show()

    page.acts.check()
    settle(qtbot, desk, timeout=60_000)

    assert page.error_bar.text == ""
    assert page.result.checks.isVisibleTo(page)


def test_withdrawing_needs_a_reason_and_stays_in_the_list(show, drawn, house, process, qtbot, desk, answers):
    page = show()
    page.acts.withdraw()
    assert house.drawing.draws(process)[0].state is DrawState.DRAWN

    answers.reasons = ["De lijst was niet compleet"]
    page.acts.withdraw()
    settle(qtbot, desk)

    assert page.found.view is None
    assert page.attempts.model.rows[0].withdrawn_reason == "De lijst was niet compleet"
    assert ATTEMPTS in page.views._values


def test_the_folder_for_the_notary_is_written(show, drawn, qtbot, desk, answers, tmp_path):
    answers.folders = [tmp_path]
    page = show()

    page.acts.hand_over()
    settle(qtbot, desk)

    assert list(tmp_path.glob("*/panel.csv"))


def test_a_withdrawn_draw_leaves_the_page_ready_for_the_next(show, drawn, house, quotas, qtbot, desk):
    page = show()

    house.drawing.withdraw(drawn, "fout")
    page.load()
    settle(qtbot, desk)

    assert page.views.value == SETUP
    assert "Loting berekenen" in buttons(page)


@pytest.mark.parametrize(("text", "share"), [("21", 0.21), ("21,5 %", 0.215), ("", None), ("100", 1.0)])
def test_a_share_is_read_as_people_write_it(text, share):
    assert share_of(text) == share


def test_a_minimum_above_the_maximum_takes_it_along(quotas, house):
    line = house.draw_preparing.setup(quotas).form.lines[0]

    assert typed(line, LOW, "9").high == 9


def test_shares_that_do_not_add_up_are_told(quotas, house):
    lines = [line for line in house.draw_preparing.setup(quotas).form.lines if line.feature == "wonen"]

    assert "samen" in feature_note([typed(lines[0], SHARE, "90"), *lines[1:]], 12)
