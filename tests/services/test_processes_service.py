"""Processes: how one begins, and plans that two windows keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from burgertop_app.domain.errors import Conflict
from burgertop_app.domain.processes import Milestone
from burgertop_app.domain.requests import NewProcess
from burgertop_app.services.processes import Processes

DAY = date(2026, 9, 26)


@pytest.fixture
def day(house, process):
    """A day in the planning, as it was kept."""
    new = Milestone(id=house.processes.new_id(), process_id=process, title="Dag", due_on=DAY)
    house.processes.keep(new)
    return house.processes.plan(Milestone, process)[0]


def kept(house, process):
    return house.processes.plan(Milestone, process)[0]


def test_a_changed_part_is_kept(house, process, day):
    house.processes.keep(replace(day, title="Paneldag"))

    assert kept(house, process).title == "Paneldag"


def test_a_part_that_changed_elsewhere_is_not_overwritten(house, process, day):
    house.processes.keep(replace(day, title="Paneldag"))

    with pytest.raises(Conflict):
        house.processes.keep(replace(day, due_on=date(2026, 9, 27)))

    assert (kept(house, process).title, kept(house, process).due_on) == ("Paneldag", DAY)


def test_edits_of_two_fields_of_one_part_go_together(house, process, day):
    house.processes.edit_part(day, title="Paneldag")
    house.processes.edit_part(day, done_on=DAY)

    assert (kept(house, process).title, kept(house, process).done_on) == ("Paneldag", DAY)


def test_a_field_that_changed_elsewhere_is_not_overwritten(house, process, day):
    house.processes.edit_part(day, title="Paneldag")

    with pytest.raises(Conflict):
        house.processes.edit_part(day, title="Slotdag")

    assert kept(house, process).title == "Paneldag"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_new_process_speaks_the_language_of_the_program(workspace, language):
    processes = Processes(replace(workspace.context, language=language))

    begun = processes.start(NewProcess(form="burgerpanel", title="Panel"))

    assert processes.get(begun.id).language == language


def test_forms_come_by_name_in_the_language(workspace, tmp_path):
    recipe = (workspace.context.forms / "burgerpanel.toml").read_text(encoding="utf-8")
    for code, dutch, english in (("a", "Zomerpanel", "autumn"), ("b", "avond", "Winter")):
        told = recipe.replace('code = "burgerpanel"', f'code = "{code}"', 1)
        told = told.replace(
            'nl = "Burgerpanel", en = "Citizen panel"', f'nl = "{dutch}", en = "{english}"', 1
        )
        Path(tmp_path / f"{code}.toml").write_text(told, encoding="utf-8")

    def names(language):
        context = replace(workspace.context, forms=tmp_path, language=language)
        return [form.name.say(language) for form in Processes(context).forms()]

    assert names("nl") == ["avond", "Zomerpanel"]
    assert names("en") == ["autumn", "Winter"]
