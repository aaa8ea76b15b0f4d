"""The page about proposals and votes: a list with an editor beside it, and the vote."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget
from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.domain.proposal_views import wish_list
from burgertop_app.i18n import _, mark
from burgertop_app.messages.plans import wish_sentence
from burgertop_app.ui.budget.part import BudgetPart
from burgertop_app.ui.kit.buttons import menu_button, primary
from burgertop_app.ui.kit.drawer import Drawer
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.opinions.part import OpinionPart
from burgertop_app.ui.page import Page
from burgertop_app.ui.proposals import found as reading
from burgertop_app.ui.proposals.found import ProposalsFound
from burgertop_app.ui.proposals.joining import JoiningActs
from burgertop_app.ui.proposals.listing import proposal_table
from burgertop_app.ui.proposals.panel import ProposalPanel
from burgertop_app.ui.proposals.proposal_acts import ProposalActs
from burgertop_app.ui.proposals.rule_choice import RuleChoice
from burgertop_app.ui.proposals.screen_acts import ScreenActs
from burgertop_app.ui.proposals.slip_desk import SlipDesk
from burgertop_app.ui.proposals.tomorrow import TomorrowView
from burgertop_app.ui.proposals.tomorrow_acts import TomorrowActs
from burgertop_app.ui.proposals.vote_acts import VoteActs
from burgertop_app.ui.proposals.vote_chooser import VoteChooser
from burgertop_app.ui.proposals.vote_opening import VoteOpening
from burgertop_app.ui.proposals.votes import VoteEntry
from burgertop_app.ui.saving import save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.ui.desk import Desk

LISTED, TOMORROW, VOTE = "list", "tomorrow", "vote"
BUDGET, OPINIONS = "budget", "opinions"


class ProposalsPage(Page[ProposalsFound]):
    """The proposals with their cards, and the vote on them."""

    KEY, ICON, NAME = "proposals", "vote", mark("Proposals")
    TOPICS = frozenset({Topic.PROPOSALS, Topic.BALLOTS, Topic.CARDS, Topic.ADVICE, Topic.INTENTIONS})
    TOPICS |= {Topic.BUDGETS, Topic.OPINIONS}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found = ProposalsFound()
        self.panel = ProposalPanel(Drawer(width=428))
        self.proposing = ProposalActs(self)
        self.table = proposal_table(self.proposing.entries)
        self.joining = JoiningActs(self)
        self.intending = TomorrowActs(self)
        self.screens = ScreenActs(self)
        self.more = menu_button(
            _("More"),
            (
                (_("Show on the big screen"), "presentation", self.screens.show),
                (_("Choose example cards…"), "list-checks", self.screens.choose),
                (_("Book of proposals…"), "book-open", self.proposing.print_book),
            ),
        )
        self.tomorrow = TomorrowView(self.intending.entries)
        self.wishes = words("", "muted", wrap=True)
        self.rule = RuleChoice()
        self.votes = VoteEntry()
        self.slips = SlipDesk()
        self.acts = VoteActs(self, self.slips)
        self.which = VoteChooser()
        self.opening = VoteOpening(self)
        self.budget, self.opinions = BudgetPart(self), OpinionPart(self)
        self.parts: dict[str, BudgetPart | OpinionPart] = {BUDGET: self.budget, OPINIONS: self.opinions}
        self.views = Segmented(
            (
                *((LISTED, _("Proposals")), (TOMORROW, _("Tomorrow")), (VOTE, _("Vote"))),
                *((BUDGET, _("Budget")), (OPINIONS, _("Opinions"))),
            ),
            _("What to see"),
        )
        self.new = primary(_("New proposal…"), self.proposing.ask_new, "plus")
        self._shown = LISTED
        self._build()
        self._connect()
        self.remember("table", self.table)

    @override
    def reading(self, process: UUID) -> Callable[[], ProposalsFound]:
        house = self.desk.services
        vote = self.opening.vote_of(process)
        return lambda: reading.read(house, process, vote)

    @override
    def fill(self, found: ProposalsFound) -> None:
        self.found = found
        self.head.say(reading.sentence(found))
        self.views.rename(LISTED, found.several)
        for button in (self.new, self._empty.button):
            button.setText(found.ask_new)
        self._empty.said.setText(found.coming)
        self.wishes.setText(wish_sentence(wish_list(found.lines)))
        self.table.put(found.lines)
        self.tomorrow.put(found.intentions)
        self.rule.put(found.counting)
        if found.ballot is not None and not found.ballot.on_paper:
            self.votes.put(found.ballot, found)
        if found.desk is not None and found.desk.ballot.on_paper:
            self.acts.ballot_id = found.desk.ballot.id
            self.slips.put(found.desk, found.result)
        self.opening.put(found)
        line = found.line(self.panel.proposal_id)
        if line is not None:
            self.open(line)
        elif found.lines and self.table.current is None:
            self.table.select(found.lines[0].proposal.id)
        self.show_view()

    @override
    def focus_on(self, focus: object) -> None:
        line = self.found.line(focus) if isinstance(focus, UUID) else None
        if line is not None:
            self._choose(LISTED)
            self.table.select(line.proposal.id)
            self.open(line)

    def show_view(self) -> None:
        """Show what the chosen view asks for."""
        self.views.offer(TOMORROW, offered=bool(self.found.question))
        if self.views.value == TOMORROW and not self.found.question:
            self.views.put(LISTED)
        self.which.setVisible(self.views.value == VOTE and bool(self.found.votes))
        part = self.parts.get(self.views.value)
        if part is not None:
            self._stack.setCurrentWidget(part)
            part.load()
            self.head.act()
            return
        if self.views.value == TOMORROW:
            self._stack.setCurrentWidget(self.tomorrow)
            self.head.act(self.more)
            return
        listed = self.views.value == LISTED
        bare = listed and not self.found.lines
        ballot = None if self.opening.choosing else self.found.ballot
        voting = 1 if ballot is None else 4 if ballot.on_paper else 2
        self._stack.setCurrentIndex(3 if bare else 0 if listed else voting)
        if listed and not bare:
            self.head.act(self.more, self.new)
        else:
            self.head.act(self.more)

    def open(self, line: ProposalLine) -> None:
        """Show a proposal in the drawer."""
        writing, proposal_id = self.desk.services.proposal_writing, line.proposal.id
        self.panel.show_proposal(line, self.found)
        self.ask(lambda: writing.versions(proposal_id), self.panel.tell)

    def find_after(self, change: Change) -> None:
        """Bring what a change made in view once it is read."""
        self._wanted_focus = change.id

    def _build(self) -> None:
        self._stack = QStackedWidget()
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.M)
        listed = column(self.wishes)
        listed.addWidget(self.table, 1)
        body.addLayout(listed, 1)
        body.addWidget(self.panel.drawer)
        choice = column(row(None, self.rule, None))
        self._empty = empty = EmptyPage(
            self.found.coming,
            (_("New proposal…"), self.proposing.ask_new),
        )
        for widget in (
            *(holder(body), holder(choice), self.votes, empty, self.slips, self.tomorrow),
            *self.parts.values(),
        ):
            self._stack.addWidget(widget)
        self.content.addLayout(row(self.views, None))
        self.content.addWidget(self.which)
        self.content.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(self._choose)
        self.intending.connect()
        self.tomorrow.table.export_wanted.connect(
            lambda sheet: save_sheet(self, sheet, _("Tomorrow"), named=True)
        )
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.open)
        self.table.export_wanted.connect(lambda sheet: save_sheet(self, sheet, _("Proposals")))
        self.opening.connect()
        self.slips.views.chosen.connect(lambda _view: self.error_bar.hide())
        panel = self.panel
        panel.edited.connect(self.proposing.edit)
        panel.owned.connect(self.proposing.own)
        panel.split_wanted.connect(self.joining.ask_split)
        panel.merge_wanted.connect(self.joining.ask_merge_with)
        panel.compare_wanted.connect(self.proposing.compare)
        panel.cards_wanted.connect(self.proposing.ask_cards)
        panel.card_off.connect(self.proposing.take_card_off)
        panel.card_wanted.connect(lambda card_id: self.desk.navigate("cards", focus=card_id))
        panel.advice_wanted.connect(lambda: self.desk.navigate("advice"))
        panel.withdraw_wanted.connect(self.proposing.withdraw)
        panel.restore_wanted.connect(self.proposing.restore)

    def _choose(self, view: str) -> None:
        if view != self._shown:
            self._shown = view
            self.error_bar.hide()
        self.views.put(view)
        self.show_view()

    def _on_chosen(self, line: ProposalLine | None) -> None:
        if line is not None and line.proposal.id != self.panel.proposal_id:
            self.open(line)
