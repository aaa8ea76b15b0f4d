"""Terms for other programs: a calendar, and e-mail drafts with the letter and the advice enclosed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.addressees import AddresseeRole
from burgertop_app.domain.advice import Advice, AdviceState, Receipt
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.processes import Process
from burgertop_app.domain.responses import Deadline, MonitorMeeting, Postponement, last_day_of
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.exchange.calendar import Day, write_calendar
from burgertop_app.exchange.mail_drafts import Draft, Enclosed, write_draft
from burgertop_app.i18n import _, day, speaking
from burgertop_app.messages.letter_mails import offering_mail, reminder_mail
from burgertop_app.services.addressing import addressees_of, copies
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.addressees import Addressee
    from burgertop_app.domain.papers.answers import OfferingLetterPaper, ReminderLetterPaper
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

PDF = "application/pdf"
ALARMS = (14, 3)
HOST = "burgertop.nl"


class TermFiles:
    """Writes what goes to a calendar or a mail program; no participant stands in it."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._clock = context.clock
        self._language = context.language

    def calendar(self, path: Path, advice_id: UUID | None = None) -> int:
        """Write the last day of one advice, or of all that wait, and the monitor meetings; gives how many.

        Raises:
            NotPossible: no term runs.
            InvalidInput: the file cannot be written there.
        """
        with self._work.reading() as store:
            found = list(_days(store, advice_id))
        if not found:
            raise NotPossible("calendar_nothing")
        with speaking(self._language):
            write_calendar(path, found, self._clock(), _("Burgertop: terms"))
        return len(found)

    def has_mail(self, advice_id: UUID) -> bool:
        """Whether the e-mail address of the college is known, without which there is no draft."""
        with self._work.reading() as store:
            process = store.get(Process, store.get(Advice, advice_id).process_id)
            return bool(_college(addressees_of(store, process)).email.strip())

    def offering_draft(self, advice_id: UUID, paper: OfferingLetterPaper, letter: bytes, path: Path) -> Path:
        """Write a draft to the college, copies to council and griffie, with the letter and the frozen advice.

        Raises:
            NotPossible: there is no e-mail address of the college, or no document of the version.
            InvalidInput: the file cannot be written there.
        """
        with self._work.reading() as store:
            advice = store.get(Advice, advice_id)
            to, cc = _addresses(store, advice)
            version = advice_store.versions(store, advice_id)[-1]
            if version.attachment_id is None:
                raise NotPossible("advice_document_missing", version=version.version)
            document = store.get(Attachment, version.attachment_id)
        with speaking(paper.masthead.language):
            subject, text = offering_mail(paper)
            enclosed = (
                Enclosed(document.name, document.content, document.media_type),
                Enclosed(_("Letter with receipt form.pdf"), letter),
            )
        write_draft(path, Draft(path.stem, to, subject, text, cc, enclosed))
        return path

    def reminder_draft(self, advice_id: UUID, paper: ReminderLetterPaper, letter: bytes, path: Path) -> Path:
        """Write a draft that reminds the college, with the letter; errors as `offering_draft`."""
        with self._work.reading() as store:
            to, cc = _addresses(store, store.get(Advice, advice_id))
        with speaking(paper.masthead.language):
            subject, text = reminder_mail(paper)
            enclosed = (Enclosed(_("Reminder.pdf"), letter),)
        write_draft(path, Draft(path.stem, to, subject, text, cc, enclosed))
        return path


def _addresses(store: Store, advice: Advice) -> tuple[str, tuple[str, ...]]:
    found = addressees_of(store, store.get(Process, advice.process_id))
    college = _college(found)
    if not college.email.strip():
        raise NotPossible("mail_no_college")
    return college.email.strip(), tuple(one.email.strip() for one in copies(found) if one.email.strip())


def _college(found: Iterable[Addressee]) -> Addressee:
    return next(one for one in found if one.role is AddresseeRole.COLLEGE)


def _days(store: Store, advice_id: UUID | None) -> Iterator[Day]:
    advices = (store.get(Advice, advice_id),) if advice_id else store.find(Advice)
    processes = {process.id: process for process in store.find(Process)}
    told: set[UUID] = set()
    for advice in advices:
        if advice_id is None and advice.state is not AdviceState.RECEIVED:
            continue
        process = processes[advice.process_id]
        with speaking(process.language):
            yield from _last_day(store, advice, process)
            if process.id not in told:
                told.add(process.id)
                yield from _meetings(store, process)


def _last_day(store: Store, advice: Advice, process: Process) -> Iterator[Day]:
    receipt = advice_store.receipt(store, advice.id)
    if receipt is None:
        return
    deadline = store.one(Deadline, receipt_id=receipt.id)
    postponements = store.find(Postponement, deadline_id=deadline.id)
    last = last_day_of(deadline, postponements)
    said = [_("{process}: advice received on {day}.").format(process=process.title, day=day(receipt.on))]
    if last != deadline.due_on:
        said.append(
            _("The agreed last day was {day}; the college postponed.").format(day=day(deadline.due_on))
        )
    yield Day(
        uid=f"{advice.id}-answer@{HOST}",
        title=_("Last day for the answer to “{advice}”").format(advice=advice.title),
        on=last,
        text="\n".join(said),
        sequence=_moves(store, advice.id),
        alarms=ALARMS,
    )


def _moves(store: Store, advice_id: UUID) -> int:
    """How often the last day of an advice was fixed anew, or moved: it only grows."""
    offers = [offer.id for offer in advice_store.every_offer(store, advice_id)]
    receipts = [receipt.id for receipt in store.find(Receipt, offer_id=offers)]
    deadlines = [deadline.id for deadline in store.find(Deadline, receipt_id=receipts)]
    moved = store.find(Postponement, deadline_id=deadlines)
    return len(deadlines) - 1 + len(moved) + sum(bool(one.withdrawn_reason) for one in moved)


def _meetings(store: Store, process: Process) -> Iterator[Day]:
    for meeting in store.find(MonitorMeeting, order_by="on", process_id=process.id):
        yield Day(
            uid=f"{meeting.id}-monitor@{HOST}",
            title=_("Monitor meeting “{process}”").format(process=process.title),
            on=meeting.on,
            text=meeting.note,
            sequence=max(meeting.revision - 1, 0),
            alarms=(3,),
        )
