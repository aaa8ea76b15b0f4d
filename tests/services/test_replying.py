"""Replies on letters: of every kind, refused in a sentence, decided by a person, and taken back."""

from __future__ import annotations

import pytest
from letter_list import codes, line_of, other_area, reply

from burgertop_app.domain.codes import new_code, shown_code
from burgertop_app.domain.errors import BurgertopError, Conflict, NotFound, NotPossible
from burgertop_app.domain.inviting import Answer
from burgertop_app.domain.people import EventKind, State
from burgertop_app.domain.registration import RegistrationRules
from burgertop_app.services.replying import read_feature


def test_reply_makes_a_registrant_of_who_was_invited(house, process, invited):
    code = codes(house, process)[0]

    recorded = house.replying.record(process, reply(shown_code(code).lower(), email="a@example.org"))

    line = line_of(house, process, recorded)
    assert (line.state, line.channel, line.features["opleiding"]) == (
        State.REGISTERED,
        "kaart",
        "theoretisch",
    )
    assert house.people.story(line.participation_id).contact.email == "a@example.org"


def test_typed_letters_and_years_are_understood(house, process, invited):
    asked = house.replying.asked(process)
    told = [
        read_feature(asked, *pair)
        for pair in (("wijk", "no"), ("leeftijd", "1990"), ("leeftijd", "67"), ("opleiding", "T"))
    ]

    assert told == ["Noord", "16-44", "45+", "theoretisch"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"code": "ABC"}, "code_length"),
        ({"code": "O0O0O0O0"}, "code_sign"),
        ({"features": {"opleiding": "weet niet"}}, "reply_value"),
        ({"features": {"leeftijd": "2014"}}, "reply_too_young"),
        ({"born": "2014"}, "reply_too_young"),
        ({"born": "31-02-1980"}, "reply_born"),
        ({"other": True, "name": " "}, "person_name_empty"),
        ({"name": "BSN 111222333"}, "bsn_text"),
    ],
)
def test_reply_that_cannot_be_is_refused_and_nothing_is_kept(house, process, invited, given, code):
    typed = reply(codes(house, process)[0], **(given if "code" not in given else {}))
    if "code" in given:
        typed = reply(given["code"])

    with pytest.raises(BurgertopError) as refused:
        house.replying.record(process, typed)

    assert refused.value.code == code
    assert {line.state for line in house.people.lines(process)} == {State.INVITED}


def test_unknown_code_is_told(house, process, invited):
    house.workspace.context.entropy(3)
    strange = new_code(house.workspace.context.entropy, set(codes(house, process)))

    with pytest.raises(NotFound, match="code_unknown"):
        house.replying.look_up(process, strange)


def test_the_code_tells_no_more_than_is_needed(house, process, invited):
    found = house.replying.look_up(process, codes(house, process)[0])

    assert found.name.startswith("Zÿl")
    assert found.area in ("Noord", "Zuid")
    assert not {"address", "postcode", "born"} & set(vars(found))


def test_declining_keeps_the_answer_and_nothing_else(house, process, invited):
    recorded = house.replying.record(
        process, reply(codes(house, process)[0], declines=True, email="a@example.org")
    )

    line = line_of(house, process, recorded)
    assert line.state is State.DECLINED
    assert house.people.story(line.participation_id).contact.email == ""


def test_second_reply_on_one_letter_is_refused_until_somebody_chose(house, process, invited):
    code = codes(house, process)[0]
    house.replying.record(process, reply(code, declines=True))

    with pytest.raises(Conflict, match="reply_twice"):
        house.replying.record(process, reply(code))
    assert house.replying.look_up(process, code).earlier.answer is Answer.NO

    recorded = house.replying.record(process, reply(code, replaces=True))
    assert line_of(house, process, recorded).state is State.REGISTERED


def test_value_that_was_left_empty_stays_as_the_list_tells_it(house, process, invited):
    code = codes(house, process)[0]
    known = house.replying.look_up(process, code).known

    recorded = house.replying.record(process, reply(code, features={"wijk": "", "opleiding": "hbo"}))

    assert line_of(house, process, recorded).features["wijk"] == known["wijk"]


def test_reply_that_replaces_another_leaves_nothing_of_it(house, process, invited):
    code = codes(house, process)[0]
    house.replying.record(process, reply(code, features={"opleiding": "hbo"}))

    recorded = house.replying.record(process, reply(code, features={}, replaces=True))

    assert "opleiding" not in line_of(house, process, recorded).features


def test_first_reply_can_stay_and_the_story_says_so(house, process, invited):
    code = codes(house, process)[0]
    recorded = house.replying.record(process, reply(code))

    house.replying.keep_first(recorded.before.invitation_id)

    told = [line.kind for line in house.people.story(recorded.change.id).story]
    assert told[-1] is EventKind.REPLIED_AGAIN


def test_somebody_else_at_the_address_takes_part_in_the_place_of_the_invited(house, process, invited):
    code = codes(house, process)[0]
    first = house.replying.look_up(process, code)

    house.replying.record(process, reply(code, other=True, name="Bo Huisgenoot"))

    lines = {line.participation_id: line for line in house.people.lines(process)}
    new = next(line for line in lines.values() if line.name == "Bo Huisgenoot")
    assert (new.state, lines[first.participation_id].state) == (State.REGISTERED, State.INVITED)
    assert sum(line.yes for line in house.registration.view(process).areas) == 1


def test_somebody_else_is_refused_where_that_is_not_allowed(house, process, invited):
    house.registration.choose(process, RegistrationRules(16, others=False))

    with pytest.raises(NotPossible, match="reply_others"):
        house.replying.record(process, reply(codes(house, process)[0], other=True, name="Bo"))


def test_youngest_age_is_a_setting(house, process, invited):
    house.registration.choose(process, RegistrationRules(12, others=True))

    recorded = house.replying.record(process, reply(codes(house, process)[0], born="2013"))

    assert line_of(house, process, recorded).state is State.REGISTERED


def test_reply_that_differs_from_the_list_waits_for_a_person(house, process, invited):
    code = codes(house, process)[0]
    said = other_area(house, process, code)

    recorded = house.replying.record(process, reply(code, features={"wijk": said}))

    (doubt,) = house.registration.view(process).doubts
    assert (doubt.feature, doubt.replied) == ("wijk", said)
    assert "wijk" not in line_of(house, process, recorded).features


@pytest.mark.parametrize("listed", [True, False])
def test_decision_takes_one_of_both_values_and_can_be_undone(house, process, invited, listed):
    code = codes(house, process)[0]
    said = other_area(house, process, code)
    recorded = house.replying.record(process, reply(code, features={"wijk": said}))
    (doubt,) = house.registration.view(process).doubts

    house.replying.decide(doubt.invitation_id, "wijk", listed=listed)

    line = line_of(house, process, recorded)
    assert line.features["wijk"] == (doubt.listed if listed else said)
    assert house.registration.view(process).doubts == ()

    house.replying.undecide(doubt.invitation_id, "wijk", said)
    assert len(house.registration.view(process).doubts) == 1


@pytest.mark.parametrize(
    "given",
    [
        {"email": "a@example.org", "features": {"opleiding": "hbo", "wijk": "Noord"}},
        {"declines": True},
        {"other": True, "name": "Bo Huisgenoot"},
    ],
)
def test_reply_can_be_taken_back_whole(house, process, invited, given):
    code = codes(house, process)[0]
    before = [house.people.story(line.participation_id) for line in house.people.lines(process)]
    recorded = house.replying.record(process, reply(code, **given))

    house.replying.take_back(recorded.before)

    after = [house.people.story(line.participation_id) for line in house.people.lines(process)]
    assert [(one.line, one.story) for one in after] == [(one.line, one.story) for one in before]
    assert [one.contact.email for one in after] == [one.contact.email for one in before]
    assert codes(house, process)[0] == code
