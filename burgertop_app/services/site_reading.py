"""What a website tells, read from the workspace, with everything that points at a person left out."""

from __future__ import annotations

import hashlib
import html
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, SectionKind
from burgertop_app.domain.draw_records import DrawRecord
from burgertop_app.domain.name_marks import Fixed
from burgertop_app.domain.outcomes import Card, CardText
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.papers.site import (
    SiteAdvice,
    SiteCard,
    SiteDraw,
    SiteNumbers,
    SitePaper,
    SitePromise,
    SiteRecommendation,
    SiteReport,
    SiteTheme,
    SiteVersion,
)
from burgertop_app.domain.people import Contact
from burgertop_app.domain.person_details import Traces, details_of
from burgertop_app.domain.person_names import Names
from burgertop_app.domain.processes import Process
from burgertop_app.domain.public_names import Guard, public_contact, public_owner
from burgertop_app.domain.responses import Commitment, MonitorMeeting, Side
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.exchange.file_texts import file_text
from burgertop_app.i18n import _
from burgertop_app.messages.following import standing
from burgertop_app.services import draw_public
from burgertop_app.services.draw_occasion import occasion
from burgertop_app.services.printing import representation_paper, response_papers, shared
from burgertop_app.storage import (
    advice_images,
    advice_store,
    follow_store,
    name_marks,
    overview_store,
    process_facts,
    sign_off_store,
)
from burgertop_app.storage.reading import under

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.advice import AdviceVersion
    from burgertop_app.domain.follow_views import CommitmentLine
    from burgertop_app.domain.following import ProgressReport
    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.domain.papers.answers import ResponseOverviewPaper
    from burgertop_app.storage.unit_of_work import Store

Ends = dict[str, list[tuple[int, int]]]

_TAG = re.compile(r"<[^>]*>")


def guard(store: Store) -> Guard:
    """What belongs to everybody who was ever kept in this workspace, and is still known."""
    contacts = store.find(Contact)
    names = Names(contact.name for contact in contacts)
    return Guard(Traces(names, details_of(contacts, postcodes=True)))


def site_paper(
    store: Store, process_id: UUID, terms: Mapping[UUID, str], made_at: datetime, today: date
) -> SitePaper:
    """The website as it stands; `terms` has the sentence that explains the last day of each advice.

    A document holds the cards as they were worded when it was fixed, so each earlier wording counts too when
    it is decided whether the document may stand there.
    """
    process, known = store.get(Process, process_id), guard(store)
    cards = shared.counting(shared.lines_of_cards(store, process))
    agreement, notes = shared.agreement(cards)
    loose = any(
        known.finds(text.text)
        for text in under(store, CardText, Card, "card_id", process_id, order="version")
    )
    advices = store.find(Advice, order_by="number", process_id=process_id)
    paper = SitePaper(
        masthead=shared.masthead(store, process, made_at),
        on=today,
        topic=process.topic,
        assignment=process.assignment,
        mandate=shared.mandate(store, process),
        numbers=_numbers(store, process, today),
        advices=tuple(
            _advice(store, advice, terms.get(advice.id, ""), made_at, known, loose=loose)
            for advice in advices
            if advice_store.versions(store, advice.id)
        ),
        representation=representation_paper.representation(store, process),
        themes=_themes(cards, _ends(store, advices), notes),
        agreement=agreement,
        promises=_promises(store, process_id, today),
        looked_on=tuple(sorted(met.on for met in store.find(MonitorMeeting, process_id=process_id))),
        draws=tuple(_draws(store, process_id, known)),
        contact=public_contact(process.contact),
        report=_report(store, process_id, known),
        report_withheld=_last_report(store, process_id) is not None,
    )
    return known.cleared(paper, _("[left out]"))


def _numbers(store: Store, process: Process, today: date) -> SiteNumbers:
    found = process_facts.thread_numbers(store, process, today)
    return SiteNumbers(
        invited=found.invited,
        registered=found.registered,
        drawn=found.drawn,
        present=found.present,
        cards=found.cards,
        proposals=found.proposals,
        recommendations=found.recommendations,
        answered=found.answered,
    )


def _advice(
    store: Store, advice: Advice, term: str, made_at: datetime, known: Guard, *, loose: bool
) -> SiteAdvice:
    answer = response_papers.response_overview(store, advice.id, term, made_at)
    return SiteAdvice(
        number=advice.number,
        title=advice.title,
        state=advice.state,
        versions=tuple(
            _version(store, version, known, loose=loose)
            for version in advice_store.versions(store, advice.id)
        ),
        answer=_official(answer),
        withdrawn_reason=advice.withdrawn_reason,
    )


def _official(answer: ResponseOverviewPaper) -> ResponseOverviewPaper:
    """The answer with offices for owners, and without the letter, which people sign."""
    said = (
        replace(item, owner=public_owner(item.owner, _("the municipality")) if item.owner else "")
        for item in answer.recommendations
    )
    return replace(answer, recommendations=tuple(said), letter="")


def _version(store: Store, version: AdviceVersion, known: Guard, *, loose: bool) -> SiteVersion:
    """A fixed version; its document is withheld when a person can be found in what it says.

    Of somebody who was erased the name is left out of the words too, and the page says so.
    """
    marked = bool(name_marks.on(store, Fixed.ADVICE_VERSION, version.id))
    told = name_marks.told(store, version, _("[left out]"))
    document = None
    if version.attachment_id is not None and not (loose or marked or _tells(store, version, known)):
        document = store.get(Attachment, version.attachment_id)
    frozen = {(each["number"], each["sha256"]) for each in told.get("images", ())}
    written = {kept["kind"]: kept["body"] for kept in told["sections"]}
    return SiteVersion(
        version=version.version,
        on=version.frozen_at.astimezone().date(),
        title=told["title"],
        left_out=marked,
        sha256=version.sha256,
        sections=tuple((kind, written[kind]) for kind in SectionKind if written.get(kind, "").strip()),
        recommendations=tuple(
            SiteRecommendation(
                number=item["number"],
                sentence=item["title"],
                reason=item["reason"],
                minority=item["minority"],
                ourselves=item["ourselves"],
                note=item.get("note", ""),
                costs=item.get("costs", ""),
                roles=_offices(item.get("roles", "")),
                cards=tuple(item["cards"]),
            )
            for item in told["recommendations"]
        ),
        document=document.content if document else None,
        document_sha256=document.sha256 if document else "",
        images=tuple(
            (number, content)
            for number, content in advice_images.contents(store, version.advice_id).items()
            if (number, hashlib.sha256(content).hexdigest()) in frozen
        ),
    )


def _offices(roles: str) -> str:
    """Who does what, with offices for whoever is named before a colon."""
    otherwise = _("the municipality")
    parted = (line.partition(":") for line in roles.splitlines())
    return "\n".join(
        f"- {public_owner(who, otherwise)}:{what}" if colon else who for who, colon, what in parted
    )


def _ends(store: Store, advices: tuple[Advice, ...]) -> Ends:
    """Per card the recommendations that rest on it, of every advice that has a fixed version."""
    found: Ends = {}
    for advice in advices:
        public = advice_store.published_texts(store, advice.id)
        for line in advice_store.recommendation_lines(store, advice.id):
            kept = line.recommendation
            if kept.id in public and not kept.withdrawn_reason and not advice.withdrawn_reason:
                for label in line.cards:
                    found.setdefault(label, []).append((advice.number, kept.number))
    return found


def _tells(store: Store, version: AdviceVersion, known: Guard) -> bool:
    """Whether a person can be found in what the document of a version says, its cards left out.

    Assignment and mandate of the process stand in it as well; they are read as they are now.
    """
    process = store.get(Process, store.get(Advice, version.advice_id).process_id)
    signed = sign_off_store.of_version(store, version)
    beside = (process.title, process.assignment, version.unsigned_reason, signed.minority if signed else "")
    mandate = shared.mandate(store, process)
    return (
        known.finds_in(json.loads(version.content))
        or known.finds_in(beside)
        or known.cleared(mandate, "") != mandate
    )


def _themes(lines: Sequence[CardLine], ends: Ends, notes: Mapping[UUID, str]) -> tuple[SiteTheme, ...]:
    heaps: dict[str, list[SiteCard]] = {}
    for line in lines:
        label = line.card.label
        made = SiteCard(
            number=label,
            text=line.text,
            times=line.card.times,
            ends=tuple(ends.get(label, ())),
            note=notes[line.card.id],
            origin=shared.came_from(line),
        )
        heaps.setdefault(line.theme, []).append(made)
    names = sorted(heaps, key=lambda name: (not name, name.casefold()))
    return tuple(SiteTheme(name=name or _("No theme"), cards=tuple(heaps[name])) for name in names)


def _promises(store: Store, process_id: UUID, today: date) -> tuple[SitePromise, ...]:
    """Every promise, what is late on top; one that was withdrawn stays with its reason."""
    lines = follow_store.lines(store, process_id)
    ordered = sorted(lines, key=lambda line: overview_store.urgency_of(line.commitment, today))
    return tuple(_promise(line, today) for line in ordered)


def _promise(line: CommitmentLine, today: date) -> SitePromise:
    kept, last = line.commitment, line.notes[-1] if line.notes else None
    return SitePromise(
        text=kept.text,
        owner=public_owner(kept.owner, _("the municipality")) if kept.owner else "",
        due_on=kept.due_on,
        state=kept.state,
        standing=standing(kept, today),
        late=overview_store.is_late(kept, today),
        residents=kept.side is Side.RESIDENTS,
        told=last.text if last else kept.progress,
        told_on=last.on if last else None,
        outcome=kept.outcome,
        withdrawn=kept.withdrawn_reason,
    )


def _report(store: Store, process_id: UUID, known: Guard) -> SiteReport | None:
    """The last report that counts; None when a person can be found in it, or that cannot be known."""
    last = _last_report(store, process_id)
    if last is None or last.attachment_id is None or last.web_id is None:
        return None
    web = store.get(Attachment, last.web_id).content
    page = html.unescape(_TAG.sub(" ", web.decode("utf-8")))
    said = "\n".join((page, file_text("", PaperForm.HTML.media_type, web).text))
    if name_marks.on(store, Fixed.PROGRESS_REPORT, last.id):
        return None
    owners = {kept.owner.strip() for kept in store.find(Commitment, process_id=process_id)}
    people = [owner for owner in owners if public_owner(owner, "") != owner]
    if known.finds(said) or any(owner in said for owner in people):
        return None
    return SiteReport(
        number=last.number,
        on=last.made_at.astimezone().date(),
        document=store.get(Attachment, last.attachment_id).content,
        web=web,
    )


def _last_report(store: Store, process_id: UUID) -> ProgressReport | None:
    counting = [kept for kept in follow_store.reports(store, process_id) if not kept.withdrawn_reason]
    return counting[-1] if counting else None


def _draws(store: Store, process_id: UUID, known: Guard) -> list[SiteDraw]:
    """Every draw that was committed to in public; one that never was has nothing to check."""
    found = store.find(DrawRecord, order_by="attempt", process_id=process_id, rehearsal=False)
    return [_draw(store, record, known) for record in found if draw_public.made_at(record) is not None]


def _draw(store: Store, record: DrawRecord, known: Guard) -> SiteDraw:
    files = draw_public.public_files(store, record)
    told = occasion(store, record)
    marked = bool(name_marks.on(store, Fixed.DRAW, record.id))
    withheld = marked or any(_finds(known, name, content) for name, content in files.items())
    return SiteDraw(
        panel=record.panel,
        attempt=record.attempt,
        title=told.title,
        organisation=told.organisation,
        drawn_at=told.drawn_at,
        quota_source=told.quota_source,
        registration=told.registration,
        files=() if withheld else tuple(sorted(files.items())),
        withdrawn_reason=told.withdrawn.reason if told.withdrawn else "",
        withdrawn_at=told.withdrawn.at if told.withdrawn else None,
        withheld=withheld,
    )


def _finds(known: Guard, name: str, content: bytes) -> bool:
    """Whether a person can be found in a public file; the line ends of a JSON text are none in its bytes."""
    said = content.decode("utf-8", errors="replace")
    return known.finds(said) or (name.endswith(".json") and known.finds_in(json.loads(said)))
