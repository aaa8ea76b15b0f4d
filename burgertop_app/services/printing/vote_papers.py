"""The papers of a vote: the rule, numbered slips and the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burgertop_app.domain.ballot_methods import SIDES, BallotMethod, BallotRule
from burgertop_app.domain.ballots import Ballot
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.papers.day_kit import VotingSlipsPaper
from burgertop_app.domain.papers.votes import ResultBar, ResultGroup, VoteResultPaper, VoteRulePaper
from burgertop_app.domain.processes import Process
from burgertop_app.i18n import _, number, percent, speaking
from burgertop_app.messages.vote_methods import (
    how_to_vote,
    method_name,
    rule_lines,
    rule_short,
    support_means,
)
from burgertop_app.messages.vote_results import (
    hidden_sentence,
    kept_sentence,
    lowest_sentence,
    named,
    option_numbers,
    option_sentence,
    result_lines,
)
from burgertop_app.services.printing import shared
from burgertop_app.services.site_reading import guard
from burgertop_app.services.vote_counting import result_of
from burgertop_app.services.voting import on_ballot
from burgertop_app.storage import vote_store

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime
    from fractions import Fraction
    from uuid import UUID

    from burgertop_app.domain.papers.votes import Row
    from burgertop_app.domain.vote_results import GroupResult
    from burgertop_app.domain.voting import VoteResult
    from burgertop_app.storage.unit_of_work import Store

NOT_SHOWN = "–"
MOST_MARKS = 12
"""So many marks have a column of their own."""


def rule(store: Store, ballot_id: UUID, made_at: datetime) -> VoteRulePaper:
    """The rule as it was fixed."""
    ballot = store.get(Ballot, ballot_id)
    process = store.get(Process, ballot.process_id)
    options = [(str(one.number), one.label) for one in vote_store.options(store, ballot)]
    with speaking(process.language):
        return VoteRulePaper(
            masthead=shared.masthead(store, process, made_at),
            title=ballot.title,
            options=tuple(options),
            fixed_at=ballot.frozen_at,
            sha256=ballot.sha256,
            **_told(ballot.fixed),
        )


def draft(
    store: Store,
    process_id: UUID,
    title: str,
    method: BallotMethod,
    made_at: datetime,
    proposal_ids: Collection[UUID] = (),
) -> VoteRulePaper:
    """The rule as it would be fixed now; without `proposal_ids` for every proposal.

    Raises:
        InvalidInput: a vote is open already, there is nothing to vote on, or the method does not fit.
    """
    process = store.get(Process, process_id)
    lines = on_ballot(store, process_id, proposal_ids)
    method.refuse(len(lines))
    with speaking(process.language):
        return VoteRulePaper(
            masthead=shared.masthead(store, process, made_at),
            title=title,
            options=tuple((str(line.proposal.number), line.text.title) for line in lines),
            **_told(method),
        )


def slips(store: Store, ballot_id: UUID, made_at: datetime) -> VotingSlipsPaper:
    """The slips that were numbered for a vote.

    Raises:
        NotPossible: it is not on slips of the program.
    """
    ballot = store.get(Ballot, ballot_id)
    if not ballot.on_paper or not ballot.numbers:
        raise NotPossible("vote_no_slips")
    process = store.get(Process, ballot.process_id)
    with speaking(process.language):
        return slips_of(store, ballot, process, made_at)


def slips_of(
    store: Store, ballot: Ballot, process: Process, made_at: datetime, count: int = 0
) -> VotingSlipsPaper:
    """The slips of a vote with a method; without numbers of the program `count` of them from 001."""
    method = ballot.fixed
    return VotingSlipsPaper(
        masthead=shared.masthead(store, process, made_at),
        title=ballot.title,
        slips=len(ballot.numbers) or count,
        options=tuple((str(one.number), one.label) for one in vote_store.options(store, ballot)),
        rule=rule_short(method),
        numbers=ballot.numbers,
        how=how_to_vote(method),
        boxes=_boxes(method),
        reasons=method.rule is BallotRule.CONSENT,
        questions=tuple((one.name, one.values) for one in method.groups),
    )


def result(store: Store, ballot_id: UUID, made_at: datetime) -> VoteResultPaper:
    """What came out of a vote; no participant, no typist and no number of a slip stands in it.

    Raises:
        NotPossible: it was not counted.
    """
    ballot = store.get(Ballot, ballot_id)
    if ballot.closed_at is None:
        raise NotPossible("vote_not_closed")
    process = store.get(Process, ballot.process_id)
    found = result_of(store, ballot)
    order, options = found.outcome.order, found.options
    with speaking(process.language):
        told = _told(ballot.fixed)
        lowest = [lowest_sentence(found, at) for at in order]
        paper = VoteResultPaper(
            masthead=shared.masthead(store, process, made_at),
            title=ballot.title,
            method=told["method"],
            told=result_lines(found, public=True),
            bars=bars(found),
            options=tuple((named(options[at]), option_sentence(found, at)) for at in order),
            rule=(told["how"], *told["rule"]),
            spread=_spread(found),
            pairs=_pairs(found),
            support=" ".join(
                filter(None, (support_means(ballot.rule), kept_sentence(found), hidden_sentence(found)))
            ),
            groups=tuple(_group(found, one) for one in found.support.questions),
            lowest=tuple(filter(None, lowest)),
            objections=_objections(found),
            sha256=ballot.sha256,
        )
        return guard(store).cleared(paper, _("[left out]"))


def bars(found: VoteResult) -> tuple[ResultBar, ...]:
    """The picture of a result, the best first."""
    longest = max((one.score for one in found.outcome.options), default=0) or 1
    return tuple(
        ResultBar(
            name=named(found.options[at]),
            share=float(found.outcome.options[at].score / longest),
            words=option_numbers(found, at),
            chosen=found.outcome.options[at].chosen,
        )
        for at in found.outcome.order
    )


def share_words(share: Fraction | None) -> str:
    """A share as a percentage, a dash where it is not shown."""
    return NOT_SHOWN if share is None else percent(float(share))


def _told(method: BallotMethod) -> dict[str, Any]:
    return {
        "method": method_name(method.rule),
        "how": how_to_vote(method),
        "rule": rule_lines(method),
    }


def _boxes(method: BallotMethod) -> tuple[str, ...] | None:
    if method.rule in SIDES:
        return None
    ticked = method.rule is BallotRule.APPROVAL or (method.rule is BallotRule.TOP and not method.ordered)
    return {
        BallotRule.CONSENT: (_("I agree"), _("I stand aside"), _("I object")),
        BallotRule.TEMPERATURE: ("1", "2", "3", "4", "5"),
    }.get(method.rule, (_("Yes"),) if ticked else ())


def _spread(found: VoteResult) -> tuple[Row, ...]:
    """On how many slips each mark stands, for scores and temperatures."""
    rule = found.ballot.rule
    if rule not in (BallotRule.SCORE, BallotRule.TEMPERATURE):
        return ()
    marks = sorted({mark for one in found.outcome.options for mark in one.tally})
    bands = _bands(marks)
    head = (_("Proposal"), *map(_band_words, bands), _("empty"))
    return (
        head,
        *(
            (
                named(found.options[at]),
                *(
                    number(sum(found.outcome.options[at].tally.get(mark, 0) for mark in band))
                    for band in bands
                ),
                number(found.outcome.options[at].empty),
            )
            for at in found.outcome.order
        ),
    )


def _bands(marks: Sequence[int]) -> list[range]:
    """Each mark apart, or with many of them ten in a row together."""
    if len(marks) <= MOST_MARKS:
        return [range(mark, mark + 1) for mark in marks]
    return [range(low, low + 10) for low in range(min(marks) // 10 * 10, max(marks) + 1, 10)]


def _band_words(band: range) -> str:
    return number(band[0]) if len(band) == 1 else f"{number(band[0])}–{number(band[-1])}"


def _pairs(found: VoteResult) -> tuple[Row, ...]:
    won, order = found.outcome.wins, found.outcome.order
    if not won:
        return ()
    head = (_("Proposal"), *(number(found.options[at].number) for at in order))
    return (
        head,
        *(
            (
                named(found.options[at]),
                *(NOT_SHOWN if at == other else number(won[at][other]) for other in order),
            )
            for at in order
        ),
    )


def _group(found: VoteResult, one: GroupResult) -> ResultGroup:
    rows = tuple(
        (
            named(found.options[at]),
            share_words(found.support.total[at]),
            *(share_words(group.shares[at]) for group in one.groups),
        )
        for at in found.outcome.order
    )
    names = tuple(
        _("{group} ({count})").format(group=group.name, count=number(group.papers))
        if group.papers is not None
        else group.name
        for group in one.groups
    )
    return ResultGroup(question=one.question, groups=names, rows=rows)


def _objections(found: VoteResult) -> tuple[Row, ...]:
    """Option, reason and what was done with it, per option in order of their letters, as slips have none."""
    rows = [
        (
            named(one.option),
            one.reason or _("no reason: it does not count"),
            one.answer.how if one.answer else (_("stands") if one.stands else ""),
        )
        for one in found.objections
    ]
    places = {named(one): at for at, one in enumerate(found.options)}
    return tuple(sorted(rows, key=lambda row: (places[row[0]], *row)))
