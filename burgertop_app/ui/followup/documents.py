"""The papers of the follow-up: agenda, progress report and letters to owners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.i18n import _, day
from burgertop_app.messages.name_marks import copy_sentence
from burgertop_app.services.printing.rendering import render
from burgertop_app.ui.saving import ALL_FORMS, offer_to_open, proposal, save_paper

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.following import ProgressReport
    from burgertop_app.domain.monitoring import MonitorSlot
    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.reporting import ReadyReport
    from burgertop_app.ui.followup.page import FollowupPage


def agenda(page: FollowupPage, process: UUID, slot: MonitorSlot | None) -> None:
    """The agenda of a meeting, or of one today."""
    printing = page.desk.services.printing
    on = slot.on if slot else page.desk.today()
    save_paper(
        page,
        _("Make the agenda"),
        lambda: printing.agenda(process, slot),
        _("Agenda promises {date}").format(date=day(on)),
    )


def draft(page: FollowupPage, process: UUID) -> None:
    """The progress report as it would be now; nothing is fixed."""
    printing = page.desk.services.printing
    save_paper(
        page,
        _("Make a draft of the progress report"),
        lambda: printing.progress(process),
        _("Progress report draft {title}").format(title=page.process_title),
        forms=ALL_FORMS,
    )


def owner_letters(page: FollowupPage, process: UUID) -> None:
    """A letter to everyone who still has something to do."""
    printing = page.desk.services.printing
    save_paper(
        page,
        _("Make the letters to owners"),
        lambda: printing.owner_letters(process),
        _("How does it stand {title}").format(title=page.process_title),
    )


def drafts(page: FollowupPage, process: UUID) -> None:
    """An e-mail draft to everyone who still has something to do, in a new folder."""
    name = _("E-mails to owners {date}").format(date=page.desk.today().isoformat())
    folder = page.desk.dialogs.save_file(
        page, _("Where does the folder with e-mails go?"), _("Folder (*)"), proposal(name, "")
    )
    if folder is None:
        return
    reporting = page.desk.services.reporting
    page.ask(
        lambda: reporting.save_drafts(process, folder),
        lambda _count: page.desk.say(_("The e-mails stand in {folder}.").format(folder=folder.name), "mail"),
    )


def fix(page: FollowupPage, process: UUID) -> None:
    """Make the next report and fix it: numbered, hashed and kept; that cannot be undone."""
    sure = page.desk.dialogs.ask(
        page,
        _("Make and fix the progress report?"),
        _(
            "The report gets a number and is kept as it is now. The next report says what changed since. You"
            " can withdraw it with a reason, not remove it."
        ),
        _("Make and fix"),
    )
    if not sure:
        return
    reporting = page.desk.services.reporting
    page.request(
        _("Make the progress report"),
        lambda: reporting.prepare(process),
        printed,
        lambda ready, made: reporting.fix(ready, *made),
        lambda _change: page.desk.say(_("The progress report is fixed."), "lock"),
    )


def printed(ready: ReadyReport, progress: Progress) -> tuple[bytes, bytes]:
    """The PDF and the web page that go with a report; for the calculation lane."""
    return render(ready.paper, progress).content, render(ready.paper, progress, PaperForm.HTML).content


def save_report(page: FollowupPage, report: ProgressReport) -> None:
    """Write a fixed report, as PDF or web page, where the organiser wants it."""
    name = _("Progress report {number}").format(number=report.number)
    path = page.desk.dialogs.save_file(
        page, name, _("PDF (*.pdf);;Web page (*.html)"), proposal(name, ".pdf")
    )
    if path is None:
        return
    target = path if path.suffix else path.with_suffix(".pdf")
    reporting, privacy = page.desk.services.reporting, page.desk.services.privacy

    def work() -> bool:
        reporting.save_as(report.id, target)
        return privacy.named(report.id)

    def told(named: bool) -> None:  # noqa: FBT001  (what `work` gives)
        if named:
            offer_to_open(page, target, (copy_sentence(),))
        else:
            page.desk.say(_("{file} is saved.").format(file=target.name))

    page.ask(work, told)


def withdraw_report(page: FollowupPage, report: ProgressReport) -> None:
    """Let a report count no more."""
    title = _("Withdraw report {number}").format(number=report.number)
    question = _("The report stays in the list. The next report looks past it.")
    reason = page.desk.dialogs.reason(page, title, question, _("Withdraw"))
    if reason is not None:
        reporting = page.desk.services.reporting
        page.ask(lambda: reporting.withdraw(report.id, reason))
