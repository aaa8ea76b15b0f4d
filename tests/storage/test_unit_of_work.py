"""Transactions, and what the store writes and refuses."""

from __future__ import annotations

import threading
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import insert, select

from burgertop_app.domain.errors import Conflict, NotFound
from burgertop_app.domain.log import Operation
from burgertop_app.domain.outcomes import Card, Theme
from burgertop_app.domain.people import Contact, Declared, Participation, Person
from burgertop_app.domain.processes import Phase, Process
from burgertop_app.storage.rows.everywhere import TombstoneRow
from burgertop_app.storage.rows.outcomes import ThemeRow


@pytest.fixture
def work(workspace):
    return workspace.context.work


@pytest.fixture
def process(work):
    with work.writing("start") as store:
        return store.add(Process(id=store.new_id(), form="x", recipe="{}", recipe_sha256="", title="Groen"))


@pytest.fixture
def theme(work, process):
    with work.writing("theme") as store:
        return store.add(Theme(id=store.new_id(), process_id=process.id, title="Bomen", position=1))


def test_what_was_added_is_there_afterwards(work, process):
    with work.reading() as store:
        found = store.get(Process, process.id)

    assert found == process
    assert found.revision == 1


def test_a_change_gives_the_next_revision(work, process):
    with work.writing("rename") as store:
        later = store.change(process, title="Grijs", phase=Phase.DRAW)

    assert (later.title, later.phase, later.revision) == ("Grijs", Phase.DRAW, 2)
    with work.reading() as store:
        assert store.get(Process, process.id) == later


def test_a_change_that_changes_nothing_leaves_no_trace(work, process, workspace):
    with work.writing("rename") as store:
        same = store.change(process, title="Groen")

    assert same == process
    assert [entry.action for entry in workspace.log()] == ["start"]


def test_a_change_of_what_somebody_else_changed_is_refused(work, process):
    with work.writing("first") as store:
        store.change(process, title="Grijs")

    with pytest.raises(Conflict) as refused, work.writing("second") as store:
        store.change(process, title="Rood")

    assert refused.value.code == "changed_elsewhere"
    with work.reading() as store:
        assert store.get(Process, process.id).title == "Grijs"


def test_a_removed_value_leaves_a_tombstone(work, theme):
    with work.writing("remove") as store:
        store.remove(theme)

    with work.reading() as store:
        stone = store.session.execute(select(TombstoneRow.row_id, TombstoneRow.table_name)).one()
        assert store.find(Theme) == ()
    assert stone == (theme.id, "theme")


def test_removing_an_old_revision_is_refused(work, theme):
    with work.writing("first") as store:
        store.change(theme, title="Struiken")

    with pytest.raises(Conflict, match="changed_elsewhere"), work.writing("second") as store:
        store.remove(theme)


def test_removing_what_others_refer_to_is_refused(work, process, theme):
    with pytest.raises(Conflict, match="row_in_use"), work.writing("remove") as store:
        store.remove(process)


def test_the_same_label_twice_is_refused(work, process):
    with work.writing("cards") as store:
        store.add(Card(id=store.new_id(), process_id=process.id, label="1-1"))
        double = Card(id=store.new_id(), process_id=process.id, label="1-1")

        with pytest.raises(Conflict, match="row_not_unique"):
            store.add(double)


def test_an_error_inside_leaves_nothing(work, process, workspace):
    def half():
        with work.writing("half") as store:
            store.add(Theme(id=store.new_id(), process_id=process.id, title="Half"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()

    with work.reading() as store:
        assert store.count(Theme) == 0
    assert [entry.action for entry in workspace.log()] == ["start"]


def test_what_is_not_there_is_not_found(work):
    with pytest.raises(NotFound, match="row_missing"), work.reading() as store:
        store.get(Process, UUID(int=1))


def test_finding_by_any_of_some_values_and_by_emptiness(work, process):
    with work.writing("themes") as store:
        for position, title in enumerate("abc"):
            store.add(Theme(id=store.new_id(), process_id=process.id, title=title, position=-position))

    with work.reading() as store:
        assert [theme.title for theme in store.find(Theme, title=("a", "c"))] == ["a", "c"]
        assert [theme.title for theme in store.find(Theme, order_by="position")] == ["c", "b", "a"]
        assert [theme.title for theme in store.find(Theme, order_by="-title")] == ["c", "b", "a"]
        assert store.first(Theme, order_by="position").title == "c"
        assert store.find(Process, starts_on=None) == (process,)
        assert store.find(Theme, title=[]) == ()


def test_finding_by_a_very_long_list(work, process):
    with work.writing("theme") as store:
        theme = store.add(Theme(id=store.new_id(), process_id=process.id, title="it's"))
        several = [*(store.new_id() for _ in range(40_000)), theme.id]

        assert store.find(Theme, id=several) == (theme,)
        assert store.find(Theme, title=[*map(str, range(40_000)), "it's"]) == (theme,)


def test_one_of_many_is_refused(work, process):
    with work.writing("themes") as store:
        store.add(Theme(id=store.new_id(), process_id=process.id, title="a"))
        store.add(Theme(id=store.new_id(), process_id=process.id, title="b"))

        assert store.one(Theme, title="a").title == "a"
        with pytest.raises(Conflict, match="row_not_unique"):
            store.one(Theme, process_id=process.id)


def test_many_people_at_once_make_one_entry_with_counts(work, process, workspace):
    with work.writing("import") as store:
        store.add_all(people(store, process, 300))

    entry = workspace.log(limit=1)[0]
    assert entry.operation is Operation.BULK
    assert entry.after == {"added": {"contact": 300, "declared": 600, "participation": 300, "person": 300}}
    with work.reading() as store:
        assert store.count(Declared, value="v") == 600
        assert [contact.name for contact in store.find(Contact)] == [f"Naam {i}" for i in range(300)]
        assert {person.revision for person in store.find(Person)} == {1}


def test_many_at_once_with_a_double_leave_nothing(work, process):
    with pytest.raises(Conflict, match="row_not_unique"), work.writing("import") as store:
        store.add_all([*people(store, process, 3), *people(store, process, 3)])

    with work.reading() as store:
        assert store.count(Person) == 0


def test_a_transaction_for_reading_does_not_write(work, process):
    with work.reading() as store, pytest.raises(RuntimeError, match="for reading"):
        store.add(Theme(id=store.new_id(), process_id=process.id, title="x"))


def test_writing_round_the_log_is_refused(work, process):
    with work.writing("sly") as store, pytest.raises(RuntimeError, match="through the Store"):
        store.session.execute(insert(ThemeRow).values(title="x"))


def test_a_transaction_inside_another_is_refused(work):
    with work.reading(), pytest.raises(RuntimeError, match="has a transaction open"), work.writing("inner"):
        pass


def test_reading_goes_on_while_another_thread_writes(work, process):
    found = []

    def look():
        with work.reading() as store:
            found.append(store.get(Process, process.id).title)

    with work.writing("rename") as store:
        store.change(process, title="Grijs")
        reader = threading.Thread(target=look)
        reader.start()
        reader.join(timeout=10)

    assert found == ["Groen"]


def test_two_threads_write_one_after_the_other(work, process):
    def rename(title):
        with work.writing(title) as store:
            store.change(store.get(Process, process.id), title=title)

    threads = [threading.Thread(target=rename, args=(f"t{i}",)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    with work.reading() as store:
        assert store.get(Process, process.id).revision == 9


def test_ids_rise_also_when_the_clock_goes_back(work, clock):
    early = [work.new_id() for _ in range(5)]
    clock.now -= timedelta(hours=1)
    late = [work.new_id() for _ in range(5)]

    assert early + late == sorted(early + late)
    assert {made.version for made in early} == {7}


def test_numbers_rise_without_gaps_and_per_series(work, process):
    with work.writing("cards") as store:
        cards = [store.next_number("card x") for _ in range(3)]
        others = store.next_numbers("card y", 2)

    assert cards == [1, 2, 3]
    assert others == (1, 2)


def test_numbers_go_on_in_the_next_range_when_one_is_full(work):
    with work.writing("cards") as store:
        numbers = store.next_numbers("card", 10_001)

    assert numbers[9_998] == 9_999
    assert numbers[9_999:] == (1_000_001, 1_000_002)


def people(store, process, count):
    for i in range(count):
        person = Person(id=store.new_id())
        yield person
        yield Contact(id=store.new_id(), person_id=person.id, name=f"Naam {i}")
        part = Participation(id=store.new_id(), process_id=process.id, person_id=person.id, number=f"{i + 1}")
        yield part
        yield Declared(id=store.new_id(), participation_id=part.id, feature="leeftijd", value="v")
        yield Declared(id=store.new_id(), participation_id=part.id, feature="wijk", value="v")
