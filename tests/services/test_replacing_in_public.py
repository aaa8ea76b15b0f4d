"""Replacements in what is published: the shipped checker follows them, and the papers tell them by count."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from burgertop_app.domain.calling import CallOutcome
from burgertop_app.domain.draw_records import DrawRecord
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.services import draw_public
from burgertop_app.services.draw_public_paper import Occasion, public_paper
from burgertop_app.services.proposing import propose

CHAIN = "vervangingen.json"


def replace_one(house, draw_id, number):
    """Let a member say no and accept whoever joins."""
    lines = house.calling.call_list(draw_id).lines
    person = next(line.participation_id for line in lines if line.number == number)
    house.calling.called(draw_id, person, CallOutcome.NO, "verhuist")
    house.replacing.accept(propose(house.replacing.situation(draw_id), UNHEARD))


@pytest.fixture
def folder(house, drawn, tmp_path):
    """The full folder of a draw in which two members were replaced, one after the other."""
    first, second, *_ = house.drawing.view(drawn).panel
    replace_one(house, drawn, first)
    replace_one(house, drawn, second)
    house.draw_folders.write(drawn, tmp_path / "draw")
    return tmp_path / "draw"


def run_checker(folder):
    return subprocess.run(
        [sys.executable, "-I", folder / "controleer_loting.py"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("level", ["", "openbaar"])
def test_the_shipped_checker_follows_the_replacements(folder, level):
    found = run_checker(folder / level)

    assert (found.returncode, found.stderr) == (0, "")
    assert "klopt: 2 keer zijn mensen vervangen" in found.stdout


@pytest.mark.parametrize(
    ("place", "part", "value"), [(1, "state", "0" * 64), (0, "mark", "0" * 64), (0, "running", 2)]
)
def test_the_shipped_checker_names_a_changed_replacement(folder, place, part, value):
    path = folder / "openbaar" / CHAIN
    told = json.loads(path.read_text("utf-8"))
    told["steps"][place][part] = value
    path.write_text(json.dumps(told), "utf-8")

    found = run_checker(folder / "openbaar")

    assert found.returncode == 3
    assert "in vervangingen.json is veranderd" in found.stdout


def test_the_public_protocol_tells_of_a_replacement_and_names_nobody(house, drawn):
    replace_one(house, drawn, house.drawing.view(drawn).panel[0])

    with house.workspace.context.work.reading() as store:
        kept = draw_public.public_files(store, store.get(DrawRecord, drawn))
    told = public_paper(kept, Occasion(title="Burgerberaad")).drawn.replacements

    assert told == (
        "Vervanging 1, 2 maart 2026: 1 van 1 open plaats is gevuld. Daarna zijn alle quota gehaald.",
    )


def test_what_was_published_before_a_replacement_is_published_again_with_it(house, drawn, tmp_path):
    place = tmp_path / "public"
    house.draw_folders.write_public(drawn, place)
    replace_one(house, drawn, house.drawing.view(drawn).panel[0])

    house.draw_folders.write_public(drawn, place)

    assert run_checker(place).returncode == 0
    assert len(json.loads((place / CHAIN).read_text("utf-8"))["steps"]) == 1
