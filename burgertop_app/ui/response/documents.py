"""The papers of the answer: letters to the college, e-mail drafts, the calendar, the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.services.printing.rendering import Printed, render
from burgertop_app.ui.saving import ALL_FORMS, proposal, save_paper

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.domain.advice import Advice
    from burgertop_app.domain.papers.answers import OfferingLetterPaper, ReminderLetterPaper
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


def offering_draft(page: ResponsePage, advice: Advice) -> None:
    """An e-mail draft to the college, with the letter and the advice enclosed."""
    title = _("Make the e-mail draft")
    path = _mail_path(page, title, _("Offering {title}").format(title=advice.title))
    if path is None:
        return
    printing, files = page.desk.services.printing, page.desk.services.term_files

    def keep(paper: OfferingLetterPaper, made: Printed) -> object:
        return files.offering_draft(advice.id, paper, made.content, path)

    page.request(
        title, lambda: printing.offering_letter(advice.id), render, keep, lambda _kept: _told(page, path)
    )


def reminder_draft(page: ResponsePage, advice: Advice) -> None:
    """An e-mail draft that reminds the college, with the letter enclosed."""
    title = _("Make the e-mail draft")
    path = _mail_path(page, title, _("Reminder {title}").format(title=advice.title))
    if path is None:
        return
    printing, files = page.desk.services.printing, page.desk.services.term_files

    def keep(paper: ReminderLetterPaper, made: Printed) -> object:
        return files.reminder_draft(advice.id, paper, made.content, path)

    page.request(
        title, lambda: printing.reminder_letter(advice.id), render, keep, lambda _kept: _told(page, path)
    )


def calendar(page: ResponsePage, advice: Advice) -> None:
    """The last day for a calendar program."""
    files = page.desk.services.term_files
    name = _("Last day {title}").format(title=advice.title)
    path = page.desk.dialogs.save_file(
        page, _("Save the last day for a calendar"), _("Calendar (*.ics)"), proposal(name, ".ics")
    )
    if path is not None:
        target = path if path.suffix else path.with_suffix(".ics")
        page.ask(lambda: files.calendar(target, advice.id), lambda _count: _told(page, target))


def _mail_path(page: ResponsePage, title: str, name: str) -> Path | None:
    path = page.desk.dialogs.save_file(page, title, _("E-mail draft (*.eml)"), proposal(name, ".eml"))
    return path if path is None or path.suffix else path.with_suffix(".eml")


def _told(page: ResponsePage, path: Path) -> None:
    page.desk.say(_("{file} is saved.").format(file=path.name))
