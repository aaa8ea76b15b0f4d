from pathlib import Path

import pytest

from burgertop_app.domain.cards_import import CardColumns, CardField, CardRules
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.importing import SKIP_ROW, Fix, value
from burgertop_app.domain.sheets import table
from burgertop_app.exchange.card_sheet import analyse, apply, suggest
from burgertop_app.exchange.workbooks import read_table
from burgertop_app.messages.errors import sentence
from burgertop_app.messages.importing import problem_words

RULES = CardRules(
    kinds=("aanbeveling", "tip", "vraag"), addressees=("gemeente", "bewoners"), taken=frozenset({"9-1"})
)
SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "cards.csv"


def planned(header, *rows, rules=RULES):
    read = table("kaarten.csv", [header.split(";"), *(row.split(";") for row in rows)])
    return analyse(read, suggest(read), rules)


def cards(header, *rows, choices=None):
    return apply(planned(header, *rows), RULES, choices or {})


def only_problem(header, *rows):
    (problem,) = planned(header, *rows).problems
    assert problem_words(problem)
    return problem


def test_all_columns_are_read():
    (card,), summary = cards(
        "nummer;tekst;tafel;ronde;soort;voor;thema;aantal;notitie",
        "1-01;Meer groen (2x);tafel 3;2;Tip;Gemeente;Natuur;;x",
    )

    assert (card.label, card.text, card.times, card.table_no, card.round_no) == (
        "1-01",
        "Meer groen",
        2,
        3,
        2,
    )
    assert (card.kind, card.addressee, card.theme) == ("tip", "gemeente", "Natuur")
    assert (summary.rows, summary.taken_over) == (1, 1)


def test_longest_column_is_the_text_when_no_header_tells():
    read = table("a.csv", [["kolom1", "kolom2"], ["a", "Een hele zin over groen"]])

    assert suggest(read).uses == (CardField.IGNORE, CardField.TEXT)


@pytest.mark.parametrize(
    ("header", "row", "code", "proposal"),
    [
        ("tekst;nummer", ";1", "text_blank", SKIP_ROW),
        ("tekst", "mijn bsn is 123456782", "text_has_bsn", None),
        ("tekst;tafel", "a;groot", "place_wrong", None),
        ("tekst;ronde", "a;0", "place_wrong", None),
        ("tekst;aantal", "a;veel", "count_wrong", value("1")),
        ("tekst;aantal", "a (2x);3", "count_differs", None),
        ("tekst;soort", "a;aanbevelng", "value_unknown", value("aanbeveling")),
        ("tekst;voor", "a;provincie", "value_unknown", None),
        ("tekst;nummer", "a;9-1", "number_taken", None),
    ],
)
def test_problem_comes_with_its_fix(header, row, code, proposal):
    problem = only_problem(header, row)

    assert (problem.row, problem.finding.code, problem.finding.proposal) == (2, code, proposal)


def test_number_twice_names_the_first_row():
    problem = only_problem("nummer;tekst", "1;a", "1;b")

    assert (problem.row, problem.finding.params, problem.finding.fix) == (3, (("row", 2),), Fix.CHOOSE)


def test_bsn_in_a_card_is_not_shown():
    assert "123456782" not in repr(only_problem("tekst", "mijn bsn is 123456782"))


def test_card_without_words_is_skipped_unless_they_are_typed():
    problem = only_problem("tekst;tafel", ";1")

    assert cards("tekst;tafel", ";1")[0] == ()
    typed, _ = cards("tekst;tafel", ";1", choices={problem.key: value("Meer groen (3x)")})
    assert (typed[0].text, typed[0].times) == ("Meer groen", 3)


def test_count_in_text_and_column_that_agree_is_no_problem():
    (card,), _ = cards("tekst;aantal", "a (2x);2")

    assert (card.text, card.times) == ("a", 2)


def test_nothing_is_taken_over_while_a_choice_is_open():
    with pytest.raises(NotPossible):
        cards("tekst;voor", "a;gemeente", "b;provincie")


def test_two_cards_never_get_one_number():
    problem = only_problem("nummer;tekst", "1;a", ";b")

    with pytest.raises(InvalidInput, match="import_number_twice"):
        cards("nummer;tekst", "1;a", ";b", choices={problem.key: value("1")})


def test_typed_value_is_checked():
    problem = only_problem("tekst;tafel", "a;groot")

    with pytest.raises(InvalidInput, match="import_value"):
        cards("tekst;tafel", "a;groot", choices={problem.key: value("nog groter")})


@pytest.mark.parametrize(
    ("uses", "code"),
    [
        ((CardField.TEXT, CardField.TEXT), "import_column_twice"),
        ((CardField.NUMBER, CardField.IGNORE, CardField.IGNORE), "import_no_text"),
    ],
)
def test_columns_that_cannot_be_are_refused(uses, code):
    with pytest.raises(InvalidInput, match=code) as caught:
        CardColumns(uses)

    assert sentence(caught.value)


def test_sheet_with_a_bsn_column_is_refused():
    with pytest.raises(InvalidInput, match="bsn_column"):
        planned("tekst;bsn", "a;1")


def test_sample_cards_are_read_without_a_question():
    read = read_table(SAMPLE)
    plan = analyse(read, suggest(read), CardRules())

    made, _ = apply(plan, CardRules(), {})

    assert [problem.finding.code for problem in plan.problems] == []
    assert len(made) == len(read.rows) >= 140
    assert all(card.theme or card.kind for card in made)


def test_a_column_called_text_goes_before_one_called_card():
    read = table("kaarten.csv", [["Kaart", "Tekst"], ["3-1", "Meer groen in de straat"]])

    assert suggest(read).uses == (CardField.IGNORE, CardField.TEXT)
