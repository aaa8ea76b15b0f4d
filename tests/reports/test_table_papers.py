# ruff: noqa: RUF001 - names as people write them
"""The papers on the tables: complete, readable in every script, nothing private on them."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from burgertop_app.domain.papers.common import PrintedPerson
from burgertop_app.domain.papers.tables import FacilitatorRoute, FacilitatorScriptPaper
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.routes import route_cards_document
from burgertop_app.reports.script import facilitator_script_document
from burgertop_app.reports.tables import table_sheets_document


def test_each_sheet_starts_a_page_with_its_table_and_round(table_sheets, read):
    seen = read(pdf(table_sheets_document(table_sheets)))

    starts = [page for page in seen.pages if "Aan deze tafel" in page]
    assert len(starts) == len(table_sheets.sheets)
    assert all(
        f"Tafel {sheet.table} · ronde {sheet.round_no}" in page
        for sheet, page in zip(table_sheets.sheets, starts, strict=True)
    )


def test_pages_of_a_sheet_are_counted_by_themselves(table_sheets, read):
    seen = read(pdf(table_sheets_document(table_sheets)))

    assert ["bladzijde 1 van 2" in page for page in seen.pages] == [True, False] * 6


@pytest.mark.parametrize(("people", "stubs"), [(5, 6), (8, 6), (10, 5), (12, 4), (14, 3)])
def test_a_sheet_with_three_questions_is_one_page(table_sheets, read, people, stubs):
    one = table_sheets.sheets[0]
    names = tuple(
        PrintedPerson(number=str(no), name=f"Jolanda van den Boogaard {no}") for no in range(people)
    )
    questions = (*one.questions, "Wat zou een buur zeggen die het er niet mee eens is, en wat zegt u dan?")
    sheet = replace(one, people=names, questions=questions, stubs=stubs, steps=(), room="")

    seen = read(pdf(table_sheets_document(replace(table_sheets, sheets=(sheet,)))))

    assert len(seen.pages) == 1
    assert f"1-{stubs:02d}" in seen.text
    assert "Paraaf van de gespreksleider" in seen.text


def test_cards_are_numbered_on_from_the_round_before(table_sheets, read):
    text = read(pdf(table_sheets_document(table_sheets))).text

    assert all(f"{table}-{card:02d}" in text for table in (1, 2, 3) for card in range(1, 17))


def test_names_are_drawn_in_their_own_script(table_sheets, read):
    text = read(pdf(table_sheets_document(table_sheets))).text

    assert "Şükrü Yıldırım-Öztürk" in text
    assert "Władysław Grzęda" in text
    assert "דוד לוי" in text
    assert "فاطمة الزهراء" in unicodedata.normalize("NFKC", text)


def test_person_numbers_stay_off_the_table_sheets(table_sheets, read):
    people = tuple(replace(person, number="P-98765") for person in table_sheets.sheets[0].people)
    sheet = replace(table_sheets.sheets[0], people=people)

    text = read(pdf(table_sheets_document(replace(table_sheets, sheets=(sheet,))))).text

    assert "98765" not in text


@pytest.mark.parametrize(("rounds", "pages"), [(3, 3), (5, 4), (8, 5)])
def test_route_cards_get_more_room_when_there_are_more_rounds(route_cards, read, rounds, pages):
    cards = tuple(
        replace(card, stops=tuple(replace(card.stops[0], round_no=n) for n in range(1, rounds + 1)))
        for card in route_cards.cards
    )

    seen = read(pdf(route_cards_document(replace(route_cards, cards=cards))))

    assert len(seen.pages) == pages


def test_route_card_holds_every_stop_of_every_person(route_cards, read):
    text = read(pdf(route_cards_document(route_cards))).text

    assert text.count("Anneke de Vries") == 3
    assert text.count("Hulp aan huis") == 19 * 3
    assert "Nieuw: deze kaart vervangt de eerdere" in text


def test_hostile_and_endless_names_stay_on_their_card(route_cards, read):
    names = ("<b", "</para><img src='/etc/hostname'/>", "x" * 300, "")
    cards = tuple(
        replace(card, person=PrintedPerson(number="1", name=name))
        for card, name in zip(route_cards.cards, names, strict=False)
    )

    seen = read(pdf(route_cards_document(replace(route_cards, cards=cards))))

    assert len(seen.pages) == 1
    assert seen.text.replace(" ", "").count("x") >= 300
    assert "</para><img src='/etc/hostname'/>" in seen.text.replace("/> ", "/>")


@pytest.mark.parametrize("empty", ["sheets", "cards"])
def test_nothing_to_print_is_said_in_a_sentence(table_sheets, route_cards, read, empty):
    data = {
        "sheets": lambda: pdf(table_sheets_document(replace(table_sheets, sheets=()))),
        "cards": lambda: pdf(route_cards_document(replace(route_cards, cards=()))),
    }[empty]()

    assert "Er zijn nog geen" in read(data).text


def test_script_lists_facilitators_and_steps(masthead, event, table_sheets, route_cards, read):
    paper = FacilitatorScriptPaper(
        masthead=masthead,
        event=event,
        routes=(
            FacilitatorRoute(
                name="Karima el Idrissi", stops=route_cards.cards[0].stops, note="spreekt Arabisch"
            ),
        ),
        steps=table_sheets.sheets[0].steps,
        rules=("Iedereen komt aan het woord.",),
    )

    text = read(pdf(facilitator_script_document(paper))).text

    assert "Karima el Idrissi spreekt Arabisch tafel 2" in text
    assert "19:40 15 min Iedereen schrijft twee kaarten" in text
    assert "Iedereen komt aan het woord." in text


def test_papers_on_the_tables_embed_every_font_and_repeat_byte_for_byte(table_sheets, route_cards, read):
    for make, paper in ((table_sheets_document, table_sheets), (route_cards_document, route_cards)):
        assert pdf(make(paper)) == pdf(make(paper))
        assert all(read(pdf(make(paper))).fonts().values())
