"""What was kept of each process, read for many at once: the numbers, and the signs of a next step."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sqlalchemy import func, select

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.ballots import Ballot, Count, Option
from burgertop_app.domain.draw_records import DrawRecord, DrawState
from burgertop_app.domain.events import Event, PlanVersion
from burgertop_app.domain.outcomes import Card, Proposal, Standing, Theme
from burgertop_app.domain.overview_views import ThreadNumbers
from burgertop_app.domain.people import ImportBatch, State
from burgertop_app.domain.responses import Commitment
from burgertop_app.storage import stage_store
from burgertop_app.storage.mapping import translation
from burgertop_app.storage.overview_store import is_late, term_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from uuid import UUID

    from burgertop_app.domain.overview_views import TermLine
    from burgertop_app.domain.processes import Process
    from burgertop_app.domain.stages import StageCounts
    from burgertop_app.storage.unit_of_work import Store

CLOSED = (AdviceState.ANSWERED, AdviceState.WITHDRAWN)
Owned = TypeVar("Owned", "TermLine", Commitment, ImportBatch)


@dataclass(frozen=True)
class ProcessFacts:
    """One process with what was kept of it.

    Attributes:
        numbers: the row of numbers.
        states: how many residents have each state.
        terms: how every advice stands with the college.
        commitments: every promise, also withdrawn ones.
        imports: where people came from, with the last day they may be kept.
        has_draw: a panel was drawn and the draw still stands; a rehearsal drew nobody.
        has_plan: a table plan was made.
    """

    process: Process
    numbers: ThreadNumbers
    states: Counter[State]
    terms: tuple[TermLine, ...]
    commitments: tuple[Commitment, ...]
    imports: tuple[ImportBatch, ...]
    has_draw: bool
    has_plan: bool


def thread_numbers(store: Store, process: Process, today: date) -> ThreadNumbers:
    """The row of numbers of one process."""
    return facts(store, process, today).numbers


def facts(store: Store, process: Process, today: date) -> ProcessFacts:
    """What was kept of one process."""
    return facts_of(store, [process], today)[0]


def facts_of(store: Store, processes: Sequence[Process], today: date) -> tuple[ProcessFacts, ...]:
    """What was kept of each process; with about as many questions to the file for one as for many."""
    ids = [process.id for process in processes]
    states = stage_store.states_of(store, ids)
    terms = _by_process(term_lines(store, processes, today))
    commitments = _by_process(store.find(Commitment, process_id=ids))
    imports = _by_process(store.find(ImportBatch, process_id=ids))
    made = _Made(
        _active(store, Card, ids),
        _active(store, Theme, ids),
        _active(store, Proposal, ids),
        _voted(store, ids),
    )
    drawn, planned = _drawn(store, ids), _planned(store, ids)
    return tuple(
        ProcessFacts(
            process=process,
            numbers=_numbers(
                process.id,
                stage_store.counts(store, process.id, states[process.id]),
                states[process.id],
                made,
                _Advised(tuple(terms[process.id]), tuple(commitments[process.id]), today),
            ),
            states=states[process.id],
            terms=tuple(terms[process.id]),
            commitments=tuple(commitments[process.id]),
            imports=tuple(imports[process.id]),
            has_draw=process.id in drawn,
            has_plan=process.id in planned,
        )
        for process in processes
    )


def most_urgent(terms: Sequence[TermLine]) -> TermLine | None:
    """The received advice with the nearest last day, those that wait for an answer before the others."""
    received = [term for term in terms if term.due_on]
    return min(
        received, key=lambda term: (term.state in CLOSED, term.due_on or date.max, term.title), default=None
    )


class _Made(NamedTuple):
    """What meetings brought, counted per process."""

    cards: Counter[UUID]
    themes: Counter[UUID]
    proposals: Counter[UUID]
    voted: Counter[UUID]


class _Advised(NamedTuple):
    """What came of it in one process."""

    terms: tuple[TermLine, ...]
    commitments: tuple[Commitment, ...]
    today: date


def _numbers(
    process_id: UUID, reached: StageCounts, states: Counter[State], made: _Made, advised: _Advised
) -> ThreadNumbers:
    terms = [line for line in advised.terms if line.state is not AdviceState.WITHDRAWN]
    running = most_urgent(terms)
    return ThreadNumbers(
        invited=reached.invited,
        registered=reached.registered,
        drawn=reached.drawn,
        reserves=states[State.RESERVE],
        present=reached.present,
        absent=states[State.ABSENT],
        cards=made.cards[process_id],
        themes=made.themes[process_id],
        proposals=made.proposals[process_id],
        voted=made.voted[process_id],
        advices=len(terms),
        recommendations=sum(term.recommendations for term in terms),
        answered=sum(term.answered for term in terms),
        commitments=sum(not kept.withdrawn_reason for kept in advised.commitments),
        late=sum(is_late(kept, advised.today) for kept in advised.commitments),
        received_on=running.received_on if running else None,
        days_left=running.days_left if running else None,
    )


def _by_process(found: Iterable[Owned]) -> defaultdict[UUID, list[Owned]]:
    heaps: defaultdict[UUID, list[Owned]] = defaultdict(list)
    for one in found:
        heaps[one.process_id].append(one)
    return heaps


def _active(store: Store, kind: type[Card | Theme | Proposal], ids: Collection[UUID]) -> Counter[UUID]:
    """How many of these count, per process."""
    table = translation(kind).table
    statement = (
        select(table.c.process_id, func.count())
        .where(table.c.process_id.in_(ids), table.c.standing == Standing.ACTIVE.value)
        .group_by(table.c.process_id)
    )
    return Counter({line[0]: line[1] for line in store.session.execute(statement)})


def _voted(store: Store, ids: Collection[UUID]) -> Counter[UUID]:
    """On how many active proposals the votes were counted, per process."""
    count, option, ballot, proposal = (translation(kind).table for kind in (Count, Option, Ballot, Proposal))
    statement = (
        select(ballot.c.process_id, func.count(func.distinct(proposal.c.id)))
        .select_from(count)
        .join(option, count.c.option_id == option.c.id)
        .join(ballot, option.c.ballot_id == ballot.c.id)
        .join(proposal, option.c.proposal_id == proposal.c.id)
        .where(ballot.c.process_id.in_(ids), ballot.c.withdrawn_at.is_(None))
        .where(proposal.c.standing == Standing.ACTIVE.value)
        .group_by(ballot.c.process_id)
    )
    return Counter({line[0]: line[1] for line in store.session.execute(statement)})


def _drawn(store: Store, ids: Collection[UUID]) -> set[UUID]:
    draw = translation(DrawRecord).table
    statement = select(draw.c.process_id).where(
        draw.c.process_id.in_(ids), draw.c.state == DrawState.DRAWN.value, draw.c.rehearsal.is_(False)
    )
    return set(store.session.execute(statement).scalars())


def _planned(store: Store, ids: Collection[UUID]) -> set[UUID]:
    event, plan = translation(Event).table, translation(PlanVersion).table
    statement = (
        select(event.c.process_id)
        .join(plan, plan.c.event_id == event.c.id)
        .where(event.c.process_id.in_(ids))
        .distinct()
    )
    return set(store.session.execute(statement).scalars())
