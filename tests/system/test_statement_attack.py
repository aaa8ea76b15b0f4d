"""An attack on the representativity statement: whoever knows who was where solves for nobody's features.

The attacker sat in the room and knows of everyone whether they registered, were drawn and came; has every
statement that left over time, each figure with its rounding, and the rules by which figures are left out.
The unknowns are how many people of each kind (who were at the same stages) have each value. The same attacker
is then given the plain counts, to show that this attack can succeed.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from burgertop_app.domain.drawing import QuotaEntry, QuotaForm
from burgertop_app.domain.events import Presence
from burgertop_app.domain.merging import JOIN
from burgertop_app.domain.papers.representation import StageKind
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.requests import PersonForm
from tests.fixtures.attacker import Attacker

FEATURES = {
    "leeftijd": (("16-29", 6), ("30-44", 6), ("45-64", 6), ("65-79", 4), ("80+", 1)),
    "gender": (("v", 11), ("m", 11), ("anders", 0)),
    "wijk": (("noord", 8), ("zuid", 8), ("oost", 6)),
}
SEATS = 24


class Town:
    """A process with a pool, a panel and three meetings at which nearly everyone came."""

    def __init__(self, house, process, seed):
        self.house, self.process, self.rng = house, process, np.random.default_rng(seed)
        lines = [
            QuotaEntry(feature=feature, value=value, low=low, high=SEATS, share=1 / len(values))
            for feature, values in FEATURES.items()
            for value, low in values
        ]
        house.drawing.set_quotas(process, QuotaForm(lines=tuple(lines), source="CBS"))
        for number in range(80):
            house.people.add(process, PersonForm(name=f"Bewoner {number}", features=self._features()))
        people = [line.participation_id for line in house.people.lines(process, Role.RESIDENT)]
        self.panel = people[:SEATS]
        house.people.mark(self.panel, State.DRAWN)
        self.came = [self._meeting(day) for day in range(3)]

    def _features(self):
        return {
            feature: str(self.rng.choice([value for value, _low in values], p=_weights(values)))
            for feature, values in FEATURES.items()
        }

    def _meeting(self, day):
        event = self.house.meetings.add(self.process, title=f"Avond {day}", on=None, place="").id
        absent = set(self.rng.choice(SEATS, size=int(self.rng.integers(0, 5)), replace=False).tolist())
        came = [who for place, who in enumerate(self.panel) if place not in absent]
        self.house.event_day.attend(event, dict.fromkeys(came, Presence.PRESENT))
        return event, frozenset(came)

    def stages(self):
        """Who was at each stage, in the order of the statement."""
        everyone = self.house.people.lines(self.process, Role.RESIDENT)
        found = [frozenset(line.participation_id for line in everyone), frozenset(self.panel)]
        return [*found, *(came for _event, came in self.came)]

    def values(self, feature):
        return {
            line.participation_id: line.features[feature]
            for line in self.house.people.lines(self.process, Role.RESIDENT)
        }


def _weights(values):
    given = np.array([low + 0.5 for _value, low in values])
    return given / given.sum()


def read(attacker, shown):
    """Teach the attacker everything that a statement says of the feature `shown`."""
    for line in shown.values:
        for stage, share in enumerate(line.shares[1:]):
            if share is None:
                continue
            attacker.learn_share(stage, line.value.split(JOIN), share, shown.step(stage + 1))


def attacked(town, papers, feature):
    attacker = Attacker(town.stages(), [value for value, _low in FEATURES[feature]])
    for paper in papers:
        for shown in paper.shown.features:
            if shown.feature == feature:
                read(attacker, shown)
    return attacker


@pytest.fixture(params=range(4))
def town(request, house, process):
    return Town(house, process, request.param)


def test_everything_that_leaves_tells_nobodys_features_and_no_small_number(town):
    papers = [town.house.representing.paper(town.process)]
    town.house.event_day.attend(town.came[0][0], {town.panel[0]: Presence.PRESENT})
    town.came[0] = (town.came[0][0], town.came[0][1] | {town.panel[0]})
    papers.append(town.house.representing.paper(town.process))

    assert papers[0].shown.features
    assert papers[0].shown.features == papers[1].shown.features
    for feature in FEATURES:
        attacker = attacked(town, papers[:1], feature)
        small = {
            (stage, value)
            for stage, members in enumerate(town.stages())
            for value, people in Counter(town.values(feature)[who] for who in members).items()
            if people < (5 if stage == 0 else 3)
        }
        assert attacker.known() == []
        assert not small & set(attacker.solved())


def test_the_same_attacker_with_plain_counts_finds_people_and_every_number(house, process):
    town = Town(house, process, 1)
    values = town.values("leeftijd")
    attacker = Attacker(town.stages(), [value for value, _low in FEATURES["leeftijd"]])

    for stage, members in enumerate(town.stages()):
        counts = Counter(values[who] for who in members)
        for value in attacker.values:
            attacker.learn(attacker.cells(stage, [value]), counts[value], counts[value])

    assert attacker.known() != []
    assert len(attacker.solved()) == len(town.stages()) * len(attacker.values)


def test_a_meeting_is_shown_where_it_tells_nobody_apart(town):
    shown = town.house.representing.paper(town.process).shown

    days = [place for place, stage in enumerate(shown.stages) if stage.kind is StageKind.PRESENT]
    assert [line.shares[place] for one in shown.features for line in one.values for place in days].count(
        None
    ) < len(days) * sum(len(one.values) for one in shown.features)
