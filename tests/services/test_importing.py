"""Importing people: everybody or nobody, after every question was answered."""

from __future__ import annotations

from datetime import date

import pytest

from burgertop_app.domain.draw_records import QuotaLine, QuotaSet
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.events import Facilitator
from burgertop_app.domain.importing import NEW_NUMBER, SKIP_ROW, value
from burgertop_app.domain.people import EventKind, Role, State
from burgertop_app.services import importing
from burgertop_app.services.importing import Source


class Stop(Exception):
    """The organiser pressed Cancel."""


class CancelWhileWriting:
    def checkpoint(self, phase, fraction=None):
        if phase == "writing" and fraction:
            raise Stop


def set_quotas(house, process, feature, *values):
    with house.workspace.context.work.writing("test.quotas") as store:
        kept = store.add(QuotaSet(id=store.new_id(), process_id=process, version=1, source="test"))
        for place, text in enumerate(values):
            store.add(
                QuotaLine(
                    id=store.new_id(),
                    quota_set_id=kept.id,
                    feature=feature,
                    value=text,
                    low=0,
                    high=9,
                    position=place,
                )
            )


def test_everybody_of_the_sheet_is_in_the_list(house, process, people_sheet):
    request = people_sheet.request(house, process, "nummer;naam;wijk\n3;Ana;Noord\n5;Bo;Zuid\n3a;Cees;Zuid\n")

    _change, summary = house.importing.keep(process, request)

    assert [(line.number, line.name) for line in house.people.lines(process)] == [
        ("3", "Ana"),
        ("3a", "Cees"),
        ("5", "Bo"),
    ]
    assert (summary.rows, summary.taken_over, summary.skipped) == (3, 3, 0)


def test_purpose_and_last_day_stand_with_each_person(house, process, people_sheet):
    request = people_sheet.request(house, process, "naam\nAna\nBo\n", purpose="Loting van het panel")

    house.importing.keep(process, request)

    stories = [house.people.story(line.participation_id) for line in house.people.lines(process)]
    assert {(story.purpose, story.keep_until) for story in stories} == {
        ("Loting van het panel", date(2027, 3, 2))
    }


def test_a_last_day_in_the_past_is_refused(house, process, people_sheet):
    request = people_sheet.request(house, process, "naam\nAna\nBo\n", keep_until=date(2026, 3, 1))

    with pytest.raises(InvalidInput) as refused:
        house.importing.keep(process, request)

    assert refused.value.code == "import_keep_until_past"
    assert house.people.lines(process) == ()


def test_an_import_without_a_purpose_keeps_nobody(house, process, people_sheet):
    request = people_sheet.request(house, process, "naam\nAna\nBo\n", purpose=" ")

    with pytest.raises(InvalidInput) as refused:
        house.importing.keep(process, request)

    assert refused.value.code == "import_purpose_empty"
    assert house.people.lines(process) == ()


def test_a_question_without_an_answer_keeps_nobody(house, process, people_sheet):
    request = people_sheet.request(house, process, "nummer;naam\n1;Ana\n1;Bo\n")

    with pytest.raises(NotPossible) as refused:
        house.importing.keep(process, request)

    assert refused.value.code == "import_unanswered"
    assert (refused.value.params["row"], refused.value.params["column"]) == (3, "nummer")
    assert house.people.lines(process) == ()


def test_a_rehearsal_refuses_what_keeping_would_refuse(house, process, people_sheet):
    request = people_sheet.request(house, process, "nummer;naam\n1;Ana\n1;Bo\n")

    with pytest.raises(NotPossible):
        importing.rehearse(request)


def test_a_double_number_becomes_the_next_free_one_when_chosen(house, process, people_sheet):
    request = people_sheet.request(house, process, "nummer;naam\n1;Ana\n1;Bo\n", NEW_NUMBER)

    house.importing.keep(process, request)

    assert [(line.number, line.name) for line in house.people.lines(process)] == [("1", "Ana"), ("2", "Bo")]


def test_a_skipped_row_stays_out_and_is_counted(house, process, people_sheet):
    request = people_sheet.request(house, process, "nummer;naam\n1;Ana\n1;Bo\n", SKIP_ROW)

    _change, summary = house.importing.keep(process, request)

    assert (summary.taken_over, summary.skipped) == (1, 1)
    assert [line.name for line in house.people.lines(process)] == ["Ana"]


def test_a_number_given_out_while_the_wizard_was_open_keeps_nobody(house, process, people_sheet):
    request = people_sheet.request(house, process, "nummer;naam\n1;Ana\n2;Bo\n")
    house.importing.keep(process, people_sheet.request(house, process, "nummer;naam\n2;Cees\n"))

    with pytest.raises(InvalidInput) as refused:
        house.importing.keep(process, request)

    assert refused.value.code == "person_number_taken"
    assert [line.name for line in house.people.lines(process)] == ["Cees"]


def test_cancelling_while_people_are_written_keeps_nobody(house, process, people_sheet):
    request = people_sheet.request(house, process, people_sheet.text(importing.HEAP + 1))

    with pytest.raises(Stop):
        house.importing.keep(process, request, CancelWhileWriting())

    assert house.people.lines(process) == ()


def test_a_column_with_citizen_service_numbers_is_refused_when_it_is_opened(tmp_path):
    sheet = tmp_path / "mensen.csv"
    sheet.write_text("naam;bsn\nAna;111222333\n", encoding="utf-8")

    with pytest.raises(InvalidInput) as refused:
        importing.open_source(Source(path=sheet))

    assert refused.value.code == "bsn_column"


def test_pasted_citizen_service_numbers_are_refused():
    with pytest.raises(InvalidInput) as refused:
        importing.open_source(Source(text="naam\tBSN\nAna\t111222333\n", name="klembord"))

    assert refused.value.code == "bsn_column"


def test_a_pasted_table_is_read_as_a_sheet():
    opened = importing.open_source(Source(text="naam\twijk\nAna\tNoord\n", name="klembord"))

    assert opened.table.header == ("naam", "wijk")
    assert opened.table.rows == (("Ana", "Noord"),)
    assert len(opened.sha256) == 64


def test_only_values_of_the_quotas_are_known(house, process, people_sheet):
    set_quotas(house, process, "wijk", "Noord", "Zuid")
    request = people_sheet.request(house, process, "naam;wijk\nAna;Oost\n", value("Zuid"))

    house.importing.keep(process, request)

    (line,) = house.people.lines(process)
    assert [problem.finding.code for problem in request.plan.problems] == ["value_unknown"]
    assert line.features == {"wijk": "Zuid"}


def test_the_lowest_age_is_that_of_the_form(house, process):
    assert house.importing.rules(process).minimum_age == house.processes.recipe(process).defaults.minimum_age


def test_facilitators_are_not_held_against_quotas_or_age(house, process):
    set_quotas(house, process, "wijk", "Noord", "Zuid")

    rules = house.importing.rules(process, Role.FACILITATOR)

    assert (dict(rules.features), rules.minimum_age) == ({}, 0)


def test_facilitators_of_the_sample_come_with_languages_and_skills(house, process, sample):
    table = importing.open_source(Source(path=sample / "facilitators.csv")).table
    rules = house.importing.rules(process, Role.FACILITATOR)
    columns = importing.suggest_columns(table, rules.features, Role.FACILITATOR)
    plan = importing.analyse(table, columns, rules)
    request = importing.ImportRequest(
        plan=plan,
        columns=columns,
        rules=rules,
        choices={},
        purpose="Tafels",
        keep_until=date(2027, 3, 2),
        file_sha256="",
        role=Role.FACILITATOR,
    )

    house.importing.keep(process, request)

    first = house.people.lines(process, Role.FACILITATOR)[1]
    with house.workspace.context.work.reading() as store:
        kept = store.one(Facilitator, participation_id=first.participation_id)
    assert len(house.people.lines(process)) == 40
    assert (first.name, first.features) == ("Joris Hartkamp", {})
    assert (kept.languages, kept.skills) == (("Nederlands", "Engels"), ("ervaren",))


def test_people_who_were_invited_begin_their_story_there(house, process, people_sheet):
    request = people_sheet.request(house, process, "naam\nAna\nBo\n", state=State.INVITED)

    house.importing.keep(process, request)

    story = house.people.story(house.people.lines(process)[0].participation_id)
    assert [line.kind for line in story.story] == [EventKind.INVITED]


def test_two_people_at_one_address_share_a_household(house, process, people_sheet):
    text = "naam;adres;postcode\nAna;Dorpsstraat 1;1234 AB\nBo;Dorpsstraat 1;1234 AB\n"
    request = people_sheet.request(house, process, text)

    house.importing.keep(process, request)

    from burgertop_app.domain.people import Household, Person

    with house.workspace.context.work.reading() as store:
        (home,) = store.find(Household)
        assert {person.household_id for person in store.find(Person)} == {home.id}


def test_consent_in_a_column_is_kept_with_the_person(house, process, people_sheet):
    text = "nummer;naam;Naam in advies?\n1;Ana Vos;ja\n2;Bo de Wit;nee\n3;Cees Blom;20-02-2026"

    house.importing.keep(process, people_sheet.request(house, process, text))

    stories = [house.people.story(line.participation_id) for line in house.people.lines(process)]
    assert [[kept.given_on for kept in story.naming] for story in stories] == [
        [date(2026, 3, 2)],
        [],
        [date(2026, 2, 20)],
    ]
