"""What a change of seats would do, told before anybody moves; pure, so a page may ask while one drags."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.seating import SeatingPlan, SwapEffect
from burgertop_app.engines.seating.counting import figures
from burgertop_app.engines.seating.swapping import swap_effects, swap_story

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.seating import CountChange, SeatingFigures, SwapStory
    from burgertop_app.domain.seating_views import Room, SeatingInput, SeatingResult


def effects(room: Room, participation_id: UUID, round_no: int) -> tuple[SwapEffect, ...]:
    """What each change of seats of one person in a round (by number) does, the best first.

    `partner` is an index in `room.given.participations`, `table` the number of the table less one.

    Raises:
        NotPossible: nobody, or not everybody, has a seat in that round.
    """
    given, plan, at = _planned(room, round_no)
    found = swap_effects(given.problem, plan, given.participations.index(participation_id), at)
    real = table_numbers(room, at)
    return tuple(replace(effect, table=real[effect.table] - 1) for effect in found)


def told(room: Room, participation_id: UUID, partner_id: UUID, round_no: int) -> SwapStory:
    """One change of seats told in full: the counts that change and whom each meets again.

    Raises:
        NotPossible: nobody, or not everybody, has a seat in that round.
        InvalidInput: the two share a table, or one of them is locked.
    """
    given, plan, at = _planned(room, round_no)
    people = given.participations
    story = swap_story(given.problem, plan, people.index(participation_id), people.index(partner_id), at)
    real = table_numbers(room, at)

    def real_table(change: CountChange) -> CountChange:
        return replace(change, table=real[change.table] - 1)

    return replace(
        story,
        effect=replace(story.effect, table=real[story.effect.table] - 1),
        changes=tuple(map(real_table, story.changes)),
    )


def moved(room: Room, participation_id: UUID, place_id: UUID, round_no: int) -> SwapEffect:
    """What taking a free seat at another table does; `partner` is -1.

    Raises:
        NotPossible: nobody, or not everybody, has a seat in that round, or nobody sits at that table.
    """
    given, plan, at = _planned(room, round_no)
    if room.result is None or place_id not in given.places[at]:
        raise NotPossible("plan_missing")
    person, table = given.participations.index(participation_id), given.places[at].index(place_id)
    left = plan.tables[at][person]
    sizes = list(given.problem.sizes[at])
    sizes[left], sizes[table] = sizes[left] - 1, sizes[table] + 1
    if not sizes[left]:
        raise NotPossible("seating_table_left_empty")
    row = tuple(table if one == person else now for one, now in enumerate(plan.tables[at]))
    problem = replace(
        given.problem, sizes=(*given.problem.sizes[:at], tuple(sizes), *given.problem.sizes[at + 1 :])
    )
    after = figures(problem, SeatingPlan((*plan.tables[:at], row, *plan.tables[at + 1 :])))
    before = room.result.figures
    number = table_numbers(room, at)[table] - 1
    return SwapEffect(-1, number, after.excess - before.excess, after.repeats - before.repeats)


def numbered(room: Room, result: SeatingResult) -> SeatingResult:
    """`result` with the rounds and tables of its misfits by their real number, from 0."""
    return replace(result, figures=_numbered(room, result.figures))


def table_numbers(room: Room, at: int) -> tuple[int, ...]:
    """The number of each table that the engine counts in its round `at` (from 0)."""
    return tuple(seated.table.no for seated in room.seated[room.planned[at]] if seated.people)


def _numbered(room: Room, found: SeatingFigures) -> SeatingFigures:
    numbers = {turn.id: turn.no for turn in room.rounds}
    real = [table_numbers(room, at) for at in range(len(room.planned))]
    misfits = tuple(
        replace(
            misfit,
            round=numbers[room.planned[misfit.round]] - 1,
            table=real[misfit.round][misfit.table] - 1,
        )
        for misfit in found.misfits
    )
    return replace(found, misfits=misfits)


def _planned(room: Room, round_no: int) -> tuple[SeatingInput, SeatingPlan, int]:
    turn = room.round(round_no)
    if room.given is None or room.result is None or turn is None or turn.id not in room.planned:
        raise NotPossible("plan_missing")
    return room.given, room.result.plan, room.planned.index(turn.id)
