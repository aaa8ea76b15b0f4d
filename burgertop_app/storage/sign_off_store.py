"""The rounds in which members agreed with an advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.sign_off import SignOff

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.advice import AdviceVersion
    from burgertop_app.storage.unit_of_work import Store


def rounds(store: Store, advice_id: UUID) -> tuple[SignOff, ...]:
    """Every round about an advice, the oldest first."""
    return store.find(SignOff, order_by="on", advice_id=advice_id)


def valid(store: Store, advice_id: UUID, content_sha256: str) -> SignOff | None:
    """The last round about exactly this content."""
    found = store.find(SignOff, order_by="on", advice_id=advice_id, content_sha256=content_sha256)
    return found[-1] if found else None


def of_version(store: Store, version: AdviceVersion) -> SignOff | None:
    """The round that a fixed version names."""
    return store.get(SignOff, version.sign_off_id) if version.sign_off_id is not None else None
