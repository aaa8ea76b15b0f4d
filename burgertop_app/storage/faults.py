"""What the database says went wrong, as errors that can be explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.errors import BurgertopError, Conflict, InvalidInput, NotPossible

if TYPE_CHECKING:
    from sqlalchemy.exc import DatabaseError

KNOWN: tuple[tuple[str, type[BurgertopError], str], ...] = (
    ("disk is full", NotPossible, "disk_full"),
    ("disk i/o error", NotPossible, "disk_gone"),
    ("unable to open database", NotPossible, "disk_gone"),
    ("readonly database", InvalidInput, "workspace_read_only_now"),
    ("database is locked", Conflict, "workspace_busy"),
    ("malformed", InvalidInput, "workspace_damaged_now"),
)


def explained(error: DatabaseError) -> BurgertopError | None:
    """The error for people, or None when it is a fault of ours."""
    said = str(error.orig).lower()
    for words, kind, code in KNOWN:
        if words in said:
            return kind(code)
    return None
