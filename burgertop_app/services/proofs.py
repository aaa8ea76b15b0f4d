"""Keeping a file that proves something, and giving it back as it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.workspaces import Attachment

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.exchange.proof_files import Proof
    from burgertop_app.storage.unit_of_work import Store


def keep(store: Store, proof: Proof | None, process_id: UUID) -> UUID | None:
    """Keep a file with a process; its id, None for no file."""
    if proof is None:
        return None
    return store.add(
        Attachment(
            id=store.new_id(),
            name=proof.name,
            media_type=proof.media_type,
            sha256=proof.sha256,
            content=proof.content,
            process_id=process_id,
        )
    ).id


def kept(store: Store, attachment_id: UUID | None) -> Attachment:
    """The file that was kept.

    Raises:
        NotPossible: none was kept.
    """
    if attachment_id is None:
        raise NotPossible("proof_none")
    return store.get(Attachment, attachment_id)
