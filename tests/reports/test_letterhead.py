"""The organiser's own logo and colour on paper, in Word and on the web."""

from __future__ import annotations

import io
import re
import runpy
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pytest
from lxml import html as lxml_html

from burgertop_app.domain.house_style import HOUSE, Look
from burgertop_app.reports.html.document import html
from burgertop_app.reports.markdown import markdown
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.word.document import word
from burgertop_app.services.printing.rendering import document_of
from tests.reports.logos import ALT, FILES, look

FAULTS = runpy.run_path(str(Path(__file__).parents[1] / "fixtures" / "pdf_faults.py"))["faults"]


@pytest.fixture
def advice_document(advice):
    return document_of(advice)


@pytest.fixture
def letter(offering):
    return document_of(offering)


def figures(data):
    """The words of every figure in the structure of a PDF, in reading order."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return list(_figures(file.Root.StructTreeRoot))


def _figures(element):
    if not isinstance(element, pikepdf.Dictionary):
        return
    if element.get("/S") == "/Figure":
        yield str(element.get("/Alt", ""))
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from _figures(kid)


def drawn_on(data):
    """How often each page draws a picture."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return [len(re.findall(rb"/\S+ Do", page.Contents.read_bytes())) for page in file.pages]


@pytest.mark.parametrize("name", FILES)
def test_an_advice_with_a_logo_of_any_kind_keeps_the_rules_of_accessible_pdf(advice_document, name):
    data = pdf(replace(advice_document, look=look(name)))

    assert FAULTS(data, advice=True) == []


@pytest.mark.parametrize("name", FILES)
def test_a_letter_with_a_logo_of_any_kind_keeps_the_rules_of_accessible_pdf(letter, name):
    data = pdf(replace(letter, look=look(name)))

    assert FAULTS(data) == []


def test_no_logo_needs_transparency_in_the_file(advice_document):
    data = pdf(replace(advice_document, look=look("transparent.png")))

    with pikepdf.open(io.BytesIO(data)) as file:
        pictures = [
            each
            for each in file.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
    assert pictures
    assert all("/SMask" not in each for each in pictures)


def test_the_logo_is_told_once_on_the_title_page_and_is_decoration_on_the_others(advice_document):
    plain, data = pdf(advice_document), pdf(replace(advice_document, look=look()))

    assert figures(data).count(ALT) == 1
    assert figures(data)[0] == ALT
    assert all(more == less + 1 for more, less in zip(drawn_on(data), drawn_on(plain), strict=True))


def test_a_letter_tells_the_logo_on_its_first_page_before_anything_else(letter):
    data = pdf(replace(letter, look=look()))

    assert figures(data) == [ALT]
    assert min(drawn_on(data)) == 1


def test_each_letter_of_a_bundle_tells_the_logo_at_its_own_head(feedback):
    document = document_of(feedback)
    data = pdf(replace(document, look=look()))

    assert figures(data).count(ALT) == len(feedback.sheets)


@pytest.mark.parametrize("name", ["rules", "table_sheets", "route_cards", "script", "sign_off", "survey"])
def test_a_logo_adds_no_page(papers, name):
    document = document_of(papers[name])

    assert len(drawn_on(pdf(replace(document, look=look())))) == len(drawn_on(pdf(document)))


def test_the_colour_takes_the_place_of_the_house_colour_everywhere_on_paper(advice_document):
    house, own = b".043137 .360784 .4 rg", b".639216 .070588 .235294 rg"

    before = _streams(pdf(advice_document))
    after = _streams(pdf(replace(advice_document, look=Look("#A3123C"))))

    assert before.count(house) > 20
    assert (after.count(house), after.count(own)) == (0, before.count(house))


def _streams(data):
    with pikepdf.open(io.BytesIO(data)) as file:
        return b"\n".join(page.Contents.read_bytes() for page in file.pages)


def test_without_a_look_paper_and_page_say_nothing_of_one(advice_document):
    page = html(replace(advice_document, look=HOUSE)).decode()

    assert 'class="logo"' not in page
    assert page.count("--accent: #") == 3


def test_a_web_page_shows_the_logo_with_its_words_and_the_colours_by_day_and_by_night(advice_document):
    page = html(replace(advice_document, look=look())).decode()

    shown = lxml_html.document_fromstring(page).xpath("//header//img")
    assert [each.get("alt") for each in shown] == [ALT]
    assert page.count("--accent: #A3123C") == 2
    assert page.count("prefers-color-scheme: dark") == 2


def test_word_shows_the_logo_with_its_words_and_headings_in_the_colour(advice_document):
    made = docx.Document(io.BytesIO(word(replace(advice_document, look=look()))))

    first = made.paragraphs[0]._p.xpath(".//wp:docPr")
    assert [each.get("descr") for each in first] == [ALT]
    assert str(made.styles["Heading 1"].font.color.rgb) == "A3123C"
    assert str(made.styles["Title"].font.color.rgb) == "A3123C"


def test_markdown_stays_words_alone(advice_document):
    assert markdown(replace(advice_document, look=look())) == markdown(advice_document)


@pytest.mark.parametrize("form", [pdf, word])
def test_a_logo_that_cannot_be_read_is_left_out_of_a_document(advice_document, form):
    broken = Look("#A3123C", b"\x89PNG\r\n\x1a\nbroken", ALT)
    without = replace(broken, logo=b"")

    assert form(replace(advice_document, look=broken)) == form(replace(advice_document, look=without))


def test_a_logo_that_cannot_be_read_is_left_out_of_a_web_page(advice_document):
    broken = Look("#A3123C", b"\x89PNG\r\n\x1a\nbroken", ALT)

    assert "<img" not in html(replace(advice_document, look=broken)).decode().partition("<main")[0]


def test_hostile_words_of_a_logo_stay_words(advice_document):
    hostile = '"><script>alert(1)</script><img src="file:///etc/passwd'
    own = replace(look(), alt=hostile)

    page = lxml_html.document_fromstring(html(replace(advice_document, look=own)).decode())
    data = pdf(replace(advice_document, look=own))

    assert page.xpath("//script") == []
    assert page.xpath("//header//img/@alt") == [hostile]
    assert figures(data)[0] == hostile
    assert FAULTS(data, advice=True) == []
