"""What an advice on paper is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from burgertop_app.domain.papers.common import CardTheme, Masthead, Support
    from burgertop_app.domain.papers.representation import Representation


@dataclass(frozen=True, kw_only=True)
class CardReference:
    """A card that a recommendation rests on, for example 2-12, said twice."""

    number: str
    times: int = 1


@dataclass(frozen=True, kw_only=True)
class PaperRecommendation:
    """One recommendation: a sentence, why, who supports it, who does not, and where it came from."""

    number: int
    sentence: str
    reason: str = ""
    support: Support | None = None
    minority: str = ""
    ourselves: str = ""
    note: str = ""
    costs: str = ""
    roles: str = ""
    cards: tuple[CardReference, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PaperMandate:
    """The room there was: what stood fixed, what was open, what nobody knew yet."""

    fixed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KeyFigure:
    """A number worth showing large, with the words below it."""

    number: str
    words: str


@dataclass(frozen=True, kw_only=True)
class AdvicePaper:
    """An advice as it goes to print; texts are those of `domain.rich_text`.

    `version` counts from 1; `content_hash` (SHA-256, hex) belongs to a version that is no longer a draft.
    `images` are the pictures that texts name by number, PNG or JPEG. `sign_off` says how the members agreed
    with this text, or why they were not asked; `sign_off_minority` is of those who did not.
    """

    masthead: Masthead
    title: str
    version: int
    version_on: date
    draft: bool = True
    content_hash: str = ""
    addressees: tuple[str, ...] = ()
    summary: str = ""
    assignment: str = ""
    mandate: PaperMandate | None = None
    method: str = ""
    figures: tuple[KeyFigure, ...] = ()
    draw_method: str = ""
    who: str = ""
    representation: Representation | None = None
    recommendations: tuple[PaperRecommendation, ...] = ()
    ourselves: str = ""
    asked: str = ""
    term: str = ""
    follow_up: str = ""
    participants: tuple[str, ...] = ()
    participants_total: int = 0
    themes: tuple[CardTheme, ...] = ()
    agreement: str = ""
    images: Mapping[int, bytes] = field(default_factory=dict)
    sign_off: str = ""
    sign_off_minority: str = ""
