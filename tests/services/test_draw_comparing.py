"""The method of a draw: chosen, compared without a panel, and refused where nothing proves its chances."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace

import pytest

from burgertop_app.domain.draw_comparison import MethodChances
from burgertop_app.domain.drawing import Commitment, DrawRequest, QuotaEntry, QuotaForm
from burgertop_app.domain.draws import METHODS
from burgertop_app.domain.errors import Cancelled, InvalidInput, NotPossible
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services.draw_calculating import calculate
from burgertop_app.services.draw_comparing import compare
from tests.beginnings import beginning

TOLD = Commitment(number_source="Dobbelstenen", moment="Vandaag", published_where="waterrijk.example")


@beginning
def five(house, process):
    """Five people, two of them in the north, for two seats of which one is for the north."""
    for name, part in (("Ada", "Noord"), ("Bo", "Noord"), ("Cis", "Zuid"), ("Dan", "Zuid"), ("Eva", "Zuid")):
        house.people.add(process, PersonForm(name=name, features={"wijk": part}))
    house.draw_preparing.choose(process, seats=2, reserves=0, households=False)
    lines = tuple(QuotaEntry(feature="wijk", value=part, low=1, high=1) for part in ("Noord", "Zuid"))
    house.drawing.set_quotas(process, QuotaForm(lines=lines))
    return process


@pytest.fixture
def request_of(house):
    def asked(process):
        return DrawRequest(
            process_id=process, seats=2, method=house.draw_preparing.setup(process).choices.method
        )

    return asked


def test_chosen_method_is_the_one_of_the_next_lottery(house, five, request_of):
    house.draw_comparing.choose(five, "goldilocks")

    given = house.drawing.prepare(request_of(five))
    house.drawing.keep(given, calculate(given, UNHEARD))

    assert house.drawing.draws(five)[-1].method == "goldilocks"


def test_lottery_by_another_method_than_chosen_since_is_out_of_date(house, five, request_of):
    given = house.drawing.prepare(request_of(five))
    house.drawing.keep(given, calculate(given, UNHEARD))

    house.draw_comparing.choose(five, "nash")

    assert house.drawing.view(house.drawing.draws(five)[-1].id).outdated


def test_unknown_method_is_refused(house, five):
    with pytest.raises(InvalidInput) as refused:
        house.draw_comparing.choose(five, "dice")

    assert refused.value.code == "draw_method"


def test_quick_lottery_cannot_be_recorded(house, five, request_of):
    house.draw_comparing.choose(five, "quick")
    given = house.drawing.prepare(request_of(five))
    draw_id = house.drawing.keep(given, calculate(given, UNHEARD)).id

    with pytest.raises(NotPossible) as refused:
        house.drawing.commit(draw_id, TOLD)

    assert refused.value.code == "draw_unbinding"


def test_quick_lottery_can_be_rehearsed(house, five, request_of):
    house.draw_comparing.choose(five, "quick")
    given = house.drawing.prepare(request_of(five))
    draw_id = house.drawing.keep(given, calculate(given, UNHEARD)).id

    house.drawing.draw(draw_id, number=7)

    assert house.drawing.view(draw_id).record.rehearsal


@pytest.mark.parametrize("method", METHODS)
def test_comparison_gives_the_chances_of_the_lottery_itself(house, five, request_of, method):
    given = house.drawing.prepare(replace(request_of(five), method=method))

    (found,) = compare(house.draw_comparing.prepare(request_of(five), (method,)), UNHEARD)

    exact = sorted(chance / 1e12 for _number, chance in calculate(given, UNHEARD).exact)
    assert found.chances == pytest.approx(exact, abs=1e-9)


def test_comparison_travels_between_processes_and_holds_no_panel(house, five, request_of):
    asked = pickle.loads(pickle.dumps(house.draw_comparing.prepare(request_of(five), ("nash", "quick"))))  # noqa: S301

    found = compare(asked, UNHEARD)

    assert [each.method for each in found] == ["nash", "quick"]
    assert [field.name for field in fields(found[0])] == ["method", "chances"]


def test_comparison_can_be_cancelled(house, five, request_of):
    class Impatient:
        def checkpoint(self, _phase, _fraction=None):
            raise Cancelled

    with pytest.raises(Cancelled):
        compare(house.draw_comparing.prepare(request_of(five), ("quick",)), Impatient())


def test_figures_of_a_method_leave_people_without_a_chance_out_of_the_lowest():
    found = MethodChances("nash", (0.5, 0.0, 0.25, 0.25))

    assert (found.lowest, found.highest, found.without) == (0.25, 0.5, 1)
    assert found.gini == pytest.approx(0.375)
