"""Progress reports: made once, numbered and kept, so that the next one knows exactly what changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.following import ProgressReport
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.people import Contact, Participation, Role
from burgertop_app.domain.person_names import Names
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.exchange.mail_drafts import Draft, write_drafts
from burgertop_app.i18n import _, speaking
from burgertop_app.reports.owner_letters import plain_text, subject
from burgertop_app.services.leaving import Leaving, record_of_file
from burgertop_app.services.printing import progress_papers
from burgertop_app.services.saving import save_document
from burgertop_app.storage import follow_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.papers.progress import ProgressPaper
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class ReadyReport:
    """A report that is ready to be fixed: what it knows, and the paper with its number and hash."""

    process_id: UUID
    at: datetime
    content: str
    paper: ProgressPaper


class Reporting:
    """What an organiser does with progress reports and reminders to owners."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._work = context.work

    def all(self, process_id: UUID) -> tuple[ProgressReport, ...]:
        """The reports that were made, the oldest first."""
        with self._work.reading() as store:
            return follow_store.reports(store, process_id)

    def prepare(self, process_id: UUID) -> ReadyReport:
        """The next report with its number and hash; nothing is kept yet.

        Raises:
            NotPossible: there is nothing to report, or a resident stands in it by name.
        """
        context = self._context
        with self._work.reading() as store:
            at = context.clock()
            draft, content = progress_papers.progress(
                store, process_id, at, context.today(), context.holidays
            )
            if not (draft.items or draft.plans or draft.pledges):
                raise NotPossible("report_nothing")
            named = _named(store, process_id, draft)
            if named:
                raise NotPossible("report_names_people", numbers=", ".join(map(str, named)))
            number = len(follow_store.reports(store, process_id)) + 1
        sealed = hashlib.sha256(content.encode()).hexdigest()
        return ReadyReport(
            process_id, at, content, replace(draft, number=number, draft=False, content_hash=sealed)
        )

    def fix(self, ready: ReadyReport, document: bytes, web: bytes = b"") -> Change:
        """Keep a report with the PDF, and the web page, made from it; this cannot be undone.

        Raises:
            Conflict: something changed since it was prepared.
        """
        context, paper = self._context, ready.paper
        with self._work.writing("report.fix") as store:
            _paper, content = progress_papers.progress(
                store, ready.process_id, ready.at, context.today(), context.holidays
            )
            number = len(follow_store.reports(store, ready.process_id)) + 1
            if content != ready.content or number != paper.number:
                raise Conflict("report_changed_meanwhile")
            with speaking(paper.masthead.language):
                name = _("Progress report {number}").format(number=number)
            kept = store.add(
                ProgressReport(
                    id=store.new_id(),
                    process_id=ready.process_id,
                    number=number,
                    made_at=ready.at,
                    content=content,
                    sha256=paper.content_hash,
                    attachment_id=_attach(store, ready.process_id, name, PaperForm.PDF, document),
                    web_id=_attach(store, ready.process_id, name, PaperForm.HTML, web) if web else None,
                )
            )
        return changed(Topic.COMMITMENTS, row=kept.id)

    def withdraw(self, report_id: UUID, reason: str) -> Change:
        """Let a report count no more; it stays with its number, and the next one looks past it.

        Raises:
            InvalidInput: there is no reason.
        """
        if not reason.strip():
            raise InvalidInput("report_reason_empty")
        with self._work.writing("report.withdraw") as store:
            store.change(store.get(ProgressReport, report_id), withdrawn_reason=reason.strip())
        return changed(Topic.COMMITMENTS, row=report_id)

    def save_as(self, report_id: UUID, path: Path) -> Path:
        """Write a report, byte for byte as it was made, to `path`: a web page when its name ends so.

        Raises:
            NotPossible: no document of that form was kept with it.
            InvalidInput: the file is open elsewhere, or cannot be written there.
        """
        with self._work.reading() as store:
            report = store.get(ProgressReport, report_id)
            wanted = report.web_id if PaperForm.of(path) is PaperForm.HTML else report.attachment_id
            if wanted is None:
                raise NotPossible("report_document_missing", number=report.number)
            content = store.get(Attachment, wanted).content
        return save_document(path, content)

    def save_drafts(self, process_id: UUID, folder: Path) -> int:
        """Write an e-mail draft to every owner of a promise that has not ended; gives how many.

        Raises:
            NotPossible: nobody has anything left to do.
            Conflict: the folder has something in it.
            InvalidInput: the folder cannot be written.
        """
        context = self._context
        with self._work.reading() as store:
            paper = progress_papers.owner_letters(
                store, process_id, context.clock(), context.today(), context.holidays
            )
        with speaking(paper.masthead.language):
            drafts = [
                Draft(f"{place:03d}", "", subject(paper), plain_text(paper, letter))
                for place, letter in enumerate(paper.letters, 1)
            ]
            columns, purpose = (_("Who does it"),), _("Ask owners of commitments how it stands")
        write_drafts(folder, drafts)
        leaving = Leaving("owner_drafts", folder.name, len(drafts), columns, purpose, process_id)
        record_of_file(self._work, "export", leaving, folder)
        return len(drafts)


def _attach(store: Store, process_id: UUID, name: str, form: PaperForm, content: bytes) -> UUID:
    return store.add(
        Attachment(
            id=store.new_id(),
            name=f"{name}{form.suffix}",
            media_type=form.media_type,
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
            process_id=process_id,
        )
    ).id


def _named(store: Store, process_id: UUID, paper: ProgressPaper) -> list[str]:
    """The numbers of residents whose whole name stands in a paper; what is public names nobody."""
    parts = store.find(Participation, order_by="number", process_id=process_id, role=Role.RESIDENT)
    names = {
        contact.person_id: contact.name.strip()
        for contact in store.find(Contact, person_id=[part.person_id for part in parts])
    }
    known = Names(names.values(), alone=True)
    named = {name for text in _texts(paper) for name in known.whose(text)}
    return [part.number for part in parts if names.get(part.person_id) in named]


def _texts(value: object) -> Iterator[str]:
    """Every text in a paper."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
