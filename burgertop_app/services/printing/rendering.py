"""From a paper to a PDF: pure, so that it can run in another process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.papers.advice import AdvicePaper
from burgertop_app.domain.papers.answers import (
    OfferingLetterPaper,
    ReminderLetterPaper,
    ResponseOverviewPaper,
)
from burgertop_app.domain.papers.draw import DrawProtocolPaper
from burgertop_app.domain.papers.feedback import FeedbackPaper
from burgertop_app.domain.papers.letters import ResidentLettersPaper
from burgertop_app.domain.papers.rules import CardBookPaper, RulesPaper
from burgertop_app.domain.papers.tables import FacilitatorScriptPaper, RouteCardsPaper, TableSheetsPaper
from burgertop_app.i18n import speaking
from burgertop_app.reports.advice import advice_pdf
from burgertop_app.reports.cards import card_book_pdf
from burgertop_app.reports.feedback import feedback_pdf
from burgertop_app.reports.glyphs import lacking
from burgertop_app.reports.letters import offering_letter_pdf, reminder_letter_pdf
from burgertop_app.reports.protocol.document import draw_protocol_pdf
from burgertop_app.reports.resident_letters import resident_letters_pdf
from burgertop_app.reports.response import response_overview_pdf
from burgertop_app.reports.routes import route_cards_pdf
from burgertop_app.reports.rules import rules_pdf
from burgertop_app.reports.script import facilitator_script_pdf
from burgertop_app.reports.tables import table_sheets_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.progress import Progress

Paper = (
    AdvicePaper
    | CardBookPaper
    | DrawProtocolPaper
    | FacilitatorScriptPaper
    | FeedbackPaper
    | OfferingLetterPaper
    | ReminderLetterPaper
    | ResidentLettersPaper
    | ResponseOverviewPaper
    | RouteCardsPaper
    | RulesPaper
    | TableSheetsPaper
)
"""Anything that can be printed."""

PRINTERS: dict[type[Any], Callable[[Any], bytes]] = {
    AdvicePaper: advice_pdf,
    CardBookPaper: card_book_pdf,
    DrawProtocolPaper: draw_protocol_pdf,
    FacilitatorScriptPaper: facilitator_script_pdf,
    FeedbackPaper: feedback_pdf,
    OfferingLetterPaper: offering_letter_pdf,
    ReminderLetterPaper: reminder_letter_pdf,
    ResidentLettersPaper: resident_letters_pdf,
    ResponseOverviewPaper: response_overview_pdf,
    RouteCardsPaper: route_cards_pdf,
    RulesPaper: rules_pdf,
    TableSheetsPaper: table_sheets_pdf,
}


@dataclass(frozen=True)
class Printed:
    """A PDF, and a sentence for each name or text with characters that the fonts lack."""

    content: bytes
    warnings: tuple[str, ...] = ()


def render(paper: Paper, progress: Progress) -> Printed:
    """The PDF of a paper, in the language of the paper.

    Raises:
        Cancelled: asked for through `progress`.
    """
    progress.checkpoint("print_document")
    with speaking(paper.masthead.language):
        content = PRINTERS[type(paper)](paper)
        return Printed(content, tuple(gap.sentence() for gap in lacking(paper)))
