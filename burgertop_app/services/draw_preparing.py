"""Before a draw: what there is, quotas from people or from a sheet, seats and rules."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.draw_views import DrawChoices, DrawSetup, as_entry
from burgertop_app.domain.drawing import QuotaEntry, QuotaForm
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.processes import Process
from burgertop_app.domain.quota_shares import bounded, from_declared
from burgertop_app.domain.workspaces import Setting
from burgertop_app.exchange.quota_sheet import read_quotas
from burgertop_app.services import draw_keeping, quota_keeping
from burgertop_app.storage import draw_store
from burgertop_app.storage.outcome_store import natural

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

MOST_GROUPS = 30
"""A feature with more values than this, such as a year of birth, does not divide people into groups."""


class DrawPreparing:
    """What an organiser does before a draw."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def setup(self, process_id: UUID) -> DrawSetup:
        """Quotas, people and draws of a process, as they are now."""
        with self._work.reading() as store:
            process = store.get(Process, process_id)
            kept = draw_store.latest_set(store, process_id)
            lines = draw_store.quota_lines(store, kept.id) if kept else ()
            people = draw_store.registrants(store, process_id)
            return DrawSetup(
                process_id=process_id,
                title=process.title,
                municipality=process.municipality,
                seats=process.seats,
                people=len(people),
                choices=_choices(store, process_id),
                quota_set=kept,
                lines=lines,
                supply=Counter(pair for person in people for pair in person.features.items()),
                declared=_groups(people),
                lacking=draw_store.lacking(people, lines),
                homes=draw_store.shared_homes(store, process_id),
                draws=draw_store.draws(store, process_id),
                ids={person.number: person.participation_id for person in people},
            )

    def start_quotas(self, process_id: UUID) -> Change:
        """Begin with every value that people declared; each may have from 0 to all seats.

        Raises:
            NotPossible: nobody declared anything yet.
        """
        with self._work.writing("quotas.start") as store:
            declared = _groups(draw_store.registrants(store, process_id))
            if not declared:
                raise NotPossible("quotas_nothing_declared")
            seats = store.get(Process, process_id).seats
            kept = quota_keeping.keep(store, process_id, QuotaForm(lines=from_declared(declared, seats)))
        return changed(Topic.QUOTAS, Topic.PEOPLE, row=kept)

    def import_quotas(self, process_id: UUID, path: Path) -> Change:
        """Take quotas from a sheet as the next version; shares of groups that were known stay.

        Raises:
            NotFound: there is no such file.
            InvalidInput: naming file, row and column of what cannot be used.
        """
        quotas = read_quotas(path)
        with self._work.writing("quotas.import") as store:
            draw_keeping.refuse_standing(draw_store.standing(store, process_id))
            before = draw_store.latest_set(store, process_id)
            known = draw_store.quota_lines(store, before.id) if before else ()
            shares = {(line.feature, line.value): line.share for line in known}
            form = QuotaForm(
                lines=tuple(
                    QuotaEntry(
                        feature=quota.feature,
                        value=quota.value,
                        low=quota.low,
                        high=quota.high,
                        low_flex=quota.low_flex,
                        high_flex=quota.high_flex,
                        share=shares.get((quota.feature, quota.value)),
                    )
                    for quota in quotas.items
                ),
                source=before.source if before else "",
                source_date=before.source_date if before else None,
            )
            kept = quota_keeping.keep(store, process_id, form)
        return changed(Topic.QUOTAS, Topic.PEOPLE, row=kept)

    def ease(self, process_id: UUID, bounds: dict[tuple[str, str], tuple[int, int]]) -> Change:
        """Give some groups another minimum and maximum; the rest stays."""
        with self._work.writing("quotas.ease") as store:
            draw_keeping.refuse_standing(draw_store.standing(store, process_id))
            before, lines = draw_store.latest_quotas(store, process_id)
            eased = tuple(
                bounded(entry, low, high)
                for entry in map(as_entry, lines)
                for low, high in [bounds.get((entry.feature, entry.value), (entry.low, entry.high))]
            )
            form = QuotaForm(lines=eased, source=before.source, source_date=before.source_date)
            quota_keeping.checked(form)
            kept = quota_keeping.keep(store, process_id, form)
        return changed(Topic.QUOTAS, Topic.PEOPLE, row=kept)

    def choose(self, process_id: UUID, *, seats: int, reserves: int, households: bool) -> Change:
        """Keep the number of seats and reserves, and whether at most one person per address is drawn.

        Raises:
            InvalidInput: fewer than one seat or than no reserves.
            NotPossible: a draw stands that must be withdrawn first.
        """
        if seats < 1:
            raise InvalidInput("draw_seats", seats=seats)
        if reserves < 0:
            raise InvalidInput("draw_reserves", reserves=reserves)
        with self._work.writing("draw.choose") as store:
            process = store.get(Process, process_id)
            content: dict[str, object] = {"reserves": reserves, "households": households}
            if seats != process.seats or households != _choices(store, process_id).households:
                draw_keeping.refuse_standing(draw_store.standing(store, process_id))
            store.change(process, seats=seats)
            kept = store.first(Setting, key=_key(process_id))
            if kept is None:
                store.add(Setting(id=store.new_id(), key=_key(process_id), content=content))
            else:
                store.change(kept, content=content)
        return changed(Topic.QUOTAS, Topic.PROCESSES, row=process_id)


def _groups(people: Iterable[PersonLine]) -> dict[str, tuple[str, ...]]:
    """The declared features with their values; one with very many values is no grouping."""
    found: dict[str, set[str]] = {}
    for person in people:
        for feature, value in person.features.items():
            if value:
                found.setdefault(feature, set()).add(value)
    return {
        feature: tuple(sorted(values, key=natural))
        for feature, values in found.items()
        if len(values) <= MOST_GROUPS
    }


def _choices(store: Store, process_id: UUID) -> DrawChoices:
    kept = store.first(Setting, key=_key(process_id))
    if kept is None:
        return DrawChoices()
    reserves = kept.content.get("reserves")
    return DrawChoices(
        reserves=reserves if isinstance(reserves, int) else DrawChoices.reserves,
        households=bool(kept.content.get("households")),
    )


def _key(process_id: UUID) -> str:
    return f"draw {process_id}"
