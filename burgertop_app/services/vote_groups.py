"""The support of each group, also when a count was opened again: two results may not give a slip away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.ballots import Vote, VoteState
from burgertop_app.engines.ballots import groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.ballots import Ballot
    from burgertop_app.domain.vote_results import Marks, Support
    from burgertop_app.domain.voting import BallotOption
    from burgertop_app.storage.unit_of_work import Store


def support_of(
    store: Store, ballot: Ballot, options: Sequence[BallotOption], valid: Sequence[Vote]
) -> tuple[Support, bool]:
    """The support of everyone and of each group, and whether the groups are those of an earlier count.

    Who has the result of two counts can take one from the other. So after a recount the groups are shown anew
    only when the slips that changed may themselves be shown by group: in every box none or ten at least, and
    nothing about one of them follows. Else those stay that were shown before; the total is always new.

    Args:
        store: an open store.
        ballot: the vote, with the slips of every count that was opened again.
        options: its options.
        valid: the valid slips that count now.
    """
    now = _support(ballot, options, valid)
    shown: list[tuple[Sequence[Vote], Support]] = []
    for slips, found in _before(store, ballot, options):
        if _tells(found) and _apart(ballot, options, slips, shown):
            shown.append((slips, found))
    if _apart(ballot, options, valid, shown):
        return now, False
    kept = shown[-1][1]
    return replace(now, questions=kept.questions, lowest=kept.lowest), True


def _before(
    store: Store, ballot: Ballot, options: Sequence[BallotOption]
) -> list[tuple[Sequence[Vote], Support]]:
    """The valid slips of every count that was opened again, with what could be shown of it."""
    if not ballot.reopened or not ballot.fixed.groups:
        return []
    every = {vote.id: vote for vote in store.find(Vote, ballot_id=ballot.id)}
    counts = [
        [vote for key in one.counted if (vote := every[key]).state is VoteState.VALID]
        for one in ballot.reopened
    ]
    return [(slips, _support(ballot, options, slips)) for slips in counts]


def _support(ballot: Ballot, options: Sequence[BallotOption], slips: Sequence[Vote]) -> Support:
    papers = [marks_of(slip, options) for slip in slips]
    return groups.support(ballot.fixed, papers, [slip.cells for slip in slips], len(options))


def _apart(
    ballot: Ballot,
    options: Sequence[BallotOption],
    slips: Sequence[Vote],
    shown: Sequence[tuple[Sequence[Vote], Support]],
) -> bool:
    """Whether these slips may be shown by group beside every count of which that was done."""
    return all(_quiet(ballot, options, slips, other) for other, _support in shown)


def _quiet(
    ballot: Ballot, options: Sequence[BallotOption], one: Sequence[Vote], other: Sequence[Vote]
) -> bool:
    """Whether the slips that are in one count and not in the other may be shown by group.

    What went and what came are held against the rule apart: a slip that was corrected is one slip.
    """
    said = [{_said(slip): slip for slip in slips} for slips in (one, other)]
    sides = ([slip for key, slip in own.items() if key not in their] for own, their in (said, said[::-1]))
    return all(_shown_whole(ballot, options, side) for side in sides if side)


def _shown_whole(ballot: Ballot, options: Sequence[BallotOption], slips: Sequence[Vote]) -> bool:
    """Whether every box that is ticked on these slips may be shown."""
    found = _support(ballot, options, slips)
    boxes = {(question, box) for slip in slips for question, box in slip.cells.items()}
    return bool(boxes) and all(
        share is not None or total is None
        for result in found.questions
        for group in result.groups
        if (result.question, group.name) in boxes
        for share, total in zip(group.shares, found.total, strict=True)
    )


def _tells(found: Support) -> bool:
    """Whether anything of a group is shown."""
    return any(share is not None for one in found.questions for group in one.groups for share in group.shares)


def _said(slip: Vote) -> tuple[str, str, str]:
    return slip.number, repr(sorted(slip.choices.items())), repr(sorted(slip.cells.items()))


def marks_of(slip: Vote, options: Sequence[BallotOption]) -> Marks:
    """What stands on a slip, in the order of the options."""
    marks = [slip.choices.get(str(one.id)) for one in options]
    return tuple(None if mark is None else int(mark) for mark in marks)
