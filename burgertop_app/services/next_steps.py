"""What comes next in a process and what is late, from what was kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.monitoring import Turn, next_slot
from burgertop_app.domain.overview_views import NextStep
from burgertop_app.domain.people import Participation, State
from burgertop_app.domain.processes import Phase
from burgertop_app.domain.reminding import schedule, to_do
from burgertop_app.domain.terms import Urgency, urgency
from burgertop_app.exchange import recipes
from burgertop_app.services.monitoring import meetings
from burgertop_app.storage import overview_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.holidays import Holidays
    from burgertop_app.domain.overview_views import TermLine
    from burgertop_app.domain.people import ImportBatch
    from burgertop_app.domain.reminding import Sent
    from burgertop_app.domain.responses import Commitment
    from burgertop_app.storage.process_facts import ProcessFacts
    from burgertop_app.storage.unit_of_work import Store

MONTH = 30
"""So many days before their last day people are told of."""


def steps(store: Store, known: ProcessFacts, today: date, holidays: Holidays) -> tuple[NextStep, ...]:
    """What to do, in the order in which to do it: late, due within a week, the chain, the rest by date."""
    dated = [
        *_promises(known.commitments, today),
        *_waits(store, known.terms, today),
        *_kept(store, known.imports, today),
        *_talks(store, known, today, holidays),
    ]
    late = sorted((step for step in dated if step.late), key=_when)
    coming = sorted((step for step in dated if not step.late), key=_when)
    soon = [step for step in coming if step.due_on and urgency(step.due_on, today) is Urgency.SOON]
    rest = [step for step in coming if step not in soon]
    return (*late, *soon, *_ahead(known), *rest)


def reached(known: ProcessFacts) -> Phase:
    """The phase of a process: as it was set, or further when what was kept shows so."""
    numbers = known.numbers
    offered = any(line.state in (AdviceState.OFFERED, AdviceState.RECEIVED) for line in known.terms)
    signs = (
        (0 < numbers.recommendations == numbers.answered, Phase.FOLLOW_UP),
        (offered, Phase.ANSWER),
        (numbers.advices, Phase.ADVISE),
        (numbers.cards or numbers.present, Phase.MEET),
        (numbers.drawn, Phase.DRAW),
        (numbers.registered, Phase.RECRUIT),
    )
    shown = next((phase for sign, phase in signs if sign), Phase.PLAN)
    return max(known.process.phase, shown, key=list(Phase).index)


def _when(step: NextStep) -> date:
    return step.due_on or date.max


def _promises(commitments: Sequence[Commitment], today: date) -> list[NextStep]:
    """Promises that are late, or due within a week."""
    found = []
    for kept in commitments:
        near = urgency(kept.due_on, today)
        if overview_store.is_open(kept) and near in (Urgency.LATE, Urgency.SOON):
            late = near is Urgency.LATE
            code = "keep_commitment" if late else "ask_commitment"
            found.append(
                NextStep(code, "followup", 1, kept.due_on, late=late, subject=kept.text, row=kept.id)
            )
    return found


def _talks(store: Store, known: ProcessFacts, today: date, holidays: Holidays) -> list[NextStep]:
    """The meeting about the promises, when it is late or comes within a month; not in a closed process."""
    if known.process.phase is Phase.CLOSED or not known.commitments:
        return []
    slot = next_slot(meetings(store, known.process.id, today, holidays))
    if slot is None or (slot.on - today).days > MONTH:
        return []
    late = slot.turn is Turn.LATE
    return [NextStep("hold_monitor", "followup", 1, slot.on, late=late)]


def _waits(store: Store, terms: Sequence[TermLine], today: date) -> list[NextStep]:
    """What the college must do; when a reminder is due follows from the schedule."""
    sent = overview_store.reminders_sent(store, [line.advice_id for line in terms]) if terms else {}
    found = []
    for line in terms:
        missing = line.recommendations - line.answered
        if line.state is AdviceState.OFFERED:
            found.append(NextStep("register_receipt", "response", 1, subject=line.title, row=line.advice_id))
        elif line.state is AdviceState.RECEIVED and missing:
            near = urgency(line.due_on, today)
            code = "remind_college" if _must_remind(line, sent, today) else "await_answers"
            late = near is Urgency.LATE
            found.append(
                NextStep(
                    code, "response", missing, line.due_on, late=late, subject=line.title, row=line.advice_id
                )
            )
    return found


def _must_remind(line: TermLine, sent: Mapping[UUID, tuple[Sent, ...]], today: date) -> bool:
    if line.begun_on is None or line.due_on is None:
        return False
    told = sent.get(line.advice_id, ())
    return to_do(schedule(line.begun_on, line.due_on, today, told, waiting=True)) is not None


def _kept(store: Store, imports: Sequence[ImportBatch], today: date) -> list[NextStep]:
    """People of an import whose last day is past or comes within a month; who was erased does not count."""
    found = []
    for batch in imports:
        days = (batch.keep_until - today).days
        if days > MONTH:
            continue
        people = sum(part.state is not State.ERASED for part in store.find(Participation, import_id=batch.id))
        if people:
            code = "erase_people" if days < 0 else "erase_people_soon"
            step = NextStep(code, "people", people, batch.keep_until, late=days < 0, row=batch.id)
            found.append(replace(step, subject=batch.file_name or batch.purpose))
    return found


def _ahead(known: ProcessFacts) -> tuple[NextStep, ...]:
    """The one step of the chain that lies open now, among the pages that the form shows."""
    pages = {page.value for page in recipes.from_snapshot(known.process.recipe).pages}
    return tuple(step for step in _chain(known) if step.page in pages)[:1]


def _members(states: Mapping[State, int]) -> int:
    """Who sits in the panel now; who was drawn and said no does not."""
    return sum(states[state] for state in (State.DRAWN, State.CONFIRMED, State.PRESENT))


def _chain(known: ProcessFacts) -> Iterator[NextStep]:
    """Every step that lies open, in order; what lies before a step that was taken is not asked again."""
    numbers = known.numbers
    steps = (
        (bool(numbers.registered), NextStep("import_people", "people")),
        (numbers.drawn > 0 or known.has_draw, NextStep("draw_panel", "draw", known.process.seats)),
        (known.has_plan, NextStep("make_tables", "tables", _members(known.states))),
        (bool(numbers.cards), NextStep("enter_cards", "cards")),
        (bool(numbers.proposals), NextStep("make_proposals", "proposals", numbers.cards)),
        (bool(numbers.advices), NextStep("write_advice", "advice")),
    )
    taken = max((place for place, (done, _step) in enumerate(steps, 1) if done), default=0)
    yield from (step for _done, step in steps[taken:])
    yield from _with(known.terms, AdviceState.DRAFT, "publish_advice", "advice")
    yield from _with(known.terms, AdviceState.PUBLISHED, "offer_advice", "response")
    waiting = known.states[State.PRESENT]
    if waiting and 0 < numbers.recommendations == numbers.answered:
        yield NextStep("give_feedback", "followup", waiting)


def _with(terms: Sequence[TermLine], state: AdviceState, code: str, page: str) -> Iterator[NextStep]:
    return (
        NextStep(code, page, subject=line.title, row=line.advice_id) for line in terms if line.state is state
    )
