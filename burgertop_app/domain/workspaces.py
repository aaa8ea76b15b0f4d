"""What a workspace keeps besides its processes: settings, attachments, exports; and how a check ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.log import ChainReport


class Place(StrEnum):
    """Where a workspace file stands, as far as safe writing goes."""

    LOCAL = "local"
    NETWORK = "network"
    SYNCED = "synced"


@dataclass(frozen=True, kw_only=True)
class Setting(Entity):
    """A choice that belongs to the workspace; `content` is what JSON can hold."""

    key: str
    content: dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Attachment(Entity):
    """A large thing: an image, a received letter, a document made. `person_id` when made for one person."""

    name: str
    media_type: str
    sha256: str
    content: bytes
    process_id: UUID | None = None
    person_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ExportRecord(Entity):
    """Personal data left the workspace: what, how many people, which columns, why, by whom."""

    kind: str
    file_name: str
    people: int
    columns: tuple[str, ...]
    purpose: str
    by: str
    at: datetime
    process_id: UUID | None = None


@dataclass(frozen=True)
class Opened:
    """Who has a workspace open, on which computer, since when (UTC)."""

    who: str
    computer: str
    since: datetime


@dataclass(frozen=True)
class CheckReport:
    """What a check of a workspace file looked at and found.

    `faults` holds what SQLite says of damage and `orphans` the number of rows that refer to a row that is
    not there; `chains` has one report per site.
    """

    revision: str
    current: str
    rows: int
    faults: tuple[str, ...]
    orphans: int
    chains: tuple[ChainReport, ...]

    @property
    def sound(self) -> bool:
        """Nothing was found wrong."""
        return not self.faults and not self.orphans and all(chain.intact for chain in self.chains)
