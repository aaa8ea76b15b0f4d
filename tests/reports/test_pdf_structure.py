"""What a screen reader is told: elements in order, links, notes, lists, tables and pictures."""

from __future__ import annotations

import io
import runpy
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from PIL import Image as Pillow

from burgertop_app.reports.document import Document
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.pieces import Bullets, Cell, Contents, Grid, Heading, Image, Item, Paragraph, Span

FAULTS = runpy.run_path(str(Path(__file__).parents[1] / "fixtures" / "pdf_faults.py"))["faults"]


class Seen:
    """The structure of a file, as nested tuples of kinds, and what is in it."""

    def __init__(self, data: bytes) -> None:
        assert FAULTS(data) == []
        self.data = data
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.root = self.pdf.Root.StructTreeRoot.K[0]
        self.pages = [page.obj.objgen for page in self.pdf.pages]

    def all(self, kind: str, inside=None):
        """Elements of a kind in reading order."""
        found = [inside] if inside is not None and str(inside.S) == f"/{kind}" else []
        for kid in (self.root if inside is None else inside).get("/K", []):
            if "/S" in kid:
                found += self.all(kind, kid)
        return found

    def shape(self, element):
        """An element as its kind and those of its kids; content is a dot, an annotation an @."""
        kids = [
            self.shape(kid) if "/S" in kid else "@" if "/Obj" in kid else "." for kid in element.get("/K", [])
        ]
        return (str(element.S)[1:], *kids)

    def pages_of(self, element):
        """On which pages, from 1, an element has content of its own."""
        return sorted(
            {self.pages.index(kid.Pg.objgen) + 1 for kid in element.get("/K", []) if "/MCID" in kid}
        )


@pytest.fixture
def seen():
    def see(*parts):
        return Seen(
            pdf(
                Document(
                    title="Titel",
                    author="Maker",
                    language="nl",
                    made_at=datetime(2026, 10, 29, tzinfo=UTC),
                    running="",
                    foot="",
                    parts=parts,
                )
            )
        )

    return see


def test_link_inside_a_paragraph_is_one_element_also_over_two_lines(seen):
    words = (Span("Lees "), Span("hier veel meer " * 12, url="https://a.example/"), Span(" en kom."))

    found = seen(Paragraph(words))

    (link,) = found.all("Link")
    assert found.shape(link) == ("Link", ".", "@", ".", "@", ".", "@")
    assert "hier veel meer" in str(link.K[1].Obj.Contents)


def test_link_stands_between_the_words_around_it(seen):
    found = seen(Paragraph((Span("Lees "), Span("hier", url="https://a.example/"), Span(" en kom."))))

    assert found.shape(found.all("P")[0]) == ("P", ".", ("Link", ".", "@"), ".")


def test_list_inside_a_list_is_part_of_its_item(seen):
    found = seen(Bullets(("een", Item("twee", (Bullets(("a",), numbered=True),)))))

    item = ("LI", ("Lbl", "."), ("LBody", "."))
    nested = ("LI", ("Lbl", "."), ("LBody", ("P", "."), ("L", item)))
    assert found.shape(found.all("L")[0]) == ("L", item, nested)
    assert [str(each.A.ListNumbering) for each in found.all("L")] == ["/Disc", "/Decimal"]


def test_table_says_what_its_headers_name_and_how_far_cells_reach(seen):
    rows = (("1", Cell("x", 2)), (Cell("h", 1, 2), "2", "3"), ("4", "5"), ("groep",), ("6", "7", "8"))
    found = seen(Grid(("A", "B", "C"), rows, (1, 1, 1), row_headers=True, caption="Bomen"))

    table = found.all("Table")[0]
    assert [str(kid.S) for kid in table.K] == ["/Caption", "/THead", "/TBody", "/TBody"]
    assert [str(each.A.Scope) for each in found.all("TH")] == ["/Column"] * 3 + ["/Row"] * 4
    assert [
        int(each.A.ColSpan) for each in found.all("TD") + found.all("TH") if "/ColSpan" in each.get("/A", {})
    ] == [2, 3]
    assert [int(each.A.RowSpan) for each in found.all("TH") if "/RowSpan" in each.A] == [2]


def test_header_that_is_repeated_on_the_next_page_is_told_once(seen):
    rows = tuple((f"straat {n}", "woorden " * 8) for n in range(60))
    found = seen(Grid(("Straat", "Wat"), rows, (1, 2)))

    assert len(found.pages) >= 2
    assert [found.pages_of(each) for each in found.all("TH")] == [[1], [1]]
    assert len(found.all("TR")) == 61


def test_paragraph_and_cell_over_two_pages_stay_one_element(seen):
    found = seen(Paragraph("woord " * 900), Grid(("A",), (("cel " * 1500,),), (1,)))

    assert found.pages_of(found.all("P")[0]) == [1, 2]
    assert len(found.all("TD")) == 1
    assert len(found.pages_of(found.all("TD")[0])) >= 2


def test_contents_lead_to_their_headings(seen):
    found = seen(
        Heading(1, "Begin", listed=False),
        Contents("Inhoud"),
        Heading(1, "Een"),
        Heading(2, "Onder"),
        Paragraph("x"),
    )

    lines = found.all("TOCI")
    assert [found.shape(line) for line in lines] == [("TOCI", ("Reference", ("Link", ".", ".", "@")))] * 2
    assert [str(each.K[2].Obj.Contents) for each in found.all("Link")] == [
        "Een, bladzijde 1",
        "Onder, bladzijde 1",
    ]


def test_footnotes_are_numbered_and_linked_both_ways(seen):
    found = seen(
        Heading(1, "Een"),
        Paragraph((Span("Bomen", note="Eiken."),)),
        Bullets(((Span("Gras", note="Kort."),),)),
        Heading(1, "Twee"),
        Paragraph("x"),
    )

    notes = found.all("Note")
    assert [found.shape(note) for note in notes] == [("Note", ("Lbl", ("Link", ".", "@")), ("P", "."))] * 2
    assert [str(note.ID) for note in notes] == ["note-1", "note-2"]
    assert [found.shape(each) for each in found.all("Reference")] == [("Reference", ("Link", ".", "@"))] * 2
    assert [found.shape(each)[0] for each in found.root.K] == ["Sect", "Sect", "P"]


def test_heading_levels_are_never_left_out(seen):
    found = seen(
        Heading(3, "Diep"), Paragraph("x"), Heading(2, "Hoger"), Heading(4, "Dieper"), Paragraph("y")
    )

    assert len(found.all("H1")) == 1
    assert len(found.all("H2")) == 1
    assert len(found.all("H3")) == 1


def test_words_from_right_to_left_and_in_another_language_are_told_as_written(seen):
    found = seen(Paragraph((Span("Dag דוד לוי, "), Span("good morning", language="en"))))

    spans = found.all("Span")
    assert [str(each.get("/ActualText", "")) for each in spans] == ["דוד לוי", ""]
    assert str(spans[1].Lang) == "en"


def _file(image, kind, **options):
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def _embedded(found):
    return [
        each
        for each in found.pdf.objects
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"geen plaatje",
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
        _file(Pillow.effect_noise((300, 300), 50), "JPEG")[:2000],
        _file(Pillow.effect_noise((300, 300), 50), "PNG")[:20000],
        b"GIF89a",
    ],
)
def test_picture_that_cannot_be_read_is_told_in_words(seen, read, content):
    found = seen(Image(content, "Een plein met bomen", caption="Het plein"))

    said = read(found.data).text
    assert found.all("Figure") == []
    assert "[Deze afbeelding kan niet worden getoond: Een plein met bomen]" in said
    assert "Het plein" in said


def test_photograph_is_made_no_finer_than_paper_shows_and_forgets_where_it_was_taken(seen):
    tags = Pillow.Exif()
    tags[0x010F] = "Toestel van Anneke"
    photo = _file(Pillow.effect_noise((4000, 3000), 60).convert("RGB"), "JPEG", exif=tags)

    found = seen(Image(photo, "Een avond", caption="In De Sluis"))

    (embedded,) = _embedded(found)
    assert int(embedded.Width) <= 1250
    assert len(found.data) < len(photo) / 4
    assert b"Anneke" not in embedded.read_raw_bytes()
    assert found.shape(found.all("Figure")[0]) == ("Figure", ".", ("Caption", "."))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "I;16", "CMYK"])
def test_picture_of_every_kind_becomes_red_green_and_blue_on_white(seen, mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = Pillow.new("I;16" if mode == "I;16" else mode, (40, 30))

    found = seen(Image(_file(image, kind), "Een vlak"))

    (embedded,) = _embedded(found)

    assert str(embedded.ColorSpace) == "/DeviceRGB"
    assert "/SMask" not in embedded


def test_what_is_see_through_becomes_white(seen):
    found = seen(Image(_file(Pillow.new("RGBA", (4, 4), (255, 0, 0, 0)), "PNG"), "Leeg"))

    (embedded,) = _embedded(found)

    assert embedded.read_bytes() == b"\xff" * 48


def test_photograph_taken_sideways_is_set_upright(seen):
    tags = Pillow.Exif()
    tags[0x0112] = 6

    found = seen(Image(_file(Pillow.new("RGB", (40, 20)), "JPEG", exif=tags), "Een toren"))

    (embedded,) = _embedded(found)

    assert (int(embedded.Width), int(embedded.Height)) == (20, 40)
