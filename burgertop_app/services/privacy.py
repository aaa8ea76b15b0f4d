"""Privacy: erasing a person, and the record of what left the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict
from burgertop_app.domain.people import Person
from burgertop_app.domain.workspaces import ExportRecord
from burgertop_app.storage import erased_counts, erasure

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.services.context import Context

TOUCHED = (Topic.PEOPLE, Topic.DRAWS, Topic.TABLES, Topic.CARDS)


class Privacy:
    """What an organiser does for the people whose data stand in the workspace."""

    def __init__(self, context: Context) -> None:
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

    def exports(self, process_id: UUID) -> tuple[ExportRecord, ...]:
        """What left the workspace out of this process, the newest first."""
        with self._work.reading() as store:
            return store.find(ExportRecord, process_id=process_id, order_by="-at")
