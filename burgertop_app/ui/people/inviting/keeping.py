"""Keeping the invitations, with what it takes to undo and redo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import ngettext, number
from burgertop_app.ui.people.notice import tell_once

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.address_list import InviteRequest
    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.views import PeopleView
    from burgertop_app.services.inviting import Inviting
    from burgertop_app.ui.page import Page


class Making:
    """One draw of invitations of `page`; remembers the round, so that it can be taken back."""

    def __init__(
        self, page: Page[PeopleView], service: Inviting, process: UUID, request: InviteRequest
    ) -> None:
        self._page = page
        self._service = service
        self._process = process
        self._request = request
        self._round: UUID | None = None

    def make(self, progress: Progress) -> Change:
        """Keep the invitations."""
        change = self._service.make(self._process, self._request, progress)
        self._round = change.id
        return change

    def done(self, change: Change) -> None:
        """Tell, offer to undo, and say once that the file is not encrypted."""
        letters = len(self._request.drawn.entries)
        told = ngettext("{count} person is invited.", "{count} people are invited.", letters)
        self._page.desk.changes.announce(change)
        self._page.desk.did(told.format(count=number(letters)), self._undo, self._redo, "mail-plus")
        tell_once(self._page)

    def _undo(self) -> Change:
        assert self._round is not None  # noqa: S101 - `done` comes after `make`
        return self._service.take_back(self._round)

    def _redo(self) -> Change:
        change = self._service.make(self._process, self._request)
        self._round = change.id
        return change
