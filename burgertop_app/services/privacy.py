"""Privacy: erasing a person, where a name had to stay, and the record of what left the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, InvalidInput
from burgertop_app.domain.name_marks import NameMark, Verdict
from burgertop_app.domain.people import Person
from burgertop_app.domain.workspaces import ExportRecord
from burgertop_app.exchange.file_texts import file_text
from burgertop_app.storage import erased_counts, erasure, name_marks

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.name_marks import ErasureOutlook, MarkLine
    from burgertop_app.exchange.file_texts import ReadPdf
    from burgertop_app.services.context import Context

TOUCHED = frozenset(Topic)
"""A name may have stood anywhere."""


class Privacy:
    """What an organiser does for the people whose data stand in the workspace.

    `pdf` reads the text of a PDF; without it those files count as files that nobody can look into.
    """

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def outlook(self, person_id: UUID, pdf: ReadPdf | None = None) -> ErasureOutlook:
        """Where a name would stay after `erase`, since it stands in what was fixed for good.

        Raises:
            NotFound: `row_missing`.
        """
        with self._work.reading() as store:
            return erasure.outlook(store, store.get(Person, person_id), reader(pdf))

    def erase(self, person_id: UUID, pdf: ReadPdf | None = None) -> Change:
        """Erase one person in every process, for good; what was counted or drawn stays, under a number.

        The name goes from every text, and what may never be changed is marked: see `marks`. Copies that were
        made elsewhere are not reached. There is no undo; the history of pages must go.

        Raises:
            NotFound: `row_missing`.
            Conflict: `person_erased_already`.
            NotPossible: `erasure_unfinished`, erased, but traces stay in the file until it is closed.
        """
        with self._work.writing("people.erase") as store:
            person = store.get(Person, person_id)
            if person.erased_at is not None:
                raise Conflict("person_erased_already")
            erased_counts.keep(store, person)
            erasure.erase(store, person, read=reader(pdf))
        self._work.scrub()
        return changed(*TOUCHED, row=person_id)

    def marks(self) -> tuple[MarkLine, ...]:
        """Everything in the workspace that was fixed and names somebody who was erased, the newest first."""
        with self._work.reading() as store:
            return name_marks.lines(store, store.find(NameMark, order_by="-at"))

    def named(self, target_id: UUID) -> bool:
        """Whether the name of somebody who was erased still stands in this thing, as far as is known."""
        with self._work.reading() as store:
            return any(mark.holds_back for mark in store.find(NameMark, target_id=target_id))

    def judge(self, mark: NameMark, verdict: Verdict, reason: str) -> Change:
        """Keep what was decided about a mark; it may be decided anew, and the log keeps each decision.

        Raises:
            InvalidInput: there is no reason.
            Conflict: it was decided meanwhile.
        """
        if not reason.strip():
            raise InvalidInput("name_mark_reason_empty")
        with self._work.writing("name_mark.judge") as store:
            store.change(mark, verdict=verdict, reason=reason.strip())
        return changed(Topic.PEOPLE, Topic.ADVICE, Topic.COMMITMENTS, row=mark.id)

    def exports(self, process_id: UUID) -> tuple[ExportRecord, ...]:
        """What left the workspace out of this process, the newest first."""
        with self._work.reading() as store:
            return store.find(ExportRecord, process_id=process_id, order_by="-at")


def reader(pdf: ReadPdf | None) -> name_marks.Read:
    """Reads files for an erasure."""
    return lambda file: file_text(file.name, file.media_type, file.content, pdf)
