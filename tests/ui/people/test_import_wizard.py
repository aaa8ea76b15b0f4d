"""The wizard: a messy sheet becomes people, and nothing is kept before the last button."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from registrants import MESSY, SAMPLE, set_quotas
from screens import photograph, settle

from burgertop_app.domain.importing import EMPTY, NEW_NUMBER, SKIP_ROW
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.people_import import Field
from burgertop_app.ui.people.importing.run import COLUMNS, FILE, PREVIEW, PROBLEMS, RESULT

SIZE = (1184, 844)


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "aanmeldingen-juni.csv"
    path.write_text(MESSY, encoding="cp1252")
    return path


@pytest.fixture
def run(qtbot, page, house, process):
    set_quotas(house, process)
    page.resize(*SIZE)
    page.show_process(process)
    page.show()
    settle(qtbot, page.desk)
    page.import_sheet()
    settle(qtbot, page.desk)
    return page.run


def opened(qtbot, run, page, path):
    run.open_path(path)
    settle(qtbot, page.desk)
    return run


def analysed(qtbot, run, page, path):
    opened(qtbot, run, page, path)
    run.wizard.wanted.emit(COLUMNS)
    run.wizard.wanted.emit(PROBLEMS)
    settle(qtbot, page.desk)
    return run


def answered(qtbot, run, page, path):
    analysed(qtbot, run, page, path)
    run.problems.accept()
    for problem in run.problems.plan.unanswered(run.problems.choices):
        run.problems.answer(
            [problem], next(c for c in (NEW_NUMBER, EMPTY, SKIP_ROW) if c in problem.finding.choices)
        )
    run.wizard.wanted.emit(RESULT)
    settle(qtbot, page.desk)
    return run


def test_the_first_step_holds_until_a_sheet_is_chosen(run):
    assert run.wizard.step == FILE
    assert not run.wizard._next.isEnabled()


def test_a_chosen_sheet_is_shown_as_it_is_read(qtbot, run, page, sheet):
    opened(qtbot, run, page, sheet)

    assert run.wizard.step == PREVIEW
    assert run.preview.encoding.value() == "cp1252"
    assert run.preview.table.model.row_at(0)[1][1] == "Anaïs de Graaf"


def test_another_delimiter_reads_the_file_again(qtbot, run, page, sheet):
    opened(qtbot, run, page, sheet)

    run.preview.delimiter.put("|")
    run.preview.delimiter.typed()
    settle(qtbot, page.desk)

    assert len(run.preview.table.model.columns) == 2


def test_a_missing_file_is_told_in_the_wizard_and_nothing_changes(qtbot, run, page, tmp_path):
    opened(qtbot, run, page, tmp_path / "weg.csv")

    assert run.wizard.step == FILE
    assert "weg.csv" in run.wizard.error_bar.text
    assert run.wizard.error_bar.text.endswith("Er is niets bewaard.")


def test_a_sheet_with_citizen_service_numbers_is_refused(qtbot, run, page, tmp_path):
    path = tmp_path / "bsn.csv"
    path.write_text("naam;bsn\nAna;111222333\n", encoding="utf-8")

    opened(qtbot, run, page, path)

    assert run.wizard.step == FILE
    assert "BSN" in run.wizard.error_bar.text


def test_a_pasted_table_with_citizen_service_numbers_is_refused(qtbot, run, page):
    QGuiApplication.clipboard().setText("naam\tbsn\nAna\t111222333\n")

    run.file._on_paste()
    settle(qtbot, page.desk)

    assert run.wizard.step == FILE
    assert "BSN" in run.wizard.error_bar.text


def test_a_pasted_table_goes_the_same_way(qtbot, run, page):
    QGuiApplication.clipboard().setText("naam\twijk\nAna\tCentrum\n")

    run.file._on_paste()
    settle(qtbot, page.desk)

    assert run.wizard.step == PREVIEW


def test_columns_are_guessed_and_can_be_left_out(qtbot, run, page, sheet):
    opened(qtbot, run, page, sheet)
    run.wizard.wanted.emit(COLUMNS)

    run.columns.use(run.columns._lines[2], "Niet overnemen")

    assert run.columns.uses[0].field is Field.NUMBER
    assert run.columns.uses[2].field is Field.IGNORE


def test_a_sheet_without_name_or_number_cannot_go_on(qtbot, run, page, sheet):
    opened(qtbot, run, page, sheet)
    run.wizard.wanted.emit(COLUMNS)

    for line in run.columns._lines[:2]:
        run.columns.use(line, "Niet overnemen")

    assert not run.wizard._next.isEnabled()


def test_problems_that_need_a_choice_hold_the_wizard(qtbot, run, page, sheet):
    analysed(qtbot, run, page, sheet)

    assert run.wizard.step == PROBLEMS
    assert run.problems.open_ones > 0
    assert not run.wizard._next.isEnabled()


def test_one_answer_can_be_given_everywhere(qtbot, run, page, sheet):
    analysed(qtbot, run, page, sheet)
    problem = next(one for one in run.problems.plan.problems if one.value == "mbo-4")

    run.problems._on_chosen(_asked(run, problem), "theoretisch")
    run.problems._alike_button.click()

    answers = {run.problems.choices[one.key].value for one in run.problems.plan.alike(problem)}
    assert len(run.problems.plan.alike(problem)) == 2
    assert answers == {"theoretisch"}


def test_the_list_of_problems_can_be_copied(qtbot, run, page, sheet):
    analysed(qtbot, run, page, sheet)

    text = run.problems.sheet().as_text

    assert text.splitlines()[0] == "Rij\tKolom\tIn het bestand\tWat er mis is\tWordt"
    assert len(text.splitlines()) == 1 + len(run.problems.plan.problems)


def test_nothing_is_kept_before_the_last_button(qtbot, run, page, house, process, sheet):
    answered(qtbot, run, page, sheet)

    assert run.wizard.step == RESULT
    assert house.people.lines(process) == ()


def test_the_last_button_keeps_everyone_and_tells_once_about_the_file(
    qtbot, run, page, house, process, sheet, dialogs
):
    answered(qtbot, run, page, sheet)

    run.wizard.finished.emit()
    settle(qtbot, page.desk)

    lines = house.people.lines(process)
    assert not run.running
    assert {line.state for line in lines} == {State.REGISTERED}
    assert len(page.list.table.model.rows) == len(lines) > 8
    assert len(dialogs.asked) == 1
    assert "niet versleuteld" in dialogs.asked[0]


def test_facilitators_come_in_through_the_same_wizard(qtbot, run, page, house, process):
    run.file.role.put(Role.FACILITATOR)
    run.file.role.typed()

    answered(qtbot, run, page, SAMPLE / "facilitators.csv")
    run.wizard.finished.emit()
    settle(qtbot, page.desk)

    assert len(house.people.lines(process, Role.FACILITATOR)) == 40


def test_cancelling_leaves_the_list_as_it_was(qtbot, run, page, house, process, sheet):
    answered(qtbot, run, page, sheet)

    run.wizard.cancelled.emit()

    assert not run.running
    assert house.people.lines(process) == ()


@pytest.mark.parametrize("size", [SIZE, (1124, 664)])
def test_the_steps_are_drawn(qtbot, run, page, sheet, size):
    name = "people-import" if size == SIZE else "people-import-small"
    photograph(page, f"{name}-1", size=size)
    opened(qtbot, run, page, sheet)
    photograph(page, f"{name}-2", size=size)
    run.wizard.wanted.emit(COLUMNS)
    photograph(page, f"{name}-3", size=size)
    run.wizard.wanted.emit(PROBLEMS)
    settle(qtbot, page.desk)
    photograph(page, f"{name}-4", size=size)
    answered(qtbot, run, page, sheet)

    assert all(path.exists() for path in photograph(page, f"{name}-5", size=size))


def _asked(run, problem):
    return next(one for one in run.problems.table.model.rows if one.problem == problem)
