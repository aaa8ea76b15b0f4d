"""What a request for information needs: a numbered inventory, the documents, and what was done when.

Names and addresses of participants stay out; documents in which people may stand by name are listed for
somebody to look at, and not copied.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from uuid import UUID

from burgertop_app.domain.advice import Advice
from burgertop_app.domain.archive import DocumentKind
from burgertop_app.domain.draw_records import DrawRecord
from burgertop_app.domain.processes import Process
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.exchange.bundles import with_sums, write_bundle
from burgertop_app.exchange.woo_inventory import inventory_bytes
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.archive import kind_words, woo_guide
from burgertop_app.messages.woo import grounds, headings, judgements
from burgertop_app.services.archive import documents
from burgertop_app.services.archive.log_file import plain_log_csv
from burgertop_app.services.leaving import Leaving, record_of_file
from burgertop_app.storage import log_links, name_marks, process_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from burgertop_app.domain.archive import ChainLink, Document
    from burgertop_app.domain.progress import Progress
    from burgertop_app.exchange.exports import Cell
    from burgertop_app.services.archive.documents import Makers, Unset
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

INVENTORY, LOG, GUIDE = "inventarislijst.xlsx", "logboek.csv", "LEESMIJ.txt"
JUDGEMENT, GROUND = 7, 8
"""The columns with a list to choose from."""
OWN_WORDS = (
    DocumentKind.CARDS,
    DocumentKind.PROPOSALS,
    DocumentKind.FEEDBACK,
    DocumentKind.ADVICE,
    DocumentKind.PROGRESS,
)
"""Documents with words of participants, who may have named somebody in them."""


@dataclass(frozen=True)
class WooGathered:
    """Everything at one moment, in plain values."""

    subject: str
    process: Process
    made_at: datetime
    ready: tuple[Document, ...]
    unset: tuple[Unset, ...]
    chain: tuple[ChainLink, ...]


class WooRequests:
    """What an organiser does with a request for information."""

    def __init__(self, context: Context, makers: Makers) -> None:
        self._context = context
        self._makers = makers

    def gather(self, process_id: UUID, subject: str = "") -> WooGathered:
        """Read everything that goes along; `subject` is what was asked for, in words."""
        with self._context.work.reading() as store:
            process = store.get(Process, process_id)
            advices = store.find(Advice, process_id=process_id)
            records = store.find(DrawRecord, order_by="attempt", process_id=process_id)
            marked = name_marks.held_back(store)
            with speaking(process.language):
                ready = [
                    one
                    for one in documents.kept(store, process, named=False)
                    if not one.path.endswith(".json")
                ]
            chain = log_links.links(store.connection)
            if store.count(Process) > 1:
                ours = _ids(store, process_id)
                chain = tuple(one for one in chain if one.row in ours)
        with speaking(process.language):
            ready += documents.drawn(self._makers, records, public=True, marked=marked)
            unset = tuple(documents.unset(self._makers, process, advices, self._context.today()))
        return WooGathered(subject.strip(), process, self._context.clock(), tuple(ready), unset, chain)

    def keep(
        self,
        gathered: WooGathered,
        papers: Sequence[bytes],
        target: Path,
        progress: Progress = UNHEARD,
    ) -> tuple[str, ...]:
        """Write inventory and documents to a zip (by its name) or a folder; leaves a record.

        Returns:
            The documents that somebody must look at first, because they may hold personal data.

        Raises:
            Cancelled: asked for through `progress`; nothing was written then.
            InvalidInput: it cannot be written there, or is open elsewhere.
            Conflict: the folder has something in it.
        """
        with speaking(gathered.process.language):
            listed = _numbered(gathered, papers)
            files, held_back = _files(gathered, listed)
        write_bundle(target, with_sums(files), gathered.made_at, progress)
        leaving = Leaving("woo", target.name, 0, (), gathered.subject or "Woo", gathered.process.id)
        record_of_file(self._context.work, "archive.woo", leaving, target)
        return held_back


def _numbered(gathered: WooGathered, papers: Sequence[bytes]) -> list[Document]:
    """All documents, the oldest first: their place is their number."""
    made = [
        replace(one.document, content=content) for one, content in zip(gathered.unset, papers, strict=True)
    ]
    return sorted([*gathered.ready, *made], key=lambda one: (one.on, one.kind.value, one.path))


def _files(gathered: WooGathered, listed: Sequence[Document]) -> tuple[dict[str, bytes], tuple[str, ...]]:
    rows: list[tuple[Cell, ...]] = []
    files: dict[str, bytes] = {}
    held_back: list[str] = []
    for number, one in enumerate(listed, 1):
        rows.append(
            (number, one.on, one.name, kind_words(one.kind), one.sender, one.receiver, _personal(one))
        )
        if one.personal:
            held_back.append(f"{number:03d} {one.name}")
        else:
            files[f"documenten/{number:03d}-{PurePosixPath(one.path).name}"] = one.content
    names = (_("Inventory"), _("Lists to choose from"))
    choices = {JUDGEMENT: judgements(), GROUND: grounds()}
    files[INVENTORY] = inventory_bytes(names, headings(), [(*row, None, None, None) for row in rows], choices)
    files[LOG] = plain_log_csv(gathered.chain)
    files[GUIDE] = woo_guide(gathered.process.title, gathered.subject, personal=tuple(held_back)).encode()
    return files, tuple(held_back)


def _personal(document: Document) -> str:
    if document.personal:
        return _("possibly; not in the folder, look at it first")
    if document.kind in OWN_WORDS:
        return _("no names, but words of participants; look at them first")
    return _("no")


def _ids(store: Store, process_id: UUID) -> frozenset[str]:
    found: set[str] = set()
    for table in process_rows.tables(store, process_id):
        place = table.columns.index("id")
        found.update(cell.hex for row in table.rows if isinstance(cell := row[place], UUID))
    return frozenset(found)
