"""Forms beside the tables that are sent with a button: how a promise ends, a meeting, a pledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from burgertop_app.domain.follow_views import Ending, MeetingForm
from burgertop_app.domain.processes import PledgeState
from burgertop_app.domain.responses import MOST_PRESENT, CommitmentState
from burgertop_app.i18n import _, day
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField, TickField
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.kit.number_fields import DateField, NumberField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QVBoxLayout

    from burgertop_app.domain.follow_views import CommitmentLine, PledgeLine
    from burgertop_app.domain.monitoring import MonitorSlot

MOST_FIELDS = 40
"""So many promises get a field in the minutes, the most pressing ones; others have it in their own panel."""


class EndForm(QWidget):
    """How a promise ended."""

    def __init__(self, line: CommitmentLine) -> None:
        super().__init__()
        self.id = line.id
        self.state: ChoiceField[CommitmentState] = ChoiceField(
            _("How it ended"),
            [(state, word(state)) for state in (CommitmentState.DONE, CommitmentState.DROPPED)],
        )
        self.outcome = TextField(_("What was achieved, or why is it dropped?"), lines=5)
        self.unproven = TickField(_("Without evidence"), _("It is done, but nothing shows it."))
        self.unproven.setVisible(not line.proven)
        self.setLayout(column(self.state, self.outcome, self.unproven, gap=Space.M))
        self.setFocusProxy(self.outcome.editor)

    def ending(self) -> Ending:
        """What is filled in."""
        return Ending(self.state.value(), self.outcome.value(), self.unproven.value())


class PledgeForm(QWidget):
    """Whether a pledge was kept."""

    def __init__(self, line: PledgeLine, today: date) -> None:
        super().__init__()
        self.seen = line.pledge
        self.state: ChoiceField[PledgeState] = ChoiceField(
            _("Was it kept?"), [(state, word(state)) for state in PledgeState]
        )
        self.on = DateField(_("On"), optional=True, month=today)
        self.note = TextField(_("How, or why not"), lines=4)
        self.proof = LineField(_("Evidence: what does it show?"))
        self.link = LineField(_("Link"), placeholder="https://")
        self.state.put(line.pledge.state)
        self.on.put(line.pledge.settled_on)
        self.note.put(line.pledge.note)
        shown = [words(f"• {one.description}", "small", wrap=True) for one in line.evidence]
        self.setLayout(column(self.state, self.on, self.note, *shown, self.proof, self.link, gap=Space.M))
        self.setFocusProxy(self.state.editor)


class MoveForm(QWidget):
    """Another day for a meeting, and why."""

    def __init__(self, slot: MonitorSlot) -> None:
        super().__init__()
        self.slot = slot
        self.on = DateField(_("New day"), month=slot.on)
        self.reason = TextField(_("Why does it move?"), lines=3)
        self.on.put(slot.on)
        said = _("By the schedule it is on {date}.").format(date=day(slot.planned_on))
        self.setLayout(column(words(said, "muted", wrap=True), self.on, self.reason, gap=Space.M))
        self.setFocusProxy(self.on.editor)


class Minutes(QWidget):
    """What came of a meeting: Tab goes from promise to promise."""

    def __init__(
        self,
        slot: MonitorSlot | None,
        lines: Sequence[CommitmentLine],
        today: date,
        before: Mapping[UUID, str],
    ) -> None:
        super().__init__()
        self.slot, self._today = slot, today
        kept = slot.meeting if slot else None
        held = kept is not None and kept.held
        self.on = DateField(_("Held on"), month=today)
        self.present = NumberField(_("How many were there"), high=MOST_PRESENT, optional=True)
        self.note = TextField(_("What was talked over"), lines=4)
        self.decisions = TextField(_("What was agreed"), lines=4)
        self.on.put(kept.on if kept and held else today)
        if kept is not None and held:
            self.present.put(kept.present)
            self.note.put(kept.note)
            self.decisions.put(kept.decisions)
        self.notes: dict[UUID, TextField] = {}
        asked: list[QVBoxLayout] = []
        talked = [line for line in lines if not line.commitment.ended or line.id in before][:MOST_FIELDS]
        for line in talked:
            field = TextField(lines=2)
            field.editor.setAccessibleName(line.commitment.text)
            field.put(before.get(line.id, ""))
            self.notes[line.id] = field
            asked.append(column(words(line.commitment.text, "small", wrap=True), field, gap=Space.XS))
        heading = words(_("What was said about each promise"), "heading", wrap=True)
        heading.setVisible(bool(talked))
        self.setLayout(
            column(
                self.on,
                self.present,
                self.note,
                self.decisions,
                heading,
                *asked,
                gap=Space.M,
            )
        )
        self.setFocusProxy(self.on.editor)

    def form(self) -> MeetingForm:
        """What is filled in.

        Raises:
            BurgertopError: the day or the count cannot be read.
        """
        on = self.on.value()
        return MeetingForm(
            number=self.slot.number if self.slot else 0,
            planned_on=self.slot.planned_on if self.slot else None,
            on=self._today if on is None else on,
            present=self.present.value(),
            note=self.note.value(),
            decisions=self.decisions.value(),
            notes=tuple((promise, field.value()) for promise, field in self.notes.items()),
        )
