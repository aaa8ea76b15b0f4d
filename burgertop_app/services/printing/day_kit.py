"""Everything for the day: all papers of a meeting at once, and what is not ready yet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.events import Event
from burgertop_app.domain.papers.common import PrintedPerson
from burgertop_app.domain.papers.day_kit import KitKind
from burgertop_app.messages import day_kit as said
from burgertop_app.services.printing import day_papers, table_papers
from burgertop_app.services.printing.rendering import render
from burgertop_app.services.printing.sittings import sittings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.printing.rendering import Paper, Printed
    from burgertop_app.services.printing.sittings import Sitting
    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class DayKit:
    """The papers of a meeting by kind, and a sentence for each thing that is not ready yet."""

    papers: tuple[tuple[KitKind, Paper], ...]
    not_ready: tuple[str, ...] = ()

    @property
    def people(self) -> int:
        """How many people stand in it by name."""
        return len({one for _kind, paper in self.papers for one in _named(paper)})


def day_kit(store: Store, event_id: UUID, made_at: datetime, today: date) -> DayKit:
    """Every paper of a meeting; slips for changed seats are not in it, new cards take their place.

    Raises:
        NotPossible: there is no table plan yet.
    """
    asked = (store, event_id, made_at, today)
    script = table_papers.facilitator_script(*asked)
    papers: list[tuple[KitKind, Paper]] = [
        (KitKind.DOOR_LIST, day_papers.door_list(*asked)),
        (KitKind.ROUTE_CARDS, table_papers.route_cards(*asked)),
        (KitKind.BADGES, day_papers.name_badges(*asked)),
        (KitKind.SIGNS, day_papers.table_signs(*asked)),
        (KitKind.SHEETS, table_papers.table_sheets(*asked)),
        *([(KitKind.SCRIPT, script)] if script.routes else ()),
        (KitKind.BLANK_CARDS, day_papers.blank_cards(*asked)),
        (KitKind.VOTING_SLIPS, day_papers.voting_slips(store, event_id, made_at)),
    ]
    return DayKit(tuple(papers), tuple(_not_ready(sittings(store, store.get(Event, event_id)))))


def render_kit(kit: DayKit, progress: Progress) -> tuple[Printed, ...]:
    """Every paper as a PDF, in order; pure, so that it can run in another process.

    Raises:
        Cancelled: asked for through `progress`.
    """
    count = len(kit.papers)
    return tuple(
        render(paper, _Part(progress, place, count)) for place, (_kind, paper) in enumerate(kit.papers)
    )


@dataclass(frozen=True)
class _Part:
    """Progress of one paper out of `count`."""

    whole: Progress
    place: int
    count: int

    def checkpoint(self, phase: str, fraction: float | None = None) -> None:
        self.whole.checkpoint(phase, (self.place + (fraction or 0.0)) / self.count)


def _not_ready(found: Sequence[Sitting]) -> Iterator[str]:
    rounds = {sitting.turn.no: sitting.turn for sitting in found}
    without: dict[int, list[int]] = defaultdict(list)
    for sitting in found:
        if sitting.facilitator is None and sitting.people:
            without[sitting.turn.no].append(sitting.table.no)
    if all(sitting.facilitator is None for sitting in found):
        yield said.no_facilitators()
    else:
        yield from (said.tables_without_leader(tables, no) for no, tables in without.items())
    mute = [no for no, turn in rounds.items() if not turn.questions]
    timeless = [no for no, turn in rounds.items() if turn.starts_at is None]
    if mute:
        yield said.rounds_without_questions(mute)
    if timeless:
        yield said.rounds_without_time(timeless)


def _named(value: object) -> Iterator[PrintedPerson]:
    """Everybody named in a paper."""
    if isinstance(value, PrintedPerson):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _named(each)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _named(getattr(value, name))
