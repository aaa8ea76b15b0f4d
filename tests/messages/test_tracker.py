from datetime import date
from uuid import UUID

import pytest

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.overview_views import TermLine
from burgertop_app.domain.reminding import Occasion, Planned, Standing
from burgertop_app.messages import tracker

TODAY = date(2026, 4, 14)
ID = UUID(int=1)
TO_DO = Planned(TODAY, Occasion.DAY_AFTER, Standing.TO_DO)
COMING = Planned(date(2026, 4, 28), Occasion.STILL_LATE, Standing.COMING)


def line(due_on, **told):
    received = date(2026, 3, 2) if due_on else None
    return TermLine(
        ID,
        ID,
        "Warm wonen",
        "Waterrijk",
        AdviceState.RECEIVED,
        received_on=received,
        due_on=due_on,
        answered=8,
        recommendations=11,
        **({"agreed_on": due_on} | told),
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (line(date(2026, 4, 13)), "Warm wonen: 1 dag te laat."),
        (line(date(2026, 4, 16)), "Warm wonen: nog 2 dagen."),
        (line(date(2026, 5, 20), reminder=TO_DO), "Warm wonen: er moet een herinnering uit."),
        (line(date(2026, 5, 20), reminder=COMING), ""),
        (line(None), ""),
    ],
)
def test_only_what_needs_somebody_is_told(found, said):
    assert tracker.urgent_words(found, TODAY) == said


def test_the_banner_counts_over_all_processes():
    lines = [line(date(2026, 4, 13), reminder=TO_DO), line(date(2026, 4, 16)), line(None)]

    assert tracker.banner(lines, TODAY) == (
        "1 advies is te laat. De termijn van 1 advies loopt binnen een week af. Er moet nu 1 herinnering uit."
        " Van 1 advies is er nog geen bewijs van ontvangst."
    )
    assert tracker.banner([line(date(2026, 6, 1))], TODAY) == ""


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (line(date(2026, 5, 4), agreed_on=date(2026, 4, 13)), "uitgesteld, was 13 apr"),
        (line(date(2026, 5, 4)), "afgesproken"),
        (line(None, offered_on=date(2026, 4, 1)), "aangeboden 1 apr"),
    ],
)
def test_a_postponement_is_never_silent(found, said):
    assert tracker.beside_last_day(found) == said


def test_how_much_is_answered_is_said():
    assert tracker.answered_words(line(date(2026, 5, 4))) == "8 van 11 beantwoord"
