"""The panel at the right: one promise, one meeting or one pledge at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.i18n import _, day
from burgertop_app.services.evidencing import Proof
from burgertop_app.ui.followup.acts import CommitmentActs
from burgertop_app.ui.followup.form import CommitmentForm
from burgertop_app.ui.followup.side_forms import EndForm, Minutes, MoveForm, PledgeForm
from burgertop_app.ui.kit.buttons import primary, secondary, small
from burgertop_app.ui.kit.drawer import Drawer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.follow_views import CommitmentLine, FollowUp, PledgeLine
    from burgertop_app.domain.following import CommitmentNote
    from burgertop_app.domain.monitoring import MonitorSlot
    from burgertop_app.ui.followup.page import FollowupPage

WIDE = 380


class FollowSide(QObject):
    """Opens forms in the drawer and sends what they give to the services.

    Attributes:
        form: the promise being worked at, None while another form or none is open.
        sheet: the form that is sent with a button, if one is open.
    """

    def __init__(self, page: FollowupPage) -> None:
        super().__init__(page)
        self._page = page
        self.drawer = Drawer(WIDE)
        self.form: CommitmentForm | None = None
        self.sheet: QWidget | None = None
        self._send: Callable[[], object] | None = None
        self.acts = CommitmentActs(page)
        self.drawer.closed.connect(self._on_closed)
        send = QShortcut(QKeySequence("Ctrl+Return"), self.drawer)
        send.activated.connect(self.send)

    def put(self, follow: FollowUp) -> None:
        """Show anew what is open, as it is now kept; close it when it is gone."""
        if self.form is None:
            return
        line = next((line for line in follow.lines if line.id == self.form.id), None)
        if line is None:
            self.drawer.close_up()
        elif self.form.seen.ended != line.commitment.ended:
            self.open(line)
        else:
            self.form.put(line)

    def open(self, line: CommitmentLine) -> None:
        """Work at a promise."""
        self._leave()
        self.form = form = CommitmentForm(line)
        acts = self.acts
        form.edited.connect(lambda name, said: acts.edit(form, name, said))
        form.stepped.connect(lambda step: acts.step(form.id, step))
        form.moved.connect(lambda due, reason: acts.move(form.id, due, reason))
        form.noted.connect(lambda said: acts.note(form, said))
        form.shown.connect(lambda what, link: acts.prove(form, what, link))
        form.story.origin_wanted.connect(self._page.to_answer)
        form.story.card_wanted.connect(lambda card: self._page.desk.navigate("cards", focus=card))
        form.story.proof_wanted.connect(acts.save_proof)
        form.story.proof_withdrawn.connect(acts.withdraw_proof)
        if line.commitment.ended:
            buttons = [secondary(_("Take up again…"), lambda: acts.reopen(line), "rotate-ccw")]
            if line.commitment.withdrawn_reason:
                buttons = []
        else:
            buttons = [
                small(_("Done or dropped…"), lambda: self.end(line), "circle-check"),
                small(_("Remove"), lambda: acts.remove(line), "trash-2")
                if line.bare
                else small(_("Withdraw…"), lambda: acts.withdraw(line), "ban"),
            ]
        self.drawer.open(_("Commitment"), _("Everything is kept at once"), form, buttons=buttons)
        (form.text if line.bare else form.note).setFocus()
        if line.commitment.text == _("New commitment"):
            form.text.choose_all()

    def end(self, line: CommitmentLine) -> None:
        """Say how a promise ended."""
        form = EndForm(line)
        self._show(
            form,
            line.commitment.text,
            _("Done or dropped"),
            (_("Keep"), lambda: self.acts.end(line, form.ending(), lambda: self.open_again(line.id))),
        )

    def open_again(self, commitment_id: UUID) -> None:
        """Go back from the form about the end to the promise."""
        process = self._page.process
        self.drawer.close_up()
        if process is not None:
            self._page.show_process(process, commitment_id)

    def pledge(self, line: PledgeLine) -> None:
        """Say whether a pledge was kept."""
        form = PledgeForm(line, self._page.desk.today())
        self._show(form, line.pledge.text, line.pledge.by, (_("Keep"), lambda: self._settle(form)))

    def move(self, slot: MonitorSlot) -> None:
        """Plan a meeting on another day."""
        form = MoveForm(slot)
        self._show(form, _("Move the meeting"), day(slot.on), (_("Move"), lambda: self._on_move(form)))

    def minutes(
        self,
        slot: MonitorSlot | None,
        lines: Sequence[CommitmentLine],
        notes: Sequence[CommitmentNote] = (),
    ) -> None:
        """Enter what came of a meeting."""
        before = {note.commitment_id: note.text for note in notes}
        form = Minutes(slot, lines, self._page.desk.today(), before)
        caption = _("Ctrl+Enter keeps the minutes")
        self._show(
            form, _("Minutes of the meeting"), caption, (_("Keep the minutes"), lambda: self._hold(form))
        )

    def send(self) -> None:
        """Send the form that is open, as its button does."""
        if self._send is not None:
            self._send()

    def _show(self, form: QWidget, title: str, caption: str, send: tuple[str, Callable[[], object]]) -> None:
        self._leave()
        self.sheet, self._send = form, send[1]
        self.drawer.open(title, caption, form, buttons=[primary(send[0], send[1])])
        form.setFocus()

    def _settle(self, form: PledgeForm) -> None:
        services = self._page.desk.services
        if not form.on.valid:
            return
        state, on, note = form.state.value(), form.on.value(), form.note.value()
        seen, proof, link = form.seen, form.proof.value(), form.link.value()

        def kept() -> object:
            if proof or link:
                services.evidencing.add(Proof(proof, pledge_id=seen.id, link=link))
            return services.following.settle(seen, state, on, note)

        self._page.ask(kept, lambda _change: self.drawer.close_up())

    def _on_move(self, form: MoveForm) -> None:
        process, monitoring = self._page.process, self._page.desk.services.monitoring
        on = form.on.value() if form.on.valid else None
        if process is None or on is None:
            return
        reason = form.reason.value()
        self._page.ask(
            lambda: monitoring.move(process, form.slot, on, reason), lambda _change: self.drawer.close_up()
        )

    def _hold(self, minutes: Minutes) -> None:
        process, monitoring = self._page.process, self._page.desk.services.monitoring
        try:
            form = minutes.form()
        except BurgertopError as error:
            self._page.fail(error)
            return
        meeting = minutes.slot.meeting.id if minutes.slot and minutes.slot.meeting else None
        if process is not None:
            self._page.ask(lambda: monitoring.hold(process, form, meeting), self._on_held)

    def _on_held(self, _change: object) -> None:
        self.drawer.close_up()
        self._page.desk.say(_("The minutes are kept."), "check")

    def _leave(self) -> None:
        if self.form is not None:
            self.form.flush()
        self.form, self.sheet, self._send = None, None, None

    def _on_closed(self) -> None:
        self._leave()
        self._page.promises.table.view.leave_out(self._page.BESIDE, out=False)
