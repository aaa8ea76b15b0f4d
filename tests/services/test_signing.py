"""The members' last word: on exactly one text, stale when that changes, and named in the version."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.people import Participation, State
from burgertop_app.domain.requests import PersonForm, RecommendationForm
from burgertop_app.domain.sign_off import SignOffForm, SignOffVoice, SignOffWay
from burgertop_app.messages.signing import state_sentence

DAY = date(2026, 3, 2)


@pytest.fixture
def advice(house, process):
    made = house.advising.start(process, "Warm wonen").id
    house.advising.recommend(made, RecommendationForm(title="Eén loket", reason="Scheelt tijd"))
    return made


@pytest.fixture
def member(house, process):
    """The participation of somebody on the panel."""
    house.people.add(process, PersonForm(number="7", name="Fatma Demir", state=State.DRAWN))
    with house.workspace.context.work.reading() as store:
        return store.one(Participation, process_id=process)


def form(house, advice, **more):
    told = {"on": DAY, "how": SignOffWay.MEETING, "asked": 28, "agreed": 27, "against": 1} | more
    return SignOffForm(content_sha256=house.signing.state(advice).content_sha256, **told)


def fix(house, advice, reason="Geen ronde."):
    house.publishing.publish(house.publishing.prepare(advice, reason), b"%PDF")
    return house.advising.versions(advice)[-1]


def code(house, advice):
    """What the completeness list says of the members."""
    return next(
        check for check in house.publishing.standing(advice).checks if check.code.startswith("members")
    )


def test_nobody_was_asked_yet(house, advice):
    assert code(house, advice).code == "members"
    assert not code(house, advice).done


def test_agreement_counts_for_this_text(house, advice):
    house.signing.sign(advice, form(house, advice))

    assert house.signing.state(advice).valid.agreed == 27
    assert code(house, advice).done


def test_agreement_is_stale_when_the_text_changes(house, advice):
    house.signing.sign(advice, form(house, advice))

    house.advising.write(advice, SectionKind.SUMMARY, "Toch anders.")

    state = house.signing.state(advice)
    assert (state.valid, state.stale.agreed) == (None, 27)
    assert "veranderd" in state_sentence(state)
    assert code(house, advice).code == "members_again"


def test_agreement_counts_again_when_the_text_is_put_back(house, advice):
    house.signing.sign(advice, form(house, advice))
    house.advising.write(advice, SectionKind.SUMMARY, "Toch anders.")

    house.advising.write(advice, SectionKind.SUMMARY, "")

    assert house.signing.state(advice).valid is not None


def test_agreement_with_an_earlier_text_is_refused(house, advice):
    opened = form(house, advice)
    house.advising.write(advice, SectionKind.SUMMARY, "Toch anders.")

    with pytest.raises(Conflict) as told:
        house.signing.sign(advice, opened)

    assert told.value.code == "sign_off_text_changed"


def test_day_to_come_is_refused(house, advice):
    with pytest.raises(InvalidInput) as told:
        house.signing.sign(advice, form(house, advice, on=date(2036, 1, 1)))

    assert told.value.code == "sign_off_in_future"


def test_version_names_the_round(house, advice):
    kept = house.signing.sign(advice, form(house, advice)).id

    assert fix(house, advice).sign_off_id == kept


def test_document_says_how_the_members_agreed(house, advice):
    house.signing.sign(advice, form(house, advice, minority="Eén lid wil eerst geld zien."))

    paper = house.publishing.prepare(advice).paper

    assert "27 van de 28" in paper.sign_off
    assert paper.sign_off_minority == "Eén lid wil eerst geld zien."


def test_reason_to_fix_without_the_members_stays(house, advice):
    fixed = fix(house, advice, "De bijeenkomst ging niet door.")

    assert (fixed.sign_off_id, fixed.unsigned_reason) == (None, "De bijeenkomst ging niet door.")
    assert "ging niet door" in house.printing.advice(advice).sign_off


@pytest.mark.parametrize("reason", ["", "  "])
def test_fixing_without_the_members_and_without_a_reason_is_refused(house, advice, reason):
    with pytest.raises(InvalidInput) as told:
        house.publishing.prepare(advice, reason)

    assert told.value.code == "advice_unsigned"


def test_reason_cannot_be_left_out_between_preparing_and_fixing(house, advice):
    ready = replace(house.publishing.prepare(advice, "Geen ronde."), unsigned_reason="")

    with pytest.raises(InvalidInput, match="advice_unsigned"):
        house.publishing.publish(ready, b"%PDF")

    assert house.advising.versions(advice) == ()


def test_reason_is_not_kept_when_the_members_agreed(house, advice):
    house.signing.sign(advice, form(house, advice))

    assert fix(house, advice, "Geen tijd.").unsigned_reason == ""


def test_round_in_a_version_cannot_be_taken_back(house, advice):
    kept = house.signing.sign(advice, form(house, advice)).id
    fix(house, advice)

    with pytest.raises(NotPossible) as told:
        house.signing.unsign(kept)

    assert told.value.code == "sign_off_public"


def test_round_recorded_by_mistake_is_taken_back(house, advice, member):
    voices = {member.id: True}
    kept = house.signing.sign(advice, form(house, advice, voices=voices)).id

    house.signing.unsign(kept)

    assert house.signing.state(advice).valid is None
    assert house.signing.all(advice) == ()


def test_members_are_known_by_number(house, advice, member):
    assert [each.number for each in house.signing.state(advice).members] == ["7"]


def test_what_a_member_said_goes_when_the_member_is_erased(house, advice, member):
    kept = house.signing.sign(advice, form(house, advice, voices={member.id: False})).id

    house.privacy.erase(member.person_id)

    with house.workspace.context.work.reading() as store:
        assert store.find(SignOffVoice, sign_off_id=kept) == ()
    assert house.signing.all(advice)[0].against == 1


def test_nothing_of_a_member_stands_in_the_content(house, advice, member):
    house.signing.sign(advice, form(house, advice, voices={member.id: True}))

    content = fix(house, advice).content

    assert str(member.id) not in content
    assert "Fatma" not in content


def test_two_who_write_are_told(house, advice):
    house.advising.write(advice, SectionKind.SUMMARY, "Van Anna")

    with pytest.raises(Conflict) as told:
        house.advising.write(advice, SectionKind.SUMMARY, "Van Bart", known={""})

    assert told.value.code == "advice_part_changed"
    assert house.advising.sections(advice)[SectionKind.SUMMARY].body == "Van Anna"


def test_text_that_was_seen_is_written_over(house, advice):
    house.advising.write(advice, SectionKind.SUMMARY, "Van Anna")

    house.advising.write(advice, SectionKind.SUMMARY, "Van Bart", known={"", "Van Anna"})

    assert house.advising.sections(advice)[SectionKind.SUMMARY].body == "Van Bart"


def test_two_who_write_a_recommendation_are_told(house, advice):
    line = house.advising.recommendations(advice)[0]
    house.advising.edit(line.recommendation.id, RecommendationForm(title="Van Anna"))

    with pytest.raises(Conflict) as told:
        house.advising.edit(line.recommendation.id, RecommendationForm(title="Van Bart"), known=set())

    assert told.value.params["number"] == 1
