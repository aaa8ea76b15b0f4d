"""Draws at the edge in the workspace: the same as from files, with people who can be marked."""

from __future__ import annotations

import pytest

from burgertop_app.domain.draw_marks import Mark, MarkKind
from burgertop_app.domain.drawing import DrawRequest, QuotaEntry, QuotaForm
from burgertop_app.domain.errors import BurgertopError, InvalidInput, NotPossible
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services.draw_calculating import calculate, inspect

MIXED = ["jong", "jong", "oud", "oud"]


@pytest.fixture
def prepared(house, process):
    """Prepare a draw of people with these ages; quotas are (value, least, most)."""

    def made(ages, quotas, seats):
        for age in ages:
            house.people.add(process, PersonForm(name="Bewoner", features={"leeftijd": age}))
        lines = tuple(
            QuotaEntry(feature="leeftijd", value=value, low=low, high=high) for value, low, high in quotas
        )
        house.draw_preparing.choose(process, seats=seats, reserves=2, households=False)
        house.drawing.set_quotas(process, QuotaForm(lines=lines))
        return house.drawing.prepare(DrawRequest(process_id=process, seats=seats))

    return made


def chances(house, given):
    lottery = calculate(given, UNHEARD)
    draw_id = house.drawing.keep(given, lottery).id
    house.drawing.draw(draw_id, number=417, reserves=2)
    return set(house.drawing.view(draw_id).published)


@pytest.mark.parametrize(
    ("ages", "quotas", "seats", "expected"),
    [
        (["jong"] * 6, [("jong", 0, 3)], 3, {0.5}),
        (["jong"], [("jong", 1, 1)], 1, {1.0}),
        (MIXED, [("jong", 0, 4), ("oud", 0, 4)], 4, {1.0}),
        (MIXED, [("jong", 1, 1), ("oud", 1, 1), ("ouder", 0, 2)], 2, {0.5}),
        ([f"v{n}" for n in range(40)], [(f"v{n}", 0, 1) for n in range(40)], 10, {0.25}),
    ],
    ids=["ties", "one person", "k = n", "supply 0", "40 values"],
)
def test_a_draw_at_the_edge_is_made(house, prepared, ages, quotas, seats, expected):
    found = sorted(chances(house, prepared(ages, quotas, seats)))
    assert found == pytest.approx(sorted(expected))


def test_no_seats_are_refused(house, process):
    with pytest.raises(InvalidInput, match="draw_seats"):
        house.draw_preparing.choose(process, seats=0, reserves=0, households=False)


@pytest.mark.parametrize(
    ("quotas", "seats", "code"),
    [
        ([("jong", 0, 9), ("oud", 0, 9)], 5, "draw_seats_over_people"),
        ([("jong", 1, 2), ("oud", 1, 2), ("ouder", 1, 1)], 3, "draw_supply_short"),
        ([("jong", 2, 2), ("oud", 2, 2)], 3, "draw_lows_over_seats"),
        ([("jong", 1, 1), ("oud", 1, 1)], 3, "draw_highs_under_seats"),
    ],
)
def test_what_cannot_be_drawn_is_refused_by_name(prepared, quotas, seats, code):
    given = prepared(MIXED, quotas, seats)

    with pytest.raises(NotPossible, match=code):
        calculate(given, UNHEARD)
    assert inspect(given, UNHEARD).possible is False


def test_nobody_to_draw_from_is_refused(prepared):
    with pytest.raises(BurgertopError, match="pool_empty"):
        prepared([], [("jong", 1, 1)], 1)


def test_more_sitting_members_than_seats_are_refused(house, process, prepared):
    prepared(MIXED, [("jong", 0, 2), ("oud", 0, 2)], 2)
    house.draw_marking.mark(
        [line.participation_id for line in house.people.lines(process)][:3], Mark(MarkKind.KEPT_IN)
    )
    given = house.drawing.prepare(DrawRequest(process_id=process, seats=2))

    with pytest.raises(NotPossible, match="draw_keep_in_over_seats"):
        calculate(given, UNHEARD)


def test_everybody_kept_out_is_refused(house, process, prepared):
    prepared(MIXED, [("jong", 0, 2), ("oud", 0, 2)], 2)
    everyone = [line.participation_id for line in house.people.lines(process)]
    house.draw_marking.mark(everyone, Mark(MarkKind.KEPT_OUT))
    given = house.drawing.prepare(DrawRequest(process_id=process, seats=2))

    with pytest.raises(NotPossible, match="draw_seats_over_people"):
        calculate(given, UNHEARD)
    assert inspect(given, UNHEARD).possible is False
