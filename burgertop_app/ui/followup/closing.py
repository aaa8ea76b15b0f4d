"""Closing a process, with a warning when promises have not ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from burgertop_app.ui.followup.page import FollowupPage


def close_process(page: FollowupPage) -> None:
    """Ask first, with how many promises still run; it can be undone."""
    process, following = page.process, page.desk.services.following
    if process is None or page.follow is None:
        return
    count = sum(not line.commitment.ended for line in page.follow.lines)
    running = ngettext(
        "{count} commitment has not ended. It stays readable, but nobody is asked about it any more.",
        "{count} commitments have not ended. They stay readable, but nobody is asked any more.",
        count,
    ).format(count=count)
    question = running if count else _("Every commitment has ended.")
    if not page.desk.dialogs.ask(page, _("Close the process?"), question, _("Close the process")):
        return

    def closed(_change: object) -> None:
        page.desk.did(
            _("The process is closed."),
            lambda: following.reopen_process(process),
            lambda: following.close_process(process),
            "archive",
        )

    page.ask(lambda: following.close_process(process), closed)
