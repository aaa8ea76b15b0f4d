"""What comes of reading one cell of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from burgertop_app.domain.importing import Finding


class Reading(NamedTuple):
    """What a cell becomes; a finding when the organiser should look at it; whether it was converted."""

    text: str
    finding: Finding | None = None
    converted: bool = False
