"""Draws at the edge, from files: ties, one of everything, nobody, everybody: a result or a sentence."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
import typer
from typer.testing import CliRunner

from burgertop_app.cli import draw

TIES = ["jong"] * 6
MIXED = ["jong", "jong", "oud", "oud"]


@pytest.fixture
def run(clock, entropy, tmp_path):
    """Ask for a draw or a look at people with these ages; quotas are (value, least, most)."""
    app = typer.Typer()
    draw.register(app, SimpleNamespace(entropy=entropy, clock=clock))

    def asked(command, ages, quotas, seats, *more):
        people = "".join(f"p{number},{age}\n" for number, age in enumerate(ages, start=1))
        (tmp_path / "people.csv").write_text(f"id,leeftijd\n{people}", "utf-8")
        lines = "".join(f"leeftijd,{value},{low},{high}\n" for value, low, high in quotas)
        (tmp_path / "quotas.csv").write_text(f"feature,value,min,max\n{lines}", "utf-8")
        words = (command, "--people", tmp_path / "people.csv", "--quotas", tmp_path / "quotas.csv")
        return CliRunner().invoke(app, [str(word) for word in (*words, "--seats", seats, *more)])

    return asked


def chances(folder):
    found = json.loads((folder / "lottery.json").read_text("utf-8"))["exact_probabilities"]
    return {number: float(chance) for number, chance in found.items()}


@pytest.mark.parametrize(
    ("ages", "quotas", "seats", "expected"),
    [
        (TIES, [("jong", 0, 3)], 3, {0.5}),
        (["jong"], [("jong", 1, 1)], 1, {1.0}),
        (MIXED, [("jong", 0, 4), ("oud", 0, 4)], 4, {1.0}),
        (MIXED, [("jong", 1, 1), ("oud", 1, 1)], 2, {0.5}),
        (MIXED, [("jong", 2, 2), ("oud", 2, 2), ("ouder", 0, 0)], 4, {1.0}),
        (MIXED, [("jong", 1, 1), ("oud", 1, 1), ("ouder", 0, 2)], 2, {0.5}),
        ([f"v{n}" for n in range(40)], [(f"v{n}", 0, 1) for n in range(40)], 10, {0.25}),
        (["jong", "oud", "oud"], [("jong", 1, 1), ("oud", 0, 0)], 1, {0.0, 1.0}),
    ],
    ids=["ties", "one person", "k = n", "fixed", "fixed k = n", "supply 0", "40 values", "0 seats for some"],
)
def test_a_draw_at_the_edge_is_made(run, tmp_path, ages, quotas, seats, expected):
    result = run("draw", ages, quotas, seats, "--number", "417", "--out", tmp_path / "draw")

    assert result.exit_code == 0, result.stderr
    found = sorted(set(chances(tmp_path / "draw").values()))
    assert found == pytest.approx(sorted(expected))


@pytest.mark.parametrize(
    ("ages", "quotas", "seats", "words"),
    [
        (MIXED, [("jong", 0, 4), ("oud", 0, 4)], 0, "plaats"),
        (MIXED, [("jong", 0, 4), ("oud", 0, 4)], 5, "5"),
        (MIXED, [("jong", 1, 2), ("oud", 1, 2), ("ouder", 1, 1)], 3, "ouder"),
        (MIXED, [("jong", 2, 2), ("oud", 2, 2)], 3, "leeftijd"),
        (MIXED, [("jong", 1, 1), ("oud", 1, 1)], 3, "leeftijd"),
        ([], [("jong", 1, 1)], 1, "people.csv"),
        (["jong", "midden"], [("jong", 0, 2)], 1, "midden"),
    ],
    ids=["k = 0", "k > n", "supply 0", "sum of least", "sum of most", "nobody", "value without quota"],
)
def test_what_cannot_be_drawn_is_refused_with_a_sentence(run, tmp_path, ages, quotas, seats, words):
    result = run("draw", ages, quotas, seats, "--number", "417", "--out", tmp_path / "draw")

    assert result.exit_code == 2
    assert words in result.stderr
    assert not (tmp_path / "draw").exists()


@pytest.mark.parametrize(
    ("ages", "quotas", "seats", "code"),
    [
        (["jong"], [("jong", 1, 1)], 1, 0),
        (MIXED, [("jong", 0, 4), ("oud", 0, 4)], 4, 0),
        ([f"v{n}" for n in range(40)], [(f"v{n}", 0, 1) for n in range(40)], 40, 0),
        (MIXED, [("jong", 0, 4), ("oud", 0, 4)], 0, 2),
        (MIXED, [("jong", 1, 2), ("oud", 1, 2), ("ouder", 1, 1)], 3, 2),
    ],
)
def test_a_look_beforehand_at_the_edge_answers(run, ages, quotas, seats, code):
    result = run("preflight", ages, quotas, seats)

    assert result.exit_code == code
    assert (result.stdout if code == 0 else result.stderr).strip()


def test_a_way_out_tells_its_cost(run):
    result = run("preflight", MIXED, [("jong", 3, 3), ("oud", 1, 1)], 4)

    assert result.exit_code == 2
    assert "plaats" in result.stderr
