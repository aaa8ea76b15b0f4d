"""What tests of services share: sheets with people."""

from __future__ import annotations

import itertools
import sys
from datetime import date
from pathlib import Path

import pytest

from burgertop_app.domain.drawing import Commitment, DrawRequest, QuotaEntry, QuotaForm
from burgertop_app.domain.people import Role
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm, RecommendationForm
from burgertop_app.services import importing
from burgertop_app.services.draw_calculating import calculate
from burgertop_app.services.importing import ImportRequest, Source
from tests.beginnings import beginning

sys.path.insert(0, str(Path(__file__).parent))


class PeopleSheet:
    """Makes imports out of text."""

    def text(self, people):
        """A sheet with so many people."""
        rows = [f"{number};Persoon {number};Noord;30-44" for number in range(1, people + 1)]
        return "\n".join(["nummer;naam;wijk;leeftijd", *rows])

    def request(self, house, process, text, answer=None, **told):
        """The import of `text`, with `answer` to every question that has no proposal."""
        role = told.get("role", Role.RESIDENT)
        table = importing.open_source(Source(text=text, name="mensen.csv", delimiter=";")).table
        rules = house.importing.rules(process, role)
        columns = importing.suggest_columns(table, ("wijk", "leeftijd"), role)
        plan = importing.analyse(table, columns, rules)
        given = {"purpose": "Loting", "keep_until": date(2027, 3, 2), "file_sha256": ""} | told
        return ImportRequest(
            plan=plan,
            columns=columns,
            rules=rules,
            choices={problem.key: answer for problem in plan.unanswered({})} if answer else {},
            **given,
        )

    def bring(self, house, process, people):
        """Import so many people."""
        return house.importing.keep(process, self.request(house, process, self.text(people)))


@pytest.fixture
def people_sheet():
    return PeopleSheet()


@pytest.fixture
def sample():
    """The folder with the sample."""
    return Path(__file__).parents[2] / "resources" / "sample"


@beginning
def drawn(house, process):
    """A real draw: six seats out of twenty-four people, six of each kind, four reserves; its id."""
    kinds = itertools.cycle(itertools.product(("jong", "oud"), ("dorp", "stad")))
    for number, (age, town) in enumerate(itertools.islice(kinds, 24), start=1):
        features = {"leeftijd": age, "wonen": town}
        house.people.add(process, PersonForm(name=f"Bewoner {number}", phone="06", features=features))
    house.draw_preparing.choose(process, seats=6, reserves=4, households=False)
    house.drawing.set_quotas(
        process,
        QuotaForm(
            lines=(
                QuotaEntry(feature="leeftijd", value="jong", low=3, high=3),
                QuotaEntry(feature="leeftijd", value="oud", low=3, high=3),
                QuotaEntry(feature="wonen", value="dorp", low=2, high=4),
                QuotaEntry(feature="wonen", value="stad", low=2, high=4),
            )
        ),
    )
    given = house.drawing.prepare(DrawRequest(process_id=process, seats=6))
    made = house.drawing.keep(given, calculate(given, UNHEARD)).id
    told = Commitment(number_source="dobbelstenen", moment="20.00", published_where="website")
    house.drawing.commit(made, told)
    house.drawing.draw(made, seed="6 2 4 1", reserves=4)
    return made


@pytest.fixture
def quotas(house, process):
    lines = [
        ("wijk", "Noord"),
        ("wijk", "Zuid"),
        ("leeftijd", "16-44"),
        ("leeftijd", "45+"),
        ("opleiding", "praktisch"),
        ("opleiding", "theoretisch"),
    ]
    entries = tuple(QuotaEntry(feature=feature, value=value, low=0, high=30) for feature, value in lines)
    house.drawing.set_quotas(process, QuotaForm(lines=entries))


@beginning
def invited(house, process, quotas):
    """A round of twenty letters from a register."""
    from letter_list import invite

    return invite(house, process)


@beginning
def received(house, process, clock):
    """An advice with two recommendations that the college received on the day of the clock."""
    advice = house.advising.start(process, "Warm wonen").id
    for title in ("Begin met isoleren.", "Open één loket."):
        house.advising.recommend(advice, RecommendationForm(title=title))
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    house.advising.offer(advice, to="College", on=clock().date(), how="In het stadhuis")
    house.receiving.receive(advice, on=clock().date(), proof="Bon 12")
    return advice
