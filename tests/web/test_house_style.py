"""Pages in the organiser's own colour and with its logo hold by day and by night, for any colour allowed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.services.printing.rendering import render
from burgertop_app.services.site_making import made
from tests.reports.logos import ALT, look
from tests.web.conftest import DESK, PHONE, Look
from tests.web.test_pages import WIDTH, faults, invalid

LEAST = "#767676"
COLOURS = (LEAST, "#0000FF", "#C95000", "#00824A", "#A3123C", "#101010", "#6A00FF")
LOOKS = (PHONE, DESK, Look(1280, "dark"))


def dressed(paper, accent):
    return replace(paper, masthead=replace(paper.masthead, look=look("transparent.png", accent)))


@pytest.fixture(scope="module")
def own_site(stage, tmp_path_factory):
    """The website with a logo, in the palest colour that is allowed."""
    making = stage.house.site_making
    paper = dressed(making.prepare(stage.process), LEAST)
    return making.keep(stage.process, tmp_path_factory.mktemp("own") / "site", made(paper, UNHEARD))


@pytest.mark.parametrize("how", LOOKS, ids=str)
def test_no_page_of_the_website_breaks_wcag_in_the_palest_colour(own_site, seen, how):
    for path in sorted(own_site.glob("*.html")):
        page = seen(path, how)

        assert faults(page) == [], path.name
        assert page.evaluate(WIDTH) <= how.width, path.name


def test_every_page_of_the_website_shows_the_logo_from_a_file_beside_it(own_site, seen):
    for path in sorted(own_site.glob("*.html")):
        shown = seen(path, DESK).locator("header img.logo")

        assert shown.get_attribute("alt") == ALT
        assert shown.evaluate("one => one.complete && one.naturalWidth > 0 && one.height <= 88")


def test_the_pages_with_a_logo_are_valid(own_site):
    assert invalid(*sorted(own_site.glob("*.html"))) == []


@pytest.mark.parametrize("accent", COLOURS)
def test_an_advice_holds_in_any_colour_that_is_allowed(stage, seen, tmp_path, accent):
    paper = dressed(stage.house.printing.advice(stage.advice), accent)
    path = tmp_path / "advies.html"
    path.write_bytes(render(paper, UNHEARD, PaperForm.HTML).content)

    found = {how.scheme: faults(seen(path, how)) for how in (DESK, Look(1280, "dark"))}

    assert found == {"light": [], "dark": []}
