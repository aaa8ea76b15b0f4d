"""Waterrijk's pool with its quotas on a desk: 60 people for 12 seats, so that a draw takes a second."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from screens import settle

from burgertop_app.domain.drawing import Commitment, QuotaEntry, QuotaForm
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.quota_shares import from_shares
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services.draw_calculating import calculate
from burgertop_app.ui.desk import Desk
from burgertop_app.ui.draw.page import DrawPage
from tests.beginnings import beginning

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
SEATS = 12
FEATURES = ("leeftijd", "gender", "wonen")
TOLD = Commitment(
    number_source="Acht dobbelstenen uit de zaal",
    moment="Raadzaal, 20 juni 2026, 20.00 uur",
    published_where="waterrijk.example/loting",
    witnesses="Notaris mr. Van Dalen; twee bewoners",
)


class Answers:
    """Dialogs that give the answers a test put in, without showing anything."""

    def __init__(self):
        self.reasons = []
        self.folders = []
        self.files = []

    def reason(self, *_asked):
        return self.reasons.pop(0) if self.reasons else None

    def folder(self, *_asked):
        return self.folders.pop(0) if self.folders else None

    def open_file(self, *_asked):
        return self.files.pop(0) if self.files else None

    save_file = open_file

    def ask(self, *_asked):
        return False

    offer = ask


def listed(name, delimiter):
    with (SAMPLE / name).open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle, delimiter=delimiter))


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def desk(house, answers):
    made = Desk(house, lambda: date(2026, 6, 19), dialogs=answers)
    yield made
    assert made.tasks.close()


@beginning
def people(house, process):
    """Sixty people of Waterrijk in a process with twelve seats."""
    for person in listed("people.csv", ";")[::7][:60]:
        form = PersonForm(
            name=person["naam"],
            address=person["adres"],
            postcode=person["postcode"],
            features={feature: person[feature] for feature in FEATURES},
        )
        house.people.add(process, form)
    house.draw_preparing.choose(process, seats=SEATS, reserves=4, households=False)
    return process


@beginning
def quotas(house, people):
    """Quotas from the shares of Waterrijk's population."""
    entries = [
        QuotaEntry(feature=row["feature"], value=row["value"], low=0, high=0, share=float(row["share"]))
        for row in listed("population.csv", ",")
        if row["feature"] in FEATURES
    ]
    house.drawing.set_quotas(people, QuotaForm(lines=from_shares(entries, SEATS), source="verzonnen"))
    return people


@beginning
def prepared(house, quotas, request_of):
    given = house.drawing.prepare(request_of(quotas))
    return house.drawing.keep(given, calculate(given, UNHEARD)).id


@pytest.fixture
def request_of(house):
    """The lottery as the page would ask for it."""
    from burgertop_app.ui.draw.found import read

    return lambda process: read(house, process, names=False).request


@beginning
def committed(house, prepared):
    house.drawing.commit(prepared, TOLD)
    return prepared


@beginning
def drawn(house, committed):
    house.drawing.draw(committed, seed="6 2 4 1 5 3 3 6", reserves=4)
    return committed


@pytest.fixture
def show(qtbot, desk, process):
    """Open the page on the process and wait until it stands."""

    def shown():
        page = DrawPage(desk)
        qtbot.addWidget(page)
        page.resize(1184, 820)
        page.show_process(process)
        page.show()
        settle(qtbot, desk)
        return page

    return shown
