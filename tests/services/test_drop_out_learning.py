import pytest

from burgertop_app.domain.draw_records import DrawEntry, DrawRecord, DrawState, Outcome, QuotaSet
from burgertop_app.domain.drop_out import DropOut, ValueRate
from burgertop_app.domain.people import Participation, Person, State
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.domain.requests import NewProcess
from burgertop_app.services.drop_out_learning import learnt

QUOTAS = Quotas((Quota("leeftijd", "jong", 0, 9), Quota("leeftijd", "oud", 0, 9), Quota("taal", "nl", 0, 9)))


@pytest.fixture
def earlier(house):
    """Keeps a draw of an earlier process, with a state per panel member and their age."""

    def kept(title, answers, *, rehearsal=False):
        request = NewProcess(form="burgerpanel", title=title, topic="Wonen", municipality="Testdam")
        process = house.processes.start(request).id
        with house.workspace.context.work.writing("test") as store:
            quotas = store.add(QuotaSet(id=store.new_id(), process_id=process, version=1))
            draw = store.add(record(store.new_id(), process, quotas.id, rehearsal=rehearsal))
            for number, (age, state) in enumerate(answers, start=1):
                person = store.add(Person(id=store.new_id()))
                part = store.add(
                    Participation(
                        id=store.new_id(),
                        process_id=process,
                        person_id=person.id,
                        number=str(number),
                        state=state,
                    )
                )
                store.add(entry(store.new_id(), draw.id, part, age))

    return kept


def record(row_id, process, quota_set, *, rehearsal):
    texts = dict.fromkeys(
        ("method", "lottery_sha256", "pool_sha256", "quotas_sha256", "engine", "secret"), "x"
    )
    return DrawRecord(
        **texts,
        id=row_id,
        process_id=process,
        quota_set_id=quota_set,
        attempt=1,
        state=DrawState.DRAWN,
        seats=1,
        people=1,
        min_probability="0",
        upper_bound="0",
        rehearsal=rehearsal,
    )


def entry(row_id, draw, part, age):
    return DrawEntry(
        id=row_id,
        draw_id=draw,
        participation_id=part.id,
        number=part.number,
        features={"leeftijd": age} if age else {},
        salt="",
        leaf="",
        exact="0",
        published="0",
        outcome=Outcome.PANEL,
    )


def answers(young, old, no_young, no_old):
    """So many young and old people, of whom the first few said no."""
    return [
        *[("jong", State.DECLINED if place < no_young else State.CONFIRMED) for place in range(young)],
        *[("oud", State.WITHDRAWN if place < no_old else State.PRESENT) for place in range(old)],
    ]


def rates(house, process):
    with house.workspace.context.work.reading() as store:
        return learnt(store, process, QUOTAS)


def test_one_earlier_process_teaches_nothing(house, process, earlier):
    earlier("een", answers(50, 50, 25, 0))

    assert rates(house, process) == DropOut()


def test_few_answers_teach_nothing(house, process, earlier):
    earlier("een", answers(10, 10, 5, 0))
    earlier("twee", answers(10, 10, 5, 0))

    assert rates(house, process) == DropOut()


def test_rates_lean_towards_the_overall_rate(house, process, earlier):
    earlier("een", answers(20, 30, 10, 0))
    earlier("twee", answers(20, 30, 10, 0))

    found = rates(house, process)

    assert (found.overall, found.processes, found.people) == (200, 2, 100)
    assert found.rates == (ValueRate("leeftijd", "jong", 400), ValueRate("leeftijd", "oud", 50))


def test_value_with_few_answers_keeps_the_overall_rate(house, process, earlier):
    earlier("een", answers(5, 40, 5, 0))
    earlier("twee", answers(5, 40, 5, 0))

    assert [rate.value for rate in rates(house, process).rates] == ["oud"]


def test_nobody_counts_who_did_not_answer_or_was_erased(house, process, earlier):
    silent = [("jong", State.DRAWN)] * 50 + [("", State.CONFIRMED)] * 50
    earlier("een", [*answers(20, 30, 10, 0), *silent])
    earlier("twee", answers(20, 30, 10, 0))

    assert rates(house, process).people == 100


def test_rehearsals_and_the_own_process_teach_nothing(house, process, earlier):
    earlier("een", answers(20, 30, 10, 0))
    earlier("twee", answers(20, 30, 10, 0), rehearsal=True)

    assert not rates(house, process).learnt
