"""What is read to call a panel and to replace its members: the chain, who is gone, who may be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.call_views import GONE, CallLine, CallList, Situation
from burgertop_app.domain.calling import CallAttempt, ReplyBy
from burgertop_app.domain.draw_protocol import DrawnNumber
from burgertop_app.domain.draw_records import DrawRecord, DrawState
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.people import Contact, Participation, State
from burgertop_app.domain.replacing import Chain, misses_of
from burgertop_app.services import draw_keeping, draw_public
from burgertop_app.storage import draw_store
from burgertop_app.storage.outcome_store import natural

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.draw_records import DrawEntry
    from burgertop_app.domain.draws import Lottery
    from burgertop_app.storage.unit_of_work import Store

_FREE = (State.REGISTERED, State.RESERVE)
"""States of people who can be asked to join."""


@dataclass(frozen=True)
class Standing:
    """A real draw as it stands now: its lottery, its people by number, and the chain of replacements."""

    record: DrawRecord
    lottery: Lottery
    entries: Mapping[str, DrawEntry]
    parts: Mapping[str, Participation]
    chain: Chain

    @property
    def gone(self) -> tuple[str, ...]:
        """The members whose seat is open, by number."""
        return tuple(number for number in self.chain.members if self.parts[number].state in GONE)

    @property
    def situation(self) -> Situation:
        """What a replacement follows from."""
        closed = {*self.chain.members, *self.chain.left, *self.lottery.rules.barred}
        barred = [
            number
            for number, part in sorted(self.parts.items())
            if number not in closed and (part.state not in _FREE or not self.entries[number].features)
        ]
        return Situation(
            draw_id=self.record.id,
            pool=draw_keeping.pool_of(tuple(self.entries.values()), self.lottery),
            quotas=self.lottery.quotas,
            chain=self.chain,
            left=self.gone,
            barred=tuple(barred),
            kept_out=self.lottery.rules.barred,
        )


def standing(store: Store, draw_id: UUID) -> Standing:
    """The draw, if it has a panel that counts.

    Raises:
        NotPossible: it has no panel, it was a rehearsal, or it was withdrawn.
    """
    record = store.get(DrawRecord, draw_id)
    if record.state is not DrawState.DRAWN or record.rehearsal or record.drawn_number is None:
        raise NotPossible("replace_not_drawn")
    lottery = draw_keeping.kept_lottery(store, draw_id)
    entries = {entry.number: entry for entry in draw_store.entries(store, draw_id)}
    parts = {part.id: part for part in store.find(Participation, process_id=record.process_id)}
    chain = Chain(
        digest=record.lottery_sha256,
        source=DrawnNumber(record.drawn_number, record.seed, record.rehearsal).source,
        secret=record.secret,
        panel=lottery.panels[record.drawn_number],
        reserves=draw_keeping.reserve_numbers(store, draw_id),
        steps=draw_public.replacement_steps(store, record),
    )
    known = {number: parts[entry.participation_id] for number, entry in entries.items()}
    return Standing(record, lottery, entries, known, chain)


def call_list(store: Store, draw_id: UUID, *, names: bool) -> CallList:
    """The panel with its calls; `names` adds names and ways to reach people.

    Raises:
        NotPossible: as `standing`.
    """
    now = standing(store, draw_id)
    calls: dict[UUID, list[CallAttempt]] = {}
    for attempt in store.find(CallAttempt, order_by="at", draw_id=draw_id):
        calls.setdefault(attempt.participation_id, []).append(attempt)
    days = {each.participation_id: each.day for each in store.find(ReplyBy, draw_id=draw_id)}
    places = {number: place for place, number in enumerate(now.chain.reserves, start=1)}
    joined = {number: step.running for step in now.chain.steps for number in step.joined}
    members = sorted(now.chain.members, key=natural)
    contacts = _contacts(store, [now.parts[number] for number in members]) if names else {}
    lines = tuple(
        _line(now.parts[number], joined.get(number, 0), places.get(number, 0), calls, days, contacts)
        for number in members
    )
    staying = [number for number in members if number not in now.gone]
    pool = draw_keeping.pool_of(tuple(now.entries.values()), now.lottery)
    return CallList(
        draw_id=draw_id,
        seats=now.record.seats,
        lines=lines,
        steps=now.chain.steps,
        open_seats=now.record.seats - len(staying),
        misses=misses_of(pool, now.lottery.quotas, staying),
        places=places,
        drop_out=now.lottery.drop_out,
    )


def _line(
    part: Participation,
    joined: int,
    reserve: int,
    calls: Mapping[UUID, list[CallAttempt]],
    days: Mapping[UUID, date],
    contacts: Mapping[UUID, Contact],
) -> CallLine:
    contact = contacts.get(part.person_id)
    return CallLine(
        participation_id=part.id,
        number=part.number,
        state=part.state,
        joined=joined,
        reserve=reserve if joined else 0,
        attempts=tuple(calls.get(part.id, ())),
        reply_by=days.get(part.id),
        name=contact.name if contact else "",
        phone=contact.phone if contact else "",
        email=contact.email if contact else "",
    )


def _contacts(store: Store, parts: list[Participation]) -> dict[UUID, Contact]:
    wanted = [part.person_id for part in parts]
    return {contact.person_id: contact for contact in store.find(Contact, person_id=wanted)}
