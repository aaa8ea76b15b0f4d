"""Conversations over statements as they stand: what counts, and the groups that were last found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain import canonical
from burgertop_app.domain.opinion_views import OpinionGround, OpinionView
from burgertop_app.domain.opinions import (
    OpinionCount,
    OpinionPoll,
    Statement,
    StatementVote,
    VoteIntake,
    vote_table,
)

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.opinions import VoteTable
    from burgertop_app.storage.unit_of_work import Store


def polls(store: Store, process_id: UUID) -> tuple[OpinionPoll, ...]:
    """The conversations that were not withdrawn, the last one first."""
    return tuple(reversed(store.find(OpinionPoll, process_id=process_id, withdrawn_at=None)))


def statements(store: Store, poll_id: UUID) -> tuple[Statement, ...]:
    """Every statement by number, withdrawn ones too."""
    return store.find(Statement, poll_id=poll_id, order_by="number")


def votes(store: Store, poll_id: UUID) -> tuple[StatementVote, ...]:
    """Every vote that was not withdrawn, in the order in which they were given."""
    intakes = [one.id for one in store.find(VoteIntake, poll_id=poll_id, withdrawn_at=None)]
    return store.find(StatementVote, intake_id=intakes, order_by="place") if intakes else ()


def ground(store: Store, poll: OpinionPoll) -> OpinionGround:
    """What to look at for groups."""
    table = vote_table(statements(store, poll.id), votes(store, poll.id))
    return OpinionGround(poll.id, table, poll.seed, fingerprint(table))


def view(store: Store, poll_id: UUID) -> OpinionView:
    """One conversation with everything in it."""
    poll = store.get(OpinionPoll, poll_id)
    now = ground(store, poll)
    counts = store.find(OpinionCount, poll_id=poll_id)
    return OpinionView(
        poll,
        statements(store, poll_id),
        store.find(VoteIntake, poll_id=poll_id),
        len(now.table.voters),
        now.table.votes,
        counts[-1] if counts else None,
        stale=bool(counts) and counts[-1].fingerprint != now.fingerprint,
    )


def fingerprint(table: VoteTable) -> str:
    """The mark of votes: other votes or statements give another one."""
    rows: list[canonical.Json] = [list(row) for row in table.said]
    return canonical.sha256(
        {"statements": list(table.statements), "voters": list(table.voters), "said": rows}
    )
