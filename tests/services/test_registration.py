"""From the list to the closing: invitations with codes, replies of every kind, and clearing up."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select, text

from burgertop_app.domain.address_list import AreaPlan, InviteRequest, ListColumns
from burgertop_app.domain.codes import shown_code, tidy_code
from burgertop_app.domain.draw_protocol import leaf
from burgertop_app.domain.drawing import QuotaEntry, QuotaForm
from burgertop_app.domain.errors import BurgertopError, Conflict, InvalidInput, NotFound, NotPossible
from burgertop_app.domain.inviting import Answer, Invitation, InvitationRound, MailKind
from burgertop_app.domain.people import Contact, EventKind, Participation, Person, State
from burgertop_app.domain.registration import RegistrationRules, ReplyForm
from burgertop_app.domain.requests import Keeping, PersonForm
from burgertop_app.domain.sheets import table as sheet_table
from burgertop_app.services import inviting
from burgertop_app.services.inviting import LettersAsked, ListAsked
from burgertop_app.storage import log
from burgertop_app.storage.base import Row

KEEPING = Keeping("Uitnodigen voor de loting", date(2026, 9, 1))
HEADER = ("Naam", "Straat", "Huisnummer", "Postcode", "Plaats", "Wijk", "Geboortejaar")


def people_list(homes=60):
    rows = [
        (
            f"Zÿl {home}",
            "Dorpsstraat",
            str(home),
            "1234 AB",
            "Testdam",
            ("Noord", "Zuid")[home % 2],
            str(1950 + home % 50),
        )
        for home in range(1, homes + 1)
    ]
    return sheet_table("register.csv", [HEADER, *rows])


@pytest.fixture
def quotas(house, process):
    lines = [
        ("wijk", "Noord"),
        ("wijk", "Zuid"),
        ("leeftijd", "16-44"),
        ("leeftijd", "45+"),
        ("opleiding", "praktisch"),
        ("opleiding", "theoretisch"),
    ]
    entries = tuple(QuotaEntry(feature=feature, value=value, low=0, high=30) for feature, value in lines)
    house.drawing.set_quotas(process, QuotaForm(lines=entries))


def read(house, process, listed, rules=None):
    columns = ListColumns(inviting.suggest_list(listed))
    return inviting.read_list(ListAsked(listed, columns, rules or house.inviting.rules(process), "ab"))


def invite(house, process, letters=20, listed=None):
    found = read(house, process, listed or people_list())
    plan = tuple(AreaPlan(*area) for area in found.areas)
    drawn = inviting.draw_letters(LettersAsked(found, plan, letters))
    request = InviteRequest(listed=found, plan=plan, drawn=drawn, keeping=KEEPING, area_feature="wijk")
    return house.inviting.make(process, request).id


@pytest.fixture
def invited(house, process, quotas):
    """The round of twenty letters."""
    return invite(house, process)


def stored(house, kind, **equal):
    with house.workspace.context.work.reading() as store:
        return store.find(kind, **equal)


def codes(house, process):
    return [letter.code for letter in house.mailings.letters(process, MailKind.INVITATION)]


def reply(code, **given):
    return ReplyForm(**({"code": code, "channel": "kaart", "features": {"opleiding": "hbo"}} | given))


def line_of(house, process, recorded):
    return next(line for line in house.people.lines(process) if line.participation_id == recorded.change.id)


def test_everyone_drawn_is_invited_with_a_code_of_their_own(house, process, invited):
    lines = house.people.lines(process)

    assert len(lines) == 20
    assert {line.state for line in lines} == {State.INVITED}
    assert len({tidy_code(code) for code in codes(house, process)}) == 20


def test_area_and_age_group_are_known_as_the_quotas_call_them_and_the_birth_year_is_not_kept(
    house, process, invited
):
    (first, *_rest) = stored(house, Invitation)

    assert set(first.known) == {"wijk", "leeftijd"}
    assert first.known["leeftijd"] in ("16-44", "45+")


def test_who_was_not_drawn_is_kept_nowhere(house, process, invited):
    names = {contact.name for contact in stored(house, Contact)}

    assert len(names) == 20
    assert stored(house, InvitationRound)[0].rows == 60


def test_second_round_passes_over_homes_that_are_in_the_process(house, process, invited):
    found = read(house, process, people_list())

    assert len(found.entries) == 40


def test_list_that_grew_old_is_refused_whole(house, process, quotas):
    found = read(house, process, people_list())
    plan = tuple(AreaPlan(*area) for area in found.areas)
    drawn = inviting.draw_letters(LettersAsked(found, plan, 60))
    house.people.add(
        process, PersonForm(name="Ana", address="Dorpsstraat 7", postcode="1234AB", place="Testdam")
    )

    with pytest.raises(Conflict, match="invite_changed"):
        house.inviting.make(process, InviteRequest(listed=found, plan=plan, drawn=drawn, keeping=KEEPING))

    assert len(house.people.lines(process)) == 1


def test_round_without_replies_can_be_undone_without_a_trace(house, process, invited):
    house.inviting.take_back(invited)

    assert house.people.lines(process) == ()
    assert house.inviting.rounds(process) == ()
    assert stored(house, Person) == stored(house, Invitation) == ()


def test_round_with_a_reply_cannot_be_undone(house, process, invited):
    house.replying.record(process, reply(codes(house, process)[0], declines=True))

    with pytest.raises(NotPossible, match="invite_answered"):
        house.inviting.take_back(invited)


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
    from burgertop_app.services.replying import read_feature

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
    from burgertop_app.domain.codes import new_code

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


def other_area(house, process, code):
    return "Noord" if house.replying.look_up(process, code).area == "Zuid" else "Zuid"


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


def test_response_is_counted_per_area_and_per_feature_of_the_list(house, process, invited):
    one, other, *_rest = codes(house, process)
    house.replying.record(process, reply(one))
    house.replying.record(process, reply(other, declines=True))

    view = house.registration.view(process)

    assert (view.total.letters, view.total.yes, view.total.no, view.total.silent) == (20, 1, 1, 18)
    assert {line.feature for line in view.lines} == {"", "leeftijd"}
    assert view.total.expected == pytest.approx(0.05)


def test_state_that_was_given_by_hand_counts_as_an_answer(house, process, invited):
    lines = house.people.lines(process)
    house.people.mark([lines[0].participation_id], State.DECLINED)

    assert house.registration.view(process).total.no == 1


def test_closing_keeps_the_counts_and_refuses_later_replies(house, process, invited, clock):
    one, other, *_rest = codes(house, process)
    house.replying.record(process, reply(one))

    house.registration.close(process)

    held = house.registration.view(process).closing
    assert (held.registered, held.invited, held.yes, held.no, held.closed_at) == (1, 20, 1, 0, clock())
    with pytest.raises(NotPossible, match="registration_closed"):
        house.replying.record(process, reply(other))
    with pytest.raises(NotPossible, match="registration_closed"):
        house.people.add(process, PersonForm(name="Te laat"))
    with pytest.raises(NotPossible, match="registration_closed"):
        house.people.mark([house.people.lines(process)[5].participation_id], State.REGISTERED)


def test_reopening_needs_a_reason_and_stays_readable(house, process, invited):
    house.registration.close(process)

    with pytest.raises(InvalidInput, match="reason_empty"):
        house.registration.reopen(process, " ")
    house.registration.reopen(process, "post bleef liggen")

    view = house.registration.view(process)
    assert view.closing is None
    assert view.closings[0].reopened_reason == "post bleef liggen"
    house.replying.record(process, reply(codes(house, process)[0]))


def test_closing_waits_for_decisions(house, process, invited):
    code = codes(house, process)[0]
    house.replying.record(process, reply(code, features={"wijk": other_area(house, process, code)}))

    with pytest.raises(NotPossible, match="registration_doubts"):
        house.registration.close(process)


def test_nobody_is_cleared_while_people_may_still_register(house, process, invited):
    with pytest.raises(NotPossible, match="registration_not_closed"):
        house.registration.clear(process)


def cells(house):
    with house.workspace.context.work.engine.connect() as connection:
        for each in [*Row.metadata.sorted_tables, text("alembic_version")]:
            for row in connection.execute(select(text("*")).select_from(each)):
                yield from ((str(each), str(cell)) for cell in row)


def test_after_clearing_nothing_tells_who_did_not_take_part(house, process, invited):
    one, other, *_rest = codes(house, process)
    kept = house.replying.look_up(process, one).name
    gone = {contact.name for contact in stored(house, Contact)} - {kept}
    silent_codes = set(codes(house, process)) - {one}
    house.replying.record(process, reply(one))
    house.replying.record(process, reply(other, declines=True))
    before = house.registration.view(process).lines
    house.registration.close(process)

    house.registration.clear(process)

    everything = [cell for _table, cell in cells(house)]
    raw = b"".join(path.read_bytes() for path in house.workspace.path.parent.rglob("*") if path.is_file())
    for secret in (*gone, *silent_codes):
        assert not any(secret in cell.split() or f'"{secret}"' in cell for cell in everything)
        assert f"{secret}\x00".encode() not in raw
    assert not any(code.encode() in raw for code in silent_codes)
    assert raw.count("Zÿl".encode()) == raw.count(kept.encode()) > 0
    assert house.registration.view(process).lines == before
    assert house.registration.view(process).closing.cleared == 19


def test_log_is_whole_after_clearing(house, process, invited):
    house.registration.close(process)
    house.registration.clear(process)

    with house.workspace.context.work.engine.connect() as connection:
        (report,) = log.verify_chain(connection)

    assert report.intact


def test_registration_stays_closed_once_people_were_cleared(house, process, invited):
    house.registration.close(process)
    house.registration.clear(process)

    with pytest.raises(NotPossible, match="registration_cleared"):
        house.registration.reopen(process, "toch nog iemand")


def test_cleared_people_no_longer_fill_the_list(house, process, invited):
    house.replying.record(process, reply(codes(house, process)[0]))
    house.registration.close(process)

    house.registration.clear(process)

    assert [line.state for line in house.people.lines(process)] == [State.REGISTERED]


def test_person_of_another_process_is_not_cleared_here(house, process, invited):
    from burgertop_app.domain.requests import NewProcess

    other = house.processes.start(NewProcess(form="burgerpanel", title="Ander")).id
    part = stored(house, Participation)[0]
    with house.workspace.context.work.writing("people.add") as store:
        store.add(Participation(id=store.new_id(), process_id=other, person_id=part.person_id, number="1"))
    house.registration.close(process)

    house.registration.clear(process)

    assert stored(house, Person, id=part.person_id)[0].erased_at is None


def test_reminder_goes_to_who_did_not_answer_and_invitation_once(house, process, invited):
    one, other, *_rest = codes(house, process)
    ids = [letter.participation_id for letter in house.mailings.letters(process, MailKind.INVITATION)]
    house.mailings.sent(MailKind.INVITATION, ids)
    house.replying.record(process, reply(one))
    house.replying.record(process, reply(other, declines=True))

    assert house.mailings.letters(process, MailKind.INVITATION) == ()
    assert len(house.mailings.letters(process, MailKind.REMINDER)) == 18


def test_sending_twice_a_day_is_told_once_and_can_be_undone(house, process, invited):
    ids = [letter.participation_id for letter in house.mailings.letters(process, MailKind.REMINDER)]
    house.mailings.sent(MailKind.REMINDER, ids)
    house.mailings.sent(MailKind.REMINDER, ids)

    told = [line.kind for line in house.people.story(ids[0]).story]
    assert told == [EventKind.INVITED, EventKind.REMINDER_SENT]

    house.mailings.unsent(MailKind.REMINDER, ids)
    assert len(house.mailings.letters(process, MailKind.REMINDER)) == 20


def test_confirmation_has_what_checks_the_leaf(house, process, invited):
    recorded = house.replying.record(process, reply(codes(house, process)[0], features={"opleiding": "hbo"}))

    (letter,) = house.mailings.letters(process, MailKind.CONFIRMATION)

    part = stored(house, Participation, id=recorded.change.id)[0]
    assert list(letter.features) == ["wijk", "leeftijd", "opleiding"]
    assert leaf(letter.salt, letter.number, letter.features) == leaf(part.salt, part.number, letter.features)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("Naam", "Opmerking"), ("Ana", "x")], "list_no_address"),
        ([("Straat", "Naam"), ("Kade 1", "Ana")], "list_no_area"),
        ([("Straat", "Wijk"), ("zonder nummer", "Noord")], "list_nobody"),
        ([("Straat", "Wijk"), ("Kade 1", "")], "list_nobody"),
        ([("Straat", "Wijk", "BSN"), ("Kade 1", "Noord", "111222333")], "bsn_column"),
    ],
)
def test_hostile_list_is_refused_with_a_sentence(house, process, rows, code):
    from burgertop_app.messages.errors import sentence

    with pytest.raises(InvalidInput) as refused:
        read(house, process, sheet_table("lijst.csv", rows))

    assert refused.value.code == code
    assert "{" not in sentence(refused.value)


def test_rows_that_cannot_be_invited_are_told_by_reason(house, process):
    listed = sheet_table(
        "lijst.csv",
        [
            ("Straat", "Wijk", "Naam", "Geboortejaar"),
            ("Kade 1", "Noord", "Ana", "1980"),
            ("Kade 1", "noord", "Ana", "1980"),
            ("Kade", "Noord", "Bo", "1980"),
            ("Kade 3", "", "Cees", "1980"),
            ("Kade 4", "Noord", "Dirk", "2020"),
            ("Kade 5", "Noord", "Eva", "31-2-1980"),
            ("Kade 1", "Zuid", "Fem", "1985"),
        ],
    )

    found = read(house, process, listed)

    assert {str(reason): rows for reason, rows in found.left_out.items()} == {
        "double": (3,),
        "no_address": (4,),
        "no_area": (5,),
        "too_young": (6,),
        "born_wrong": (7,),
    }
    assert {entry.area for entry in found.entries} == {"Noord"}
