"""The whole chain, once on the sample and once on one's own pool, as a person would run it."""

from __future__ import annotations

import csv
import json
import os
import runpy
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader

from burgertop_app.bootstrap import build
from burgertop_app.domain.monitoring import Turn
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.responses import Side
from burgertop_app.services.draw_checks import verify

TOP = Path(__file__).parents[2]
POOL = TOP / "tests" / "fixtures" / "pools" / "nl_n70_k24_f5"
DOCUMENTS = {
    "aanbiedingsbrief",
    "advies",
    "beoordelingsformulier",
    "agenda-gesprek",
    "brieven-toezeggingen",
    "gespreksleiders",
    "herinnering",
    "kaartenboek",
    "looproutes",
    "loting",
    "reactie",
    "spelregels",
    "tafelbladen",
    "terugkoppeling",
    "voortgang",
}


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Burgertop in a process of its own, with its own home."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    surroundings = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    surroundings |= {"LANG": "nl_NL.UTF-8", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "burgertop_app", *words]
    return subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    done = run(folder, "demo", "--out", "uit")
    assert done.returncode == 0, done.stderr
    return folder / "uit", done.stdout


@pytest.fixture(scope="module")
def opened(sample, tmp_path_factory):
    folder, _said = sample
    patch = pytest.MonkeyPatch()
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        patch.setenv(name, str(home))
    services = build().open(folder / "demo.burgertop")
    yield services
    services.workspace.close()
    patch.undo()


@pytest.fixture(scope="module")
def panel(opened):
    """The process in which a panel was drawn."""
    return opened.processes.all()[0].id


def test_every_pdf_of_the_sample_can_be_read_out_by_a_screen_reader(sample):
    folder, _said = sample
    faults = runpy.run_path(str(TOP / "tests" / "fixtures" / "pdf_faults.py"))["faults"]

    found = {path.name: faults(path.read_bytes()) for path in sorted(folder.rglob("*.pdf"))}

    assert len(found) >= len(DOCUMENTS)
    assert {name: each for name, each in found.items() if each} == {}


def test_demo_leaves_everything_it_promises(sample):
    folder, _said = sample

    names = {path.relative_to(folder).parts[0] for path in folder.rglob("*")}

    assert names == {
        "cards.csv",
        "demo.burgertop",
        "documents",
        "draw",
        "people.csv",
        "plan.csv",
        "quotas.csv",
        "reply",
    }


def test_demo_tells_a_line_per_step(sample):
    _folder, said = sample

    assert len(said.splitlines()) == 17
    assert "30 mensen geloot" in said


def test_draw_of_the_demo_can_be_checked_by_anyone(sample):
    folder, _said = sample

    found = verify(folder / "draw", folder / "people.csv", folder / "quotas.csv")

    assert {check.code for check in found.right} >= {"right_hash", "right_number", "right_recomputed"}


def test_public_part_of_the_draw_names_nobody(sample):
    folder, _said = sample
    with (folder / "people.csv").open(encoding="utf-8-sig", newline="") as handle:
        people = list(csv.DictReader(handle, delimiter=";"))

    public = b"".join(path.read_bytes() for path in (folder / "draw" / "openbaar").iterdir())

    assert not [person["naam"] for person in people if person["naam"].encode() in public]


def test_plan_of_the_demo_seats_everyone_once_a_round(sample):
    folder, _said = sample
    with (folder / "plan.csv").open(encoding="utf-8", newline="") as handle:
        seats = list(csv.DictReader(handle))

    taken = Counter((seat["person_id"], seat["round"]) for seat in seats)

    assert len(seats) == 90
    assert set(taken.values()) == {1}


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_document_of_the_demo_has_text_on_every_page(sample, name):
    folder, _said = sample

    pages = PdfReader(folder / "documents" / f"{name}.pdf").pages

    assert all(page.extract_text().strip() for page in pages)


def test_the_demo_shows_promises_in_several_states_a_meeting_and_a_report(opened, panel):
    follow = opened.following.view(panel)

    assert len({line.commitment.state for line in follow.lines}) >= 4
    assert [line.commitment.side for line in follow.lines].count(Side.RESIDENTS) > 0
    assert [slot.meeting.present for slot in follow.meetings if slot.turn is Turn.HELD] == [12]
    assert [report.number for report in follow.reports] == [1]


def test_demo_makes_no_other_documents(sample):
    folder, _said = sample

    assert {path.stem for path in (folder / "documents").iterdir()} == DOCUMENTS


def test_workspace_of_the_demo_has_the_numbers_of_the_sample(opened, panel):
    numbers = opened.overview.numbers(panel)

    assert (numbers.registered, numbers.drawn, numbers.present) == (468, 30, 27)
    assert (numbers.proposals, numbers.recommendations, numbers.answered) == (13, 13, 8)


def test_term_of_the_demo_ends_on_the_working_day_after_christmas(opened):
    term = opened.overview.terms()[0]

    assert term.due_on.isoformat() == "2026-12-28"
    assert term.days_left == 18


def test_everyone_drawn_in_the_demo_meets_the_quotas(opened, panel):
    drawn = [
        line
        for line in opened.people.lines(panel, Role.RESIDENT)
        if line.state in (State.PRESENT, State.ABSENT)
    ]
    _kept, quotas = opened.drawing.quotas(panel)

    outside = [
        quota.value
        for quota in quotas
        if not quota.low <= sum(line.features[quota.feature] == quota.value for line in drawn) <= quota.high
    ]

    assert outside == []


def test_every_card_under_a_recommendation_leads_to_it(opened, panel):
    advice = opened.advising.all(panel)[0]
    line = opened.advising.recommendations(advice.id)[0]
    cards = {card.card.label: card.card.id for card in opened.cards.lines(panel)}

    ends = [
        {step.id for path in opened.threads.through(panel, cards[label]) for step in path.steps}
        for label in line.cards
    ]

    assert ends
    assert all(line.recommendation.id in steps for steps in ends)


def test_log_of_the_demo_never_goes_back_in_time(opened):
    moments = [entry.at for entry in reversed(opened.workspace.log())]

    assert moments == sorted(moments)


def test_log_of_the_demo_is_whole(opened):
    assert all(chain.fault is None for chain in opened.workspace.chains())


def test_demo_works_on_ones_own_pool(tmp_path):
    done = run(
        tmp_path,
        *("demo", "--people", str(POOL / "people.csv"), "--quotas", str(POOL / "quotas.csv")),
        *("--seats", "24", "--out", "eigen"),
    )

    assert done.returncode == 0, done.stderr
    lottery = json.loads((tmp_path / "eigen" / "draw" / "lottery.json").read_text(encoding="utf-8"))
    assert lottery["certificate"]["min_probability"] == "0.200000000000"


def test_demo_refuses_quotas_that_cannot_be_met_and_leaves_nothing(tmp_path):
    quotas = tmp_path / "quotas.csv"
    quotas.write_text("feature,value,min,max\ngeslacht,vrouw,60,70\n", encoding="utf-8")

    done = run(
        tmp_path,
        *("demo", "--people", str(POOL / "people.csv"), "--quotas", str(quotas)),
        *("--seats", "24", "--out", "eigen"),
    )

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "eigen").exists()


def test_demo_refuses_a_folder_in_use(tmp_path):
    folder = tmp_path / "uit"
    folder.mkdir()
    (folder / "brief.txt").write_text("van mij", encoding="utf-8")

    done = run(tmp_path, "demo", "--out", "uit")

    assert done.returncode == 2
    assert [path.name for path in folder.iterdir()] == ["brief.txt"]
