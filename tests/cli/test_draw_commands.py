from pathlib import Path
from types import SimpleNamespace

import pytest
import typer
from typer.testing import CliRunner

from burgertop_app.cli import draw

POOL = Path(__file__).parents[1] / "fixtures" / "pools" / "nl_n70_k24_f5"
INPUT = ["--people", str(POOL / "people.csv"), "--quotas", str(POOL / "quotas.csv"), "--seats", "24"]


@pytest.fixture
def run(clock, entropy):
    app = typer.Typer()
    draw.register(app, SimpleNamespace(entropy=entropy, clock=clock))
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


def test_commit_number_and_verify_one_after_the_other(run, tmp_path):
    committed = run("lottery", *INPUT, "--source", "Lotto", "--out", tmp_path / "draw")
    numbered = run("number", tmp_path / "draw", "--seed", "3 14 15", "--reserves", 2)
    verified = run("verify", tmp_path / "draw")

    assert [each.exit_code for each in (committed, numbered, verified)] == [0, 0, 0]
    assert "Maak eerst" in committed.stdout
    assert "Panel: p" in numbered.stdout
    assert "Proefloting" not in numbered.stdout
    assert "Alles hieronder klopt" in verified.stdout


def test_draw_in_one_go_says_it_is_a_rehearsal(run, tmp_path):
    result = run("draw", *INPUT, "--number", "007", "--out", tmp_path / "draw")

    assert result.exit_code == 0
    assert "Proefloting" in result.stdout
    assert "Getal 007" in result.stdout


def test_preflight_tells_who_has_no_chance(run):
    result = run("preflight", *INPUT)

    assert result.exit_code == 0
    assert "34 mensen kunnen in geen enkel panel zitten:" in result.stdout


def test_preflight_that_finds_no_panel_names_clash_and_ways_out(run):
    result = run("preflight", *INPUT, "--household", "address,zip")

    assert result.exit_code == 2
    assert "hooguit één persoon per huishouden" in result.stderr
    assert "(1 plaats)" in result.stderr


def test_changed_draw_gives_exit_code_three(run, tmp_path):
    run("draw", *INPUT, "--seed", "dice", "--out", tmp_path / "draw")
    path = tmp_path / "draw" / "panel.csv"
    path.write_text(path.read_text("utf-8").replace("praktisch", "midden", 1), "utf-8")

    result = run("verify", tmp_path / "draw")

    assert result.exit_code == 3
    assert "staat niet in de vastlegging" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["draw", *INPUT[:-1], "71", "--seed", "x"], "Het panel heeft 71 plaatsen"),
        (["draw", *INPUT, "--number", "seven"], "“seven” is geen getal van een panel"),
        (["draw", *INPUT], "Geef het startwoord of een met de hand getrokken getal"),
        (["draw", "--people", "nergens.csv", *INPUT[2:], "--seed", "x"], "nergens.csv"),
        (["lottery", *INPUT, "--household", "straat"], "straat"),
    ],
)
def test_mistake_gives_one_sentence_and_exit_code_two(run, tmp_path, words, said):
    result = run(*words, "--out", tmp_path / "draw")

    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "draw").exists()


@pytest.mark.parametrize("method", ["maximin", "nash", "goldilocks"])
def test_lottery_by_a_chosen_method_is_committed_and_verified(run, tmp_path, method):
    committed = run("lottery", *INPUT, "--method", method, "--out", tmp_path / "draw")
    verified = run("verify", tmp_path / "draw")

    assert [each.exit_code for each in (committed, verified)] == [0, 0]


def test_quick_lottery_is_not_committed(run, tmp_path):
    refused = run("lottery", *INPUT, "--method", "quick", "--out", tmp_path / "draw")

    assert refused.exit_code == 2
    assert "alleen om mee te vergelijken" in refused.stderr
    assert not (tmp_path / "draw").exists()


def test_quick_draw_is_a_rehearsal(run, tmp_path):
    result = run("draw", *INPUT, "--method", "quick", "--number", "1", "--out", tmp_path / "draw")

    assert result.exit_code == 0
    assert "Proefloting" in result.stdout
