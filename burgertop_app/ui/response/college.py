"""What an organiser does about the college besides its answer: delay, addresses, days off, withdrawing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.i18n import _, day
from burgertop_app.ui.response import documents
from burgertop_app.ui.response.addresses_form import AddressesForm
from burgertop_app.ui.response.course import CourseView
from burgertop_app.ui.response.days_off_form import DaysOffForm
from burgertop_app.ui.response.delay_form import DelayForm
from burgertop_app.ui.saving import proposal, show_outside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.addressees import Addressee
    from burgertop_app.services.happened import Course
    from burgertop_app.ui.response.page import ResponsePage
    from burgertop_app.ui.response.state import Followed

Entry = tuple[str, str, "Callable[[], object]"]


def entries(page: ResponsePage, shown: Followed) -> list[Entry]:
    """What can be done about the college, for a menu."""
    found: list[Entry] = []
    if shown.term is not None and shown.answered < len(shown.lines):
        found.append((_("Postponement…"), "hourglass", partial(postpone, page, shown)))
    if shown.term is not None and shown.term.postponed:
        found.append((_("Withdraw the postponement…"), "undo-2", partial(withdraw_delay, page, shown)))
    if shown.advice.state is not AdviceState.DRAFT:
        found.append((_("What happened so far…"), "history", partial(happened, page, shown)))
    found += [
        (_("Addresses…"), "map-pin", partial(addresses, page)),
        (_("Days off…"), "calendar-days", partial(days_off, page)),
    ]
    if shown.advice.state is AdviceState.OFFERED:
        found += [
            (_("Offer again…"), "landmark", partial(page.side.offer, shown)),
            (_("Withdraw the offer…"), "undo-2", partial(withdraw_offer, page, shown)),
        ]
    return found


def paper_entries(page: ResponsePage, shown: Followed) -> list[Entry]:
    """Drafts and the calendar, for the menu of documents."""
    found: list[Entry] = [
        (
            _("E-mail draft of the offer…"),
            "mail-plus",
            partial(documents.offering_draft, page, shown.advice, partial(addresses, page)),
        )
    ]
    if shown.term is not None:
        found += [
            (
                _("E-mail draft of the reminder…"),
                "mail-plus",
                partial(documents.reminder_draft, page, shown.advice, partial(addresses, page)),
            ),
            (_("Last day for a calendar…"), "calendar", partial(documents.calendar, page, shown.advice)),
        ]
    return found


def postpone(page: ResponsePage, shown: Followed) -> None:
    """Record that the college answers later."""
    term = shown.term
    if term is None:
        return
    postponing, advice = page.desk.services.postponing, shown.advice.id
    form = DelayForm(page.desk.today(), term.last, term.deadline.due_on, page.side.ask_file)

    def weeks_chosen(weeks: int) -> None:
        page.ask(lambda: postponing.day_after(advice, weeks), form.tell)

    def record() -> None:
        try:
            told = form.form()
        except BurgertopError as error:
            page.fail(error)
            return
        page.ask(
            lambda: postponing.postpone(advice, told),
            lambda _change: page.side.done(_("The postponement is recorded. The agreed day stays visible.")),
        )

    form.weeks_chosen.connect(weeks_chosen)
    page.side.show_form(form, _("The college answers later"), shown.advice.title, record)


def withdraw_delay(page: ResponsePage, shown: Followed) -> None:
    """Withdraw the last postponement that counts."""
    if shown.term is None or not shown.term.postponed:
        return
    kept, postponing = shown.term.postponed[-1], page.desk.services.postponing
    reason = page.desk.dialogs.reason(
        page,
        _("Withdraw the postponement"),
        _("The last day goes back to what it was before {day}. It stays readable, with your reason.").format(
            day=day(kept.until)
        ),
        _("Withdraw"),
    )
    if reason:
        page.ask(lambda: postponing.withdraw(kept.id, reason))


def withdraw_offer(page: ResponsePage, shown: Followed) -> None:
    """Withdraw the last offer that counts."""
    offer, receiving = shown.offers[-1], page.desk.services.receiving
    reason = page.desk.dialogs.reason(
        page,
        _("Withdraw the offer"),
        _("The offer of {day} to {to} no longer counts. It stays readable, with your reason.").format(
            day=day(offer.on), to=offer.to
        ),
        _("Withdraw"),
    )
    if reason:
        page.ask(lambda: receiving.withdraw_offer(offer.id, reason))


def happened(page: ResponsePage, shown: Followed) -> None:
    """Show everything that was recorded, also what was withdrawn, with the files that prove it."""
    service = page.desk.services.happened

    def show(found: Course) -> None:
        form = CourseView(found)
        form.file_wanted.connect(partial(save_proof, page))
        page.side.show_form(form, _("What happened so far"), shown.advice.title)

    page.ask(lambda: service.course(shown.advice.id), show)


def save_proof(page: ResponsePage, attachment: UUID) -> None:
    """Write a kept file where the organiser wants it, and offer to open it."""
    service = page.desk.services.happened

    def there(path: Path) -> None:
        told = _("{file} is saved in {folder}.").format(file=path.name, folder=path.parent)
        if page.desk.dialogs.offer(page, _("The file is there"), told, _("Open")):
            show_outside(page, path)

    def named(name: str) -> None:
        path = page.desk.dialogs.save_file(page, _("Save the kept file"), "(*)", bare(name))
        if path is not None:
            page.ask(lambda: service.save_file(attachment, path), there)

    page.ask(lambda: service.file_name(attachment), named)


def bare(name: str) -> Path:
    """The name of a kept file as a name for a new one: without a folder in it, its ending kept."""
    stem, dot, ending = name.rpartition(".")
    return proposal(stem, f".{ending}") if dot and stem else proposal(name, "")


def addresses(page: ResponsePage) -> None:
    """Show and change the addresses."""
    process, addressing = page.process, page.desk.services.addressing
    if process is None:
        return

    def show(found: tuple[Addressee, ...]) -> None:
        form = AddressesForm(found)
        form.ready.connect(lambda wanted: page.ask(lambda: addressing.keep(process, wanted)))
        page.side.show_form(form, _("Addresses for the letters"), _("Everything is kept at once"))

    page.ask(lambda: addressing.all(process), show)


def days_off(page: ResponsePage) -> None:
    """Show and change the table of days off by royal decree."""
    service = page.desk.services.days_off
    form = DaysOffForm(page.desk.today())

    def again(_change: object) -> None:
        page.ask(service.table, form.put)

    form.added.connect(lambda told: page.ask(lambda: service.add(*told), again))
    form.removed.connect(lambda told: page.ask(lambda: service.remove(*told), again))
    form.extended.connect(lambda told: page.ask(lambda: service.extend(*told), again))
    page.ask(service.table, form.put)
    page.side.show_form(form, _("Days off by royal decree"), _("Counts for every process"))
