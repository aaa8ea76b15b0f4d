"""Between the strip and the service: looks up codes, keeps replies, and lets doubles be decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.i18n import _
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.people.registration.doubles import FIRST, SECOND, DoubleDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.registration import Invited, ReplyBefore, ReplyForm
    from burgertop_app.domain.views import PeopleView
    from burgertop_app.services.replying import Recorded
    from burgertop_app.ui.page import Page
    from burgertop_app.ui.people.registration.strip import ReplyStrip


class Entering(QObject):
    """Serves one strip of one process."""

    def __init__(self, page: Page[PeopleView], process: UUID, strip: ReplyStrip) -> None:
        super().__init__(strip)
        self._page = page
        self._desk = page.desk
        self._process = process
        self._strip = strip
        self._replying = page.desk.services.replying
        strip.code_typed.connect(self.look_up)
        strip.entered.connect(self.keep)

    def look_up(self, code: str) -> None:
        """Ask what the code tells; an answer that comes too late is dropped."""
        process, replying = self._process, self._replying
        task = self._desk.tasks.ask(lambda: replying.look_up(process, code))
        task.done.connect(lambda found: self._on_found(code, found))
        task.failed.connect(lambda error: self._on_refused(code, error))
        task.submit()

    def keep(self, reply: ReplyForm) -> None:
        """Keep the reply, after a choice when there is one already."""
        invited = self._strip.invited
        if invited is None:
            return
        if invited.earlier is not None:
            chosen = self.ask_which(invited, reply)
            if chosen == FIRST:
                self._keep_first(invited)
            if chosen != SECOND:
                return
            reply = replace(reply, replaces=True)
        process, replying = self._process, self._replying
        task = self._desk.tasks.ask(lambda: replying.record(process, reply))
        task.done.connect(lambda recorded: self._on_kept(invited, reply, recorded))
        task.failed.connect(self._on_failed)
        task.submit()

    def ask_which(self, invited: Invited, reply: ReplyForm) -> int:
        """Which of two replies counts: FIRST, SECOND or neither yet."""
        if invited.earlier is None:
            return SECOND
        return DoubleDialog(self._page, invited, invited.earlier, reply).exec()

    def _on_found(self, code: str, found: Invited) -> None:
        if self._strip.code.value() == code:
            self._strip.tell(found)

    def _on_refused(self, code: str, error: object) -> None:
        if self._strip.code.value() != code:
            return
        if isinstance(error, BurgertopError):
            self._strip.refuse(explain(error))
        else:
            self._page.fail(error)

    def _on_failed(self, error: object) -> None:
        self._page.error_bar.report(error, unchanged=_("The reply was not kept."))

    def _on_kept(self, invited: Invited, reply: ReplyForm, recorded: Recorded) -> None:
        self._page.error_bar.hide()
        self._desk.changes.announce(recorded.change)
        if reply.declines:
            told = _("Number {number} does not take part.")
        elif recorded.doubts:
            told = _("Number {number} is registered; something differs from the list.")
        else:
            told = _("Number {number} is registered.")
        said = told.format(number=invited.number)
        again = Again(self._replying.take_back, lambda: self._again(reply), recorded.before)
        self._desk.did(said, again.undo, again.redo, "circle-minus" if reply.declines else "user-plus")
        self._strip.kept(said)

    def _again(self, reply: ReplyForm) -> Recorded:
        return self._replying.record(self._process, reply)

    def _keep_first(self, invited: Invited) -> None:
        replying, letter = self._replying, invited.invitation_id
        said = _("The first reply of number {number} stays.").format(number=invited.number)
        self._page.ask(lambda: replying.keep_first(letter), lambda _change: self._strip.kept(said))


class Again:
    """Undo and redo of one reply; each redo is taken back by what it changed itself."""

    def __init__(
        self,
        take_back: Callable[[ReplyBefore], Change],
        record: Callable[[], Recorded],
        before: ReplyBefore,
    ) -> None:
        self._take_back = take_back
        self._record = record
        self._before = before

    def undo(self) -> Change:
        """Take the reply back."""
        return self._take_back(self._before)

    def redo(self) -> Change:
        """Keep it again."""
        recorded = self._record()
        self._before = recorded.before
        return recorded.change
