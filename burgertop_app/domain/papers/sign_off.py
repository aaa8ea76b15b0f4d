"""What the sheet is made from on which members agree to an advice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgertop_app.domain.papers.advice import AdvicePaper
    from burgertop_app.domain.papers.common import Masthead


@dataclass(frozen=True, kw_only=True)
class SignOffSheetPaper:
    """The whole text, and a line for each member by number; `content_hash` is of exactly this text."""

    masthead: Masthead
    advice: AdvicePaper
    content_hash: str
    members: tuple[str, ...] = ()
