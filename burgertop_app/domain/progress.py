"""How long work says where it is, and hears that it must stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told by long work where it is."""

    def checkpoint(self, phase: str, fraction: float | None = None) -> None:
        """Report a phase (a code that `messages.progress` puts into words) and the part done, 0..1.

        Raises:
            Cancelled: the organiser pressed Cancel.
        """


class Unheard:
    """Progress that nobody listens to."""

    def checkpoint(self, phase: str, fraction: float | None = None) -> None:
        """Do nothing."""


UNHEARD = Unheard()
