"""The result of a vote in sentences: who took part, what came out and why, and the lowest group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_methods import EACH, BallotRule
from burgertop_app.domain.voting import count_of
from burgertop_app.i18n import _, listed, minute, ngettext, number, percent
from burgertop_app.messages.votes import count_words, result_sentence, score_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.vote_results import Turnout
    from burgertop_app.domain.voting import BallotOption, VoteResult


def result_lines(result: VoteResult, *, public: bool = False) -> tuple[str, ...]:
    """The whole result, from who took part to what the lot decided.

    In `public` it does not tell who opened a count again.
    """
    again = (
        _("The count was opened again on {moment}: {reason}")
        if public
        else _("The count was opened again on {moment} by {by}: {reason}")
    )
    outcome, method = result.outcome, result.ballot.fixed
    lines = [turnout_sentence(outcome.turnout)]
    if not outcome.turnout.quorate:
        lines.append(
            _(
                "At least {quorum} slips were needed. So there is no result: nothing is carried or chosen."
            ).format(quorum=number(method.quorum))
        )
    else:
        lines.append(_came_out(result))
        lines += [_lot(result, equal) for equal in outcome.lots]
        lines += _beaten(result)
    lines += [
        again.format(moment=minute(one.at.astimezone(), "medium"), by=one.by, reason=one.reason)
        for one in result.ballot.reopened
    ]
    return tuple(lines)


def turnout_sentence(turnout: Turnout) -> str:
    """How many slips there are, and of how many people."""
    parts = _("{valid} valid, {blank} blank, {invalid} invalid").format(
        valid=number(turnout.valid), blank=number(turnout.blank), invalid=number(turnout.invalid)
    )
    slips = ngettext("{count} slip was handed in", "{count} slips were handed in", turnout.cast)
    if not turnout.electorate:
        return _("{slips}: {parts}.").format(slips=slips.format(count=number(turnout.cast)), parts=parts)
    return _("{slips} of the {electorate} people who may vote ({share}): {parts}.").format(
        slips=slips.format(count=number(turnout.cast)),
        electorate=number(turnout.electorate),
        share=percent(turnout.cast / turnout.electorate),
        parts=parts,
    )


def option_sentence(result: VoteResult, at: int) -> str:
    """What became of one option, and why."""
    ballot = result.ballot
    said = result_sentence(ballot.rule, count_of(result, at, result.options[at].id), ballot.method)
    one = result.outcome.options[at]
    if one.median is not None:
        said = " ".join((said, _("The middle mark is {median}.").format(median=number(one.median))))
    return said


def option_numbers(result: VoteResult, at: int) -> str:
    """What one option got, in a few words for beside a bar."""
    if result.ballot.rule in EACH:
        return count_words(count_of(result, at, result.options[at].id))
    rule, score = result.ballot.rule, result.outcome.options[at].score
    if rule is BallotRule.APPROVAL:
        return ngettext("{score} slip", "{score} slips", int(score)).format(score=number(int(score)))
    if rule is BallotRule.SCHULZE:
        return _("better than {score}").format(score=number(int(score)))
    return score_words(rule, score)


def lowest_sentence(result: VoteResult, at: int) -> str:
    """The group with the least support beside everyone; "" when no group may be shown."""
    lowest, total = result.support.lowest[at], result.support.total[at]
    if lowest is None or total is None:
        return ""
    return _("{option}: everyone {total}; lowest group {share} ({question}: {group}).").format(
        option=named(result.options[at]),
        total=percent(float(total)),
        share=percent(float(lowest.share)),
        question=lowest.question,
        group=lowest.group,
    )


def kept_sentence(result: VoteResult) -> str:
    """That the groups are those of an earlier count, and why; "" when they are new."""
    if not result.groups_kept:
        return ""
    return _(
        "The groups are those of an earlier count. Too few slips changed since: with two counts side by side "
        "those slips could be known. The total does count them."
    )


def hidden_sentence(result: VoteResult) -> str:
    """That some groups are left out, and why; "" when all are shown."""
    shares = [share for one in result.support.questions for group in one.groups for share in group.shares]
    if None not in shares:
        return ""
    return _(
        "“–” is left out: a group of fewer than 10 slips, a group that was of one mind in a secret vote, or "
        "one from which such a group would follow."
    )


def named(option: BallotOption) -> str:
    """An option with its number."""
    return f"{option.number}. {option.label}"


def _came_out(result: VoteResult) -> str:
    outcome, rule = result.outcome, result.ballot.rule
    yes = [result.options[at] for at in outcome.order if outcome.options[at].chosen]
    if rule is BallotRule.TEMPERATURE:
        return _("This was a temperature check: nothing is decided.")
    if rule in EACH:
        return _("Of the {total} proposals on the ballot {yes} are carried and {no} are not.").format(
            total=number(len(result.options)), yes=number(len(yes)), no=number(len(result.options) - len(yes))
        )
    if not yes:
        return _("Nothing is chosen: nobody marked a proposal.")
    return _chosen(yes)


def _chosen(options: Sequence[BallotOption]) -> str:
    return ngettext("Chosen is {options}.", "Chosen are {options}.", len(options)).format(
        options=listed([f"“{named(one)}”" for one in options])
    )


def _lot(result: VoteResult, equal: Sequence[int]) -> str:
    return _(
        "{options} were equal at the edge. The published number “{seed}” puts them in this order."
    ).format(
        options=listed([f"“{named(result.options[at])}”" for at in equal]),
        seed=result.ballot.fixed.seed.strip(),
    )


def _beaten(result: VoteResult) -> list[str]:
    """Schulze: whether the winner wins from every other two by two."""
    won = result.outcome.wins
    if not won or not any(map(any, won)):
        return []
    first = result.outcome.order[0]
    name = f"“{named(result.options[first])}”"
    if all(won[first][other] > won[other][first] for other in range(len(won)) if other != first):
        return [_("{option} wins from every other proposal, two by two.").format(option=name)]
    return [
        _(
            "No proposal wins from every other two by two. {option} comes first because its strongest chain "
            "of wins is nowhere weaker than the way back."
        ).format(option=name)
    ]
