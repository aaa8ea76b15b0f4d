"""The folder of a kept draw: what the notary gets, what is published, and the protocol."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_protocol import DrawnNumber
from burgertop_app.domain.draw_records import DrawRecord
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.processes import Process
from burgertop_app.domain.sheets import Table
from burgertop_app.exchange import draw_folder
from burgertop_app.exchange.draw_sums import PUBLISHED
from burgertop_app.exchange.pool_sheet import PoolSheet
from burgertop_app.i18n import speaking
from burgertop_app.services import draw_keeping, draw_public
from burgertop_app.services.draw_folders import FolderDraw, folder_files, public_files
from burgertop_app.services.draw_occasion import occasion
from burgertop_app.services.draw_papers import protocol_paper
from burgertop_app.services.leaving import Leaving, record_of_file
from burgertop_app.storage import draw_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.draw_records import DrawEntry
    from burgertop_app.domain.draws import Lottery
    from burgertop_app.domain.papers.draw import DrawProtocolPaper
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

NUMBER = "nummer"
_FIXED = {name.removeprefix(PUBLISHED) for name in (draw_folder.COMMITMENT, draw_folder.OPENING)}


@dataclass(frozen=True)
class Evidence:
    """A kept draw as files, to check them: the folder, and the people and quotas it was made from.

    `erased` tells how many people are lacking from it; then there are no people.
    """

    files: draw_folder.Files
    people: bytes = b""
    quotas: bytes = b""
    erased: int = 0


class DrawFolders:
    """Hands over a kept draw."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def read(self, draw_id: UUID, header: str = NUMBER) -> FolderDraw:
        """The draw as its folder shows it; `header` names the column with the numbers.

        Raises:
            NotPossible: it was not committed and has no number, so there is nothing to hand over yet.
        """
        with self._work.reading() as store:
            return _folder_draw(store, _fixed(store, draw_id), header)

    def write(self, draw_id: UUID, folder: Path, header: str = NUMBER) -> None:
        """Write the full folder with `openbaar/` in it; the export is recorded, else it goes again.

        Raises:
            NotPossible: as `read`, or people of this draw were erased.
            InvalidInput: the folder cannot be written or holds something else.
        """
        draw_folder.refuse_taken(folder)
        evidence = self.evidence(draw_id, header)
        with self._work.reading() as store:
            record = store.get(DrawRecord, draw_id)
        if evidence.erased:
            raise NotPossible("draw_people_erased", people=evidence.erased, attempt=record.attempt)
        draw_folder.write_folder(folder, evidence.files)
        columns = tuple(next(csv.reader(io.StringIO(evidence.people.decode("utf-8")))))
        leaving = Leaving("draw_folder", folder.name, record.people, columns, "draw", record.process_id)
        record_of_file(self._work, "draw.export", leaving, folder)

    def write_public(self, draw_id: UUID, folder: Path) -> None:
        """Write what may be published: the commitment, after the draw its opening, protocol and checker.

        Nothing in it is personal. A folder that holds this commitment already gets the opening beside it.

        Raises:
            NotPossible: as `read`.
            InvalidInput: the folder cannot be written.
            Conflict: the folder holds something else.
        """
        with self._work.reading() as store:
            record = _fixed(store, draw_id)
            kept = draw_public.public_files(store, record)
            told, spoken = occasion(store, record), _language(store, record)
        with speaking(spoken):
            made = public_files(kept, told)
        files = {name.removeprefix(PUBLISHED): content for name, content in made.items()}
        _refuse_other(folder, files)
        draw_folder.write_folder(folder, files)

    def protocol(self, draw_id: UUID) -> DrawProtocolPaper:
        """The protocol; people stand in it by number.

        Raises:
            NotPossible: as `read`.
        """
        with self._work.reading() as store:
            record = _fixed(store, draw_id)
            draw = _folder_draw(store, record, NUMBER)
            known = draw_public.counts(store, record, draw_store.entries(store, draw_id))
            spoken, seal = _language(store, record), draw_public.seal(store, record)
        with speaking(spoken):
            return _with_counts(protocol_paper(draw, seal), record, known)

    def evidence(self, draw_id: UUID, header: str = NUMBER) -> Evidence:
        """The draw as files; the commitment and opening are those that were kept.

        Raises:
            NotPossible: as `read`.
        """
        with self._work.reading() as store:
            record = _fixed(store, draw_id)
            gone = len(draw_public.erased(draw_store.entries(store, draw_id)))
            draw = _folder_draw(store, record, header)
            kept = draw_public.public_files(store, record) | draw_public.replacement_files(store, record)
            spoken = _language(store, record)
        with speaking(spoken):
            files = folder_files(draw, kept)
        if gone:
            open_to_all = (draw_folder.LOTTERY, draw_folder.SALTS, *kept)
            return Evidence({name: files[name] for name in open_to_all}, erased=gone)
        table, quotas = draw.sheet.table, draw.lottery.quotas.items
        return Evidence(
            files,
            people=draw_folder.sheet_bytes(table.header, table.rows),
            quotas=draw_folder.sheet_bytes(
                ("feature", "value", "min", "max"),
                ((quota.feature, quota.value, str(quota.low), str(quota.high)) for quota in quotas),
            ),
        )


def _fixed(store: Store, draw_id: UUID) -> DrawRecord:
    """The draw, if there is something to hand over."""
    record = store.get(DrawRecord, draw_id)
    if draw_public.made_at(record) is None:
        raise NotPossible("draw_is_prepared", attempt=record.attempt)
    return record


def _language(store: Store, record: DrawRecord) -> str:
    return store.get(Process, record.process_id).language


def _refuse_other(folder: Path, files: draw_folder.Files) -> None:
    """Stop when there is something else than what was published of this draw before.

    Raises:
        Conflict: as `draw_folder.refuse_taken`.
    """
    if not folder.is_dir():
        return
    before = draw_folder.read_folder(folder)
    same = all(before[name] == files.get(name) for name in before.keys() & _FIXED)
    if before.keys() - files.keys() or not same:
        draw_folder.refuse_taken(folder)


def _folder_draw(store: Store, record: DrawRecord, header: str) -> FolderDraw:
    told = occasion(store, record)
    lottery = draw_keeping.kept_lottery(store, record.id)
    entries = draw_store.entries(store, record.id)
    drawn = None
    if record.drawn_number is not None:
        drawn = DrawnNumber(record.drawn_number, record.seed, record.rehearsal)
    return FolderDraw(
        title=told.title,
        organisation=told.organisation,
        quota_source=told.quota_source,
        registration=told.registration,
        withdrawn=told.withdrawn,
        sheet=_sheet(entries, lottery, header, household=record.household_rule),
        lottery=lottery,
        salts=draw_public.salts(record, entries),
        told=draw_public.announcement(record),
        made_at=draw_public.made_at(record) or store.now(),
        rehearsal=record.rehearsal,
        drawn=drawn,
        drawn_at=record.drawn_at,
        reserves=draw_keeping.reserve_numbers(store, record.id),
        steps=draw_public.replacement_steps(store, record),
    )


def _sheet(entries: Sequence[DrawEntry], lottery: Lottery, header: str, *, household: bool) -> PoolSheet:
    columns = (*lottery.quotas.features, *((draw_keeping.HOUSEHOLD,) if household else ()))
    rows = tuple((entry.number, *(entry.features.get(column, "") for column in columns)) for entry in entries)
    table = Table("", (header, *columns), rows, tuple(range(2, len(rows) + 2)), delimiter=",")
    return PoolSheet(table, 0, draw_keeping.pool_of(entries, lottery))


def _with_counts(
    paper: DrawProtocolPaper, record: DrawRecord, known: draw_public.GroupCounts
) -> DrawProtocolPaper:
    """The paper with counts as they were when drawn."""
    drawn = record.drawn_number is not None
    quotas = tuple(
        replace(
            line,
            supply=known.supply.get((line.feature, line.value), 0),
            panel=known.panel.get((line.feature, line.value), 0) if drawn else None,
        )
        for line in paper.quotas
    )
    return replace(paper, quotas=quotas)
