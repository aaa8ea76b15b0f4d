from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.requests import DispositionForm, RecommendationForm
from burgertop_app.domain.responses import Commitment, CommitmentState, Disposal
from tests.beginnings import beginning

ADOPTED = DispositionForm(
    disposal=Disposal.ADOPTS, reason="Goed idee.", owner="Wonen", due_on=date(2026, 10, 1)
)
REJECTED = DispositionForm(disposal=Disposal.REJECTS, reason="Daar gaan wij niet over.")


@beginning
def received(house, process):
    """An advice with two recommendations, received on 2 March 2026."""
    advice = house.advising.start(process, "Warm wonen").id
    for title in ("Begin met isoleren.", "Open één loket."):
        house.advising.recommend(advice, RecommendationForm(title=title))
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    house.advising.offer(advice, to="College", on=date(2026, 3, 2))
    house.receiving.receive(advice, on=date(2026, 3, 2), proof="Bon 12")
    return advice


def asked(house, advice_id):
    return [line.recommendation.id for line in house.responding.recommendations(advice_id)]


def test_answers_with_an_owner_become_commitments_once(house, process, received):
    first, last = asked(house, received)
    house.responding.answer(first, ADOPTED)
    house.responding.answer(last, REJECTED)

    made = house.promising.make(received)

    assert [(kept.text, kept.owner, kept.due_on) for kept in made] == [
        ("Begin met isoleren.", "Wonen", date(2026, 10, 1))
    ]
    assert house.promising.waiting(received) == ()
    assert house.promising.all(process) == made


def test_a_new_answer_does_not_promise_twice(house, received):
    first = asked(house, received)[0]
    house.responding.answer(first, ADOPTED)
    house.promising.make(received)

    house.responding.answer(first, replace(ADOPTED, owner="Energie"))

    assert house.promising.waiting(received) == ()


def test_commitments_come_late_first_and_ended_last(house, process, clock):
    clock.now = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    promises = {
        "ooit": None,
        "straks": date(2026, 7, 1),
        "te laat": date(2026, 5, 1),
        "nu": date(2026, 6, 1),
    }
    for text, due_on in promises.items():
        house.promising.keep(Commitment(id=process, process_id=process, text=text, due_on=due_on))
    done = Commitment(
        id=process,
        process_id=process,
        text="klaar",
        due_on=date(2026, 1, 1),
        state=CommitmentState.DONE,
    )
    house.promising.keep(done)

    assert [kept.text for kept in house.promising.all(process)] == [
        "te laat",
        "nu",
        "straks",
        "ooit",
        "klaar",
    ]


def test_progress_of_a_commitment_is_kept(house, process):
    house.promising.keep(Commitment(id=process, process_id=process, text="Loket openen"))
    kept = house.promising.all(process)[0]

    house.promising.keep(replace(kept, progress="De ruimte is gehuurd.", state=CommitmentState.UNDER_WAY))

    now = house.promising.all(process)[0]
    assert (now.progress, now.state) == ("De ruimte is gehuurd.", CommitmentState.UNDER_WAY)


def test_commitments_made_by_mistake_can_be_dropped(house, process, received):
    house.responding.answer(asked(house, received)[0], ADOPTED)
    made = house.promising.make(received)

    house.promising.drop([kept.id for kept in made])

    assert house.promising.all(process) == ()
    assert len(house.promising.waiting(received)) == 1


def test_one_field_of_a_commitment_is_edited_at_a_time(house, process):
    kept = house.promising.keep(Commitment(id=process, process_id=process, text="Loket openen")).id
    house.promising.edit(kept, owner=" Dienstverlening ")

    house.promising.edit(kept, state=CommitmentState.UNDER_WAY)

    now = house.promising.all(process)[0]
    assert (now.text, now.owner, now.state) == ("Loket openen", "Dienstverlening", CommitmentState.UNDER_WAY)


def test_a_commitment_cannot_become_empty(house, process):
    kept = house.promising.keep(Commitment(id=process, process_id=process, text="Loket openen")).id

    with pytest.raises(BurgertopError, match="commitment_text_empty"):
        house.promising.edit(kept, text="  ")


def test_a_dropped_commitment_comes_back_as_it_was(house, process):
    house.promising.keep(Commitment(id=process, process_id=process, text="Loket openen"))
    kept = house.promising.all(process)[0]
    house.promising.drop([kept.id])

    house.promising.restore(kept)

    assert [(back.id, back.text) for back in house.promising.all(process)] == [(kept.id, "Loket openen")]
