"""One signal that tells every page what changed in the workspace."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from burgertop_app.domain.changes import Change, Topic

EVERYTHING = frozenset(Topic)


class Changes(QObject):
    """Announces changes; pages that show one of the topics read again."""

    happened = Signal(object)
    """A frozenset of `Topic`."""

    def announce(self, change: Change) -> None:
        """Tell what a service changed."""
        if change.topics:
            self.happened.emit(change.topics)

    def announce_all(self) -> None:
        """Everything may differ: read all again."""
        self.happened.emit(EVERYTHING)
