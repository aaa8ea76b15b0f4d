"""What the organiser wrote in the advice, as pieces: who does what, costs, pictures, the members' word."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image as Drawn

from burgertop_app.domain.papers.advice import PaperRecommendation
from burgertop_app.domain.papers.sign_off import SignOffSheetPaper
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.reports.pieces import Columns, Facts, Grid, Heading, Image, Paragraph, Together, plain
from burgertop_app.services.printing.rendering import document_of, render

HASH = "9ba574483ca1af8f" * 4


@pytest.fixture
def picture():
    drawn = io.BytesIO()
    Drawn.new("RGB", (60, 40), "teal").save(drawn, "PNG")
    return drawn.getvalue()


def pieces(paper):
    """Every piece of a document, those inside others too."""
    found = list(document_of(paper).parts)
    for piece in found:
        if isinstance(piece, Together):
            found += piece.pieces
        elif isinstance(piece, Columns):
            found += [inner for column in piece.columns for inner in column]
    return found


def one(advice, **words):
    return replace(
        advice, recommendations=(PaperRecommendation(number=1, sentence="Eén loket.", **words),), themes=()
    )


def facts(paper):
    return [row for piece in pieces(paper) if isinstance(piece, Facts) for row in piece.rows]


def headings(paper):
    return [piece.text for piece in pieces(paper) if isinstance(piece, Heading)]


def test_who_does_what_is_a_table_with_the_costs(advice):
    paper = one(advice, roles="Gemeente: opent het loket\n- Bibliotheek: geeft ruimte", costs="€ 180.000")

    assert facts(paper)[-3:] == [
        ("Gemeente", "opent het loket"),
        ("Bibliotheek", "geeft ruimte"),
        ("Kosten", "€ 180.000"),
    ]
    assert "Wie doet wat, en wat kost het" in headings(paper)


def test_plain_words_about_who_stay_as_they_were_written(advice):
    paper = one(advice, roles="De gemeente en de corporatie doen dit samen.")

    assert "Wie doet wat" in headings(paper)
    assert any(
        isinstance(piece, Paragraph) and plain(piece.words) == "De gemeente en de corporatie doen dit samen."
        for piece in pieces(paper)
    )


def test_costs_alone_have_their_own_heading(advice):
    paper = one(advice, costs="Niemand weet dit nog.")

    assert "Wat het kost" in headings(paper)


def test_nothing_is_said_of_costs_that_nobody_gave(advice):
    assert not {"Wat het kost", "Wie doet wat"} & set(headings(one(advice)))


@pytest.mark.parametrize(
    "field", ["summary", "assignment", "method", "who", "ourselves", "asked", "follow_up"]
)
def test_picture_comes_in_every_part(advice, picture, field):
    paper = replace(advice, images={1: picture}, **{field: "![Een rij huizen](image:1)\n: Zo is het"})

    shown = [piece for piece in pieces(paper) if isinstance(piece, Image)]

    assert [(piece.content, piece.alt, piece.caption) for piece in shown] == [
        (picture, "Een rij huizen", "Zo is het")
    ]


@pytest.mark.parametrize("field", ["reason", "minority", "ourselves", "note", "costs", "roles"])
def test_picture_comes_in_every_text_of_a_recommendation(advice, picture, field):
    text = "Eerst een regel.\n\n![Een rij huizen](image:1)"
    paper = replace(one(advice, **{field: text}), images={1: picture})

    assert [piece.alt for piece in pieces(paper) if isinstance(piece, Image)] == ["Een rij huizen"]


def test_the_members_word_stands_in_how_we_worked(advice):
    paper = replace(advice, sign_off="De leden stemden in.", sign_off_minority="Eén lid wil geld zien.")

    found = headings(paper)

    assert (
        found.index("Hoe wij werkten") < found.index("Instemming van de leden") < found.index("Wie deed mee")
    )


def test_recommendation_of_two_hundred_lines_is_printed_whole(advice, read):
    lines = "\n".join(f"- punt {number} van een lange reden" for number in range(1, 201))

    said = read(render(one(advice, reason=lines), UNHEARD).content).text

    assert "punt 1 van" in said
    assert "punt 200 van" in said


@pytest.fixture
def sheet(masthead, advice):
    return SignOffSheetPaper(masthead=masthead, advice=advice, content_hash=HASH, members=("1", "2", "17"))


def test_sheet_has_a_line_for_each_member_by_number(sheet):
    lines = [piece for piece in pieces(sheet) if isinstance(piece, Grid)][-1]

    assert [row[0] for row in lines.rows] == ["1", "2", "17"]
    assert lines.row_headers


def test_sheet_without_a_panel_has_empty_lines(sheet):
    lines = [piece for piece in pieces(replace(sheet, members=())) if isinstance(piece, Grid)][-1]

    assert len(lines.rows) == 30


def test_sheet_says_which_text_is_signed(sheet):
    assert "9ba5 7448 3ca1 af8f" in document_of(sheet).foot


def test_sheet_holds_the_whole_text_and_can_be_printed(sheet, read):
    said = read(render(sheet, UNHEARD).content).text

    assert "Stemt u in met deze tekst?" in said
    assert "Samenvatting" in said
    assert "Handtekening" in said
