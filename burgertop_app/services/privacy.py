"""Privacy: erasing a person, the record of what left the workspace, and what was kept long enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict
from burgertop_app.domain.people import ImportBatch, Person
from burgertop_app.domain.workspaces import ExportRecord
from burgertop_app.services.leaving import Leaving, record
from burgertop_app.storage import erased_counts, erasure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.services.context import Context

TOUCHED = (Topic.PEOPLE, Topic.DRAWS, Topic.TABLES, Topic.CARDS)


class Privacy:
    """What an organiser does for the people whose data stand in the workspace."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._work = context.work

    def erase(self, person_id: UUID) -> Change:
        """Erase one person in every process, for good; what was counted or drawn stays, under a number.

        Copies that were made elsewhere are not reached. There is no undo; the history of pages must go.

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
            erasure.erase(store, person)
        self._work.scrub()
        return changed(*TOUCHED, row=person_id)

    def exported(
        self,
        kind: str,
        file_name: str,
        people: int,
        columns: Sequence[str],
        purpose: str,
        process_id: UUID | None,
    ) -> Change:
        """Record that personal data left the workspace: which columns, of how many people, and why."""
        leaving = Leaving(kind, file_name, people, tuple(columns), purpose, process_id)
        return changed(Topic.PEOPLE, row=record(self._work, "export", leaving).id)

    def exports(self, process_id: UUID) -> tuple[ExportRecord, ...]:
        """What left the workspace out of this process, the newest first."""
        with self._work.reading() as store:
            return store.find(ExportRecord, process_id=process_id, order_by="-at")

    def kept_long_enough(self) -> tuple[ImportBatch, ...]:
        """Imports whose day until which people may be kept has passed, the longest ago first."""
        today = self._context.today()
        with self._work.reading() as store:
            return tuple(
                batch for batch in store.find(ImportBatch, order_by="keep_until") if batch.keep_until < today
            )
