"""What the papers of a vote are made from: the rule that hangs on the wall, and the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from burgertop_app.domain.papers.common import Masthead

Row = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class VoteRulePaper:
    """The rule of a vote as it was fixed; `fixed_at` None is a draft, and then there is no `sha256` yet."""

    masthead: Masthead
    title: str
    method: str
    how: str
    rule: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    fixed_at: datetime | None = None
    sha256: str = ""


@dataclass(frozen=True, kw_only=True)
class ResultBar:
    """One option in the picture: its name, its part of the longest bar, and the words behind it."""

    name: str
    share: float
    words: str
    chosen: bool | None


@dataclass(frozen=True, kw_only=True)
class ResultGroup:
    """The table of one question: names of groups, then per option a row of shares in words."""

    question: str
    groups: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class VoteResultPaper:
    """What came out of a vote and how.

    Attributes:
        told: the result in sentences.
        bars: the picture, the best first.
        options: per option a sentence, in the order of the bars.
        spread: a head and per option how many slips gave each mark; empty for other methods.
        pairs: a head and rows of who wins from whom on how many slips (Schulze).
        groups: support per group beside that of everyone, with what support means and the lowest per option.
        objections: option, reason and what was done with it.
    """

    masthead: Masthead
    title: str
    method: str
    told: tuple[str, ...]
    bars: tuple[ResultBar, ...]
    options: tuple[tuple[str, str], ...]
    rule: tuple[str, ...]
    spread: tuple[Row, ...] = ()
    pairs: tuple[Row, ...] = ()
    support: str = ""
    groups: tuple[ResultGroup, ...] = ()
    lowest: tuple[str, ...] = ()
    objections: tuple[Row, ...] = ()
    sha256: str = ""
