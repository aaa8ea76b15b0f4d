"""What the search of the window offers: commands, and what a service found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.ui.kit.palette import Hit
from burgertop_app.ui.slices import slice_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.overview_views import Found
    from burgertop_app.ui.main_window import MainWindow

ICONS = {"person": "user", "card": "sticky-note", "recommendation": "file-text"}


def commands(window: MainWindow) -> tuple[Hit, ...]:
    """Pages to go to, and what the menu does."""
    go = _("Go to {page}")
    pages = [
        Hit(go.format(page=_(page.NAME)), "", page.ICON, _goer(window, key))
        for key in window.rail.keys
        if (page := slice_for(key)) is not None
    ]
    return (
        *pages,
        Hit(_("Go to {page}").format(page=_("Start")), "", "house", _goer(window, "start")),
        Hit(_("New workspace…"), "", "folder-plus", window.door.new),
        Hit(_("Open workspace…"), "", "folder-open", window.door.other),
        Hit(_("Light"), _("Look"), "sun", lambda: window.choose_look("light")),
        Hit(_("Dark"), _("Look"), "moon", lambda: window.choose_look("dark")),
        Hit(_("Help"), "", "circle-question-mark", window.show_help),
    )


def hits_of(found: Sequence[Found], window: MainWindow) -> tuple[Hit, ...]:
    """Lines for what a service found; choosing one shows it on its page."""
    return tuple(
        Hit(each.text, each.detail, ICONS.get(each.kind, "file"), _shower(window, each)) for each in found
    )


def _goer(window: MainWindow, key: str) -> Callable[[], None]:
    def go() -> None:
        window.navigate(key)

    return go


def _shower(window: MainWindow, found: Found) -> Callable[[], None]:
    def show() -> None:
        window.navigate(found.page, found.process_id, found.id)

    return show
