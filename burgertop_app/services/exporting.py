"""Exporting what a page shows to Excel or CSV; what tells about people leaves a record behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.people import Participation
from burgertop_app.domain.people_import import Field
from burgertop_app.exchange import exports
from burgertop_app.exchange.kit_folder import free_place, write_folder
from burgertop_app.messages.day_kit import kit_words
from burgertop_app.messages.importing import field_words
from burgertop_app.services.leaving import DOCUMENT, Leaving, leaving_of, record_of_file
from burgertop_app.services.plan_printing import printed_by
from burgertop_app.services.saving import save_document
from burgertop_app.storage import people_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.services.context import Context
    from burgertop_app.services.printing.day_kit import DayKit
    from burgertop_app.services.printing.rendering import Paper, Printed

FIGURE = re.compile(r"0|[1-9]\d{0,8}")
CONTACT = (Field.ADDRESS, Field.POSTCODE, Field.PLACE, Field.EMAIL, Field.PHONE)


class Shown(Protocol):
    """A table in words, as it stands on screen."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The words above the columns."""

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells, as many a row as there are headings."""


class Exporting:
    """Writes tables to files."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def export_people(
        self,
        process_id: UUID,
        sheet: Shown,
        path: Path,
        purpose: str,
        contact_of: Sequence[UUID] = (),
    ) -> Change:
        """Write people to a file, and record which columns of how many people left, and why.

        With `contact_of`, the participations of the rows in order, addresses come along. Without a record
        there is no file: when it cannot be kept, the file goes again.

        Raises:
            InvalidInput: there is no purpose, or the file cannot be written there.
        """
        if not purpose.strip():
            raise InvalidInput("export_purpose_empty")
        headings, rows = sheet.headings, sheet.rows
        if contact_of:
            headings = (*headings, *map(field_words, CONTACT))
            ways = self._contacts(process_id)
            blank = ("",) * len(CONTACT)
            rows = tuple(
                (*row, *ways.get(participation_id, blank))
                for row, participation_id in zip(rows, contact_of, strict=True)
            )
        exports.write_table(path, headings, [_cells(row) for row in rows])
        leaving = Leaving("people", path.name, len(rows), headings, purpose.strip(), process_id)
        kept = record_of_file(self._work, "people.export", leaving, path)
        return changed(Topic.SETTINGS, row=kept.id)

    def save_paper(self, process_id: UUID | None, paper: Paper, content: bytes, path: Path) -> Path:
        """Write a document, and record that it left when people stand in it by name; gives `path`.

        Without a record there is no file. Route cards make their plan the printed one.

        Raises:
            InvalidInput: the file is open elsewhere, or cannot be written there.
            Conflict: somebody on the route cards moved since they were put together.
        """
        also = printed_by(self._work, (paper,))
        save_document(path, content)
        leaving = leaving_of(paper, path.name, process_id)
        if leaving is not None:
            record_of_file(self._work, "export", leaving, path, also)
        return path

    def save_kit(
        self, process_id: UUID | None, kit: DayKit, printed: Sequence[Printed], within: Path, name: str
    ) -> Path:
        """Write all papers of a meeting, a PDF for each kind, into a new folder; all of them or none.

        The folder is `name` in `within`, or "name (2)" when that is there already. It leaves one record, and
        makes the plan the printed one; without those there is no folder.

        Raises:
            InvalidInput: the folder cannot be made there.
            Conflict: somebody got another seat since the papers were put together.
        """
        also = printed_by(self._work, [paper for _kind, paper in kit.papers])
        names = [kit_words(kind) for kind, _paper in kit.papers]
        files = {
            f"{place} {name}.pdf": one.content
            for place, (name, one) in enumerate(zip(names, printed, strict=True), 1)
        }
        folder = write_folder(free_place(within, name), files)
        columns = (field_words(Field.NUMBER), field_words(Field.NAME))
        leaving = Leaving("print_kit", folder.name, kit.people, columns, DOCUMENT, process_id)
        record_of_file(self._work, "export", leaving, folder, also)
        return folder

    def _contacts(self, process_id: UUID) -> dict[UUID, tuple[str, ...]]:
        with self._work.reading() as store:
            parts = store.find(Participation, process_id=process_id)
            contacts = {contact.person_id: contact for contact in people_store.contacts(store, process_id)}
        return {
            part.id: tuple(getattr(contacts[part.person_id], field.value) for field in CONTACT)
            for part in parts
            if part.person_id in contacts
        }


def _cells(row: tuple[str, ...]) -> tuple[exports.Cell, ...]:
    return tuple(int(cell) if FIGURE.fullmatch(cell) else cell for cell in row)
