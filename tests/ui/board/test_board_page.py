from dataclasses import replace

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from screens import photograph, settle
from small_forms import committee, with_small_forms

from burgertop_app.domain.requests import NewProcess
from burgertop_app.services.context import FORMS
from burgertop_app.services.house import furnish
from burgertop_app.ui.board.page import BoardPage
from burgertop_app.ui.board.stage_column import CARRIED
from burgertop_app.ui.desk import Desk


@pytest.fixture
def house(house):
    return with_small_forms(house)


@pytest.fixture
def desk(house, clock, dialogs):
    made = Desk(house, lambda: clock().date(), dialogs=dialogs)
    yield made
    assert made.tasks.close(house.workspace.close)


@pytest.fixture
def process(house, clock):
    return committee(house, clock)


@pytest.fixture
def page(qtbot, desk, process):
    return opened(qtbot, desk, process)


def opened(qtbot, desk, process):
    made = BoardPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.show_process(process)
    made.show()
    settle(qtbot, desk)
    return made


def line(page, title):
    return next(one for one in page.shown.lines if one.item.title.startswith(title))


def column(page, stage):
    return next(one for one in page.columns.columns if one.stage == stage)


def press(qtbot, page, title, key, modifier=Qt.KeyboardModifier.NoModifier):
    wanted = line(page, title)
    page.columns.select(wanted.item.id)
    qtbot.keyClick(column(page, wanted.item.stage).view, key, modifier)
    settle(qtbot, page.desk)


def test_the_columns_are_the_stages_of_the_form(page):
    assert [one.stage for one in page.columns.columns] == [
        "reported",
        "taken_up",
        "waiting",
        "solved",
        "dropped",
    ]


def test_the_head_says_how_many_of_the_top_3_are_chosen(page):
    assert "2 van 3 gekozen" in page.head.sentence.text()


def test_a_typed_issue_comes_on_the_board_and_opens(qtbot, page):
    page.new.setText("Gladde brug")
    qtbot.keyClick(page.new, Qt.Key.Key_Return)
    settle(qtbot, page.desk)

    assert page.panel.item_id == line(page, "Gladde brug").item.id
    assert page.new.text() == ""


def test_ctrl_right_moves_an_issue_to_the_next_stage(qtbot, page):
    press(qtbot, page, "Kapotte", Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)

    assert line(page, "Kapotte").item.stage == "taken_up"


def test_moving_can_be_undone(qtbot, page):
    press(qtbot, page, "Kapotte", Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)

    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert line(page, "Kapotte").item.stage == "reported"


def test_an_issue_without_its_required_field_stays_and_says_why(qtbot, page):
    press(qtbot, page, "Te weinig", Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)

    assert line(page, "Te weinig").item.stage == "reported"
    assert "Vul eerst “waar” in" in page.error_bar.text


def test_a_dropped_issue_lands_in_the_column_at_its_place(qtbot, page):
    view = column(page, "taken_up").view
    carried = QMimeData()
    carried.setData(CARRIED, QByteArray(str(line(page, "Schimmel").item.id).encode()))
    event = QDropEvent(
        QPointF(20, 1),
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    view.dropEvent(event)
    settle(qtbot, page.desk)

    assert page.shown.column("taken_up")[0].item.title.startswith("Schimmel")


def test_ctrl_down_moves_an_issue_one_place_down(qtbot, page):
    press(qtbot, page, "Losse", Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)

    assert page.shown.column("taken_up")[1].item.title.startswith("Losse")


def test_space_chooses_an_issue(qtbot, page):
    press(qtbot, page, "Kapotte", Qt.Key.Key_Space)

    assert line(page, "Kapotte").item.chosen


def test_a_fourth_choice_is_refused_with_a_sentence(qtbot, page):
    press(qtbot, page, "Kapotte", Qt.Key.Key_Space)
    press(qtbot, page, "Schimmel", Qt.Key.Key_Space)

    assert not line(page, "Schimmel").item.chosen
    assert "Er zijn al 3 kwesties gekozen" in page.error_bar.text


def test_delete_takes_an_issue_off_and_undo_brings_it_back(qtbot, page):
    press(qtbot, page, "Kapotte", Qt.Key.Key_Delete)
    gone = not any(one.item.title.startswith("Kapotte") for one in page.shown.lines)

    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert gone
    assert line(page, "Kapotte").notes


def test_a_field_in_the_panel_keeps_itself(qtbot, page):
    page._open(line(page, "Kapotte"))
    editor = page.panel.fields["where"].widget

    editor.editor.setText("Speeltuin De Kuil")
    editor.typed()
    editor.flush()
    settle(qtbot, page.desk)

    assert line(page, "Kapotte").item.fields["where"] == "Speeltuin De Kuil"


def test_a_person_is_found_by_part_of_a_name(qtbot, page):
    page._open(line(page, "Te weinig"))
    editor = page.panel.fields["contact"].widget
    completer = editor.editor.completer()

    completer.setCompletionPrefix("çelik")
    editor._on_found(completer.currentCompletion())
    editor.flush()
    settle(qtbot, page.desk)

    assert page.shown.people[line(page, "Te weinig").item.fields["contact"]].startswith("Murat")


def test_an_unknown_person_is_refused_beside_the_field(qtbot, page):
    page._open(line(page, "Te weinig"))
    editor = page.panel.fields["contact"].widget

    editor.editor.setText("Niemand")
    editor.typed()

    assert editor.mistake.startswith("Kies iemand uit de lijst")


def test_a_note_that_is_typed_on_stays_one_note(qtbot, page):
    page._open(line(page, "Te weinig"))

    for text in ("Speelt", "Speelt nog"):
        page.panel.note.editor.setPlainText(text)
        page.panel.note.flush()
    settle(qtbot, page.desk)

    assert [note.text for note in line(page, "Te weinig").notes] == ["Speelt nog"]


def test_a_solved_issue_cannot_be_changed_in_the_panel(page):
    page._open(line(page, "Hangplek"))

    assert not page.panel.title.editor.isEnabled()
    assert page.panel.note.editor.isEnabled()


def test_a_solved_issue_opens_again_with_a_reason(qtbot, page, dialogs):
    dialogs.reasons = ["De jongeren zijn terug."]

    page.act.reopen(line(page, "Hangplek"))
    settle(qtbot, page.desk)

    assert line(page, "Hangplek").item.stage == "waiting"


def test_the_rhythm_says_when_the_group_met_and_how_late_it_is(page):
    assert "Vorige bijeenkomst 10 maart 2026, volgende uiterlijk 2 juni 2026" in page._meeting_words.text()
    assert page._late.chip.words == "8 dagen te laat"


def test_a_recorded_meeting_ends_the_delay(qtbot, page, clock):
    page.record_meeting(clock().date())
    settle(qtbot, page.desk)

    assert not page._late.isVisibleTo(page)


def test_the_list_has_a_column_for_every_field_of_the_form(page):
    page._choose_view("list")

    headings = page.table.sheet().headings
    assert {"Waar", "Partner", "Terugkoppeling op", "Speelt nog", "Aanspreekpunt"} <= set(headings)


def test_another_form_brings_its_own_columns_to_the_same_page(qtbot, page, house):
    context = house.workspace.context
    shipped = furnish(replace(house.workspace, context=replace(context, forms=FORMS)))
    other = shipped.processes.start(NewProcess(form="burgertop", title="Top")).id

    page.show_process(other)
    settle(qtbot, page.desk)

    assert [one.stage for one in page.columns.columns] == ["formed", "at_work", "stuck", "done"]


def test_pictures_of_the_board(qtbot, page, house, clock):
    photograph(page, "board", size=(1384, 844))
    page._open(line(page, "Losse"))
    page.columns.select(line(page, "Losse").item.id)
    photograph(page, "board-panel", size=(1124, 664))
    page._open(line(page, "Hangplek"))
    photograph(page, "board-frozen", size=(1124, 664))
    page.panel.close()
    page._choose_view("list")
    paths = photograph(page, "board-list", size=(1124, 664))

    assert all(path.exists() for path in paths)


def test_a_picture_of_an_empty_board(qtbot, desk, house):
    begun = house.processes.start(NewProcess(form="issue_board", title="Nieuw")).id

    paths = photograph(opened(qtbot, desk, begun), "board-empty", size=(1124, 664))

    assert all(path.exists() for path in paths)


def test_a_list_that_names_people_leaves_a_record(qtbot, desk, page, house, process, dialogs, tmp_path):
    dialogs.files = [tmp_path / "kwesties.xlsx"]

    page.table.export()
    settle(qtbot, desk)

    assert [record.file_name for record in house.privacy.exports(process)] == ["kwesties.xlsx"]
