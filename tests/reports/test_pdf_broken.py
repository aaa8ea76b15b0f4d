"""A good file broken in many ways: our checks of PDFs see each of them, so that a pass means something."""

from __future__ import annotations

import io
import runpy
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from burgertop_app.reports import pieces
from burgertop_app.reports.document import Document
from burgertop_app.reports.pdf.document import pdf

FAULTS = runpy.run_path(str(Path(__file__).parents[1] / "fixtures" / "pdf_faults.py"))["faults"]


def _good():
    target = io.BytesIO()
    Image.effect_noise((60, 40), 50).convert("RGB").save(target, "PNG")
    parts = (
        pieces.Heading(1, "Eerste"),
        pieces.Contents("Inhoud"),
        pieces.Heading(2, "Onder het eerste"),
        pieces.Paragraph((pieces.Span("Lees "), pieces.Span("hier", url="https://a.example/"))),
        pieces.Bullets(("een", "twee")),
        pieces.Grid(("Wat", "Hoe"), (("huis", "warm"), ("straat", "groen")), (1, 1), row_headers=True),
        pieces.Image(target.getvalue(), "Een foto"),
        pieces.Heading(1, "Tweede"),
        pieces.Paragraph(("Woorden die iedereen mag lezen. " * 30).strip()),
    )
    return pdf(
        Document(
            title="Titel",
            author="Maker",
            language="nl",
            made_at=datetime(2026, 10, 29, 14, 30, tzinfo=UTC),
            running="Bovenaan",
            foot="Onderaan",
            parts=parts,
        )
    )


@pytest.fixture(scope="module")
def good():
    return _good()


def _elements(pdf, kind):
    return [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == kind]


def _fonts(pdf):
    return [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each]


def _descriptor(pdf):
    return next(each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each)


def _drop(name):
    def broken(pdf):
        del pdf.Root[name]

    return broken


def _without(kind, key):
    def broken(pdf):
        del _elements(pdf, kind)[0][key]

    return broken


def _renamed(kind, other):
    def broken(pdf):
        _elements(pdf, kind)[0].S = pikepdf.Name(other)

    return broken


def _content(old, new):
    def broken(pdf):
        page = pdf.pages[0]
        code = page.Contents.read_bytes()
        assert old in code
        page.Contents = pdf.make_stream(code.replace(old, new))

    return broken


def _metadata(old, new):
    def broken(pdf):
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new))

    return broken


def _parents_emptied(pdf):
    pdf.Root.StructTreeRoot.ParentTree.Nums = pikepdf.Array()


def _one_parent_lost(pdf):
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    first = next(each for each in numbers if isinstance(each, pikepdf.Array))
    first[2] = None


def _font_not_embedded(pdf):
    del _descriptor(pdf).FontFile2


def _letters_unknown(pdf):
    del _fonts(pdf)[0].ToUnicode


def _row_too_short(pdf):
    row = _elements(pdf, "/TR")[1]
    row.K = pikepdf.Array([row.K[0]])


def _scope_lost(pdf):
    del _elements(pdf, "/TH")[0].A.Scope


def _link_silent(pdf):
    del pdf.pages[0].Annots[0].Contents


def _link_outside(pdf):
    del pdf.pages[0].Annots[0].StructParent


def _link_to_a_file(pdf):
    link = next(each for each in pdf.pages[0].Annots if "/A" in each)
    link.A.URI = pikepdf.String("file:///etc/passwd")


def _tabs_lost(pdf):
    del pdf.pages[0].Tabs


def _title_hidden(pdf):
    del pdf.Root.ViewerPreferences.DisplayDocTitle


def _script(pdf):
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    pdf.Root.OpenAction = action


def _parent_wrong(pdf):
    _elements(pdf, "/P")[-1].P = _elements(pdf, "/Table")[0]


BROKEN = {
    "no structure tree": _drop("/StructTreeRoot"),
    "not marked as tagged": _drop("/MarkInfo"),
    "no language": _drop("/Lang"),
    "no metadata": _drop("/Metadata"),
    "no colours stated": _drop("/OutputIntents"),
    "no outline": _drop("/Outlines"),
    "no title in the metadata": _metadata(b"<dc:title>", b"<dc:titel>"),
    "not said to be PDF/UA": _metadata(b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "not said to be PDF/A": _metadata(b"<pdfaid:part>2</pdfaid:part>", b""),
    "the title is not shown": _title_hidden,
    "the parent tree is empty": _parents_emptied,
    "one content without a parent": _one_parent_lost,
    "a picture without words": _without("/Figure", "/Alt"),
    "a header without a scope": _scope_lost,
    "a row with a cell less": _row_too_short,
    "a level of headings left out": _renamed("/H2", "/H4"),
    "an unknown kind of element": _renamed("/LBody", "/Onbekend"),
    "a list item outside a list": _renamed("/L", "/P"),
    "an element that does not know its parent": _parent_wrong,
    "all text is decoration": _content(b"/P <</MCID", b"/Artifact <</Was"),
    "text outside everything": _content(b"/Artifact BMC", b"q"),
    "a font is not embedded": _font_not_embedded,
    "letters without a meaning": _letters_unknown,
    "a link that does not say where it leads": _link_silent,
    "a link outside the structure": _link_outside,
    "a link to a file": _link_to_a_file,
    "no order of tabs": _tabs_lost,
    "a program inside": _script,
}


def test_the_good_file_has_no_faults(good):
    assert FAULTS(good, advice=True) == []


def test_only_saving_it_anew_breaks_nothing(good):
    assert FAULTS(_saved(good, lambda _pdf: None), advice=True) == []


@pytest.mark.parametrize("name", BROKEN)
def test_each_way_to_break_it_is_seen(good, name):
    assert FAULTS(_saved(good, BROKEN[name]), advice=True)


def _saved(data, broken):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        broken(pdf)
        pdf.save(
            target,
            fix_metadata_version=False,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return target.getvalue()
