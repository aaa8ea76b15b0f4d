"""The papers of the answer: letters to the college and the overview of its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.ui.saving import ALL_FORMS, save_paper

if TYPE_CHECKING:
    from burgertop_app.domain.advice import Advice
    from burgertop_app.ui.response.page import ResponsePage


def offering_letter(page: ResponsePage, advice: Advice) -> None:
    """The letter that offers the advice, with the receipt form."""
    printing = page.desk.services.printing
    save_paper(
        page,
        _("Make the letter with the receipt form"),
        lambda: printing.offering_letter(advice.id),
        _("Offering letter {title}").format(title=advice.title),
    )


def reminder_letter(page: ResponsePage, advice: Advice) -> None:
    """The letter that asks for the missing answers."""
    printing = page.desk.services.printing
    save_paper(
        page,
        _("Make the reminder"),
        lambda: printing.reminder_letter(advice.id),
        _("Reminder {title}").format(title=advice.title),
    )


def response_overview(page: ResponsePage, advice: Advice) -> None:
    """What the college does with each recommendation."""
    printing = page.desk.services.printing
    save_paper(
        page,
        _("Make the overview of the answer"),
        lambda: printing.response_overview(advice.id),
        _("Answer to {title}").format(title=advice.title),
        forms=ALL_FORMS,
    )


def rating_form(page: ResponsePage, advice: Advice) -> None:
    """The form on which residents rate the reasons of the college."""
    printing = page.desk.services.printing
    save_paper(
        page,
        _("Make the form to rate the reasons"),
        lambda: printing.rating_form(advice.id),
        _("Rating form {title}").format(title=advice.title),
    )
