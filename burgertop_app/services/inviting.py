"""Stage one: inviting people at random from a list of addresses or from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from burgertop_app.domain.address_list import ListRules
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.inviting import Answer, Invitation, InvitationArea, InvitationRound
from burgertop_app.domain.people import (
    EventKind,
    ImportBatch,
    Participation,
    Person,
    PersonEvent,
)
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.engines.sortition import stage_one
from burgertop_app.exchange import address_sheet
from burgertop_app.services.importing import HEAP, open_source
from burgertop_app.services.invitation_making import Writer, areas_of, batch_of, round_of
from burgertop_app.services.registration_rules import asked_of, rules_of
from burgertop_app.storage import invitation_store, removal
from burgertop_app.storage.bulk import undisturbed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.domain.address_list import (
        AddressList,
        AreaPlan,
        DrawnLetters,
        InviteRequest,
        ListColumns,
    )
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.sheets import Table
    from burgertop_app.services.context import Context

suggest_list = address_sheet.suggest_list
letters_per_area = stage_one.letters_per_area
open_list = open_source


class ListAsked(NamedTuple):
    """A sheet to read as a list of people to invite; `sha256` is that of the file, in hex."""

    table: Table
    columns: ListColumns
    rules: ListRules
    sha256: str


class LettersAsked(NamedTuple):
    """A draw of letters to do."""

    listed: AddressList
    plan: tuple[AreaPlan, ...]
    letters: int


def read_list(asked: ListAsked, progress: Progress = UNHEARD) -> AddressList:
    """Everybody who may be invited, and the rows that stay out; errors as `address_sheet.read_list`."""
    return address_sheet.read_list(asked.table, asked.columns, asked.rules, asked.sha256, progress)


def draw_letters(asked: LettersAsked, progress: Progress = UNHEARD) -> DrawnLetters:
    """Who gets a letter; pure, errors as `stage_one.draw_letters`."""
    return stage_one.draw_letters(asked.listed, asked.plan, asked.letters, progress)


class Inviting:
    """Makes invitations out of a list."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._entropy = context.entropy
        self._today = context.today

    def rules(self, process_id: UUID) -> ListRules:
        """What a list is held against."""
        with self._work.reading() as store:
            age = rules_of(store, process_id).minimum_age
            homes = invitation_store.homes(store, process_id)
        return ListRules(today=self._today(), minimum_age=age, homes=homes)

    def features(self, process_id: UUID) -> Mapping[str, tuple[str, ...]]:
        """The features that are asked, one of which may be the area of a list."""
        with self._work.reading() as store:
            return asked_of(store, process_id, self._today()).features

    def rounds(self, process_id: UUID) -> tuple[InvitationRound, ...]:
        """Every draw of invitations, the first one first."""
        with self._work.reading() as store:
            return store.find(InvitationRound, order_by="number", process_id=process_id)

    def make(self, process_id: UUID, request: InviteRequest, progress: Progress = UNHEARD) -> Change:
        """Keep everyone who was drawn as invited, each with a code; the rest of the list is kept nowhere.

        Raises:
            InvalidInput: the purpose or the day is missing or past.
            Conflict: somebody at a drawn address came into the process meanwhile.
            NotPossible: registration is closed.
            Cancelled: the organiser pressed Cancel; nobody was kept.
        """
        if request.keeping.keep_until < self._today():
            raise InvalidInput("import_keep_until_past", day=request.keeping.keep_until.isoformat())
        drawn = request.drawn.entries
        with undisturbed(), self._work.writing("invitations.make") as store:
            invitation_store.refuse_closed(store, process_id)
            if not invitation_store.homes(store, process_id).isdisjoint(entry.home for entry in drawn):
                raise Conflict("invite_changed")
            batch = store.add(batch_of(store, process_id, request))
            made = store.add(round_of(store, process_id, request, batch))
            areas = areas_of(store, made, request)
            store.add_all(areas.values())
            writer = Writer(self._entropy, store, batch, asked_of(store, process_id, self._today()), request)
            for start in range(0, len(drawn), HEAP):
                progress.checkpoint("writing", start / len(drawn))
                store.add_all(writer.of(drawn[start : start + HEAP], areas))
        return changed(Topic.PEOPLE, row=made.id)

    def take_back(self, round_id: UUID) -> Change:
        """Undo `make`: everyone of the round leaves again, without a trace.

        Raises:
            NotPossible: somebody replied, a letter was sent, or something rests on these people.
        """
        with self._work.writing("invitations.undo") as store:
            made = store.get(InvitationRound, round_id)
            areas = store.find(InvitationArea, round_id=round_id)
            told = store.find(Invitation, area_id=[area.id for area in areas])
            ids = [invitation.participation_id for invitation in told]
            sent = store.count(PersonEvent, participation_id=ids, kind=EventKind.INVITATION_SENT)
            if sent or any(invitation.answer is not Answer.NONE for invitation in told):
                raise NotPossible("invite_answered")
            parts = store.find(Participation, id=ids)
            removal.remove(store, *store.find(Person, id=[part.person_id for part in parts]))
            for each in (*areas, made, store.get(ImportBatch, made.import_id)):
                store.remove(each)
        self._work.scrub()
        return changed(Topic.PEOPLE)
