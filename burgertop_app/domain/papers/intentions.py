"""What the form "What do I do tomorrow?" and the overview of what people wrote on it are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgertop_app.domain.papers.common import Masthead


@dataclass(frozen=True, kw_only=True)
class TomorrowFormPaper:
    """A form to hand out, four on each of `sheets` pages; `question` is what the process asks."""

    masthead: Masthead
    question: str
    sheets: int = 1


@dataclass(frozen=True, kw_only=True)
class IntentionsPaper:
    """What people do, without names: `texts` of those who let theirs be shown, `total` of all who wrote."""

    masthead: Masthead
    question: str
    texts: tuple[str, ...]
    total: int
