"""Every service of one open workspace, built in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.services.addressing import Addressing
from burgertop_app.services.advising import Advising
from burgertop_app.services.archive.archiving import Archiving
from burgertop_app.services.archive.documents import Makers
from burgertop_app.services.archive.woo import WooRequests
from burgertop_app.services.budget_papers import BudgetPapers
from burgertop_app.services.budgets import Budgets
from burgertop_app.services.calling import Calling
from burgertop_app.services.card_import import CardImport
from burgertop_app.services.card_merging import CardMerging
from burgertop_app.services.card_pasting import CardPasting
from burgertop_app.services.card_signing import CardSigning
from burgertop_app.services.cards import Cards
from burgertop_app.services.days_off import DaysOff
from burgertop_app.services.draw_comparing import DrawComparing
from burgertop_app.services.draw_export import DrawFolders
from burgertop_app.services.draw_marking import DrawMarking
from burgertop_app.services.draw_preparing import DrawPreparing
from burgertop_app.services.drawing import Drawing
from burgertop_app.services.evaluating import Evaluating
from burgertop_app.services.event_day import EventDay
from burgertop_app.services.evidencing import Evidencing
from burgertop_app.services.exporting import Exporting
from burgertop_app.services.feedback_files import FeedbackFiles
from burgertop_app.services.feeding_back import FeedingBack
from burgertop_app.services.following import Following
from burgertop_app.services.handing_over import HandingOver
from burgertop_app.services.happened import Happened
from burgertop_app.services.importing import Importing
from burgertop_app.services.intending import Intending
from burgertop_app.services.inviting import Inviting
from burgertop_app.services.items import Items
from burgertop_app.services.letter_files import LetterFiles
from burgertop_app.services.lettering import Lettering
from burgertop_app.services.mailing import Mailings
from burgertop_app.services.meetings import Meetings
from burgertop_app.services.monitoring import Monitoring
from burgertop_app.services.opinion_files import OpinionFiles
from burgertop_app.services.opinions import Opinions
from burgertop_app.services.overview import Overview
from burgertop_app.services.people import People
from burgertop_app.services.picturing import Picturing
from burgertop_app.services.postponing import Postponing
from burgertop_app.services.printing.printer import Printing
from burgertop_app.services.privacy import Privacy
from burgertop_app.services.processes import Processes
from burgertop_app.services.promising import Promising
from burgertop_app.services.proposal_joining import ProposalJoining
from burgertop_app.services.proposal_writing import ProposalWriting
from burgertop_app.services.proposals import Proposals
from burgertop_app.services.publishing import Publishing
from burgertop_app.services.rating_sheets import RatingSheets
from burgertop_app.services.receiving import Receiving
from burgertop_app.services.recommending import Recommending
from burgertop_app.services.registration import Registration
from burgertop_app.services.replacing import Replacing
from burgertop_app.services.reply_workbooks import ReplyWorkbooks
from burgertop_app.services.replying import Replying
from burgertop_app.services.reporting import Reporting
from burgertop_app.services.representing import Representing
from burgertop_app.services.responding import Responding
from burgertop_app.services.seating import Seating
from burgertop_app.services.showing import Showing
from burgertop_app.services.signing import Signing
from burgertop_app.services.site_making import SiteMaking
from burgertop_app.services.sorting import Sorting
from burgertop_app.services.styling import Styling
from burgertop_app.services.survey_files import SurveyFiles
from burgertop_app.services.surveys import Surveys
from burgertop_app.services.table_rules import TableRules
from burgertop_app.services.term_files import TermFiles
from burgertop_app.services.threads import Threads
from burgertop_app.services.topic_choices import TopicChoices
from burgertop_app.services.vote_counting import VoteCounting
from burgertop_app.services.vote_entering import VoteEntering
from burgertop_app.services.vote_files import VoteFiles
from burgertop_app.services.voting import Voting
from burgertop_app.services.year_planning import YearPlanning

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from burgertop_app.services.preferences import Preferences
    from burgertop_app.services.workspaces import Workspace, Workspaces


@dataclass(frozen=True)
class Services:
    """What the window and the terminal may ask of one workspace."""

    workspace: Workspace
    processes: Processes
    people: People
    privacy: Privacy
    handing_over: HandingOver
    importing: Importing
    inviting: Inviting
    replying: Replying
    registration: Registration
    mailings: Mailings
    exporting: Exporting
    drawing: Drawing
    draw_preparing: DrawPreparing
    draw_comparing: DrawComparing
    draw_marking: DrawMarking
    draw_folders: DrawFolders
    calling: Calling
    replacing: Replacing
    representing: Representing
    meetings: Meetings
    event_day: EventDay
    table_rules: TableRules
    topic_choices: TopicChoices
    seating: Seating
    cards: Cards
    card_merging: CardMerging
    card_pasting: CardPasting
    card_signing: CardSigning
    card_import: CardImport
    sorting: Sorting
    proposals: Proposals
    proposal_writing: ProposalWriting
    proposal_joining: ProposalJoining
    budgets: Budgets
    budget_papers: BudgetPapers
    opinions: Opinions
    opinion_files: OpinionFiles
    intending: Intending
    showing: Showing
    voting: Voting
    vote_entering: VoteEntering
    vote_counting: VoteCounting
    vote_files: VoteFiles
    advising: Advising
    recommending: Recommending
    picturing: Picturing
    styling: Styling
    signing: Signing
    publishing: Publishing
    receiving: Receiving
    postponing: Postponing
    addressing: Addressing
    days_off: DaysOff
    term_files: TermFiles
    responding: Responding
    reply_workbooks: ReplyWorkbooks
    rating_sheets: RatingSheets
    promising: Promising
    following: Following
    monitoring: Monitoring
    evidencing: Evidencing
    happened: Happened
    reporting: Reporting
    threads: Threads
    overview: Overview
    items: Items
    lettering: Lettering
    letter_files: LetterFiles
    feeding_back: FeedingBack
    feedback_files: FeedbackFiles
    archiving: Archiving
    woo: WooRequests
    evaluating: Evaluating
    printing: Printing
    site_making: SiteMaking
    year: YearPlanning
    surveys: Surveys
    survey_files: SurveyFiles


def furnish(workspace: Workspace) -> Services:
    """The services of an open workspace."""
    context = workspace.context
    cards = Cards(context)
    lettering = Lettering(context)
    receiving = Receiving(context)
    surveys = Surveys(context)
    printing = Printing(context, receiving)
    feeding_back = FeedingBack(context)
    draw_folders = DrawFolders(context)
    makers = Makers(printing, feeding_back, draw_folders)
    return Services(
        workspace=workspace,
        processes=Processes(context),
        people=People(context),
        privacy=Privacy(context),
        handing_over=HandingOver(context, workspace.path),
        importing=Importing(context),
        inviting=Inviting(context),
        replying=Replying(context),
        registration=Registration(context),
        mailings=Mailings(context),
        exporting=Exporting(context),
        drawing=Drawing(context),
        draw_preparing=DrawPreparing(context),
        draw_comparing=DrawComparing(context),
        draw_marking=DrawMarking(context),
        draw_folders=draw_folders,
        calling=Calling(context),
        replacing=Replacing(context),
        representing=Representing(context),
        meetings=Meetings(context),
        event_day=EventDay(context),
        table_rules=TableRules(context),
        topic_choices=TopicChoices(context),
        seating=Seating(context),
        cards=cards,
        card_merging=CardMerging(context),
        card_pasting=CardPasting(context),
        card_signing=CardSigning(context),
        card_import=CardImport(context, cards),
        sorting=Sorting(context),
        proposals=Proposals(context),
        proposal_writing=ProposalWriting(context),
        proposal_joining=ProposalJoining(context),
        budgets=Budgets(context),
        budget_papers=BudgetPapers(context),
        opinions=Opinions(context),
        opinion_files=OpinionFiles(context),
        intending=Intending(context),
        showing=Showing(context),
        voting=Voting(context),
        vote_entering=VoteEntering(context),
        vote_counting=VoteCounting(context),
        vote_files=VoteFiles(context),
        advising=Advising(context),
        recommending=Recommending(context),
        picturing=Picturing(context),
        styling=Styling(context),
        signing=Signing(context),
        publishing=Publishing(context),
        receiving=receiving,
        postponing=Postponing(context),
        addressing=Addressing(context),
        days_off=DaysOff(context),
        term_files=TermFiles(context),
        responding=Responding(context),
        reply_workbooks=ReplyWorkbooks(context, receiving),
        rating_sheets=RatingSheets(context),
        promising=Promising(context),
        following=Following(context),
        monitoring=Monitoring(context),
        evidencing=Evidencing(context),
        happened=Happened(context),
        reporting=Reporting(context),
        threads=Threads(context),
        overview=Overview(context),
        items=Items(context),
        lettering=lettering,
        letter_files=LetterFiles(context, lettering),
        feeding_back=feeding_back,
        feedback_files=FeedbackFiles(context, lettering),
        archiving=Archiving(context, makers),
        woo=WooRequests(context, makers),
        evaluating=Evaluating(context),
        site_making=SiteMaking(context, receiving),
        year=YearPlanning(context),
        surveys=surveys,
        survey_files=SurveyFiles(context, surveys),
        printing=printing,
    )


@dataclass(frozen=True)
class House:
    """What the window and the terminal start from.

    Attributes:
        workspaces: opens and makes workspaces.
        preferences: what this user prefers on this computer.
        clock: the moment, in UTC.
        entropy: so many unpredictable bytes.
    """

    workspaces: Workspaces
    preferences: Preferences
    clock: Callable[[], datetime]
    entropy: Callable[[int], bytes]

    def create(self, path: Path) -> Services:
        """The services of a new workspace at `path`; errors as `Workspaces.create`."""
        return furnish(self.workspaces.create(path))

    def open(self, path: Path) -> Services:
        """The services of the workspace at `path`; errors as `Workspaces.open`."""
        return furnish(self.workspaces.open(path))
