"""What is fixed for good on two laptops: refused with a sentence, or put together without losing a vote."""

from __future__ import annotations

import pytest

from burgertop_app.domain.advice import AdviceVersion
from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule
from burgertop_app.domain.ballots import Batch
from burgertop_app.domain.budget_views import BudgetForm
from burgertop_app.domain.card_history import CardSignOff
from burgertop_app.domain.draw_records import DrawRecord, DrawState, QuotaSet
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.intention_entry import NewIntention
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import CardPart, NewCard, NewProposal
from burgertop_app.domain.voting import Slip
from burgertop_app.messages.handovers import difference_words, saying_words
from tests.laptops import Team, alike, process_of


@pytest.fixture
def team(tmp_path, laid_out):
    found = Team(tmp_path, laid_out)
    yield found
    found.close()


@pytest.fixture
def office(team):
    """A laptop with three proposals with a cost, and three cards."""
    laptop = team.first()
    for said in ("Loket", "Groen", "Bus"):
        laptop.house.proposals.add(process_of(laptop), NewProposal(title=said, cost=10_000))
        laptop.house.cards.add(process_of(laptop), NewCard(text=said, table_no=1))
    return laptop


@pytest.fixture
def hall(team, office):
    return team.copy(office, "ZAAL")


def write(laptop, *values):
    with laptop.house.workspace.context.work.writing("test") as store:
        return [store.add(value(store.new_id())) for value in values]


def refused(laptop, other):
    """The code with which a file is refused; nothing changed."""
    file, before = other.hand(), laptop.content()
    with pytest.raises(NotPossible) as error:
        laptop.read(file)
    assert laptop.content() == before
    return error.value.code


def vote(laptop, slips=0, rule=BallotRule.APPROVAL):
    house = laptop.house
    ballot = house.voting.fix(
        process_of(laptop), "Stemdag", BallotMethod(rule=rule, seed="6", slips=slips)
    ).id
    house.voting.printed(ballot)
    return ballot


def enter(laptop, ballot, number, place, by="Anna", batch=Batch.FIRST):
    laptop.house.vote_entering.enter(ballot, batch, Slip(number=number, marks={place: 1}), by)


def test_a_draw_on_both_laptops_is_refused(office, team):
    process = process_of(office)
    (quotas,) = write(office, lambda made: QuotaSet(id=made, process_id=process, version=1, source="CBS"))
    hall = team.copy(office, "ZAAL")
    for laptop in (office, hall):
        write(laptop, lambda made: drawn(made, process, quotas.id))

    assert (refused(office, hall), refused(hall, office)) == ("handover_two_draws",) * 2


def drawn(made, process, quotas):
    texts = ("method", "lottery_sha256", "pool_sha256", "quotas_sha256", "engine", "secret")
    return DrawRecord(
        id=made,
        process_id=process,
        quota_set_id=quotas,
        attempt=1,
        state=DrawState.COMMITTED,
        seats=1,
        people=9,
        min_probability="0",
        upper_bound="1",
        rehearsal=False,
        **dict.fromkeys(texts, "x"),
    )


def test_a_vote_opened_on_both_laptops_is_refused_until_one_is_withdrawn(office, hall):
    vote(office)
    second = vote(hall)

    assert (refused(office, hall), refused(hall, office)) == ("handover_two_ballots",) * 2
    hall.house.proposals.withdraw_ballot(second, "Dubbel geopend")
    alike(office, hall)


def test_one_number_of_an_advice_fixed_on_both_laptops_is_refused(office, team):
    advice = office.house.advising.start(process_of(office), "Advies").id
    hall = team.copy(office, "ZAAL")
    for laptop in (office, hall):
        now = laptop.tick()
        write(
            laptop,
            lambda made, now=now: AdviceVersion(
                id=made, advice_id=advice, version=1, content="{}", sha256="a", frozen_at=now
            ),
        )

    assert (refused(office, hall), refused(hall, office)) == ("handover_two_versions",) * 2


def test_a_budget_begun_on_both_laptops_is_refused(office, hall):
    for laptop in (office, hall):
        laptop.house.budgets.begin(process_of(laptop), BudgetForm("Wijkgeld", 20_000_00))

    assert (refused(office, hall), refused(hall, office)) == ("handover_two_budgets",) * 2


@pytest.mark.parametrize("second", ["1;0", "0;1"])
def test_a_paper_taken_in_on_both_counts_once_and_with_other_choices_it_is_refused(
    office, team, tmp_path, second
):
    budget = office.house.budgets.begin(process_of(office), BudgetForm("Wijkgeld", 20_000_00)).id
    office.house.budgets.open(budget)
    hall = team.copy(office, "ZAAL")
    for laptop, choices, more in ((office, "1;0", "8;1;0"), (hall, second, "9;1;1")):
        path = tmp_path / f"{laptop.name}.csv"
        path.write_text(f"stemmer;1;2\n7;{choices}\n{more}\n", encoding="utf-8")
        laptop.house.budgets.take_in(budget, laptop.house.budgets.look(budget, path, UNHEARD))

    if second == "0;1":
        assert (refused(office, hall), refused(hall, office)) == ("handover_two_papers",) * 2
        (intake,) = hall.house.budgets.view(process_of(hall)).intakes
        hall.house.budgets.withdraw_intake(intake.id, "Verkeerd getypt")
    alike(office, hall)

    expected = 2 if second == "0;1" else 3
    assert office.house.budgets.view(process_of(office)).papers == expected


@pytest.mark.parametrize("both_open", [True, False])
def test_a_budget_that_one_laptop_fixed_does_not_change_on_the_other(office, team, both_open):
    budget = office.house.budgets.begin(process_of(office), BudgetForm("Wijkgeld", 20_000_00)).id
    hall = team.copy(office, "ZAAL")
    office.house.budgets.open(budget)
    if both_open:
        hall.house.budgets.open(budget)
    else:
        hall.house.budgets.edit(budget, BudgetForm("Wijkgeld", 30_000_00))

    assert (refused(office, hall), refused(hall, office)) == ("handover_frozen",) * 2


def test_a_count_beside_slips_that_it_lacks_is_refused_until_it_is_opened_again(office, team):
    ballot = vote(office)
    enter(office, ballot, "1", 0)
    enter(office, ballot, "1", 0, "Bilal", Batch.SECOND)
    hall = team.copy(office, "ZAAL")
    office.house.vote_counting.count(ballot)
    enter(hall, ballot, "2", 1)

    assert (refused(office, hall), refused(hall, office)) == ("handover_counted",) * 2
    office.house.vote_counting.reopen(ballot, "Er lag nog een briefje")
    alike(office, hall)
    assert [one.number for one in office.house.voting.desk(ballot).differences] == ["2"]


def test_slips_typed_in_first_on_both_laptops_are_compared(office, team):
    ballot = vote(office)
    hall = team.copy(office, "ZAAL")
    for number, places, people in (
        ("1", (0, 0), ("Anna", "Bilal")),
        ("2", (0, 1), ("Anna", "Bilal")),
        ("3", (2, 2), ("Anna", "anna ")),
    ):
        for laptop, place, by in zip((office, hall), places, people, strict=True):
            enter(laptop, ballot, number, place, by)
    alike(office, hall)

    desk = office.house.voting.desk(ballot)
    assert len(desk.votes) == 6
    assert [one.number for one in desk.differences] == ["2", "3"]


def test_one_person_who_types_both_rounds_on_two_laptops_does_not_count_for_two(office, team):
    ballot = vote(office)
    hall = team.copy(office, "ZAAL")
    enter(office, ballot, "1", 0)
    enter(hall, ballot, "1", 0, batch=Batch.SECOND)
    enter(office, ballot, "2", 0)
    enter(hall, ballot, "2", 0, "Bilal", Batch.SECOND)
    alike(office, hall)

    assert [one.number for one in hall.house.voting.desk(ballot).differences] == ["1"]


def test_a_slip_settled_differently_on_both_laptops_is_looked_at_again(office, team):
    ballot = vote(office)
    enter(office, ballot, "1", 0)
    hall = team.copy(office, "ZAAL")
    for laptop, place in ((office, 0), (hall, 1)):
        slip = Slip(number="1", marks={place: 1}, reason="Gezien")
        laptop.house.vote_entering.settle(ballot, slip, "Cees")
    alike(office, hall)
    open_ones = [one.number for one in office.house.voting.desk(ballot).differences]
    again = Slip(number="1", marks={1: 1}, reason="Samen gezien")
    office.house.vote_entering.settle(ballot, again, "Cees")
    alike(office, hall)

    assert (open_ones, hall.house.voting.desk(ballot).differences) == (["1"], ())


def test_slips_made_on_both_laptops_are_all_known(office, team):
    ballot = vote(office, slips=5)
    hall = team.copy(office, "ZAAL")
    for laptop, count in ((office, 3), (hall, 4)):
        laptop.house.voting.more_slips(ballot, count)
    made = [set(laptop.house.voting.desk(ballot).ballot.numbers) for laptop in (office, hall)]
    alike(office, hall)

    assert set(office.house.voting.desk(ballot).ballot.numbers) == made[0] | made[1]


def test_intentions_keep_a_number_each_and_other_words_keep_theirs(office, hall):
    for laptop in (office, hall):
        (one,) = laptop.house.intending.add(
            process_of(laptop), [NewIntention(text=f"Ik {laptop.name}", table_no=1)]
        )
        laptop.house.intending.reword(one, f"Ik echt {laptop.name}", share=True)
    alike(office, hall)

    lines = office.house.intending.lines(process_of(office))
    assert [(line.text, line.wordings) for line in lines] == [("Ik echt KANTOOR", 2), ("Ik echt ZAAL", 2)]
    assert lines[0].number == 1 < lines[1].number
    assert sorted(row["number"] for row in office.rows("intention")) == [1, 1, *[lines[1].number] * 2]


def test_statements_with_one_number_keep_a_number_each_and_the_same_words_are_one(office, team):
    poll = office.house.opinions.begin(process_of(office), "Gesprek").id
    hall = team.copy(office, "ZAAL")
    for laptop in (office, hall):
        laptop.house.opinions.add_statement(poll, "Meer groen")
        laptop.house.opinions.add_statement(poll, f"Dit zegt {laptop.name}")
    alike(office, hall)

    numbers = {row["text"]: row["number"] for row in office.rows("statement")}
    assert len(office.rows("statement")) == 3
    assert (numbers["Meer groen"], numbers["Dit zegt KANTOOR"]) == (1, 2)
    assert len(set(numbers.values())) == 3


def test_the_same_words_agreed_on_both_laptops_are_agreed_once(office, hall):
    for laptop in (office, hall):
        card = laptop.house.cards.lines(process_of(laptop))[0].card.id
        laptop.house.card_signing.sign([card])
    alike(office, hall)

    with office.house.workspace.context.work.reading() as store:
        assert len(store.find(CardSignOff, until=None)) == 1
        assert store.count(CardSignOff) == 2


def test_the_same_here_and_not_the_same_there_stays_apart_until_decided_anew(office, hall):
    lines = office.house.cards.lines(process_of(office))
    one, other = lines[0].card.id, lines[1].card.id
    office.house.sorting.same(one, other)
    hall.house.sorting.not_same(other, one)
    alike(office, hall)
    apart = [line.together for line in office.house.cards.lines(process_of(office))]
    (shown,) = hall.house.handing_over.differences()
    office.house.sorting.same(one, other)
    alike(office, hall)

    assert apart == [0, 0, 0]
    assert difference_words(shown) == (
        f"kaart: {lines[0].card.label}, {lines[1].card.label}",
        "Zeggen hetzelfde",
    )
    assert [(saying_words(shown, said), said.here) for said in shown.sayings] == [
        ("Ja", False),
        ("Nee", True),
    ]
    assert (shown.stands, hall.house.handing_over.differences()) == (1, ())
    assert any(line.together for line in hall.house.cards.lines(process_of(hall)))


@pytest.mark.parametrize("at", [0, 1])
def test_a_choice_between_the_same_and_not_the_same_ends_it_on_both(office, hall, at):
    one, other = (line.card.id for line in office.house.cards.lines(process_of(office))[:2])
    office.house.sorting.same(one, other)
    hall.house.sorting.not_same(other, one)
    file = hall.hand()
    (shown,) = office.house.handing_over.preview(file).differences
    office.read(file, choices={shown.key: at})
    alike(office, hall)

    together = [bool(line.together) for line in hall.house.cards.lines(process_of(hall))]
    assert together == [at == 0, at == 0, False]
    assert office.house.handing_over.differences() == hall.house.handing_over.differences() == ()
    assert (len(hall.rows("duplicate")), len(hall.rows("apart"))) == (1 - at, at)


def merged_twice(office, hall):
    """The hall is later."""
    a, b, c = (line.card.id for line in office.house.cards.lines(process_of(office)))
    office.house.card_merging.merge([a, b], "A en B")
    hall.now = office.now.replace(hour=12)
    hall.house.card_merging.merge([a, c], "A en C")


def counted(laptop):
    """The cards that count, by their words, with how often."""
    lines = laptop.house.cards.lines(process_of(laptop))
    return {line.text: line.card.times for line in lines if line.card.standing is Standing.ACTIVE}


def test_a_card_merged_into_another_on_each_laptop_counts_once_and_is_shown(office, hall):
    merged_twice(office, hall)
    (seen,) = office.house.handing_over.preview(hall.hand()).differences
    alike(office, hall)

    assert counted(office) == counted(hall) == {"A en B": 1, "A en C": 2}
    (shown,) = office.house.handing_over.differences()
    assert shown.sayings == seen.sayings
    assert difference_words(shown)[1] == "Ging verder in"
    labels = {line.text: line.card.label for line in office.house.cards.lines(process_of(office))}
    assert [saying_words(shown, said) for said in shown.sayings] == [labels["A en C"], labels["A en B"]]


@pytest.mark.parametrize(("at", "times"), [(0, {"A en B": 1, "A en C": 2}), (1, {"A en B": 2, "A en C": 1})])
def test_the_card_that_another_is_chosen_to_have_gone_on_in_counts_for_it_everywhere(office, hall, at, times):
    merged_twice(office, hall)
    file = hall.hand()
    (shown,) = office.house.handing_over.preview(file).differences
    office.read(file, choices={shown.key: at})
    alike(office, hall)

    assert counted(hall) == times
    assert office.house.handing_over.differences() == hall.house.handing_over.differences() == ()


def test_a_merge_that_gave_way_can_be_undone(office, hall):
    merged_twice(office, hall)
    alike(office, hall)
    lines = {line.text: line.card.id for line in office.house.cards.lines(process_of(office))}
    office.house.card_merging.undo(lines["A en B"])
    alike(office, hall)

    assert sorted(counted(hall).values()) == [1, 2]
    assert "A en B" not in counted(hall)


def test_a_card_merged_here_and_split_there_counts_in_what_was_done_last(office, hall):
    a, b, _c = (line.card.id for line in office.house.cards.lines(process_of(office)))
    hall.house.card_merging.split(a, [CardPart(text="Een"), CardPart(text="Twee")])
    office.now = hall.now.replace(hour=12)
    office.house.card_merging.merge([a, b], "A en B")
    alike(office, hall)
    assert sorted(counted(hall)) == sorted(["A en B", "Bus"])

    (shown,) = office.house.handing_over.differences()
    office.house.handing_over.settle({shown.key: 1})
    alike(office, hall)
    assert counted(hall) == {"A en B": 1, "Een": 1, "Twee": 1, "Bus": 1}
