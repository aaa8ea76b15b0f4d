"""Schulze against the published example, against its definition, and what it promises."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.engines.ballots.schulze import better_than, paths, wins

EXAMPLE = {
    "ACBED": 5,
    "ADECB": 5,
    "BEDAC": 8,
    "CABED": 3,
    "CAEBD": 7,
    "CBADE": 2,
    "DCEBA": 7,
    "EBADC": 8,
}
RANKS = st.lists(st.one_of(st.none(), st.integers(1, 4)), min_size=4, max_size=4).map(tuple)
PAPERS = st.lists(RANKS, max_size=9)


def ranked(order):
    return tuple(order.index(letter) + 1 for letter in "ABCDE")


def published():
    return [ranked(order) for order, times in EXAMPLE.items() for _time in range(times)]


def by_definition(won):
    """The strength of the strongest path, by trying every chain without a repeat."""
    options = range(len(won))

    def beats(chain):
        return [won[a][b] if won[a][b] > won[b][a] else 0 for a, b in itertools.pairwise(chain)]

    return tuple(
        tuple(
            max(
                (
                    min(beats((one, *middle, other)))
                    for size in range(len(won) - 1)
                    for middle in itertools.permutations(set(options) - {one, other}, size)
                ),
                default=0,
            )
            if one != other
            else 0
            for other in options
        )
        for one in options
    )


def test_the_published_example_has_its_published_wins():
    assert wins(published(), 5) == (
        (0, 20, 26, 30, 22),
        (25, 0, 16, 33, 18),
        (19, 29, 0, 17, 24),
        (15, 12, 28, 0, 14),
        (23, 27, 21, 31, 0),
    )


def test_the_published_example_has_its_published_paths():
    assert paths(wins(published(), 5)) == (
        (0, 28, 28, 30, 24),
        (25, 0, 28, 33, 24),
        (25, 29, 0, 29, 24),
        (25, 28, 28, 0, 24),
        (25, 28, 28, 31, 0),
    )


def test_the_published_example_is_ranked_e_a_c_b_d():
    worse = better_than(paths(wins(published(), 5)))

    assert sorted("ABCDE", key=lambda letter: worse["ABCDE".index(letter)]) == list("EACBD")
    assert sorted(worse) == [0, 1, 2, 3, 4]


@given(PAPERS)
def test_strongest_paths_are_those_of_the_definition(papers):
    won = wins(papers, 4)

    assert paths(won) == by_definition(won)


@given(PAPERS)
def test_who_beats_everybody_wins_alone(papers):
    won = wins(papers, 4)
    worse = better_than(paths(won))
    winners = [
        one
        for one in range(4)
        if all(won[one][other] > won[other][one] for other in range(4) if other != one)
    ]

    assert all([at for at, count in enumerate(worse) if count == 0] == [one] for one in winners)


@given(PAPERS)
def test_there_is_always_a_winner_and_better_is_transitive(papers):
    strongest = paths(wins(papers, 4))
    better = {(a, b) for a in range(4) for b in range(4) if strongest[a][b] > strongest[b][a]}

    assert 0 in better_than(strongest)
    assert all((a, d) in better for a, b in better for c, d in better if b == c)


def test_a_slip_without_a_rank_puts_that_option_below_all_others():
    assert wins([(1, None, None)], 3) == ((0, 1, 1), (0, 0, 0), (0, 0, 0))
