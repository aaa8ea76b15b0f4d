"""Ten thousand draws from one lottery: everyone is drawn as often as was published."""

from __future__ import annotations

from collections import Counter
from math import sqrt

import pytest

from burgertop_app.domain.draw_protocol import number_from_seed
from burgertop_app.domain.draws import PANELS
from burgertop_app.domain.lottery_file import lottery_sha256
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.engines.sortition.lottery import compute

DRAWS = 10_000


@pytest.fixture(scope="module")
def lottery(n200):
    return compute(*n200, UNHEARD)


@pytest.fixture(scope="module")
def drawn(lottery):
    digest = lottery_sha256(lottery)
    numbers = [number_from_seed(digest, f"worp {turn}") for turn in range(DRAWS)]
    return Counter(member for number in numbers for member in lottery.panels[number])


def test_everyone_is_drawn_as_often_as_published(lottery, drawn):
    """Largest deviation of 200 people, in standard deviations; above 4.9 once in 5 000 runs at most."""
    chances = {number: times / PANELS for number, times in lottery.counts.items()}

    worst = max(
        abs(drawn[number] - DRAWS * chance) / sqrt(DRAWS * chance * (1 - chance))
        for number, chance in chances.items()
        if 0 < chance < 1
    )

    assert worst < 4.9


def test_the_frequencies_of_all_people_fit_the_published_chances(lottery, drawn):
    """Chi-square of a binomial count per person.

    People of one panel are drawn together, so it spreads more than with independent people: 3 000 resampled
    runs of this lottery had mean 195, deviation 38, and 364 at most. Above 400 by chance: less than once in
    1 000 runs.
    """
    chances = [(number, times / PANELS) for number, times in lottery.counts.items() if 0 < times < PANELS]

    chi_square = sum(
        (drawn[number] - DRAWS * chance) ** 2 / (DRAWS * chance * (1 - chance)) for number, chance in chances
    )

    assert len(chances) > 190
    assert chi_square < 400


def test_certain_people_are_always_drawn_and_impossible_people_never(lottery, drawn):
    certain = {number for number, times in lottery.counts.items() if times == PANELS}
    impossible = {number for number, times in lottery.counts.items() if times == 0}

    assert all(drawn[number] == DRAWS for number in certain)
    assert not any(drawn[number] for number in impossible)
