"""Saying once, when the first personal data are kept, that the workspace file is not encrypted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burgertop_app.i18n import _

if TYPE_CHECKING:
    from burgertop_app.ui.page import Page

KEY = "told_not_encrypted"


def tell_once(page: Page[Any]) -> None:
    """Tell that the file is not encrypted, unless that was told before in this workspace."""
    workspace = page.desk.services.workspace
    page.ask(lambda: bool(workspace.setting(KEY)), lambda told: None if told else _tell(page))


def _tell(page: Page[Any]) -> None:
    workspace = page.desk.services.workspace
    page.desk.dialogs.tell(
        page,
        _("There are personal data in this file now"),
        _(
            "The file {file} is not encrypted: who can open the file can read all names and addresses. Keep "
            "it on a disk that is encrypted and that only your team can open, and do not send it by e-mail. "
            "This is said once."
        ).format(file=workspace.path.name),
    )
    page.ask(lambda: workspace.set(KEY, {"told": True}))
