"""Replacing panel members after a draw: what would happen, and keeping it as a public act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.draw_records import Outcome, Replacement
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.people import EventKind, Participation, PersonEvent, State
from burgertop_app.domain.replacing import full_json, public_json
from burgertop_app.exchange import draw_folder
from burgertop_app.services import draw_keeping
from burgertop_app.services.calling import put_reply_by
from burgertop_app.services.drop_out_learning import learnt
from burgertop_app.services.replacing_reading import standing
from burgertop_app.storage import draw_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.call_views import Proposal, Situation
    from burgertop_app.domain.drop_out import DropOut
    from burgertop_app.domain.replacing import Chain, Step
    from burgertop_app.services.context import Context
    from burgertop_app.services.replacing_reading import Standing
    from burgertop_app.storage.unit_of_work import Store

_SAID_NO = (EventKind.DECLINED, EventKind.WITHDRAWN)


class Replacing:
    """Fills seats that came open after a real draw; what is accepted is public and has no undo."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

    def drop_out(self, process_id: UUID) -> DropOut:
        """The rates that a lottery made now would count on for its reserve list.

        Raises:
            NotPossible: there are no quotas yet.
        """
        with self._work.reading() as store:
            _kept, lines = draw_store.latest_quotas(store, process_id)
            return learnt(store, process_id, draw_store.as_quotas(lines))

    def situation(self, draw_id: UUID) -> Situation:
        """What a replacement now would follow from; `services.proposing.propose` calculates with it.

        Raises:
            NotPossible: the draw has no panel, was a rehearsal, or was withdrawn.
        """
        with self._work.reading() as store:
            return standing(store, draw_id).situation

    def accept(self, proposal: Proposal, reply_by: date | None = None) -> Change:
        """Keep a replacement: who joins is in the panel, who left is out of it for good.

        Those who join get `reply_by` as their last day to answer. Nothing of this can be undone: who joins
        and cannot come is replaced in turn.

        Raises:
            Conflict: people's answers changed since the proposal was made.
            InvalidInput: `reply_by` is past.
            NotPossible: nobody can join, or as `situation`.
        """
        if not proposal.joined:
            raise NotPossible("replace_nobody")
        if reply_by is not None and reply_by < self._today():
            raise InvalidInput("reply_by_past", day=reply_by.isoformat())
        given = proposal.situation
        with self._work.writing("draw.replace") as store:
            now = standing(store, given.draw_id)
            if now.situation != given:
                raise Conflict("replace_changed")
            chain = given.chain.with_step(
                store.now().isoformat(timespec="seconds"),
                given.left,
                given.barred,
                proposal.joined,
                proposal.misses,
            )
            _keep_files(store, given.draw_id, chain)
            _keep_seats(store, now, chain.steps[-1])
            _tell_joined(store, now, chain.steps[-1])
            for number in proposal.joined:
                put_reply_by(store, given.draw_id, now.parts[number].id, reply_by)
        return changed(Topic.DRAWS, Topic.PEOPLE, row=given.draw_id)


def _keep_files(store: Store, draw_id: UUID, chain: Chain) -> None:
    for name, made in (
        (draw_folder.REPLACEMENTS, full_json(str(draw_id), chain)),
        (draw_folder.PUBLIC_REPLACEMENTS, public_json(str(draw_id), chain)),
    ):
        draw_keeping.keep_file(store, draw_id, name, draw_folder.readable_json_bytes(made))


def _keep_seats(store: Store, now: Standing, step: Step) -> None:
    """One row per seat: who held it, who takes it (nobody when it stays open), and why it came open."""
    joined = iter(step.joined)
    for last, reason in _open_seats(store, now, step):
        following = next(joined, None)
        store.add(
            Replacement(
                id=store.new_id(),
                draw_id=now.record.id,
                running=step.running,
                leaves_id=last,
                joins_id=None if following is None else now.parts[following].id,
                reason=reason,
                state_sha256=step.state,
                at=store.now(),
            )
        )


def _open_seats(store: Store, now: Standing, step: Step) -> Iterator[tuple[UUID, str]]:
    """Who last held each open seat: first those that the step before could not fill."""
    for seat in store.find(Replacement, draw_id=now.record.id, running=step.running - 1, joins_id=None):
        yield seat.leaves_id, seat.reason
    for number in step.left:
        part = now.parts[number]
        told = store.first(PersonEvent, order_by="-at", participation_id=part.id, kind=_SAID_NO)
        yield part.id, told.note if told is not None else ""


def _tell_joined(store: Store, now: Standing, step: Step) -> None:
    """Those who join have been drawn, by their state, their story and in the draw."""
    for number in step.joined:
        entry, part = now.entries[number], store.get(Participation, now.parts[number].id)
        store.change(entry, outcome=Outcome.PANEL)
        store.change(part, state=State.DRAWN)
        store.add(
            PersonEvent(
                id=store.new_id(),
                participation_id=part.id,
                kind=EventKind.DRAWN,
                at=store.now(),
                note=f"{now.record.drawn_number:03d}.{step.running}",
            )
        )
