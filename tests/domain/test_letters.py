"""Letters to residents: which blanks stand where, and what is refused."""

from __future__ import annotations

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.letters import ALLOWED, NEEDED, Blank, check_text, filled_in, tidy_website, used
from burgertop_app.i18n import speaking
from burgertop_app.messages.letters import blank_words, house_subject, house_text

WORDS = {blank: f"het {blank.value}" for blank in Blank}


def test_a_letter_with_its_own_blanks_is_right():
    check_text(MailKind.INVITATION, "Doet u mee?", "Uw code is {het code}.", WORDS)


def test_capitals_and_spaces_in_a_blank_do_not_matter():
    check_text(MailKind.INVITATION, "Doet u mee?", "Uw code is { Het CODE }.", WORDS)


@pytest.mark.parametrize(
    ("subject", "text", "code"),
    [
        ("", "{het code}", "letter_subject"),
        ("twee\nregels", "{het code}", "letter_subject"),
        ("Doet u mee?", " \n ", "letter_empty"),
        ("Doet u mee?", "x" * 30_000, "letter_long"),
        ("Doet u mee?", "{het code} {de hond}", "letter_blank_unknown"),
        ("Doet u mee?", "{het code} {het nam}", "letter_blank_near"),
        ("Doet u mee?", "{het code} {het place}", "letter_blank_elsewhere"),
        ("Doet u mee?", "geen code", "letter_blank_needed"),
        ("Doet u mee?", "{het code} {", "letter_brace"),
        ("Doet u mee?", "{het code} {}", "letter_brace"),
        ("Doet u mee?", "{{het code}}", "letter_brace"),
    ],
)
def test_what_cannot_be_sent_is_refused(subject, text, code):
    with pytest.raises(InvalidInput, match=code):
        check_text(MailKind.INVITATION, subject, text, WORDS)


@pytest.mark.parametrize("kind", MailKind)
def test_what_a_letter_needs_is_allowed_in_it(kind):
    assert set(NEEDED.get(kind, ())) <= set(ALLOWED[kind])


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("online", [True, False])
@pytest.mark.parametrize("kind", MailKind)
def test_the_house_text_of_every_letter_can_be_sent(kind, online, language):
    with speaking(language):
        check_text(kind, house_subject(kind), house_text(kind, online=online), blank_words())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_blanks_have_one_word(language):
    with speaking(language):
        words = [word.casefold() for word in blank_words().values()]

    assert len(set(words)) == len(words)


@pytest.mark.parametrize("website", ["meedoen.nl", "javascript:alert(1)", "https://a b.nl"])
def test_a_website_that_is_none_is_refused(website):
    with pytest.raises(InvalidInput, match="letter_website"):
        tidy_website(website)


def test_what_is_filled_in_is_not_filled_in_again():
    assert filled_in("{naam}", {"naam": "{code}", "code": "X"}) == "{code}"


def test_a_word_that_is_no_blank_stays():
    assert filled_in("{ Naam } {hond}", {"naam": "Jan"}) == "Jan {hond}"


def test_the_blanks_of_a_text_are_found_once():
    assert used("{het name} {HET CODE} {het name}", WORDS) == (Blank.NAME, Blank.CODE)
