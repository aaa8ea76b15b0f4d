"""A document with every piece there is, and words that try to be more than words."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from PIL import Image as Photo

from burgertop_app.reports import pieces
from burgertop_app.reports.document import Document
from burgertop_app.reports.pictures import Bars, Dots, Fill, Scan, Segment, Segments, Series, Slide
from burgertop_app.reports.pieces import Cell, Item, Span

ATTACKS = (
    "<script>alert(1)</script>",
    '<img src="file:///etc/passwd" onerror=alert(1)>',
    "</title></style></textarea><b>dik</b>",
    '" onmouseover="alert(1)',
    "&lt;script&gt; &amp; &#60;b&#62;",
    "<!-- weg --> <![CDATA[x]]> <?xml?>",
    "# Kop\n## Kop",
    "- punt\n1. een\n+ twee\n* drie",
    "1) haakje\n2024. jaar",
    "    vier spaties code",
    "```\ncode\n```",
    "~~~ x ~~~ weg ~~weg~~",
    "> aangehaald",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "===\n---\n***\n___",
    "**dik** _schuin_ `code` __dik__",
    "[klik](javascript:alert(1)) ![beeld](x.png) [^1]",
    "[^1]: noot\n[ref]: http://x.nl 'y'",
    "<http://kwaad.nl> www.kwaad.nl http://kwaad.nl piet@kwaad.nl",
    "regel\\\nregel\\",
    "\u202eomgekeerd\u202c \u2066x\u2069",
    "nul\x00 bel\x07 esc\x1b[31m half\ud83d \ufffe",
    "فاطمة الزهراء en דוד לוי",
    "👩🏽\u200d🚒 🏳️\u200d🌈 ½ ﬁ",
    "w" * 10_000,
    "a\tb\r\nc\u2028d\u2029e\x0bf",
    '{{7*7}} ${x} <%= y %> =HYPERLINK("http://x.nl")',
    "]]></w:t><w:t>",
)


def photo():
    kept = io.BytesIO()
    Photo.new("RGB", (40, 30), "#0B5C66").save(kept, "PNG")
    return kept.getvalue()


def document(said, url="https://waterrijk.nl/a?b=1&c=2"):
    """Every piece with `said` wherever a person's words can stand."""
    spans = (Span(said, bold=True), Span(" "), Span(said, url=url, note=said), Span(said, mono=True))
    pictures = (
        Segments(
            (Segment(said, 3, Fill.SOLID), Segment(said, 1, Fill.DIAGONAL), Segment(said, 0, Fill.EMPTY))
        ),
        Bars(
            (Series(said, Fill.EMPTY), Series(said, Fill.ACCENT)), ((said, (0.5, None), (said, said)),), 0.5
        ),
        Dots((0.1, 0.3, 0.3), ((0.0, said), (0.5, said)), said, said, 0.2, said),
        Slide(said, said, said, 2),
    )
    inner = (pieces.Bullets((said,), numbered=True),)
    return Document(
        title=said,
        author=said,
        language="nl",
        made_at=datetime(2026, 10, 29, 14, 30, tzinfo=UTC),
        running=said,
        foot=said,
        stamp=said,
        parts=(
            pieces.Cover(said, said, said, said, ((said, said), (said, spans)), said),
            pieces.Contents(said),
            pieces.Heading(1, said),
            *(pieces.Paragraph(said, role) for role in pieces.Role),
            pieces.Paragraph(spans),
            pieces.Heading(3, said, contents=said),
            pieces.Bullets((said, Item(said, inner), spans)),
            pieces.Grid(
                (said, said, said),
                ((said,), (Cell(said, 2), said), (Cell(said, 1, 2), said, spans), (said, said)),
                (1, 1, 1),
                "lr",
                row_headers=True,
                caption=said,
            ),
            pieces.Facts(((said, said),)),
            *(pieces.Figure(picture, said) for picture in pictures),
            pieces.Figure(Scan("https://waterrijk.nl"), said),
            pieces.Image(photo(), said, said),
            pieces.Box((pieces.Paragraph(said), pieces.Heading(4, said))),
            pieces.Columns(((pieces.Paragraph(said),), (pieces.Paragraph(said),))),
            pieces.Together((pieces.Paragraph(said),)),
            pieces.OnePage((pieces.Paragraph(said),)),
            pieces.Space(4),
            pieces.NewPage(),
            pieces.Sheet(said),
            pieces.Writing(2, said),
            pieces.Fields((said, said)),
            pieces.Ticks((said, said, said), 2),
            pieces.Large(said, 30, 2),
            pieces.CutCards(((pieces.Paragraph(said),),), 2, 2),
            pieces.Tents(((pieces.Paragraph(said), pieces.Large(said, 200, 1)),)),
        ),
    )
