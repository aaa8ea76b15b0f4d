"""A vote in words: the rule, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_methods import SIDES
from burgertop_app.domain.ballots import BallotMethod, BallotRule, carried
from burgertop_app.i18n import _, day, listed, mark, ngettext, number
from burgertop_app.messages.vote_methods import counted_how, method_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from burgertop_app.domain.ballots import Count
    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.domain.voting import VoteLine

RULES = {
    BallotRule.MAJORITY: mark("A proposal is carried when more people vote for it than against it."),
    BallotRule.TWO_THIRDS: mark("A proposal is carried when at least two thirds of the votes are for it."),
    BallotRule.CONSENT: mark("A proposal is carried when somebody votes for it and nobody against it."),
}
BY_SIDE = frozenset(RULES) | SIDES
"""The rules that count votes for and against."""


def rule_sentence(rule: BallotRule, method: BallotMethod | None = None) -> str:
    """When a proposal is carried or chosen; with `method` by the numbers that were fixed."""
    told = method or BallotMethod(rule=rule, seed="0")
    said = _(RULES[rule]) if rule in RULES and (method is None or not method.paper) else counted_how(told)
    weighs_not = rule in SIDES or method is None or not method.paper
    return " ".join((said, _("Blank votes do not weigh."))) if weighs_not and rule in BY_SIDE else said


def result_sentence(rule: BallotRule, count: Count, method: BallotMethod | None = None) -> str:
    """Whether the proposal is carried or chosen, and why."""
    if not count.quorate:
        return _("No result: fewer slips were handed in than was agreed beforehand.")
    if count.score is not None:
        return _placed(rule, count, count.score)
    said = _outcome(rule, count, method)
    if count.blank:
        blank = ngettext(
            "{count} blank vote does not weigh.", "{count} blank votes do not weigh.", count.blank
        )
        said = f"{said} {blank.format(count=number(count.blank))}"
    return said


def count_words(count: Count) -> str:
    """The numbers alone: "24 voor, 2 tegen, 1 blanco"; of a method with places the place."""
    if count.score is not None:
        return _places(count)
    said = (
        _("{for_it} for, {against} against, {blank} blank")
        if count.blank
        else _("{for_it} for, {against} against")
    )
    return said.format(**_numbers(count))


def short_count_words(count: Count, *, blank: bool = True) -> str:
    """The numbers alone, to stand below a bar; without `blank` those are told elsewhere."""
    if count.score is not None:
        return _places(count)
    said = (
        _("{for_it} for · {against} against · {blank} blank")
        if blank and count.blank
        else _("{for_it} for · {against} against")
    )
    return said.format(**_numbers(count))


def votes_needed(cast: int, method: BallotMethod | None = None) -> int:
    """The fewest votes that are the agreed part of `cast`, without more two thirds."""
    share = (method or BallotMethod(rule=BallotRule.TWO_THIRDS)).share
    return -(-share.numerator * cast // share.denominator)


def score_words(rule: BallotRule, score: Fraction) -> str:
    """What a proposal got, with what it is counted in: "14 stippen"."""
    whole = int(score)
    said = {
        BallotRule.DOTS: ngettext("{score} dot", "{score} dots", whole),
        BallotRule.APPROVAL: ngettext("ticked on {score} slip", "ticked on {score} slips", whole),
        BallotRule.SCORE: _("a mean mark of {score}"),
        BallotRule.SCHULZE: ngettext(
            "better than {score} other proposal", "better than {score} other proposals", whole
        ),
        BallotRule.TEMPERATURE: _("a mean of {score}"),
    }.get(rule, ngettext("{score} point", "{score} points", whole))
    return said.format(score=number(float(score), 0 if score.denominator == 1 else 2))


def ballot_words(lines: Sequence[ProposalLine]) -> str:
    """How many proposals are on a ballot, with their numbers: "3 voorstellen (1, 4 en 7)"."""
    said = ngettext("{count} proposal ({numbers})", "{count} proposals ({numbers})", len(lines))
    numbers = listed([str(line.proposal.number) for line in lines])
    return said.format(count=number(len(lines)), numbers=numbers)


def vote_line(line: VoteLine) -> str:
    """A vote in a list of votes: its name, its method, the day it was fixed, and how far it is."""
    ballot = line.ballot
    if ballot.withdrawn_at is not None:
        stands = _("withdrawn")
    elif line.over:
        stands = _("counted")
    else:
        stands = _("not counted yet")
    fixed_on = day(ballot.frozen_at.astimezone().date(), "medium") if ballot.frozen_at else ""
    return " · ".join(filter(None, (ballot.title, method_name(ballot.rule), fixed_on, stands)))


def _numbers(count: Count) -> dict[str, str]:
    return {
        "for_it": number(count.in_favour),
        "against": number(count.against),
        "blank": number(count.blank),
    }


def _places(count: Count) -> str:
    slips = ngettext("on {count} slip", "on {count} slips", count.in_favour).format(
        count=number(count.in_favour)
    )
    if count.place is None:
        return slips
    return _("place {place}, {slips}").format(place=number(count.place), slips=slips)


def _placed(rule: BallotRule, count: Count, score: Fraction) -> str:
    told = {"score": score_words(rule, score), "place": number(count.place or 0)}
    if count.chosen is None:
        return _("Nothing is decided: {score}.").format(**told)
    if count.chosen:
        return _("Chosen: place {place} with {score}.").format(**told)
    return _("Not chosen: place {place} with {score}.").format(**told)


def _outcome(rule: BallotRule, count: Count, method: BallotMethod | None) -> str:
    cast = count.in_favour + count.against
    if not cast:
        return _("Not carried: nobody voted for or against it.")
    needed = votes_needed(cast, method if rule is BallotRule.THRESHOLD else None)
    numbers = {
        "for_it": number(count.in_favour),
        "against": number(count.against),
        "cast": number(cast),
        "needed": number(needed),
    }
    enough = (
        _("Carried: {for_it} of the {cast} votes are for it; {needed} were needed."),
        _("Not carried: {for_it} of the {cast} votes are for it; {needed} were needed."),
    )
    yes, no = {
        BallotRule.MAJORITY: (
            _("Carried: {for_it} for and {against} against."),
            _("Not carried: {for_it} for and {against} against. More votes for than against are needed."),
        ),
        BallotRule.CONSENT: _consent(count, method),
    }.get(rule, enough)
    return (yes if carried(rule, count) else no).format(**numbers)


def _consent(count: Count, method: BallotMethod | None) -> tuple[str, str]:
    if method is None or not method.paper:
        return (
            _("Carried: {for_it} for and nobody against."),
            _("Not carried: {against} against. Nobody may be against."),
        )
    met = ngettext(
        "Carried: {for_it} agree. {against} objected; the objection was met.",
        "Carried: {for_it} agree. {against} objected; the objections were met.",
        count.against,
    )
    return (
        met
        if count.against
        else ngettext(
            "Carried: {for_it} agrees and nobody objects.",
            "Carried: {for_it} agree and nobody objects.",
            count.in_favour,
        ),
        ngettext(
            "Not carried: {for_it} agrees, but an objection with a reason stands ({against} objected).",
            "Not carried: {for_it} agree, but an objection with a reason stands ({against} objected).",
            count.in_favour,
        ),
    )
