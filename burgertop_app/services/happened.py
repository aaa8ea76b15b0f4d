"""What happened between panel and college about one advice, also what was withdrawn, and the proof kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Offer, Receipt
from burgertop_app.domain.responses import Deadline, Postponement, Reminder, ReplyReading
from burgertop_app.services import proofs
from burgertop_app.services.saving import save_document
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.services.context import Context


@dataclass(frozen=True)
class Course:
    """Everything that was recorded about one advice at the college, each kind the oldest first."""

    offers: tuple[Offer, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    postponements: tuple[Postponement, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    readings: tuple[ReplyReading, ...] = ()


class Happened:
    """Reads what was recorded, and gives back the files that prove it."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def course(self, advice_id: UUID) -> Course:
        """Offers, receipts, postponements, reminders and reply workbooks; withdrawn ones too."""
        with self._work.reading() as store:
            offers = advice_store.every_offer(store, advice_id)
            receipts = store.find(Receipt, offer_id=[offer.id for offer in offers])
            deadlines = store.find(Deadline, receipt_id=[receipt.id for receipt in receipts])
            return Course(
                offers=offers,
                receipts=receipts,
                postponements=store.find(Postponement, deadline_id=[deadline.id for deadline in deadlines]),
                reminders=store.find(Reminder, order_by="on", advice_id=advice_id),
                readings=store.find(ReplyReading, order_by="at", advice_id=advice_id),
            )

    def file_name(self, attachment_id: UUID) -> str:
        """What the file was called when it came in.

        Raises:
            NotFound: it was not kept.
        """
        with self._work.reading() as store:
            return proofs.kept(store, attachment_id).name

    def save_file(self, attachment_id: UUID, path: Path) -> Path:
        """Write a file that was kept to `path`, exactly as it came in.

        Raises:
            NotFound: it was not kept.
            InvalidInput: the file is open elsewhere, or cannot be written there.
        """
        with self._work.reading() as store:
            content = proofs.kept(store, attachment_id).content
        return save_document(path, content)
