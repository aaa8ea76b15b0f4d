"""What an organiser does to work on two laptops, from the menu of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.handovers import incoming_lines, origin_line
from burgertop_app.ui.door import KINDS, ending_right, unused
from burgertop_app.ui.door import SUFFIX as WORKSPACE
from burgertop_app.ui.handover.dialog import HandoverDialog
from burgertop_app.ui.kit.pdf_text import pdf_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.handovers import Difference, Incoming, TakenOver
    from burgertop_app.services.house import Services
    from burgertop_app.ui.door import Door
    from burgertop_app.ui.kit.dialogs import Dialogs
    from burgertop_app.ui.kit.tasks import Tasks

SUFFIX = ".burgertop-overdracht"


class Handovers(QObject):
    """Copies, hands over and takes over; after `changed` all may differ and nothing can be undone."""

    changed = Signal()
    failed = Signal(object)
    said = Signal(str)

    def __init__(self, window: QWidget, door: Door, tasks: Tasks, dialogs: Dialogs) -> None:
        super().__init__(window)
        self._window = window
        self._door = door
        self._tasks = tasks
        self._dialogs = dialogs
        self._file: Path | None = None

    def copy(self) -> None:
        """Ask where, and make a copy for a second laptop."""
        services = self._services
        source = services.workspace.path
        free = unused(
            source.with_name(_("{name} for the second laptop").format(name=source.stem) + WORKSPACE)
        )
        to = self._dialogs.save_file(self._window, _("Copy for a second laptop"), KINDS, free)
        if to is not None:
            target = ending_right(to)
            self._long(_("Copying"), lambda: services.handing_over.copy(target), self._on_copied)

    def hand_over(self) -> None:
        """Ask where, and write what was done here to a file."""
        services = self._services
        source = services.workspace.path
        free = unused(source.with_suffix(SUFFIX))
        to = self._dialogs.save_file(self._window, _("Make a hand-over file"), self._kinds(), free)
        if to is not None:
            self._long(_("Making the hand-over file"), lambda: services.handing_over.make(to), self._on_made)

    def take_over(self) -> None:
        """Ask which file, and show what it brings; nothing is kept yet."""
        services = self._services
        file = self._dialogs.open_file(self._window, _("Take over a hand-over file"), self._kinds())
        if file is not None:
            self._file = file
            preview = services.handing_over.preview
            self._long(_("Reading the hand-over file"), lambda: preview(file, pdf_text), self._on_seen)

    def look(self) -> None:
        """Show what was said differently and waits for a choice."""
        services = self._services
        self._long(_("Looking for differences"), services.handing_over.differences, self._on_differences)

    @property
    def _services(self) -> Services:
        services = self._door.services
        if services is None:
            raise RuntimeError("the menu offers this in an open workspace only")
        return services

    def _kinds(self) -> str:
        return _("Hand-over file (*{suffix})").format(suffix=SUFFIX)

    def _long(self, title: str, work: Callable[[], object], then: Callable[[Any], None]) -> None:
        task = self._tasks.long(title, lambda _progress: work())
        task.done.connect(then)
        task.failed.connect(self.failed)
        task.submit()

    @Slot(object)
    def _on_copied(self, _change: object) -> None:
        self.said.emit(_("The copy is ready. Open it on the second laptop; it holds personal data."))

    @Slot(object)
    def _on_made(self, _change: object) -> None:
        self.said.emit(_("The hand-over file is ready. It holds personal data: remove it once it was read."))

    @Slot(object)
    def _on_seen(self, incoming: Incoming) -> None:
        told = (origin_line(incoming), " · ".join(incoming_lines(incoming)))
        title = _("Take over the work of {laptop}").format(laptop=incoming.laptop)
        if incoming.nothing and not incoming.differences:
            self._dialogs.tell(self._window, title, "\n\n".join((told[0], *incoming_lines(incoming))))
            return
        before = _("A copy of the workspace as it is now is kept beside it. Taking over cannot be undone.")
        dialog = HandoverDialog(self._window, title, (*told, before), incoming.differences, _("Take over"))
        file, services = self._file, self._services
        if dialog.exec() and file is not None:
            chosen = dict(dialog.chosen)
            take = services.handing_over.take_over
            self._long(_("Taking over"), lambda: take(file, chosen, pdf_text), self._on_taken)

    @Slot(object)
    def _on_taken(self, taken: TakenOver) -> None:
        self.changed.emit()
        kept = _("The work of {laptop} is in.").format(laptop=taken.incoming.laptop)
        if taken.before is not None:
            kept += " " + _("As it was before: {file}.").format(file=taken.before.name)
        self.said.emit(kept)

    @Slot(object)
    def _on_differences(self, found: tuple[Difference, ...]) -> None:
        title = _("Differences between laptops")
        if not found:
            self._dialogs.tell(self._window, title, _("Nothing waits for a choice."))
            return
        dialog = HandoverDialog(self._window, title, (), found, _("Keep the choices"))
        if dialog.exec() and dialog.chosen:
            chosen = dict(dialog.chosen)
            settle = self._services.handing_over.settle
            self._long(
                _("Keeping the choices"),
                lambda: settle(chosen),
                lambda _change: self._on_settled(len(chosen)),
            )

    def _on_settled(self, count: int) -> None:
        self.changed.emit()
        said = ngettext("{count} choice kept.", "{count} choices kept.", count)
        self.said.emit(said.format(count=number(count)))
