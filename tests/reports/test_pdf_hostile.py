"""Whatever people write, it is printed as they wrote it: never read as markup, never a way to a file."""

from __future__ import annotations

import dataclasses
import re
import runpy
import subprocess
import sys
import tempfile
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.pdf.text import visible
from burgertop_app.services.printing.rendering import document_of

FAULTS = runpy.run_path(str(Path(__file__).parents[1] / "fixtures" / "pdf_faults.py"))["faults"]
HIDDEN = "verborgen-bestand-7731"
OPENED: list[str] = []
CHOSEN_BY_THE_PROGRAM = {"accent", "language", "min_probability", "upper_bound", "choices"}
"""Not free to write: a choice of a survey is refused with a ; in it, as it parts choices in a sheet."""
IN_ONE_LINE = {"masthead", "event"}
EXAMPLES = 48
VALIDATED_EVERY = 5

FRAGMENTS = (
    "<b>dik</b>",
    "<b",
    "</para>",
    "<para>",
    '<img src="{file}"/>',
    "<img src='file://{file}' width='10'>",
    '<onDraw name="showPage" label="x"/>',
    '<a href="file://{file}">hier</a>',
    "<font name='Geen' size='900'>groot",
    "<br/>",
    "&amp;&lt;&#0;&#xD800;&nbsp;",
    "<!-- <?php ]]>",
    "{{naam}} {{}} {{0}} %s %(naam)s",
    "[lees](file://{file})",
    "![plaatje]({file})",
    "[x](javascript:alert(1))",
    "\x00\x07\x1b[31m\x7f\ufffe",
    "\u202eachterstevoren\u202c",
    "فاطمة الزهراء",
    "דוד <b> לוי",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 ❤️ \U0001f3f4",
    "中文 አማርኛ",
    "\ud800",
    "a\u0301\u0323\u0308",
    "\\(\\) ( [ ) ] \\",
    "ET Q EMC endstream endobj",
)
MIXED = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=30), min_size=1, max_size=8)
LONG = st.sampled_from(("w", "<", "&", "م", "\x01", "\U0001f600")).map(lambda letter: [letter * 10_000])


@pytest.fixture(scope="session", autouse=True)
def watched():
    """Every file that Python opens is told of; a hook of this kind stays until Python ends."""
    sys.addaudithook(
        lambda event, args: (
            OPENED.append(str(args[0])) if event == "open" and HIDDEN in str(args[0]) else None
        )
    )


@pytest.fixture
def secret():
    """A picture that nobody may read; its path is as long in each run, so that pages come out the same."""
    path = Path(tempfile.gettempdir()) / f"{HIDDEN}.png"
    path.write_bytes(bytes.fromhex("89504e470d0a1a0a"))
    OPENED.clear()
    return path


def test_the_watch_sees_a_file_being_read(secret):
    secret.read_bytes()

    assert [str(secret)] == OPENED


def test_every_text_of_every_paper_is_printed_as_it_was_written(papers, secret, tmp_path):
    for name, paper in papers.items():
        places = list(_places(paper))
        words = {place: f"veld{number}x" for number, place in enumerate(places)}
        printed = _told(pdf(document_of(_filled(paper, words))), tmp_path)
        hostile = {place: f"{word}<b>dik</para>&amp; <img src='{secret}'/>" for place, word in words.items()}

        data = pdf(document_of(_filled(paper, hostile)))

        told = _squeezed(_told(data, tmp_path))
        shown = [word for word in words.values() if re.search(rf"{word}\b", printed)]
        assert len(shown) > len(places) / 5, name
        wanted = [word for place, word in words.items() if word in shown and place[0] not in IN_ONE_LINE]
        assert [word for word in wanted if f"{word}<b>" not in told] == [], name
        # Such words make the head of every page long, and that is decoration; how much of a paper may be
        # decoration is measured on the papers as they are.
        assert FAULTS(data, twice=True) == [], name
    assert OPENED == []


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    kind=st.integers(0, 999),
    at=st.integers(0, 9999),
    parts=st.one_of(MIXED, MIXED, MIXED, MIXED, LONG),
    turn=st.integers(1, VALIDATED_EVERY),
)
def test_no_text_breaks_a_paper_is_read_as_markup_or_opens_a_file(papers, secret, kind, at, parts, turn):
    name = sorted(papers)[kind % len(papers)]
    places = list(_places(papers[name]))
    place = places[at % len(places)]
    text = " ".join(part.format(file=secret) if part in FRAGMENTS else part for part in parts)

    made = pdf(document_of(_filled(papers[name], {place: text})))

    assert OPENED == []
    assert b"/URI (file" not in made
    if turn == 1:
        assert FAULTS(made, twice=True) == []


@pytest.mark.parametrize("fragment", [each for each in FRAGMENTS if "<" in each and each.isascii()])
def test_what_looks_like_a_tag_comes_back_whole(advice, secret, tmp_path, fragment):
    written = fragment.format(file="/x.png")

    told = _told(pdf(document_of(dataclasses.replace(advice, title=f"Begin {written} einde"))), tmp_path)

    assert f"Begin{_squeezed(visible(written))}einde" in _squeezed(told)


def _places(value, way=()):
    """The way to every text in a paper that people write."""
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name not in CHOSEN_BY_THE_PROGRAM:
                yield from _places(getattr(value, field.name), (*way, field.name))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _places(each, (*way, number))
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield way


def _filled(value, words, way=()):
    """A paper with other words in the places that are named."""
    if way in words:
        return words[way]
    if dataclasses.is_dataclass(value):
        changed = {
            field.name: _filled(getattr(value, field.name), words, (*way, field.name))
            for field in dataclasses.fields(value)
            if field.init
        }
        return dataclasses.replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_filled(each, words, (*way, number)) for number, each in enumerate(value))
    return value


def _told(data, tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True)
    return done.stdout


def _squeezed(said):
    return "".join(said.split())
