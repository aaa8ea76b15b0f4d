"""The overview: where are we, what is next, what is late; and the thread, both ways."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.i18n import _, day, mark
from burgertop_app.messages.words import word
from burgertop_app.ui.archive.acts import ArchiveActs
from burgertop_app.ui.kit.buttons import menu_button, secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import column, holder, row, scrolled
from burgertop_app.ui.kit.thread_row import ThreadRow
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.overview.beads import beads, page_of
from burgertop_app.ui.overview.followed import Followed
from burgertop_app.ui.overview.present import WhoWasThere
from burgertop_app.ui.overview.thread_view import ThreadView
from burgertop_app.ui.overview.todo import Late, Next
from burgertop_app.ui.page import Page
from burgertop_app.ui.site import make_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.overview_views import NextStep, ThreadNumbers, ThreadPath, ThreadStep
    from burgertop_app.domain.processes import Phase
    from burgertop_app.domain.views import GroupShare
    from burgertop_app.ui.desk import Desk

PAGES = {
    "card": "cards",
    "theme": "cards",
    "proposal": "proposals",
    "recommendation": "advice",
    "answer": "response",
    "commitment": "followup",
}


@dataclass(frozen=True)
class Standing:
    """What the overview shows."""

    phase: Phase
    pages: frozenset[str]
    numbers: ThreadNumbers
    steps: tuple[NextStep, ...]
    shares: tuple[GroupShare, ...]
    walks: tuple[ThreadPath, ...]
    starts: tuple[ThreadStep, ...]


class OverviewPage(Page[Standing]):
    """Where a process stands. Focus: a card or recommendation, as its id or as ("card", id)."""

    KEY, ICON, NAME = "overview", "layout-dashboard", mark("Overview")
    TOPICS = frozenset(Topic)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._followed_step: UUID | None = None
        self._sentence = ""
        self.beads = ThreadRow()
        self.followed = Followed()
        self.coming = Next()
        self.late = Late()
        self.present = WhoWasThere()
        self.ways = ThreadView()
        below = row(self.coming, self.late, self.present, gap=Space.M)
        for place, part in enumerate((9, 8, 9)):
            below.setStretch(place, part)
        whole = column(Card(self.beads, heading=_("The thread")), self.followed, below, gap=Space.M)
        whole.setStretch(2, 1)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(scrolled(holder(whole)))
        self._stack.addWidget(self.ways)
        self.content.addWidget(body, 1)
        self._walk = secondary(_("Follow the thread"), self._on_walk, "route")
        self.archive_acts = acts = ArchiveActs(self)
        self.more = menu_button(
            _("More"),
            (
                (_("Folder for the website…"), "globe", partial(make_site, self)),
                (_("Archive…"), "archive", acts.archive),
                (_("Check an archive…"), "search", acts.check),
                (_("Woo request…"), "file-text", acts.woo),
            ),
        )
        self.head.act(self.more, self._walk)
        self._connect()

    def _connect(self) -> None:
        self.beads.wanted.connect(self._on_bead)
        self.coming.wanted.connect(self._on_step)
        self.late.wanted.connect(self._on_step)
        self.followed.wanted.connect(self._on_link)
        self.followed.all_wanted.connect(self._on_whole)
        self.ways.wanted.connect(self._on_link)
        self.ways.chosen.connect(self._on_follow)
        self.ways.closed.connect(self._on_back)

    @override
    def reading(self, process: UUID) -> Callable[[], Standing]:
        house = self.desk.services
        return lambda: Standing(
            phase=house.overview.phase(process),
            pages=frozenset(page.value for page in house.processes.recipe(process).pages),
            numbers=house.overview.numbers(process),
            steps=house.overview.steps(process),
            shares=house.people.shares(process),
            walks=house.threads.walks(process),
            starts=house.threads.starts(process),
        )

    @override
    def fill(self, found: Standing) -> None:
        today = self.desk.today()
        when = day(today, "full")
        self._sentence = _("{day}. Phase: {phase}. Click a number to see it.").format(
            day=when[:1].upper() + when[1:], phase=word(found.phase).lower()
        )
        self._say()
        self.beads.put(beads(found.numbers, found.pages))
        self.followed.put(found.walks)
        self.coming.put(found.steps, today)
        self.late.put(found.steps, today)
        self.present.put(found.shares)
        self.ways.put(found.starts)
        if self._stack.currentIndex() == 1 and self._followed_step is not None:
            self._on_follow(self._followed_step)

    @override
    def show_process(self, process: UUID | None, focus: object = None) -> None:
        if process != self.process:
            self._on_back()
        super().show_process(process, focus)

    @override
    def focus_on(self, focus: object) -> None:
        wanted = focus[1] if isinstance(focus, tuple) else focus
        if isinstance(wanted, UUID):
            self._show_ways()
            self.ways.follow(wanted)

    def _on_bead(self, key: str) -> None:
        self.desk.navigate(page_of(key))

    def _on_step(self, step: NextStep) -> None:
        self.desk.navigate(step.page, focus=(step.code, step.row))

    def _on_link(self, step: ThreadStep) -> None:
        self.desk.navigate(PAGES[step.kind], focus=step.id)

    def _on_whole(self, step: ThreadStep) -> None:
        self.focus_on(step.id)

    def _on_walk(self) -> None:
        rows = self.ways.starts.model.rows
        self._show_ways()
        if rows and self.ways.starts.current is None:
            self.ways.follow(rows[0].id)
        self.ways.search.setFocus()

    def _show_ways(self) -> None:
        self._stack.setCurrentIndex(1)
        self._walk.hide()
        self.more.hide()
        self._say()

    def _on_back(self) -> None:
        self._stack.setCurrentIndex(0)
        self._walk.show()
        self.more.show()
        self._say()

    def _say(self) -> None:
        if self._stack.currentIndex() == 1:
            said = _(
                "From each card to the answer, and from each recommendation back to its cards and tables."
            )
            self.head.say(said, _("The thread"))
        else:
            self.head.say(self._sentence, self.title())

    def _on_follow(self, step_id: UUID) -> None:
        if self.process is None:
            return
        process, threads = self.process, self.desk.services.threads
        self._followed_step = step_id
        self.ask(lambda: (step_id, threads.through(process, step_id)), self._on_ways)

    def _on_ways(self, found: tuple[UUID, tuple[ThreadPath, ...]]) -> None:
        step_id, paths = found
        if step_id != self._followed_step:
            return
        here = [step for path in paths for step in path.steps if step.id == step_id]
        self.ways.show_paths(here[0] if here else None, paths)
