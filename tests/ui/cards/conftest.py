"""A desk with the sample's cards on it."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from burgertop_app.domain.requests import NewCard
from burgertop_app.ui.desk import Desk
from tests.beginnings import beginning

CARDS = Path(__file__).parents[3] / "resources" / "sample" / "cards.csv"
KINDS = {"aanbeveling": "recommendation", "tip": "tip", "uitspraak": "statement", "vraag": "question"}
ADDRESSEES = {
    "gemeente": "municipality",
    "bewoners": "residents",
    "politiek": "politics",
    "organisator": "organiser",
}


class Answers:
    """Dialogs that give the answers a test put in, without showing anything."""

    def __init__(self):
        self.reasons = []
        self.files = []

    def reason(self, *_asked):
        return self.reasons.pop(0) if self.reasons else None

    def ask(self, *_asked):
        return True

    def offer(self, *_asked):
        return False

    def tell(self, *_asked):
        return None

    def open_file(self, *_asked):
        return self.files.pop(0) if self.files else None

    def save_file(self, *_asked):
        return self.files.pop(0) if self.files else None


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def desk(house, answers):
    made = Desk(house, lambda: date(2026, 3, 2), dialogs=answers)
    yield made
    assert made.tasks.close()


@beginning
def sample(house, process):
    """The cards of the sample, in their themes."""
    with CARDS.open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source, delimiter=";"))
    house.cards.add_many(
        process,
        [
            NewCard(
                text=row["tekst"],
                label=row["nummer"],
                table_no=int(row["tafel"]),
                round_no=int(row["ronde"]),
                kind=KINDS[row["soort"]],
                addressee=ADDRESSEES[row["voor"]],
                theme=row["thema"],
            )
            for row in rows
        ],
    )
    return house.cards.lines(process)
