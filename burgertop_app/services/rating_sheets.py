"""Residents' marks for the reasons of the college, by way of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice
from burgertop_app.domain.answer_sheet import row_key
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.processes import Process
from burgertop_app.domain.rating_sheet import RatingLine, RatingProposal, ToRate
from burgertop_app.domain.responses import Rating
from burgertop_app.exchange.opening import contents
from burgertop_app.exchange.rating_sheet import MARKS, read_rating_sheet, write_rating_sheet
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.answers import college_says
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

NONE = (0,) * MARKS


class RatingSheets:
    """What an organiser does with sheets on which residents rate reasons."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def save(self, advice_id: UUID, path: Path, raters: int = 1) -> Path:
        """Write a sheet with room for the marks of so many `raters`; gives `path`.

        Raises:
            NotPossible: the college has not answered anything yet.
            InvalidInput: the file is open elsewhere, or cannot be written there.
        """
        with self._work.reading() as store:
            advice = store.get(Advice, advice_id)
            language = store.get(Process, advice.process_id).language
            with speaking(language):
                rows = _to_rate(store, advice_id)
                title = _("What do you think of the reasons?")
        if not rows:
            raise NotPossible("rating_nothing_answered")
        write_rating_sheet(path, f"{title} {advice.title}", rows, language, raters)
        return path

    def look(self, advice_id: UUID, path: Path) -> RatingProposal:
        """What the sheet in `path` would add; nothing is kept.

        Raises:
            NotFound: there is no such file.
            InvalidInput: it is no such sheet, or has no mark for an answer that counts.
        """
        found = read_rating_sheet(contents(path), path.name)
        with self._work.reading() as store:
            rows = {one.key: one for one in _to_rate(store, advice_id)}
        lines = tuple(
            RatingLine(one.disposition_id, one.number, one.marks, found.marks[key])
            for key, one in rows.items()
            if sum(found.marks.get(key, NONE))
        )
        unknown = sum(key not in rows and sum(marks) > 0 for key, marks in found.marks.items())
        if not lines:
            raise InvalidInput("rating_no_marks", file=path.name)
        return RatingProposal(path.name, lines, found.strange, unknown)

    def keep(self, looked: RatingProposal) -> Change:
        """Add the marks of a sheet, all or nothing.

        Raises:
            Conflict: marks were kept meanwhile.
        """
        return self._set(looked, {line.disposition_id: (line.before, line.after) for line in looked.lines})

    def undo(self, looked: RatingProposal) -> Change:
        """Take the marks of a sheet back; errors as `keep`."""
        return self._set(looked, {line.disposition_id: (line.after, line.before) for line in looked.lines})

    def _set(
        self, looked: RatingProposal, marks: Mapping[UUID, tuple[tuple[int, ...], tuple[int, ...]]]
    ) -> Change:
        with self._work.writing("answer.rate") as store:
            for answer, (known, wanted) in marks.items():
                kept = store.first(Rating, disposition_id=answer)
                if (tuple(kept.marks) if kept else NONE) != known:
                    raise Conflict("rating_changed_meanwhile", file=looked.file)
                if kept is None:
                    store.add(Rating(id=store.new_id(), disposition_id=answer, marks=wanted))
                else:
                    store.change(kept, marks=wanted)
        return changed(Topic.RESPONSES)


def _to_rate(store: Store, advice_id: UUID) -> list[ToRate]:
    return [
        ToRate(
            disposition_id=line.disposition.id,
            key=row_key(line.disposition.id),
            number=line.recommendation.number,
            sentence=line.text.title,
            answer=college_says(line.disposition.disposal),
            reason=line.disposition.reason,
            marks=tuple(line.marks) or NONE,
        )
        for line in advice_store.recommendation_lines(store, advice_id)
        if line.disposition is not None and not line.recommendation.withdrawn_reason
    ]
