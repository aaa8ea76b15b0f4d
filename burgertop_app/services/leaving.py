"""The record of personal data that leaves the workspace: no record, no file."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.papers.advice import AdvicePaper
from burgertop_app.domain.papers.day_kit import DoorListPaper, LateChangesPaper, NameBadgesPaper
from burgertop_app.domain.papers.feedback import FeedbackPaper
from burgertop_app.domain.papers.letters import ResidentLettersPaper
from burgertop_app.domain.papers.room_plan import RoomPlanPaper
from burgertop_app.domain.papers.tables import FacilitatorScriptPaper, RouteCardsPaper, TableSheetsPaper
from burgertop_app.domain.workspaces import ExportRecord
from burgertop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.services.printing.rendering import Paper
    from burgertop_app.storage.unit_of_work import Store, Work

DOCUMENT = "document"


@dataclass(frozen=True)
class Leaving:
    """What leaves: the kind, in which file, about how many people, which columns, why, of which process."""

    kind: str
    file_name: str
    people: int
    columns: tuple[str, ...]
    purpose: str
    process_id: UUID | None


def record(
    work: Work, act: str, leaving: Leaving, also: Callable[[Store], object] | None = None
) -> ExportRecord:
    """Keep the record of what left, under `act` in the log; `also` is kept with it or not at all."""
    with work.writing(act) as store:
        if also is not None:
            also(store)
        return store.add(
            ExportRecord(
                id=store.new_id(),
                kind=leaving.kind,
                file_name=leaving.file_name,
                people=leaving.people,
                columns=leaving.columns,
                purpose=leaving.purpose,
                by=store.actor,
                at=store.now(),
                process_id=leaving.process_id,
            )
        )


def record_of_file(
    work: Work, act: str, leaving: Leaving, written: Path, also: Callable[[Store], object] | None = None
) -> ExportRecord:
    """As `record`, for a file or folder that was just `written`; it goes again when no record can be kept."""
    try:
        return record(work, act, leaving, also)
    except BaseException:
        if written.is_dir():
            shutil.rmtree(written, ignore_errors=True)
        else:
            written.unlink(missing_ok=True)
        raise


def leaving_of(paper: Paper, file_name: str, process_id: UUID | None) -> Leaving | None:
    """What leaves with a paper; None when no participant or facilitator stands in it by name."""
    kind, people = _named(paper)
    return Leaving(kind, file_name, people, (_("Name"),), DOCUMENT, process_id) if people else None


def _named(paper: Paper) -> tuple[str, int]:
    """What kind of paper it is, and how many people stand in it by name."""
    kind, count = _COUNTS.get(type(paper), ("", lambda _paper: 0))
    return kind, count(paper)


_COUNTS: dict[type[Any], tuple[str, Callable[[Any], int]]] = {
    TableSheetsPaper: (
        "table_sheets",
        lambda paper: len({who for at in paper.sheets for who in at.people}),
    ),
    RouteCardsPaper: ("route_cards", lambda paper: len(paper.cards)),
    RoomPlanPaper: (
        "room_plan",
        lambda paper: len(
            {who for turn in paper.rounds for at in turn.tables for who in at.people if who.name}
        ),
    ),
    DoorListPaper: ("door_list", lambda paper: len(paper.lines)),
    NameBadgesPaper: ("name_badges", lambda paper: len(paper.badges)),
    LateChangesPaper: ("late_changes", lambda paper: len(paper.slips)),
    FeedbackPaper: ("feedback_sheets", lambda paper: len(paper.sheets)),
    FacilitatorScriptPaper: ("facilitator_list", lambda paper: len(paper.routes)),
    ResidentLettersPaper: ("resident_letters", lambda paper: len(paper.letters)),
    AdvicePaper: ("advice", lambda paper: len(paper.participants)),
}
