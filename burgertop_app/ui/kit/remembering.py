"""What a part of a page must offer to be remembered from one day to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from burgertop_app.ui.kit.preferences import Kept


class Remembering(Protocol):
    """A part with a state that JSON can hold."""

    def state(self) -> Kept:
        """Widths, order, filters; never anything about a person."""

    def restore(self, state: Kept) -> None:
        """Take the state back; anything that no longer fits is ignored."""
