"""The year of a standing panel: planned advices, members' terms, the load, what members get."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceState
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.evaluations import later
from burgertop_app.domain.events import Attendance, Event, Presence
from burgertop_app.domain.form_rules import AdvicesAYear, MemberTerm
from burgertop_app.domain.items import Answer, Instrument
from burgertop_app.domain.people import ON_PANEL, EventKind, Participation, PersonEvent, Role, State
from burgertop_app.domain.processes import Process
from burgertop_app.domain.year import (
    Load,
    MemberLine,
    Membership,
    PlanLine,
    PlannedAdvice,
    Reward,
    YearView,
    plan_state,
    rotation,
)
from burgertop_app.exchange import recipes
from burgertop_app.storage import people_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

LOAD, HOURS = "load", "hours"
"""The instrument and the question of a recipe that tell how heavy the panel is."""
MONTHS = 12


class YearPlanning:
    """What an organiser does with the year of a panel."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

    def view(self, process_id: UUID, year: int | None = None) -> YearView:
        """The plans, the members and the load; this year unless another is given."""
        today = self._today()
        with self._work.reading() as store:
            process = store.get(Process, process_id)
            recipe = recipes.from_snapshot(process.recipe)
            advices = store.find(Advice, order_by="number", process_id=process_id)
            known = {advice.id: advice for advice in advices}
            plans = store.find(PlannedAdvice, order_by="starts_on", process_id=process_id)
            term = recipe.rule(MemberTerm)
            events = store.find(Event, order_by="on", process_id=process_id)
            written = sum(advice.state is not AdviceState.WITHDRAWN for advice in advices)
            members = _members(store, process_id, term.months if term else None, events, today, written)
            load = _load(store, process_id)
        lines = tuple(
            PlanLine(plan, advice, plan_state(plan, advice, today))
            for plan in plans
            for advice in [known.get(plan.advice_id) if plan.advice_id else None]
        )
        return YearView(
            year=year or today.year,
            plans=lines,
            rule=recipe.rule(AdvicesAYear),
            advices=advices,
            members=members,
            rotation=rotation(members, today),
            seats=process.seats,
            term_months=term.months if term else None,
            load=load,
            contact=process.contact,
            events=events,
        )

    def keep(self, plan: PlannedAdvice) -> Change:
        """Keep a new plan (revision 0), or what was changed.

        Raises:
            InvalidInput: the topic is empty, or it would be ready before it begins.
            NotPossible: another plan has that advice.
        """
        with self._work.writing("year.plan") as store:
            if plan.advice_id is not None:
                others = store.find(PlannedAdvice, advice_id=plan.advice_id)
                if any(other.id != plan.id for other in others):
                    raise NotPossible("planned_advice_taken")
            if not plan.revision:
                kept = store.add(
                    PlannedAdvice(
                        id=store.new_id(),
                        process_id=plan.process_id,
                        topic=plan.topic.strip(),
                        asked=plan.asked,
                        starts_on=plan.starts_on,
                        due_on=plan.due_on,
                        advice_id=plan.advice_id,
                    )
                )
            else:
                kept = store.change(
                    store.get(PlannedAdvice, plan.id),
                    topic=plan.topic.strip(),
                    asked=plan.asked,
                    starts_on=plan.starts_on,
                    due_on=plan.due_on,
                    advice_id=plan.advice_id,
                )
        return changed(Topic.YEAR, row=kept.id)

    def drop(self, plan_id: UUID) -> Change:
        """Take a plan away; the advice itself stays."""
        with self._work.writing("year.drop") as store:
            store.remove(store.get(PlannedAdvice, plan_id))
        return changed(Topic.YEAR)

    def restore(self, plan: PlannedAdvice) -> Change:
        """Put back a plan that was taken away."""
        with self._work.writing("year.restore") as store:
            store.add(plan)
        return changed(Topic.YEAR, row=plan.id)

    def set_term(
        self, participation_id: UUID, joined_on: date, ends_on: date, left_on: date | None = None
    ) -> Change:
        """Keep from when to when somebody is a member, and since when no longer.

        Raises:
            InvalidInput: the days do not follow each other.
        """
        with self._work.writing("year.term") as store:
            kept = store.first(Membership, participation_id=participation_id)
            if kept is None:
                store.add(
                    Membership(
                        id=store.new_id(),
                        participation_id=participation_id,
                        joined_on=joined_on,
                        ends_on=ends_on,
                        left_on=left_on,
                    )
                )
            else:
                store.change(kept, joined_on=joined_on, ends_on=ends_on, left_on=left_on)
        return changed(Topic.YEAR, row=participation_id)

    def reward(self, event_id: UUID, cents: int) -> Change:
        """Note what everyone who was at a meeting gets; who has it already is left as it is.

        Raises:
            InvalidInput: the amount is not between 0.01 and 1000 euros.
            NotPossible: nobody was marked as present.
        """
        with self._work.writing("year.reward") as store:
            came = store.find(Attendance, event_id=event_id, presence=Presence.PRESENT)
            ids = [mark.participation_id for mark in came]
            parts = store.find(Participation, id=ids, role=Role.RESIDENT) if ids else ()
            held = {one.participation_id for one in store.find(Reward, event_id=event_id)}
            wanted = [
                Reward(id=store.new_id(), participation_id=part.id, event_id=event_id, cents=cents)
                for part in parts
                if part.state is not State.ERASED
            ]
            if not wanted:
                raise NotPossible("reward_nobody")
            store.add_all(one for one in wanted if one.participation_id not in held)
        return changed(Topic.YEAR)

    def pay(self, participation_ids: Sequence[UUID], on: date | None) -> tuple[UUID, ...]:
        """Note that members got what was still to be paid; gives the ids of the rewards, for `unpay`.

        Raises:
            InvalidInput: the day is in the future.
        """
        day = on or self._today()
        if day > self._today():
            raise InvalidInput("answer_day_future", on=day.isoformat())
        with self._work.writing("year.pay") as store:
            found = store.find(Reward, participation_id=list(participation_ids), paid_on=None)
            for one in found:
                store.change(one, paid_on=day)
        return tuple(one.id for one in found)

    def pay_again(self, reward_ids: Sequence[UUID]) -> Change:
        """Do `pay` again after `unpay`."""
        with self._work.writing("year.pay") as store:
            for one in store.find(Reward, id=list(reward_ids)):
                store.change(one, paid_on=self._today())
        return changed(Topic.YEAR)

    def unpay(self, reward_ids: Sequence[UUID]) -> Change:
        """Undo `pay`."""
        with self._work.writing("year.pay.undo") as store:
            for one in store.find(Reward, id=list(reward_ids)):
                store.change(one, paid_on=None)
        return changed(Topic.YEAR)


def _members(
    store: Store,
    process_id: UUID,
    months: int | None,
    events: Sequence[Event],
    today: date,
    advices: int,
) -> tuple[MemberLine, ...]:
    """Everyone on the panel, and who was a member before."""
    lines = people_store.lines(store, process_id, Role.RESIDENT)
    terms = {one.participation_id: one for one in store.find(Membership)}
    members = [line for line in lines if line.state in ON_PANEL or line.participation_id in terms]
    ids = [line.participation_id for line in members]
    drawn: dict[UUID, date] = {}
    for told in store.find(PersonEvent, order_by="at", participation_id=ids, kind=EventKind.DRAWN):
        drawn[told.participation_id] = told.at.astimezone().date()
    since = later(today, -MONTHS)
    recent = [event.id for event in events if event.on is not None and since < event.on <= today]
    came = Counter(
        mark.participation_id
        for mark in (store.find(Attendance, event_id=recent, presence=Presence.PRESENT) if recent else ())
    )
    got: dict[UUID, list[Reward]] = defaultdict(list)
    for one in store.find(Reward, participation_id=ids) if ids else ():
        got[one.participation_id].append(one)
    return tuple(
        _member(line, terms.get(line.participation_id), drawn.get(line.participation_id), months).with_load(
            came[line.participation_id], advices, got[line.participation_id]
        )
        for line in members
        if line.state is not State.ERASED
    )


def _member(line: PersonLine, term: Membership | None, drawn: date | None, months: int | None) -> MemberLine:
    ends = later(drawn, months) if drawn is not None and months is not None else None
    return MemberLine(
        participation_id=line.participation_id,
        number=line.number,
        name=line.name,
        state=line.state,
        joined_on=term.joined_on if term else drawn,
        ends_on=term.ends_on if term else ends,
        left_on=term.left_on if term else None,
        set_by_hand=term is not None,
    )


def _load(store: Store, process_id: UUID) -> Load:
    """The hours that were filled in on the last day that somebody did."""
    begun = store.find(Instrument, process_id=process_id, code=LOAD)
    last = max((one.on for one in begun if one.on), default=None)
    ids = [one.id for one in begun if one.on == last]
    found = (
        Counter(answer.text for answer in store.find(Answer, instrument_id=ids, question=HOURS))
        if ids
        else Counter[str]()
    )
    return Load(found["few"], found["some"], found["many"])
