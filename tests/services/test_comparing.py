"""How groups compare after people left or were erased, and which groups are published together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from burgertop_app.domain.draw_records import DrawEntry, Outcome
from burgertop_app.domain.drawing import Commitment, DrawRequest, QuotaEntry, QuotaForm
from burgertop_app.domain.events import Presence
from burgertop_app.domain.merging import merged
from burgertop_app.domain.people import Participation, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services import comparing
from burgertop_app.services.draw_calculating import calculate
from burgertop_app.storage.log import same_entry
from burgertop_app.storage.rows.everywhere import LogEntryRow, LogPayloadRow
from tests.beginnings import beginning

TOLD = Commitment(
    number_source="Acht dobbelstenen",
    moment="4 maart, 20.00 uur",
    published_where="waterrijk.example/loting",
    witnesses="",
)
FORM = QuotaForm(
    lines=(
        QuotaEntry(feature="wijk", value="Noord", low=3, high=3, share=0.4),
        QuotaEntry(feature="wijk", value="Oost", low=3, high=3, share=0.3),
        QuotaEntry(feature="wijk", value="Zuid", low=3, high=3, share=0.3),
    ),
    source="CBS",
)
SUPPLY = {"Noord": 10, "Oost": 6, "Zuid": 5}


@beginning
def pool(house, process):
    """Ten people from the north, six from the east and five from the south; nine seats."""
    for district, people in SUPPLY.items():
        for number in range(people):
            house.people.add(process, PersonForm(name=f"{district} {number}", features={"wijk": district}))
    house.draw_preparing.choose(process, seats=9, reserves=0, households=False)
    house.drawing.set_quotas(process, FORM)
    return process


@beginning
def drawn(house, pool):
    given = house.drawing.prepare(DrawRequest(process_id=pool, seats=9))
    draw = house.drawing.keep(given, calculate(given, UNHEARD)).id
    house.drawing.commit(draw, TOLD)
    house.drawing.draw(draw, seed="6 2 4 1")
    return draw


def panel(house, draw):
    """The participation of everyone in the panel, by district."""
    with house.workspace.context.work.reading() as store:
        found = store.find(DrawEntry, draw_id=draw, outcome=Outcome.PANEL)
    return {entry.participation_id: entry.features["wijk"] for entry in found}


def erase(house, participation):
    with house.workspace.context.work.reading() as store:
        person = store.get(Participation, participation).person_id
    house.privacy.erase(person)


def counts(house, process):
    return [(share.value, share.pool_count, share.panel_count) for share in house.people.shares(process)]


def present(house, process):
    return [(share.value, share.present_count, share.present) for share in house.people.shares(process)]


def together(house, process):
    """Which values would be published together now."""
    with house.workspace.context.work.reading() as store:
        return merged(comparing.shares(store, process), comparing.fixed_merging(store, process))["wijk"]


def test_who_declined_or_withdrew_after_the_draw_stays_in_pool_and_panel(house, pool, drawn):
    before = counts(house, pool)
    first, second = list(panel(house, drawn))[:2]

    house.people.mark([first], State.DECLINED)
    house.people.mark([second], State.WITHDRAWN, "verhuisd")

    assert before == [("Noord", 10, 3), ("Oost", 6, 3), ("Zuid", 5, 3)]
    assert counts(house, pool) == before


def test_an_erasure_after_the_draw_changes_no_published_figure(house, pool, drawn):
    before, apart = counts(house, pool), together(house, pool)
    chosen = panel(house, drawn)
    south = next(one for one, district in chosen.items() if district == "Zuid")

    erase(house, south)

    assert counts(house, pool) == before == [("Noord", 10, 3), ("Oost", 6, 3), ("Zuid", 5, 3)]
    assert together(house, pool) == apart == (("Noord",), ("Oost",), ("Zuid",))
    assert [share.panel for share in house.people.shares(pool)] == [pytest.approx(1 / 3)] * 3


def test_what_was_published_apart_at_the_draw_stays_apart(house, pool, drawn):
    with house.workspace.context.work.reading() as store:
        merging = comparing.kept_merging(store, drawn)

    assert merging == {"wijk": (("Noord",), ("Oost",), ("Zuid",))}


def test_before_a_draw_the_groups_of_the_moment_decide(house, pool):
    south = next(line for line in house.people.lines(pool) if line.features["wijk"] == "Zuid")

    erase(house, south.participation_id)

    assert together(house, pool) == (("Noord",), ("Oost", "Zuid"))


def test_a_withdrawn_draw_leaves_nobody_drawn(house, pool, drawn):
    left = next(iter(panel(house, drawn)))
    house.people.mark([left], State.WITHDRAWN, "verhuisd")

    house.drawing.withdraw(drawn, "Er stond een fout in.")

    numbers = house.overview.numbers(pool)
    assert (numbers.registered, numbers.drawn) == (21, 0)


def test_an_erasure_changes_no_share_of_those_present(house, pool, drawn):
    event = house.meetings.add(pool, title="Paneldag", on=None, place="").id
    came = list(panel(house, drawn))[:4]
    house.event_day.attend(event, dict.fromkeys(came, Presence.PRESENT))
    before = present(house, pool)

    erase(house, came[0])
    erase(house, came[1])

    assert sum(count for _value, count, _part in before) == 4
    assert present(house, pool) == before


def test_somebody_present_who_withdrew_before_the_erasure_still_counts(house, pool, drawn):
    event = house.meetings.add(pool, title="Paneldag", on=None, place="").id
    came = next(iter(panel(house, drawn)))
    house.event_day.attend(event, {came: Presence.PRESENT})
    house.people.mark([came], State.WITHDRAWN, "verhuisd")

    erase(house, came)

    assert sum(count for _value, count, _part in present(house, pool)) == 1


def test_the_log_does_not_tell_in_which_group_an_erased_person_counts(house, pool, drawn):
    event = house.meetings.add(pool, title="Paneldag", on=None, place="").id
    came, district = next(iter(panel(house, drawn).items()))
    house.event_day.attend(event, {came: Presence.PRESENT})

    erase(house, came)

    with house.workspace.context.work.reading() as store:
        told = store.session.execute(
            select(LogPayloadRow.content)
            .join(LogEntryRow, same_entry())
            .where(LogEntryRow.table_name == "setting", LogPayloadRow.content.contains(district))
        ).all()
    assert told == []


def test_a_feature_put_right_after_the_draw_leaves_the_statement_as_full_as_before(house, process):
    """The opening counts the panel as it was; that does not contradict what is known now."""
    for number in range(45):
        features = {"wijk": ("Noord", "Oost", "Zuid")[number % 3]}
        house.people.add(process, PersonForm(name=f"Bewoner {number}", features=features))
    house.draw_preparing.choose(process, seats=15, reserves=0, households=False)
    lines = tuple(replace(line, low=5, high=5) for line in FORM.lines)
    house.drawing.set_quotas(process, replace(FORM, lines=lines))
    given = house.drawing.prepare(DrawRequest(process_id=process, seats=15))
    draw = house.drawing.keep(given, calculate(given, UNHEARD)).id
    house.drawing.commit(draw, TOLD)
    house.drawing.draw(draw, number=7)
    who, district = next(iter(panel(house, draw).items()))
    other = next(value for value in SUPPLY if value != district)
    before = house.representing.view(process).shown.features

    house.people.edit(who, PersonForm(name="Bewoner", features={"wijk": other}))

    after = house.representing.view(process).shown.features
    hidden = [[line.shares.count(None) for line in one.values] for one in (*before, *after)]
    assert hidden == [[0, 0, 0], [0, 0, 0]]
