"""Making the folder that a municipality puts on its website: where, with progress, and then a look at it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from burgertop_app.i18n import _
from burgertop_app.services.site_making import made
from burgertop_app.ui.saving import proposal, show_outside

if TYPE_CHECKING:
    from burgertop_app.domain.papers.site import SitePaper
    from burgertop_app.ui.page import Page


def make_site(page: Page[Any]) -> None:
    """Ask in which folder the website goes, make it in the other lane, and offer to open the folder."""
    process, making = page.process, page.desk.services.site_making
    if process is None:
        return
    chosen = page.desk.dialogs.folder(page, _("Where does the folder for the website go?"))
    if chosen is None:
        return
    target = making.place(chosen, proposal(_("website"), "").name)

    def keep(_paper: SitePaper, files: dict[str, bytes]) -> Path:
        return making.keep(process, target, files)

    def there(kept: object) -> None:
        if isinstance(kept, Path):
            _offer(page, kept)

    page.request(_("Making the website…"), lambda: making.prepare(process), made, keep, there)


def _offer(page: Page[Any], folder: Path) -> None:
    told = _(
        "The website stands in {folder}. Nobody’s name, address or number that this program knows stands in"
        " it. Read the pages through before you put them online: a text may name somebody in other words."
    ).format(folder=folder)
    if page.desk.dialogs.offer(page, _("The website is ready"), told, _("Open the folder")):
        show_outside(page, folder)
