"""Feedback sheets, the overview of the answer and the letters: each says what became of the advice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burgertop_app.domain.papers.answers import Delay
from burgertop_app.domain.papers.feedback import CardStory, Outcome
from burgertop_app.domain.reminding import Occasion
from burgertop_app.messages.reminding import asking
from burgertop_app.reports.feedback import feedback_document
from burgertop_app.reports.feedback_cards import ended
from burgertop_app.reports.letters import offering_letter_document, reminder_letter_document
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.response import response_overview_document


def test_card_of_a_participant_is_followed_to_the_answer(feedback, read):
    text = read(pdf(feedback_document(replace(feedback, sheets=feedback.sheets[:1])))).text

    steps = [
        "Uw eigen kaarten",
        "Kaart 2-12",
        "Iemand die bij je thuis meekijkt",
        "Thema Hulp aan huis",
        "Voorstel Energiecoach aan huis",
        "Aanbeveling 3: Stuur",
        "Het college neemt dit over.",
        "Vanaf maart gaan er zes coaches op pad.",
        "Team Duurzaam Wonen zorgt hiervoor. Het is klaar op 1 maart 2027.",
    ]
    places = [text.index(step) for step in steps]
    assert places == sorted(places)


def test_each_participant_gets_pages_of_their_own(feedback, read):
    seen = read(pdf(feedback_document(feedback)))

    starts = [page for page in seen.pages if "Beste " in page]
    assert len(starts) == 3
    assert all(page.count("Beste ") == 1 for page in starts)


def test_card_without_outcome_says_why_it_stopped(feedback, read):
    text = read(pdf(feedback_document(feedback))).text

    assert "De tafel vond dat dit bij een ander gesprek hoort." in text
    assert "2 kaarten van uw tafels zijn geen aanbeveling geworden." in text
    assert "Op deze aanbevelingen heeft het college nog niet geantwoord." in text


def test_hostile_and_endless_cards_do_no_harm(feedback, read):
    card = CardStory(number="<b", text="<img src='/etc/hostname'> " + "zwaluw " * 1500, stopped="</para>")
    sheet = replace(feedback.sheets[0], cards=(card,))

    text = read(pdf(feedback_document(replace(feedback, sheets=(sheet,))))).text

    assert text.count("zwaluw") == 1500
    assert "</para>" in text


def test_overview_counts_the_answers(response, read):
    text = read(pdf(response_overview_document(response))).text

    assert "2 overgenomen" in text
    assert "1 niet overgenomen" in text
    assert "1 nog zonder antwoord" in text
    assert "Het college kreeg het advies op 16 november." in text


def test_overview_without_recommendations_or_dates_says_so(response, read):
    bare = replace(response, recommendations=(), received_on=None, due_on=None, answered_on=None, term="")

    assert "Dit advies heeft geen aanbevelingen." in read(pdf(response_overview_document(bare))).text


def test_reason_of_three_pages_stands_whole_in_the_overview(response, read):
    reason = " ".join(f"reden{n}" for n in range(1500))
    long = replace(response, recommendations=(replace(response.recommendations[0], reason=reason),))

    text = read(pdf(response_overview_document(long))).text

    assert all(f"reden{n}" in text for n in range(0, 1500, 13))


def test_offering_letter_ends_with_the_receipt(offering, read):
    seen = read(pdf(offering_letter_document(offering)))

    assert "versie 3" in seen.pages[0]
    assert "binnen zes weken na ontvangst" in seen.text
    (form,) = (page for page in seen.pages if "Handtekening" in page)
    assert "Ontvangstbewijs" in form
    assert "0123456789abcdef" * 4 in form.replace("\n", "").replace(" ", "")


def test_offering_letter_names_the_copies_and_has_a_page_for_each(offering, read):
    seen = read(pdf(offering_letter_document(offering)))

    assert "Afschrift aan: Gemeenteraad van Waterrijk; Griffie van Waterrijk" in seen.text
    assert "Afschrift voor Gemeenteraad van Waterrijk" in " ".join(seen.pages[-2].split())
    assert "Afschrift voor Griffie van Waterrijk" in seen.pages[-1]
    assert "Postbus 2" in seen.pages[-1]


def test_offering_letter_says_what_was_agreed_and_when_the_last_day_would_be(offering, read):
    text = read(pdf(offering_letter_document(offering))).text

    assert "dan telt de eerstvolgende werkdag" in text
    assert "maandag 15 februari 2027" in text
    assert "Verordening burgerparticipatie, artikel 6" in text


def test_reminder_tells_every_postponement_beside_the_agreed_day(reminder, read):
    delay = Delay(until=date(2027, 2, 1), told_on=date(2026, 12, 20), reason="Ziekte <b>.", by="griffier")

    text = read(pdf(reminder_letter_document(replace(reminder, delays=(delay,))))).text

    assert "De afgesproken laatste dag was maandag 28 december 2026: zes weken na ontvangst" in text
    assert "(griffier)" in text
    assert "uiterlijk op 1 februari 2027" in text
    assert "“Ziekte <b>.”" in text


@pytest.mark.parametrize("occasion", Occasion)
def test_every_reminder_has_its_own_words(reminder, read, occasion):
    others = [asking(each) for each in Occasion if each is not occasion]

    text = read(pdf(reminder_letter_document(replace(reminder, occasion=occasion)))).text

    assert asking(occasion) in text
    assert not any(other in text for other in others)


def test_reminder_counts_the_days_since_the_last_day(reminder, read):
    text = read(pdf(reminder_letter_document(reminder))).text

    assert "was maandag 28 december 2026. Dat is 7 dagen geleden." in text
    assert "Op 2 van de 5 aanbevelingen hebben wij geen antwoord gekregen:" in text
    assert "21 december 2026" in text


@pytest.mark.parametrize("on", [date(2026, 12, 27), date(2026, 12, 28)])
def test_reminder_before_the_last_day_is_over_speaks_of_no_delay(reminder, read, on):
    before = replace(reminder, head=replace(reminder.head, on=on), occasion=Occasion.THREE_DAYS_BEFORE)

    text = read(pdf(reminder_letter_document(before))).text

    assert "maandag 28 december 2026" in text
    assert "geleden" not in text


def test_answer_papers_embed_fonts_and_repeat_byte_for_byte(feedback, response, offering, reminder, read):
    for make, paper in (
        (feedback_document, feedback),
        (response_overview_document, response),
        (offering_letter_document, offering),
        (reminder_letter_document, reminder),
    ):
        data = pdf(make(paper))
        assert data == pdf(make(paper))
        assert all(read(data).fonts().values())


def test_recommendations_of_two_advices_with_one_number_both_stand_there():
    first = Outcome(recommendation=1, sentence="Isoleer de flats.", advice=1)
    second = Outcome(recommendation=1, sentence="Open een loket.", advice=2)
    cards = (
        CardStory(number="3-2", text="Loket", outcomes=(second,)),
        CardStory(number="3-1", text="Tocht", outcomes=(first,)),
    )

    assert ended(cards) == (first, second)
