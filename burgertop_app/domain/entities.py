"""What every kept thing has: an id that never changes and a revision that counts its changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Entity:
    """A value that is kept in the workspace under `id`; `revision` 0 means not kept yet."""

    id: UUID
    revision: int = 0
