"""From valid slips to a result, by the method that was fixed.

Marks mean what `ballot_marks` says. Borda gives an option a point for every option below it on a slip and
half a point for every equal one, so a slip always gives away the same number of points: options without a
rank share what is left. (That a tally is the sum of pairwise comparisons is how D. Saari reads Borda's rule,
as quoted in the election-methods list of January 2002.)
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_marks import AGAINST, FOR
from burgertop_app.domain.ballot_methods import EACH, BallotRule
from burgertop_app.domain.vote_results import OptionOutcome, Outcome
from burgertop_app.engines.ballots import schulze

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.ballot_methods import BallotMethod
    from burgertop_app.domain.vote_results import Marks, Turnout

NONE = Fraction(0)


def count(
    method: BallotMethod,
    papers: Sequence[Marks],
    turnout: Turnout,
    lot: Sequence[int],
    standing: Sequence[int] | None = None,
) -> Outcome:
    """What the method makes of the slips.

    Args:
        method: how is counted.
        papers: the valid slips; every one has a mark or None for each option.
        turnout: how many papers were handed in; without a quorum nothing is chosen.
        lot: which of equals goes first, places of all options (`lot_order`).
        standing: consent: per option how many objections with a reason stand; None is every -1.
    """
    options = range(len(lot))
    tallies = [Counter(mark for paper in papers if (mark := paper[one]) is not None) for one in options]
    won: schulze.Matrix = ()
    strongest: schulze.Matrix = ()
    if method.rule is BallotRule.SCHULZE:
        won = schulze.wins(papers, len(lot))
        strongest = schulze.paths(won)
        scores = [Fraction(len(lot) - 1 - worse) for worse in schulze.better_than(strongest)]
    elif method.rule is BallotRule.BORDA:
        scores = _borda(papers, len(lot))
    else:
        score = _SCORES[method.rule]
        scores = [score(method, tallies[one], len(papers)) for one in options]
    turn = {place: at for at, place in enumerate(lot)}
    order = tuple(sorted(options, key=lambda one: (-scores[one], turn[one])))
    chosen, by_lot = _chosen(method, tallies, scores, order, standing)
    if not turnout.quorate:
        chosen = [None if one is None else False for one in chosen]
        by_lot = frozenset()
    found = tuple(
        OptionOutcome(
            place=1 + sum(other > scores[one] for other in scores),
            score=scores[one],
            tally=dict(sorted(tallies[one].items())),
            empty=len(papers) - tallies[one].total(),
            chosen=chosen[one],
            by_lot=one in by_lot,
            median=_median(method, tallies[one], len(papers)),
        )
        for one in options
    )
    lots = (tuple(one for one in order if one in by_lot),) if by_lot else ()
    return Outcome(found, turnout, order, lots, won, strongest)


def _chosen(
    method: BallotMethod,
    tallies: Sequence[Counter[int]],
    scores: Sequence[Fraction],
    order: Sequence[int],
    standing: Sequence[int] | None,
) -> tuple[list[bool | None], frozenset[int]]:
    """Whether each option is chosen, and of which ones only the lot says so."""
    if method.rule is BallotRule.TEMPERATURE:
        return [None] * len(order), frozenset()
    if method.rule in EACH:
        objections = standing if standing is not None else [tally[AGAINST] for tally in tallies]
        return [_carried(method, tally, objections[one]) for one, tally in enumerate(tallies)], frozenset()
    seats = order[: method.seats]
    marked = any(tally for tally in tallies)
    winners = [one for one in seats if marked and (scores[one] > 0 or method.rule is BallotRule.SCHULZE)]
    level = scores[seats[-1]]
    equal = {one for one in order if scores[one] == level}
    split = equal - set(seats) and equal & set(winners)
    return [one in winners for one in range(len(order))], frozenset(equal if split else ())


def _carried(method: BallotMethod, tally: Counter[int], objections: int) -> bool:
    in_favour, against = tally[FOR], tally[AGAINST]
    match method.rule:
        case BallotRule.MAJORITY:
            return in_favour > against
        case BallotRule.CONSENT:
            return in_favour > 0 and objections == 0
        case _:
            cast = in_favour + against
            return cast > 0 and in_favour >= method.share * cast


def _side(_method: BallotMethod, tally: Counter[int], _papers: int) -> Fraction:
    cast = tally[FOR] + tally[AGAINST]
    return Fraction(tally[FOR], cast) if cast else NONE


def _sum(_method: BallotMethod, tally: Counter[int], _papers: int) -> Fraction:
    return Fraction(sum(mark * times for mark, times in tally.items()))


def _mean(method: BallotMethod, tally: Counter[int], papers: int) -> Fraction:
    """The mean score; without a score counts as the lowest."""
    given = sum(mark * times for mark, times in tally.items())
    return Fraction(given + method.low * (papers - tally.total()), papers) if papers else Fraction(method.low)


def _warmth(_method: BallotMethod, tally: Counter[int], _papers: int) -> Fraction:
    given = sum(mark * times for mark, times in tally.items())
    return Fraction(given, tally.total()) if tally.total() else NONE


def _top(method: BallotMethod, tally: Counter[int], _papers: int) -> Fraction:
    """In order the first weighs `top` points, the last one; without an order each slip is a point."""
    if not method.ordered:
        return Fraction(tally.total())
    return Fraction(sum((method.top + 1 - mark) * times for mark, times in tally.items()))


def _borda(papers: Sequence[Marks], options: int) -> list[Fraction]:
    halves = [0] * options
    for paper in papers:
        for one, twice in enumerate(borda_halves(paper)):
            halves[one] += twice
    return [Fraction(twice, 2) for twice in halves]


def borda_halves(paper: Marks) -> tuple[int, ...]:
    """The half points that one slip gives each option."""
    ranks = [len(paper) + 1 if mark is None else mark for mark in paper]
    times = Counter(ranks)
    return tuple(2 * sum(rank > own for rank in ranks) + times[own] - 1 for own in ranks)


def _median(method: BallotMethod, tally: Counter[int], papers: int) -> int | None:
    if method.rule not in (BallotRule.SCORE, BallotRule.TEMPERATURE):
        return None
    marks = sorted(tally.elements())
    if method.rule is BallotRule.SCORE:
        marks = [method.low] * (papers - len(marks)) + marks
    return marks[(len(marks) - 1) // 2] if marks else None


_SCORES: dict[BallotRule, Callable[[BallotMethod, Counter[int], int], Fraction]] = {
    BallotRule.MAJORITY: _side,
    BallotRule.TWO_THIRDS: _side,
    BallotRule.THRESHOLD: _side,
    BallotRule.CONSENT: _side,
    BallotRule.DOTS: _sum,
    BallotRule.APPROVAL: _sum,
    BallotRule.SCORE: _mean,
    BallotRule.TOP: _top,
    BallotRule.TEMPERATURE: _warmth,
}
