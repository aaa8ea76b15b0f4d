"""What somebody marks on a voting slip: whole numbers per option, and what makes a slip invalid.

What a mark means depends on the rule:

- majority, two thirds, threshold: 1 for, 0 blank, -1 against
- consent: 1 agrees, 0 stands aside, -1 objects
- dots: how many dots
- approval, top without an order: 1
- score: the score; an option without one counts with the lowest score
- Borda, Schulze: the rank, 1 is best; equal ranks are fine, an option without a rank comes below all others
- top with an order: the place, 1 is first
- temperature: 1 (cold) to 5 (warm)

Options that were left empty have no mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_methods import COLDEST, RANKED, SIDES, WARMEST, BallotRule
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burgertop_app.domain.ballot_methods import BallotMethod

FOR, BLANK, AGAINST = 1, 0, -1


def span(method: BallotMethod, options: int) -> tuple[int, int]:
    """The lowest and the highest mark that one option can have."""
    rule = method.rule
    if rule in SIDES or rule is BallotRule.CONSENT:
        return AGAINST, FOR
    if rule in RANKED:
        return 1, options
    return {
        BallotRule.DOTS: (1, method.each),
        BallotRule.APPROVAL: (1, 1),
        BallotRule.SCORE: (method.low, method.high),
        BallotRule.TOP: (1, method.top if method.ordered else 1),
        BallotRule.TEMPERATURE: (COLDEST, WARMEST),
    }[rule]


def refuse_marks(method: BallotMethod, options: int, marks: Mapping[int, int]) -> None:
    """Refuse a slip that breaks the rule; `marks` are by the place of the option, from 0.

    Raises:
        InvalidInput: too many dots or options, or a mark that does not exist. Such a slip is invalid.
    """
    low, high = span(method, options)
    for place, mark in sorted(marks.items()):
        if not 0 <= place < options:
            raise InvalidInput("vote_option_unknown", option=place + 1)
        if not low <= mark <= high:
            raise InvalidInput("vote_mark", option=place + 1, mark=mark, low=low, high=high)
    given, most, code = {
        BallotRule.DOTS: (sum(marks.values()), method.dots, "vote_dots_many"),
        BallotRule.APPROVAL: (len(marks), method.most or options, "vote_options_many"),
        BallotRule.TOP: (len(marks), method.top, "vote_options_many"),
    }.get(method.rule, (0, 0, ""))
    if given > most:
        raise InvalidInput(code, given=given, most=most)
    if method.rule is BallotRule.TOP and method.ordered and len(set(marks.values())) < len(marks):
        raise InvalidInput("vote_top_equal")


def says_nothing(method: BallotMethod, marks: Mapping[int, int]) -> bool:
    """Whether a slip is blank: nothing is marked, or only boxes that say blank."""
    return not any(marks.values()) if method.rule in SIDES else not marks
