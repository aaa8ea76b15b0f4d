"""What the college is asked, in every wording that was published, and whether a workbook belongs to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import UUID

from burgertop_app.domain.advice import Advice, Recommendation, RecommendationText
from burgertop_app.domain.answer_sheet import Asked, Wording, text_hash
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.responses import ReplyReading
from burgertop_app.domain.sheets import Remark
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.i18n import day
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from burgertop_app.domain.advice import AdviceVersion
    from burgertop_app.domain.answer_sheet import CameBack
    from burgertop_app.storage.unit_of_work import Store


def newest_of(store: Store, advice_id: UUID) -> AdviceVersion:
    """The newest frozen version.

    Raises:
        NotPossible: none was frozen yet.
    """
    versions = advice_store.versions(store, advice_id)
    if not versions:
        raise NotPossible("advice_not_published")
    return versions[-1]


def asked_of(store: Store, advice_id: UUID) -> tuple[Asked, ...]:
    """Every recommendation that counts and was published, with each wording that was, and its answer."""
    last = _published(store, advice_id)
    kept = store.find(Recommendation, order_by="number", advice_id=advice_id, withdrawn_reason="")
    answers = advice_store.dispositions(store, [one.id for one in kept])
    wordings: dict[UUID, list[Wording]] = {one.id: [] for one in kept}
    for text in store.find(RecommendationText, order_by="version", id=list(last)):
        if text.recommendation_id in wordings:
            wordings[text.recommendation_id].insert(0, Wording(text.id, text.title, last[text.id]))
    return tuple(
        Asked(
            recommendation_id=one.id,
            number=one.number,
            wordings=tuple(sorted(wordings[one.id], key=lambda wording: -wording.version)),
            before=answers.get(one.id),
        )
        for one in kept
        if wordings[one.id]
    )


def refuse_other(store: Store, advice_id: UUID, came: CameBack) -> None:
    """Stop at a workbook that says it belongs to another advice.

    Raises:
        InvalidInput: it does.
    """
    stamp = came.stamp
    if stamp is not None and stamp.advice_id != str(advice_id):
        here = store.get(Advice, advice_id).title
        raise InvalidInput("reply_other_advice", file=came.name, other=stamp.advice_title, here=here)


def stamped(
    store: Store, advice_id: UUID, came: CameBack, newest: AdviceVersion
) -> tuple[list[Remark], int | None]:
    """What the hidden sheet tells, held against what was frozen, and the version that it is made for."""
    stamp = came.stamp
    if stamp is None:
        return [Remark("reply_no_stamp")], None
    versions = {one.sha256: one.version for one in advice_store.versions(store, advice_id)}
    texts = store.find(RecommendationText, id=list(_published(store, advice_id)))
    known = {text_hash(text.title) for text in texts}
    version = versions.get(stamp.sha256)
    if version is None or version != stamp.version or not set(stamp.texts.values()) <= known:
        return [Remark("reply_stamp_wrong")], None
    if version < newest.version:
        return [Remark("reply_older", (("made", version), ("now", newest.version)))], version
    return [], version


def read_before(store: Store, advice_id: UUID, raw: bytes) -> list[Remark]:
    """A remark when this very file was read before."""
    for reading in store.find(ReplyReading, order_by="at", advice_id=advice_id):
        if store.get(Attachment, reading.attachment_id).content == raw:
            return [Remark("reply_read_before", (("day", day(reading.at.astimezone().date())),))]
    return []


def _published(store: Store, advice_id: UUID) -> dict[UUID, int]:
    """The last version in which each published wording stands, by the id of the wording."""
    return {
        UUID(told["text_id"]): version.version
        for version in advice_store.versions(store, advice_id)
        for told in json.loads(version.content)["recommendations"]
    }
