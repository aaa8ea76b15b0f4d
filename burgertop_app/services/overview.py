"""Where every process stands: the numbers of the thread, what comes next and what is late."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.overview_views import Found, ProcessLine
from burgertop_app.domain.processes import Process
from burgertop_app.domain.reminding import coming, schedule, to_do
from burgertop_app.exchange import recipes
from burgertop_app.services import next_steps
from burgertop_app.storage import overview_store, people_store, process_facts
from burgertop_app.storage.advice_store import present_texts
from burgertop_app.storage.outcome_store import card_lines, recommendations_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.holidays import Holidays
    from burgertop_app.domain.overview_views import NextStep, TermLine, ThreadNumbers
    from burgertop_app.domain.processes import Phase
    from burgertop_app.domain.reminding import Sent
    from burgertop_app.services.context import Context
    from burgertop_app.storage.process_facts import ProcessFacts
    from burgertop_app.storage.unit_of_work import Store

MOST_FOUND = 20


class Overview:
    """Answers where we are, what is next and what is late."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today
        self._holidays = context.holidays

    def numbers(self, process_id: UUID) -> ThreadNumbers:
        """The row of numbers of one process."""
        with self._work.reading() as store:
            return process_facts.thread_numbers(store, store.get(Process, process_id), self._today())

    def steps(self, process_id: UUID) -> tuple[NextStep, ...]:
        """What comes next and what is late: late first, then by date, then in the order of the chain."""
        with self._work.reading() as store:
            today = self._today()
            known = process_facts.facts(store, store.get(Process, process_id), today)
            return next_steps.steps(store, known, today, self._holidays)

    def phase(self, process_id: UUID) -> Phase:
        """The phase as it was set, or further when what was kept shows so."""
        with self._work.reading() as store:
            process = store.get(Process, process_id)
            return next_steps.reached(process_facts.facts(store, process, self._today()))

    def processes(self) -> tuple[ProcessLine, ...]:
        """Every process with its phase and next step, the newest last."""
        with self._work.reading() as store:
            today = self._today()
            every = process_facts.facts_of(store, store.find(Process), today)
            return tuple(_line(store, known, today, self._holidays) for known in every)

    def terms(self) -> tuple[TermLine, ...]:
        """Every advice that lies with the college, the most urgent first; those not yet received last."""
        with self._work.reading() as store:
            lines = overview_store.term_lines(store, store.find(Process), self._today())
            waiting = [line for line in lines if line.state in (AdviceState.OFFERED, AdviceState.RECEIVED)]
            sent = overview_store.reminders_sent(store, [line.advice_id for line in waiting])
        planned = [reminded(line, sent.get(line.advice_id, ()), self._today()) for line in waiting]
        return tuple(sorted(planned, key=_urgency))

    def search(self, process_id: UUID, words: str) -> tuple[Found, ...]:
        """People, cards and recommendations of the process in which every word occurs."""
        wanted = words.casefold().split()
        if not wanted:
            return ()
        with self._work.reading() as store:
            every = (*_people(store, process_id), *_cards(store, process_id), *_advised(store, process_id))
        return tuple(found for found in every if _holds(found, wanted))[:MOST_FOUND]


def reminded(line: TermLine, sent: Sequence[Sent], today: date) -> TermLine:
    """The line with the reminder that must go out now, or that comes next."""
    if line.begun_on is None or line.due_on is None:
        return line
    planned = schedule(line.begun_on, line.due_on, today, sent, waiting=line.answered < line.recommendations)
    return replace(line, reminder=to_do(planned) or coming(planned))


def _holds(found: Found, wanted: list[str]) -> bool:
    text = f"{found.text} {found.detail}".casefold()
    return all(word in text for word in wanted)


def _people(store: Store, process_id: UUID) -> list[Found]:
    return [
        Found("person", participation_id, name, number, "people", process_id)
        for participation_id, name, number in people_store.names(store, process_id)
    ]


def _cards(store: Store, process_id: UUID) -> list[Found]:
    return [
        Found("card", line.card.id, line.text, line.card.label, "cards", process_id)
        for line in card_lines(store, process_id)
    ]


def _advised(store: Store, process_id: UUID) -> list[Found]:
    kept = recommendations_of(store, process_id)
    words = present_texts(store, [one.id for one in kept])
    return [
        Found("recommendation", one.id, words[one.id].title, str(one.number), "advice", process_id)
        for one in kept
    ]


def _urgency(line: TermLine) -> tuple[bool, int]:
    return line.days_left is None, line.days_left or 0


def _line(store: Store, known: ProcessFacts, today: date, holidays: Holidays) -> ProcessLine:
    process, numbers = known.process, known.numbers
    steps = next_steps.steps(store, known, today, holidays)
    return ProcessLine(
        process_id=process.id,
        title=process.title,
        topic=process.topic,
        form=process.form,
        phase=next_steps.reached(known),
        people=numbers.present or numbers.drawn or numbers.registered,
        next_step=steps[0] if steps else None,
        form_name=recipes.from_snapshot(process.recipe).name,
    )
