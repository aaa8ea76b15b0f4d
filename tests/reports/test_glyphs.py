"""Characters without a glyph are told beforehand, and never by name."""

from __future__ import annotations

from dataclasses import replace

from burgertop_app.domain.papers.common import PrintedPerson
from burgertop_app.reports.glyphs import lacking
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.routes import route_cards_document


def test_names_in_many_scripts_lack_nothing(table_sheets, route_cards):
    assert lacking(table_sheets) == ()
    assert lacking(route_cards) == ()


def test_warning_gives_the_number_and_not_the_name(route_cards, read):
    person = PrintedPerson(number="A-117", name="ሀና Tesfaye")
    paper = replace(route_cards, cards=(replace(route_cards.cards[0], person=person),))

    found = lacking(paper)

    assert [(each.person, each.characters) for each in found] == [("A-117", "ሀና")]
    assert "A-117" in found[0].sentence()
    assert "Tesfaye" not in found[0].sentence()
    assert "[?] Tesfaye" in read(pdf(route_cards_document(paper))).text


def test_other_texts_are_told_once_with_their_characters(advice):
    found = lacking(replace(advice, title="中文", summary="文"))

    assert [(each.person, each.characters) for each in found] == [("", "中文")]
    assert "U+4E2D" in found[0].sentence()
