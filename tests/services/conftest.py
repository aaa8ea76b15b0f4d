"""What tests of services share: sheets with people."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from burgertop_app.domain.people import Role
from burgertop_app.services import importing
from burgertop_app.services.importing import ImportRequest, Source


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
