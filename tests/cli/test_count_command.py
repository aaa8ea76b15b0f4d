import csv

import pytest
import typer
from typer.testing import CliRunner

from burgertop_app.cli import count
from burgertop_app.exchange.pabulib import read_pb
from burgertop_app.i18n import speaking

TOWN = """META
key;value
description;Wijkbudget Noord
budget;100.50
num_projects;3
num_votes;4
vote_type;approval
PROJECTS
project_id;cost;name;area
P1;60;Speeltuin;Noord
P2;40.50;"Bankje; met uitzicht";Zuid
P3;55;Fietspad;Zuid
VOTES
voter_id;vote
v1;P1,P2
v2;P1
v3;P2,P3
v4;
"""


@pytest.fixture
def town(tmp_path):
    path = tmp_path / "town.pb"
    path.write_text(TOWN, encoding="utf-8")
    return path


@pytest.fixture
def run(town, tmp_path):
    app = typer.Typer()
    app.callback()(lambda: None)
    count.register(app)

    def invoke(*words):
        out = tmp_path / "result.csv"
        return CliRunner().invoke(app, ["count", "--votes", str(town), "--out", str(out), *words])

    with speaking("nl"):
        yield invoke


def _result(tmp_path):
    with (tmp_path / "result.csv").open(encoding="utf-8") as handle:
        return [tuple(row.values()) for row in csv.DictReader(handle)]


def test_most_votes_first_is_counted(run, tmp_path):
    result = run("--rule", "greedy")

    assert result.exit_code == 0
    assert _result(tmp_path) == [("P1", "60", "2", "1"), ("P2", "40.5", "2", "1"), ("P3", "55", "1", "0")]
    assert "2 van de 3 projecten betaald" in result.stdout
    assert "Fietspad (P3)" in result.stdout


def test_equal_shares_say_what_each_voter_pays(run, tmp_path):
    result = run("--rule", "mes", "--completion", "none")

    assert result.exit_code == 0
    assert _result(tmp_path)[1] == ("P2", "40.5", "2", "1")
    assert "hooguit € 20,25" in result.stdout
    assert "3 van de 4 stemmers" not in result.stdout
    assert "2 van de 4 stemmers" in result.stdout


def test_the_public_file_says_what_is_selected_and_can_be_counted_again(run, tmp_path, town):
    public = tmp_path / "public.pb"

    first = run("--rule", "mes", "--public", str(public))
    town.write_text(public.read_text(encoding="utf-8"), encoding="utf-8")
    again = run("--rule", "mes")

    assert first.stdout == again.stdout
    assert 'P2;40.5;2;"Bankje; met uitzicht";Zuid;1' in public.read_text(encoding="utf-8")
    assert read_pb(public).meta["description"] == "Wijkbudget Noord"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("key;value", "sleutel;waarde", "Regel 2 van town.pb"),
        ("META\n", "", "begint"),
        ("PROJECTS\nproject_id;cost;name;area\n", "PROJECTS\nproject_id;name;area\n", "project_id;cost"),
        ("VOTES\nvoter_id;vote\n", "", "VOTES"),
        ("P1;60;", "P1;60,50;", "60,50"),
        ("P1;60;", "P1;1.250,50;", "1.250,50"),
        ("P1;60;", "P1;1,250.50;", "1,250.50"),
        ("P1;60;", "P1;-60;", "-60"),
        ("P1;60;", "P1;1e400;", "1e400"),
        ("P1;60;", "P1;NaN;", "NaN"),
        ("P1;60;", "P1;0.001;", "0.001"),
        ("P2;40.50", "P1;40.50", "P1"),
        ("v2;P1", "v2;P9", "P9"),
        ("v2;P1", "v2;P1,P1", "P1"),
        ("v2;P1", "v1;P1", "v1"),
        ("num_votes;4", "num_votes;5", "num_votes"),
        ("vote_type;approval", "vote_type;schulze", "schulze"),
        ("vote_type;approval", "vote_type;scoring", "De punten in regel 15"),
        ("vote_type;approval", "vote_type;approval\nburgertop_apart;[3]", "burgertop_apart"),
        ("vote_type;approval", "vote_type;approval\nburgertop_area_ceilings;{", "burgertop_area_ceilings"),
        ("budget;100.50\n", "", "budget"),
        ("v4;\n", "v4;P1;x\n", "Regel 18"),
        ("v4;\n", "VOTES\n", "VOTES"),
        ('"Bankje; met uitzicht"', '"Bankje"; met uitzicht"x', "town.pb"),
    ],
)
def test_a_file_that_is_wrong_is_a_sentence_with_its_line(run, tmp_path, town, before, after, told):
    assert before in TOWN
    town.write_text(TOWN.replace(before, after, 1), encoding="utf-8")

    result = run("--rule", "greedy")

    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert not (tmp_path / "result.csv").exists()


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00M", b"META", TOWN.replace("Noord", "Zuid-Één").encode("cp1252")]
)
def test_a_file_that_is_no_budget_is_a_sentence(run, town, content):
    town.write_bytes(content)

    result = run("--rule", "greedy")

    assert result.exit_code == 2
    assert len(result.output.strip().splitlines()) == 1


def test_a_file_that_is_not_there_is_a_sentence(run, town):
    town.unlink()

    assert run("--rule", "greedy").exit_code == 2


def test_a_completion_goes_with_equal_shares_only(run):
    result = run("--rule", "greedy", "--completion", "none")

    assert result.exit_code == 2
    assert "--completion" in result.output


def test_the_votes_are_never_written_over(run, town):
    result = run("--rule", "mes", "--public", str(town))

    assert result.exit_code == 2
    assert town.read_text(encoding="utf-8") == TOWN


POINTED = """META
key;value
budget;100
vote_type;{kind}
max_sum_points;6
PROJECTS
project_id;cost;name
P1;60;Speeltuin
P2;40;Bankje
P3;55;Fietspad
VOTES
voter_id;vote;points
v1;P1,P2;4,2
v2;P3,P1;5,0
v3;P2,P3;1,3
v4;;none
"""


@pytest.mark.parametrize(
    ("kind", "scores"), [("cumulative", [4, 3, 8]), ("scoring", [4, 3, 8]), ("ordinal", [1, 1, 1])]
)
def test_points_and_orders_are_counted_and_written_again(run, tmp_path, town, kind, scores):
    town.write_text(POINTED.format(kind=kind), encoding="utf-8")
    public = tmp_path / "public.pb"

    first = run("--rule", "mes", "--public", str(public))
    told = [int(row[-1]) for row in _result(tmp_path)]
    read = read_pb(town)
    town.write_text(public.read_text(encoding="utf-8"), encoding="utf-8")
    again = run("--rule", "mes")

    assert (first.exit_code, told) == (0, scores)
    assert first.stdout == again.stdout
    assert read_pb(town).problem == read.problem
    assert " punt" in run("--rule", "greedy").stdout


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("v1;P1,P2;4,2", "v1;P1,P2;4", "regel 13"),
        ("v1;P1,P2;4,2", "v1;P1,P2;4,-2", "regel 13"),
        ("v1;P1,P2;4,2", "v1;P1,P2;4,1.5", "regel 13"),
        ("v1;P1,P2;4,2", "v1;P1,P2;4,3", "7 punten"),
        ("max_sum_points;6", "max_sum_points;veel", "max_sum_points"),
        ("voter_id;vote;points", "voter_id;vote;punten", "regel 13"),
    ],
)
def test_points_that_are_wrong_are_a_sentence(run, town, before, after, told):
    town.write_text(POINTED.format(kind="cumulative").replace(before, after, 1), encoding="utf-8")

    result = run("--rule", "greedy")

    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
