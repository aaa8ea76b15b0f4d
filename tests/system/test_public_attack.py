"""An attack on what is public: with everything published, nobody's features can be solved for.

The attacker knows the published files and the numbers of the panel, takes an integer program over who has
which value, with the counts, quotas and histogram as its rows, and asks for each member and each value
whether it could be otherwise. What stays possible is not revealed. The same attacker is then given what the
protocol keeps closed, all thousand panels with their counts, to show that this attack can succeed.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from datetime import UTC, datetime

import highspy
import numpy as np
import pytest
from pypdf import PdfReader

from burgertop_app.domain.canonical import canonical
from burgertop_app.domain.draw_protocol import leaf
from burgertop_app.domain.draw_requests import DrawFiles
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.services.lotteries import Lotteries

QUOTAS = {
    "sekse": {"v": (3, 5), "m": (3, 5)},
    "leeftijd": {"jong": (2, 4), "midden": (2, 4), "75+": (1, 1)},
    "wijk": {"noord": (2, 4), "zuid": (2, 4), "oost": (1, 2)},
}


def declared(number):
    """Forty people; one in ten is of the rare group."""
    age = "75+" if number % 10 == 3 else ("jong", "midden")[number // 2 % 2]
    return {"sekse": "vm"[number % 2], "leeftijd": age, "wijk": ("noord", "zuid", "oost")[number % 3]}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    place = tmp_path_factory.mktemp("attack")
    people = [",".join(("id", *QUOTAS))]
    people += [",".join((f"r{number:02d}", *declared(number).values())) for number in range(40)]
    quotas = ["feature,value,min,max"]
    quotas += [f"{f},{v},{low},{high}" for f, part in QUOTAS.items() for v, (low, high) in part.items()]
    (place / "people.csv").write_text("\n".join(people) + "\n", "utf-8")
    (place / "quotas.csv").write_text("\n".join(quotas) + "\n", "utf-8")
    numbers = itertools.count(1)
    lotteries = Lotteries(
        lambda size: hashlib.shake_256(next(numbers).to_bytes(8, "big")).digest(size),
        lambda: datetime(2026, 3, 2, 9, tzinfo=UTC),
    )
    asked = DrawFiles(people=place / "people.csv", quotas=place / "quotas.csv", seats=8)
    lotteries.lottery(asked, place / "draw", UNHEARD)
    lotteries.number(place / "draw", seed="3 14 15", reserves=3)
    return place / "draw"


@pytest.fixture(scope="module")
def published(made):
    return [
        json.loads((made / "openbaar" / name).read_text("utf-8"))
        for name in ("toezegging.json", "opening.json")
    ]


class Solver:
    """Who may have which value of one feature, given the counts over groups of people."""

    def __init__(self, people, values, counted):
        self._people, self._values = list(people), list(values)
        self._model = highspy.Highs()
        self._model.silent()
        size = len(self._people) * len(self._values)
        self._model.addVars(size, np.zeros(size), np.ones(size))
        for column in range(size):
            self._model.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        for person in self._people:
            self._row([self._place(person, value) for value in self._values], 1)
        for members, counts in counted:
            for heap, count in counts.items():
                self._row([self._place(member, value) for member in members for value in heap], count)

    def can_be(self, person, value):
        """Whether an assignment that fits all of it gives `person` that value."""
        place = self._place(person, value)
        self._model.changeColBounds(place, 1.0, 1.0)
        self._model.run()
        possible = self._model.getModelStatus() == highspy.HighsModelStatus.kOptimal
        self._model.changeColBounds(place, 0.0, 1.0)
        return possible

    def known(self):
        """The people of whom only one value is possible."""
        return {
            person: possible[0]
            for person in self._people
            for possible in [[value for value in self._values if self.can_be(person, value)]]
            if len(possible) == 1
        }

    def _place(self, person, value):
        return self._people.index(person) * len(self._values) + self._values.index(value)

    def _row(self, places, count):
        self._model.addRow(count, count, len(places), np.array(places), np.ones(len(places)))


def told(opened, feature):
    return {tuple(line["values"]): line["count"] for line in opened["quotas"] if line["feature"] == feature}


@pytest.mark.parametrize("feature", QUOTAS)
def test_the_published_counts_determine_no_feature_of_a_panel_member(published, feature):
    _committed, opened = published

    found = Solver(opened["panel"], QUOTAS[feature], [(opened["panel"], told(opened, feature))])

    assert found.known() == {}


def test_the_published_counts_are_of_no_small_group(published):
    committed, opened = published

    assert [line["values"] for line in committed["quotas"]] == [["v"], ["m"]]
    assert min(line["count"] for line in opened["quotas"]) >= 3
    assert committed["withheld"] == ["leeftijd", "wijk"]


def test_the_same_attack_on_a_thousand_open_panels_finds_who_is_75_or_older(made):
    lottery = json.loads((made / "lottery.json").read_text("utf-8"))
    panels = sorted({tuple(panel) for panel in lottery["panels"]})
    counted = [(panel, {("75+",): 1}) for panel in panels]
    people = sorted({member for panel in panels for member in panel})

    found = Solver(people, ["75+", "anders"], counted).known()

    old = {f"r{number:02d}" for number in range(40) if declared(number)["leeftijd"] == "75+"}
    assert old <= {person for person, value in found.items() if value == "75+"}


def test_no_number_outside_the_panel_stands_in_what_is_public(made, published):
    _committed, opened = published
    texts = b"".join(
        path.read_bytes() for path in sorted((made / "openbaar").iterdir()) if path.suffix == ".json"
    ).decode()

    outside = {f"r{number:02d}" for number in range(40)} - set(opened["panel"])
    assert [number for number in sorted(outside) if f'"{number}"' in texts] == []


def test_trying_all_features_without_the_salt_finds_no_leaf(published):
    committed, _opened = published
    everything = itertools.product(*([(f, v) for v in part] for f, part in QUOTAS.items()))
    guesses = [(f"r{number:02d}", dict(pairs)) for pairs in everything for number in range(40)]

    unsalted = {leaf("", number, features) for number, features in guesses}
    plain = {
        hashlib.sha256(canonical({"id": n, "features": features})).hexdigest() for n, features in guesses
    }

    assert not (unsalted | plain) & set(committed["leaves"])


def test_trying_the_salt_of_the_opened_panel_opens_no_other(made, published):
    committed, opened = published
    panels = json.loads((made / "lottery.json").read_text("utf-8"))["panels"]

    tried = {
        hashlib.sha256(f"{opened['salt']}\n{place:03d}\n".encode() + canonical(panel)).hexdigest()
        for place, panel in enumerate(panels)
    }

    assert tried & set(committed["panels"]) == {committed["panels"][opened["drawn_number"]]}


def test_the_histogram_names_nobody_and_adds_nothing_to_who_is_who(published):
    """It counts people without a number; each bar can be made up of any members of the pool."""
    committed, _opened = published

    assert {key for part in committed["chances"] for key in part} == {"from", "to", "people"}
    assert sum(part["people"] for part in committed["chances"]) == 40


def test_what_is_public_has_no_hash_of_the_pool_and_no_supply(made):
    pages = [page.extract_text() for page in PdfReader(made / "openbaar" / "protocol.pdf").pages]
    texts = [(made / "openbaar" / name).read_text("utf-8") for name in ("toezegging.json", "opening.json")]
    lottery = json.loads((made / "lottery.json").read_text("utf-8"))

    assert not [text for text in (*texts, *pages) if lottery["pool_sha256"] in text]
    assert not [page for page in pages if "Aangemeld" in page or "Reserves, op volgorde" in page]
    assert any(lottery["lottery_sha256"] in page for page in pages)
