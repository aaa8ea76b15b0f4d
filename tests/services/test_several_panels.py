"""Several panels from one pool: comparisons and letters look at all of them."""

from __future__ import annotations

import pytest

from burgertop_app.domain.draw_records import DrawEntry, Outcome
from burgertop_app.domain.drawing import Commitment, DrawRequest, QuotaEntry, QuotaForm
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.letters import Blank
from burgertop_app.domain.people import Participation
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services.draw_calculating import calculate
from tests.beginnings import beginning

TOLD = Commitment(number_source="Dobbelstenen", moment="4 maart", published_where="waterrijk.example")
FORM = QuotaForm(
    lines=(
        QuotaEntry(feature="leeftijd", value="jong", low=2, high=2),
        QuotaEntry(feature="leeftijd", value="oud", low=2, high=2),
    )
)


def draw(house, process, *, real=True):
    panel = house.draw_preparing.setup(process).panel
    given = house.drawing.prepare(DrawRequest(process_id=process, seats=4, panel=panel))
    made = house.drawing.keep(given, calculate(given, UNHEARD)).id
    if real:
        house.drawing.commit(made, TOLD)
    house.drawing.draw(made, seed="6 2 4 1", reserves=0)
    return made


@beginning
def pool(house, process):
    """Sixteen people of two ages; four seats."""
    for number in range(16):
        form = PersonForm(name=f"Bewoner {number}", features={"leeftijd": ("jong", "oud")[number % 2]})
        house.people.add(process, form)
    house.draw_preparing.choose(process, seats=4, reserves=0, households=False)
    house.drawing.set_quotas(process, FORM)
    return process


@beginning
def panels(house, pool):
    """Two panels of four, the second out of the twelve whom the first left."""
    first = draw(house, pool)
    house.draw_preparing.another_panel(pool)
    return first, draw(house, pool)


def erase_somebody(house, draw_id, outcome, value="jong"):
    with house.workspace.context.work.reading() as store:
        found = store.find(DrawEntry, draw_id=draw_id, outcome=outcome)
        chosen = next(entry for entry in found if entry.features.get("leeftijd") == value)
        person = store.get(Participation, chosen.participation_id).person_id
    house.privacy.erase(person)


def counts(house, process):
    return {share.value: (share.pool_count, share.panel_count) for share in house.people.shares(process)}


@pytest.mark.parametrize("place", [0, 1])
def test_a_member_of_either_panel_who_is_erased_stays_counted(house, pool, panels, place):
    before = counts(house, pool)

    erase_somebody(house, panels[place], Outcome.PANEL)

    assert before == {"jong": (8, 4), "oud": (8, 4)}
    assert counts(house, pool) == before


def test_erased_people_of_both_panels_and_of_the_pool_stay_counted(house, pool, panels):
    for draw_id, outcome in (
        (panels[0], Outcome.PANEL),
        (panels[1], Outcome.PANEL),
        (panels[1], Outcome.REMAINING),
    ):
        erase_somebody(house, draw_id, outcome)

    assert counts(house, pool) == {"jong": (8, 4), "oud": (8, 4)}


def told(house, process, kind, *people):
    """How many registrations the letter tells each of these people of."""
    word = house.lettering.words(process)[Blank.POOL]
    papers = [house.lettering.example(process, kind, person) for person in people]
    return [dict(paper.letters[0].filled)[word] for paper in papers]


def recipients(house, process, draw_id, outcome):
    with house.workspace.context.work.reading() as store:
        chosen = {e.participation_id for e in store.find(DrawEntry, draw_id=draw_id, outcome=outcome)}
    kind = MailKind.DRAWN if outcome is Outcome.PANEL else MailKind.NOT_DRAWN
    return [one for one in house.mailings.letters(process, kind) if one.participation_id in chosen]


@beginning
def late(house, pool):
    """Two panels; three people registered between the draws."""
    first = draw(house, pool)
    for number in range(3):
        house.people.add(pool, PersonForm(name=f"Later {number}", features={"leeftijd": "oud"}))
    house.draw_preparing.another_panel(pool)
    return first, draw(house, pool)


def test_a_letter_tells_of_the_draw_of_its_own_panel(house, pool, late):
    people = [recipients(house, pool, draw_id, Outcome.PANEL)[0] for draw_id in late]

    assert told(house, pool, MailKind.DRAWN, *people) == ["16", "19"]


def test_who_was_not_drawn_hears_of_the_newest_draw(house, pool, late):
    person = recipients(house, pool, late[1], Outcome.REMAINING)[0]

    assert told(house, pool, MailKind.NOT_DRAWN, person) == ["19"]


def test_a_rehearsal_does_not_count_in_a_letter(house, pool):
    draw(house, pool, real=False)
    house.people.add(pool, PersonForm(name="Later", features={"leeftijd": "oud"}))

    person = house.mailings.letters(pool, MailKind.CONFIRMATION)[0]

    assert told(house, pool, MailKind.CONFIRMATION, person) == ["17"]
