"""A vote over a budget: projects from proposals or a file, a rule fixed beforehand, papers, and the count.

Long because every way in and out of one vote begins with the same projects and papers.
"""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from burgertop_app.domain.budget_views import BudgetForm, PaperReading, PaperTrouble, apart, ceilings, cents
from burgertop_app.domain.budgeting import BudgetRule, Completion
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewProposal, PersonForm
from burgertop_app.messages.budget_votes import reading_words
from burgertop_app.services.budget_files import CountRequest, count_from_files
from burgertop_app.services.budgets import count_all
from burgertop_app.services.printing.rendering import render

FORM = BudgetForm("Wijkgeld", 40_000_00, BudgetRule.EQUAL_SHARES, Completion.ADD1U)
PB = """META
key;value
description;Dorpsgeld
budget;100
vote_type;{kind}
PROJECTS
project_id;cost;name;area
a;60;Bankje;Noord
b;50;Boom;Zuid
VOTES
voter_id;vote
1;a{more}
2;b
"""


@pytest.fixture
def proposals(house, process):
    """Four projects of ten to twenty thousand euros and one without a cost."""
    made = []
    for title, cost in (
        ("Speeltuin", 20_000),
        ("Bomen", 10_000),
        ("Fietspad", 20_000),
        ("Buurthuis", 10_000),
    ):
        made.append(house.proposals.add(process, NewProposal(title=title, cost=cost)).id)
    house.proposals.add(process, NewProposal(title="Zonder bedrag"))
    return made


@pytest.fixture
def budget(house, process, proposals):
    return house.budgets.begin(process, FORM).id


@pytest.fixture
def sheet(tmp_path):
    def written(text, name="briefjes.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def cast(house, budget, sheet):
    """Six papers on an open vote: four for 1 and 3, two for 2 and 4."""
    house.budgets.open(budget)
    rows = [f"{one};x;;x;" if one <= 4 else f"{one};;1;;ja" for one in range(1, 7)]
    path = sheet("\n".join(["stemmer;1;2;3;4", *rows]))
    house.budgets.take_in(budget, house.budgets.look(budget, path, UNHEARD))
    return budget


def columns(house, process):
    return count_all(house.budgets.view(process).problem, UNHEARD)


def paid(house, process):
    """Per way of counting the codes of what is paid."""
    view = house.budgets.view(process)
    codes = [project.code for project in view.problem.projects]
    return [sorted(codes[one] for one in column.outcome.winners) for column in columns(house, process)]


def test_projects_are_the_proposals_with_a_cost(house, process, budget):
    view = house.budgets.view(process)

    assert [(line.code, line.name, line.cents) for line in view.lines] == [
        ("1", "Speeltuin", 2_000_000),
        ("2", "Bomen", 1_000_000),
        ("3", "Fietspad", 2_000_000),
        ("4", "Buurthuis", 1_000_000),
    ]
    assert not view.fixed


def test_nothing_can_be_voted_on_without_a_cost(house, process):
    house.proposals.add(process, NewProposal(title="Zonder bedrag"))

    with pytest.raises(InvalidInput) as error:
        house.budgets.begin(process, FORM)

    assert error.value.code == "budget_no_projects"


def test_papers_wait_until_the_rule_is_fixed(house, budget, sheet):
    reading = house.budgets.look(budget, sheet("stemmer;1;2\n1;x;\n"), UNHEARD)

    with pytest.raises(NotPossible) as error:
        house.budgets.take_in(budget, reading)

    assert error.value.code == "budget_not_open"


def test_what_changed_since_is_not_put_to_the_vote(house, process, budget):
    first, second = house.proposals.lines(process)[:2]
    house.proposals.withdraw(first.proposal.id, "te duur")
    house.proposals.describe(replace(second.proposal, cost=999))

    with pytest.raises(NotPossible) as error:
        house.budgets.open(budget)

    assert (error.value.code, error.value.params) == ("budget_changed", {"numbers": "1, 2"})
    assert not house.budgets.view(process).fixed


def test_what_is_fixed_cannot_change_and_has_a_mark(house, process, budget):
    house.budgets.edit(budget, BudgetForm("Wijkgeld", 50_000_00))
    house.budgets.open(budget)

    for change in (lambda: house.budgets.edit(budget, FORM), lambda: house.budgets.open(budget)):
        with pytest.raises(NotPossible) as error:
            change()
        assert error.value.code == "budget_fixed"
    view = house.budgets.view(process)
    assert view.budget.cents == 50_000_00
    assert len(view.budget.sha256) == 64


def test_the_ways_of_counting_stand_side_by_side(house, process, cast):
    first, none, raised, rest = paid(house, process)

    assert first == ["1", "3"]
    assert (len(set(none) & {"1", "3"}), len(set(none) & {"2", "4"})) == (1, 1)
    assert raised == rest
    assert set(raised) > {"2", "4"}


def test_most_votes_first_leaves_a_third_with_nothing_and_equal_shares_do_not(house, process, cast):
    first, *_others, last = columns(house, process)

    assert first.represented.nothing == 2
    assert last.represented.nothing == 0
    assert [one.stands(house.budgets.view(process).budget) for one in columns(house, process)] == [
        *(False, False, True, False)
    ]


def test_rows_that_cannot_be_used_are_listed_and_the_others_are_kept(house, cast, sheet):
    text = "stemmer;1;2\n1;x;\n10;x;\n10;;x\nJan;x;\n11;misschien;\n12;0;0\n"

    reading = house.budgets.look(cast, sheet(text, "meer.csv"), UNHEARD)

    assert [(one.row, one.trouble) for one in reading.problems] == [
        (2, PaperTrouble.BEFORE),
        (4, PaperTrouble.TWICE),
        (5, PaperTrouble.VOTER),
        (6, PaperTrouble.MARK),
    ]
    assert reading.papers == (("10", ("1",)), ("12", ()))


def test_a_list_of_numbers_is_read_too_and_a_number_that_is_not_there_is_told(house, budget, sheet):
    reading = house.budgets.look(budget, sheet("nummer;stem\n1;1,3\n2;9\n"), UNHEARD)

    assert reading.papers == (("1", ("1", "3")),)
    assert [(one.row, one.trouble, one.value) for one in reading.problems] == [(3, PaperTrouble.PROJECT, "9")]


def test_a_sheet_without_voters_is_refused(house, budget, sheet):
    with pytest.raises(InvalidInput) as error:
        house.budgets.look(budget, sheet("naam;1;2\nJan;x;\n"), UNHEARD)

    assert error.value.code == "budget_sheet_columns"


def test_papers_that_were_withdrawn_no_longer_count(house, process, cast):
    house.budgets.withdraw_intake(house.budgets.view(process).intakes[0].id, "Verkeerde doos")

    view = house.budgets.view(process)
    assert (view.papers, view.problem) == (0, None)
    assert view.intakes[0].withdrawn_reason == "Verkeerde doos"


def test_the_same_papers_do_not_come_in_twice(house, budget, sheet):
    house.budgets.open(budget)
    reading = house.budgets.look(budget, sheet("stemmer;1\n1;x\n"), UNHEARD)
    house.budgets.take_in(budget, reading)

    with pytest.raises(NotPossible) as error:
        house.budgets.take_in(budget, reading)

    assert error.value.code == "budget_before"


def test_a_withdrawn_vote_makes_room_for_a_new_one(house, process, budget):
    with pytest.raises(InvalidInput):
        house.budgets.begin(process, FORM)

    house.budgets.withdraw(budget, "Bedrag klopte niet")

    assert house.budgets.view(process) is None
    house.budgets.begin(process, FORM)


def test_projects_and_votes_come_from_a_public_file(house, process, sheet):
    path = sheet(PB.format(kind="approval", more=",b"), "dorp.pb")
    title, amount = house.budgets.amount_in(path)
    made = house.budgets.begin_from_file(process, BudgetForm(title, amount), path).id
    house.budgets.open(made)

    house.budgets.take_in(made, house.budgets.look(made, path, UNHEARD))

    view = house.budgets.view(process)
    assert (title, amount, view.papers) == ("Dorpsgeld", 100_00, 2)
    assert {(line.code, line.area) for line in view.lines} == {("a", "Noord"), ("b", "Zuid")}


@pytest.mark.parametrize(
    ("kind", "more", "code"),
    [
        ("ordinal", "", "pb_for_or_not"),
        ("schulze", "", "pb_vote_type"),
        ("choose-1", ",b", "pb_vote_more"),
        ("choose-1", "", ""),
    ],
)
def test_only_votes_for_or_not_are_counted(house, process, sheet, kind, more, code):
    path = sheet(PB.format(kind=kind, more=more), "dorp.pb")

    if code:
        with pytest.raises(InvalidInput) as error:
            house.budgets.begin_from_file(process, FORM, path)
        assert error.value.code == code
    else:
        assert house.budgets.begin_from_file(process, FORM, path).id


def test_the_public_file_counts_to_the_same(house, process, cast, tmp_path):
    path = house.budget_papers.save_public(cast, tmp_path / "uit.pb", columns(house, process))

    again = count_from_files(
        CountRequest(path, BudgetRule.EQUAL_SHARES, tmp_path / "uit.csv", Completion.ADD1U), UNHEARD
    )

    codes = {again.problem.projects[one].code for one in again.outcome.winners}
    assert sorted(codes) == paid(house, process)[2]
    selected = [line.split(";")[-1] for line in path.read_text("utf-8").splitlines() if line.count(";") == 5]
    assert selected.count("1") == 3


def test_what_holds_besides_stands_in_the_public_file_and_is_kept_to(
    house, process, proposals, sheet, tmp_path
):
    for title in ("Brug", "Pont"):
        house.proposals.add(process, NewProposal(title=title, cost=15_000, area="Noord; oost"))
    form = BudgetForm(
        *("Wijkgeld", 90_000_00, BudgetRule.GREEDY),
        support=2,
        ceilings={"Noord; oost": 25_000_50},
        apart=(("3", "4"),),
    )
    budget = house.budgets.begin(process, form).id
    house.budgets.open(budget)
    rows = [f"{one};x;x;x;x;x;x" for one in range(1, 5)]
    papers = sheet("\n".join(["stemmer;1;2;3;4;6;7", *rows]))
    house.budgets.take_in(budget, house.budgets.look(budget, papers, UNHEARD))
    path = house.budget_papers.save_public(budget, tmp_path / "uit.pb", columns(house, process))

    again = count_from_files(CountRequest(path, BudgetRule.GREEDY, tmp_path / "uit.csv"), UNHEARD)

    codes = {again.problem.projects[one].code for one in again.outcome.winners}
    assert again.problem.limits == house.budgets.view(process).problem.limits
    assert sorted(codes) == paid(house, process)[0]
    assert len(codes & {"6", "7"}) == len(codes & {"3", "4"}) == 1


def test_the_public_file_tells_no_paper_by_its_number(house, process, budget, sheet, tmp_path):
    house.budgets.open(budget)
    papers = sheet("stemmer;1;2;3;4\nQ77;;x;;\nQ31;x;;;\nQ52;;x;;\n")
    house.budgets.take_in(budget, house.budgets.look(budget, papers, UNHEARD))

    said = house.budget_papers.save_public(budget, tmp_path / "uit.pb", columns(house, process)).read_text()

    assert "Q" not in said.partition("VOTES")[2]
    assert said.splitlines()[-3:] == ["1;1", "2;2", "3;2"]


def test_the_public_file_names_nobody(house, process, tmp_path):
    house.people.add(process, PersonForm(name="Fatma Demir", phone="06"))
    house.proposals.add(process, NewProposal(title="Bankje van Fatma Demir", cost=10, area="Bij F. Demir"))
    budget = house.budgets.begin(process, BudgetForm("Plan Fatma Demir", 100_00)).id
    house.budgets.open(budget)
    house.budgets.take_in(budget, PaperReading("briefjes.csv", "ab" * 32, (("1", ("1",)),)))

    said = house.budget_papers.save_public(budget, tmp_path / "uit.pb", columns(house, process)).read_text()

    assert "Demir" not in said
    assert "Bankje van [weggelaten]" in said


def test_the_workbook_and_the_paper_name_nobody(house, process, tmp_path):
    house.people.add(process, PersonForm(name="Fatma Demir", phone="06"))
    house.proposals.add(process, NewProposal(title="Bankje van Fatma Demir", cost=10, area="Bij F. Demir"))
    form = BudgetForm("Plan Fatma Demir", 100_00, ceilings={"Bij F. Demir": 90_00})
    budget = house.budgets.begin(process, form).id
    house.budgets.open(budget)
    house.budgets.take_in(budget, PaperReading("briefjes.csv", "ab" * 32, (("1", ("1",)),)))

    book = load_workbook(
        house.budget_papers.save_workbook(budget, tmp_path / "uit.xlsx", columns(house, process))
    )
    paper = render(house.budget_papers.paper(budget, columns(house, process)), UNHEARD).content

    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)
    assert not [said for said in (*cells, printed) if "Demir" in said]
    assert [said for said in cells if "Bankje van [weggelaten]" in said]
    spent = next(row for row in book["Naast elkaar"].values if "Bij [weggelaten]" in str(row[0]))
    assert "10" in str(spent[1])


def test_the_workbook_holds_words_the_ways_and_every_project(house, process, cast, tmp_path):
    path = house.budget_papers.save_workbook(cast, tmp_path / "uit.xlsx", columns(house, process))

    book = load_workbook(path)
    assert book.sheetnames == ["In woorden", "Naast elkaar", "Projecten"]
    assert book["Projecten"].max_row == 5
    assert book["Naast elkaar"].max_column == 5


def test_a_sheet_to_fill_in_reads_back(house, budget, tmp_path):
    path = house.budget_papers.save_form(budget, tmp_path / "invullen.xlsx")
    book = load_workbook(path)
    book.worksheets[0]["B2"] = "x"
    book.save(path)

    reading = house.budgets.look(budget, path, UNHEARD)

    assert reading.papers == (("1", ("1",)),)
    assert not reading.problems


def test_rows_that_were_not_filled_in_are_no_papers_and_a_nought_is_a_blank_one(house, budget, sheet):
    house.budgets.open(budget)

    reading = house.budgets.look(budget, sheet("stemmer;1;2\n1;x;\n2;;\n3;0;0\n4;;\n5;;\n"), UNHEARD)

    assert [voter for voter, _choices in reading.papers] == ["1", "2", "3"]
    assert (reading.blank, reading.unused) == (2, 2)
    assert reading_words(reading) == (
        "3 briefjes in “briefjes.csv”. 2 briefjes zijn leeg. 2 rijen onderaan hebben alleen een nummer "
        "en tellen niet mee. Waren het blanco briefjes? Typ daar een 0."
    )


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12500", 1_250_000),
        ("12.500", 1_250_000),
        ("€ 12.500,50", 1_250_050),
        ("1.250,50", 125_050),
        ("1 000", 100_000),
        ("5,-", 500),
    ],
)
def test_amounts_are_read_as_people_type_them(text, amount):
    assert cents(text) == amount


@pytest.mark.parametrize("text", ["", "0", "12,5", "12.50", "-3", "veel", "1,000.00", "1,250.50"])
def test_a_doubtful_amount_is_refused(text):
    with pytest.raises(InvalidInput) as error:
        cents(text)

    assert error.value.code == "budget_amount_text"


def test_ceilings_and_pairs_are_typed_line_by_line():
    assert ceilings("Noord: 20.000\n\nZuid: 5") == {"Noord": 2_000_000, "Zuid": 500}
    assert apart("1, 3\n2,4", ("1", "2", "3", "4")) == (("1", "3"), ("2", "4"))
    for wrong in ("Noord 20000", "Noord: veel", "Noord: 1\nNoord: 2"):
        with pytest.raises(InvalidInput):
            ceilings(wrong)
    for wrong in ("1", "1, 9"):
        with pytest.raises(InvalidInput):
            apart(wrong, ("1", "2"))


def test_a_ceiling_for_an_area_without_projects_is_refused(house, budget):
    with pytest.raises(InvalidInput) as error:
        house.budgets.edit(budget, BudgetForm("Wijkgeld", 100, ceilings={"Oost": 100}))

    assert error.value.code == "budget_area_unknown"
