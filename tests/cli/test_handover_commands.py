"""`copy`, `handover` and `takeover` from the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest
import typer
from typer.testing import CliRunner

from burgertop_app.cli import handover as commands
from burgertop_app.domain.requests import NewCard, NewProcess
from burgertop_app.services.house import House, furnish
from burgertop_app.services.preferences import Preferences
from burgertop_app.services.workspaces import Workspaces


@pytest.fixture
def house(opener, clock, entropy, tmp_path):
    return House(Workspaces(opener), Preferences(tmp_path / "voorkeuren.json"), clock, entropy)


@pytest.fixture
def run(house, opener, tmp_path):
    def called(*words, laptop=None):
        other = replace(opener, computer="ZAAL", folder=tmp_path / "zaal")
        there = House(Workspaces(other), house.preferences, opener.clock, opener.entropy)
        app = typer.Typer(pretty_exceptions_enable=False)
        commands.register(app, there if laptop else house)
        return CliRunner().invoke(app, [str(word) for word in words])

    return called


@pytest.fixture
def file(opener, tmp_path):
    opened = Workspaces(opener).create(tmp_path / "panel.burgertop")
    form = NewProcess(form="burgerpanel", title="Panel", topic="Wonen", municipality="Testdam")
    furnish(opened).processes.start(form)
    opened.close()
    return opened.path


@pytest.fixture
def handed(run, opener, file, tmp_path):
    """The hand-over of a second laptop with one card."""
    copy, out = tmp_path / "tweede.burgertop", tmp_path / "zaal.burgertop-overdracht"
    assert run("copy", file, "--to", copy).exit_code == 0
    opened = Workspaces(replace(opener, computer="ZAAL", folder=tmp_path / "zaal")).open(copy)
    services = furnish(opened)
    services.cards.add(services.processes.all()[0].id, NewCard(text="Meer bomen", table_no=1))
    opened.close()
    assert run("handover", copy, "--out", out, laptop="ZAAL").exit_code == 0
    return out


def test_what_was_handed_over_comes_in(run, file, handed):
    result = run("takeover", file, handed)

    assert result.exit_code == 0
    assert "Gemaakt op ZAAL" in result.stdout
    assert "1 nieuwe kaart" in result.stdout
    assert "vóór overdracht" in result.stdout


def test_looking_keeps_nothing(run, file, handed):
    first, second = run("takeover", file, handed, "--look"), run("takeover", file, handed, "--look")

    assert "1 nieuwe kaart" in first.stdout
    assert first.stdout == second.stdout


def test_a_second_time_brings_nothing(run, file, handed):
    run("takeover", file, handed)

    result = run("takeover", file, handed)

    assert result.exit_code == 0
    assert "Er verandert niets" in result.stdout


def test_a_bad_file_ends_with_2_and_one_sentence(run, file, handed):
    handed.write_bytes(handed.read_bytes()[:-9])

    result = run("takeover", file, handed)

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "niet heel" in result.stderr
