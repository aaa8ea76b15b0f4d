"""What a reader gets as a web page: one title, headings in order, tables and pictures that can be heard."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from lxml import html as lxml_html

from burgertop_app.reports import pieces
from burgertop_app.reports.advice import advice_document
from burgertop_app.reports.html.document import html
from burgertop_app.reports.pieces import Span
from burgertop_app.reports.protocol.document import draw_protocol_document
from burgertop_app.reports.response import response_overview_document
from tests.reports.every_piece import document


def page(made):
    return lxml_html.document_fromstring(html(made).decode("utf-8"))


def levels(made):
    return [int(element.tag[1]) for element in made.iter("h1", "h2", "h3", "h4", "h5", "h6")]


def test_there_is_one_title_and_no_heading_level_is_skipped(advice, response, protocol):
    for made in (
        advice_document(advice),
        response_overview_document(response),
        draw_protocol_document(protocol),
    ):
        found = levels(page(made))
        assert found[0] == 1
        assert found.count(1) == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(found))


def test_it_stands_by_itself_and_runs_nothing(advice):
    text = html(advice_document(advice)).decode("utf-8")

    assert "<script" not in text
    assert not re.findall(r'(?:src|href)="(?!#|data:|https://|mailto:)', text)
    assert "default-src 'none'" in text


def test_every_place_that_is_linked_to_is_there():
    made = page(document("woord"))
    keys = {element.get("id") for element in made.iter() if element.get("id")}

    assert {link.get("href")[1:] for link in made.iter("a") if link.get("href").startswith("#")} <= keys


def test_a_table_has_a_caption_headers_and_cells_over_more_columns_and_rows():
    table = next(
        made for made in page(document("woord")).iter("table") if made.find(".//th[@rowspan]") is not None
    )

    assert table.findtext("caption") == "woord"
    assert {cell.get("scope") for cell in table.find("thead").iter("th")} == {"col"}
    assert [cell.get("colspan") for cell in table.iter("th") if cell.get("scope") == "rowgroup"] == ["3"]
    assert table.find(".//th[@colspan='2']").get("scope") == "row"
    assert table.find(".//th[@rowspan='2']") is not None


def test_a_picture_has_a_name_and_its_numbers_in_a_table():
    figures = [made for made in page(document("woord")).iter("figure") if made.find(".//details") is not None]

    assert len(figures) == 3
    assert all(figure.find("div[@role='img']").get("aria-label") == "woord" for figure in figures)
    assert all(figure.find(".//details//table") is not None for figure in figures)


def test_a_broken_picture_is_told_in_words():
    made = document("woord")
    broken = next(piece for piece in made.parts if type(piece).__name__ == "Image")
    object.__setattr__(broken, "content", b"\x89PNG kapot")

    assert page(made).find(".//img") is None
    assert "woord" in page(made).text_content()


def test_words_in_another_language_say_so(advice):
    words = pieces.Paragraph((Span("Dit heet "), Span("sortition", language="en")))
    made = page(replace(advice_document(advice), parts=(words,)))

    assert [(found.get("lang"), found.text) for found in made.iter("span")] == [("en", "sortition")]
