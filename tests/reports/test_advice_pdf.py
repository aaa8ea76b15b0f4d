"""The advice on paper: complete, in order, harmless, and the same every time."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from burgertop_app.domain.papers.advice import AdvicePaper
from burgertop_app.domain.papers.common import CardTheme, PrintedCard
from burgertop_app.reports.advice import advice_document
from burgertop_app.reports.pdf.document import pdf

HOSTILE = (
    '<img src="/etc/hostname"/>',
    "<b",
    "</para>",
    '<onDraw name="x" label="y"/>',
    "& <a href='javascript:alert(1)'>klik</a> &amp; &#0;",
    "een\x00twee\x07drie\ufffe\u202evier",
    "[klik](javascript:alert(1)) **open",
)


def test_chapters_stand_in_order(advice, read):
    text = read(pdf(advice_document(advice))).text

    order = [
        "Samenvatting Dertig inwoners",
        "Opdracht en ruimte Het college",
        "Hoe wij werkten 30",
        "Wie deed mee Stap",
        "Aanbeveling 1 Stuur",
        "Aanbeveling 5 Stuur",
        "Wat doen wij zelf • Acht",
        "Wat wij de raad vragen Bespreek",
        "Bijlage: alle kaarten Dit zijn",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_contents_name_the_page_of_each_chapter(advice, read):
    seen = read(pdf(advice_document(advice)))

    said = re.search(r"Bijlage: alle kaarten\s+(\d+)", seen.pages[1])
    assert said
    assert "Dit zijn alle" in seen.pages[int(said[1]) - 1]


def test_contents_link_to_the_headings(advice, read):
    page = read(pdf(advice_document(advice))).pdf.pages[1]

    targets = [note.get_object().get("/Dest") for note in page["/Annots"]]
    assert len(targets) >= 15
    assert all(targets)


def test_every_page_says_which_page_of_how_many(advice, read):
    seen = read(pdf(advice_document(advice)))

    total = len(seen.pages)
    assert all(
        f"bladzijde {place} van {total}" in page for place, page in enumerate(seen.pages, 1) if place > 1
    )


def test_support_is_given_in_numbers(advice, read):
    text = read(pdf(advice_document(advice))).text

    assert "24 voor 3 tegen 2 blanco" in text


def test_draft_is_marked_on_every_page(advice, read):
    seen = read(pdf(advice_document(advice)))

    assert all("concept" in page.lower() for page in seen.pages)


def test_version_carries_its_number_and_hash(advice, read):
    final = replace(advice, draft=False, content_hash="0123456789abcdef" * 4)

    seen = read(pdf(advice_document(final)))

    assert "CONCEPT" not in seen.text
    assert all("Versie 3 van 29 oktober 2026 · inhoud 0123 4567 89ab cdef" in page for page in seen.pages[1:])
    assert "0123456789abcdef" * 4 in seen.pages[0].replace("\n", "").replace(" ", "")


def test_same_paper_gives_the_same_bytes(advice):
    assert pdf(advice_document(advice)) == pdf(advice_document(advice))


def test_file_is_dated_by_the_paper_and_not_by_the_clock(advice, read):
    info = read(pdf(advice_document(advice))).pdf.metadata

    assert info["/CreationDate"] == "D:20261029143000+00'00'"
    assert info.title == "Warm wonen zonder zorgen"


def test_every_font_is_embedded(advice, read):
    fonts = read(pdf(advice_document(advice))).fonts()

    assert fonts
    assert all(fonts.values()), fonts


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_only_text(advice, recommendation, read, words):
    theme = CardTheme(name=words, explanation=words, cards=(PrintedCard(number=words, text=words),))
    hostile = replace(
        advice,
        title=words,
        summary=words,
        asked=words,
        addressees=(words,),
        participants=(words,),
        recommendations=(replace(recommendation(1), sentence=words, reason=words, minority=words),),
        themes=(theme,),
    )

    seen = read(pdf(advice_document(hostile)))

    images = [image for page in seen.pdf.pages for image in page.images]
    links = [
        note.get_object()["/A"]["/URI"]
        for page in seen.pdf.pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    ]
    assert images == []
    assert links == ["https://waterrijk.example/energie"] * 0 or all(
        "javascript" not in link for link in links
    )


def test_text_without_a_space_is_broken_and_not_cut_off(advice, recommendation, read):
    word = "meervoudigepersoonlijkheidsstoornisverzekeringsmaatschappijen"
    paper = replace(
        advice,
        title=word,
        recommendations=(replace(recommendation(1), sentence=word, reason=word),),
        themes=(CardTheme(name=word, cards=(PrintedCard(number="1-01", text=word, kind=word),)),),
    )

    text = read(pdf(advice_document(paper))).text.replace(" ", "")

    assert text.count(word) >= 6


def test_reason_of_three_pages_flows_on(advice, recommendation, read):
    reason = "\n\n".join(
        f"Alinea {n}: wij vinden dit belangrijk, en wel hierom. " + "Woord " * 60 for n in range(30)
    )
    paper = replace(advice, recommendations=(replace(recommendation(1), reason=reason),))

    seen = read(pdf(advice_document(paper)))

    assert all(f"Alinea {n}:" in seen.text for n in range(30))


def test_card_longer_than_a_page_is_printed_whole(advice, read):
    long = " ".join(f"woord{n}" for n in range(900))
    paper = replace(advice, themes=(CardTheme(name="Lang", cards=(PrintedCard(number="1-01", text=long),)),))

    text = read(pdf(advice_document(paper))).text

    assert all(f"woord{n}" in text for n in range(0, 900, 7))


def test_five_hundred_cards_all_appear_with_the_header_on_each_page(advice, read):
    cards = tuple(PrintedCard(number=f"9-{n:03d}", text=f"Kaart nummer {n}.") for n in range(500))
    paper = replace(advice, themes=(CardTheme(name="Alles", cards=cards),))

    seen = read(pdf(advice_document(paper)))

    pages = [page for page in seen.pages if "Kaart nummer" in page]
    assert all(f"9-{n:03d}" in seen.text for n in range(500))
    assert all("Wat er staat" in page for page in pages)
    assert seen.pages[-1].count("Kaart nummer") >= 2


def test_bare_advice_has_only_the_chapters_that_say_something(masthead, advice, read):
    bare = AdvicePaper(
        masthead=masthead, title="Kort", version=1, version_on=advice.version_on, summary="Kort advies."
    )

    seen = read(pdf(advice_document(bare)))

    assert len(seen.pages) == 3
    assert "Bijlage" not in seen.text
