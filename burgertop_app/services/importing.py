"""Importing people: everything is known and answered before anything is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.addresses import address_key
from burgertop_app.domain.bsn import refuse_bsn
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.people import Contact, ImportBatch, Participation, Person, Role, State
from burgertop_app.domain.people_import import Rules, person_key
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.exchange import people_columns, people_sheet, workbooks
from burgertop_app.services import reply_importing, reply_keeping, reply_undoing
from burgertop_app.services.newcomers import Newcomers, free_numbers
from burgertop_app.services.registration_rules import rules_of
from burgertop_app.storage import feature_store, invitation_store, people_store, removal
from burgertop_app.storage.bulk import undisturbed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.importing import Choice, ImportPlan, Key, Summary
    from burgertop_app.domain.people_import import Columns, Use
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.registration import ReplyBefore
    from burgertop_app.domain.sheets import Table
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


read_sheet = workbooks.read_table
suggest_columns = people_columns.suggest
suggested_uses = people_columns.suggested_uses
analyse = people_sheet.analyse
ENCODINGS = workbooks.ENCODINGS
DELIMITERS = workbooks.DELIMITERS
HEAP = 2_000
"""So many people are written between two moments at which the organiser may stop."""


@dataclass(frozen=True)
class Source:
    """Where people come from: a file, or text that was pasted.

    `encoding` and `delimiter` overrule the guess for text, `sheet` names the sheet of a workbook. `features`
    are the names that the process knows, `role` is what the people do; both help to guess the columns.
    """

    path: Path | None = None
    text: str = ""
    name: str = ""
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    features: tuple[str, ...] = ()
    role: Role = Role.RESIDENT


@dataclass(frozen=True)
class Opened:
    """A sheet that was read, the SHA-256 of what it was read from (hex), and what each column may hold."""

    table: Table
    sha256: str
    uses: tuple[Use, ...]


def open_source(source: Source, progress: Progress = UNHEARD) -> Opened:
    """The table in a file or in pasted text; one with citizen service numbers is refused.

    Raises:
        NotFound: there is no such file.
        InvalidInput: it cannot be read as a table, or a column holds citizen service numbers.
    """
    progress.checkpoint("reading")
    if source.path is None:
        table = workbooks.table_from_text(source.text, source.name, source.delimiter)
        digest = hashlib.sha256(source.text.encode()).hexdigest()
    else:
        digest = file_sha256(source.path) if source.path.is_file() else ""
        table = workbooks.read_table(
            source.path, sheet=source.sheet, encoding=source.encoding, delimiter=source.delimiter
        )
    refuse_bsn(table)
    return Opened(table, digest, suggested_uses(table, source.features, source.role))


def look(given: tuple[Table, Columns, Rules], progress: Progress = UNHEARD) -> ImportPlan:
    """As `analyse`, with everything it needs in one value."""
    return analyse(*given, progress)


def rehearse(request: ImportRequest, progress: Progress = UNHEARD) -> Summary:
    """How the import would end; nothing is kept.

    Raises:
        NotPossible: a problem still needs a choice.
        InvalidInput: a choice will not do, or nobody is left.
    """
    progress.checkpoint("checking")
    people, summary = people_sheet.apply(request.plan, request.columns, request.rules, request.choices)
    if not people:
        raise InvalidInput("import_nobody_left", file=request.plan.file)
    return summary


@dataclass(frozen=True, kw_only=True)
class ImportRequest:
    """An import that was answered to the last problem.

    Attributes:
        plan: what was analysed, with `columns` and `rules`.
        choices: the organiser's answers.
        purpose: what the data are for.
        keep_until: the day on which they must be gone.
        file_sha256: which file it was.
        role: what the people do in the process.
        state: how far they are.
    """

    plan: ImportPlan
    columns: Columns
    rules: Rules
    choices: Mapping[Key, Choice]
    purpose: str
    keep_until: date
    file_sha256: str
    role: Role = Role.RESIDENT
    state: State = State.REGISTERED


class Importing:
    """Brings people in from a sheet."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._entropy = context.entropy
        self._today = context.today
        self._replied: dict[UUID, tuple[ReplyBefore, ...]] = {}

    def rules(self, process_id: UUID, role: Role = Role.RESIDENT) -> Rules:
        """What the rows of a sheet are held against: known values, numbers and people.

        Only residents are drawn, so only theirs are held against the quotas and the age of the form.
        """
        with self._work.reading() as store:
            quotas = feature_store.quota_lines(store, process_id)
            features = feature_store.features(store, process_id)
            contacts = people_store.contacts(store, process_id)
            taken = store.find(Participation, process_id=process_id)
            chosen = rules_of(store, process_id)
            letters = invitation_store.letters(store, process_id)
        drawn = role is Role.RESIDENT
        known = {line.feature for line in quotas} if drawn else set()
        return Rules(
            today=self._today(),
            features={feature: values for feature, values in features.items() if feature in known},
            taken=frozenset(part.number for part in taken),
            known_people=frozenset(filter(None, map(_key, contacts))),
            minimum_age=chosen.minimum_age if drawn else 0,
            letters=letters if drawn else {},
            others=chosen.others,
        )

    def keep(
        self, process_id: UUID, request: ImportRequest, progress: Progress = UNHEARD
    ) -> tuple[Change, Summary]:
        """Keep everyone of the import, or nobody.

        Raises:
            NotPossible: a problem still needs a choice.
            InvalidInput: a choice will not do, a number was given out meanwhile, there is nobody to add, or
                the purpose or the day is missing or past.
            Cancelled: the organiser pressed Cancel; nobody was kept.
        """
        progress.checkpoint("checking")
        if request.keep_until < self._today():
            raise InvalidInput("import_keep_until_past", day=request.keep_until.isoformat())
        people, summary = people_sheet.apply(request.plan, request.columns, request.rules, request.choices)
        if not people:
            raise InvalidInput("import_nobody_left", file=request.plan.file)
        with undisturbed(), self._work.writing("people.import") as store:
            if request.role is Role.RESIDENT:
                invitation_store.refuse_closed(store, process_id)
            taken = {part.number.casefold() for part in store.find(Participation, process_id=process_id)}
            for person in people:
                if person.number.casefold() in taken:
                    raise InvalidInput("person_number_taken", number=person.number)
            batch = store.add(self._batch(store, process_id, request, len(people)))
            replied = reply_importing.keep_all(self._writer(store, batch), people, progress)
            fresh = [person for person in people if not person.code]
            everyone = Newcomers(self._entropy, store, batch, request.role, request.state)
            numbers = free_numbers(store, process_id, fresh)
            for start in range(0, len(fresh), HEAP):
                progress.checkpoint("writing", start / len(fresh))
                store.add_all(everyone.of(fresh[start : start + HEAP], numbers))
        self._replied[batch.id] = replied
        return changed(Topic.PEOPLE, row=batch.id), summary

    def take_back(self, batch_id: UUID) -> Change:
        """Undo an import: everyone it brought leaves again, and letters it answered are open again.

        Raises:
            NotPossible: something rests on these people by now, such as a draw or a seat.
        """
        with self._work.writing("people.import.undo") as store:
            for before in reversed(self._replied.get(batch_id, ())):
                reply_undoing.take_back(store, before, self._today())
            parts = store.find(Participation, import_id=batch_id)
            removal.remove(store, *store.find(Person, id=[part.person_id for part in parts]))
            store.remove(store.get(ImportBatch, batch_id))
        self._replied.pop(batch_id, None)
        self._work.scrub()
        return changed(Topic.PEOPLE)

    def _writer(self, store: Store, batch: ImportBatch) -> reply_keeping.Replies:
        return reply_keeping.Replies(store, self._entropy, self._today(), batch)

    def _batch(self, store: Store, process_id: UUID, request: ImportRequest, people: int) -> ImportBatch:
        return ImportBatch(
            id=store.new_id(),
            process_id=process_id,
            purpose=request.purpose.strip(),
            keep_until=request.keep_until,
            file_name=request.plan.file,
            file_sha256=request.file_sha256,
            people=people,
            at=store.now(),
        )


def file_sha256(path: Path) -> str:
    """The SHA-256 of the file, in hex, to tell which one was imported."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _key(contact: Contact) -> str:
    home = address_key(contact.address, contact.postcode, contact.place)
    return person_key(contact.name, home, contact.email, contact.phone)
