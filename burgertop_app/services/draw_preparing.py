"""Before a draw: what there is, quotas from people or from a sheet, seats and rules."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.draw_records import DrawRecord, DrawState
from burgertop_app.domain.draw_views import DrawSetup, as_entry
from burgertop_app.domain.drawing import QuotaEntry, QuotaForm
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.processes import Process
from burgertop_app.domain.quota_shares import bounded, from_declared
from burgertop_app.exchange.population_sheet import read_figures
from burgertop_app.exchange.quota_sheet import read_quotas
from burgertop_app.services import draw_choices, draw_keeping, quota_keeping
from burgertop_app.services.draw_choices import chosen
from burgertop_app.services.taking_part import standings
from burgertop_app.storage import draw_store
from burgertop_app.storage.outcome_store import natural

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.draw_marks import CoolDown
    from burgertop_app.domain.population_areas import Figures
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.context import Context

MOST_GROUPS = 30
"""A feature with more values than this, such as a year of birth, does not divide people into groups."""


class DrawPreparing:
    """What an organiser does before a draw."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def setup(self, process_id: UUID, panel: int | None = None) -> DrawSetup:
        """Quotas, people and draws of a process, as they are now; without `panel` those of the last panel."""
        with self._work.reading() as store:
            process = store.get(Process, process_id)
            kept = draw_store.latest_set(store, process_id)
            lines = draw_store.quota_lines(store, kept.id) if kept else ()
            choices = chosen(store, process_id)
            place = choices.panels if panel is None else min(panel, choices.panels)
            found = standings(store, process_id, place, choices.cool_down)
            people = found.drawable
            return DrawSetup(
                process_id=process_id,
                title=process.title,
                municipality=process.municipality,
                seats=process.seats,
                people=len(people),
                choices=choices,
                quota_set=kept,
                lines=lines,
                supply=Counter(pair for person in people for pair in person.features.items()),
                declared=_groups(people),
                lacking=draw_store.lacking(found.people, lines),
                homes=draw_store.shared_homes(store, process_id, people),
                draws=draw_store.draws(store, process_id),
                ids={person.number: person.participation_id for person in found.people},
                panel=place,
                keep_in=found.keep_in,
                keep_out=found.keep_out,
                lately=found.lately,
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
            draw_keeping.refuse_all_standing(store, process_id, chosen(store, process_id).panels)
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

    def figures(self, path: Path) -> Figures:
        """The population figures in a sheet, to make quotas of; nothing is kept.

        Raises:
            NotFound: there is no such file.
            InvalidInput: there are no figures in it, or a cell is none.
        """
        return read_figures(path)

    def ease(self, process_id: UUID, bounds: dict[tuple[str, str], tuple[int, int]]) -> Change:
        """Give some groups another minimum and maximum; the rest stays."""
        with self._work.writing("quotas.ease") as store:
            draw_keeping.refuse_all_standing(store, process_id, chosen(store, process_id).panels)
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

    def choose(
        self,
        process_id: UUID,
        *,
        seats: int,
        reserves: int,
        households: bool,
        cool_down: CoolDown | None = None,
    ) -> Change:
        """Keep the number of seats and reserves, the rule on addresses and the guard against over-asking.

        Without `cool_down` that guard stays as it was.

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
            before = chosen(store, process_id)
            after = replace(
                before, reserves=reserves, households=households, cool_down=cool_down or before.cool_down
            )
            if seats != process.seats or after != replace(before, reserves=reserves):
                draw_keeping.refuse_all_standing(store, process_id, before.panels)
            store.change(process, seats=seats)
            draw_choices.keep(store, process_id, after)
        return changed(Topic.QUOTAS, Topic.PROCESSES, row=process_id)

    def another_panel(self, process_id: UUID) -> Change:
        """Make room for another panel out of the same people; its quotas begin as those of the last one.

        Raises:
            NotPossible: the last panel was not drawn yet.
        """
        with self._work.writing("draw.another_panel") as store:
            before = chosen(store, process_id)
            last = draw_store.standing(store, process_id, before.panels)
            if last is None or last.rehearsal or last.state is not DrawState.DRAWN:
                raise NotPossible("draw_panel_first", panel=before.panels)
            draw_choices.keep(store, process_id, replace(before, panels=before.panels + 1))
        return changed(Topic.DRAWS, Topic.QUOTAS, row=process_id)

    def drop_panel(self, process_id: UUID) -> Change:
        """Take the last panel away again, as long as nothing was drawn or recorded for it.

        Raises:
            NotPossible: it is the only panel, or there is a draw for it.
        """
        with self._work.writing("draw.drop_panel") as store:
            before = chosen(store, process_id)
            if before.panels == 1 or store.count(DrawRecord, process_id=process_id, panel=before.panels):
                raise NotPossible("draw_panel_used", panel=before.panels)
            draw_choices.keep(store, process_id, replace(before, panels=before.panels - 1))
        return changed(Topic.DRAWS, Topic.QUOTAS, row=process_id)


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
