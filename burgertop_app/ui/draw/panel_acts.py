"""Several panels out of one pool: looking at one of them, and drawing another out of who is left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from burgertop_app.domain.draw_records import DrawState
from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import menu_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from burgertop_app.domain.draw_views import DrawSetup
    from burgertop_app.ui.draw.page import DrawPage

Entries = list[tuple[str, str, "Callable[[], object]"]]


class PanelActs(QObject):
    """Which panel the page shows, and how another one comes or goes."""

    def __init__(self, page: DrawPage) -> None:
        super().__init__(page)
        self._page = page

    def button(self, setup: DrawSetup) -> QPushButton:
        """A button that unfolds the panels of the process."""
        entries: Entries = [
            (_("Panel {panel}").format(panel=panel), "users", partial(self.look_at, panel))
            for panel in range(1, setup.choices.panels + 1)
        ]
        return menu_button(_("Panel {panel}").format(panel=setup.panel), entries, "layers")

    def entries(self, setup: DrawSetup) -> Entries:
        """Drawing another panel once the last one was drawn; taking the last one away while it is empty."""
        last, standing = setup.choices.panels, setup.standing
        drawn = standing is not None and standing.state is DrawState.DRAWN and not standing.rehearsal
        if setup.panel == last and drawn:
            return [(_("Draw another panel…"), "layers", self.another)]
        if last > 1 and all(record.panel != last for record in setup.draws):
            return [(_("Do without panel {panel}").format(panel=last), "trash-2", self.drop)]
        return []

    def look_at(self, panel: int) -> None:
        """Show one of the panels."""
        self._page.panel = panel
        self._page.load()

    def another(self) -> None:
        """Make room for another panel out of who is left."""
        process, preparing = self._page.process, self._page.desk.services.draw_preparing
        if process is not None:
            self._page.panel = None
            self._page.ask(lambda: preparing.another_panel(process), lambda _change: self._made())

    def drop(self) -> None:
        """Take the last panel away: there was no draw for it yet."""
        process, preparing = self._page.process, self._page.desk.services.draw_preparing
        if process is not None:
            self._page.panel = None
            said = _("That panel is gone; the others stay as they are.")
            self._page.ask(lambda: preparing.drop_panel(process), lambda _change: self._page.desk.say(said))

    def _made(self) -> None:
        process, preparing = self._page.process, self._page.desk.services.draw_preparing
        if process is not None:
            self._page.desk.did(
                _("You draw another panel out of the people who are left. Adjust the quotas if you like."),
                lambda: preparing.drop_panel(process),
                lambda: preparing.another_panel(process),
                "layers",
            )
