"""The sample plays on a day of its own: nothing that it makes or keeps has the day of the computer."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, date, datetime

import pytest

from burgertop_app.bootstrap import build
from burgertop_app.domain.papers.intentions import IntentionsPaper, TomorrowFormPaper
from burgertop_app.domain.requests import NewProcess
from burgertop_app.services.context import playing_on
from burgertop_app.services.house import furnish
from burgertop_app.services.printing.rendering import DOCUMENTS
from tests.system import sample_documents, sample_votes
from tests.system.test_demo import run

YEAR = re.compile(
    r"(?<![0-9A-Fa-f-])(?<![0-9a-f]{4} )2031(?![0-9A-Fa-f])(?! [0-9a-f]{4}\b)(?!,20\d\d-)"
    r"|20310719T|-0?7-2031"
)
"""The year of the computer as a date has it; not as part of a hash or an id, or as a row of the log."""
OF_OTHER_FORMS = {IntentionsPaper, TomorrowFormPaper}
"""Papers that a panel, as the sample is, does not have."""
DAY, LATER = date(2026, 12, 10), datetime(2031, 7, 19, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The file of the sample, closed."""
    folder = tmp_path_factory.mktemp("demo")
    done = run(folder, "demo", "--out", "uit")
    assert done.returncode == 0, done.stderr
    return folder / "uit" / "demo.burgertop"


@pytest.fixture
def house(demo, tmp_path, monkeypatch):
    """A copy of the sample, opened years later."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    file = shutil.copy(demo, tmp_path / "voorbeeld.burgertop")
    services = build(lambda: LATER).open(file)
    yield services
    services.workspace.close()


@pytest.fixture
def process(house):
    return house.processes.all()[0].id


def later(texts):
    """Where the year of the computer stands, with what is around it."""
    found = {name: YEAR.search(text) for name, text in texts.items()}
    return {
        name: texts[name][max(hit.start() - 60, 0) : hit.end() + 60] for name, hit in found.items() if hit
    }


def test_every_document_of_the_sample_has_its_day(house, process, tmp_path):
    made = sample_documents.papers(house, process)
    made["late_changes"] = sample_documents.late_changes(house, process, tmp_path)
    made |= sample_votes.voted_papers(house, process, tmp_path)

    assert {type(paper) for paper in made.values()} == set(DOCUMENTS) - OF_OTHER_FORMS
    assert later({name: sample_documents.said(paper) for name, paper in made.items()}) == {}


def test_a_document_made_now_says_the_day_of_the_sample(house, process):
    said = sample_documents.said(house.printing.rules(process))

    assert "Gemaakt op 10 december 2026" in said


def test_what_is_fixed_now_is_fixed_on_the_day_of_the_sample(house, process):
    made = sample_documents.fixed_now(house, process)

    assert later({name: sample_documents.said(paper) for name, paper in made.items()}) == {}
    assert made["fixed now"].version_on == DAY


def test_every_page_of_the_website_has_the_day_of_the_sample(house, process):
    pages = sample_documents.site(house, process)

    assert len(pages) > 5
    assert later(pages) == {}
    assert "10 december 2026" in pages["index.html"]


def test_every_file_that_leaves_the_sample_has_its_day(house, process, tmp_path):
    folder = tmp_path / "weg"
    folder.mkdir()

    texts = sample_documents.files(house, process, folder)

    assert {name.rpartition(".")[2] for name in texts} >= {"ics", "xlsx", "eml", "csv", "xml", "json"}
    assert later(texts) == {}


def test_the_log_of_the_sample_goes_on_on_its_day(house, process):
    house.processes.edit(process, contact="Noor de Wit")

    newest = house.workspace.log(limit=1)[0]

    assert newest.at.astimezone().date() == DAY
    assert all(chain.fault is None for chain in house.workspace.chains())


def test_a_workspace_of_ones_own_has_the_day_of_the_computer(tmp_path, monkeypatch):
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    workspace = build(lambda: LATER).workspaces.create(tmp_path / "eigen.burgertop")
    services = furnish(workspace)
    form = services.processes.forms()[0].code
    process = services.processes.start(NewProcess(form=form, title="Groen")).id

    said = sample_documents.said(services.printing.rules(process))
    workspace.close()

    assert "19 juli 2031" in said


@pytest.mark.parametrize("hour", [0, 2, 12, 22, 23])
def test_the_clock_of_a_sample_keeps_the_hour_and_the_day_here(hour):
    here = datetime(2031, 3, 30, hour, 30).astimezone()

    moment = playing_on(date(2026, 12, 10), lambda: here.astimezone(UTC))()

    assert moment.astimezone().date() == DAY
    assert moment.astimezone().time() == here.time()
