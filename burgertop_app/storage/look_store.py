"""The look of documents: what a process has now, and what a frozen version was made with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.advice import Advice, AdviceVersion
from burgertop_app.domain.house_style import HOUSE, HouseStyle, Look
from burgertop_app.domain.workspaces import Attachment

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

KEY = "look"
"""Under which a version keeps it."""
NAME = "logo."
"""How the file of a logo begins its name."""


def kept(store: Store, process_id: UUID) -> HouseStyle | None:
    """What the organiser chose, if anything."""
    return store.first(HouseStyle, process_id=process_id)


def look(store: Store, process_id: UUID) -> Look:
    """How documents look that are made now."""
    style = kept(store, process_id)
    if style is None:
        return HOUSE
    if style.attachment_id is None:
        return Look(style.accent)
    return Look(style.accent, store.get(Attachment, style.attachment_id).content, style.alt)


def told(store: Store, process_id: UUID) -> dict[str, Any]:
    """What a version freezes of the look: the colour, the SHA-256 of the logo and its words.

    Empty when the organiser chose nothing, so that such a version has the hash that it always had.
    """
    style = kept(store, process_id)
    if style is None or not (style.accent or style.attachment_id):
        return {}
    found: dict[str, Any] = {"accent": style.accent} if style.accent else {}
    if style.attachment_id is not None:
        found |= {"logo": store.get(Attachment, style.attachment_id).sha256, "alt": style.alt}
    return {KEY: found}


def of_version(store: Store, version: AdviceVersion) -> Look:
    """How a frozen version looks, whatever was chosen since."""
    found = json.loads(version.content).get(KEY, {})
    if not found.get("logo"):
        return Look(found.get("accent", ""))
    file = logo_file(store, store.get(Advice, version.advice_id).process_id, found["logo"])
    return Look(found.get("accent", ""), file.content if file else b"", found["alt"])


def logo_file(store: Store, process_id: UUID, sha256: str) -> Attachment | None:
    """The file of a logo that is shown now or in a frozen version."""
    style = kept(store, process_id)
    present = [style.attachment_id] if style and style.attachment_id else []
    files = store.find(Attachment, process_id=process_id, person_id=None, sha256=sha256)
    found = [one for one in files if one.id in present or one.name.startswith(NAME)]
    return found[0] if found else None


def logo_files(store: Store, process_id: UUID) -> tuple[Attachment, ...]:
    """The file of every logo, the present one first, then those that only frozen versions show."""
    style = kept(store, process_id)
    present = style.attachment_id if style else None
    frozen = (logo_file(store, process_id, sha) for sha in sorted(_frozen(store, process_id)))
    files = [*([store.get(Attachment, present)] if present else []), *(one for one in frozen if one)]
    return tuple({one.id: one for one in files}.values())


def let_go(store: Store, process_id: UUID, attachment_id: UUID) -> None:
    """Remove the file of a logo that is gone, unless a frozen version shows it."""
    attachment = store.get(Attachment, attachment_id)
    if attachment.sha256 not in _frozen(store, process_id):
        store.remove(attachment)


def _frozen(store: Store, process_id: UUID) -> set[str]:
    """SHA-256 of the logo of every frozen version: these files stay."""
    advices = [advice.id for advice in store.find(Advice, process_id=process_id)]
    versions = store.find(AdviceVersion, advice_id=advices)
    found = (json.loads(version.content).get(KEY, {}).get("logo") for version in versions)
    return {sha for sha in found if sha}
