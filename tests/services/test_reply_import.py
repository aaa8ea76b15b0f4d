"""A sheet of a web form matched on codes, and an import that leaves again."""

from __future__ import annotations

import pytest

from burgertop_app.domain.address_list import AreaPlan, InviteRequest, ListColumns
from burgertop_app.domain.drawing import QuotaEntry, QuotaForm
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.importing import KEEP, OTHER, REPLACE, SKIP_ROW, value
from burgertop_app.domain.inviting import Invitation, MailKind
from burgertop_app.domain.people import Contact, Household, ImportBatch, Person, State
from burgertop_app.domain.people_import import Field
from burgertop_app.domain.registration import ReplyForm
from burgertop_app.domain.requests import Keeping
from burgertop_app.domain.sheets import table as sheet_table
from burgertop_app.services import importing, inviting
from burgertop_app.services.importing import ImportRequest, Source
from burgertop_app.services.inviting import LettersAsked, ListAsked

HEADER = "code;doet mee;naam;wijk;opleiding"


@pytest.fixture
def letters(house, process):
    """Six letters: code, name and area of each."""
    entries = tuple(
        QuotaEntry(feature=feature, value=value, low=0, high=30)
        for feature, value in (
            ("wijk", "Noord"),
            ("wijk", "Zuid"),
            ("opleiding", "praktisch"),
            ("opleiding", "theoretisch"),
        )
    )
    house.drawing.set_quotas(process, QuotaForm(lines=entries))
    rows = [(f"Ana Bewoner{no}", f"Kade {no}", ("Noord", "Zuid")[no % 2]) for no in range(1, 13)]
    listed = sheet_table("lijst.csv", [("Naam", "Straat", "Wijk"), *rows])
    asked = ListAsked(listed, ListColumns(inviting.suggest_list(listed)), house.inviting.rules(process), "")
    found = inviting.read_list(asked)
    plan = tuple(AreaPlan(*area) for area in found.areas)
    drawn = inviting.draw_letters(LettersAsked(found, plan, 6))
    keeping = Keeping("Uitnodigen", house.people.keeping(process).keep_until)
    house.inviting.make(
        process,
        InviteRequest(listed=found, plan=plan, drawn=drawn, keeping=keeping, area_feature="wijk"),
    )
    return house.mailings.letters(process, MailKind.INVITATION)


def analysed(house, process, rows):
    text = "\n".join([HEADER, *rows])
    opened = importing.open_source(Source(text=text, name="formulier.csv", delimiter=";"))
    rules = house.importing.rules(process)
    columns = importing.suggest_columns(opened.table, rules.features)
    return importing.analyse(opened.table, columns, rules), columns, rules


def keep(house, process, rows, choices=()):
    plan, columns, rules = analysed(house, process, rows)
    wanted = dict(choices)
    given = {
        problem.key: wanted[problem.finding.code]
        for problem in plan.problems
        if problem.finding.code in wanted
    }
    keeping = house.people.keeping(process)
    return house.importing.keep(
        process,
        ImportRequest(
            plan=plan,
            columns=columns,
            rules=rules,
            choices=given,
            purpose="Loting",
            keep_until=keeping.keep_until,
            file_sha256="",
        ),
    )


def row(letter, **given):
    told = {
        "code": letter.code,
        "answer": "ja",
        "name": letter.name,
        "area": letter.area,
        "school": "theoretisch",
    }
    return ";".join((told | given).values())


def codes_of(plan):
    return [problem.finding.code for problem in plan.problems]


def stored(house, kind):
    with house.workspace.context.work.reading() as store:
        return store.find(kind)


def test_column_of_codes_is_recognised_by_its_cells(house, process, letters):
    _plan, columns, _rules = analysed(house, process, [row(letter) for letter in letters])

    assert [use.field for use in columns.uses][:2] == [Field.CODE, Field.ANSWER]


def test_row_with_a_code_registers_who_was_invited_and_one_without_adds_somebody(house, process, letters):
    keep(
        house, process, [row(letters[0]), ";ja;Vrije Aanmelder;Zuid;praktisch", row(letters[1], answer="nee")]
    )

    states = {line.name: line.state for line in house.people.lines(process)}
    assert len(states) == 7
    assert states[letters[0].name] is states["Vrije Aanmelder"] is State.REGISTERED
    assert states[letters[1].name] is State.DECLINED


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"code": "ABCDEFGJ"}, "code_wrong"),
        ({"code": "22222222"}, "code_unknown"),
        ({"answer": "misschien"}, "answer_unknown"),
        ({"name": "Bo Iemand"}, "other_person"),
        ({"area": "?"}, "value_unknown"),
    ],
)
def test_row_that_is_not_right_asks_for_a_choice(house, process, letters, given, code):
    rows = [row(letters[1]), row(letters[2]), row(letters[0], **given)]
    plan, _columns, _rules = analysed(house, process, rows)

    assert codes_of(plan) == [code]
    assert plan.problems[0].row == 4


def test_who_declines_is_asked_nothing_more(house, process, letters):
    plan, _columns, _rules = analysed(
        house, process, [row(letters[1]), row(letters[0], answer="nee", area="?", school="", name="")]
    )

    assert codes_of(plan) == []


def test_no_without_a_code_is_left_out(house, process, letters):
    plan, _columns, _rules = analysed(house, process, [row(letters[1]), row(letters[2]), ";nee;;;"])

    assert codes_of(plan) == ["declines_without_code"]
    assert plan.unanswered({}) == ()


def test_same_code_twice_shows_the_difference_and_the_later_row_can_count(house, process, letters):
    rows = [row(letters[0], school="praktisch"), row(letters[1]), row(letters[0], school="theoretisch")]
    plan, _columns, _rules = analysed(house, process, rows)
    assert dict(plan.problems[0].finding.params) == {"row": 2, "differs": "opleiding"}

    keep(house, process, rows, [("code_twice", REPLACE)])

    told = {
        line.name: line.features["opleiding"]
        for line in house.people.lines(process)
        if line.features.get("opleiding")
    }
    assert told == {letters[0].name: "theoretisch", letters[1].name: "theoretisch"}


@pytest.mark.parametrize(("choice", "state"), [(SKIP_ROW, State.DECLINED), (REPLACE, State.REGISTERED)])
def test_letter_that_was_answered_before_keeps_one_reply(house, process, letters, choice, state):
    house.replying.record(process, ReplyForm(code=letters[0].code, declines=True))

    keep(house, process, [row(letters[1]), row(letters[0])], [("code_answered", choice)])

    states = {line.name: line.state for line in house.people.lines(process)}
    assert states[letters[0].name] is state


def test_difference_with_the_list_waits_unless_it_was_settled(house, process, letters):
    other = {"Noord": "Zuid", "Zuid": "Noord"}[letters[0].area]
    rows = [row(letters[1]), row(letters[0], area=other)]

    change, _summary = keep(house, process, rows)
    assert len(house.registration.view(process).doubts) == 1

    house.importing.take_back(change.id)
    keep(house, process, rows, [("list_differs", value(other))])
    assert house.registration.view(process).doubts == ()


@pytest.mark.parametrize(("choice", "people"), [(KEEP, 6), (OTHER, 7)])
def test_other_name_is_the_same_person_or_somebody_else(house, process, letters, choice, people):
    keep(house, process, [row(letters[1]), row(letters[0], name="Bo Iemand")], [("other_person", choice)])

    assert len(house.people.lines(process)) == people


def test_import_with_replies_leaves_again_and_letters_are_open(house, process, letters):
    before = [(line.name, line.state, line.features) for line in house.people.lines(process)]
    change, _summary = keep(
        house, process, [row(letters[0]), ";ja;Vrije Aanmelder;Zuid;praktisch", row(letters[1], answer="nee")]
    )

    house.importing.take_back(change.id)

    assert [(line.name, line.state, line.features) for line in house.people.lines(process)] == before
    assert {letter.answer for letter in stored(house, Invitation)} == {"none"}


def test_import_leaves_again_without_a_trace(house, process, people_sheet):
    change, _summary = people_sheet.bring(house, process, 300)

    house.importing.take_back(change.id)

    for kind in (Person, Contact, Household, ImportBatch):
        assert stored(house, kind) == ()
    assert house.people.lines(process) == ()


def test_import_of_whom_a_draw_was_made_stays(house, process, people_sheet):
    from burgertop_app.domain.drawing import DrawRequest
    from burgertop_app.domain.progress import UNHEARD
    from burgertop_app.services import draw_calculating

    change, _summary = people_sheet.bring(house, process, 40)
    house.drawing.set_quotas(
        process, QuotaForm(lines=(QuotaEntry(feature="wijk", value="Noord", low=0, high=30),))
    )
    given = house.drawing.prepare(DrawRequest(process_id=process, seats=5))
    house.drawing.keep(given, draw_calculating.calculate(given, UNHEARD))

    with pytest.raises(NotPossible, match="people_in_use"):
        house.importing.take_back(change.id)

    assert len(house.people.lines(process)) == 40


def test_values_put_right_are_counted_and_households_are_not(house, process):
    text = "nummer;naam;adres;postcode;e-mail\n1;Ana;Kade 1;1234 AB;ana@x\n2;Bo;Kade 1;1234AB;bo@example.org"
    opened = importing.open_source(Source(text=text, name="m.csv", delimiter=";"))
    rules = house.importing.rules(process)
    columns = importing.suggest_columns(opened.table, ())
    plan = importing.analyse(opened.table, columns, rules)
    choices = {problem.key: problem.finding.choices[0] for problem in plan.unanswered({})}

    summary = importing.rehearse(
        ImportRequest(
            plan=plan,
            columns=columns,
            rules=rules,
            choices=choices,
            purpose="Loting",
            keep_until=rules.today,
            file_sha256="",
        )
    )

    assert codes_of(plan) == ["email_incomplete", "same_address"]
    assert summary.fixed == 1
