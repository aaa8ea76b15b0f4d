from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.processes import Phase
from burgertop_app.domain.requests import DispositionForm, RecommendationForm
from burgertop_app.domain.responses import Disposal
from burgertop_app.domain.terms import Rule
from burgertop_app.messages import terms as term_sentences
from burgertop_app.messages.errors import sentence
from tests.beginnings import beginning

ADOPTED = DispositionForm(
    disposal=Disposal.ADOPTS, reason="Goed idee.", owner="Wonen", due_on=date(2026, 10, 1)
)
REJECTED = DispositionForm(disposal=Disposal.REJECTS, reason="Daar gaan wij niet over.")


def day(value):
    return datetime(value.year, value.month, value.day, 9, 0, tzinfo=UTC)


@beginning
def advice(house, process):
    """An advice with two recommendations."""
    advice_id = house.advising.start(process, "Warm wonen").id
    house.advising.recommend(advice_id, RecommendationForm(title="Begin met isoleren."))
    house.advising.recommend(advice_id, RecommendationForm(title="Open één loket."))
    return advice_id


@beginning
def offered(house, advice, clock):
    """The advice, offered on the day of the clock."""
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    house.advising.offer(advice, to="College", on=clock().date(), how="In het stadhuis")
    return advice


@beginning
def received(house, offered, clock):
    """The advice, received on the day of the clock: 2 March 2026."""
    house.receiving.receive(offered, on=clock().date(), proof="Bon 12")
    return offered


def asked(house, advice_id):
    return [line.recommendation.id for line in house.responding.recommendations(advice_id)]


def state_of(house, process, advice_id):
    return next(advice.state for advice in house.advising.all(process) if advice.id == advice_id)


@pytest.mark.parametrize(
    ("on", "last"),
    [
        (date(2026, 2, 20), date(2026, 4, 7)),
        (date(2026, 3, 24), date(2026, 5, 6)),
        (date(2026, 11, 13), date(2026, 12, 28)),
        (date(2026, 4, 3), date(2026, 5, 18)),
    ],
)
def test_six_weeks_end_on_the_first_working_day(house, advice, clock, on, last):
    clock.now = day(on)
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    house.advising.offer(advice, to="College", on=on)

    house.receiving.receive(advice, on=on, proof="Bon 12")

    term = house.receiving.term(advice)
    assert (term.deadline.due_on, term.due.day) == (last, last)
    assert term_sentences.weekday(last) in term_sentences.explanation(term.due)


def test_receipt_starts_the_term_and_moves_the_process_on(house, process, received):
    term = house.receiving.term(received)

    assert term.days_left == 42
    assert state_of(house, process, received) is AdviceState.RECEIVED
    assert house.processes.get(process).phase is Phase.ANSWER


@pytest.mark.parametrize(
    ("on", "proof", "code"),
    [
        (date(2026, 3, 3), "Bon 12", "receipt_in_future"),
        (date(2026, 3, 1), "Bon 12", "receipt_before_offer"),
        (date(2026, 3, 2), "  ", "receipt_proof_empty"),
    ],
)
def test_receipt_that_cannot_be_is_refused_and_nothing_is_kept(house, process, offered, on, proof, code):
    with pytest.raises(BurgertopError) as refused:
        house.receiving.receive(offered, on=on, proof=proof)

    assert refused.value.code == code
    assert sentence(refused.value)
    assert house.receiving.term(offered) is None
    assert state_of(house, process, offered) is AdviceState.OFFERED


def test_receipt_needs_an_offer(house, advice):
    with pytest.raises(BurgertopError, match="advice_not_offered"):
        house.receiving.receive(advice, on=date(2026, 3, 2), proof="Bon 12")


def test_receipt_is_recorded_once(house, received):
    with pytest.raises(BurgertopError, match="advice_received_already"):
        house.receiving.receive(received, on=date(2026, 3, 2), proof="Bon 13")


def test_withdrawn_receipt_stops_the_term_and_another_one_starts_it(house, process, received, clock):
    house.receiving.withdraw_receipt(received, "Het was een andere brief.")
    stopped = house.receiving.term(received), state_of(house, process, received)
    clock.on(days=3)

    house.receiving.receive(received, on=date(2026, 3, 5), proof="Bon 14")

    assert stopped == (None, AdviceState.OFFERED)
    assert house.receiving.term(received).receipt.proof == "Bon 14"


def test_withdrawing_a_receipt_asks_a_reason(house, received):
    with pytest.raises(BurgertopError, match="reason_empty"):
        house.receiving.withdraw_receipt(received, "  ")


def test_receipt_after_answers_were_given_leaves_the_advice_answered(house, process, received):
    for recommendation in asked(house, received):
        house.responding.answer(recommendation, ADOPTED)
    house.receiving.withdraw_receipt(received, "Verkeerde dag.")

    house.receiving.receive(received, on=date(2026, 3, 2), proof="Bon 15")

    assert state_of(house, process, received) is AdviceState.ANSWERED


def test_term_is_late_the_day_after_the_last_day(house, received, clock):
    clock.now = day(date(2026, 4, 14))

    assert house.receiving.term(received).days_left == -1


def test_the_term_comes_from_the_form_until_one_is_agreed(house, process):
    agreed = house.receiving.agreement(process)

    assert (agreed.weeks, agreed.rule, agreed.revision) == (6, Rule.ATW, 0)


def test_a_running_term_keeps_the_rule_it_began_with(house, process, received):
    house.receiving.agree(replace(house.receiving.agreement(process), weeks=8))

    assert house.receiving.agreement(process).weeks == 8
    assert house.receiving.term(received).deadline.weeks == 6


def test_the_agreed_recess_lengthens_the_term(house, process, offered):
    house.receiving.agree(
        replace(
            house.receiving.agreement(process),
            source="Verordening, artikel 6",
            recess_from=date(2026, 3, 9),
            recess_until=date(2026, 3, 15),
        )
    )

    house.receiving.receive(offered, on=date(2026, 3, 2), proof="Bon 12")

    assert house.receiving.term(offered).deadline.due_on == date(2026, 4, 20)


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(2026, 7, 1), None, "recess_half"),
        (None, date(2026, 7, 1), "recess_half"),
        (date(2026, 7, 2), date(2026, 7, 1), "recess_backwards"),
    ],
)
def test_a_recess_has_two_ends_in_order(house, process, first, last, code):
    agreed = replace(house.receiving.agreement(process), recess_from=first, recess_until=last)

    with pytest.raises(BurgertopError, match=code):
        house.receiving.agree(agreed)


def test_expected_day_needs_no_receipt(house, process):
    assert house.receiving.expected(process, date(2026, 11, 13)).day == date(2026, 12, 28)


def test_a_reminder_is_kept(house, received):
    house.receiving.remind(received, on=date(2026, 3, 2), text="Beste college")

    assert [(kept.on, kept.text) for kept in house.receiving.reminders(received)] == [
        (date(2026, 3, 2), "Beste college")
    ]


def test_a_reminder_needs_a_receipt(house, offered):
    with pytest.raises(BurgertopError, match="advice_not_received"):
        house.receiving.remind(offered, on=date(2026, 3, 2), text="")


def test_a_reminder_is_not_in_the_future(house, received):
    with pytest.raises(BurgertopError, match="reminder_in_future"):
        house.receiving.remind(received, on=date(2026, 3, 3), text="")


def test_the_last_answer_flips_the_advice_to_answered(house, process, received):
    first, last = asked(house, received)
    house.responding.answer(first, ADOPTED)
    halfway = state_of(house, process, received)

    house.responding.answer(last, REJECTED)

    assert halfway is AdviceState.RECEIVED
    assert state_of(house, process, received) is AdviceState.ANSWERED
    assert house.processes.get(process).phase is Phase.FOLLOW_UP


def test_an_answer_needs_a_receipt(house, offered):
    with pytest.raises(BurgertopError, match="advice_not_received"):
        house.responding.answer(asked(house, offered)[0], ADOPTED)


def test_a_withdrawn_recommendation_gets_no_answer_and_is_not_waited_for(house, process, received):
    first, last = asked(house, received)
    house.advising.withdraw_recommendation(last, "Past niet meer.")
    house.responding.answer(first, ADOPTED)

    with pytest.raises(BurgertopError, match="recommendation_withdrawn"):
        house.responding.answer(last, ADOPTED)

    assert state_of(house, process, received) is AdviceState.ANSWERED


def test_an_earlier_answer_stays_in_the_history(house, received):
    first = asked(house, received)[0]
    house.responding.answer(first, REJECTED)

    house.responding.answer(first, ADOPTED)

    said = house.responding.dispositions(first)
    assert [(word.version, word.disposal) for word in said] == [(1, Disposal.REJECTS), (2, Disposal.ADOPTS)]


def test_an_answer_being_entered_is_amended_in_place(house, received):
    first = asked(house, received)[0]
    answer = house.responding.answer(first, ADOPTED).id

    house.responding.amend(answer, replace(ADOPTED, owner="Dienstverlening"))

    said = house.responding.dispositions(first)
    assert [(word.version, word.owner) for word in said] == [(1, "Dienstverlening")]


def test_an_answer_of_another_day_is_not_amended(house, received, clock):
    first = asked(house, received)[0]
    answer = house.responding.answer(first, ADOPTED).id
    clock.on(days=1)

    with pytest.raises(BurgertopError, match="answer_fixed"):
        house.responding.amend(answer, REJECTED)


def test_a_replaced_answer_is_not_amended(house, received):
    first = asked(house, received)[0]
    answer = house.responding.answer(first, REJECTED).id
    house.responding.answer(first, ADOPTED)

    with pytest.raises(BurgertopError, match="answer_fixed"):
        house.responding.amend(answer, ADOPTED)


def test_the_college_answers_the_words_that_were_offered(house, received):
    first = asked(house, received)[0]
    house.advising.edit(first, RecommendationForm(title="Begin met isoleren in de Havenwijk."))

    house.responding.answer(first, ADOPTED)

    line = house.responding.recommendations(received)[0]
    assert line.text.title == "Begin met isoleren."
    assert line.disposition.text_id == line.text.id


def test_the_letter_of_the_college_is_kept(house, received, clock):
    clock.on(days=10)

    house.responding.keep_letter(received, on=date(2026, 3, 10), letter="Geacht panel,")

    kept = house.responding.letter(received)
    assert (kept.received_on, kept.letter) == (date(2026, 3, 10), "Geacht panel,")


@pytest.mark.parametrize(
    ("on", "code"),
    [(date(2026, 3, 1), "answer_before_receipt"), (date(2026, 3, 3), "answer_in_future")],
)
def test_the_answer_lies_between_receipt_and_today(house, received, on, code):
    with pytest.raises(BurgertopError, match=code):
        house.responding.keep_letter(received, on=on)


def test_marks_of_residents_become_a_mean(house, received):
    first = asked(house, received)[0]
    answer = house.responding.answer(first, ADOPTED).id

    house.responding.rate(answer, (0, 1, 0, 0, 3))

    assert house.responding.marks(answer) == (0, 1, 0, 0, 3)
    assert house.responding.recommendations(received)[0].rating == pytest.approx(4.25)


@pytest.mark.parametrize("marks", [(1, 2, 3, 4), (0, 0, -1, 0, 0)])
def test_marks_are_five_numbers(house, received, marks):
    answer = house.responding.answer(asked(house, received)[0], ADOPTED).id

    with pytest.raises(BurgertopError, match="rating_marks"):
        house.responding.rate(answer, marks)


def test_a_withdrawn_advice_is_not_received(house, process, offered, clock):
    house.advising.withdraw(offered, "Een verkeerde tekst.")

    with pytest.raises(BurgertopError, match="advice_is_withdrawn"):
        house.receiving.receive(offered, on=clock().date(), proof="Bon 12")

    assert state_of(house, process, offered) is AdviceState.WITHDRAWN


def test_a_withdrawn_advice_is_not_answered(house, process, received):
    house.advising.withdraw(received, "Een verkeerde tekst.")

    with pytest.raises(BurgertopError, match="advice_is_withdrawn"):
        house.responding.answer(asked(house, received)[0], ADOPTED)

    assert state_of(house, process, received) is AdviceState.WITHDRAWN


def test_a_withdrawn_advice_is_not_offered_again(house, offered, clock):
    house.advising.withdraw(offered, "Een verkeerde tekst.")

    with pytest.raises(BurgertopError, match="advice_is_withdrawn") as refused:
        house.advising.offer(offered, to="College", on=clock().date())

    assert "Een verkeerde tekst." in sentence(refused.value)


def test_withdrawing_the_receipt_of_a_withdrawn_advice_leaves_it_withdrawn(house, process, received):
    house.advising.withdraw(received, "Een verkeerde tekst.")

    house.receiving.withdraw_receipt(received, "Op de verkeerde dag.")

    assert state_of(house, process, received) is AdviceState.WITHDRAWN


def test_an_offer_of_a_day_to_come_is_refused(house, advice):
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")

    with pytest.raises(BurgertopError, match="offer_in_future"):
        house.advising.offer(advice, to="College", on=date(2026, 3, 3))

    assert house.advising.offers(advice) == ()


def test_offering_letter_bears_the_day_of_the_offer(house, offered, clock):
    day = clock().date()
    clock.now += timedelta(days=27)

    assert house.printing.offering_letter(offered).head.on == day
