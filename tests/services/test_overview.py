from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.outcomes import (
    Card,
    CardProposal,
    CardText,
    CardTheme,
    Proposal,
    ProposalText,
    Theme,
)
from burgertop_app.domain.people import Contact, Participation, Person, State
from burgertop_app.domain.processes import Phase
from burgertop_app.domain.requests import (
    DispositionForm,
    Keeping,
    NewCard,
    NewProcess,
    NewProposal,
    PersonForm,
    RecommendationForm,
)
from burgertop_app.domain.responses import Commitment, CommitmentState, Disposal
from burgertop_app.messages import steps as step_sentences
from tests.beginnings import beginning

ADOPTED = DispositionForm(disposal=Disposal.ADOPTS, owner="Wonen", due_on=date(2026, 10, 1))


def at(clock, value):
    clock.now = datetime(value.year, value.month, value.day, 9, 0, tzinfo=UTC)


def advise(house, process, title="Warm wonen", recommendations=2):
    """An advice that was published, not yet offered."""
    advice = house.advising.start(process, title).id
    for number in range(recommendations):
        house.advising.recommend(advice, RecommendationForm(title=f"Aanbeveling {number}."))
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    return advice


def receive(house, advice, on):
    house.advising.offer(advice, to="College", on=on)
    house.receiving.receive(advice, on=on, proof="Bon 12")


def answer_all(house, advice):
    for line in house.responding.recommendations(advice):
        house.responding.answer(line.recommendation.id, ADOPTED)


def codes(house, process):
    return [step.code for step in house.overview.steps(process)]


def populate(house, process, states):
    for number, state in enumerate(states, start=1):
        house.people.add(process, PersonForm(name=f"Mens {number}", state=state))


def test_an_empty_process_begins_with_people(house, process):
    assert codes(house, process) == ["import_people"]


def test_people_are_counted_along_the_thread(house, process):
    populate(
        house,
        process,
        [
            State.INVITED,
            State.REGISTERED,
            State.RESERVE,
            State.DRAWN,
            State.PRESENT,
            State.FED_BACK,
            State.ABSENT,
            State.DECLINED,
        ],
    )

    numbers = house.overview.numbers(process)

    assert (numbers.invited, numbers.registered, numbers.drawn) == (8, 6, 4)
    assert (numbers.reserves, numbers.present, numbers.absent) == (1, 2, 1)


def test_a_withdrawn_card_is_not_counted(house, process):
    house.cards.add(process, NewCard(text="Warm huis (2x)", table_no=1))
    gone = house.cards.add(process, NewCard(text="Weg ermee", table_no=1)).id
    house.cards.withdraw(gone, "Niet van een deelnemer.")

    assert house.overview.numbers(process).cards == 1


def test_the_numbers_follow_the_advice_to_its_answers(house, process, clock):
    card = house.cards.add(process, NewCard(text="Warm huis", table_no=1)).id
    house.proposals.add(process, NewProposal(title="Isoleren", card_ids=(card,)))
    advice = advise(house, process)
    receive(house, advice, date(2026, 3, 2))
    house.responding.answer(house.responding.recommendations(advice)[0].recommendation.id, ADOPTED)
    house.promising.make(advice)

    numbers = house.overview.numbers(process)

    assert (numbers.proposals, numbers.advices, numbers.recommendations, numbers.answered) == (1, 1, 2, 1)
    assert (numbers.received_on, numbers.days_left, numbers.commitments) == (date(2026, 3, 2), 42, 1)


def test_a_withdrawn_advice_is_not_counted(house, process):
    advice = advise(house, process)
    house.advising.withdraw(advice, "Overgedaan.")

    numbers = house.overview.numbers(process)

    assert (numbers.advices, numbers.recommendations) == (0, 0)


def test_open_advices_stand_most_urgent_first(house, process, clock):
    late, soon, waiting, done = (
        advise(house, process, title) for title in ("Late", "Soon", "Waiting", "Done")
    )
    house.advising.start(process, "Draft")
    house.advising.offer(waiting, to="College", on=date(2026, 3, 2))
    receive(house, late, date(2026, 3, 2))
    receive(house, done, date(2026, 3, 2))
    answer_all(house, done)
    at(clock, date(2026, 4, 20))
    receive(house, soon, date(2026, 4, 20))

    lines = house.overview.terms()

    assert [(line.title, line.days_left) for line in lines] == [
        ("Late", -7),
        ("Soon", 42),
        ("Waiting", None),
    ]
    assert lines[0].state is AdviceState.RECEIVED


def test_a_withdrawn_receipt_is_no_running_term(house, process):
    advice = advise(house, process)
    receive(house, advice, date(2026, 3, 2))

    house.receiving.withdraw_receipt(advice, "Verkeerde brief.")

    assert house.overview.terms()[0].due_on is None


@pytest.mark.parametrize(
    ("today", "code", "late"),
    [
        (date(2026, 3, 29), "await_answers", False),
        (date(2026, 3, 30), "remind_college", False),
        (date(2026, 4, 6), "remind_college", False),
        (date(2026, 4, 13), "remind_college", False),
        (date(2026, 4, 14), "remind_college", True),
    ],
)
def test_a_reminder_is_due_two_weeks_before_the_last_day_and_when_late(
    house, process, clock, today, code, late
):
    advice = advise(house, process)
    receive(house, advice, date(2026, 3, 2))

    at(clock, today)

    steps = [step for step in house.overview.steps(process) if step.row == advice]
    assert [(step.code, step.late, step.count) for step in steps] == [(code, late, 2)]


def test_a_college_that_was_just_reminded_is_not_reminded_again(house, process, clock):
    advice = advise(house, process)
    receive(house, advice, date(2026, 3, 2))
    at(clock, date(2026, 4, 14))

    house.receiving.remind(advice, on=date(2026, 4, 14), text="Beste college")

    step = house.overview.steps(process)[0]
    assert (step.code, step.late) == ("await_answers", True)


def test_late_promises_come_before_everything(house, process, clock):
    advice = advise(house, process)
    receive(house, advice, date(2026, 3, 2))
    promise = Commitment(id=process, process_id=process, text="Loket open", due_on=date(2026, 3, 1))
    house.promising.keep(promise)

    first = house.overview.steps(process)[0]

    assert (first.code, first.late, first.due_on) == ("keep_commitment", True, date(2026, 3, 1))


def test_a_kept_promise_is_not_late(house, process):
    promise = Commitment(id=process, process_id=process, text="Loket open", due_on=date(2026, 3, 1))
    house.promising.keep(promise)
    kept = house.promising.all(process)[0]

    house.promising.keep(replace(kept, state=CommitmentState.DONE, outcome="Het loket is open."))

    assert house.overview.numbers(process).late == 0
    assert "keep_commitment" not in codes(house, process)


def test_feedback_is_due_when_everything_is_answered(house, process):
    populate(house, process, [State.PRESENT, State.PRESENT, State.ABSENT])
    advice = advise(house, process)
    receive(house, advice, date(2026, 3, 2))

    answer_all(house, advice)

    step = house.overview.steps(process)[-1]
    assert (step.code, step.count) == ("give_feedback", 2)


def test_a_step_before_one_that_was_taken_is_not_asked(house, process):
    house.cards.add(process, NewCard(text="Warm huis", table_no=1))

    assert codes(house, process) == ["make_proposals"]


def test_tables_are_for_who_sits_in_the_panel_now(house, process):
    populate(house, process, [State.DRAWN, State.DRAWN, State.CONFIRMED, State.REGISTERED])
    first = next(line for line in house.people.lines(process) if line.state is State.DRAWN)

    house.people.mark([first.participation_id], State.DECLINED)

    (step,) = house.overview.steps(process)
    assert (step.code, step.count) == ("make_tables", 2)


def test_every_step_has_a_sentence(house, process, clock):
    advice = advise(house, process)
    receive(house, advice, date(2026, 3, 2))
    promise = Commitment(id=process, process_id=process, text="Loket open", due_on=date(2026, 3, 5))
    house.promising.keep(promise)

    said = [step_sentences.sentence(step) for step in house.overview.steps(process)]

    assert said[0] == "Vraag hoe het staat met: Loket open"
    assert all(said)


def test_the_start_page_tells_of_every_process(house, process):
    house.processes.start(NewProcess(form="burgertop", title="Burgertop Wonen"))

    lines = house.overview.processes()

    assert [(line.title, line.form_name.nl) for line in lines] == [
        ("Burgerpanel Test", "Burgerpanel"),
        ("Burgertop Wonen", "Burgertop"),
    ]
    assert lines[0].next_step.code == "import_people"


def test_the_phase_follows_what_was_kept(house, process):
    advice = advise(house, process)
    before = house.overview.processes()[0].phase

    house.advising.offer(advice, to="College", on=date(2026, 3, 2))

    assert (before, house.overview.processes()[0].phase) == (Phase.ADVISE, Phase.ANSWER)


def test_search_finds_people_cards_and_recommendations(house, process):
    populate(house, process, [State.REGISTERED])
    house.cards.add(process, NewCard(text="Een mens aan de telefoon", table_no=1))
    advice = house.advising.start(process, "Warm wonen").id
    house.advising.recommend(advice, RecommendationForm(title="Laat een mens opnemen."))

    found = house.overview.search(process, "MENS")

    assert {one.kind for one in found} == {"person", "card", "recommendation"}


def test_search_needs_every_word(house, process):
    house.cards.add(process, NewCard(text="Een mens aan de telefoon", table_no=1))

    assert house.overview.search(process, "mens robot") == ()


@beginning
def much(house, process, workspace):
    """5 000 people, 500 cards in 20 themes, 40 proposals, 13 recommendations that were received."""
    work = workspace.context.work
    with work.writing("test.fill") as store:
        new, now = store.new_id, store.now()
        people = [Person(id=new()) for _ in range(5000)]
        parts = [
            Participation(
                id=new(), process_id=process, person_id=person.id, number=str(number), state=State.PRESENT
            )
            for number, person in enumerate(people, start=1)
        ]
        contacts = [Contact(id=new(), person_id=person.id, name=f"Mens {person.id}") for person in people]
        themes = [Theme(id=new(), process_id=process, title=f"Thema {number}") for number in range(20)]
        proposals = [Proposal(id=new(), process_id=process, number=number) for number in range(1, 41)]
        titles = [
            ProposalText(id=new(), proposal_id=kept.id, version=1, title=f"Voorstel {kept.number}")
            for kept in proposals
        ]
        cards = [Card(id=new(), process_id=process, label=f"1-{number}") for number in range(500)]
        texts = [CardText(id=new(), card_id=card.id, version=1, text=card.label) for card in cards]
        lying = [
            CardTheme(id=new(), card_id=card.id, theme_id=themes[number % 20].id, since=now)
            for number, card in enumerate(cards)
        ]
        resting = [
            CardProposal(id=new(), card_id=card.id, proposal_id=proposals[number * 7 % 40].id, since=now)
            for number, card in enumerate(cards * 2)
        ]
        store.add_all(
            [*people, *parts, *contacts, *themes, *proposals, *titles, *cards, *texts, *lying, *resting]
        )
    advice = house.advising.start(process, "Groot").id
    for number in range(13):
        under = tuple(kept.id for kept in proposals[number * 3 : number * 3 + 3])
        house.advising.recommend(
            advice, RecommendationForm(title=f"Aanbeveling {number}.", proposal_ids=under)
        )
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    receive(house, advice, date(2026, 3, 2))


@pytest.fixture
def big(house, much):
    return house


@pytest.mark.parametrize("asked", ["numbers", "steps", "processes", "terms", "starts", "back", "walks"])
def test_big_processes_have_an_answer(big, process, asked):
    recommendation = next(step.id for step in big.threads.starts(process) if step.kind == "recommendation")
    requests = {
        "numbers": lambda: big.overview.numbers(process),
        "steps": lambda: big.overview.steps(process),
        "processes": big.overview.processes,
        "terms": big.overview.terms,
        "starts": lambda: big.threads.starts(process),
        "walks": lambda: big.threads.walks(process),
        "back": lambda: big.threads.through(process, recommendation),
    }

    assert requests[asked]()


def test_a_big_thread_loses_no_card_on_the_way_back(big, process):
    starts = big.threads.starts(process)

    ends = [step.id for step in starts if step.kind == "recommendation"]
    ways = [way for end in ends for path in big.threads.through(process, end) for way in path.steps]
    back = {way.id for way in ways if way.kind == "card"}

    assert back == {step.id for step in starts if step.kind == "card"}


def test_who_left_or_was_erased_still_counts_at_every_stage_they_reached(house, process):
    populate(house, process, [State.REGISTERED, State.DRAWN, State.PRESENT, State.INVITED, State.DRAWN])
    everyone = [line.participation_id for line in house.people.lines(process)]
    before = house.overview.numbers(process)

    house.people.mark(everyone[:2], State.WITHDRAWN, "verhuisd")
    house.people.mark(everyone[3:], State.DECLINED)
    house.privacy.erase(house.people.story(everyone[2]).contact.person_id)

    after = house.overview.numbers(process)
    assert (before.invited, before.registered, before.drawn, before.present) == (5, 4, 3, 1)
    assert (after.invited, after.registered, after.drawn, after.present) == (5, 4, 3, 1)


def test_people_whose_last_day_is_near_or_past_are_told_of_until_they_are_erased(house, process, clock):
    keeping = Keeping("Loting", date(2026, 6, 1))
    person = house.people.add(process, PersonForm(name="Ana Vos"), keeping).id

    def told():
        return [step for step in house.overview.steps(process) if step.code.startswith("erase_people")]

    at(clock, date(2026, 5, 1))
    assert told() == []

    at(clock, date(2026, 5, 2))
    (soon,) = told()
    assert (soon.code, soon.late, soon.due_on) == ("erase_people_soon", False, date(2026, 6, 1))

    at(clock, date(2026, 6, 2))
    (late,) = told()
    assert (late.code, late.late, late.count, late.page) == ("erase_people", True, 1, "people")
    assert "Loting" in step_sentences.sentence(late)
    assert house.overview.processes()[0].next_step == late
    assert house.people.still_kept(late.row) == (person,)

    house.privacy.erase(house.people.story(person).contact.person_id)
    assert told() == []
