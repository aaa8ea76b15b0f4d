from datetime import date

import pytest

from burgertop_app.domain.errors import Cancelled, InvalidInput, NotPossible
from burgertop_app.domain.importing import EMPTY, KEEP, NEW_NUMBER, SEPARATE, SKIP_ROW, Fix, value
from burgertop_app.domain.people import NeedKind
from burgertop_app.domain.people_import import Columns, Field, Rules, Use, person_key
from burgertop_app.domain.sheets import table
from burgertop_app.exchange.people_columns import suggest, suggested_uses
from burgertop_app.exchange.people_sheet import analyse, apply
from burgertop_app.messages.errors import sentence
from burgertop_app.messages.importing import problem_words, summary_words

FEATURES = {
    "leeftijd": ("16-29", "30-44", "45-64", "65+"),
    "opleiding": ("praktisch", "middelbaar", "theoretisch"),
    "wijk": ("Oosterpolder", "Havenwijk", "Centrum"),
    "geslacht": ("man", "vrouw", "anders"),
    "wonen": ("huur", "koop"),
}
RULES = Rules(today=date(2026, 6, 1), features=FEATURES)


def sheet(header, *rows):
    return table("mensen.csv", [header.split(";"), *(row.split(";") for row in rows)])


def planned(header, *rows, rules=RULES):
    read = sheet(header, *rows)
    columns = suggest(read, rules.features)
    return analyse(read, columns, rules), columns


def only_problem(header, *rows, rules=RULES):
    plan, _ = planned(header, *rows, rules=rules)
    assert len(plan.problems) == 1
    assert problem_words(plan.problems[0])
    return plan.problems[0]


def people(header, *rows, choices=None, rules=RULES):
    plan, columns = planned(header, *rows, rules=rules)
    return apply(plan, columns, rules, choices or {})


def fields(header, *rows, features=()):
    return [(use.field, use.feature) for use in suggested_uses(sheet(header, *rows), features)]


def test_dutch_headers_are_recognised():
    found = fields(
        "Nr.;Voornaam;Tussenvoegsel;Achternaam;Straat;Huisnummer;Toevoeging;Postcode;Woonplaats;E-mailadres;"
        "Tel. nr;Gender;Geboortedatum;Behoefte;Kanaal;Opmerking",
        "1;Jan;de;Boer;Spui;1;a;1234AB;Waterrijk;j@b.nl;0612345678;v;1-1-1960;tolk;brief;iets",
        features=["geslacht", "leeftijd"],
    )

    assert [kind for kind, _ in found] == [
        *(Field.NUMBER, Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME, Field.ADDRESS),
        *(Field.HOUSE_NUMBER, Field.ADDITION, Field.POSTCODE, Field.PLACE, Field.EMAIL, Field.PHONE),
        *(Field.FEATURE, Field.FEATURE, Field.NEED, Field.CHANNEL, Field.IGNORE),
    ]
    assert [feature for _, feature in found if feature] == ["geslacht", "leeftijd"]


def test_english_headers_of_the_field_are_recognised():
    found = fields("id;name;address;zip;geslacht;herkomst", "p0;a;straat 1;1234AB;vrouw;Europa")

    assert found == [
        *((Field.NUMBER, ""), (Field.NAME, ""), (Field.ADDRESS, ""), (Field.POSTCODE, "")),
        *((Field.FEATURE, "geslacht"), (Field.FEATURE, "herkomst")),
    ]


def test_cells_tell_what_a_strange_header_holds():
    found = fields(
        "naam;kolom1;kolom2;kolom3;hobby;uniek",
        *(
            f"n{i};a{i}@b.nl;1234 AB;06-1234567{i % 10};{'schaken' if i % 2 else 'dammen'};w{i}"
            for i in range(9)
        ),
    )

    assert [kind for kind, _ in found[1:]] == [
        *(Field.EMAIL, Field.POSTCODE, Field.PHONE, Field.FEATURE, Field.IGNORE)
    ]


def test_second_column_for_one_thing_is_ignored():
    assert [kind for kind, _ in fields("naam;name;mobiel;telefoon", "a;b;1;2")] == [
        *(Field.NAME, Field.IGNORE, Field.PHONE, Field.IGNORE)
    ]


@pytest.mark.parametrize(
    ("uses", "code"),
    [
        ((Use(Field.NAME), Use(Field.NAME)), "import_column_twice"),
        ((Use(Field.NAME), Use(Field.FEATURE, "wijk"), Use(Field.FEATURE, "Wijk")), "import_column_twice"),
        ((Use(Field.EMAIL), Use(Field.IGNORE), Use(Field.IGNORE)), "import_nobody"),
    ],
)
def test_columns_that_cannot_be_are_refused(uses, code):
    with pytest.raises(InvalidInput, match=code) as caught:
        Columns(uses)

    assert sentence(caught.value)


def test_feature_column_needs_a_name():
    with pytest.raises(InvalidInput, match="import_feature_name"):
        Use(Field.FEATURE, " ")


def test_good_rows_become_people():
    (person,), summary = people(
        "nummer;voornaam;tussenvoegsel;achternaam;straat;huisnummer;toevoeging;postcode;plaats;email;wijk;tolk;kanaal",
        "p1;Jan;de;Boer;Spui;1;a;1234ab;Waterrijk;J@b.nl;centrum;ja;brief",
    )

    assert (person.number, person.name, person.address) == ("p1", "Jan de Boer", "Spui 1 a")
    assert (person.postcode, person.place, person.email) == ("1234 AB", "Waterrijk", "J@b.nl")
    assert (person.features, person.needs) == ({"wijk": "Centrum"}, {NeedKind.INTERPRETER: ""})
    assert (person.channel, person.household, person.row) == ("brief", "1234AB 1-A", 2)
    assert (summary.rows, summary.taken_over, summary.skipped, summary.fixed) == (1, 1, 0, 0)
    assert summary_words(summary)


@pytest.mark.parametrize(
    ("feature", "cell", "becomes"),
    [
        ("wijk", "Oosterplder", "Oosterpolder"),
        ("wijk", "Haven wijk", "Havenwijk"),
        ("opleiding", "mbo-4", "middelbaar"),
        ("opleiding", "HBO", "theoretisch"),
        ("opleiding", "vmbo", "praktisch"),
        ("opleiding", "MBO niv. 2", "praktisch"),
        ("geslacht", "x", "anders"),
        ("wonen", "sociale huur", "huur"),
    ],
)
def test_unknown_value_comes_with_a_proposal(feature, cell, becomes):
    problem = only_problem(f"naam;{feature}", f"a;{cell}")

    assert (problem.row, problem.column, problem.value) == (2, feature, cell)
    assert (problem.finding.fix, problem.finding.proposal) == (Fix.PROPOSAL, value(becomes))
    assert people(f"naam;{feature}", f"a;{cell}")[0][0].features == {feature: becomes}


@pytest.mark.parametrize(
    ("feature", "cell", "code"),
    [
        ("wijk", "Xanadu", "value_unknown"),
        ("wijk", "", "value_blank"),
        ("leeftijd", "1067", "age_unknown"),
        ("leeftijd", "12", "too_young"),
        ("leeftijd", "1-1-2020", "too_young"),
        ("leeftijd", "31-2-1970", "no_such_date"),
        ("leeftijd", "1-1-2030", "no_such_date"),
        ("leeftijd", "2999", "age_unknown"),
        ("leeftijd", "oud", "age_unknown"),
    ],
)
def test_what_cannot_be_guessed_must_be_chosen(feature, cell, code):
    problem = only_problem(f"naam;{feature}", f"a;{cell}")

    assert (problem.finding.code, problem.finding.fix) == (code, Fix.CHOOSE)
    assert {SKIP_ROW, EMPTY} < set(problem.finding.choices)


@pytest.mark.parametrize(
    ("cell", "group"),
    [("29", "16-29"), ("66 jaar", "65+"), ("1-6-1996", "30-44"), ("2-6-1996", "16-29"), ("1950", "65+")],
)
def test_age_and_birth_become_the_group(cell, group):
    plan, columns = planned("naam;leeftijd", f"a;{cell}")

    assert (plan.problems, plan.converted) == ((), 1)
    assert apply(plan, columns, RULES, {})[0][0].features == {"leeftijd": group}


def test_year_of_birth_between_two_groups_is_proposed_and_not_decided():
    problem = only_problem("naam;geboortejaar", "a;1996")

    assert (problem.finding.code, problem.finding.proposal) == ("birth_year_between", value("16-29"))


def test_without_known_values_those_of_the_file_are_taken_over_in_their_usual_spelling():
    rules = Rules(today=RULES.today)
    made, _ = people("naam;wijk", "a;Noord", "b;noord", "c;Noord", "d;", rules=rules)

    assert [person.features["wijk"] for person in made] == ["Noord", "Noord", "Noord", ""]


def test_too_young_is_seen_without_known_groups():
    problem = only_problem("naam;leeftijd", "a;12", rules=Rules(today=RULES.today))

    assert problem.finding.code == "too_young"


def test_blank_number_becomes_a_new_one():
    made, _ = people("nummer;naam", "p1;a", ";b")

    assert [person.number for person in made] == ["p1", ""]


def test_number_twice_names_the_first_row_and_must_be_chosen():
    problem = only_problem("nummer;naam", "p30;a", "P30;b")

    assert (problem.row, problem.finding.code, problem.finding.params) == (3, "number_twice", (("row", 2),))
    assert problem.finding.fix is Fix.CHOOSE


def test_number_in_use_must_be_chosen():
    rules = Rules(today=RULES.today, taken=frozenset({"p1"}))

    assert only_problem("nummer;naam", "p1;a", rules=rules).finding.code == "number_taken"


@pytest.mark.parametrize(
    ("cell", "code", "proposal"),
    [
        ("p 1", "number_wrong", value("p1")),
        ("jan@b.nl", "number_is_email", NEW_NUMBER),
        ("éé", "number_wrong", NEW_NUMBER),
        ("a" * 17, "number_wrong", NEW_NUMBER),
        ("123456782", "number_is_bsn", NEW_NUMBER),
    ],
)
def test_number_that_may_not_be_is_replaced(cell, code, proposal):
    problem = only_problem("nummer;naam", f"{cell};a")

    assert (problem.finding.code, problem.finding.proposal) == (code, proposal)


def test_a_bsn_is_never_shown_nor_accepted():
    problem = only_problem("nummer;naam", "123456782;a")

    assert "123456782" not in repr(problem)
    with pytest.raises(InvalidInput, match="import_choice"):
        people("nummer;naam", "123456782;a", choices={problem.key: value("123456782")})


def test_sheet_with_a_bsn_column_is_refused_even_when_ignored():
    read = sheet("naam;BSN", "a;1")

    with pytest.raises(InvalidInput, match="bsn_column"):
        analyse(read, Columns((Use(Field.NAME), Use(Field.IGNORE))), RULES)


@pytest.mark.parametrize(
    ("cell", "code", "proposal"),
    [
        ("z.celik@", "email_incomplete", None),
        ("geen", "email_incomplete", None),
        ("jan@gmail,com", "email_wrong", value("jan@gmail.com")),
        ("jan @ b.nl", "email_wrong", value("jan@b.nl")),
    ],
)
def test_email_that_is_not_complete(cell, code, proposal):
    problem = only_problem("naam;e-mail", f"a;{cell}")

    assert (problem.finding.code, problem.finding.proposal) == (code, proposal)


def test_same_address_is_a_household_unless_the_organiser_says_not():
    rows = ("naam;adres", "a;Dorpsstr. 12-II", "b;Dorpsstraat 12 II")
    problem = only_problem(*rows)

    together, _ = people(*rows)
    apart, _ = people(*rows, choices={problem.key: SEPARATE})

    assert (problem.row, problem.finding.code, problem.finding.params) == (3, "same_address", (("row", 2),))
    assert together[0].household == together[1].household != ""
    assert [bool(person.household) for person in apart] == [True, False]


def test_same_person_twice_must_be_chosen():
    rows = ("naam;adres", "Jan de Boer;Spui 1", "jan deboer;Spui 1")
    problem = only_problem(*rows)

    assert problem.finding.code == "person_twice"
    assert len(people(*rows, choices={problem.key: SKIP_ROW})[0]) == 1
    assert len(people(*rows, choices={problem.key: KEEP})[0]) == 2


def test_person_already_in_the_process_must_be_chosen():
    rules = Rules(today=RULES.today, known_people=frozenset({person_key("Jan", "", "j@b.nl")}))

    assert only_problem("naam;email", "Jan;J@b.nl", rules=rules).finding.code == "person_known"


def test_blank_name_must_be_chosen_and_may_be_typed():
    problem = only_problem("voornaam;achternaam;email", ";;a@b.nl")

    made, _ = people("voornaam;achternaam;email", ";;a@b.nl", choices={problem.key: value("Jan")})

    assert made[0].name == "Jan"


def test_needs_are_read_from_ticks_and_from_words():
    made, _ = people(
        "naam;tolk;rolstoel;behoefte",
        "a;ja;nee;",
        "b;;x;ringleiding en rust",
        "c;;;zonder noten",
        "d;0;;geen",
    )

    assert made[0].needs == {NeedKind.INTERPRETER: ""}
    assert made[1].needs == {NeedKind.WHEELCHAIR: "", NeedKind.HEARING: "ringleiding en rust"}
    assert made[2].needs == {NeedKind.OTHER: "zonder noten"}
    assert made[3].needs == {}


def test_nothing_is_taken_over_while_a_choice_is_open():
    with pytest.raises(NotPossible) as caught:
        people("naam;wijk", "a;Centrum", "b;", "c;Xanadu")

    assert caught.value.params == {"count": 2, "row": 3, "column": "wijk"}


def test_skipped_row_needs_no_other_choice():
    plan, columns = planned("naam;wijk;leeftijd", "a;Xanadu;12")
    first, _ = plan.problems

    made, summary = apply(plan, columns, RULES, {first.key: SKIP_ROW})

    assert (made, summary.skipped, plan.good) == ((), 1, 0)


@pytest.mark.parametrize("typed", ["Xanadu", ""])
def test_choice_that_was_not_offered_is_refused(typed):
    problem = only_problem("naam;wijk", "a;Xanadu")

    with pytest.raises(InvalidInput, match="import_choice"):
        people("naam;wijk", "a;Xanadu", choices={problem.key: value(typed)})


def test_typed_value_is_checked_as_one_from_the_file():
    problem = only_problem("naam;email", "a;z@")

    with pytest.raises(InvalidInput, match="import_value"):
        people("naam;email", "a;z@", choices={problem.key: value("z@b")})
    assert people("naam;email", "a;z@", choices={problem.key: value(" z@b.nl ")})[0][0].email == "z@b.nl"


def test_two_people_never_get_one_number():
    problem = only_problem("nummer;naam", "p1;a", ";b")

    with pytest.raises(InvalidInput) as caught:
        people("nummer;naam", "p1;a", ";b", choices={problem.key: value("P1")})

    assert (caught.value.code, caught.value.params["row"]) == ("import_number_twice", 3)


def test_one_answer_serves_all_problems_alike():
    plan, _ = planned("naam;wijk", "a;Xanadu", "b;Xanadu", "c;")

    assert [problem.row for problem in plan.alike(plan.problems[0])] == [2, 3]


def test_cancel_stops_the_analysis():
    class Stop:
        def checkpoint(self, *_):
            raise Cancelled

    read = sheet("naam", "a")
    with pytest.raises(Cancelled):
        analyse(read, suggest(read), RULES, Stop())


def test_fifty_thousand_rows_are_analysed():
    rows = [
        f"p{i};n{i};Straat {i % 9000};1{i % 900 + 100} AB;a{i}@b.nl;{16 + i % 70};mbo-{i % 4 + 1};Centrm"
        for i in range(50_000)
    ]
    read = sheet("nummer;naam;adres;postcode;email;leeftijd;opleiding;wijk", *rows)

    plan = analyse(read, suggest(read, FEATURES), RULES)

    assert len(plan.drafts) == 50_000
