"""The pictures of an advice: which texts show them, what a version freezes of them, what may go."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from burgertop_app.domain import rich_text
from burgertop_app.domain.advice import (
    AdviceImage,
    AdviceSection,
    AdviceVersion,
    Recommendation,
    RecommendationText,
)
from burgertop_app.domain.workspaces import Attachment

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

TEXTS = ("reason", "minority", "ourselves", "note", "costs", "roles")
"""The long texts of a recommendation, in the order of the document."""


def images(store: Store, advice_id: UUID) -> tuple[AdviceImage, ...]:
    """The pictures of the advice, by number."""
    return store.find(AdviceImage, order_by="number", advice_id=advice_id)


def contents(store: Store, advice_id: UUID) -> dict[int, bytes]:
    """The file of each picture, by its number."""
    return {
        image.number: store.get(Attachment, image.attachment_id).content for image in images(store, advice_id)
    }


def texts(store: Store, advice_id: UUID) -> tuple[tuple[str, int, str], ...]:
    """Every text of the advice that counts, as (part, number of the recommendation or 0, text)."""
    found = [
        (section.kind.value, 0, section.body) for section in store.find(AdviceSection, advice_id=advice_id)
    ]
    for kept in store.find(Recommendation, order_by="number", advice_id=advice_id, withdrawn_reason=""):
        text = store.find(RecommendationText, order_by="version", recommendation_id=kept.id)[-1]
        found += [(name, kept.number, getattr(text, name)) for name in TEXTS]
    return tuple(found)


def told(store: Store, advice_id: UUID) -> list[dict[str, Any]]:
    """What a version freezes of the pictures that its texts show: number and SHA-256 of the file."""
    kept = images(store, advice_id)
    if not kept:
        return []
    shown = {each.number for _part, _of, text in texts(store, advice_id) for each in rich_text.images(text)}
    return [
        {"number": image.number, "sha256": store.get(Attachment, image.attachment_id).sha256}
        for image in kept
        if image.number in shown
    ]


def next_number(store: Store, advice_id: UUID) -> int:
    """A number that no picture of this advice has or had in a frozen version."""
    held = [image.number for image in images(store, advice_id)]
    return max((*held, *(number for number, _sha in _frozen(store, advice_id))), default=0) + 1


def let_go(store: Store, advice_id: UUID, attachment_id: UUID) -> None:
    """Remove the file of a picture that is gone, unless a frozen version or another picture has it."""
    attachment = store.get(Attachment, attachment_id)
    frozen = {sha for _number, sha in _frozen(store, advice_id)}
    if attachment.sha256 not in frozen and not store.count(AdviceImage, attachment_id=attachment_id):
        store.remove(attachment)


def _frozen(store: Store, advice_id: UUID) -> set[tuple[int, str]]:
    """Number and SHA-256 of every picture in a frozen version."""
    versions = store.find(AdviceVersion, advice_id=advice_id)
    return {
        (each["number"], each["sha256"])
        for version in versions
        for each in json.loads(version.content).get("images", ())
    }
