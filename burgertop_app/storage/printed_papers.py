"""What the papers of a meeting said when they were saved last: a hash per part, and no word of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.workspaces import Setting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def printed(store: Store, event_id: UUID, kind: str) -> Mapping[str, str]:
    """The hash of each part of the last paper of that kind; empty when none was saved."""
    kept = store.first(Setting, key=_key(event_id))
    found = kept.content.get(kind, {}) if kept is not None else {}
    return {str(name): str(said) for name, said in found.items()} if isinstance(found, dict) else {}


def keep(store: Store, event_id: UUID, kind: str, hashes: Mapping[str, str]) -> None:
    """Keep that these parts of a paper were saved; the others stay as they were saved before."""
    kept = store.first(Setting, key=_key(event_id))
    content = dict(kept.content) if kept is not None else {}
    content[kind] = {**printed(store, event_id, kind), **hashes}
    if kept is None:
        store.add(Setting(id=store.new_id(), key=_key(event_id), content=content))
    elif content != kept.content:
        store.change(kept, content=content)


def _key(event_id: UUID) -> str:
    return f"printed {event_id}"
