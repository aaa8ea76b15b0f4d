"""Processes: starting one from a form, and keeping its plan."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, NotFound
from burgertop_app.domain.processes import DecisionRule, Mandate, Milestone, Phase, Pledge, Process, Scenario
from burgertop_app.exchange import recipes

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.forms import Recipe
    from burgertop_app.domain.requests import NewProcess
    from burgertop_app.services.context import Context

PlanPart = TypeVar("PlanPart", Mandate, DecisionRule, Pledge, Scenario, Milestone)
ORDERS = {
    Mandate: "position",
    DecisionRule: "position",
    Pledge: "made_on",
    Scenario: "position",
    Milestone: "due_on",
}


class Processes:
    """What an organiser does with processes and their plans."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._forms = context.forms
        self._language = context.language

    def forms(self) -> tuple[Recipe, ...]:
        """The forms one can choose from, by name in the language of the program."""
        found = recipes.all_in(self._forms)
        return tuple(sorted(found, key=lambda recipe: recipe.name.say(self._language).casefold()))

    def all(self) -> tuple[Process, ...]:
        """Every process of the workspace, the newest last."""
        with self._work.reading() as store:
            return store.find(Process)

    def get(self, process_id: UUID) -> Process:
        """One process."""
        with self._work.reading() as store:
            return store.get(Process, process_id)

    def recipe(self, process_id: UUID) -> Recipe:
        """The recipe as it stood when the process began."""
        return recipes.from_snapshot(self.get(process_id).recipe)

    def start(self, request: NewProcess) -> Change:
        """Begin a process in the language of the program; a later change of its form does not touch it.

        Raises:
            NotFound: there is no such form.
        """
        found = [recipe for recipe in self.forms() if recipe.code == request.form]
        if not found:
            raise NotFound("form_unknown", form=request.form)
        snapshot = recipes.snapshot(found[0])
        with self._work.writing("process.start") as store:
            process = store.add(
                Process(
                    id=store.new_id(),
                    form=found[0].code,
                    recipe=snapshot.text,
                    recipe_sha256=snapshot.sha256,
                    title=request.title.strip(),
                    topic=request.topic.strip(),
                    municipality=request.municipality.strip(),
                    seats=request.seats or found[0].seats,
                    language=self._language,
                )
            )
        return changed(Topic.PROCESSES, row=process.id)

    def edit(self, process_id: UUID, **changes: str | int | date | None) -> Change:
        """Change fields of the process, such as its title, assignment or commissioner."""
        with self._work.writing("process.edit") as store:
            store.change(store.get(Process, process_id), **changes)
        return changed(Topic.PROCESSES, Topic.PLAN, row=process_id)

    def reach(self, process_id: UUID, phase: Phase) -> Change:
        """Move the process on to `phase`; it never moves back by itself."""
        order = list(Phase)
        with self._work.writing("process.phase") as store:
            process = store.get(Process, process_id)
            if order.index(phase) > order.index(process.phase):
                store.change(process, phase=phase)
        return changed(Topic.PROCESSES, row=process_id)

    def plan(self, kind: type[PlanPart], process_id: UUID) -> tuple[PlanPart, ...]:
        """The parts of one kind in the plan, in order."""
        with self._work.reading() as store:
            return store.find(kind, order_by=ORDERS[kind], process_id=process_id)

    def new_id(self) -> UUID:
        """An id for a new part of a plan."""
        return self._work.new_id()

    def keep(self, part: Mandate | DecisionRule | Pledge | Scenario | Milestone) -> Change:
        """Keep a part of the plan, new (revision 0) or changed.

        Raises:
            Conflict: it was changed elsewhere meanwhile.
        """
        with self._work.writing("plan.keep") as store:
            if part.revision:
                content = {
                    field.name: getattr(part, field.name)
                    for field in fields(part)
                    if field.name not in ("id", "revision", "process_id")
                }
                store.change(part, **content)
            else:
                store.add(part)
        return changed(Topic.PLAN, row=part.id)

    def edit_part(
        self, part: Mandate | DecisionRule | Pledge | Scenario | Milestone, **changes: object
    ) -> Change:
        """Change fields of a part by name, given the part as it was seen; its other fields may differ by now.

        Raises:
            Conflict: one of these fields was changed elsewhere meanwhile.
        """
        with self._work.writing("plan.keep") as store:
            now = store.get(type(part), part.id)
            if any(getattr(now, name) != getattr(part, name) for name in changes):
                raise Conflict("changed_elsewhere")
            store.change(now, **changes)
        return changed(Topic.PLAN, row=part.id)

    def drop(self, part: Mandate | DecisionRule | Pledge | Scenario | Milestone) -> Change:
        """Take a part out of the plan; the log keeps it."""
        with self._work.writing("plan.drop") as store:
            store.remove(store.get(type(part), part.id))
        return changed(Topic.PLAN, row=part.id)
