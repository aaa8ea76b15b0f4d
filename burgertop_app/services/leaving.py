"""The record of personal data that leaves the workspace: no record, no file."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.papers.advice import AdvicePaper
from burgertop_app.domain.papers.feedback import FeedbackPaper
from burgertop_app.domain.papers.letters import ResidentLettersPaper
from burgertop_app.domain.papers.room_plan import RoomPlanPaper
from burgertop_app.domain.papers.tables import FacilitatorScriptPaper, RouteCardsPaper, TableSheetsPaper
from burgertop_app.domain.workspaces import ExportRecord
from burgertop_app.i18n import _

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.services.printing.rendering import Paper
    from burgertop_app.storage.unit_of_work import Work

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


def record(work: Work, act: str, leaving: Leaving) -> ExportRecord:
    """Keep the record of what left, under `act` in the log."""
    with work.writing(act) as store:
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


def record_of_file(work: Work, act: str, leaving: Leaving, written: Path) -> ExportRecord:
    """As `record`, for a file or folder that was just `written`; it goes again when no record can be kept."""
    try:
        return record(work, act, leaving)
    except BaseException:
        if written.is_dir():
            shutil.rmtree(written, ignore_errors=True)
        else:
            written.unlink(missing_ok=True)
        raise


def leaving_of(paper: Paper, file_name: str, process_id: UUID | None) -> Leaving | None:
    """What leaves with a paper; None when no participant or facilitator stands in it by name."""
    match paper:
        case TableSheetsPaper():
            kind, people = "table_sheets", len({who for sheet in paper.sheets for who in sheet.people})
        case RoomPlanPaper():
            named = {
                who for turn in paper.rounds for table in turn.tables for who in table.people if who.name
            }
            kind, people = "room_plan", len(named)
        case RouteCardsPaper():
            kind, people = "route_cards", len(paper.cards)
        case FeedbackPaper():
            kind, people = "feedback_sheets", len(paper.sheets)
        case FacilitatorScriptPaper():
            kind, people = "facilitator_list", len(paper.routes)
        case ResidentLettersPaper():
            kind, people = "resident_letters", len(paper.letters)
        case AdvicePaper():
            kind, people = "advice", len(paper.participants)
        case _:
            return None
    return Leaving(kind, file_name, people, (_("Name"),), DOCUMENT, process_id) if people else None
