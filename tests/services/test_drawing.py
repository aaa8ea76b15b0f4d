"""Drawing in the workspace: prepared, committed, drawn, withdrawn, and what people notice of it.

Long because every state of a draw starts from the same small pool.
"""

from __future__ import annotations

import itertools
import json
from dataclasses import replace

import pytest

from burgertop_app.domain.draw_records import DrawEntry, DrawFile, DrawState, QuotaLine, QuotaSet
from burgertop_app.domain.drawing import Commitment, DrawRequest, QuotaEntry, QuotaForm
from burgertop_app.domain.errors import CheckFailed, Conflict, InvalidInput, NotPossible
from burgertop_app.domain.people import Participation, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services import draw_checks, draw_verifying, leaving
from burgertop_app.services.draw_calculating import calculate, inspect
from burgertop_app.services.privacy import Privacy
from burgertop_app.storage import draw_store
from tests.beginnings import beginning

AGES, TOWNS = ("jong", "oud"), ("dorp", "stad")
TOLD = Commitment(
    number_source="Acht dobbelstenen",
    moment="4 maart, 20.00 uur",
    published_where="waterrijk.example/loting",
    witnesses="De notaris; twee bewoners",
)
FORM = QuotaForm(
    lines=(
        QuotaEntry(feature="leeftijd", value="jong", low=2, high=3, share=0.4),
        QuotaEntry(feature="leeftijd", value="oud", low=3, high=4, share=0.6),
        QuotaEntry(feature="wonen", value="dorp", low=2, high=4),
        QuotaEntry(feature="wonen", value="stad", low=2, high=4),
    ),
    source="CBS 2025",
)


@beginning
def pool(house, process):
    """Twenty-four people, six of each kind; numbers 1 and 2 share an address; six seats."""
    for number, (age, town) in enumerate(
        itertools.islice(itertools.cycle(itertools.product(AGES, TOWNS)), 24)
    ):
        home = "Dorpsstraat 1" if number < 2 else f"Dorpsstraat {number + 10}"
        form = PersonForm(
            name=f"Bewoner {number + 1}",
            address=home,
            postcode="1234 AB",
            features={"leeftijd": age, "wonen": town},
        )
        house.people.add(process, form)
    house.draw_preparing.choose(process, seats=6, reserves=4, households=False)
    house.drawing.set_quotas(process, FORM)
    return process


@pytest.fixture
def request_(pool):
    return DrawRequest(process_id=pool, seats=6)


@beginning
def prepared(house, request_):
    given = house.drawing.prepare(request_)
    return house.drawing.keep(given, calculate(given, UNHEARD)).id


@pytest.fixture
def committed(house, prepared):
    house.drawing.commit(prepared, TOLD)
    return prepared


@beginning
def drawn(house, committed):
    house.drawing.draw(committed, seed="6 2 4 1", reserves=4)
    return committed


def states(house, process):
    return {line.number: line.state for line in house.people.lines(process)}


def record(house, draw_id):
    return house.drawing.view(draw_id).record


def erase(house, draw_id, number):
    """Erase the person with `number` in a draw."""
    work = house.workspace.context.work
    with work.reading() as store:
        entry = store.one(DrawEntry, draw_id=draw_id, number=number)
        person = store.get(Participation, entry.participation_id).person_id
    Privacy(house.workspace.context).erase(person)


def test_a_prepared_lottery_shows_chances_and_no_panel(house, prepared):
    view = house.drawing.view(prepared)

    assert view.record.state is DrawState.PREPARED
    assert len(view.exact) == 24
    assert sum(view.published) == pytest.approx(6)
    assert view.panel == ()
    assert view.counts == {}


def test_groups_know_their_mean_chance(house, prepared):
    view = house.drawing.view(prepared)

    young = view.chances["leeftijd", "jong"] * 12 + view.chances["leeftijd", "oud"] * 12
    assert young == pytest.approx(6)


def test_the_commitment_fixes_source_and_hash(house, prepared):
    before = record(house, prepared).lottery_sha256

    house.drawing.commit(prepared, TOLD)

    after = record(house, prepared)
    assert after.state is DrawState.COMMITTED
    assert not after.rehearsal
    assert after.number_source == "Acht dobbelstenen"
    assert after.lottery_sha256 != before


def test_a_commitment_without_a_source_is_refused(house, prepared):
    with pytest.raises(InvalidInput, match="draw_commitment_incomplete"):
        house.drawing.commit(prepared, replace(TOLD, number_source=" "))


def test_a_commitment_to_yesterdays_pool_is_refused(house, pool, prepared):
    house.people.add(pool, PersonForm(name="Laatkomer", features={"leeftijd": "jong", "wonen": "dorp"}))

    assert house.drawing.view(prepared).outdated
    with pytest.raises(Conflict, match="draw_outdated"):
        house.drawing.commit(prepared, TOLD)


def test_a_commitment_to_yesterdays_quotas_is_refused(house, pool, prepared):
    house.draw_preparing.ease(pool, {("wonen", "dorp"): (1, 4)})

    with pytest.raises(Conflict, match="draw_outdated"):
        house.drawing.commit(prepared, TOLD)


def test_a_pool_that_changed_during_the_calculation_is_refused(house, request_):
    given = house.drawing.prepare(request_)
    lottery = calculate(given, UNHEARD)
    house.people.add(
        request_.process_id, PersonForm(name="Laatkomer", features={"leeftijd": "jong", "wonen": "dorp"})
    )

    with pytest.raises(Conflict, match="draw_pool_changed"):
        house.drawing.keep(given, lottery)
    assert house.drawing.draws(request_.process_id) == ()


def test_quotas_that_changed_during_the_calculation_are_refused(house, request_):
    given = house.drawing.prepare(request_)
    lottery = calculate(given, UNHEARD)
    house.draw_preparing.ease(request_.process_id, {("wonen", "dorp"): (1, 4)})

    with pytest.raises(Conflict, match="draw_pool_changed"):
        house.drawing.keep(given, lottery)


def test_the_drawn_panel_meets_every_quota(house, drawn):
    view = house.drawing.view(drawn)

    assert len(view.panel) == 6
    assert view.met == len(view.quotas) == 4


def test_the_number_follows_from_the_seed(house, drawn):
    kept = record(house, drawn)

    assert kept.seed == "6 2 4 1"
    assert 0 <= kept.drawn_number < 1000


def test_a_number_by_hand_is_taken_as_it_is(house, committed):
    house.drawing.draw(committed, number=417, reserves=0)

    assert record(house, committed).drawn_number == 417
    assert record(house, committed).seed == ""


def test_a_number_is_drawn_once(house, drawn):
    with pytest.raises(NotPossible, match="draw_is_drawn"):
        house.drawing.draw(drawn, seed="nog eens")


def test_people_hear_that_they_are_drawn_or_reserve(house, pool, drawn):
    view = house.drawing.view(drawn)
    now = states(house, pool)

    assert {number for number, state in now.items() if state is State.DRAWN} == set(view.panel)
    assert {number for number, state in now.items() if state is State.RESERVE} == set(view.reserves)


def test_reserves_stand_in_the_order_of_the_engine(house, drawn, tmp_path):
    house.draw_folders.write(drawn, tmp_path / "draw")

    rows = (tmp_path / "draw" / "reserves.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == list(house.drawing.view(drawn).reserves)


def test_folder_whose_record_cannot_be_kept_goes_again(house, drawn, tmp_path, monkeypatch):
    def refuse(*_asked):
        raise NotPossible("disk_full")

    monkeypatch.setattr(leaving, "record", refuse)
    with pytest.raises(NotPossible, match="disk_full"):
        house.draw_folders.write(drawn, tmp_path / "draw")

    assert not (tmp_path / "draw").exists()


def test_a_rehearsal_leaves_people_untouched(house, pool, prepared):
    house.drawing.draw(prepared, seed="proef", reserves=4)

    assert record(house, prepared).rehearsal
    assert set(states(house, pool).values()) == {State.REGISTERED}


def test_after_a_rehearsal_people_can_still_be_confirmed(house, pool, prepared):
    house.drawing.draw(prepared, seed="proef", reserves=4)
    everyone = house.people.lines(pool)

    house.people.mark([line.participation_id for line in everyone], State.CONFIRMED)

    assert {line.state for line in house.people.lines(pool)} == {State.CONFIRMED}


def test_the_reserves_of_a_rehearsal_have_no_place(house, pool, prepared):
    house.drawing.draw(prepared, seed="proef", reserves=4)
    everyone = house.people.lines(pool)

    house.people.mark([line.participation_id for line in everyone], State.RESERVE)

    assert {line.place for line in house.people.lines(pool)} == {None}


def test_after_a_rehearsal_the_draw_is_still_to_do(house, pool, prepared):
    house.drawing.draw(prepared, seed="6 2 4 1")

    assert "draw_panel" in [step.code for step in house.overview.steps(pool)]


def test_an_advice_does_not_call_a_rehearsal_a_draw(house, pool, prepared):
    house.drawing.draw(prepared, seed="6 2 4 1")
    advice = house.advising.start(pool, "Warm wonen").id

    assert house.printing.advice(advice).draw_method == ""


def test_an_advice_tells_how_the_panel_was_drawn(house, pool, drawn):
    advice = house.advising.start(pool, "Warm wonen").id

    assert "6 mensen geloot uit de 24" in house.printing.advice(advice).draw_method


def test_a_rehearsal_is_set_aside_by_the_next_calculation(house, pool, prepared, request_):
    house.drawing.draw(prepared, seed="proef", reserves=0)
    first = record(house, prepared).lottery_sha256

    given = house.drawing.prepare(request_)
    house.drawing.keep(given, calculate(given, UNHEARD))

    old, new = house.drawing.draws(pool)
    assert (old.state, old.withdrawn_reason) == (DrawState.WITHDRAWN, "superseded")
    assert (new.attempt, given.earlier_attempts) == (2, (first,))


def test_a_committed_draw_forbids_another(house, committed, request_):
    with pytest.raises(NotPossible, match="draw_stands"):
        house.drawing.prepare(request_)


def test_a_committed_draw_forbids_other_quotas(house, pool, committed):
    with pytest.raises(NotPossible, match="draw_stands"):
        house.drawing.set_quotas(pool, replace(FORM, source="elders"))


def test_a_withdrawn_draw_keeps_its_seed_and_its_reason(house, pool, drawn):
    house.drawing.withdraw(drawn, "De lijst was niet compleet")

    kept = house.drawing.draws(pool)[0]
    assert (kept.state, kept.seed) == (DrawState.WITHDRAWN, "6 2 4 1")
    assert kept.withdrawn_reason == "De lijst was niet compleet"
    assert set(states(house, pool).values()) == {State.REGISTERED}


def test_withdrawing_asks_for_a_reason(house, drawn):
    with pytest.raises(InvalidInput, match="reason_empty"):
        house.drawing.withdraw(drawn, "  ")


def test_the_next_attempt_names_all_earlier_ones(house, pool, drawn, request_):
    house.drawing.withdraw(drawn, "fout")
    given = house.drawing.prepare(request_)
    second = house.drawing.keep(given, calculate(given, UNHEARD)).id

    house.drawing.commit(second, TOLD)

    with house.workspace.context.work.reading() as store:
        told = json.loads(draw_store.files(store, second)["openbaar/toezegging.json"])
    assert told["attempt"] == 2
    assert told["earlier_attempts"] == [house.drawing.draws(pool)[0].lottery_sha256]


def test_a_draw_whose_people_came_cannot_be_withdrawn(house, pool, drawn):
    first = next(line for line in house.people.lines(pool) if line.state is State.DRAWN)
    house.people.mark([first.participation_id], State.PRESENT)

    with pytest.raises(NotPossible, match="draw_people_came"):
        house.drawing.withdraw(drawn, "fout")
    assert record(house, drawn).state is DrawState.DRAWN


def test_whoever_withdrew_before_the_number_keeps_that_state(house, pool, committed):
    ids = [line.participation_id for line in house.people.lines(pool)]
    house.people.mark(ids, State.WITHDRAWN)

    house.drawing.draw(committed, seed="6 2 4 1", reserves=2)

    assert set(states(house, pool).values()) == {State.WITHDRAWN}


def test_the_full_folder_passes_verify(house, drawn, tmp_path):
    house.draw_folders.write(drawn, tmp_path / "draw")

    codes = {each.code for each in draw_checks.verify(tmp_path / "draw").right}

    assert {"right_hash", "right_people", "right_number", "right_panel", "right_reserves"} <= codes


def test_a_folder_with_the_household_rule_passes_verify(house, pool, tmp_path):
    house.draw_preparing.choose(pool, seats=6, reserves=3, households=True)
    given = house.drawing.prepare(DrawRequest(process_id=pool, seats=6, households=True))
    made = house.drawing.keep(given, calculate(given, UNHEARD)).id
    house.drawing.commit(made, TOLD)
    house.drawing.draw(made, seed="6 2 4 1", reserves=3)

    found = draw_verifying.check(house.draw_folders.evidence(made), UNHEARD)

    assert [entry.household for entry in given.pool.entries if entry.household] == ["1", "1"]
    assert "right_recomputed" in {each.code for each in found.right}


def test_the_public_folder_holds_no_feature_of_a_person(house, drawn, tmp_path):
    house.draw_folders.write_public(drawn, tmp_path / "openbaar")

    names = {path.name for path in (tmp_path / "openbaar").iterdir()}
    assert names == {
        "toezegging.json",
        "opening.json",
        "protocol.pdf",
        "controleer_loting.py",
        "SHA256SUMS",
    }
    assert "Bewoner" not in (tmp_path / "openbaar" / "opening.json").read_text(encoding="utf-8")


def test_the_opening_comes_beside_the_commitment_that_was_published(house, committed, tmp_path):
    house.draw_folders.write_public(committed, tmp_path / "openbaar")
    before = (tmp_path / "openbaar" / "toezegging.json").read_bytes()
    house.drawing.draw(committed, seed="6 2 4 1", reserves=0)

    house.draw_folders.write_public(committed, tmp_path / "openbaar")

    assert (tmp_path / "openbaar" / "toezegging.json").read_bytes() == before
    codes = {each.code for each in draw_checks.verify(tmp_path / "openbaar").right}
    assert "right_public_opening" in codes


def test_a_public_folder_with_something_else_is_left_alone(house, committed, tmp_path):
    (tmp_path / "openbaar").mkdir()
    (tmp_path / "openbaar" / "brief.txt").write_text("van mij", encoding="utf-8")

    with pytest.raises(Conflict, match="draw_folder_taken"):
        house.draw_folders.write_public(committed, tmp_path / "openbaar")
    assert (tmp_path / "openbaar" / "brief.txt").read_text(encoding="utf-8") == "van mij"


def test_nothing_is_handed_over_before_the_commitment(house, prepared, tmp_path):
    with pytest.raises(NotPossible, match="draw_is_prepared"):
        house.draw_folders.write_public(prepared, tmp_path / "openbaar")


def test_checking_a_kept_draw_computes_it_again(house, drawn):
    found = draw_verifying.check(house.draw_folders.evidence(drawn), UNHEARD)

    assert "right_recomputed" in {each.code for each in found.right}


def test_checking_finds_a_number_that_was_changed_in_the_workspace(house, drawn):
    with house.workspace.context.work.writing("test") as store:
        kept = store.find(DrawFile, draw_id=drawn, name="openbaar/toezegging.json")[0]
        content = kept.content.replace(b'"seats": 6', b'"seats": 7')
        store.change(kept, content=content)

    with pytest.raises(CheckFailed) as caught:
        draw_verifying.check(house.draw_folders.evidence(drawn), UNHEARD)
    assert caught.value.params["part"] == "seats"


def test_a_rehearsal_is_marked_in_what_is_handed_over(house, prepared):
    house.drawing.draw(prepared, seed="proef", reserves=0)

    files = house.draw_folders.evidence(prepared).files
    assert json.loads(files["lottery.json"])["rehearsal"]
    assert json.loads(files["openbaar/toezegging.json"])["rehearsal"]
    assert house.draw_folders.protocol(prepared).rehearsal


def test_the_protocol_tells_of_a_withdrawal(house, drawn):
    house.drawing.withdraw(drawn, "De lijst was niet compleet")

    assert house.draw_folders.protocol(drawn).withdrawn.reason == "De lijst was niet compleet"


def test_after_an_erasure_the_draw_still_shows_its_panel_and_counts(house, drawn):
    before = house.drawing.view(drawn)
    erase(house, drawn, before.panel[0])

    after = house.drawing.view(drawn)

    assert (after.panel, after.counts, after.supply) == (before.panel, before.counts, before.supply)
    assert after.erased == 1


def test_after_an_erasure_the_full_folder_is_refused_with_the_reason(house, drawn, tmp_path):
    erase(house, drawn, house.drawing.view(drawn).panel[0])

    with pytest.raises(NotPossible, match="draw_people_erased"):
        house.draw_folders.write(drawn, tmp_path / "draw")


def test_after_an_erasure_the_check_says_what_cannot_be_seen_any_more(house, drawn):
    erase(house, drawn, house.drawing.view(drawn).panel[0])

    found = draw_verifying.check(house.draw_folders.evidence(drawn), UNHEARD)

    assert "right_public_opening" in {each.code for each in found.right}
    assert "beyond_erased" in {each.code for each in found.beyond}


def test_somebody_erased_between_commitment_and_number_is_no_obstacle(house, pool, committed):
    everyone = house.drawing.view(committed).numbers
    for number in everyone[:12]:
        erase(house, committed, number)

    house.drawing.draw(committed, seed="6 2 4 1", reserves=24)

    view = house.drawing.view(committed)
    assert len(view.panel) == 6
    assert not set(view.reserves) & set(everyone[:12])
    assert draw_verifying.check(house.draw_folders.evidence(committed), UNHEARD).right


def test_names_come_only_when_asked_for(house, drawn):
    assert house.drawing.view(drawn).names == {}
    named = house.drawing.view(drawn, names=True)
    assert named.names[named.panel[0]] == f"Bewoner {named.panel[0]}"


def test_a_thorough_look_finds_a_clash_and_a_way_out(house, pool):
    house.draw_preparing.ease(pool, {("leeftijd", "jong"): (5, 6), ("wonen", "stad"): (4, 6)})
    house.draw_preparing.choose(pool, seats=6, reserves=4, households=True)
    ids = [line.participation_id for line in house.people.lines(pool) if line.features["leeftijd"] == "jong"]
    house.people.mark(ids[2:], State.WITHDRAWN)

    given = house.drawing.prepare(DrawRequest(process_id=pool, seats=6, households=True))
    found = inspect(given, UNHEARD)

    assert found.possible is False


def test_somebody_without_a_value_is_named_by_number(house, pool, request_):
    house.people.add(pool, PersonForm(name="Zonder leeftijd", features={"wonen": "dorp"}))

    with pytest.raises(InvalidInput, match="person_value_missing") as caught:
        house.drawing.prepare(request_)
    assert caught.value.params["feature"] == "leeftijd"


def test_quotas_of_a_draw_stay_when_later_ones_come(house, pool, prepared):
    used = record(house, prepared).quota_set_id

    house.draw_preparing.ease(pool, {("wonen", "dorp"): (1, 4)})

    with house.workspace.context.work.reading() as store:
        lows = [line.low for line in store.find(QuotaLine, order_by="position", quota_set_id=used)]
        assert lows == [2, 3, 2, 2]
        assert store.count(QuotaSet, process_id=pool) == 2


def test_who_said_no_is_not_drawn_again_after_a_withdrawal(house, pool, drawn):
    number = house.drawing.view(drawn).panel[0]
    line = next(line for line in house.people.lines(pool) if line.number == number)
    house.people.mark([line.participation_id], State.DECLINED)

    house.drawing.withdraw(drawn, "de lijst was niet volledig")

    assert states(house, pool)[number] is State.DECLINED
