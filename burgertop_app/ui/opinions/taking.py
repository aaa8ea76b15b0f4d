"""Taking statements and votes in from files, from a folder or a zip, and withdrawing what came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.i18n import _
from burgertop_app.messages.importing import remark_words
from burgertop_app.messages.opinions import problem_words, reading_words, taken_words
from burgertop_app.ui.budget.problems import LeftOut, TakeIn
from burgertop_app.ui.kit.fields import TickField
from burgertop_app.ui.saving import save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import Any
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.opinion_intake import OpinionReading
    from burgertop_app.domain.opinion_views import OpinionView, TakenIn
    from burgertop_app.domain.opinions import VoteIntake
    from burgertop_app.ui.page import Page


class Taking:
    """Takes files into the conversation that `view` gives; without one it begins one."""

    def __init__(self, page: Page[Any], view: Callable[[], OpinionView | None]) -> None:
        self._page, self._view = page, view

    def files(self) -> None:
        """Ask for files, and read them."""
        kinds = _("Files of Polis, or a sheet (*.csv *.zip *.xlsx *.ods)")
        paths = self._page.desk.dialogs.open_files(self._page, _("Choose one or more files"), kinds)
        if paths:
            self.read(paths)

    def folder(self) -> None:
        """Ask for the folder of an export, and read what is in it."""
        path = self._page.desk.dialogs.folder(self._page, _("Choose the folder with the files of Polis"))
        if path is not None:
            self.read([path])

    def read(self, paths: Sequence[Path]) -> None:
        """Read files, tell what comes in, and take it in when the organiser says so."""
        view, opinions = self._view(), self._page.desk.services.opinions
        poll_id = view.poll.id if view else None
        self._page.long(
            _("Reading the files…"),
            lambda progress: opinions.look(poll_id, paths, progress),
            self._on_looked,
        )

    def take_in(self, reading: OpinionReading) -> None:
        """Keep what was read; without a conversation one is begun, named after the file."""
        process, opinions, view = self._page.process, self._page.desk.services.opinions, self._view()

        def keep() -> tuple[Change, TakenIn]:
            poll_id: UUID | None = view.poll.id if view else None
            if poll_id is None and process is not None:
                title = reading.title or _("Conversation from {file}").format(file=reading.files[0])
                poll_id = opinions.begin(process, title, reading.intro).id
            if poll_id is None:
                raise RuntimeError("no process is open")
            return opinions.take_in(poll_id, reading)

        def kept(told: tuple[Change, TakenIn]) -> None:
            self._page.desk.changes.announce(told[0])
            self._page.desk.say(taken_words(told[1]))

        self._page.ask(keep, kept)

    def withdraw(self, intake: VoteIntake) -> None:
        """Let votes that came in together no longer count, with a reason."""
        opinions = self._page.desk.services.opinions
        reason = self._page.desk.dialogs.reason(
            self._page,
            _("Withdraw these votes?"),
            _("They no longer count. They stay readable, with your reason."),
            _("Withdraw"),
        )
        if reason:
            self._page.ask(lambda: opinions.withdraw_intake(intake.id, reason))

    def _on_looked(self, reading: OpinionReading) -> None:
        left = [
            LeftOut(place, one.file, one.row, problem_words(one))
            for place, one in enumerate(reading.problems)
        ]
        turn = TickField(_("Agree and disagree look turned round: turn them back"))
        turn.put(reading.reversed)
        told = " ".join([reading_words(reading), *map(remark_words, reading.remarks)])
        extra = [turn] if reading.reversed else []
        ask = TakeIn(self._page, told, left, extra)
        ask.table.export_wanted.connect(
            lambda sheet: save_sheet(self._page, sheet, _("Rows that are left out"))
        )
        if ask.exec() == QDialog.DialogCode.Accepted:
            self.take_in(reading.turned() if reading.reversed and turn.value() else reading)
