"""From a paper to a file in one of its forms: pure, so that it can run in another process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.papers.advice import AdvicePaper
from burgertop_app.domain.papers.answers import (
    OfferingLetterPaper,
    RatingFormPaper,
    ReminderLetterPaper,
    ResponseOverviewPaper,
)
from burgertop_app.domain.papers.budgets import BudgetPaperDocument
from burgertop_app.domain.papers.day_kit import (
    BlankCardsPaper,
    DoorListPaper,
    LateChangesPaper,
    NameBadgesPaper,
    TableSignsPaper,
    VotingSlipsPaper,
)
from burgertop_app.domain.papers.draw import DrawProtocolPaper
from burgertop_app.domain.papers.feedback import FeedbackPaper
from burgertop_app.domain.papers.feedback_overview import FeedbackOverviewPaper
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.papers.intentions import IntentionsPaper, TomorrowFormPaper
from burgertop_app.domain.papers.letters import ResidentLettersPaper
from burgertop_app.domain.papers.opinions import OpinionPaper
from burgertop_app.domain.papers.progress import AgendaPaper, OwnerLettersPaper, ProgressPaper
from burgertop_app.domain.papers.proposals import ProposalBookPaper
from burgertop_app.domain.papers.representation import RepresentationPaper
from burgertop_app.domain.papers.room_plan import RoomPlanPaper
from burgertop_app.domain.papers.rules import CardBookPaper, RulesPaper
from burgertop_app.domain.papers.sign_off import SignOffSheetPaper
from burgertop_app.domain.papers.surveys import SurveyPaper, SurveyResultsPaper
from burgertop_app.domain.papers.tables import FacilitatorScriptPaper, RouteCardsPaper, TableSheetsPaper
from burgertop_app.domain.papers.votes import VoteResultPaper, VoteRulePaper
from burgertop_app.i18n import speaking
from burgertop_app.reports.advice import advice_document
from burgertop_app.reports.agenda import agenda_document
from burgertop_app.reports.badges import name_badges_document, table_signs_document
from burgertop_app.reports.budgets import budget_document
from burgertop_app.reports.cards import card_book_document
from burgertop_app.reports.door_list import door_list_document
from burgertop_app.reports.feedback import feedback_document
from burgertop_app.reports.feedback_overview import feedback_overview_document
from burgertop_app.reports.glyphs import lacking
from burgertop_app.reports.html.document import html
from burgertop_app.reports.intentions import intentions_document, tomorrow_form_document
from burgertop_app.reports.letters import offering_letter_document, reminder_letter_document
from burgertop_app.reports.markdown import markdown
from burgertop_app.reports.opinions import opinion_document
from burgertop_app.reports.owner_letters import owner_letters_document
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.progress import progress_document
from burgertop_app.reports.proposals import proposal_book_document
from burgertop_app.reports.protocol.document import draw_protocol_document
from burgertop_app.reports.rating_form import rating_form_document
from burgertop_app.reports.representation import representation_document
from burgertop_app.reports.resident_letters import resident_letters_document
from burgertop_app.reports.response import response_overview_document
from burgertop_app.reports.room_plan import room_plan_document
from burgertop_app.reports.routes import route_cards_document
from burgertop_app.reports.rules import rules_document
from burgertop_app.reports.script import facilitator_script_document
from burgertop_app.reports.sign_off import sign_off_document
from burgertop_app.reports.slips import (
    blank_cards_document,
    late_changes_document,
)
from burgertop_app.reports.surveys import survey_document, survey_results_document
from burgertop_app.reports.tables import table_sheets_document
from burgertop_app.reports.votes import vote_result_document, vote_rule_document
from burgertop_app.reports.voting_slips import voting_slips_document
from burgertop_app.reports.word.document import word

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.progress import Progress
    from burgertop_app.reports.document import Document

Paper = (
    AdvicePaper
    | AgendaPaper
    | BlankCardsPaper
    | BudgetPaperDocument
    | CardBookPaper
    | DoorListPaper
    | DrawProtocolPaper
    | FacilitatorScriptPaper
    | FeedbackOverviewPaper
    | FeedbackPaper
    | IntentionsPaper
    | LateChangesPaper
    | NameBadgesPaper
    | OfferingLetterPaper
    | OpinionPaper
    | RatingFormPaper
    | OwnerLettersPaper
    | ProgressPaper
    | ProposalBookPaper
    | ReminderLetterPaper
    | RepresentationPaper
    | ResidentLettersPaper
    | ResponseOverviewPaper
    | RoomPlanPaper
    | RouteCardsPaper
    | RulesPaper
    | SignOffSheetPaper
    | SurveyPaper
    | SurveyResultsPaper
    | TableSheetsPaper
    | TableSignsPaper
    | TomorrowFormPaper
    | VoteResultPaper
    | VoteRulePaper
    | VotingSlipsPaper
)
"""Anything that can be printed."""

DOCUMENTS: dict[type[Any], Callable[[Any], Document]] = {
    AdvicePaper: advice_document,
    AgendaPaper: agenda_document,
    BlankCardsPaper: blank_cards_document,
    BudgetPaperDocument: budget_document,
    CardBookPaper: card_book_document,
    DoorListPaper: door_list_document,
    DrawProtocolPaper: draw_protocol_document,
    FacilitatorScriptPaper: facilitator_script_document,
    FeedbackOverviewPaper: feedback_overview_document,
    FeedbackPaper: feedback_document,
    IntentionsPaper: intentions_document,
    LateChangesPaper: late_changes_document,
    NameBadgesPaper: name_badges_document,
    OfferingLetterPaper: offering_letter_document,
    OpinionPaper: opinion_document,
    RatingFormPaper: rating_form_document,
    OwnerLettersPaper: owner_letters_document,
    ProgressPaper: progress_document,
    ProposalBookPaper: proposal_book_document,
    ReminderLetterPaper: reminder_letter_document,
    RepresentationPaper: representation_document,
    ResidentLettersPaper: resident_letters_document,
    ResponseOverviewPaper: response_overview_document,
    RoomPlanPaper: room_plan_document,
    RouteCardsPaper: route_cards_document,
    RulesPaper: rules_document,
    SignOffSheetPaper: sign_off_document,
    SurveyPaper: survey_document,
    SurveyResultsPaper: survey_results_document,
    TableSheetsPaper: table_sheets_document,
    TableSignsPaper: table_signs_document,
    TomorrowFormPaper: tomorrow_form_document,
    VoteResultPaper: vote_result_document,
    VoteRulePaper: vote_rule_document,
    VotingSlipsPaper: voting_slips_document,
}


FORMS: dict[PaperForm, Callable[[Document], bytes]] = {
    PaperForm.PDF: pdf,
    PaperForm.WORD: word,
    PaperForm.HTML: html,
    PaperForm.MARKDOWN: markdown,
}
"""How a document gets each form."""


@dataclass(frozen=True)
class Printed:
    """A file, and a sentence for each name or text with characters that the fonts of a PDF lack."""

    content: bytes
    warnings: tuple[str, ...] = ()


def render(paper: Paper, progress: Progress, form: PaperForm = PaperForm.PDF) -> Printed:
    """A paper as a file, in the language of the paper.

    Raises:
        Cancelled: asked for through `progress`.
    """
    progress.checkpoint("print_document")
    with speaking(paper.masthead.language):
        document = document_of(paper)
        if form is PaperForm.PDF:
            content = pdf(document, partial(progress.checkpoint, "print_document"))
        else:
            content = FORMS[form](document)
        gaps = lacking(paper) if form is PaperForm.PDF else ()
        return Printed(content, tuple(gap.sentence() for gap in gaps))


def document_of(paper: Paper) -> Document:
    """The pieces of a paper, in its own language and look, before they have a form."""
    return replace(DOCUMENTS[type(paper)](paper), look=paper.masthead.look)
