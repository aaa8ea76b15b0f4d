"""The archive of a process and the answer to a request for information: what is asked, made and found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


class Appraisal(StrEnum):
    """What the selection list says of the dossier."""

    KEEP = "keep"
    DESTROY = "destroy"


@dataclass(frozen=True, kw_only=True)
class ArchiveRequest:
    """How a process goes to the archive.

    Attributes:
        process_id: the process.
        appraisal: whether it is kept for good.
        keep_until: the day after which it may go; only when it is not kept for good.
        selection_list: name of the selection list that applies.
        category: the category in it.
        contacts: names and addresses come along.
        ground: why that is allowed; needed for `contacts`.
    """

    process_id: UUID
    appraisal: Appraisal = Appraisal.KEEP
    keep_until: date | None = None
    selection_list: str = ""
    category: str = ""
    contacts: bool = False
    ground: str = ""

    def __post_init__(self) -> None:
        if self.contacts and not self.ground.strip():
            raise InvalidInput("archive_ground")
        if self.appraisal is Appraisal.DESTROY and self.keep_until is None:
            raise InvalidInput("archive_keep_until")


class DocumentKind(StrEnum):
    """What a document in the archive is."""

    ADVICE = "advice"
    RECEIVED = "received"
    OFFER = "offer"
    ANSWER = "answer"
    RULES = "rules"
    CARDS = "cards"
    PROPOSALS = "proposals"
    FEEDBACK = "feedback"
    PROGRESS = "progress"
    PICTURE = "picture"
    DRAW = "draw"


@dataclass(frozen=True, kw_only=True)
class Document:
    """One document as it goes along: its path in the archive, and what an inventory says of it.

    `personal` tells that people may stand in it by name, or in a way that points to them; `named` that the
    name of somebody stands in it whose data were erased.
    """

    path: str
    name: str
    kind: DocumentKind
    on: date
    content: bytes = b""
    sender: str = ""
    receiver: str = ""
    personal: bool = False
    named: bool = False


@dataclass(frozen=True)
class ArchiveCheck:
    """What a check of an archive found: paths that are altered, lacking or not listed, and broken chains."""

    files: int
    altered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    entries: int = 0
    broken: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Nothing was found wrong."""
        return not (self.altered or self.missing or self.unlisted or self.broken)


@dataclass(frozen=True)
class ChainLink:
    """One entry of the log without what stood in it; hashes in hex, `row` is the id of the row in hex."""

    site: str
    seq: int
    at: datetime
    who: str
    action: str
    operation: str
    table: str
    row: str
    digest: str
    link: str
    erased_at: datetime | None = None
