"""Columns of a table in a small and a large window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.tables import RecordTable

COLUMNS = (
    Column[int]("text", "Tekst", str, width=200, stretch=True),
    Column[int]("theme", "Thema", str, width=100, gives_way=2),
    Column[int]("round", "Ronde", str, width=100, gives_way=1),
    Column[int]("state", "Stand", str, width=100),
)


@pytest.fixture
def table(qtbot):
    made = RecordTable("Kaarten", COLUMNS, key=lambda row: row)
    qtbot.addWidget(made)
    made.put([1, 2, 3])
    made.resize(800, 300)
    made.show()
    return made


def on_screen(table):
    return [column.key for at, column in enumerate(COLUMNS) if not table.view.isColumnHidden(at)]


def wide(table):
    return table.view.horizontalHeader().length() - table.view.viewport().width()


@pytest.mark.parametrize(
    ("pixels", "seen"),
    [
        (800, ["text", "theme", "round", "state"]),
        (450, ["text", "theme", "state"]),
        (350, ["text", "state"]),
    ],
)
def test_columns_give_way_in_their_order_until_the_rest_fits(table, pixels, seen):
    table.resize(pixels, 300)

    assert on_screen(table) == seen
    assert wide(table) == 0


def test_columns_that_gave_way_come_back_as_wide_as_they_were(table):
    table.view.horizontalHeader().resizeSection(2, 130)
    table.resize(350, 300)

    table.resize(800, 300)

    assert on_screen(table) == ["text", "theme", "round", "state"]
    assert table.view.columnWidth(2) == 130
    assert wide(table) == 0


def test_a_column_that_gives_way_is_still_exported_and_remembered(table, qtbot):
    table.resize(350, 300)

    other = RecordTable("Kaarten", COLUMNS, key=lambda row: row)
    qtbot.addWidget(other)
    other.restore(table.state())

    assert table.sheet().headings == ("Tekst", "Thema", "Ronde", "Stand")
    assert on_screen(other) == ["text", "theme", "round", "state"]


def test_a_column_put_on_by_hand_gives_way_no_more(table):
    table.resize(450, 300)
    table.view.horizontalHeader().customContextMenuRequested.emit(table.view.pos())
    (menu,) = table.view.findChildren(QMenu)

    menu.actions()[2].trigger()

    assert on_screen(table) == ["text", "round", "state"]


def test_a_column_put_off_by_hand_stays_off(table):
    table.view.horizontalHeader().customContextMenuRequested.emit(table.view.pos())
    (menu,) = table.view.findChildren(QMenu)
    menu.actions()[1].trigger()

    table.resize(350, 300)
    table.resize(800, 300)

    assert on_screen(table) == ["text", "round", "state"]
    assert table.sheet().headings == ("Tekst", "Ronde", "Stand")
