"""Tables: order, search, facets, copying, and speed with 50 000 rows."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.facets import Facet, FacetPanel, Facets
from burgertop_app.ui.kit.records import RecordModel
from burgertop_app.ui.kit.tables import RecordTable
from burgertop_app.ui.kit.tokens import State


@dataclass(frozen=True)
class Line:
    number: int
    name: str
    district: str
    needs: tuple[str, ...] = ()


COLUMNS = (
    Column[Line]("number", "Nr", lambda line: line.number, align=Align.RIGHT, width=60),
    Column[Line]("name", "Naam", lambda line: line.name, stretch=True),
    Column[Line]("district", "Wijk", lambda line: line.district or None),
    Column[Line](
        "state", "Status", lambda line: line.number, chip=lambda _line: Chip("aangemeld", State.WAITING)
    ),
)
LINES = (
    Line(17, "Fatma Çelik", "Havenwijk", ("tolk",)),
    Line(4, "anna Bakker", "Centrum"),
    Line(23, "Piotr Wiśniewski", "", ("rolstoel", "tolk")),
    Line(9, "Bram de Groot", "Centrum"),
)


@pytest.fixture
def model(dressed):
    made = RecordModel(COLUMNS, key=lambda line: line.number)
    made.put(LINES)
    return made


@pytest.fixture
def table(qtbot):
    made = RecordTable("Mensen", COLUMNS, key=lambda line: line.number)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.put(LINES)
    return made


def numbers(model):
    return [line.number for line in model.shown]


def test_names_sort_without_regard_to_case(model):
    model.sort(1)

    assert numbers(model) == [4, 9, 17, 23]


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_empty_values_come_last_in_both_orders(model, order):
    model.sort(2, order)

    assert numbers(model)[-1] == 23


def test_search_wants_every_word_in_any_column(model):
    model.filter("CENTRUM bram")

    assert numbers(model) == [9]


def test_order_and_search_survive_other_rows(model):
    model.sort(0)
    model.filter("centrum")

    model.put((*LINES, Line(1, "Nieuw", "Centrum")))

    assert numbers(model) == [1, 4, 9]


def test_facets_narrow_within_and_across_groups(model):
    facets = Facets(
        [
            Facet[Line]("district", "Wijk", lambda line: (line.district,) if line.district else ()),
            Facet[Line]("needs", "Nodig", lambda line: line.needs),
        ]
    )
    model.use_facets(facets)

    facets.tick("needs", "tolk", on=True)
    facets.tick("district", "Havenwijk", on=True)

    assert numbers(model) == [17]
    assert facets.counts(facets.facets[1]) == [("tolk", 1), ("rolstoel", 0)]


def test_ticks_are_remembered_by_value_and_told_in_the_words_of_now(qtbot):
    state = Facet[Line](
        "state", "Status", lambda _line: ("drawn",), ("drawn",), {"drawn": "geloot"}.__getitem__
    )
    facets = Facets([state])
    panel = FacetPanel(facets)
    qtbot.addWidget(panel)

    facets.restore({"state": ["was there", "drawn"]})

    assert facets.state() == {"state": ["drawn"]}
    assert [box.text() for box in panel.findChildren(QCheckBox)] == ["geloot"]


def test_copy_gives_headings_and_chosen_rows_with_tabs(table):
    table.select(9)

    table.copy()

    assert (
        QGuiApplication.clipboard().text() == "Nr\tNaam\tWijk\tStatus\n9\tBram de Groot\tCentrum\taangemeld"
    )


def test_selection_survives_sorting_and_searching(table):
    table.select(9)

    table.model.sort(1)
    table.model.filter("centrum")

    assert [line.number for line in table.selected] == [9]
    assert table.current.number == 9


def test_selection_stays_with_the_same_person_when_another_leaves(table):
    table.select(23)

    table.put([line for line in LINES if line.number != 17])

    assert [line.number for line in table.selected] == [23]


def test_last_row_may_leave_while_it_is_chosen(table):
    table.select(9)

    table.put(LINES[:1])

    assert table.selected == []


def test_clear_filter_shows_all_rows_again(table):
    field = table.search_field()
    field.setText("niemand heet zo")
    assert table.model.rowCount() == 0

    table.clear_filter()

    assert table.model.rowCount() == len(LINES)


def test_typing_in_the_table_searches(table, qtbot):
    field = table.search_field()
    table.show()

    qtbot.keyClicks(table.view, "f")

    assert field.text() == "f"
    assert numbers(table.model) == [17]


def test_the_column_that_takes_the_rest_has_its_room_when_a_window_opens(qtbot):
    fixed = [Column[Line](str(place), "", lambda line: line.number, width=100) for place in range(6)]
    window = QWidget()
    qtbot.addWidget(window)
    made = RecordTable("Mensen", [COLUMNS[1], *fixed], key=lambda line: line.number)
    QVBoxLayout(window).addWidget(made)
    made.put(LINES)
    window.resize(1000, 400)

    window.show()

    header = made.view.horizontalHeader()
    assert header.length() == made.view.viewport().width()
    assert header.sectionSize(0) > COLUMNS[1].width


def test_hidden_columns_widths_and_order_are_remembered(table, qtbot):
    table.view.setColumnHidden(2, True)
    table.view.horizontalHeader().resizeSection(0, 88)
    table.model.sort(1, Qt.SortOrder.DescendingOrder)
    other = RecordTable("Mensen", COLUMNS, key=lambda line: line.number)
    qtbot.addWidget(other)

    other.restore(table.state())

    assert [column.key for column in other.view.visible_columns()] == ["number", "name", "state"]
    assert other.view.columnWidth(0) == 88
    assert other.model.sorted_by == (1, True)


def test_edited_cell_calls_the_column(qtbot):
    edited = []
    column = Column[Line](
        "low", "Minst", lambda line: line.number, edit=lambda line, words: edited.append((line.number, words))
    )
    table = RecordTable("Quota", [column], key=lambda line: line.number)
    qtbot.addWidget(table)
    table.put(LINES)

    table.model.setData(table.model.index(1, 0), "6")

    assert edited == [(4, "6")]


@pytest.fixture(scope="module")
def many():
    districts = ("Centrum", "Havenwijk", "Oosterpolder", "Zuiderveen")
    return [Line(n, f"Naam {n * 7919 % 50021} van Achternaam", districts[n % 4]) for n in range(50_000)]


def test_fifty_thousand_rows_open_whole(qtbot, many):
    table = RecordTable("Mensen", COLUMNS, key=lambda line: line.number)
    qtbot.addWidget(table)
    table.resize(900, 600)

    table.show()
    table.put(many)
    qtbot.waitExposed(table)
    table.view.viewport().repaint()

    assert table.view.model().rowCount() == len(many)


def test_search_narrows_fifty_thousand_rows(qtbot, many):
    table = RecordTable("Mensen", COLUMNS, key=lambda line: line.number)
    qtbot.addWidget(table)
    table.resize(900, 600)
    table.show()
    table.put(many)
    table.model.sort(1)
    qtbot.waitUntil(lambda: table.model.ready, timeout=60000)
    field = table.search_field()

    field.setText("naam 12 haven")
    table.view.viewport().repaint()

    shown = [" ".join(row).casefold() for row in table.sheet().rows]
    assert 0 < len(shown) < len(many)
    assert all(word in row for row in shown for word in ("naam", "12", "haven"))


def test_sorting_keeps_all_rows_chosen(qtbot, many):
    table = RecordTable("Mensen", COLUMNS, key=lambda line: line.number)
    qtbot.addWidget(table)
    table.show()
    table.put(many)
    table.view.selectAll()

    table.model.sort(1)
    table.view.repaint()

    assert len(table.selected) == len(many)


def test_field_with_nothing_to_choose_from_is_no_field():
    choice = Column[Line](
        "choice",
        "Keuze",
        lambda line: line.name,
        edit=lambda _line, _said: None,
        choices=lambda line: ["ja"] if line.district else [],
    )
    model = RecordModel((choice,), key=lambda line: line.number)
    model.put(LINES)
    editable = [bool(model.flags(model.index(place, 0)) & Qt.ItemFlag.ItemIsEditable) for place in range(4)]

    assert editable == [bool(line.district) for line in LINES[:4]]
