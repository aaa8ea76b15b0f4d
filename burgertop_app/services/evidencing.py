"""Evidence that a promise or a pledge was kept: files and links, which are withdrawn and never lost."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.following import Evidence
from burgertop_app.domain.processes import Pledge
from burgertop_app.domain.responses import Commitment
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.exchange import evidence_files
from burgertop_app.services.saving import save_document
from burgertop_app.storage import follow_store

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.following import ProgressReport
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

LONGEST_LINK = 2_000


@dataclass(frozen=True)
class Proof:
    """Of what something is evidence, what it shows, and the file or the link; `on` None is today."""

    description: str
    commitment_id: UUID | None = None
    pledge_id: UUID | None = None
    path: Path | None = None
    link: str = ""
    on: date | None = None


class Evidencing:
    """What an organiser does with evidence."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

    def add(self, proof: Proof) -> Change:
        """Keep a piece of evidence.

        Raises:
            InvalidInput: it says nothing, the file cannot serve, or the link is none.
            NotFound: there is no such file.
        """
        if not proof.description.strip():
            raise InvalidInput("evidence_description_empty")
        link = proof.link.strip()
        if proof.path is None:
            _check_link(link)
        file = evidence_files.read(proof.path) if proof.path is not None else None
        with self._work.writing("evidence.add") as store:
            attachment = None
            if file is not None:
                attachment = store.add(
                    Attachment(
                        id=store.new_id(),
                        name=file.name,
                        media_type=file.media_type,
                        sha256=hashlib.sha256(file.content).hexdigest(),
                        content=file.content,
                        process_id=_process(store, proof),
                    )
                ).id
            kept = store.add(
                Evidence(
                    id=store.new_id(),
                    description=proof.description.strip(),
                    on=proof.on or self._today(),
                    commitment_id=proof.commitment_id,
                    pledge_id=proof.pledge_id,
                    attachment_id=attachment,
                    link="" if file is not None else link,
                )
            )
        return changed(Topic.COMMITMENTS, row=kept.id)

    def withdraw(self, evidence_id: UUID, reason: str) -> Change:
        """Let a piece of evidence count no more; it stays, with the reason.

        Raises:
            InvalidInput: there is no reason.
        """
        if not reason.strip():
            raise InvalidInput("evidence_reason_empty")
        with self._work.writing("evidence.withdraw") as store:
            store.change(store.get(Evidence, evidence_id), withdrawn_reason=reason.strip())
        return changed(Topic.COMMITMENTS, row=evidence_id)

    def take_back(self, evidence_id: UUID) -> Change:
        """Take a piece of evidence away that was a slip, its file too.

        Raises:
            NotPossible: a progress report tells of it.
        """
        with self._work.writing("evidence.undo") as store:
            kept = store.get(Evidence, evidence_id)
            if any(str(kept.id) in report.content for report in _reports(store, kept)):
                raise NotPossible("evidence_shared")
            store.remove(kept)
            if kept.attachment_id is not None:
                store.remove(store.get(Attachment, kept.attachment_id))
        return changed(Topic.COMMITMENTS)

    def file_name(self, evidence_id: UUID) -> str:
        """What the file was called; "" for a link."""
        with self._work.reading() as store:
            kept = store.get(Evidence, evidence_id)
            return store.get(Attachment, kept.attachment_id).name if kept.attachment_id else ""

    def save_as(self, evidence_id: UUID, path: Path) -> Path:
        """Write the file of a piece of evidence to `path`.

        Raises:
            NotPossible: it is a link.
            InvalidInput: the file is open elsewhere, or cannot be written there.
        """
        with self._work.reading() as store:
            kept = store.get(Evidence, evidence_id)
            if kept.attachment_id is None:
                raise NotPossible("evidence_is_link")
            content = store.get(Attachment, kept.attachment_id).content
        return save_document(path, content)


def _check_link(link: str) -> None:
    parts = urlsplit(link) if len(link) <= LONGEST_LINK else None
    if parts is None or parts.scheme not in ("http", "https") or not parts.netloc or link.split() != [link]:
        raise InvalidInput("evidence_link")


def _process(store: Store, proof: Proof) -> UUID | None:
    if proof.commitment_id is not None:
        return store.get(Commitment, proof.commitment_id).process_id
    return store.get(Pledge, proof.pledge_id).process_id if proof.pledge_id is not None else None


def _reports(store: Store, kept: Evidence) -> tuple[ProgressReport, ...]:
    process = _process(store, Proof("", kept.commitment_id, kept.pledge_id))
    return follow_store.reports(store, process) if process is not None else ()
