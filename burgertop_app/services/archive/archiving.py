"""Making the archive of a process: everything in open formats, with hashes, log and metadata."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from burgertop_app.domain.archive import Appraisal
from burgertop_app.domain.errors import CheckFailed
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.exchange import mdto
from burgertop_app.exchange.bundles import with_sums, write_bundle
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.archive import log_guide, reading_guide
from burgertop_app.services.archive import checking
from burgertop_app.services.archive.gathering import csv_bytes, gather, workbook_bytes
from burgertop_app.services.archive.log_file import LOG, log_csv
from burgertop_app.services.leaving import Leaving, record_of_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from burgertop_app.domain.archive import ArchiveCheck, ArchiveRequest, Document
    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.archive.documents import Makers
    from burgertop_app.services.archive.gathering import Gathered
    from burgertop_app.services.context import Context

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".py": "text/x-python",
}
OTHER = "application/octet-stream"
GUIDE, LOG_GUIDE = "LEESMIJ.txt", "logboek/LEESMIJ-logboek.txt"


class Archiving:
    """What an organiser does to hand a process over to the archive."""

    def __init__(self, context: Context, makers: Makers) -> None:
        self._context = context
        self._makers = makers

    def gather(self, request: ArchiveRequest) -> Gathered:
        """Read everything that goes along; `gathering.set_papers` makes the documents out of it."""
        return gather(self._context, self._makers, request)

    def keep(
        self,
        gathered: Gathered,
        papers: Sequence[bytes],
        target: Path,
        progress: Progress = UNHEARD,
    ) -> ArchiveCheck:
        """Write the archive to a zip (by its name) or a folder, read it back and check it; leaves a record.

        Raises:
            Cancelled: asked for through `progress`; nothing was written then.
            InvalidInput: it cannot be written there, or is open elsewhere.
            Conflict: the folder has something in it.
            CheckFailed: what was written is not what was meant, as on a broken disk.
        """
        with speaking(gathered.process.language):
            files = with_sums(_files(gathered, papers))
        write_bundle(target, files, gathered.made_at, progress)
        people = len(gathered.contacts[1]) if gathered.contacts else 0
        columns = gathered.contacts[0] if gathered.contacts else ()
        purpose = gathered.request.ground.strip() or "archive"
        leaving = Leaving("archive", target.name, people, columns, purpose, gathered.process.id)
        record_of_file(self._context.work, "archive.export", leaving, target)
        found = checking.check_archive(target)
        if not found.sound:
            raise CheckFailed("archive_not_whole", file=target.name)
        return found

    def check(self, source: Path) -> ArchiveCheck:
        """What a check of an archive finds, made by this program at any time; errors as `check_archive`."""
        return checking.check_archive(source)


def _files(gathered: Gathered, papers: Sequence[bytes]) -> dict[str, bytes]:
    made = [
        replace(one.document, content=content) for one, content in zip(gathered.unset, papers, strict=True)
    ]
    documents = [*gathered.ready, *made]
    request = gathered.request
    files = {one.path: one.content for one in documents}
    files["dossier.xlsx"] = workbook_bytes(gathered.sheets)
    for table in gathered.tables:
        files[f"gegevens/{table.name}.csv"] = csv_bytes(table.columns, table.rows)
    if gathered.contacts:
        header, rows = gathered.contacts
        files["personen/contactgegevens.xlsx"] = workbook_bytes({_("Contacts"): gathered.contacts})
        files["personen/contactgegevens.csv"] = csv_bytes(header, tuple(rows))
    files[LOG] = log_csv(gathered.chain)
    files[LOG_GUIDE] = log_guide().encode()
    files[GUIDE] = reading_guide(
        gathered.process.title,
        contacts=request.contacts,
        ground=request.ground.strip(),
        named=_named(documents),
    ).encode()
    return files | _metadata(gathered, documents, files)


def _named(documents: Sequence[Document]) -> tuple[str, ...]:
    """The paths of documents in which somebody is named whose data were erased."""
    return tuple(sorted(one.path for one in documents if one.named))


def _metadata(
    gathered: Gathered, documents: Sequence[Document], files: Mapping[str, bytes]
) -> dict[str, bytes]:
    dossier = _dossier(gathered, files, named=bool(_named(documents)))
    found = {"metadata/dossier.mdto.xml": mdto.dossier_xml(dossier)}
    names = {one.path: one.name for one in documents}
    for path, content in files.items():
        told = mdto.File(
            identifier=path,
            name=names.get(path, PurePosixPath(path).name),
            size=len(content),
            media_type=MEDIA_TYPES.get(PurePosixPath(path).suffix.casefold(), OTHER),
            sha256=hashlib.sha256(content).hexdigest(),
            made_at=gathered.made_at,
        )
        found[f"metadata/{path}.bestand.mdto.xml"] = mdto.file_xml(told, dossier)
    found["metadata.json"] = _short(gathered, documents)
    return found


def _dossier(gathered: Gathered, files: Mapping[str, bytes], *, named: bool) -> mdto.Dossier:
    process, request = gathered.process, gathered.request
    personal = (
        _("restricted: personal privacy")
        if request.contacts or named
        else _("not restricted by the maker of the archive")
    )
    note = (
        _("Names and addresses of participants are in it. Ground: {ground}").format(
            ground=request.ground.strip()
        )
        if request.contacts
        else _("People stand in it by number.")
    )
    if named:
        note += " " + _("LEESMIJ.txt lists the documents in which somebody is named whose data were erased.")
    return mdto.Dossier(
        identifier=str(process.id),
        source="Burgertop",
        name=process.title,
        description=process.topic,
        language=process.language,
        begins_on=gathered.days[0],
        ends_on=gathered.days[-1],
        made_at=gathered.made_at,
        kept_for_good=request.appraisal is Appraisal.KEEP,
        keep_until=request.keep_until,
        selection_list=request.selection_list.strip(),
        category=request.category.strip(),
        creator=process.municipality or process.title,
        restriction=personal,
        restriction_note=note,
        files=tuple((PurePosixPath(path).name, path) for path in sorted(files)),
    )


def _short(gathered: Gathered, documents: Sequence[Document]) -> bytes:
    process, request = gathered.process, gathered.request
    told = {
        "mdto": mdto.VERSION,
        "process": {
            "id": str(process.id),
            "title": process.title,
            "municipality": process.municipality,
            "form": process.form,
        },
        "made_at": gathered.made_at.isoformat(timespec="seconds"),
        "appraisal": request.appraisal.value,
        "keep_until": request.keep_until.isoformat() if request.keep_until else None,
        "selection_list": request.selection_list.strip(),
        "category": request.category.strip(),
        "contacts": request.contacts,
        "ground": request.ground.strip(),
        "documents": [
            {"path": one.path, "name": one.name, "kind": one.kind.value, "on": one.on.isoformat()}
            for one in documents
        ],
        "log_entries": len(gathered.chain),
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"
