"""What an organiser does with one promise, each with its undo where it is not public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change
from burgertop_app.domain.errors import Conflict
from burgertop_app.i18n import _
from burgertop_app.services.evidencing import Proof
from burgertop_app.ui.saving import proposal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.follow_views import CommitmentLine, Ending
    from burgertop_app.domain.following import Evidence
    from burgertop_app.domain.responses import Step
    from burgertop_app.ui.followup.form import CommitmentForm
    from burgertop_app.ui.followup.page import FollowupPage


class CommitmentActs:
    """Sends what is done with a promise to the services."""

    def __init__(self, page: FollowupPage) -> None:
        self._page = page
        services = page.desk.services
        self._promising = services.promising
        self._following = services.following
        self._evidencing = services.evidencing

    def edit(self, form: CommitmentForm, name: str, said: object) -> None:
        """Keep a field; when somebody else changed it meanwhile, what was typed stays on screen."""
        seen, changes, promising = form.seen, {name: said}, self._promising
        task = self._page.ask(lambda: promising.amend(seen, **changes))  # type: ignore[arg-type]

        def failed(error: object) -> None:
            if isinstance(error, Conflict):
                form.refuse(name)
                self._page.load()

        task.failed.connect(failed)

    def step(self, commitment_id: UUID, step: Step) -> None:
        """Go to another step."""
        following = self._following
        self._page.ask(lambda: following.take_step(commitment_id, step))

    def move(self, commitment_id: UUID, due_on: date | None, reason: str) -> None:
        """Move the day."""
        following = self._following
        self._page.ask(lambda: following.move_due(commitment_id, due_on, reason))

    def note(self, form: CommitmentForm, said: str) -> None:
        """Add a note; the field is emptied when it was kept."""
        following, commitment = self._following, form.id

        def kept(change: object) -> None:
            form.note_kept()
            if isinstance(change, Change) and change.id is not None:
                note_id = change.id
                self._page.desk.did(
                    _("The note is kept."),
                    lambda: following.take_back_note(note_id),
                    lambda: following.note(commitment, said),
                    "notebook-pen",
                )

        self._page.ask(lambda: following.note(commitment, said), kept)

    def prove(self, form: CommitmentForm, what: str, link: str) -> None:
        """Keep evidence: a link, or a file to choose."""
        path = None
        if not link:
            kinds = _("Evidence (*.pdf *.png *.jpg *.jpeg *.docx *.odt)")
            path = self._page.desk.dialogs.open_file(self._page, _("Choose the evidence"), kinds)
            if path is None:
                return
        evidencing = self._evidencing
        proof = Proof(what, commitment_id=form.id, path=path, link=link)
        self._page.ask(lambda: evidencing.add(proof), lambda _change: form.proof_kept())

    def save_proof(self, proof: Evidence) -> None:
        """Write the file of a piece of evidence where the organiser wants it."""
        evidencing = self._evidencing

        def named(name: str) -> None:
            stem, _dot, ending = name.rpartition(".")
            wanted = proposal(stem or name, f".{ending}" if stem else "")
            path = self._page.desk.dialogs.save_file(self._page, _("Save the evidence"), "(*)", wanted)
            if path is not None:
                self._page.ask(
                    lambda: evidencing.save_as(proof.id, path),
                    lambda _path: self._page.desk.say(_("{file} is saved.").format(file=path.name)),
                )

        self._page.ask(lambda: evidencing.file_name(proof.id), named)

    def withdraw_proof(self, proof: Evidence) -> None:
        """Let a piece of evidence count no more."""
        question = _("“{what}” stays in the list and does not count any more.").format(what=proof.description)
        reason = self._page.desk.dialogs.reason(
            self._page, _("Withdraw this evidence?"), question, _("Withdraw")
        )
        if reason is not None:
            evidencing = self._evidencing
            self._page.ask(lambda: evidencing.withdraw(proof.id, reason))

    def end(self, line: CommitmentLine, ending: Ending, done: Callable[[], object]) -> None:
        """Call a promise done or dropped; that can be undone while no report tells of it."""
        following, before = self._following, line.commitment.state

        def redo() -> Change:
            return following.end(line.id, ending)

        def undo() -> Change:
            return following.reopen(line.id, before)

        def ended(_change: object) -> None:
            done()
            self._page.desk.did(_("It is kept how the commitment ended."), undo, redo, "circle-check")

        self._page.ask(redo, ended)

    def reopen(self, line: CommitmentLine) -> None:
        """Take a promise up again, with the reason as a note."""
        reason = self._page.desk.dialogs.reason(
            self._page,
            _("Take this commitment up again?"),
            _("How it had ended stays as a note."),
            _("Take up again"),
        )
        if reason is not None:
            following = self._following
            self._page.ask(lambda: following.reopen(line.id, reason=reason))

    def withdraw(self, line: CommitmentLine) -> None:
        """Let a promise count no more."""
        reason = self._page.desk.dialogs.reason(
            self._page,
            _("Withdraw this commitment?"),
            _("It stays readable with your reason, in the next report too. It does not count any more."),
            _("Withdraw"),
        )
        if reason is not None:
            following = self._following
            self._page.ask(lambda: following.withdraw(line.id, reason))

    def remove(self, line: CommitmentLine) -> None:
        """Take a promise away on which nothing hangs."""
        promising, kept = self._promising, line.commitment

        def undo() -> Change:
            return promising.restore(kept)

        def redo() -> Change:
            return promising.drop([kept.id])

        self._page.ask(
            redo, lambda _change: self._page.desk.did(_("The commitment is removed."), undo, redo, "trash-2")
        )
