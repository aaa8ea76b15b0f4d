"""One promise beside the table: its fields, kept while one types, with its notes, evidence and history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.responses import CommitmentState, Step
from burgertop_app.i18n import _, day
from burgertop_app.messages.following import step_words
from burgertop_app.messages.words import word
from burgertop_app.ui.followup.story import Story
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.fields import ChoiceField, Field, LineField, TextField
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.number_fields import DateField, NumberField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from burgertop_app.domain.follow_views import CommitmentLine

RUNNING = (CommitmentState.OPEN, CommitmentState.UNDER_WAY, CommitmentState.STALLED)
MOST_EUROS = 1_000_000_000


class CommitmentForm(QWidget):
    """A promise to work at.

    Signals: `edited` (name of a field, what is in it), `stepped` (step), `moved` (day, reason), `noted`
    (words) and `shown` (what it shows, link or "" for a file to choose).
    """

    edited = Signal(str, object)
    stepped = Signal(object)
    moved = Signal(object, str)
    noted = Signal(str)
    shown = Signal(str, str)

    def __init__(self, line: CommitmentLine) -> None:
        super().__init__()
        self.id = line.id
        self.seen = line.commitment
        self._refused: set[str] = set()
        self._chosen = False
        self.text = TextField(_("What was promised"), _filled, lines=3)
        self.owner = LineField(_("Who does it"), hint=_("A role, department or working group."))
        self.contact = LineField(_("Name of a person there"), hint=_("Not in any report."))
        self.due = DateField(_("Ready on"), optional=True)
        self.reason = LineField(_("Why does the day move?"))
        self.move_button = small(_("Move the day"), self._on_move, "calendar-check")
        self.state: ChoiceField[CommitmentState] = ChoiceField(
            _("How it stands"), [(state, word(state)) for state in RUNNING]
        )
        self.step: ChoiceField[Step] = ChoiceField(_("Step"), [(step, word(step)) for step in Step])
        self.budget = NumberField(_("Budget (€)"), high=MOST_EUROS, optional=True)
        self.note = TextField(_("New note"), hint=_("What was done or said, and what stands in the way."))
        self.add_note = small(_("Add the note"), self._on_note, "plus")
        self.proof = LineField(_("Evidence: what does it show?"))
        self.link = LineField(_("Link"), placeholder="https://")
        self.story = Story()
        self._ending = words("", "strong", wrap=True)
        self.fields: dict[str, Field[Any]] = {
            "text": self.text,
            "owner": self.owner,
            "contact": self.contact,
            "state": self.state,
            "budget": self.budget,
        }
        self._build()
        self.put(line)
        for name, field in self.fields.items():
            field.saved.connect(partial(self._on_saved, name))
        self.step.saved.connect(self.stepped.emit)
        self.due.saved.connect(self._on_due)

    def put(self, line: CommitmentLine) -> None:
        """Show what was kept; what is being typed, or was refused, stays."""
        self.seen = kept = line.commitment
        for name, field in self.fields.items():
            if name in self._refused:
                field.complain(_theirs(getattr(kept, name)))
            elif name != "state" or not kept.ended:
                field.put(getattr(kept, name))
        self.step.put(kept.step)
        self.step.hint(step_words(kept.step))
        if not self._waits():
            self._chosen = False
            self.due.put(kept.due_on)
        self._moved_part.setVisible(self._waits())
        running = not kept.ended
        for part in (self._working, self._noting):
            part.setVisible(running)
        self._ending.setVisible(not running)
        self._ending.setText(_ended(line))
        self.story.put(line)

    def refuse(self, name: str) -> None:
        """Somebody else changed this field meanwhile: keep what was typed on screen and say so."""
        self._refused.add(name)

    def flush(self) -> None:
        """Keep now what is waiting."""
        for field in self.fields.values():
            field.flush()

    def _build(self) -> None:
        half = row(self.state, self.step, gap=Space.M)
        half.setStretch(0, 3)
        half.setStretch(1, 2)
        self._moved_part = holder(column(self.reason, row(self.move_button, None), gap=Space.S))
        money = row(self.due, self.budget, gap=Space.M)
        money.setStretch(0, 3)
        money.setStretch(1, 2)
        self._working = holder(column(half, money, self._moved_part, self.owner, self.contact, gap=Space.M))
        buttons = row(
            small(_("File…"), self._on_file, "paperclip"),
            small(_("Add the link"), self._on_link, "link"),
            None,
        )
        self._noting = holder(
            column(self.note, row(self.add_note, None), self.proof, self.link, buttons, gap=Space.S)
        )
        self.setLayout(column(self._ending, self.text, self._working, self._noting, self.story, gap=Space.M))
        self.setFocusProxy(self.note)

    def _on_saved(self, name: str, said: object) -> None:
        self._refused.discard(name)
        self.edited.emit(name, said)

    def _waits(self) -> bool:
        """Whether another day was filled in that waits for its reason."""
        return (
            self.seen.due_on is not None
            and self._chosen
            and self.due.valid
            and (self.due.value() != self.seen.due_on)
        )

    def _on_due(self, due: object) -> None:
        self._chosen = True
        if self.seen.due_on is None and due is not None:
            self.moved.emit(due, "")
        self._moved_part.setVisible(self._waits())
        if self._waits():
            self.reason.setFocus()

    def _on_move(self) -> None:
        reason = self.reason.value()
        if not reason:
            self.reason.complain(_("Write why; the earlier day stays beside the new one."))
            return
        self.moved.emit(self.due.value(), reason)
        self._moved_part.hide()
        self.reason.show_value("")

    def _on_note(self) -> None:
        said = self.note.value()
        if not said:
            self.note.complain(_("Write the note first."))
            return
        self.noted.emit(said)

    def note_kept(self) -> None:
        """The note was kept: the field is free for the next."""
        self.note.show_value("")
        self.note.complain("")

    def proof_kept(self) -> None:
        """The evidence was kept: the fields are free for the next."""
        self.proof.show_value("")
        self.link.show_value("")

    def _on_file(self) -> None:
        if self._described():
            self.shown.emit(self.proof.value(), "")

    def _on_link(self) -> None:
        if not self.link.value():
            self.link.complain(_("Paste the web address first."))
        elif self._described():
            self.shown.emit(self.proof.value(), self.link.value())

    def _described(self) -> bool:
        said = bool(self.proof.value())
        self.proof.complain("" if said else _("Say first what the evidence shows."))
        return said


def _theirs(said: object) -> str:
    there = word(said) if isinstance(said, CommitmentState) else str(said if said is not None else "–")
    return _(
        "Somebody else filled in “{theirs}” meanwhile. Yours is not kept yet; change it once more to keep it."
    ).format(theirs=there)


def _ended(line: CommitmentLine) -> str:
    kept = line.commitment
    when = day(kept.closed_on) if kept.closed_on else "–"
    if kept.withdrawn_reason:
        return _("Withdrawn on {date}: {reason}").format(date=when, reason=kept.withdrawn_reason)
    if kept.state is CommitmentState.DROPPED:
        return _("Dropped on {date}: {reason}").format(date=when, reason=kept.outcome)
    if kept.unproven:
        return _("Done on {date}, without evidence: {result}").format(date=when, result=kept.outcome)
    return _("Done on {date}: {result}").format(date=when, result=kept.outcome)


def _filled(text: str) -> None:
    if not text:
        raise InvalidInput("commitment_text_empty")
