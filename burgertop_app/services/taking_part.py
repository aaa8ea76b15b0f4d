"""Who takes part in a draw: the pool, who is kept in, who is kept out and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_marks import CoolDown, MarkKind, months_before
from burgertop_app.domain.draw_records import DrawState
from burgertop_app.domain.draws import DrawRules, KeptOut
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.keep_out import KeepOutReason
from burgertop_app.domain.people import State
from burgertop_app.services.draw_keeping import HOUSEHOLD
from burgertop_app.storage import draw_store, mark_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.draw_records import QuotaLine
    from burgertop_app.domain.drawing import DrawRequest
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.draw_store import Registered
    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class Standings:
    """Everyone of the pool, and who of them does not take part by chance, by number.

    `lately` were drawn in another process not long ago; with a guard that bars they are in `keep_out` too.
    """

    people: tuple[PersonLine, ...]
    keep_in: tuple[str, ...]
    keep_out: tuple[KeptOut, ...]
    lately: tuple[str, ...]

    @property
    def drawable(self) -> tuple[PersonLine, ...]:
        """Those who are not kept out."""
        barred = {kept.number for kept in self.keep_out}
        return tuple(line for line in self.people if line.number not in barred)


def standings(store: Store, process_id: UUID, panel: int, guard: CoolDown) -> Standings:
    """Who may be drawn for `panel` and who takes part otherwise, by the marks, panels and draws of now."""
    other = any(
        record.state is DrawState.DRAWN for record in mark_store.other_draws(store, process_id, panel)
    )
    people = draw_store.registrants(store, process_id, others=other)
    marks = mark_store.marks(store, process_id)
    lately: frozenset[str] = frozenset()
    if guard.months:
        lately = mark_store.drawn_lately(store, process_id, months_before(store.now(), guard.months))
    keep_in: list[str] = []
    keep_out: list[KeptOut] = []
    for line in people:
        mark = marks.get(line.participation_id)
        if line.state is not State.REGISTERED:
            keep_out.append(KeptOut(line.number, _elsewhere(line.state).value))
        elif mark is not None and mark.kind is MarkKind.KEPT_OUT:
            keep_out.append(KeptOut(line.number, mark.reason.value))
        elif mark is not None:
            keep_in.append(line.number)
        elif guard.bars and line.number in lately:
            keep_out.append(KeptOut(line.number, KeepOutReason.COOL_DOWN.value))
    return Standings(
        people,
        keep_in=tuple(sorted(keep_in)),
        keep_out=tuple(sorted(keep_out, key=lambda kept: kept.number)),
        lately=tuple(line.number for line in people if line.number in lately),
    )


def taking_part(
    store: Store, request: DrawRequest, lines: Sequence[QuotaLine]
) -> tuple[Registered, DrawRules]:
    """The pool of a draw and its rules, as people are marked now.

    Raises:
        InvalidInput: somebody lacks a feature or has a value without a quota; or there is nobody.
        NotPossible: another panel has a draw that was recorded and waits for its number.
    """
    refuse_waiting(store, request.process_id, request.panel)
    found = standings(store, request.process_id, request.panel, request.cool_down)
    pool = draw_store.registered(
        store, request.process_id, lines, households=request.households, people=found.people
    )
    return pool, DrawRules(
        seats=request.seats,
        method=request.method,
        household_columns=(HOUSEHOLD,) if request.households else (),
        keep_in=found.keep_in,
        keep_out=found.keep_out,
    )


def refuse_waiting(store: Store, process_id: UUID, panel: int) -> None:
    """Refuse while another panel waits for its number: its members could be drawn twice.

    Raises:
        NotPossible: with that panel.
    """
    for record in mark_store.other_draws(store, process_id, panel):
        if record.state is DrawState.COMMITTED:
            raise NotPossible("draw_other_panel", panel=record.panel, attempt=record.attempt)


def _elsewhere(state: State) -> KeepOutReason:
    return KeepOutReason.RESERVE_ELSEWHERE if state is State.RESERVE else KeepOutReason.ALREADY_IN_PANEL
