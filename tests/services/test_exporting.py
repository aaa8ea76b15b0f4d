"""Exporting to Excel and CSV, with a record of what left."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.requests import PersonForm
from burgertop_app.exchange.workbooks import read_table


@dataclass(frozen=True)
class Sheet:
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


SHEET = Sheet(("Nr", "Naam"), (("12", "Ana"), ("007", "=SUM(A1)")))


def test_people_are_written_and_the_export_is_recorded(house, process, tmp_path):
    path = tmp_path / "mensen.xlsx"

    house.exporting.export_people(process, SHEET, path, "Bellijst voor de werving")

    read = read_table(path)
    (record,) = house.privacy.exports(process)
    assert read.rows == (("12", "Ana"), ("007", "=SUM(A1)"))
    assert (record.file_name, record.people, record.columns) == ("mensen.xlsx", 2, ("Nr", "Naam"))
    assert (record.purpose, record.by) == ("Bellijst voor de werving", "Anna")


def test_without_a_purpose_nothing_is_written(house, process, tmp_path):
    path = tmp_path / "mensen.xlsx"

    with pytest.raises(InvalidInput) as refused:
        house.exporting.export_people(process, SHEET, path, " ")

    assert refused.value.code == "export_purpose_empty"
    assert not path.exists()
    assert house.privacy.exports(process) == ()


def test_addresses_come_along_when_asked_for(house, process, tmp_path):
    added = house.people.add(
        process, PersonForm(name="Ana", address="Dorpsstraat 1", email="ana@example.org")
    )
    sheet = Sheet(("Nr", "Naam"), (("1", "Ana"),))
    path = tmp_path / "mensen.csv"

    house.exporting.export_people(process, sheet, path, "Brieven", [added.id])

    read = read_table(path)
    (record,) = house.privacy.exports(process)
    assert read.header == ("Nr", "Naam", "Adres", "Postcode", "Woonplaats", "E-mail", "Telefoon")
    assert read.rows == (("1", "Ana", "Dorpsstraat 1", "", "", "ana@example.org", ""),)
    assert record.columns[2:] == ("Adres", "Postcode", "Woonplaats", "E-mail", "Telefoon")


def test_a_file_that_cannot_be_written_leaves_no_record(house, process, tmp_path):
    with pytest.raises(InvalidInput) as refused:
        house.exporting.export_people(process, SHEET, tmp_path / "weg" / "mensen.xlsx", "Brieven")

    assert refused.value.code == "export_no_folder"
    assert house.privacy.exports(process) == ()
