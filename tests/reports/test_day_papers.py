"""Papers to cut, fold and tick: in the right place on the page, and nothing on them that should not be."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from burgertop_app.domain.papers.common import PrintedPerson
from burgertop_app.domain.papers.day_kit import NameBadge, TableSign
from burgertop_app.reports.outline import walk
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.pictures import Scan
from burgertop_app.reports.pieces import Figure
from burgertop_app.reports.routes import route_cards_document
from burgertop_app.services.printing.rendering import document_of

WIDE, HIGH = 595.28, 841.89


def lines(data, page=0):
    """The straight lines on a page as (x, y, x, y), rounded to whole points."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        stream = opened.pages[page].Contents.read_bytes().decode("latin-1")
    found = re.findall(r"n ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", stream)
    return {tuple(round(float(side)) for side in line) for line in found}


@pytest.mark.parametrize(
    ("name", "columns", "rows"),
    [("badges", 2, 4), ("late_changes", 2, 4), ("blank_cards", 2, 3), ("voting_slips", 2, 2)],
)
def test_cutting_marks_divide_the_page_into_equal_cards(papers, name, columns, rows):
    upright = {(round(WIDE * no / columns), 0, round(WIDE * no / columns), 842) for no in range(1, columns)}
    flat = {(0, round(HIGH * no / rows), 595, round(HIGH * no / rows)) for no in range(1, rows)}

    assert upright | flat <= lines(pdf(document_of(papers[name])))


def test_eight_badges_fill_a_page(papers, read):
    badges = tuple(NameBadge(person=PrintedPerson(number=str(no), name=f"Mens {no}")) for no in range(17))

    assert len(read(pdf(document_of(replace(papers["badges"], badges=badges)))).pages) == 3


def test_a_sign_is_read_from_both_sides_and_told_once(papers, read):
    sign = replace(papers["signs"], signs=(TableSign(table="42"),))
    data = pdf(document_of(sign))

    with pikepdf.open(io.BytesIO(data)) as opened:
        stream = opened.pages[0].Contents.read_bytes().decode("latin-1")
    assert len(re.findall(r"/F\d+\+?\d* 270 Tf", stream)) == 2
    assert len(re.findall(r"-1 -?[.0]+ -?[.0]+ -1 [.\d]+ [.\d]+ cm", stream)) == 1
    assert len(re.findall(r"/P <</MCID", stream)) == 3


def test_the_square_on_a_route_card_holds_the_number_and_nothing_else(route_cards):
    figures = [piece for piece in walk(route_cards_document(route_cards).parts) if isinstance(piece, Figure)]

    assert [figure.picture.content for figure in figures] == [
        card.person.number for card in route_cards.cards
    ]
    assert all(isinstance(figure.picture, Scan) for figure in figures)
    assert figures[0].alt == "Het nummer 100 als vierkant dat de scanner bij de deur leest."


def test_only_a_changed_card_says_that_it_is_new(route_cards, read):
    text = read(pdf(route_cards_document(route_cards))).text

    assert text.count("Nieuw: deze kaart vervangt de eerdere") == 1


def test_slips_are_numbered_and_bear_no_name(papers, read):
    text = read(pdf(document_of(papers["voting_slips"]))).text

    assert [f"Stembriefje {no:03d}" in text for no in (1, 9, 10)] == [True, True, False]
    assert text.count("Het nummer hoort bij dit papier, niet bij u.") == 9


@pytest.mark.parametrize(("options", "pages"), [(5, 3), (9, 5), (13, 9)])
def test_a_slip_grows_with_what_is_voted_on(papers, read, options, pages):
    said = tuple(
        (str(no), "Begin met isoleren in de wijken waar het het hardst nodig is.") for no in range(options)
    )

    assert len(read(pdf(document_of(replace(papers["voting_slips"], options=said)))).pages) == pages


def test_a_slip_with_many_options_goes_on_under_the_same_number(papers, read):
    said = tuple((str(no), f"Voorstel {no}") for no in range(1, 61))
    paper = replace(papers["voting_slips"], options=said, slips=2, numbers=("48213", "90122"))

    seen = read(pdf(document_of(paper)))

    assert len(seen.pages) == 8
    assert [f"Stembriefje 48213, blad {page} van 4" in seen.text for page in range(1, 6)] == [
        *[True] * 4,
        False,
    ]


def test_a_result_with_many_options_fits_on_its_pages(papers, read):
    paper = papers["vote_result"]
    names = [f"{no}. Voorstel" for no in range(1, 61)]
    many = replace(
        paper,
        bars=tuple(replace(paper.bars[0], name=name) for name in names),
        pairs=(("Voorstel", *map(str, range(60))), *((name, *["9"] * 60) for name in names)),
    )

    assert "60. Voorstel" in read(pdf(document_of(many))).text


def test_a_slip_tells_the_table_and_the_one_on_the_card(papers, read):
    text = read(pdf(document_of(papers["late_changes"]))).text

    assert text.count("Ronde 1: tafel 7 in plaats van 4") == 9
    assert "Ronde 2: geen tafel meer. Kom even naar de balie." in text


def test_the_door_list_keeps_room_for_names_when_there_are_many_rounds(papers, read):
    paper = papers["door_list"]
    lines = tuple(replace(line, tables=("120",) * 8) for line in paper.lines)

    seen = read(pdf(document_of(replace(paper, rounds=tuple(range(1, 9)), lines=lines))))

    assert "R8" in seen.text
    assert "Anneke de Vries" in seen.text
    assert len(seen.pages) == 1


def test_the_door_list_has_a_box_for_everybody(papers, read):
    text = read(pdf(document_of(papers["door_list"]))).text

    assert text.count("☐") == len(papers["door_list"].lines)
    assert "Andere letters" in text


@pytest.mark.parametrize(
    ("name", "field", "said"),
    [
        ("badges", "badges", "Er zijn nog geen deelnemers."),
        ("signs", "signs", "Er zijn nog geen tafels."),
        ("door_list", "lines", "Er zijn nog geen deelnemers."),
        ("late_changes", "slips", "Niemand heeft een andere plaats."),
        ("blank_cards", "tables", "Er zijn nog geen tafels."),
    ],
)
def test_a_paper_without_content_says_so(papers, read, name, field, said):
    assert said in read(pdf(document_of(replace(papers[name], **{field: ()})))).text
