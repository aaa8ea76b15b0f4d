"""Documents with people in them leave a record; without one there is no file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.papers.common import Masthead, PrintedPerson
from burgertop_app.domain.papers.rules import CardBookPaper
from burgertop_app.domain.papers.tables import PaperEvent, RouteCard, RouteCardsPaper
from burgertop_app.services import leaving

MASTHEAD = Masthead(organisation="Testdam", process="Panel", made_at=datetime(2026, 3, 2, tzinfo=UTC))
ROUTES = RouteCardsPaper(
    masthead=MASTHEAD,
    event=PaperEvent(name="Dag 1", on=date(2026, 3, 2)),
    cards=tuple(RouteCard(person=PrintedPerson(number=no, name=f"Persoon {no}"), stops=()) for no in "123"),
)


@dataclass(frozen=True)
class Sheet:
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@pytest.fixture
def full(monkeypatch):
    """No record can be kept."""

    def refuse(*_asked):
        raise NotPossible("disk_full")

    monkeypatch.setattr(leaving, "record", refuse)


def test_document_with_people_is_recorded_after_it_landed(house, process, tmp_path):
    house.exporting.save_paper(process, ROUTES, b"%PDF", tmp_path / "routes.pdf")

    (record,) = house.privacy.exports(process)
    assert (tmp_path / "routes.pdf").read_bytes() == b"%PDF"
    assert (record.kind, record.people, record.file_name) == ("route_cards", 3, "routes.pdf")
    assert (record.purpose, record.by) == ("document", "Anna")


def test_document_without_people_leaves_no_record(house, process, tmp_path):
    house.exporting.save_paper(
        process, CardBookPaper(masthead=MASTHEAD, groups=()), b"%PDF", tmp_path / "boek.pdf"
    )

    assert (tmp_path / "boek.pdf").exists()
    assert house.privacy.exports(process) == ()


@pytest.mark.usefixtures("full")
def test_document_whose_record_cannot_be_kept_goes_again(house, process, tmp_path):
    with pytest.raises(NotPossible, match="disk_full"):
        house.exporting.save_paper(process, ROUTES, b"%PDF", tmp_path / "routes.pdf")

    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.usefixtures("full")
def test_list_whose_record_cannot_be_kept_goes_again(house, process, tmp_path):
    with pytest.raises(NotPossible, match="disk_full"):
        house.exporting.export_people(process, Sheet(("Nr",), (("1",),)), tmp_path / "lijst.csv", "Bellen")

    assert list(tmp_path.glob("*.csv")) == []
