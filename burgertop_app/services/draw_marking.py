"""Marking people for the draw: sitting members come into every panel, others are kept out with a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.draw_marks import DrawMark, Mark
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.people import Participation, Role, State
from burgertop_app.storage import mark_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class DrawMarking:
    """Who takes part in the draws of a process otherwise than by chance."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def marks(self, process_id: UUID) -> Mapping[UUID, Mark]:
        """The mark of each participation that has one."""
        with self._work.reading() as store:
            return mark_store.marks(store, process_id)

    def mark(self, participation_ids: Sequence[UUID], wanted: Mark | None) -> Change:
        """Give people a mark for the draw in place of the one they had; None takes it away.

        Raises:
            NotPossible: somebody is no registered resident, so that no draw would look at the mark.
        """
        return self.put_back(dict.fromkeys(participation_ids, wanted))

    def put_back(self, wanted: Mapping[UUID, Mark | None]) -> Change:
        """Give each participation the mark it has here, or none.

        Raises:
            NotPossible: as `mark`.
        """
        with self._work.writing("draw.mark") as store:
            for part in store.find(Participation, id=list(wanted)):
                _keep(store, part, wanted[part.id])
        return changed(Topic.QUOTAS, Topic.PEOPLE)


def _keep(store: Store, part: Participation, wanted: Mark | None) -> None:
    if wanted is not None and (part.role is not Role.RESIDENT or part.state is not State.REGISTERED):
        raise NotPossible("mark_not_registered", number=part.number)
    kept = store.first(DrawMark, participation_id=part.id)
    if kept is None and wanted is not None:
        store.add(
            DrawMark(id=store.new_id(), participation_id=part.id, kind=wanted.kind, reason=wanted.reason)
        )
    elif kept is not None and wanted is None:
        store.remove(kept)
    elif kept is not None and wanted is not None:
        store.change(kept, kind=wanted.kind, reason=wanted.reason)
