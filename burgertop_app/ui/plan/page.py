"""The plan: assignment, mandate, decision rules, pledges and planning; on paper the rules of the game."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.processes import DecisionRule, Frame, Mandate, Milestone, Pledge
from burgertop_app.i18n import _, day, mark, ngettext, number
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField
from burgertop_app.ui.kit.layout import column, holder, row, scrolled
from burgertop_app.ui.kit.number_fields import DateField, NumberField
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.page import Page
from burgertop_app.ui.plan.parts import PartList
from burgertop_app.ui.plan.sentence_field import SentenceField
from burgertop_app.ui.plan.style_card import StyleCard
from burgertop_app.ui.plan.timeline import Timeline, state_of
from burgertop_app.ui.saving import save_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QHBoxLayout

    from burgertop_app.domain.house_style import Look
    from burgertop_app.domain.processes import Process
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.fields import Field

MOST_SEATS = 5_000


@dataclass(frozen=True)
class Planned:
    """The process and every part of its plan."""

    process: Process
    mandate: tuple[Mandate, ...]
    rules: tuple[DecisionRule, ...]
    pledges: tuple[Pledge, ...]
    milestones: tuple[Milestone, ...]
    look: Look


class PlanPage(Page[Planned]):
    """Every field keeps itself; what was agreed goes on paper as the rules of the game."""

    KEY, ICON, NAME = "plan", "map", mark("Plan")
    TOPICS = frozenset({Topic.PROCESSES, Topic.PLAN})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found: Planned | None = None
        self.fields: dict[str, Field[Any]] = _process_fields()
        for name, field in self.fields.items():
            field.saved.connect(partial(self._on_field, name))
        self.mandate: PartList[Mandate] = PartList(
            _("The room there is"), _("What is fixed, what is open, and what nobody knows yet?"), _frames
        )
        self.rules: PartList[DecisionRule] = PartList(
            _("How the group decides"),
            _("Agree before the start how the group decides."),
            _texts,
        )
        self.pledges: PartList[Pledge] = PartList(
            _("What others promise"), _("What do the college and the council promise beforehand?"), _pledged
        )
        self.milestones: PartList[Milestone] = PartList(
            _("Planning"),
            _("Which days matter?"),
            _days,
        )
        self.style_card = StyleCard(desk)
        self.style_card.wanted.connect(self._on_look)
        self.timeline = Timeline()
        self.picture = Pictured(self.timeline)
        self.picture_card = Card(self.picture, heading=_("Timeline"))
        for parts in (self.mandate, self.rules, self.pledges, self.milestones):
            parts.edit, parts.drop = self._on_edit, self._on_drop
        self.mandate.new = lambda: self._on_new(self._new_mandate)
        self.rules.new = lambda: self._on_new(self._new_rule)
        self.pledges.new = lambda: self._on_new(self._new_pledge)
        self.milestones.new = lambda: self._on_new(self._new_milestone)
        page = column(self.picture_card, self._columns(), gap=Space.M)
        self.content.addWidget(scrolled(holder(page)), 1)
        self.head.act(secondary(_("Rules of the game…"), self._on_print, "printer"))

    def _columns(self) -> QHBoxLayout:
        fields = self.fields
        last = row(fields["ordinance"], fields["seats"], fields["starts_on"], gap=Space.M)
        last.setStretch(0, 1)
        fields["seats"].setFixedWidth(90)
        fields["starts_on"].setFixedWidth(160)
        who = row(fields["municipality"], fields["commissioner"], gap=Space.M)
        who.setStretch(0, 2)
        who.setStretch(1, 3)
        about = Card(
            fields["title"],
            fields["topic"],
            who,
            fields["contact"],
            fields["assignment"],
            last,
            heading=_("The process"),
            note=_("Changes are kept by themselves"),
        )
        left = column(about, self.style_card, self.milestones, None, gap=Space.M)
        right = column(self.mandate, self.rules, self.pledges, None, gap=Space.M)
        both = row(holder(left), holder(right), gap=Space.M)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        return both

    @override
    def reading(self, process: UUID) -> Callable[[], Planned]:
        processes, styling = self.desk.services.processes, self.desk.services.styling
        return lambda: Planned(
            processes.get(process),
            processes.plan(Mandate, process),
            processes.plan(DecisionRule, process),
            processes.plan(Pledge, process),
            processes.plan(Milestone, process),
            styling.look(process),
        )

    @override
    def fill(self, found: Planned) -> None:
        self._found = found
        for name, field in self.fields.items():
            field.put(getattr(found.process, name))
        self.mandate.put(found.mandate)
        self.rules.put(found.rules)
        self.pledges.put(found.pledges)
        self.milestones.put(found.milestones)
        self.style_card.put(found.look, found.process)
        today = self.desk.today()
        self.head.say(_sentence(found.milestones, today))
        self.timeline.put(found.milestones, today)
        self.picture.describe(_figures(found.milestones, today))
        self.picture_card.setVisible(len(found.milestones) > 1)

    def _on_field(self, name: str, value: str | int | date | None) -> None:
        if self._found is None or getattr(self._found.process, name) == value:
            return
        processes, process = self.desk.services.processes, self._found.process.id
        self.ask(lambda: processes.edit(process, **{name: value}))

    def _on_look(self, before: Look, look: Look) -> None:
        if self._found is None:
            return
        styling, process = self.desk.services.styling, self._found.process.id

        def kept(_change: object) -> None:
            self.desk.did(
                _("The house style of the documents was changed."),
                lambda: styling.keep(process, before),
                lambda: styling.keep(process, look),
            )

        task = self.ask(lambda: styling.keep(process, look), kept)
        task.failed.connect(self._on_not_kept)

    def _on_not_kept(self, _error: object) -> None:
        self.load()

    def _on_edit(self, part: Mandate | DecisionRule | Pledge | Milestone, changes: dict[str, Any]) -> None:
        processes = self.desk.services.processes
        if self._loading is not None:
            self._loading.forget()  # what it read is older than this edit; the edit makes the page read again
        self.ask(lambda: processes.edit_part(part, **changes)).failed.connect(self._on_refused)

    @Slot(object)
    def _on_refused(self, _error: object) -> None:
        self.load()

    def _on_drop(self, part: Mandate | DecisionRule | Pledge | Milestone) -> None:
        processes = self.desk.services.processes

        def dropped(_change: object) -> None:
            again = replace(part, revision=0)
            self.desk.did(
                _("It was taken out of the plan."),
                lambda: processes.keep(again),
                lambda: processes.drop(again),
                "trash-2",
            )

        self.ask(lambda: processes.drop(part), dropped)

    def _on_new(self, make: Callable[[UUID, UUID], Mandate | DecisionRule | Pledge | Milestone]) -> None:
        if self._found is None:
            return
        services, process = self.desk.services, self._found.process.id
        self.ask(lambda: services.processes.keep(make(services.processes.new_id(), process)))

    def _new_mandate(self, new: UUID, process: UUID) -> Mandate:
        return Mandate(id=new, process_id=process, frame=Frame.OPEN, text="", position=self._last("mandate"))

    def _new_rule(self, new: UUID, process: UUID) -> DecisionRule:
        return DecisionRule(id=new, process_id=process, text="", position=self._last("rules"))

    def _new_pledge(self, new: UUID, process: UUID) -> Pledge:
        return Pledge(id=new, process_id=process, by=_("College"), text="", made_on=self.desk.today())

    def _new_milestone(self, new: UUID, process: UUID) -> Milestone:
        return Milestone(id=new, process_id=process, title="", due_on=self.desk.today())

    def _last(self, name: str) -> int:
        return len(getattr(self._found, name)) if self._found else 0

    def _on_print(self) -> None:
        if self._found is None:
            return
        printing, process = self.desk.services.printing, self._found.process.id
        save_paper(self, _("Rules of the game…"), lambda: printing.rules(process), _("rules of the game"))


def _sentence(days: Sequence[Milestone], today: date) -> str:
    if not days:
        return _("What was asked, what is fixed and what is promised.")
    states = [state_of(day, today) for day in days]
    done, late = states.count("done"), states.count("late")
    planned = ngettext("{count} day in the planning", "{count} days in the planning", len(days))
    parts = [
        planned.format(count=number(len(days))),
        ngettext("{count} done", "{count} done", done).format(count=number(done)),
        ngettext("{count} late", "{count} late", late).format(count=number(late)) if late else "",
    ]
    return " · ".join(filter(None, parts))


def _figures(days: Sequence[Milestone], today: date) -> Figures:
    said = {"done": _("done"), "late": _("late"), "ahead": _("still to come")}
    rows = tuple((one.title, day(one.due_on), said[state_of(one, today)]) for one in days)
    told = _("Timeline of the planning: {days}").format(
        days="; ".join(f"{title} {when} ({state})" for title, when, state in rows)
    )
    return Figures(told, (_("What happens"), _("Day"), _("State")), rows)


def _process_fields() -> dict[str, Field[Any]]:
    return {
        "title": LineField(_("Name of the process"), _refuse_empty),
        "topic": LineField(_("Topic")),
        "municipality": LineField(_("Municipality")),
        "commissioner": LineField(_("Commissioner")),
        "contact": LineField(_("Contact for participants")),
        "assignment": TextField(_("Assignment"), lines=4),
        "ordinance": LineField(_("Ordinance")),
        "seats": NumberField(_("Seats"), low=1, high=MOST_SEATS),
        "starts_on": DateField(_("Starts on"), optional=True),
    }


def _frames() -> dict[str, Field[Any]]:
    frame = ChoiceField("", [(frame, word(frame)) for frame in Frame])
    frame.editor.setAccessibleName(_("How free"))
    frame.setFixedWidth(176)
    return {"frame": frame, "text": _sentences(_("What it is about"))}


def _texts() -> dict[str, Field[Any]]:
    return {"text": _sentences(_("Rule"))}


def _pledged() -> dict[str, Field[Any]]:
    by = LineField("", placeholder=_("Who"))
    by.editor.setAccessibleName(_("Who promises"))
    by.setFixedWidth(176)
    return {"by": by, "text": _sentences(_("What is promised"))}


def _days() -> dict[str, Field[Any]]:
    due, done = DateField(""), DateField("", optional=True)
    due.editor.setAccessibleName(_("Day"))
    done.editor.setAccessibleName(_("Done on"))
    done.editor.setToolTip(_("Done on"))
    done.editor.setProperty("placeholderText", _("Done on"))
    for field in (due, done):
        field.setFixedWidth(150)
    return {"due_on": due, "title": _wide(_("What happens")), "done_on": done}


def _wide(name: str) -> LineField:
    field = LineField("", placeholder=name)
    field.editor.setAccessibleName(name)
    field.setProperty("share", 1)
    return field


def _sentences(name: str) -> SentenceField:
    field = SentenceField(name)
    field.setProperty("share", 1)
    return field


def _refuse_empty(text: str) -> None:
    if not text.strip():
        raise InvalidInput("process_title_empty")
