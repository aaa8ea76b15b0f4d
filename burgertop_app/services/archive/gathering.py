"""What an archive is made of: documents, papers still to be set, sheets, tables and the log."""

from __future__ import annotations

import csv
import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from burgertop_app.domain.advice import Advice
from burgertop_app.domain.draw_records import DrawRecord
from burgertop_app.domain.events import Event
from burgertop_app.domain.processes import Process
from burgertop_app.exchange.exports import write_workbook
from burgertop_app.i18n import speaking
from burgertop_app.services.archive import documents, sheets
from burgertop_app.services.printing.rendering import render
from burgertop_app.storage import log_links, name_marks, process_rows

if TYPE_CHECKING:
    from datetime import date, datetime

    from burgertop_app.domain.archive import ArchiveRequest, ChainLink, Document
    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.archive.documents import Makers, Unset
    from burgertop_app.services.archive.sheets import Sheet
    from burgertop_app.services.context import Context
    from burgertop_app.storage.process_rows import TableRows


class Waiting(Protocol):
    """What was gathered with papers that are still to be set."""

    @property
    def unset(self) -> tuple[Unset, ...]:
        """The papers."""


@dataclass(frozen=True)
class Gathered:
    """Everything at one moment, in plain values."""

    request: ArchiveRequest
    process: Process
    made_at: datetime
    ready: tuple[Document, ...]
    unset: tuple[Unset, ...]
    sheets: dict[str, Sheet]
    contacts: Sheet | None
    tables: tuple[TableRows, ...]
    chain: tuple[ChainLink, ...]
    days: tuple[date, ...]


def gather(context: Context, makers: Makers, request: ArchiveRequest) -> Gathered:
    """Read all of it; the language of the process counts."""
    with context.work.reading() as store:
        process = store.get(Process, request.process_id)
        advices = store.find(Advice, process_id=process.id)
        records = store.find(DrawRecord, order_by="attempt", process_id=process.id)
        marked = name_marks.held_back(store)
        with speaking(process.language):
            ready = list(documents.kept(store, process, named=request.contacts))
            book = sheets.sheets(store, process)
            named = sheets.contacts(store, process) if request.contacts else None
        tables = tuple(process_rows.tables(store, process.id))
        chain = log_links.links(store.connection)
        days = [event.on for event in store.find(Event, process_id=process.id) if event.on]
    with speaking(process.language):
        ready += documents.drawn(makers, records, public=False, marked=marked)
        unset = tuple(documents.unset(makers, process, advices, context.today()))
    if process.starts_on:
        days.append(process.starts_on)
    return Gathered(
        request=request,
        process=process,
        made_at=context.clock(),
        ready=tuple(ready),
        unset=unset,
        sheets=book,
        contacts=named,
        tables=tables,
        chain=chain,
        days=tuple(sorted([*days, context.today()])),
    )


def set_papers(gathered: Waiting, progress: Progress) -> tuple[bytes, ...]:
    """The PDF of each paper that was still to be set; pure, so that it can run in another process.

    Raises:
        Cancelled: asked for through `progress`.
    """
    made = []
    for done, one in enumerate(gathered.unset):
        progress.checkpoint("print_document", done / len(gathered.unset))
        made.append(render(one.paper, progress).content)
    return tuple(made)


def workbook_bytes(book: dict[str, Sheet]) -> bytes:
    """The sheets as XLSX."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dossier.xlsx"
        write_workbook(path, dict(book))
        return path.read_bytes()


def csv_bytes(header: tuple[str, ...], rows: tuple[tuple[object, ...], ...]) -> bytes:
    """A table as CSV in UTF-8, with commas: for programs, not for a screen."""
    handle = io.StringIO(newline="")
    writer = csv.writer(handle, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([["" if cell is None else str(cell) for cell in row] for row in rows])
    return handle.getvalue().encode("utf-8")
