"""What happened about one advice at the college: a list, the latest first, with the files that were kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burgertop_app.i18n import _, day, ngettext
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.drawer import StoryLine
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QVBoxLayout

    from burgertop_app.domain.advice import Offer, Receipt
    from burgertop_app.domain.responses import Postponement, ReplyReading
    from burgertop_app.services.happened import Course

ASIDE = 40
"""Pixels that what belongs to an event stands in, below its words."""


@dataclass(frozen=True)
class Event:
    """One thing that happened; `more` are further sentences, `file` the attachment that proves it."""

    on: date
    icon: str
    what: str
    more: tuple[str, ...] = ()
    withdrawn: str = ""
    file: UUID | None = None


class CourseView(QWidget):
    """The list; `file_wanted` carries the id of a kept file."""

    file_wanted = Signal(object)

    def __init__(self, found: Course) -> None:
        super().__init__()
        box = column(gap=Space.S)
        told = latest_first(found)
        if not told:
            box.addWidget(words(_("Nothing is recorded yet. The first step is the offer."), wrap=True))
        for event in told:
            self._tell(box, event)
        self.setLayout(box)

    def _tell(self, box: QVBoxLayout, event: Event) -> None:
        said = "\n".join((event.what, *filter(None, event.more)))
        box.addWidget(StoryLine(event.icon, said, day(event.on)))
        if event.withdrawn:
            why = words(_("Withdrawn: {reason}").format(reason=event.withdrawn), "warn", wrap=True)
            box.addLayout(row(why, margins=(ASIDE, 0, 0, 0)))
        if event.file is not None:
            button = small(_("Kept file…"), partial(self.file_wanted.emit, event.file), "paperclip")
            button.setAccessibleDescription(event.what)
            box.addLayout(row(button, None, margins=(ASIDE, 0, 0, 0)))


def latest_first(found: Course) -> list[Event]:
    """Everything that happened; of one day, what follows from something else stands above it."""
    return sorted(events(found), key=lambda event: event.on)[::-1]


def events(found: Course) -> Iterator[Event]:
    """Everything that happened, kind by kind, in the order in which the kinds follow from each other."""
    yield from map(_offered, found.offers)
    yield from map(_received, found.receipts)
    yield from map(_postponed, found.postponements)
    for kept in found.reminders:
        yield Event(kept.on, "mail", _("The college was reminded."), (kept.how,))
    yield from map(_read, found.readings)


def _offered(kept: Offer) -> Event:
    copies = _("Copies to: {names}.").format(names=", ".join(kept.copies)) if kept.copies else ""
    return Event(
        kept.on,
        "landmark",
        _("Offered to {to}.").format(to=kept.to),
        (kept.how, copies),
        kept.withdrawn_reason,
    )


def _received(kept: Receipt) -> Event:
    by = _("Confirmed by: {who}.").format(who=kept.by) if kept.by else ""
    proof = _("Proof: {proof}").format(proof=kept.proof)
    more = (proof, by, kept.how)
    return Event(
        kept.on,
        "mail-check",
        _("Received by the college."),
        more,
        kept.withdrawn_reason,
        kept.attachment_id,
    )


def _postponed(kept: Postponement) -> Event:
    return Event(
        kept.told_on,
        "hourglass",
        _("Postponed to {day}.").format(day=day(kept.until)),
        (kept.reason, kept.by, kept.proof),
        kept.withdrawn_reason,
        kept.attachment_id,
    )


def _read(kept: ReplyReading) -> Event:
    count = len(kept.disposition_ids)
    said = ngettext(
        "Reply workbook read in: {count} answer.", "Reply workbook read in: {count} answers.", count
    )
    when = kept.at.astimezone().date()
    return Event(when, "file-spreadsheet", said.format(count=count), file=kept.attachment_id)
