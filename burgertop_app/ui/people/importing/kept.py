"""An import that was kept, with what it takes to undo and redo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.progress import UNHEARD
from burgertop_app.i18n import ngettext, number

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.importing import Summary
    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.importing import Importing, ImportRequest
    from burgertop_app.ui.desk import Desk


class Kept:
    """One import; remembers the heap of people that it made, so that it can be taken back."""

    def __init__(self, service: Importing, process: UUID, request: ImportRequest) -> None:
        self._service = service
        self._process = process
        self._request = request
        self._done: tuple[Change, Summary] | None = None

    def keep(self, progress: Progress = UNHEARD) -> Change:
        """Keep everyone of the import, or nobody."""
        self._done = self._service.keep(self._process, self._request, progress)
        return self._done[0]

    def tell(self, desk: Desk) -> None:
        """Say how many came, and offer to undo it."""
        count = self._done[1].taken_over if self._done is not None else 0
        told = ngettext("{count} person is added.", "{count} people are added.", count)
        desk.did(told.format(count=number(count)), self._undo, self.keep, "user-plus")

    def _undo(self) -> Change:
        assert self._done is not None  # noqa: S101 - `tell` comes after `keep`
        assert self._done[0].id is not None  # noqa: S101 - an import has a heap
        return self._service.take_back(self._done[0].id)
