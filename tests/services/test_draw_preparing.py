"""Before a draw: quotas from people, from shares and from a sheet; versions; seats and rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burgertop_app.domain.draw_records import QuotaSet
from burgertop_app.domain.drawing import DrawRequest, QuotaEntry, QuotaForm
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.messages.draw_outlook import Tone, findings, verdict
from burgertop_app.services.draw_calculating import calculate, inspect
from tests.beginnings import beginning

SHEET = "feature,value,min,max\nwijk,Noord,1,2\nwijk,Zuid,2,3\n"


@beginning
def three(house, process):
    """Three people, one of them in another part of town, two at one address."""
    for name, part, street in (
        ("Ada", "Noord", "Kade 1"),
        ("Bo", "Zuid", "Kade 1"),
        ("Cis", "Zuid", "Kade 3"),
    ):
        form = PersonForm(name=name, address=street, postcode="1234 AB", features={"wijk": part})
        house.people.add(process, form)
    house.draw_preparing.choose(process, seats=2, reserves=5, households=False)
    return process


def versions(house, process):
    with house.workspace.context.work.reading() as store:
        return store.count(QuotaSet, process_id=process)


def outlook(house, process):
    setup = house.draw_preparing.setup(process)
    request = DrawRequest(process_id=process, seats=setup.seats, households=setup.choices.households)
    given = house.drawing.prepare(request)
    return findings(setup, house.drawing.glance(request), inspect(given, UNHEARD))


def test_there_is_nothing_yet_in_a_new_process(house, process):
    setup = house.draw_preparing.setup(process)

    assert (setup.people, setup.lines, setup.quota_set, setup.standing) == (0, (), None, None)


def test_quotas_begin_with_what_people_declared(house, three):
    house.draw_preparing.start_quotas(three)

    lines = house.draw_preparing.setup(three).lines
    assert [(line.feature, line.value, line.low, line.high) for line in lines] == [
        ("wijk", "Noord", 0, 2),
        ("wijk", "Zuid", 0, 2),
    ]


def test_without_people_there_is_nothing_to_begin_with(house, process):
    with pytest.raises(NotPossible, match="quotas_nothing_declared"):
        house.draw_preparing.start_quotas(process)


def test_quotas_from_a_sheet_keep_the_shares_that_were_known(house, three, tmp_path):
    (tmp_path / "quotas.csv").write_text(SHEET, encoding="utf-8")
    known = QuotaEntry(feature="wijk", value="Noord", low=0, high=2, share=0.25)
    house.drawing.set_quotas(three, QuotaForm(lines=(known,), source="CBS"))

    house.draw_preparing.import_quotas(three, tmp_path / "quotas.csv")

    setup = house.draw_preparing.setup(three)
    assert [(line.value, line.low, line.share) for line in setup.lines] == [
        ("Noord", 1, 0.25),
        ("Zuid", 2, None),
    ]
    assert setup.quota_set.source == "CBS"


def test_a_sheet_with_a_mistake_changes_nothing(house, three, tmp_path):
    (tmp_path / "quotas.csv").write_text(SHEET + "wijk,Noord,1,1\n", encoding="utf-8")

    with pytest.raises(InvalidInput, match="quota_row_twice"):
        house.draw_preparing.import_quotas(three, tmp_path / "quotas.csv")
    assert versions(house, three) == 0


def test_the_same_quotas_again_are_no_new_version(house, three):
    house.draw_preparing.start_quotas(three)

    change = house.drawing.set_quotas(three, house.draw_preparing.setup(three).form)

    assert change.topics == frozenset()
    assert versions(house, three) == 1


def test_somebody_who_is_typing_makes_no_new_versions(house, three):
    house.draw_preparing.start_quotas(three)

    house.draw_preparing.ease(three, {("wijk", "Noord"): (1, 1)})

    assert versions(house, three) == 1
    assert house.draw_preparing.setup(three).lines[0].low == 1


def test_a_later_change_is_a_version(house, three, clock):
    house.draw_preparing.start_quotas(three)
    clock.on(hours=1)

    house.draw_preparing.ease(three, {("wijk", "Noord"): (1, 1)})

    assert versions(house, three) == 2


def test_a_version_that_a_draw_used_stays(house, three):
    house.draw_preparing.start_quotas(three)
    given = house.drawing.prepare(DrawRequest(process_id=three, seats=2))
    house.drawing.keep(given, calculate(given, UNHEARD))

    house.draw_preparing.ease(three, {("wijk", "Noord"): (1, 1)})

    assert versions(house, three) == 2


def test_other_groups_are_a_version(house, three):
    house.draw_preparing.start_quotas(three)
    form = house.draw_preparing.setup(three).form
    more = QuotaEntry(feature="wijk", value="Oost", low=0, high=2)

    house.drawing.set_quotas(three, replace(form, lines=(*form.lines, more)))

    assert versions(house, three) == 2


def test_a_minimum_above_the_maximum_is_refused(house, three):
    house.draw_preparing.start_quotas(three)

    with pytest.raises(InvalidInput, match="quota_bounds"):
        house.draw_preparing.ease(three, {("wijk", "Noord"): (2, 1)})


def test_choices_are_kept(house, three):
    house.draw_preparing.choose(three, seats=2, reserves=7, households=True)

    setup = house.draw_preparing.setup(three)
    assert (setup.seats, setup.choices.reserves, setup.choices.households) == (2, 7, True)


def test_people_who_share_an_address_are_seen(house, three):
    assert house.draw_preparing.setup(three).homes == (("1", "2"),)


def test_a_possible_draw_gets_a_yes(house, three):
    house.draw_preparing.start_quotas(three)

    found = outlook(house, three)

    assert verdict(found)[0] is Tone.FINE
    assert "Niemand heeft kans nul." in [finding.words for finding in found]


def test_too_few_people_get_a_not_yet(house, three):
    house.draw_preparing.start_quotas(three)
    house.draw_preparing.ease(three, {("wijk", "Noord"): (2, 2)})

    assert verdict(outlook(house, three))[0] is Tone.WRONG


def test_a_tight_group_is_told_first_by_name(house, three):
    house.draw_preparing.start_quotas(three)
    house.draw_preparing.ease(three, {("wijk", "Noord"): (1, 2)})

    tight = [finding for finding in outlook(house, three) if finding.tone is Tone.TIGHT]

    assert "Noord" in tight[0].strong


def test_somebody_without_a_value_stands_in_the_way(house, three):
    house.draw_preparing.start_quotas(three)
    house.people.add(three, PersonForm(name="Dirk"))

    setup = house.draw_preparing.setup(three)

    assert [each.number for each in setup.lacking] == ["4"]
    assert verdict(findings(setup, None, None))[0] is Tone.WRONG


def test_while_we_look_there_is_no_verdict(house, three):
    house.draw_preparing.start_quotas(three)
    setup = house.draw_preparing.setup(three)
    quick = house.drawing.glance(DrawRequest(process_id=three, seats=2))

    assert verdict(findings(setup, quick, None))[0] is Tone.BUSY
