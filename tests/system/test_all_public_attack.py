"""An attack with everything that leaves together: the openings of the draws beside two statements.

The attacker knows who sat in each panel that was opened, also in one that was withdrawn, who drew whom for
whom, and who came when; and has the counts in each `opening.json`, exact, beside the rounded shares of each
statement. A town where a draw was withdrawn is the hardest: two panels that are nearly alike tell by their
difference. The same attacker is given the plain counts of those panels too, to show that it can succeed.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from burgertop_app.domain.draw_records import DrawEntry
from burgertop_app.domain.drawing import Commitment, DrawRequest, QuotaEntry, QuotaForm
from burgertop_app.domain.events import Presence
from burgertop_app.domain.merging import JOIN
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services.draw_calculating import calculate
from burgertop_app.services.opened_panels import opened, telling
from burgertop_app.storage import draw_store
from tests.fixtures.attacker import Attacker

SEATS = 20
FEATURES = {
    "leeftijd": (("16-29", 5, 7), ("30-64", 9, 11), ("65-79", 2, 4), ("80+", 1, 2)),
    "sekse": (("v", 9, 11), ("m", 9, 11)),
    "wijk": (("noord", 6, 8), ("zuid", 6, 8), ("oost", 6, 8)),
}
TOLD = Commitment(number_source="Ballen", moment="20.00 uur", published_where="website")


class Town:
    """Eighty people; a draw that was withdrawn, the draw that stands, and two meetings."""

    def __init__(self, house, process, seed):
        self.house, self.process = house, process
        rng = np.random.default_rng(seed)
        lines = [
            QuotaEntry(feature=feature, value=value, low=low, high=high, share=1 / len(values))
            for feature, values in FEATURES.items()
            for value, low, high in values
        ]
        for number in range(80):
            told = {
                feature: str(rng.choice([v for v, *_ in values], p=_weights(values)))
                for feature, values in FEATURES.items()
            }
            house.people.add(process, PersonForm(name=f"Bewoner {number}", features=told))
        house.draw_preparing.choose(process, seats=SEATS, reserves=0, households=False)
        house.drawing.set_quotas(process, QuotaForm(lines=tuple(lines), source="CBS"))
        first = self._draw(17)
        house.drawing.withdraw(first, "Twee mensen stonden dubbel op de lijst.")
        self._draw(18)
        held = [self._meeting(day, rng) for day in range(2)]
        self.events, self.came = [event for event, _came in held], [came for _event, came in held]

    def attend(self, day, who):
        """Somebody came to a meeting after all."""
        self.house.event_day.attend(self.events[day], {who: Presence.PRESENT})

    def _draw(self, number):
        given = self.house.drawing.prepare(DrawRequest(process_id=self.process, seats=SEATS))
        draw = self.house.drawing.keep(given, calculate(given, UNHEARD)).id
        self.house.drawing.commit(draw, TOLD)
        self.house.drawing.draw(draw, number=number)
        return draw

    def drawn(self):
        lines = self.house.people.lines(self.process, Role.RESIDENT)
        return [line.participation_id for line in lines if line.state is not State.REGISTERED]

    def _meeting(self, day, rng):
        panel = self.drawn()
        event = self.house.meetings.add(self.process, title=f"Avond {day}", on=None, place="").id
        absent = set(rng.choice(SEATS, size=int(rng.integers(1, 5)), replace=False).tolist())
        came = [who for place, who in enumerate(panel) if place not in absent]
        self.house.event_day.attend(event, dict.fromkeys(came, Presence.PRESENT))
        return event, frozenset(came)

    def panels(self):
        """Who sat in each panel that was opened, and the counts that were published of it."""
        with self.house.workspace.context.work.reading() as store:
            return opened(store, self.process)

    def values(self, feature):
        return {
            line.participation_id: line.features[feature]
            for line in self.house.people.lines(self.process, Role.RESIDENT)
        }


def _weights(values):
    given = np.array([low + 0.3 for _value, low, _high in values])
    return given / given.sum()


def attacker_of(town, feature):
    """Stages: the panels that were opened, then registered, drawn and the meetings."""
    everyone = frozenset(town.values(feature))
    panels = [panel.members for panel in town.panels()]
    drawn = frozenset().union(*town.came) | frozenset(town.drawn())
    return Attacker([*panels, everyone, drawn, *town.came], [value for value, *_ in FEATURES[feature]])


def learn_everything(attacker, town, paper, feature):
    panels = town.panels()
    for stage, panel in enumerate(panels):
        for heap, people in panel.counts.get(feature, {}).items():
            attacker.learn(attacker.cells(stage, heap), people, people)
    for shown in paper.shown.features:
        if shown.feature != feature:
            continue
        for line in shown.values:
            for stage, share in enumerate(line.shares[1:]):
                if share is not None:
                    place = len(panels) + stage
                    attacker.learn_share(place, line.value.split(JOIN), share, shown.step(stage + 1))


def found_with_everything(town, paper):
    """Per feature what the attacker knows for certain, and whether the numbers of few people are."""
    found = {}
    for feature, values in FEATURES.items():
        attacker = attacker_of(town, feature)
        learn_everything(attacker, town, paper, feature)
        held = town.values(feature)
        small = {
            (stage, value)
            for stage, members in enumerate(attacker.stages)
            for value, people in Counter(held[who] for who in members).items()
            if people < 3
        }
        found[feature] = (attacker.known(), small & set(attacker.solved()))
        assert len(values) == len(attacker.values)
    return found


@pytest.mark.parametrize("seed", range(2))
def test_openings_and_two_statements_together_tell_nobodys_features(house, process, seed):
    town = Town(house, process, seed)
    first = house.representing.paper(process)
    late = next(iter(frozenset(town.drawn()) - town.came[0]))
    town.attend(0, late)
    second = house.representing.paper(process)

    assert len(town.panels()) == 2
    assert all(panel.counts for panel in town.panels())
    assert first.shown.features
    assert found_with_everything(town, first) == dict.fromkeys(FEATURES, ([], set()))
    assert second.shown.features == first.shown.features


def test_with_the_plain_counts_the_same_attacker_finds_people(house, process):
    town = Town(house, process, 0)
    found = []

    for feature in FEATURES:
        attacker, values = attacker_of(town, feature), town.values(feature)
        for stage, members in enumerate(attacker.stages):
            for value, people in Counter(values[who] for who in members).items():
                attacker.learn(attacker.cells(stage, [value]), people, people)
        found += attacker.known()

    assert found


def test_a_count_that_tells_who_differs_from_a_panel_of_before_is_left_open(house, process):
    """Two panels that differ by one person: when their counts differ, the groups of both are certain."""
    town = Town(house, process, 0)
    panels = town.panels()
    with house.workspace.context.work.reading() as store:
        record = draw_store.draws(store, process)[0]
        entries = store.find(DrawEntry, draw_id=record.id)
        chosen = [entry.number for entry in entries if entry.participation_id in panels[0].members]
        other = next(entry.number for entry in entries if entry.number not in chosen)
        lines = [
            {"feature": feature, "values": [*heap], "count": people}
            for feature, counts in panels[0].counts.items()
            for heap, people in counts.items()
        ]
        alike = telling(store, record, lines, [*chosen[1:], other])
        by_sex = [line for line in lines if line["feature"] == "sekse"]
        by_sex[0]["count"], by_sex[1]["count"] = by_sex[0]["count"] + 1, by_sex[1]["count"] - 1
        differing = telling(store, record, lines, [*chosen[1:], other])

    assert (alike, differing) == (frozenset(), {"sekse"})
