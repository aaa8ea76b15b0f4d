"""How a draw is kept: its file, its registrants, and what its outcome means for people."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from burgertop_app.domain.canonical import WHOLE, canonical, decimals
from burgertop_app.domain.draw_marks import marks_sha256
from burgertop_app.domain.draw_protocol import leaf
from burgertop_app.domain.draw_records import (
    DrawEntry,
    DrawFile,
    DrawRecord,
    DrawState,
    Outcome,
    ReservePlace,
)
from burgertop_app.domain.draws import PANELS, UNBINDING, Entry, Pool
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.lottery_file import lottery_from_json, lottery_json, lottery_sha256
from burgertop_app.domain.people import EventKind, Participation, PersonEvent, State
from burgertop_app.storage import draw_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from burgertop_app.domain.drawing import DrawInput
    from burgertop_app.domain.draws import Lottery, Panel
    from burgertop_app.storage.draw_store import Registered
    from burgertop_app.storage.unit_of_work import Store

HOUSEHOLD = "huishouden"
"""The column of the full folder that tells who shares a home, by the lowest number in it."""

STATES = {Outcome.PANEL: State.DRAWN, Outcome.RESERVE: State.RESERVE}
TOLD = {Outcome.PANEL: EventKind.DRAWN, Outcome.RESERVE: EventKind.RESERVE}
RELEASED = (State.DRAWN, State.RESERVE, State.CONFIRMED)
"""Who may be drawn again when a draw is withdrawn; who said no meant it and is asked by nobody again."""


def expect(record: DrawRecord, *states: DrawState) -> None:
    """Refuse what the state of the draw does not allow.

    Raises:
        NotPossible: with the state it has.
    """
    if record.state not in states:
        raise NotPossible(f"draw_is_{record.state.value}", attempt=record.attempt)


def refuse_standing(before: DrawRecord | None) -> None:
    """Refuse a new draw while one stands that was committed, or drawn for real.

    Raises:
        NotPossible: it must be withdrawn first.
    """
    if before is not None and not before.rehearsal:
        raise NotPossible("draw_stands", attempt=before.attempt)


def refuse_all_standing(store: Store, process_id: UUID, panels: int) -> None:
    """Refuse other quotas while no panel is left to draw: each draw that stands keeps its own version.

    Raises:
        NotPossible: the last draw must be withdrawn first.
    """
    found = [draw_store.standing(store, process_id, panel) for panel in range(1, panels + 1)]
    if all(record is not None and not record.rehearsal for record in found):
        refuse_standing(found[-1])


def refuse_unbinding(record: DrawRecord) -> None:
    """Refuse to commit to a lottery whose chances nothing proves.

    Raises:
        NotPossible: the method is only there to compare with.
    """
    if record.method in UNBINDING:
        raise NotPossible("draw_unbinding", method=record.method)


def set_aside(store: Store, record: DrawRecord, reason: str) -> None:
    """Withdraw a draw with a reason."""
    store.change(record, state=DrawState.WITHDRAWN, withdrawn_at=store.now(), withdrawn_reason=reason)


def keep_file(store: Store, draw_id: UUID, name: str, content: bytes) -> None:
    """Keep a file of a draw, in place of an earlier one of that name."""
    digest = hashlib.sha256(content).hexdigest()
    before = store.first(DrawFile, draw_id=draw_id, name=name)
    if before is not None:
        store.change(before, content=content, sha256=digest)
        return
    store.add(DrawFile(id=store.new_id(), draw_id=draw_id, name=name, sha256=digest, content=content))


def keep_lottery(store: Store, record: DrawRecord, lottery: Lottery) -> None:
    """Keep the canonical `lottery.json`, without a number."""
    keep_file(store, record.id, draw_store.LOTTERY, canonical(lottery_json(lottery, rehearsal=True)))


def kept_lottery(store: Store, draw_id: UUID) -> Lottery:
    """The lottery of a kept draw."""
    return lottery_from_json(json.loads(draw_store.lottery_text(store, draw_id)))


def new_record(store: Store, given: DrawInput, lottery: Lottery, secret: bytes) -> DrawRecord:
    """The prepared draw of a lottery; `secret` is what hides its panels in public."""
    return DrawRecord(
        id=store.new_id(),
        process_id=given.request.process_id,
        quota_set_id=given.quota_set_id,
        attempt=given.attempt,
        state=DrawState.PREPARED,
        method=lottery.rules.method,
        seats=lottery.rules.seats,
        people=len(given.pool),
        lottery_sha256=lottery_sha256(lottery),
        pool_sha256=lottery.pool_sha256,
        quotas_sha256=lottery.quotas_sha256,
        engine=lottery.engine,
        min_probability=decimals(lottery.certificate.min_probability),
        upper_bound=decimals(lottery.certificate.upper_bound),
        secret=secret.hex(),
        household_rule=given.request.households,
        panel=given.request.panel,
        cool_down=given.request.cool_down.months if given.request.cool_down.bars else 0,
        marks_sha256=marks_sha256(lottery.rules),
    )


def new_entries(store: Store, record: DrawRecord, found: Registered, lottery: Lottery) -> Iterator[DrawEntry]:
    """Everyone in the pool as they stood in this draw, with leaf and chances."""
    exact = dict(lottery.exact)
    barred = {kept.number: kept.reason for kept in lottery.rules.keep_out}
    for entry in found.pool.entries:
        part = found.participations[entry.number]
        features = found.pool.declared(entry)
        yield DrawEntry(
            id=store.new_id(),
            draw_id=record.id,
            participation_id=part.id,
            number=entry.number,
            features=features | ({HOUSEHOLD: entry.household} if record.household_rule else {}),
            salt=part.salt,
            leaf=leaf(part.salt, entry.number, features),
            exact=decimals(exact[entry.number]),
            published=decimals(lottery.counts[entry.number] * (WHOLE // PANELS)),
            outcome=Outcome.KEPT_OUT if entry.number in barred else Outcome.REMAINING,
            reason=barred.get(entry.number, ""),
        )


def pool_of(entries: Sequence[DrawEntry], lottery: Lottery) -> Pool:
    """The pool of a kept draw; somebody who was erased since has empty features.

    The result is not fit for a new hash when somebody was erased.
    """
    features = tuple(dict.fromkeys(quota.feature for quota in lottery.quotas.items))
    return Pool(
        features,
        tuple(
            Entry(
                entry.number,
                tuple(entry.features.get(feature, "") for feature in features),
                entry.features.get(HOUSEHOLD, ""),
            )
            for entry in entries
        ),
    )


def note_outcomes(
    store: Store,
    record: DrawRecord,
    entries: Sequence[DrawEntry],
    panel: Panel,
    reserves: Sequence[str],
) -> None:
    """Keep who is in the panel and who is a reserve, in order."""
    drawn, places = set(panel), {number: place for place, number in enumerate(reserves, start=1)}
    for entry in entries:
        if entry.number in drawn:
            store.change(entry, outcome=Outcome.PANEL)
        elif entry.number in places:
            store.change(entry, outcome=Outcome.RESERVE)
            store.add(
                ReservePlace(
                    id=store.new_id(),
                    draw_id=record.id,
                    participation_id=entry.participation_id,
                    position=places[entry.number],
                )
            )


def tell_people(store: Store, draw_id: UUID, note: str) -> None:
    """Give the drawn and the reserves their state, and write it in their stories.

    Whoever withdrew between commitment and number keeps that state; whoever was erased has no story.
    """
    for entry in draw_store.entries(store, draw_id):
        if entry.outcome not in STATES:
            continue
        part = store.get(Participation, entry.participation_id)
        if part.state is State.ERASED:
            continue
        if part.state is State.REGISTERED:
            store.change(part, state=STATES[entry.outcome])
        _write(store, part.id, TOLD[entry.outcome], note)


def release_people(store: Store, draw_id: UUID, note: str) -> None:
    """Make the people of a withdrawn draw registrants again.

    Raises:
        NotPossible: one of them has come to a meeting, so the draw cannot be undone any more.
    """
    for entry in draw_store.entries(store, draw_id):
        if entry.outcome not in STATES:
            continue
        part = store.get(Participation, entry.participation_id)
        if part.state in (State.PRESENT, State.FED_BACK):
            raise NotPossible("draw_people_came")
        if part.state in RELEASED:
            store.change(part, state=State.REGISTERED)
            _write(store, part.id, EventKind.REGISTERED, note)


def reserve_numbers(store: Store, draw_id: UUID) -> tuple[str, ...]:
    """The reserves by number, in order."""
    numbers = {entry.participation_id: entry.number for entry in draw_store.entries(store, draw_id)}
    places = store.find(ReservePlace, order_by="position", draw_id=draw_id)
    return tuple(numbers[place.participation_id] for place in places)


def _write(store: Store, participation_id: UUID, kind: EventKind, note: str) -> None:
    store.add(
        PersonEvent(
            id=store.new_id(), participation_id=participation_id, kind=kind, at=store.now(), note=note
        )
    )
