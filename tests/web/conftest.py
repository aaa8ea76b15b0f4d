"""The website and the pages of the sample, made once, and a real browser that looks at them."""

from __future__ import annotations

import hashlib
import itertools
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from burgertop_app import i18n
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.exchange.sample_folder import read_sample
from burgertop_app.services.demo import walk
from burgertop_app.services.demo.stage import MORNING, Stage, StageClock
from burgertop_app.services.house import furnish
from burgertop_app.services.printing.rendering import render
from burgertop_app.services.site_making import made
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage.workspace_file import Opener

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Look:
    """How a reader looks: the width of the screen and its colours."""

    width: int
    scheme: str


PHONE, DESK = Look(320, "dark"), Look(1280, "light")


@pytest.fixture(scope="session")
def stage(tmp_path_factory):
    """The sample up to the answer of the college, in an open workspace."""
    i18n.use_language("nl")
    folder = tmp_path_factory.mktemp("sample")
    sample = read_sample(walk.SAMPLE)
    told = sample.process["process"][0]
    clock = StageClock(datetime.combine(told["starts_on"], MORNING).astimezone(UTC))
    numbers = itertools.count(1)

    def entropy(size):
        return hashlib.shake_256(next(numbers).to_bytes(8)).digest(size)

    opener = Opener("Anna", "LAPTOP-1", clock, entropy, folder / "user-data")
    workspace = Workspaces(opener).create(folder / "proef.burgertop")
    played = Stage(
        house=furnish(workspace),
        sample=sample,
        clock=clock,
        out=folder,
        people=sample.sheet("people"),
        quotas=sample.sheet("quotas"),
        seats=told["seats"],
        own=False,
    )
    for code, _numbers in walk._steps(played, UNHEARD):
        if code == "response":
            break
    yield played
    workspace.close()


@pytest.fixture(scope="session")
def site(stage, tmp_path_factory):
    """The folder of the website."""
    making = stage.house.site_making
    paper = making.prepare(stage.process)
    return making.keep(stage.process, tmp_path_factory.mktemp("site") / "Onze site", made(paper, UNHEARD))


@pytest.fixture(scope="session")
def pages(stage, site, tmp_path_factory):
    """Every page there is to look at: those of the website, the advice, and the overview of the answer."""
    folder = tmp_path_factory.mktemp("pages")
    printing = stage.house.printing
    for name, paper in (
        ("advies", printing.advice(stage.advice)),
        ("antwoord", printing.response_overview(stage.advice)),
    ):
        (folder / f"{name}.html").write_bytes(render(paper, UNHEARD, PaperForm.HTML).content)
    return [*sorted(site.glob("*.html")), *sorted(folder.glob("*.html"))]


@pytest.fixture(scope="session")
def browser():
    """A browser without a window."""
    windows = sys.platform == "win32"
    how = (
        {"channel": "msedge"}
        if windows
        else {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox"]}
    )
    with sync_playwright() as playing:
        opened = playing.chromium.launch(**how)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def seen(browser):
    """Opens files as a reader with a certain look sees them."""
    contexts = {}

    def look(path: Path, how: Look):
        if how not in contexts:
            size = {"width": how.width, "height": 900}
            context = browser.new_context(viewport=size, color_scheme=how.scheme, bypass_csp=True)
            contexts[how] = context.new_page()
        page = contexts[how]
        page.goto(path.as_uri())
        return page

    yield look
    for page in contexts.values():
        page.context.close()
