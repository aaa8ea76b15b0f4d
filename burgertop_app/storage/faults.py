"""What the database says went wrong, as errors that can be explained."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import IntegrityError

from burgertop_app.domain.errors import BurgertopError, Conflict, InvalidInput, NotPossible

if TYPE_CHECKING:
    from collections.abc import Iterator

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


@contextmanager
def refused(table: str) -> Iterator[None]:
    """What is written inside may clash with other rows of `table`.

    Raises:
        Conflict: `row_in_use` (others refer to it) or `row_not_unique`.
    """
    try:
        yield
    except IntegrityError as error:
        dangling = "foreign key" in str(error.orig).lower()
        raise Conflict("row_in_use" if dangling else "row_not_unique", kind=table) from error
