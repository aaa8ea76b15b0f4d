from dataclasses import replace
from datetime import date

import pytest

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.requests import DispositionForm, RecommendationForm
from burgertop_app.domain.responses import CouncilNeed, Disposal

ADOPTED = DispositionForm(
    disposal=Disposal.ADOPTS, reason="Goed idee.", owner="Wonen", due_on=date(2026, 10, 1)
)
REJECTED = DispositionForm(disposal=Disposal.REJECTS, reason="Daar gaan wij niet over.")


def asked(house, advice_id):
    return [line.recommendation.id for line in house.responding.recommendations(advice_id)]


@pytest.mark.parametrize("disposal", list(Disposal))
@pytest.mark.parametrize("reason", ["", "  ", "-", "n.v.t."])
def test_an_answer_without_a_reason_is_kept_and_flagged(house, received, disposal, reason):
    house.responding.answer(asked(house, received)[0], DispositionForm(disposal=disposal, reason=reason))

    kept = house.responding.recommendations(received)[0].disposition
    assert (kept.disposal, kept.lacks_reason) == (disposal, True)


def test_the_reminder_asks_for_reasons_that_are_missing(house, received):
    house.responding.answer(asked(house, received)[0], DispositionForm(disposal=Disposal.PARTLY))

    paper = house.printing.reminder_letter(received)

    assert paper.without_reason == ("Begin met isoleren.",)
    assert paper.open_recommendations == ("Open één loket.",)


def test_an_answer_keeps_budget_council_and_policy(house, received):
    form = replace(ADOPTED, budget=" € 12.500 per jaar ", council=CouncilNeed.YES, policy="Warmtevisie")

    house.responding.answer(asked(house, received)[0], form)

    kept = house.responding.recommendations(received)[0].disposition
    assert (kept.budget, kept.budget_cents) == ("€ 12.500 per jaar", 1_250_000)
    assert (kept.council, kept.policy) == (CouncilNeed.YES, "Warmtevisie")


@pytest.mark.parametrize(("marks", "shown"), [((1, 0, 0, 0, 3), ()), ((1, 0, 0, 0, 4), (1, 0, 0, 0, 4))])
def test_the_public_overview_shows_marks_of_five_residents_or_more(house, received, marks, shown):
    answer = house.responding.answer(asked(house, received)[0], ADOPTED).id
    house.responding.rate(answer, marks)

    assert house.printing.response_overview(received).recommendations[0].marks == shown


def test_the_overview_tells_the_wording_that_was_answered_and_what_was_said_before(house, received, clock):
    first = asked(house, received)[0]
    house.responding.answer(first, REJECTED)
    clock.on(days=1)
    house.responding.answer(first, ADOPTED)
    house.advising.edit(first, RecommendationForm(title="Begin meteen."))

    told = house.printing.response_overview(received).recommendations[0]

    assert (told.sentence, told.disposal) == ("Begin met isoleren.", Disposal.ADOPTS)
    assert [(one.disposal, one.reason) for one in told.earlier] == [(REJECTED.disposal, REJECTED.reason)]


def test_there_is_nothing_to_rate_before_an_answer(house, received):
    with pytest.raises(BurgertopError, match="rating_nothing_answered"):
        house.printing.rating_form(received)


def test_the_rating_form_holds_what_was_answered(house, received):
    house.responding.answer(asked(house, received)[1], REJECTED)

    assert [one.number for one in house.printing.rating_form(received).recommendations] == [2]
