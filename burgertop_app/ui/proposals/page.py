"""The page about proposals and votes: a list with an editor beside it, and the vote."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget
from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.proposal_views import wish_list
from burgertop_app.i18n import _, mark
from burgertop_app.messages.plans import wish_sentence
from burgertop_app.messages.votes import rule_sentence
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
from burgertop_app.ui.proposals.forms import ProposalForm
from burgertop_app.ui.proposals.found import ProposalsFound
from burgertop_app.ui.proposals.history import CompareForm
from burgertop_app.ui.proposals.joining import JoiningActs
from burgertop_app.ui.proposals.listing import proposal_table
from burgertop_app.ui.proposals.panel import ProposalPanel
from burgertop_app.ui.proposals.picker import CardPicker, pickable
from burgertop_app.ui.proposals.rule_choice import RuleChoice
from burgertop_app.ui.proposals.screen_acts import ScreenActs
from burgertop_app.ui.proposals.slip_desk import SlipDesk
from burgertop_app.ui.proposals.tomorrow import TomorrowView
from burgertop_app.ui.proposals.tomorrow_acts import TomorrowActs
from burgertop_app.ui.proposals.vote_acts import VoteActs
from burgertop_app.ui.proposals.votes import VoteEntry
from burgertop_app.ui.saving import save_paper, save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.ballots import BallotMethod
    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.domain.proposal_requests import ProposalWords
    from burgertop_app.domain.proposal_views import Owner, ProposalVersion
    from burgertop_app.domain.requests import NewProposal, Votes
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.tables import Entry

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
        self.table = proposal_table(self._entries)
        self.panel = ProposalPanel(Drawer(width=372))
        self.joining = JoiningActs(self)
        self.intending = TomorrowActs(self)
        self.screens = ScreenActs(self)
        self.more = menu_button(
            _("More"),
            (
                (_("Show on the big screen"), "presentation", self.screens.show),
                (_("Choose example cards…"), "list-checks", self.screens.choose),
                (_("Book of proposals…"), "book-open", self._on_book),
            ),
        )
        self.tomorrow = TomorrowView(self.intending.entries)
        self.wishes = words("", "muted", wrap=True)
        self.rule = RuleChoice()
        self.votes = VoteEntry()
        self.slips = SlipDesk()
        self.acts = VoteActs(self, self.slips)
        self._again = False
        self.budget, self.opinions = BudgetPart(self), OpinionPart(self)
        self.parts: dict[str, BudgetPart | OpinionPart] = {BUDGET: self.budget, OPINIONS: self.opinions}
        self.views = Segmented(
            (
                *((LISTED, _("Proposals")), (TOMORROW, _("Tomorrow")), (VOTE, _("Vote"))),
                *((BUDGET, _("Budget")), (OPINIONS, _("Opinions"))),
            ),
            _("What to see"),
        )
        self.new = primary(_("New proposal…"), self._on_new, "plus")
        self._build()
        self._connect()
        self.remember("table", self.table)

    @override
    def reading(self, process: UUID) -> Callable[[], ProposalsFound]:
        house = self.desk.services
        return lambda: reading.read(house, process)

    @override
    def fill(self, found: ProposalsFound) -> None:
        self.found = found
        self.head.say(reading.sentence(found))
        self.wishes.setText(wish_sentence(wish_list(found.lines)))
        self.table.put(found.lines)
        self.tomorrow.put(found.intentions)
        self.rule.put(len(found.counting))
        if found.ballot is not None and not found.ballot.on_paper:
            self.votes.put(found.ballot, found)
        if found.desk is not None and found.desk.ballot.on_paper:
            self.acts.ballot_id = found.desk.ballot.id
            self.slips.put(found.desk, found.result)
        self._again = self._again and found.begin
        line = found.line(self.panel.proposal_id)
        if line is not None:
            self._open(line)
        elif found.lines and self.table.current is None:
            self.table.select(found.lines[0].proposal.id)
        self._show()

    @override
    def focus_on(self, focus: object) -> None:
        line = self.found.line(focus) if isinstance(focus, UUID) else None
        if line is not None:
            self._choose(LISTED)
            self.table.select(line.proposal.id)
            self._open(line)

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
        empty = EmptyPage(
            _("Here come the proposals. Make one here, or choose cards on the page Cards."),
            (_("New proposal…"), self._on_new),
        )
        for widget in (
            *(holder(body), holder(choice), self.votes, empty, self.slips, self.tomorrow),
            *self.parts.values(),
        ):
            self._stack.addWidget(widget)
        self.content.addLayout(row(self.views, None))
        self.content.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(self._choose)
        self.intending.connect()
        self.tomorrow.table.export_wanted.connect(
            lambda sheet: save_sheet(self, sheet, _("Tomorrow"), named=True)
        )
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._open)
        self.table.export_wanted.connect(lambda sheet: save_sheet(self, sheet, _("Proposals")))
        self.rule.fix_wanted.connect(self.fix_rule)
        self.rule.draft_wanted.connect(self.see_rule)
        self.slips.rule.withdraw_wanted.connect(self.withdraw_vote)
        self.slips.result.again_wanted.connect(self.begin_vote)
        self.votes.counted.connect(self._on_counted)
        self.votes.withdraw_wanted.connect(self.withdraw_vote)
        panel = self.panel
        panel.edited.connect(self._on_edited)
        panel.owned.connect(self.own)
        panel.split_wanted.connect(self.joining.ask_split)
        panel.compare_wanted.connect(self._on_compare)
        panel.cards_wanted.connect(self._on_cards)
        panel.card_off.connect(self._on_card_off)
        panel.card_wanted.connect(lambda card_id: self.desk.navigate("cards", focus=card_id))
        panel.advice_wanted.connect(lambda: self.desk.navigate("advice"))
        panel.withdraw_wanted.connect(self.withdraw)
        panel.restore_wanted.connect(self.restore)

    def _on_book(self) -> None:
        process, printing = self.process, self.desk.services.printing
        if process is not None:
            save_paper(
                self,
                _("Making the book of proposals…"),
                lambda: printing.proposal_book(process),
                _("Book of proposals"),
                forms=(PaperForm.PDF, PaperForm.WORD, PaperForm.HTML),
            )

    def _choose(self, view: str) -> None:
        self.views.put(view)
        self._show()

    def _show(self) -> None:
        self.views.offer(TOMORROW, offered=bool(self.found.question))
        if self.views.value == TOMORROW and not self.found.question:
            self.views.put(LISTED)
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
        ballot = None if self._again else self.found.ballot
        voting = 1 if ballot is None else 4 if ballot.on_paper else 2
        self._stack.setCurrentIndex(3 if bare else 0 if listed else voting)
        if listed and not bare:
            self.head.act(self.more, self.new)
        else:
            self.head.act(self.more)

    def _on_chosen(self, line: ProposalLine | None) -> None:
        if line is not None and line.proposal.id != self.panel.proposal_id:
            self._open(line)

    def _open(self, line: ProposalLine) -> None:
        writing, proposal_id = self.desk.services.proposal_writing, line.proposal.id
        self.panel.show_proposal(line, self.found)
        self.ask(lambda: writing.versions(proposal_id), self.panel.tell)

    def _on_new(self) -> None:
        form = ProposalForm(self)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.make(form.given)

    def make(self, request: NewProposal) -> None:
        """Make a proposal and show it."""
        process, proposals = self.process, self.desk.services.proposals
        if process is not None:
            self.ask(lambda: proposals.add(process, request), self.find_after)

    def find_after(self, change: Change) -> None:
        """Bring what a change made in view once it is read."""
        self._wanted_focus = change.id

    def _on_edited(self, proposal_id: UUID, said: ProposalWords, reason: str) -> None:
        writing = self.desk.services.proposal_writing
        self.ask(lambda: writing.edit(proposal_id, said, reason, typing=True))

    def own(self, line: ProposalLine, owners: Sequence[Owner]) -> None:
        """Let exactly these pull a proposal."""
        writing, proposal_id, before = self.desk.services.proposal_writing, line.proposal.id, line.owners
        told = _("Proposal {number} is pulled by others.").format(number=line.proposal.number)
        self.ask(
            lambda: writing.own(proposal_id, owners),
            lambda _change: self.desk.did(
                told,
                lambda: writing.own(proposal_id, before),
                lambda: writing.own(proposal_id, owners),
                "users",
            ),
        )

    def _on_compare(self, versions: Sequence[ProposalVersion]) -> None:
        CompareForm(self, versions, self.found).exec()

    def _on_cards(self, line: ProposalLine) -> None:
        picker = CardPicker(self, pickable(self.found, line.card_ids), line.card_ids)
        if picker.exec() == QDialog.DialogCode.Accepted:
            told = _("Proposal {number} rests on other cards.").format(number=line.proposal.number)
            self.rest(line, picker.chosen, told)

    def _on_card_off(self, line: ProposalLine, card_id: UUID) -> None:
        label = next((card.card.label for card in self.found.cards if card.card.id == card_id), "")
        told = _("Card {label} is taken off proposal {number}.")
        ids = [held for held in line.card_ids if held != card_id]
        self.rest(line, ids, told.format(label=label, number=line.proposal.number))

    def rest(self, line: ProposalLine, card_ids: Sequence[UUID], told: str) -> None:
        """Let a proposal rest on exactly these cards."""
        proposals, proposal_id = self.desk.services.proposals, line.proposal.id
        before, after = list(line.card_ids), list(card_ids)
        self.ask(
            lambda: proposals.rest_on(proposal_id, after),
            lambda _change: self.desk.did(
                told,
                lambda: proposals.rest_on(proposal_id, before),
                lambda: proposals.rest_on(proposal_id, after),
                "list-checks",
            ),
        )

    def withdraw(self, line: ProposalLine) -> None:
        """Ask why, and take a proposal out."""
        number = line.proposal.number
        reason = self.desk.dialogs.reason(
            self,
            _("Withdraw proposal {number}?").format(number=number),
            _("A withdrawn proposal no longer counts. It stays readable, with your reason."),
            _("Withdraw"),
        )
        if reason is None:
            return
        proposals, proposal_id = self.desk.services.proposals, line.proposal.id
        self.ask(
            lambda: proposals.withdraw(proposal_id, reason),
            lambda _change: self.desk.did(
                _("Proposal {number} is withdrawn.").format(number=number),
                lambda: proposals.restore(proposal_id),
                lambda: proposals.withdraw(proposal_id, reason),
                "ban",
            ),
        )

    def restore(self, line: ProposalLine) -> None:
        """Put a withdrawn proposal back."""
        proposals, proposal_id = self.desk.services.proposals, line.proposal.id
        reason = line.proposal.withdrawn_reason
        self.ask(
            lambda: proposals.restore(proposal_id),
            lambda _change: self.desk.did(
                _("Proposal {number} counts again.").format(number=line.proposal.number),
                lambda: proposals.withdraw(proposal_id, reason),
                lambda: proposals.restore(proposal_id),
                "rotate-ccw",
            ),
        )

    def fix_rule(self, title: str, method: BallotMethod) -> None:
        """Fix the rule of the vote, after asking once more."""
        process, voting = self.process, self.desk.services.voting
        sure = process is not None and self.desk.dialogs.ask(
            self,
            _("Fix this rule?"),
            _("{rule} After this the rule cannot change.").format(rule=rule_sentence(method.rule, method)),
            _("Fix the rule"),
        )
        if sure and process is not None:
            self._again = False
            self.ask(lambda: voting.fix(process, title, method))

    def see_rule(self, title: str, method: BallotMethod) -> None:
        """See the rule as it would be printed."""
        if self.process is not None:
            self.acts.draft(self.process, title, method)

    def begin_vote(self) -> None:
        """Choose the rule of a new vote; the one before stays."""
        self._again = True
        self._show()

    def withdraw_vote(self) -> None:
        """Withdraw the vote with a reason; it stays in the log with its votes."""
        ballot, proposals = self.found.ballot, self.desk.services.proposals
        reason = ballot and self.desk.dialogs.reason(
            self,
            _("Withdraw this vote?"),
            _("The vote and its votes stay readable, with your reason. Then you can fix a rule anew."),
            _("Withdraw"),
        )
        if ballot is not None and reason:
            self.ask(lambda: proposals.withdraw_ballot(ballot.id, reason))

    def _on_counted(self, proposal_id: UUID, votes: Votes) -> None:
        process, proposals = self.process, self.desk.services.proposals
        if process is not None:
            self.ask(lambda: proposals.enter_votes(process, {proposal_id: votes}))

    def _entries(self, lines: list[ProposalLine]) -> Sequence[Entry]:
        if len(lines) != 1:
            counting = [line for line in lines if reading.counts(line)]
            merge = (_("Merge…"), "git-merge", lambda: self.joining.ask_merge(counting))
            return (merge,) if len(counting) > 1 else ()
        line = lines[0]
        entries: list[Entry] = [
            (_("Open"), "pencil", lambda: self._open(line)),
            (_("Choose cards…"), "list-checks", lambda: self._on_cards(line)),
        ]
        if reading.counts(line):
            entries.append((_("Split…"), "split", lambda: self.joining.ask_split(line)))
            entries.append((_("Withdraw…"), "ban", lambda: self.withdraw(line)))
        elif not line.later:
            entries.append((_("Put back"), "rotate-ccw", lambda: self.restore(line)))
        return entries
