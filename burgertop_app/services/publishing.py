"""Fixing a version of the advice: what it says, its hash, and the very document that goes with it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceState, AdviceVersion
from burgertop_app.domain.advice_checks import RECOMMENDATIONS, checks, texts
from burgertop_app.domain.canonical import canonical, sha256
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.reports.pdf.text import missing
from burgertop_app.services.printing import advice_paper, representation_paper
from burgertop_app.services.printing.rendering import render
from burgertop_app.storage import advice_store, sign_off_store

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.advice_checks import AdviceCheck, Writing
    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.domain.papers.advice import AdvicePaper
    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

PDF = "application/pdf"


@dataclass(frozen=True)
class Publication:
    """A version that is ready to be fixed: its number, moment and hash, and the paper to print."""

    advice_id: UUID
    version: int
    at: datetime
    sha256: str
    paper: AdvicePaper
    sign_off_id: UUID | None = None
    unsigned_reason: str = ""


@dataclass(frozen=True)
class Standing:
    """How an advice stands.

    Attributes:
        lines: every recommendation, those withdrawn too, by number.
        checks: what is there and what is missing.
        fixed: the last fixed version, if the advice still says exactly that.
        public: the recommendations that stand in a fixed version, so that their numbers stay.
        restyled: whether another logo or colour was chosen since that version was fixed.
    """

    lines: tuple[RecommendationLine, ...]
    checks: tuple[AdviceCheck, ...]
    fixed: AdviceVersion | None
    public: frozenset[UUID]
    restyled: bool = False


class Publishing:
    """Looks whether an advice is ready, freezes it with its document, and gives that document again."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._work = context.work

    def standing(self, advice_id: UUID) -> Standing:
        """How the advice stands: its recommendations, what is missing, what is fixed."""
        with self._work.reading() as store:
            advice = store.get(Advice, advice_id)
            lines = advice_store.recommendation_lines(store, advice_id)
            writing = advice_store.state_of_writing(store, advice, lines)
            fixed = advice_store.unchanged(store, advice, lines)
            return Standing(
                lines=lines,
                checks=checks(replace(writing, gaps=_gaps(writing))),
                fixed=fixed,
                restyled=fixed is not None and advice_store.restyled(store, advice, fixed),
                public=frozenset(advice_store.published_texts(store, advice_id)),
            )

    def prepare(self, advice_id: UUID, unsigned_reason: str = "") -> Publication:
        """The next version as it would be fixed now; nothing is kept.

        It names the round in which the members agreed to exactly this text. Without one it may be fixed all
        the same, but never in silence: `unsigned_reason` says why, and stays with the version and in its
        document.
        No name of a participant stands in its document, since that stays when a person is erased; a copy
        made apart has the names of those who agree to it.

        Raises:
            NotPossible: there is no recommendation, nothing changed, or the advice was withdrawn.
            InvalidInput: the members were not asked about this text, and no reason says why.
        """
        with self._work.reading() as store:
            at = self._context.clock()
            version = _next(store, advice_id, at, unsigned_reason)
            paper = advice_paper.stamped_paper(store, advice_id, version, self._context.today())
            return Publication(
                advice_id,
                version.version,
                at,
                version.sha256,
                paper,
                version.sign_off_id,
                version.unsigned_reason,
            )

    def publish(self, ready: Publication, document: bytes) -> Change:
        """Freeze what was prepared, with the PDF made from it; this cannot be undone.

        Raises:
            Conflict: the advice changed since it was prepared.
            NotPossible: as `prepare`.
            InvalidInput: as `prepare`.
        """
        with self._work.writing("advice.publish") as store:
            version = _next(store, ready.advice_id, ready.at, ready.unsigned_reason)
            said = (version.version, version.sha256, version.sign_off_id)
            if said != (ready.version, ready.sha256, ready.sign_off_id):
                raise Conflict("advice_changed_meanwhile")
            advice = store.get(Advice, ready.advice_id)
            kept = store.add(
                Attachment(
                    id=store.new_id(),
                    name=f"{advice.title} - {version.version}.pdf",
                    media_type=PDF,
                    sha256=hashlib.sha256(document).hexdigest(),
                    content=document,
                    process_id=advice.process_id,
                )
            )
            freeze(store, advice, version, kept.id)
            representation_paper.keep(store, advice.process_id)
        return changed(Topic.ADVICE, row=ready.advice_id)

    def document(self, version_id: UUID) -> bytes:
        """The PDF as it was made when the version was fixed.

        Raises:
            NotPossible: no document was kept with this version.
        """
        with self._work.reading() as store:
            version = store.get(AdviceVersion, version_id)
            if version.attachment_id is None:
                raise NotPossible("advice_document_missing", version=version.version)
            return store.get(Attachment, version.attachment_id).content


def printed(ready: Publication, progress: Progress) -> bytes:
    """The PDF that goes with a version; pure, for the calculation lane.

    Raises:
        Cancelled: asked for through `progress`.
    """
    return render(ready.paper, progress).content


def freeze(store: Store, advice: Advice, version: AdviceVersion, attachment_id: UUID | None) -> None:
    """Keep a version and move the advice on."""
    store.add(replace(version, attachment_id=attachment_id))
    if advice.state is AdviceState.DRAFT:
        store.change(advice, state=AdviceState.PUBLISHED)


def _gaps(writing: Writing) -> dict[tuple[str, int, str], str]:
    """Characters of each text that the fonts lack."""
    sentences = ((RECOMMENDATIONS, line.recommendation.number, "", line.text.title) for line in writing.lines)
    return {
        (place, number, name): " ".join(f"{each} (U+{ord(each):04X})" for each in gap)
        for place, number, name, text in (*texts(writing), *sentences)
        if (gap := dict.fromkeys(missing(text)))
    }


def _next(store: Store, advice_id: UUID, at: datetime, unsigned_reason: str) -> AdviceVersion:
    """The version that would be fixed now, not kept yet."""
    advice = store.get(Advice, advice_id)
    if advice.state is AdviceState.WITHDRAWN:
        raise NotPossible("advice_withdrawn")
    content = advice_store.frozen_content(store, advice)
    if not content["recommendations"]:
        raise NotPossible("advice_empty")
    earlier = advice_store.versions(store, advice_id)
    fixed = advice_store.unchanged(store, advice)
    if fixed is not None and not advice_store.restyled(store, advice, fixed):
        raise NotPossible("advice_unchanged", version=earlier[-1].version)
    said = sha256(content)
    signed = sign_off_store.valid(store, advice_id, sha256(advice_store.content(store, advice)))
    reason = "" if signed else unsigned_reason.strip()
    if signed is None and not reason:
        raise InvalidInput("advice_unsigned")
    return AdviceVersion(
        id=store.new_id(),
        advice_id=advice_id,
        version=len(earlier) + 1,
        content=canonical(content).decode("utf-8"),
        sha256=said,
        frozen_at=at,
        sign_off_id=signed.id if signed else None,
        unsigned_reason=reason,
    )
