"""What a website about one process is made from; nothing in it points at a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from burgertop_app.domain.advice import AdviceState, SectionKind
    from burgertop_app.domain.papers.advice import PaperMandate
    from burgertop_app.domain.papers.answers import ResponseOverviewPaper
    from burgertop_app.domain.papers.common import Masthead
    from burgertop_app.domain.papers.representation import Representation
    from burgertop_app.domain.responses import CommitmentState


@dataclass(frozen=True, kw_only=True)
class SiteNumbers:
    """The thread in numbers, from the first letter to the answer."""

    invited: int = 0
    registered: int = 0
    drawn: int = 0
    present: int = 0
    cards: int = 0
    proposals: int = 0
    recommendations: int = 0
    answered: int = 0


@dataclass(frozen=True, kw_only=True)
class SiteRecommendation:
    """A recommendation as it stands in a fixed version."""

    number: int
    sentence: str
    reason: str = ""
    minority: str = ""
    ourselves: str = ""
    note: str = ""
    costs: str = ""
    roles: str = ""
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SiteVersion:
    """A fixed version: its words, its hash, and the document that was made then (None: it is withheld).

    `images` are the pictures that its texts name by number; `left_out` tells that the name of somebody whose
    data were erased stands in the version and not in these words.
    """

    version: int
    on: date
    title: str
    sha256: str
    sections: tuple[tuple[SectionKind, str], ...]
    recommendations: tuple[SiteRecommendation, ...]
    document: bytes | None = None
    document_sha256: str = ""
    images: tuple[tuple[int, bytes], ...] = ()
    left_out: bool = False


@dataclass(frozen=True, kw_only=True)
class SiteAdvice:
    """An advice with its fixed versions, the newest last, and what the college says."""

    number: int
    title: str
    state: AdviceState
    versions: tuple[SiteVersion, ...]
    answer: ResponseOverviewPaper
    withdrawn_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class SiteCard:
    """A card and the recommendations that rest on it: advice and number."""

    number: str
    text: str
    times: int = 1
    ends: tuple[tuple[int, int], ...] = ()
    note: str = ""
    origin: str = ""


@dataclass(frozen=True, kw_only=True)
class SiteTheme:
    """The cards of one theme."""

    name: str
    cards: tuple[SiteCard, ...]


@dataclass(frozen=True, kw_only=True)
class SitePromise:
    """A promise of the college, or a plan of residents; `owner` is an office.

    `standing` says with the days when it is late; `told` is what was said of it last, on `told_on` when that
    day is known.
    """

    text: str
    owner: str
    due_on: date | None
    state: CommitmentState
    standing: str
    late: bool = False
    residents: bool = False
    told: str = ""
    told_on: date | None = None
    outcome: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, kw_only=True)
class SiteReport:
    """A fixed progress report with its PDF and web page, as they were kept."""

    number: int
    on: date
    document: bytes
    web: bytes


@dataclass(frozen=True, kw_only=True)
class SiteDraw:
    """A draw with what was published of it; `withheld`: a person can be found in it, so it is not here."""

    panel: int
    attempt: int
    title: str
    organisation: str
    drawn_at: datetime | None
    quota_source: str
    registration: str
    files: tuple[tuple[str, bytes], ...]
    withdrawn_reason: str = ""
    withdrawn_at: datetime | None = None
    withheld: bool = False


@dataclass(frozen=True, kw_only=True)
class SitePaper:
    """The whole website, as everything stands `on` a day.

    `report_withheld` tells that a report was made, so that the site can say why it is not here.
    """

    masthead: Masthead
    on: date
    topic: str
    assignment: str
    mandate: PaperMandate | None
    numbers: SiteNumbers
    advices: tuple[SiteAdvice, ...]
    representation: Representation | None
    themes: tuple[SiteTheme, ...]
    promises: tuple[SitePromise, ...]
    looked_on: tuple[date, ...]
    draws: tuple[SiteDraw, ...]
    contact: tuple[str, ...] = ()
    report: SiteReport | None = None
    report_withheld: bool = False
    agreement: str = ""
