"""Which documents belong to a process: those that were kept, byte for byte, and those that are made anew."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceImage, AdviceVersion, Offer, Receipt
from burgertop_app.domain.archive import Document, DocumentKind
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.following import Evidence
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.responses import Deadline, Postponement, ReplyReading, Response
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.exchange.draw_folder import PUBLIC
from burgertop_app.i18n import _
from burgertop_app.messages.archive import kind_words
from burgertop_app.services.draw_public import made_at
from burgertop_app.storage import follow_store, look_store, name_marks
from burgertop_app.storage.reading import under

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.draw_records import DrawRecord
    from burgertop_app.domain.following import ProgressReport
    from burgertop_app.domain.processes import Process
    from burgertop_app.services.draw_export import DrawFolders
    from burgertop_app.services.feeding_back import FeedingBack
    from burgertop_app.services.printing.printer import Printing
    from burgertop_app.services.printing.rendering import Paper
    from burgertop_app.storage.unit_of_work import Store

FOLDER = "documenten"
DRAWS = "loting"
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")
_ENDINGS = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg", "text/plain": ".txt"}


@dataclass(frozen=True)
class Unset:
    """A document that is still to be made from its paper."""

    document: Document
    paper: Paper


@dataclass(frozen=True)
class Makers:
    """The services that know the papers and the folders of the draws."""

    printing: Printing
    feeding_back: FeedingBack
    draw_folders: DrawFolders


def kept(store: Store, process: Process, *, named: bool) -> Iterator[Document]:
    """What was frozen or received, byte for byte; `named` keeps the names of the files.

    What was made for one person is left out. What holds the name of somebody erased is marked.
    """
    marked = name_marks.held_back(store)
    own = _own(store, process, marked)
    for version in _versions(store, process):
        told = _marked(_advice_document(store, version, process), version.id, marked)
        path = str(PurePosixPath(told.path).with_suffix(".json"))
        yield replace(told, path=path, sender="", content=version.content.encode())
    received, days = 0, _days(store, process)
    for one in store.find(Attachment, process_id=process.id, person_id=None):
        if one.id in own:
            yield replace(own[one.id], content=one.content)
            continue
        received += 1
        ending = _ENDINGS.get(one.media_type) or PurePosixPath(one.name).suffix[:10] or ".bin"
        title = one.name if named else _("Received document {number}").format(number=received)
        stem = _UNFIT.sub("-", PurePosixPath(one.name).stem)[:60] if named else "ontvangen"
        received_as = Document(
            path=f"{FOLDER}/ontvangen/{received:03d}-{stem}{_UNFIT.sub('', ending)}",
            name=title,
            kind=DocumentKind.RECEIVED,
            on=days.get(one.id, store.now().astimezone().date()),
            content=one.content,
            receiver=process.title,
            personal=True,
        )
        yield _marked(received_as, one.id, marked)


def drawn(
    makers: Makers, records: tuple[DrawRecord, ...], *, public: bool, marked: frozenset[UUID] = frozenset()
) -> Iterator[Document]:
    """The folder of each draw that was committed or held; `public` takes only what anybody may see.

    `marked` are the draws in which somebody is named whose data were erased.
    """
    for record in records:
        moment = made_at(record)
        if moment is None:
            continue
        name = _("Draw, attempt {attempt}").format(attempt=record.attempt)
        files = makers.draw_folders.evidence(record.id).files
        for path, content in sorted(files.items()):
            if public and not path.startswith(f"{PUBLIC}/"):
                continue
            made = Document(
                path=f"{DRAWS}/poging-{record.attempt}/{path}",
                name=f"{name}: {path}",
                kind=DocumentKind.DRAW,
                on=moment.astimezone().date(),
                content=content,
                personal=not path.startswith(f"{PUBLIC}/"),
            )
            yield _marked(made, record.id, marked)


def unset(makers: Makers, process: Process, advices: tuple[Advice, ...], today: date) -> Iterator[Unset]:
    """What the program makes anew from what is kept; no participant stands in it by name."""
    printing, id_ = makers.printing, process.id
    wanted: list[tuple[str, str, DocumentKind, Callable[[], Paper | None]]] = [
        ("spelregels", "", DocumentKind.RULES, lambda: printing.rules(id_)),
        ("kaartenboek", "", DocumentKind.CARDS, lambda: printing.card_book(id_)),
        ("voorstellenboek", "", DocumentKind.PROPOSALS, lambda: _book(printing, id_)),
        ("overzicht-kaarten", "", DocumentKind.FEEDBACK, lambda: makers.feeding_back.overview(id_)),
    ]
    for advice in advices:
        number = advice.number
        offered = _("Offering letter of advice {number}").format(number=number)
        answered = _("Answer of the college to advice {number}").format(number=number)
        wanted += [
            (f"aanbieding-advies-{number}", offered, DocumentKind.OFFER, _offer(printing, advice.id)),
            (f"antwoord-advies-{number}", answered, DocumentKind.ANSWER, _answer(printing, advice.id)),
        ]
    for stem, name, kind, make in wanted:
        paper = _made(make)
        if paper is not None:
            document = Document(
                path=f"{FOLDER}/{stem}.pdf",
                name=name or kind_words(kind),
                kind=kind,
                on=today,
                sender=process.title,
            )
            yield Unset(document, paper)


def _marked(document: Document, target_id: UUID, marked: frozenset[UUID]) -> Document:
    return replace(document, personal=True, named=True) if target_id in marked else document


def _own(store: Store, process: Process, marked: frozenset[UUID]) -> dict[UUID, Document]:
    """What was kept of our own making, by its attachment: advices, pictures, reports, logos."""
    found = {
        version.attachment_id: _marked(_advice_document(store, version, process), version.id, marked)
        for version in _versions(store, process)
        if version.attachment_id is not None
    }
    for advice in store.find(Advice, process_id=process.id):
        for image in store.find(AdviceImage, advice_id=advice.id):
            found[image.attachment_id] = _picture(store, advice, image, process)
    for place, file in enumerate(look_store.logo_files(store, process.id), 1):
        found[file.id] = _logo(store, file, place, process)
    for report in follow_store.reports(store, process.id):
        for kept, form in ((report.attachment_id, PaperForm.PDF), (report.web_id, PaperForm.HTML)):
            if kept is not None:
                found[kept] = _marked(_report(report, form, process), report.id, marked)
    return found


def _versions(store: Store, process: Process) -> tuple[AdviceVersion, ...]:
    return under(store, AdviceVersion, Advice, "advice_id", process.id, order="version")


def _advice_document(store: Store, version: AdviceVersion, process: Process) -> Document:
    advice = store.get(Advice, version.advice_id)
    return Document(
        path=f"{FOLDER}/adviezen/advies-{advice.number}-versie-{version.version}.pdf",
        name=_("Advice {advice}, version {version}").format(advice=advice.number, version=version.version),
        kind=DocumentKind.ADVICE,
        on=version.frozen_at.astimezone().date(),
        sender=process.title,
    )


def _picture(store: Store, advice: Advice, image: AdviceImage, process: Process) -> Document:
    """A picture; people may be seen on it."""
    kept = store.get(Attachment, image.attachment_id)
    ending = _ENDINGS.get(kept.media_type, ".bin")
    return Document(
        path=f"{FOLDER}/adviezen/advies-{advice.number}-afbeelding-{image.number}{ending}",
        name=_("Advice {advice}, picture {number}").format(advice=advice.number, number=image.number),
        kind=DocumentKind.PICTURE,
        on=store.now().astimezone().date(),
        sender=process.title,
        personal=True,
    )


def _logo(store: Store, file: Attachment, place: int, process: Process) -> Document:
    """A logo: the present one, or one that only a frozen advice shows."""
    ending = _ENDINGS.get(file.media_type, ".bin")
    return Document(
        path=f"{FOLDER}/huisstijl/logo-{place}{ending}",
        name=_("Logo {number}").format(number=place),
        kind=DocumentKind.PICTURE,
        on=store.now().astimezone().date(),
        sender=process.title,
    )


def _report(report: ProgressReport, form: PaperForm, process: Process) -> Document:
    web = form is PaperForm.HTML
    name = _("Progress report {number}, as a web page") if web else _("Progress report {number}")
    return Document(
        path=f"{FOLDER}/voortgang/voortgangsverslag-{report.number}{form.suffix}",
        name=name.format(number=report.number),
        kind=DocumentKind.PROGRESS,
        on=report.made_at.astimezone().date(),
        sender=process.title,
    )


def _days(store: Store, process: Process) -> dict[UUID | None, date]:
    """The day on which an attachment came in, as whatever it belongs to tells."""
    advices = [advice.id for advice in store.find(Advice, process_id=process.id)]
    versions = [version.id for version in store.find(AdviceVersion, advice_id=advices)]
    offers = [offer.id for offer in store.find(Offer, version_id=versions)]
    receipts = store.find(Receipt, offer_id=offers)
    deadlines = [each.id for each in store.find(Deadline, receipt_id=[receipt.id for receipt in receipts])]
    readings = store.find(ReplyReading, advice_id=advices)
    return {
        **{one.attachment_id: one.received_on for one in store.find(Response, advice_id=advices)},
        **{read.attachment_id: read.at.astimezone().date() for read in readings},
        **{one.attachment_id: one.on for one in receipts},
        **{one.attachment_id: one.told_on for one in store.find(Postponement, deadline_id=deadlines)},
        **{one.attachment_id: one.on for one in store.find(Evidence)},
    }


def _made(make: Callable[[], Paper | None]) -> Paper | None:
    """A paper, or None while there is nothing to put on it yet."""
    try:
        return make()
    except BurgertopError:
        return None


def _book(printing: Printing, process_id: UUID) -> Paper | None:
    """The book of proposals; None while there are no proposals."""
    book = printing.proposal_book(process_id)
    return book if book.proposals else None


def _offer(printing: Printing, advice_id: UUID) -> Callable[[], Paper]:
    return lambda: printing.offering_letter(advice_id)


def _answer(printing: Printing, advice_id: UUID) -> Callable[[], Paper]:
    return lambda: printing.response_overview(advice_id)
