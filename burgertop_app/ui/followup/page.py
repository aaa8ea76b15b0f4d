"""The page of the follow-up: promises with owner and day, how far they are, and the feedback."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.changes import Change, Topic
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.responses import Commitment, CommitmentState
from burgertop_app.i18n import _, day, mark, ngettext
from burgertop_app.ui.followup.feedback import FeedbackCard
from burgertop_app.ui.followup.form import CommitmentForm
from burgertop_app.ui.followup.lights import columns, is_late, light
from burgertop_app.ui.followup.timeline import Mark, Timeline
from burgertop_app.ui.kit.buttons import danger, primary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.drawer import Drawer
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.layout import column, holder, row
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.kit.tokens import State as Look
from burgertop_app.ui.page import Page
from burgertop_app.ui.saving import ALL_FORMS, save_paper, save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.feedback import FeedbackStanding
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.tables import Sheet

BESIDE = ("step", "progress")
TINTS = {Look.OK: "ok", Look.LATE: "late", Look.WARN: "warn", Look.ACCENT: "accent"}


@dataclass(frozen=True)
class Promised:
    """What the follow-up shows."""

    title: str
    commitments: tuple[Commitment, ...]
    feedback: FeedbackStanding
    answered: bool


class FollowupPage(Page[Promised]):
    """Promises and feedback. Focus: the id of a commitment, or (code of a step, id of the commitment)."""

    KEY, ICON, NAME = "followup", "list-checks", mark("Follow-up")
    TOPICS = frozenset({Topic.COMMITMENTS, Topic.RESPONSES, Topic.PEOPLE, Topic.PROCESSES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._title = ""
        self.timeline = Timeline()
        self._picture = Pictured(self.timeline)
        self.table: RecordTable[Commitment] = RecordTable(
            _("Commitments"),
            columns(desk.today),
            key=lambda kept: kept.id,
            counted=lambda count: ngettext("{count} commitment", "{count} commitments", count),
            menu=self._menu,
            look=TableLook(Space.ROW_FIELDS),
        )
        self.drawer = Drawer(340)
        self.form: CommitmentForm | None = None
        self.feedback = FeedbackCard()
        self._build()
        self.head.act(primary(_("Add a commitment"), self._on_add, "plus"))
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._on_line)
        self.table.export_wanted.connect(self._on_export)
        self.drawer.closed.connect(self._on_closed)
        self.feedback.letters_wanted.connect(self._on_letters)
        self.feedback.overview_wanted.connect(self._on_overview)
        self.remember("table", self.table)

    def _build(self) -> None:
        self._line_card = Card(self._picture)
        self._line_card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.empty = EmptyPage(
            _("Here stands what was promised, by whom and when."),
            (_("To the page Response"), partial(self.desk.navigate, "response")),
            icon="mail-check",
        )
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(holder(column(self._line_card, self.table, gap=Space.M)))
        self._stack.addWidget(self.empty)
        left = column(body, self.feedback, gap=Space.M)
        left.setStretch(0, 1)
        whole = row(left, self.drawer, gap=Space.M)
        whole.setStretch(0, 1)
        self.content.addLayout(whole, 1)

    @override
    def reading(self, process: UUID) -> Callable[[], Promised]:
        house = self.desk.services

        def read() -> Promised:
            numbers = house.overview.numbers(process)
            return Promised(
                title=house.processes.get(process).title,
                commitments=house.promising.all(process),
                feedback=house.feeding_back.standing(process),
                answered=0 < numbers.recommendations == numbers.answered,
            )

        return read

    @override
    def show_process(self, process: UUID | None, focus: object = None) -> None:
        if process != self.process:
            self.drawer.close_up()
        super().show_process(process, focus)

    @override
    def leave(self) -> None:
        self.drawer.close_up()
        super().leave()

    @override
    def fill(self, found: Promised) -> None:
        today = self.desk.today()
        self._title = found.title
        self._stack.setCurrentIndex(0 if found.commitments else 1)
        self.empty.button.setVisible(self.desk.offers("response"))
        self.table.put(found.commitments)
        self.feedback.put(found.feedback, answered=found.answered)
        self.feedback.letters_button.setVisible(self.desk.offers("letters"))
        self._draw(found.commitments)
        late = sum(is_late(kept, today) for kept in found.commitments)
        done = sum(kept.state is CommitmentState.DONE for kept in found.commitments)
        count = len(found.commitments)
        said = (
            ngettext("{count} commitment", "{count} commitments", count).format(count=count),
            ngettext("{count} late", "{count} late", late).format(count=late) if late else _("nothing late"),
            ngettext("{count} done", "{count} done", done).format(count=done),
        )
        self.head.say(" · ".join(said) if count else "")
        if self.form is not None:
            kept = next((kept for kept in found.commitments if kept.id == self.form.id), None)
            if kept is None:
                self.drawer.close_up()
            else:
                self.form.put(kept)

    @override
    def focus_on(self, focus: object) -> None:
        wanted = focus[1] if isinstance(focus, tuple) else focus
        if isinstance(wanted, UUID) and self.table.select(wanted) and self.table.current is not None:
            self._open(self.table.current)
        elif isinstance(focus, tuple) and focus[0] == "give_feedback":
            self.feedback.letters_button.setFocus()

    def _draw(self, commitments: Sequence[Commitment]) -> None:
        today = self.desk.today()
        dated = [kept for kept in commitments if kept.due_on]
        self._line_card.setVisible(bool(dated))
        marks = []
        rows = []
        for kept in dated:
            chip = light(kept, today)
            if kept.due_on is not None:
                marks.append(
                    Mark(kept.due_on, chip.picture, TINTS.get(chip.state, "muted"), kept.owner or kept.text)
                )
                rows.append((kept.text, kept.owner, day(kept.due_on), chip.words))
        self.timeline.put(marks, today)
        headings = (_("Commitment"), _("Who does it"), _("Ready on"), _("How it stands"))
        sentence = ngettext(
            "{count} commitment on a line of time", "{count} commitments on a line of time", len(rows)
        ).format(count=len(rows))
        self._picture.describe(Figures(sentence, headings, tuple(rows)))

    def _open(self, kept: Commitment) -> None:
        self._leave_form()
        self.form = CommitmentForm(kept)
        self.form.edited.connect(self._on_edited)
        self.table.view.leave_out(BESIDE, out=True)
        drop = danger(_("Remove"), partial(self._drop, kept))
        self.drawer.open(_("Commitment"), _("Everything is kept at once"), self.form, buttons=[drop])
        self.form.setFocus()

    def _leave_form(self) -> None:
        if self.form is not None:
            self.form.flush()
            self.form = None

    def _on_closed(self) -> None:
        self._leave_form()
        self.table.view.leave_out(BESIDE, out=False)

    def _on_line(self, kept: Commitment | None) -> None:
        if kept is not None and self.form is not None and kept.id != self.form.id:
            self._open(kept)

    def _on_edited(self, name: str, said: object) -> None:
        if self.form is None:
            return
        promising, commitment = self.desk.services.promising, self.form.id
        changes = {name: said}
        self.ask(lambda: promising.edit(commitment, **changes))  # type: ignore[arg-type]

    def _on_add(self) -> None:
        process, promising = self.process, self.desk.services.promising
        if process is not None:
            new = Commitment(id=process, process_id=process, text=_("New commitment"))
            self.ask(lambda: promising.keep(new), self._on_added)

    def _on_added(self, change: Change) -> None:
        if self.process is not None and change.id is not None:
            self.show_process(self.process, change.id)

    def _drop(self, kept: Commitment) -> None:
        self.drawer.close_up()
        promising = self.desk.services.promising
        ids = [kept.id]

        def undo() -> Change:
            return promising.restore(kept)

        def redo() -> Change:
            return promising.drop(ids)

        self.ask(redo, lambda _change: self.desk.did(_("The commitment is removed."), undo, redo, "trash-2"))

    def _menu(self, chosen: Sequence[Commitment]) -> list[tuple[str, str, Callable[[], object]]]:
        if not chosen:
            return []
        kept = chosen[0]
        found: list[tuple[str, str, Callable[[], object]]] = [
            (_("Report progress"), "square-pen", partial(self._open, kept)),
            (_("Mark as done"), "circle-check", partial(self._finish, kept)),
        ]
        if kept.disposition_id is not None:
            to_answer = partial(self.desk.navigate, "response", focus=kept.disposition_id)
            found.append((_("To the answer"), "mail-check", to_answer))
        found.append((_("Remove"), "trash-2", partial(self._drop, kept)))
        return found

    def _finish(self, kept: Commitment) -> None:
        promising, before = self.desk.services.promising, kept.state

        def redo() -> Change:
            return promising.edit(kept.id, state=CommitmentState.DONE)

        def undo() -> Change:
            return promising.edit(kept.id, state=before)

        self.ask(redo, lambda _change: self.desk.did(_("The commitment is done."), undo, redo))

    def _on_letters(self) -> None:
        self.desk.navigate("letters", focus=MailKind.FEEDBACK)

    def _on_overview(self) -> None:
        process, feeding_back = self.process, self.desk.services.feeding_back
        if process is not None:
            name = _("Cards of {title}").format(title=self._title)
            save_paper(
                self,
                _("Make the overview"),
                lambda: feeding_back.overview(process),
                name,
                forms=ALL_FORMS,
            )

    def _on_export(self, sheet: Sheet) -> None:
        save_sheet(self, sheet, _("Commitments"))
