"""What every wizard has that stands in the place of a page: it comes, and the page returns when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from burgertop_app.ui.kit.wizard import Wizard

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.ui.page import Page

W = TypeVar("W", bound=Wizard)


class WizardFlow(Generic[W]):
    """Shows a wizard in the place of the page.

    Args:
        page: the page that asks.
        show_page: shows (True) or hides (False) what else is on the page.
    """

    def __init__(self, page: Page[Any], show_page: Callable[[bool], object]) -> None:
        self._content = page.content
        self._show_page = show_page
        self.wizard: W | None = None

    def show(self, wizard: W) -> None:
        """Show `wizard` until it is cancelled or `end` is called."""
        self.wizard = wizard
        wizard.cancelled.connect(self.end)
        self._show_page(False)  # noqa: FBT003
        self._content.addWidget(wizard, 1)

    def end(self) -> None:
        """Show the page again."""
        if self.wizard is not None:
            self._content.removeWidget(self.wizard)
            self.wizard.hide()
            self.wizard.deleteLater()
            self.wizard = None
        self._show_page(True)  # noqa: FBT003
