"""The rules of the game and the card book."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.papers.rules import Dial, RulesPaper
from burgertop_app.reports.cards import card_book_document
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.rules import rules_document


def test_rules_of_the_game_fit_one_page(rules, read):
    seen = read(pdf(rules_document(rules)))

    assert len(seen.pages) == 1
    assert all(
        words in seen.text
        for words in ("Dit staat vast", "twee derde", "meedenken", "beslissen", "Antwoordt")
    )


def test_rules_with_much_to_say_still_fit_one_page(rules, read):
    much = replace(
        rules,
        decisions=tuple(
            f"Regel {n}: wij luisteren naar elkaar en laten elkaar uitpraten." for n in range(40)
        ),
    )

    seen = read(pdf(rules_document(much)))

    assert len(seen.pages) == 1
    assert "Regel 39" in seen.text


def test_rules_with_only_an_assignment_are_printed(masthead, read):
    assert "Spelregels" in read(pdf(rules_document(RulesPaper(masthead=masthead, assignment="")))).text


def test_dial_outside_its_scale_is_refused():
    with pytest.raises(InvalidInput) as refused:
        Dial(name="Invloed", left="meedenken", right="beslissen", position=6)

    assert refused.value.code == "paper_dial_position"


def test_card_book_has_every_card_under_its_addressee_and_theme(card_book, read):
    seen = read(pdf(card_book_document(card_book)))

    assert "Voor de gemeente" in seen.text
    assert seen.text.rindex("Hulp aan huis (20 kaarten)") < seen.text.rindex("Geld en huur (7 kaarten)")
    assert all(
        card.number in seen.text
        for group in card_book.groups
        for theme in group.themes
        for card in theme.cards
    )


def test_card_book_without_cards_says_so(card_book, read):
    assert "Geen kaarten." in read(pdf(card_book_document(replace(card_book, groups=())))).text
