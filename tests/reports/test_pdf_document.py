# ruff: noqa: E501, RUF001 - sentences and names as people write them
"""The door to reportlab: page breaks, sheets, contents, and the same bytes in every process."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

import burgertop_app.reports
from burgertop_app.reports.document import Document
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.pieces import (
    Box,
    Bullets,
    Contents,
    Cover,
    CutCards,
    Grid,
    Heading,
    Paragraph,
    Role,
    Sheet,
    Together,
)

ROOM = Path(burgertop_app.reports.__file__).parent
SCRIPT = """
import hashlib
from datetime import UTC, datetime
from burgertop_app.reports.document import Document
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.pieces import Contents, Grid, Heading, Paragraph
parts = (Contents("Inhoud"), Heading(1, "Een"), Paragraph("Şükrü 𝐀 דוד"), Grid(("a", "b"), (("1", "2"),), (1, 1)))
made = Document(title="t", author="a", language="nl", made_at=datetime(2026, 1, 2, tzinfo=UTC), running="r", foot="f", parts=parts)
print(hashlib.sha256(pdf(made)).hexdigest())
"""


@pytest.fixture
def told(tmp_path):
    """What pdftotext reads, the signs that turn the direction left out."""

    def tell(data):
        path = tmp_path / "paper.pdf"
        path.write_bytes(data)
        done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
        assert done.stderr == ""
        return re.sub("[\u202a-\u202e]", "", done.stdout)

    return tell


@pytest.fixture
def made():
    def make(*parts, **options):
        return pdf(
            Document(
                title="Titel",
                author="Maker",
                language="nl",
                made_at=options.pop("made_at", datetime(2026, 10, 29, 14, 30, tzinfo=UTC)),
                running="Bovenaan",
                foot="Onderaan",
                parts=parts,
                **options,
            )
        )

    return make


def test_only_the_door_knows_reportlab():
    outside = [path for path in ROOM.rglob("*.py") if "pdf" not in path.relative_to(ROOM).parts]

    known = {
        name
        for path in outside
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imported(node)
    }

    assert outside
    assert not known & {"reportlab", "bidi", "arabic_reshaper"}


def _imported(node):
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [(node.module or "").split(".")[0]]
    return []


@pytest.mark.parametrize("seed", ["0", "1"])
def test_another_process_gives_the_same_bytes(seed):
    here = {}
    exec(compile(SCRIPT.replace("print(", "found = ("), "script", "exec"), here)  # noqa: S102

    there = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )

    assert there.stdout.strip() == here["found"]
    assert len(here["found"]) == hashlib.sha256().digest_size * 2


def test_date_of_the_file_carries_the_zone_it_was_made_in(made, read):
    summer = datetime(2026, 7, 1, 9, 5, tzinfo=timezone(timedelta(hours=2)))

    assert (
        read(made(Paragraph("x"), made_at=summer)).pdf.metadata["/CreationDate"] == "D:20260701090500+02'00'"
    )


def test_heading_never_stands_alone_at_the_foot_of_a_page(made, read):
    for lines in range(20, 42):
        seen = read(
            made(
                *[Paragraph(f"regel {n}") for n in range(lines)], Heading(2, "Kop"), Paragraph("Lijf " * 120)
            )
        )
        page = next(page for page in seen.pages if "Kop" in page)
        assert "Lijf" in page


def test_introduction_stays_with_its_table(made, read):
    table = Grid(("Een", "Twee"), tuple((f"cel {n}", "x") for n in range(6)), (50, 50))
    for lines in range(20, 42):
        seen = read(
            made(
                *[Paragraph(f"regel {n}") for n in range(lines)],
                Heading(2, "Kop"),
                Paragraph("Inleiding"),
                table,
            )
        )
        page = next(page for page in seen.pages if "Kop" in page)
        assert "Inleiding" in page
        assert "cel 0" in page


def test_last_row_of_a_table_is_not_left_alone(made, read):
    for rows in range(20, 70):
        seen = read(made(Grid(("Een", "Twee"), tuple((f"cel {n}", "x") for n in range(rows)), (50, 50))))
        assert seen.pages[-1].count("cel ") >= 2


def test_long_row_between_short_ones_is_split_over_pages(made, read):
    rows = (("a", "kort"), ("b", "woord " * 1200), ("c", "kort"), ("d", "slot " * 1200))

    text = read(made(Grid(("Een", "Twee"), rows, (20, 80)))).text

    assert text.count("woord") == 1200
    assert text.count("slot") == 1200


def test_box_longer_than_a_page_flows_on(made, read):
    seen = read(made(Box(tuple(Paragraph(f"alinea {n} " + "woord " * 90) for n in range(20)))))

    assert len(seen.pages) >= 3
    assert all(f"alinea {n}" in seen.text for n in range(20))


def test_kept_together_longer_than_a_page_still_appears(made, read):
    text = read(made(Paragraph("vooraf"), Together(tuple(Paragraph(f"deel {n}") for n in range(80))))).text

    assert all(f"deel {n}" in text for n in range(80))


def test_sheets_count_their_own_pages(made, read):
    long = [Paragraph(f"regel {n}") for n in range(50)]

    seen = read(made(Sheet("Eerste"), *long, Sheet("Tweede"), Paragraph("kort")))

    assert [("Eerste" in page, "Tweede" in page) for page in seen.pages] == [(True, False)] * 2 + [
        (False, True)
    ]
    assert "bladzijde 2 van 2" in seen.pages[1]
    assert "bladzijde 1 van 1" in seen.pages[2]


def test_contents_of_many_pages_still_give_the_right_page(made, read):
    parts = [piece for n in range(120) for piece in (Heading(1, f"Kop {n:03d}"), Paragraph("Lijf " * 200))]

    seen = read(made(Cover("o", "k", "t", "s"), Contents("Inhoud"), *parts))

    listed = " ".join(seen.pages[1:5])
    for n in (0, 60, 119):
        said = listed.split(f"Kop {n:03d}")[1].split()[0]
        assert f"Kop {n:03d}" in seen.pages[int(said) - 1]


def test_running_title_too_long_is_shortened_and_not_run_over_the_mark(made, read):
    data = pdf(
        Document(
            title="t",
            author="a",
            language="nl",
            made_at=datetime(2026, 1, 1, tzinfo=UTC),
            running="lang " * 60,
            foot="voet " * 60,
            stamp="CONCEPT",
            parts=(Paragraph("x"),),
        )
    )

    assert "…" in read(data).text


def test_full_card_is_printed_smaller_and_not_cut_off(made, read):
    card = (Paragraph("naam", Role.LEAD), Bullets(tuple(f"punt {n}" for n in range(40))))

    text = read(made(CutCards((card,), 2, 4))).text

    assert all(f"punt {n}" in text for n in range(40))


def test_card_in_arabic_reads_from_right_to_left_line_by_line(made, read, told):
    sentence = "نريد بيوتا دافئة للجميع في الحي " * 12

    data = made(Paragraph(sentence))

    assert len(read(data).pages) == 1
    assert " ".join(told(data).split()).count("نريد بيوتا دافئة للجميع في الحي") == 12
