"""Every paper keeps PDF/UA-1 and PDF/A-2a, and says all it says in the order of reading."""

from __future__ import annotations

import dataclasses
import re
import runpy
import subprocess
import unicodedata
from pathlib import Path

import pytest

from burgertop_app.reports import pieces
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.services.printing.rendering import DOCUMENTS, document_of
from tests.reports.every_paper import PAPERS

FAULTS = runpy.run_path(str(Path(__file__).parents[1] / "fixtures" / "pdf_faults.py"))["faults"]


@pytest.fixture
def document(request):
    """The document of the paper whose fixture is named."""
    return document_of(request.getfixturevalue("papers")[request.param])


def test_every_kind_of_paper_is_among_those_tested(papers):
    assert {type(paper) for paper in papers.values()} == set(DOCUMENTS)
    assert set(papers) == set(PAPERS)


@pytest.mark.parametrize("document", PAPERS, indirect=True)
def test_a_paper_keeps_the_rules_and_tells_its_sentences_in_order(document, tmp_path, request):
    data, named = pdf(document), request.node.name

    assert FAULTS(data, advice="[advice]" in named, twice="[signs]" in named) == []
    assert _lost(document, data, tmp_path / "paper.pdf") == []


def _lost(document, data, path):
    """The sentences that are not found after the one before; those from right to left, not found at all.

    Words from right to left are put in their order only when lines are made from their places.
    """
    path.write_bytes(data)
    in_order, by_place = _told(document, path, "-raw"), _told(document, path)
    lost, at = [], 0
    for said in map(_even, _sentences(document.parts)):
        backward = re.findall("[\u0590-\u08ff]+", said)
        place = in_order.find(said, at)
        if backward:
            lost += [said] if any(word not in by_place for word in backward) else []
        elif place < 0:
            lost.append(said)
        else:
            at = place + len(said)
    return lost


def _told(document, path, *options):
    """What pdftotext reads on the pages, without their heads and feet; white space made single."""
    done = subprocess.run(["pdftotext", *options, path, "-"], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    sheets = [part.running for part in document.parts if isinstance(part, pieces.Sheet)]
    edges = [_even(each) for each in (document.foot, document.running, *sheets)]
    text = re.sub("[\u202a-\u202e]", "", done.stdout)
    return " ".join(_body(_even(page), edges) for page in text.split("\f"))


def _body(page, edges):
    page = re.sub(r"bladzijde \d+ van \d+$", "", page).rstrip()
    for edge in edges:
        page = page.removesuffix(edge).rstrip()
    return page


def _even(said):
    return " ".join(unicodedata.normalize("NFKC", said).split())


def _sentences(value):
    """Every text of the pieces in their order."""
    if isinstance(value, tuple):
        for each in value:
            yield from _sentences(each)
    elif dataclasses.is_dataclass(value):
        said = WORDS.get(type(value))
        yield from said(value) if said else ()


def _listed(items):
    for item in items:
        inner = isinstance(item, pieces.Item)
        yield pieces.plain(item.words if inner else item)
        yield from _sentences(item.inside if inner else ())


def _cells(rows):
    for row in rows:
        for cell in row:
            yield pieces.plain(cell.words if isinstance(cell, pieces.Cell) else cell)


WORDS = {
    pieces.Heading: lambda piece: [piece.text],
    pieces.Paragraph: lambda piece: pieces.plain(piece.words).splitlines(),
    pieces.Bullets: lambda piece: _listed(piece.items),
    pieces.Grid: lambda piece: [piece.caption, *_cells((piece.header, *piece.rows))],
    pieces.Facts: lambda piece: _cells(piece.rows),
    pieces.Box: lambda piece: _sentences(piece.pieces),
    pieces.Together: lambda piece: _sentences(piece.pieces),
    pieces.OnePage: lambda piece: _sentences(piece.pieces),
    pieces.Columns: lambda piece: _sentences(piece.columns),
    pieces.CutCards: lambda piece: _sentences(piece.cards),
    pieces.Tents: lambda piece: _sentences(piece.sides),
    pieces.Large: lambda piece: [piece.text],
    pieces.Cover: lambda piece: [
        piece.organisation,
        piece.kicker,
        piece.title,
        piece.subtitle,
        *_cells(piece.facts),
    ],
    pieces.Writing: lambda piece: [piece.label],
    pieces.Fields: lambda piece: piece.labels,
    pieces.Ticks: lambda piece: piece.labels,
}
