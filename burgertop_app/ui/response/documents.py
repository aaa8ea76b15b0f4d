"""The papers of the answer: letters to the college, e-mail drafts, the calendar, the overview."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from burgertop_app.domain.errors import NotPossible
from burgertop_app.i18n import _
from burgertop_app.services.printing.rendering import Printed, render
from burgertop_app.ui.saving import ALL_FORMS, proposal, save_paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from burgertop_app.domain.advice import Advice
    from burgertop_app.domain.papers.answers import OfferingLetterPaper, ReminderLetterPaper
    from burgertop_app.ui.response.page import ResponsePage

Letter = TypeVar("Letter", "OfferingLetterPaper", "ReminderLetterPaper")


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


def offering_draft(page: ResponsePage, advice: Advice, lacking: Callable[[], object]) -> None:
    """An e-mail draft to the college, with the letter and the advice enclosed.

    Args:
        page: the page that asks.
        advice: what is offered.
        lacking: called when the address of the college is not known yet.
    """
    printing, files = page.desk.services.printing, page.desk.services.term_files
    draft = partial(
        _draft,
        page,
        _("Offering {title}").format(title=advice.title),
        lambda: printing.offering_letter(advice.id),
        lambda paper, letter, path: files.offering_draft(advice.id, paper, letter, path),
    )
    _addressed(page, advice, draft, lacking)


def reminder_draft(page: ResponsePage, advice: Advice, lacking: Callable[[], object]) -> None:
    """An e-mail draft that reminds the college, with the letter enclosed; `lacking` as `offering_draft`."""
    printing, files = page.desk.services.printing, page.desk.services.term_files
    draft = partial(
        _draft,
        page,
        _("Reminder {title}").format(title=advice.title),
        lambda: printing.reminder_letter(advice.id),
        lambda paper, letter, path: files.reminder_draft(advice.id, paper, letter, path),
    )
    _addressed(page, advice, draft, lacking)


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


def _addressed(
    page: ResponsePage, advice: Advice, draft: Callable[[], object], lacking: Callable[[], object]
) -> None:
    """Go on with the draft when the college has an address, else say so before a place is asked."""
    files = page.desk.services.term_files

    def on_read(known: bool) -> None:  # noqa: FBT001  (what a task gives)
        if known:
            draft()
        else:
            lacking()
            page.fail(NotPossible("mail_no_college"))

    page.ask(lambda: files.has_mail(advice.id), on_read)


def _draft(
    page: ResponsePage,
    name: str,
    letter: Callable[[], Letter],
    write: Callable[[Letter, bytes, Path], object],
) -> None:
    """Ask where a draft goes, set its letter in the other lane and `write` it there."""
    title = _("Make the e-mail draft")
    asked = page.desk.dialogs.save_file(page, title, _("E-mail draft (*.eml)"), proposal(name, ".eml"))
    if asked is None:
        return
    path = asked if asked.suffix else asked.with_suffix(".eml")

    def keep(paper: Letter, made: Printed) -> object:
        return write(paper, made.content, path)

    page.request(title, letter, render, keep, lambda _kept: _told(page, path))


def _told(page: ResponsePage, path: Path) -> None:
    page.desk.say(_("{file} is saved.").format(file=path.name))
