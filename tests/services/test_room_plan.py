"""The plan of the room on paper: tables with names or numbers, never what somebody is or needs."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from burgertop_app.domain.people import NeedKind, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.reports.pieces import Figure
from burgertop_app.reports.room_plan import room_plan_document
from burgertop_app.services.leaving import leaving_of
from burgertop_app.services.printing.rendering import render
from burgertop_app.services.seating import calculate


@pytest.fixture
def event(house, process):
    """Twelve people, some in a wheelchair, at three tables in two rounds."""
    for no in range(12):
        house.people.add(
            process,
            PersonForm(
                name=f"Mens{no:02d} Achternaam",
                features={"wijk": "Havenkwartier" if no % 2 else "Zuiderpoort"},
                needs={NeedKind.WHEELCHAIR: "brede deur"} if no < 3 else {},
                state=State.DRAWN,
            ),
        )
    made = house.meetings.add(process, title="Paneldag", on=date(2026, 9, 26), place="De Sluis").id
    house.meetings.set_tables(made, 3, low=3, high=5)
    house.meetings.add_round(made)
    house.meetings.add_round(made)
    given = house.seating.fresh(made, ("wijk",))
    house.seating.keep(given, calculate(given, UNHEARD))
    return made


def words(paper):
    pages = PdfReader(io.BytesIO(render(paper, UNHEARD).content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_everybody_stands_at_a_table_in_every_round(house, event):
    said = words(house.printing.room_plan(event))

    assert [said.count(f"Mens{no:02d} Achternaam") for no in range(12)] == [2] * 12


def test_nothing_sensitive_stands_on_it(house, event):
    said = words(house.printing.room_plan(event)).casefold()

    assert not [word for word in ("haven", "zuider", "brede", "rolstoel", "wijk") if word in said]


def test_by_number_no_name_is_in_the_paper_at_all(house, event):
    paper = house.printing.room_plan(event, by_number=True)

    assert "Achternaam" not in repr(paper)
    assert {str(no) for no in range(1, 13)} <= set(words(paper).split())
    assert leaving_of(paper, "plan.pdf", None) is None


def test_with_names_it_leaves_a_record_of_so_many_people(house, event):
    left = leaving_of(house.printing.room_plan(event), "plan.pdf", None)

    assert (left.kind, left.people) == ("room_plan", 12)


def test_every_round_is_drawn_with_all_its_tables_and_seats(house, event):
    document = room_plan_document(house.printing.room_plan(event))

    drawn = [piece.picture for piece in document.parts if isinstance(piece, Figure)]
    assert [[table.name for table in picture.tables] for picture in drawn] == [["1", "2", "3"]] * 2
    assert [sum(len(table.seats) for table in picture.tables) for picture in drawn] == [12, 12]
    assert {seat for picture in drawn for table in picture.tables for seat in table.seats} == {"MA"}


def test_by_number_the_seats_of_the_drawing_have_numbers(house, event):
    document = room_plan_document(house.printing.room_plan(event, by_number=True))

    seats = {
        seat
        for piece in document.parts
        if isinstance(piece, Figure)
        for table in piece.picture.tables
        for seat in table.seats
    }
    assert len(seats) == 12
    assert all(seat.isdigit() for seat in seats)


@pytest.mark.parametrize(
    ("tables", "wide", "pictures"), [(3, False, [3]), (12, True, [12]), (45, True, [18, 18, 9])]
)
def test_a_room_with_many_tables_lies_on_its_side(house, event, tables, wide, pictures):
    paper = house.printing.room_plan(event)
    turn = paper.rounds[0]
    large = replace(paper, rounds=(replace(turn, tables=turn.tables[:1] * tables),))

    document = room_plan_document(large)

    drawn = [len(piece.picture.tables) for piece in document.parts if isinstance(piece, Figure)]
    page = PdfReader(io.BytesIO(render(large, UNHEARD).content)).pages[0].mediabox
    assert drawn == pictures
    assert (page.width > page.height) is wide
