"""A vote in words: the rule, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.ballots import BallotRule, carried
from burgertop_app.i18n import _, mark, ngettext, number

if TYPE_CHECKING:
    from burgertop_app.domain.ballots import Count

RULES = {
    BallotRule.MAJORITY: mark("A proposal is carried when more people vote for it than against it."),
    BallotRule.TWO_THIRDS: mark("A proposal is carried when at least two thirds of the votes are for it."),
    BallotRule.CONSENT: mark("A proposal is carried when somebody votes for it and nobody against it."),
}


def rule_sentence(rule: BallotRule) -> str:
    """When a proposal is carried."""
    return " ".join((_(RULES[rule]), _("Blank votes do not weigh.")))


def result_sentence(rule: BallotRule, count: Count) -> str:
    """Whether the proposal is carried, and why."""
    said = _outcome(rule, count)
    if count.blank:
        blank = ngettext(
            "{count} blank vote does not weigh.", "{count} blank votes do not weigh.", count.blank
        )
        said = f"{said} {blank.format(count=number(count.blank))}"
    return said


def count_words(count: Count) -> str:
    """The numbers alone: "24 voor, 2 tegen, 1 blanco"."""
    said = (
        _("{for_it} for, {against} against, {blank} blank")
        if count.blank
        else _("{for_it} for, {against} against")
    )
    return said.format(**_numbers(count))


def short_count_words(count: Count, *, blank: bool = True) -> str:
    """The numbers alone, to stand below a bar; without `blank` those are told elsewhere."""
    said = (
        _("{for_it} for · {against} against · {blank} blank")
        if blank and count.blank
        else _("{for_it} for · {against} against")
    )
    return said.format(**_numbers(count))


def votes_needed(cast: int) -> int:
    """The fewest votes that are two thirds of `cast`."""
    return -(-2 * cast // 3)


def _numbers(count: Count) -> dict[str, str]:
    return {
        "for_it": number(count.in_favour),
        "against": number(count.against),
        "blank": number(count.blank),
    }


def _outcome(rule: BallotRule, count: Count) -> str:
    cast = count.in_favour + count.against
    if not cast:
        return _("Not carried: nobody voted for or against it.")
    numbers = {
        "for_it": number(count.in_favour),
        "against": number(count.against),
        "cast": number(cast),
        "needed": number(votes_needed(cast)),
    }
    yes, no = {
        BallotRule.MAJORITY: (
            _("Carried: {for_it} for and {against} against."),
            _("Not carried: {for_it} for and {against} against. More votes for than against are needed."),
        ),
        BallotRule.TWO_THIRDS: (
            _("Carried: {for_it} of the {cast} votes are for it; {needed} were needed."),
            _("Not carried: {for_it} of the {cast} votes are for it; {needed} were needed."),
        ),
        BallotRule.CONSENT: (
            _("Carried: {for_it} for and nobody against."),
            _("Not carried: {against} against. Nobody may be against."),
        ),
    }[rule]
    return (yes if carried(rule, count) else no).format(**numbers)
