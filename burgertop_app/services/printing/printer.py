"""Every document of the program: which paper, and how it becomes a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.messages import terms as term_sentences
from burgertop_app.messages.tracker import delays
from burgertop_app.services.days_off import table_of
from burgertop_app.services.printing import (
    advice_paper,
    changed_papers,
    day_kit,
    day_papers,
    feedback_paper,
    intention_papers,
    process_papers,
    progress_papers,
    proposal_book,
    response_papers,
    room_plan_paper,
    table_papers,
    vote_papers,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from burgertop_app.domain.ballot_methods import BallotMethod
    from burgertop_app.domain.holidays import Holidays
    from burgertop_app.domain.monitoring import MonitorSlot
    from burgertop_app.domain.papers.advice import AdvicePaper
    from burgertop_app.domain.papers.answers import (
        OfferingLetterPaper,
        RatingFormPaper,
        ReminderLetterPaper,
        ResponseOverviewPaper,
    )
    from burgertop_app.domain.papers.day_kit import (
        BlankCardsPaper,
        DoorListPaper,
        LateChangesPaper,
        NameBadgesPaper,
        TableSignsPaper,
        VotingSlipsPaper,
    )
    from burgertop_app.domain.papers.feedback import FeedbackPaper
    from burgertop_app.domain.papers.intentions import IntentionsPaper, TomorrowFormPaper
    from burgertop_app.domain.papers.progress import AgendaPaper, OwnerLettersPaper, ProgressPaper
    from burgertop_app.domain.papers.proposals import ProposalBookPaper
    from burgertop_app.domain.papers.room_plan import RoomPlanPaper
    from burgertop_app.domain.papers.rules import CardBookPaper, RulesPaper
    from burgertop_app.domain.papers.sign_off import SignOffSheetPaper
    from burgertop_app.domain.papers.tables import FacilitatorScriptPaper, RouteCardsPaper, TableSheetsPaper
    from burgertop_app.domain.papers.votes import VoteResultPaper, VoteRulePaper
    from burgertop_app.services.context import Context
    from burgertop_app.services.printing.day_kit import DayKit
    from burgertop_app.services.receiving import Receiving
    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class Printing:
    """Puts papers together; `services.printing.rendering.render` turns one into a PDF."""

    context: Context
    receiving: Receiving

    def advice(self, advice_id: UUID) -> AdvicePaper:
        """The advice as it stands, or as it was frozen when nothing changed since; no name stands in it."""
        with self.context.work.reading() as store:
            return advice_paper.advice_paper(store, advice_id, self.context.clock(), self.context.today())

    def advice_with_names(self, advice_id: UUID) -> AdvicePaper:
        """The fixed version with the names of those who agreed to it.

        Raises:
            NotPossible: nothing was fixed, the advice changed since, or nobody agreed.
        """
        with self.context.work.reading() as store:
            return advice_paper.named_paper(store, advice_id, self.context.today())

    def sign_off_sheet(self, advice_id: UUID) -> SignOffSheetPaper:
        """The text as it is now with a line for each member by number, to sign that they agree."""
        with self.context.work.reading() as store:
            return advice_paper.sign_off_sheet(store, advice_id, self.context.clock(), self.context.today())

    def offering_letter(self, advice_id: UUID) -> OfferingLetterPaper:
        """The letter that offers the advice, with the receipt form.

        Raises:
            NotPossible: no version was frozen yet.
        """
        with self.context.work.reading() as store:
            return response_papers.offering_letter(
                store, advice_id, self.context.clock(), self.context.today(), self._days_off(store)
            )

    def reminder_letter(self, advice_id: UUID) -> ReminderLetterPaper:
        """The letter that asks for the missing answers.

        Raises:
            NotPossible: the college has not received the advice.
        """
        with self.context.work.reading() as store:
            return response_papers.reminder_letter(
                store, advice_id, self.context.clock(), self.context.today(), self._days_off(store)
            )

    def _days_off(self, store: Store) -> Holidays:
        return table_of(store, self.context.holidays).holidays

    def response_overview(self, advice_id: UUID) -> ResponseOverviewPaper:
        """What the college does with each recommendation."""
        term = self.receiving.term(advice_id)
        told: tuple[str, ...] = ()
        if term:
            said = term_sentences.explained(term.due, term.last)
            told = (said, *delays(term.deadline, term.postponements))
        sentence = " ".join(told)
        with self.context.work.reading() as store:
            return response_papers.response_overview(store, advice_id, sentence, self.context.clock())

    def rating_form(self, advice_id: UUID) -> RatingFormPaper:
        """The form on which residents rate the reasons of the college.

        Raises:
            NotPossible: the college has not answered anything yet.
        """
        with self.context.work.reading() as store:
            return response_papers.rating_form(store, advice_id, self.context.clock())

    def feedback(self, process_id: UUID, only: Sequence[UUID] = ()) -> FeedbackPaper:
        """The feedback sheets of everyone on the panel, or of `only` these participations."""
        with self.context.work.reading() as store:
            return feedback_paper.feedback_paper(
                store, process_id, self.context.clock(), self.context.today(), only
            )

    def progress(self, process_id: UUID) -> ProgressPaper:
        """The draft of the next progress report; `Reporting` fixes one."""
        context = self.context
        with context.work.reading() as store:
            paper, _content = progress_papers.progress(
                store, process_id, context.clock(), context.today(), context.holidays
            )
        return paper

    def agenda(self, process_id: UUID, slot: MonitorSlot | None) -> AgendaPaper:
        """The agenda of a meeting about progress; None is one today, outside the schedule."""
        context = self.context
        with context.work.reading() as store:
            return progress_papers.agenda(
                store, process_id, slot, context.clock(), context.today(), context.holidays
            )

    def owner_letters(self, process_id: UUID) -> OwnerLettersPaper:
        """A letter to everyone who still has something to do.

        Raises:
            NotPossible: nobody has.
        """
        context = self.context
        with context.work.reading() as store:
            return progress_papers.owner_letters(
                store, process_id, context.clock(), context.today(), context.holidays
            )

    def rules(self, process_id: UUID) -> RulesPaper:
        """The rules of the game on one page."""
        with self.context.work.reading() as store:
            return process_papers.rules(store, process_id, self.context.clock())

    def card_book(self, process_id: UUID) -> CardBookPaper:
        """Every card by addressee and theme."""
        with self.context.work.reading() as store:
            return process_papers.card_book(store, process_id, self.context.clock())

    def proposal_book(self, process_id: UUID) -> ProposalBookPaper:
        """Every proposal with all it says and the cards behind it; no participant stands in it."""
        with self.context.work.reading() as store:
            return proposal_book.proposal_book(store, process_id, self.context.clock())

    def tomorrow_form(self, process_id: UUID, sheets: int = 1) -> TomorrowFormPaper:
        """The form "What do I do tomorrow?", so many pages with four on each.

        Raises:
            NotPossible: the form of this process does not ask it.
        """
        with self.context.work.reading() as store:
            return intention_papers.tomorrow_form(store, process_id, sheets, self.context.clock())

    def intentions(self, process_id: UUID) -> IntentionsPaper:
        """What people do tomorrow, without names; errors as `tomorrow_form`."""
        with self.context.work.reading() as store:
            return intention_papers.intentions(store, process_id, self.context.clock())

    def table_sheets(self, event_id: UUID) -> TableSheetsPaper:
        """A sheet per table and round.

        Raises:
            NotPossible: there is no table plan yet.
        """
        with self.context.work.reading() as store:
            return table_papers.table_sheets(store, event_id, self.context.clock(), self.context.today())

    def route_cards(self, event_id: UUID) -> RouteCardsPaper:
        """A route card per person; errors as `table_sheets`."""
        with self.context.work.reading() as store:
            return table_papers.route_cards(store, event_id, self.context.clock(), self.context.today())

    def room_plan(self, event_id: UUID, *, by_number: bool = False) -> RoomPlanPaper:
        """Who sits at which table, by name or by number; errors as `table_sheets`."""
        with self.context.work.reading() as store:
            return room_plan_paper.room_plan(
                store, event_id, self.context.clock(), self.context.today(), by_number=by_number
            )

    def facilitators(self, event_id: UUID) -> FacilitatorScriptPaper:
        """For each facilitator the tables and the script of the rounds; errors as `table_sheets`."""
        with self.context.work.reading() as store:
            return table_papers.facilitator_script(
                store, event_id, self.context.clock(), self.context.today()
            )

    def changed_route_cards(self, event_id: UUID) -> RouteCardsPaper:
        """The route cards that differ from those printed last, walk-ins too.

        Raises:
            NotPossible: there is no plan, no card was printed yet, or nobody has moved since.
        """
        with self.context.work.reading() as store:
            return changed_papers.changed_cards(store, event_id, self.context.clock(), self.context.today())

    def changed_sheets(self, event_id: UUID) -> TableSheetsPaper:
        """The table sheets that differ from those saved last.

        Raises:
            NotPossible: there is no plan, no sheet was saved yet, or every sheet is still right.
        """
        with self.context.work.reading() as store:
            return changed_papers.changed_sheets(store, event_id, self.context.clock(), self.context.today())

    def changed_door_list(self, event_id: UUID) -> DoorListPaper:
        """The lines of the door list that differ from the list saved last; errors as `changed_sheets`."""
        with self.context.work.reading() as store:
            return changed_papers.changed_door_list(
                store, event_id, self.context.clock(), self.context.today()
            )

    def late_changes(self, event_id: UUID) -> LateChangesPaper:
        """A slip for everybody whose printed card is no longer right; errors as `changed_route_cards`."""
        with self.context.work.reading() as store:
            return changed_papers.late_changes(store, event_id, self.context.clock(), self.context.today())

    def door_list(self, event_id: UUID) -> DoorListPaper:
        """Everybody by family name, to tick at the door; errors as `table_sheets`."""
        with self.context.work.reading() as store:
            return day_papers.door_list(store, event_id, self.context.clock(), self.context.today())

    def name_badges(self, event_id: UUID) -> NameBadgesPaper:
        """A badge for everybody who comes; errors as `table_sheets`."""
        with self.context.work.reading() as store:
            return day_papers.name_badges(store, event_id, self.context.clock(), self.context.today())

    def table_signs(self, event_id: UUID) -> TableSignsPaper:
        """A sign to fold for each table; errors as `table_sheets`."""
        with self.context.work.reading() as store:
            return day_papers.table_signs(store, event_id, self.context.clock(), self.context.today())

    def blank_cards(self, event_id: UUID) -> BlankCardsPaper:
        """A page of empty cards for each table; errors as `table_sheets`."""
        with self.context.work.reading() as store:
            return day_papers.blank_cards(store, event_id, self.context.clock(), self.context.today())

    def voting_slips(self, event_id: UUID) -> VotingSlipsPaper:
        """A numbered slip for everybody with a seat; errors as `table_sheets`."""
        with self.context.work.reading() as store:
            return day_papers.voting_slips(store, event_id, self.context.clock())

    def vote_rule(self, ballot_id: UUID) -> VoteRulePaper:
        """The rule of a vote as it was fixed."""
        with self.context.work.reading() as store:
            return vote_papers.rule(store, ballot_id, self.context.clock())

    def vote_rule_draft(
        self, process_id: UUID, title: str, method: BallotMethod, proposal_ids: Collection[UUID] = ()
    ) -> VoteRulePaper:
        """The rule as it would be fixed now; what it is about and errors as `Voting.fix`."""
        with self.context.work.reading() as store:
            return vote_papers.draft(store, process_id, title, method, self.context.clock(), proposal_ids)

    def vote_slips(self, ballot_id: UUID) -> VotingSlipsPaper:
        """The slips that were numbered for a vote.

        Raises:
            NotPossible: it is not on slips of the program.
        """
        with self.context.work.reading() as store:
            return vote_papers.slips(store, ballot_id, self.context.clock())

    def vote_result(self, ballot_id: UUID) -> VoteResultPaper:
        """What came out of a vote.

        Raises:
            NotPossible: it was not counted.
        """
        with self.context.work.reading() as store:
            return vote_papers.result(store, ballot_id, self.context.clock())

    def day_kit(self, event_id: UUID) -> DayKit:
        """All papers of a meeting at once; errors as `table_sheets`."""
        with self.context.work.reading() as store:
            return day_kit.day_kit(store, event_id, self.context.clock(), self.context.today())
