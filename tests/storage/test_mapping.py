"""Rows and values fit, field by field."""

from __future__ import annotations

import dataclasses
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.events import PlanVersion, Round
from burgertop_app.domain.people import Need, NeedKind
from burgertop_app.storage import codecs
from burgertop_app.storage.mapping import NoMapping, kept_rows, row_class, translation


class Colour(StrEnum):
    RED = "red"


@dataclasses.dataclass(frozen=True)
class Part:
    name: str
    on: date | None
    colour: Colour


@dataclasses.dataclass(frozen=True, kw_only=True)
class Unkept(Entity):
    title: str


@pytest.mark.parametrize("row", list(kept_rows()), ids=lambda row: row.__name__)
def test_every_row_holds_every_field_of_its_value(row):
    assert translation(row.keeps).row is row


def test_values_of_the_whole_chain_have_a_row():
    assert len(list(kept_rows())) >= 70


def test_a_value_without_a_row_is_named():
    with pytest.raises(NoMapping, match="0 rows keep Unkept"):
        row_class(Unkept)


def test_an_enum_stands_in_its_column_by_value():
    need = Need(id=UUID(int=1), participation_id=UUID(int=2), kind=NeedKind.WHEELCHAIR)

    assert translation(Need).cells(need)["kind"] == "wheelchair"


def test_a_tuple_comes_back_as_a_tuple():
    kept = Round(id=UUID(int=1), event_id=UUID(int=2), no=1, questions=("Wat?", "Hoe?"))
    how = translation(Round)

    cells = how.cells(kept)

    assert cells["questions"] == ["Wat?", "Hoe?"]
    assert how.value([cells[name] for name in how.names]) == kept


def test_an_unknown_field_is_refused():
    with pytest.raises(NoMapping, match="PlanVersion has no field colour"):
        translation(PlanVersion).cell("colour", 1)


@pytest.mark.parametrize(
    ("hint", "value", "written"),
    [
        (
            tuple[Part, ...],
            (Part("a", date(2026, 1, 2), Colour.RED),),
            [{"name": "a", "on": "2026-01-02", "colour": "red"}],
        ),
        (tuple[Part, ...], (Part("a", None, Colour.RED),), [{"name": "a", "on": None, "colour": "red"}]),
        (dict[str, tuple[int, ...]], {"a": (1, 2)}, {"a": [1, 2]}),
        (dict[int, str], {3: "c"}, {"3": "c"}),
        (dict[Colour, UUID], {Colour.RED: UUID(int=5)}, {"red": str(UUID(int=5))}),
        (frozenset[str], frozenset("ba"), ["a", "b"]),
        (tuple[int, str], (1, "x"), [1, "x"]),
        (bytes | None, b"\x00\xff", "00ff"),
        (str | int | None, 3, 3),
    ],
)
def test_nested_values_go_into_json_and_come_back(hint, value, written):
    codec = codecs.in_json(hint)

    assert (codec.write(value) if codec.write else value) == written
    assert (codec.read(written) if codec.read else written) == value


def test_a_type_that_no_column_holds_is_named():
    with pytest.raises(codecs.NoCodec, match="complex"):
        codecs.in_column(complex)


@given(st.dictionaries(st.text(), st.integers()))
def test_any_figures_survive_the_way_there_and_back(figures: dict[str, Any]):
    codec = codecs.in_json(dict[str, int])

    assert codec.read(codec.write(figures)) == figures
