"""One run over a document: what the run before learnt about pages, and what this one learns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.inks import HOUSE_INKS, Inks
from burgertop_app.reports.pdf.structure import Edges, Tree
from burgertop_app.reports.pdf.style import BOTTOM, LEFT, PAGE, RIGHT, TOP

if TYPE_CHECKING:
    from burgertop_app.reports.pdf.letterhead import Logo
    from burgertop_app.reports.pdf.photos import Photos


@dataclass(frozen=True)
class Listed:
    """A heading that was drawn: its bookmark, its level, its words and the page number on paper."""

    key: str
    level: int
    text: str
    folio: int


@dataclass(frozen=True)
class Learnt:
    """What a run learns: the headings in order and the pages of each sheet."""

    headings: tuple[Listed, ...] = ()
    totals: tuple[int, ...] = ()


@dataclass
class Run:
    """The state while one run is drawn.

    `before` is what the run before learnt, `notes` wait for the end of their chapter, `edges` are the head
    and foot of the sheet being drawn. `inks` are the colours, `logo` stands at the head of every page; `page`
    is how wide and high a page is, in points.
    """

    before: Learnt
    photos: Photos
    language: str
    running: str = ""
    inks: Inks = HOUSE_INKS
    logo: Logo | None = None
    page: tuple[float, float] = PAGE
    folio: int = 0
    notes: list[tuple[int, str]] = field(default_factory=list)
    tree: Tree = field(init=False)
    edges: Edges = field(init=False)
    _headings: list[Listed] = field(default_factory=list)
    _totals: list[int] = field(default_factory=lambda: [0])
    _named: int = 0
    _depth: int = -1
    _level: int = 0
    _noted: int = 0

    def __post_init__(self) -> None:
        self.tree = Tree(self.language, masthead=self.logo is not None and self.logo.told)
        self.edges = self.tree.edges

    def spare(self) -> Run:
        """Another run, to measure with: what is made in it leaves no trace here."""
        return Run(self.before, self.photos, self.language, inks=self.inks, page=self.page)

    @property
    def text_width(self) -> float:
        """How wide the text is, in points."""
        return self.page[0] - float(LEFT + RIGHT)

    @property
    def frame_height(self) -> float:
        """How high the text of a page is, in points."""
        return self.page[1] - float(TOP + BOTTOM)

    def level(self, wanted: int) -> int:
        """The level of a heading in the structure: as wanted, but never two deeper than the one before."""
        self._level = min(wanted, self._level + 1)
        return self._level

    def noted(self, text: str) -> int:
        """Keep a note until its place comes; its number, counted through the document."""
        self._noted += 1
        self.notes.append((self._noted, text))
        return self._noted

    def new_key(self) -> str:
        """A bookmark name, the same in every run."""
        self._named += 1
        return f"heading-{self._named}"

    def heading_drawn(self, key: str, level: int, text: str) -> int:
        """Keep that a heading stands on the page being drawn; its depth in the outline, without gaps."""
        self._headings.append(Listed(key, level, text, self.folio + 1))
        self._depth = min(level - 1, self._depth + 1)
        return self._depth

    def sheet_started(self, running: str, edges: Edges) -> None:
        """Count pages anew, under another running title."""
        self.running, self.edges = running, edges
        if self.folio:
            self._totals.append(0)
        self.folio = 0

    def page_ended(self) -> tuple[int, int]:
        """The number of the page that is now full, and the pages its sheet has (0 when not yet known)."""
        self.folio += 1
        self._totals[-1] = self.folio
        sheet = len(self._totals) - 1
        total = self.before.totals[sheet] if sheet < len(self.before.totals) else 0
        return self.folio, total

    def learnt(self) -> Learnt:
        """What this run learnt."""
        return Learnt(tuple(self._headings), tuple(self._totals))
