"""Quotas from population figures in the window: typing, pasting, a file, and what is told."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from screens import settle

from burgertop_app.domain.population import Width
from burgertop_app.ui.draw import quota_acts
from burgertop_app.ui.draw.population import PopulationDialog


@pytest.fixture
def page(show, quotas):
    return show()


@pytest.fixture
def dialog(page, qtbot):
    made = PopulationDialog(page, page.found.setup, page.desk.today(), page.quotas._read_figures)
    qtbot.addWidget(made)
    made.show()
    return made


def places(dialog, feature):
    return [(e.value, e.low, e.high) for e in dialog.sheet.after if e.feature == feature]


def test_the_shares_there_were_stand_in_the_fields(dialog):
    assert {row.key: row.typed for row in dialog.sheet.rows if not row.note}["leeftijd", "16-29"] == "21"
    assert not dialog.yes.isEnabled()


def test_typed_figures_become_places_at_once(dialog):
    for value, figure in (("16-29", "100"), ("30-44", "100"), ("45-64", "300"), ("65+", "100")):
        dialog.type_in(("leeftijd", value), figure)
    dialog._on_kind("numbers")

    assert places(dialog, "leeftijd") == [("16-29", 2, 2), ("30-44", 2, 2), ("45-64", 6, 6), ("65+", 2, 2)]
    assert dialog.yes.isEnabled()


def test_an_unknown_figure_is_told_and_cannot_be_used(dialog):
    dialog.type_in(("leeftijd", "65+"), "-99997")

    assert "65+" in dialog.wrong.text()
    assert not dialog.yes.isEnabled()


def test_a_mistake_is_told_and_changes_nothing(dialog):
    before = dialog.sheet

    dialog.type_in(("leeftijd", "65+"), "veel")

    assert "veel" in dialog.wrong.text()
    assert dialog.sheet == before


def test_figures_without_a_source_cannot_be_used(dialog):
    dialog._on_width(Width.TWO)
    dialog.source.show_value("")
    dialog._show()

    assert not dialog.yes.isEnabled()
    assert dialog.source.mistake


def test_pasted_lines_fill_the_groups(dialog):
    QApplication.clipboard().setText("16-29\t10 %\n30-44\t20 %\n45-64\t30 %\n65+\t40 %")

    dialog.paste()

    assert places(dialog, "leeftijd") == [("16-29", 1, 2), ("30-44", 2, 3), ("45-64", 3, 4), ("65+", 4, 5)]


def test_a_file_fills_the_groups_that_it_knows(dialog, page, qtbot, answers, tmp_path):
    path = tmp_path / "cijfers.csv"
    path.write_text("regio;a_inw;a_man;a_vrouw\nWaterrijk;1000;250;750\n", encoding="utf-8")
    answers.files.append(path)

    dialog.open_file()
    settle(qtbot, page.desk)

    typed = {row.key: row.typed for row in dialog.sheet.rows if row.entry.feature == "gender"}
    assert {"250", "750"} <= set(typed.values())


def test_a_file_without_figures_is_told(dialog, page, qtbot, answers, tmp_path):
    path = tmp_path / "cijfers.csv"
    path.write_text("naam,telefoon\nJan,06\n", encoding="utf-8")
    answers.files.append(path)

    dialog.open_file()
    settle(qtbot, page.desk)

    assert "naam, telefoon" in dialog.wrong.text()


def test_using_the_places_keeps_them_with_source_and_date_and_can_be_undone(
    page, qtbot, monkeypatch, house, quotas
):
    before = house.draw_preparing.setup(quotas).form

    def answered(dialog):
        dialog._on_width(Width.TWO)
        dialog.source.show_value("CBS 2025")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(quota_acts.PopulationDialog, "exec", answered)
    page.quotas.from_population()
    settle(qtbot, page.desk)

    assert house.draw_preparing.setup(quotas).form.source == "CBS 2025"
    page.desk.undo.undo()
    settle(qtbot, page.desk)
    assert house.draw_preparing.setup(quotas).form == before
