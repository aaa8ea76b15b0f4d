"""Boxes to tick on paper: drawn, and large enough for a pen."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pikepdf
import pytest

from burgertop_app.reports import pieces
from burgertop_app.reports.document import Document
from burgertop_app.reports.html.document import html
from burgertop_app.reports.markdown import markdown
from burgertop_app.reports.pdf.document import pdf

FIVE_MM = 5 * 72 / 25.4
LABELS = ("ja", "nee", "soms", "een antwoord dat zo lang is dat het op twee regels naast zijn vakje staat")


@pytest.fixture
def document():
    return Document(
        title="Vragen",
        author="Waterrijk",
        language="nl",
        made_at=datetime(2026, 10, 29, 14, 30, tzinfo=UTC),
        running="",
        foot="",
        parts=(pieces.Heading(1, "Vragen"), pieces.Ticks(LABELS, 2)),
    )


def boxes(content):
    """Width and height of every square that is drawn."""
    with pikepdf.open(io.BytesIO(content)) as made:
        found = [
            [float(number) for number in operands[2:]]
            for page in made.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "re"
        ]
    return [(wide, high) for wide, high in found if wide == high]


def test_every_answer_has_a_box_that_a_pen_can_fill(document):
    drawn = boxes(pdf(document))

    assert len(drawn) == len(LABELS)
    assert all(min(box) >= FIVE_MM for box in drawn)


def test_words_stand_behind_the_box_in_reading_order(document, read):
    page = " ".join(read(pdf(document)).pages[0].split())

    assert page.index("ja") < page.index("nee") < page.index("soms") < page.index("op twee regels")


def test_web_page_and_plain_text_have_boxes_too(document):
    assert html(document).count(b'class="tick"') == len(LABELS)
    assert markdown(document).count(rb"- \[ \] ") == len(LABELS)
