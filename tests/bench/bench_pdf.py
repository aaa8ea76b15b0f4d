"""How long a long advice takes to become a PDF, and how much memory: 60 pages with 400 cards.

python tests/bench/bench_pdf.py [FILE.pdf]
"""

from __future__ import annotations

import io
import resource
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

from burgertop_app.domain.papers.advice import AdvicePaper, CardReference, KeyFigure, PaperRecommendation
from burgertop_app.domain.papers.common import CardTheme, Masthead, PrintedCard, Support
from burgertop_app.reports.document import Document
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.pieces import Grid, Heading, Paragraph, Span
from burgertop_app.reports.pieces import Image as Photo
from burgertop_app.services.printing.rendering import document_of

CARDS, RECOMMENDATIONS, THEMES = 400, 13, 16
SENTENCE = (
    "Wij willen dat de gemeente naast mensen gaat staan, met een coach aan huis en één loket in de wijk. "
)


def advice():
    """An advice with every card as an appendix."""
    cards = [
        PrintedCard(number=f"{1 + n // 20}-{1 + n % 20:02d}", text=SENTENCE * (1 + n % 3), kind="aanbeveling")
        for n in range(CARDS)
    ]
    return AdvicePaper(
        masthead=Masthead(
            organisation="Burgerpanel Waterrijk",
            process="Warm en betaalbaar wonen",
            made_at=datetime(2026, 10, 29, 14, 30, tzinfo=UTC),
        ),
        title="Warm wonen zonder zorgen",
        version=1,
        version_on=date(2026, 10, 29),
        addressees=("het college van burgemeester en wethouders", "de gemeenteraad"),
        summary=SENTENCE * 6,
        assignment=SENTENCE * 2,
        method=SENTENCE * 6,
        figures=(KeyFigure(number="30", words="panelleden"), KeyFigure(number="400", words="kaarten")),
        recommendations=tuple(
            PaperRecommendation(
                number=number,
                sentence=SENTENCE.strip(),
                reason="\n\n".join([SENTENCE * 4] * 2 + ["- " + SENTENCE + "\n- " + SENTENCE]),
                support=Support(in_favour=24, against=3, abstained=2, rule="Twee derde van de stemmen."),
                minority=SENTENCE * 2,
                cards=tuple(CardReference(number=card.number) for card in cards[number * 8 : number * 8 + 8]),
            )
            for number in range(1, RECOMMENDATIONS + 1)
        ),
        themes=tuple(
            CardTheme(name=f"Thema {n + 1}", cards=tuple(cards[n::THEMES]), explanation=SENTENCE)
            for n in range(THEMES)
        ),
        term="Het college antwoordt binnen zes weken.",
        follow_up=SENTENCE,
    )


def long_document():
    """The advice, with tables, notes and a photograph in it, of at least 60 pages."""
    document = document_of(advice())
    target = io.BytesIO()
    Image.effect_noise((4000, 3000), 80).convert("RGB").save(target, "JPEG")
    extra = [Heading(1, "Tabellen", new_page=True), Photo(target.getvalue(), "Een foto van de avond")]
    for part in range(3):
        extra.append(Heading(2, f"Wijk {part + 1}"))
        extra.append(Paragraph((Span(SENTENCE * 5, note=SENTENCE),)))
        rows = tuple((f"Straat {n}", SENTENCE.strip(), str(n)) for n in range(12))
        extra.append(Grid(("Straat", "Wat", "Aantal"), rows, (3, 8, 2), "llr", row_headers=True))
    return Document(**{**vars(document), "parts": (*document.parts, *extra)})


def main():
    document = long_document()
    started, cpu = time.perf_counter(), time.process_time()
    data = pdf(document)
    spent, worked = time.perf_counter() - started, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = len(PdfReader(io.BytesIO(data)).pages)
    print(  # noqa: T201
        f"{pages} pages, {CARDS} cards: {spent:.1f} s of the clock, {worked:.1f} s of CPU,"
        f" {memory:.0f} MB, file {len(data) / 1024:.0f} kB"
    )
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_bytes(data)


if __name__ == "__main__":
    main()
