"""Opinion groups on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burgertop_app.domain.opinion_map import OpinionMap
    from burgertop_app.domain.papers.common import Masthead


@dataclass(frozen=True, kw_only=True)
class OpinionPaper:
    """What was found in a conversation over statements; `stale` says that votes came in since."""

    masthead: Masthead
    title: str
    found: OpinionMap
    texts: Mapping[int, str]
    intro: str = ""
    stale: bool = False
