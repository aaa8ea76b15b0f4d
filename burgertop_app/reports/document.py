"""A document before it has a form: pieces in order; PDF, HTML, Word and Markdown are made from the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.house_style import HOUSE, Look

if TYPE_CHECKING:
    from datetime import datetime

    from burgertop_app.reports.pieces import Piece


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document: who made it, what stands on every page, and its pieces.

    `running` is the line on top, `foot` the line below, `stamp` a mark such as a draft's; `numbered` prints
    the page number even on a sheet of one page; `look` has the organiser's own logo and colour; `wide` turns
    the pages on their side.
    """

    title: str
    author: str
    language: str
    made_at: datetime
    running: str
    foot: str
    parts: tuple[Piece, ...]
    stamp: str = ""
    numbered: bool = True
    look: Look = HOUSE
    wide: bool = False
