"""What an editor gets in Word: real headings, lists, tables, footnotes and words for pictures."""

from __future__ import annotations

import io
import itertools
import re
import subprocess
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from burgertop_app.reports.advice import advice_document
from burgertop_app.reports.pieces import Cell, Grid
from burgertop_app.reports.word.document import word
from burgertop_app.reports.word.tables import table
from tests.reports.every_piece import document


def opened(made):
    return docx.Document(io.BytesIO(word(made)))


def marks(made, tag):
    return list(made.element.iter(qn(tag)))


def test_headings_have_the_styles_of_word_and_skip_no_level(advice):
    made = opened(advice_document(advice))

    levels = [int(p.style.name[-1]) for p in made.paragraphs if p.style.name.startswith("Heading")]

    assert [p.text for p in made.paragraphs if p.style.name == "Title"] == [advice.title]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_list_inside_a_list_is_one_level_deeper_and_has_a_numbering_of_its_own():
    made = opened(document("woord"))
    items = [
        (p.text, p._p.pPr.numPr)
        for p in made.paragraphs
        if p._p.pPr is not None and p._p.pPr.numPr is not None
    ]

    depths = [numbering.ilvl.val for _text, numbering in items]
    numbers = [numbering.numId.val for _text, numbering in items]

    assert depths == [0, 0, 1, 0]
    assert numbers[0] == numbers[1] == numbers[3] != numbers[2]


def test_the_header_row_of_a_table_repeats_and_cells_span():
    made = opened(document("woord"))
    table = next(table for table in made.tables if len(table.columns) == 3)

    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.cell(1, 0)._tc is table.cell(1, 2)._tc
    assert table.cell(3, 0)._tc is table.cell(4, 0)._tc


def test_no_word_in_the_head_of_a_narrow_column_is_broken():
    head = (Cell("Groep"), Cell("Inwoners"), Cell("Aangemeld"), Cell("Geloot"), Cell("Aanwezig in september"))
    grid = Grid(head, ((Cell("16-29"), *[Cell("21 %")] * 4),), widths=(40, 15, 15, 15, 15))
    made = docx.Document()

    table(made, grid, None, 448.0)

    wide = [column.width.pt for column in made.tables[0].columns]
    assert sum(wide) == pytest.approx(448, abs=1)
    assert wide[2] > len("Aangemeld") * 7
    assert wide[4] > len("september") * 7


def test_the_sentence_of_a_recommendation_stays_with_its_text(advice):
    made = opened(advice_document(advice))

    lead = next(p.style for p in made.paragraphs if p.style.name == "Burgertop Lead")

    assert lead.paragraph_format.keep_with_next


def test_a_picture_says_what_it_shows():
    assert [named.get("descr") for named in marks(opened(document("een beeld")), "wp:docPr")] == ["een beeld"]


def test_a_footnote_is_a_footnote_of_word():
    with zipfile.ZipFile(io.BytesIO(word(document("mijn noot")))) as kept:
        notes = kept.read("word/footnotes.xml").decode("utf-8")
        body = kept.read("word/document.xml").decode("utf-8")

    assert notes.count("mijn noot") == body.count("w:footnoteReference ") > 0


def test_the_file_tells_its_title_author_and_language(advice):
    made = opened(advice_document(advice))

    assert made.core_properties.title == advice.title
    assert made.core_properties.author == advice.masthead.organisation
    assert made.core_properties.language == "nl"
    assert made.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "nl-NL"


def test_the_contents_link_to_the_headings(advice):
    made = opened(advice_document(advice))

    names = {mark.get(qn("w:name")) for mark in marks(made, "w:bookmarkStart")}
    links = {link.get(qn("w:anchor")) for link in marks(made, "w:hyperlink")} - {None}

    assert links
    assert links <= names


def test_libreoffice_opens_it_and_shows_every_sentence(advice, tmp_path):
    (tmp_path / "advies.docx").write_bytes(word(advice_document(advice)))

    own = f"-env:UserInstallation={(tmp_path / 'thuis').as_uri()}"
    command = [
        "soffice",
        own,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        tmp_path / "advies.docx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    reader = PdfReader(tmp_path / "advies.pdf")
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))
    assert advice.title in text
    assert all(item.sentence in text for item in advice.recommendations)
    assert "pagina 1" in text
