"""The table of days off of this workspace: the shipped one, and what the organiser changed in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.decree_days import Amendment, DecreeTable
from burgertop_app.domain.workspaces import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.holidays import Holidays
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

KEY = "decree_days"


def table_of(store: Store, shipped: Holidays) -> DecreeTable:
    """The table as it stands in the workspace."""
    kept = store.first(Setting, key=KEY)
    if kept is None:
        return DecreeTable(shipped)
    days = kept.content.get("days")
    until = kept.content.get("until")
    return DecreeTable(
        shipped,
        tuple(
            Amendment(date.fromisoformat(one["day"]), one["source"], removed=one["removed"])
            for one in (days if isinstance(days, list) else ())
        ),
        date.fromisoformat(until) if isinstance(until, str) and until else None,
        str(kept.content.get("until_source", "")),
    )


class DaysOff:
    """What an organiser does with the table of days off by royal decree.

    A last day that was fixed at receipt does not move when the table changes.
    """

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._terms = context.terms

    def table(self) -> DecreeTable:
        """The table; errors as `Terms.holidays`."""
        with self._work.reading() as store:
            return table_of(store, self._terms.holidays)

    def add(self, day: date, source: str) -> Change:
        """Put a day into the table; errors as `DecreeTable.add`."""
        return self._change("days_off.add", lambda table: table.add(day, source))

    def remove(self, day: date, source: str) -> Change:
        """Take a day out of the table; errors as `DecreeTable.remove`."""
        return self._change("days_off.remove", lambda table: table.remove(day, source))

    def extend(self, until: date, source: str) -> Change:
        """Record up to when the Staatscourant was looked at; errors as `DecreeTable.extend`."""
        return self._change("days_off.extend", lambda table: table.extend(until, source))

    def _change(self, act: str, step: Callable[[DecreeTable], DecreeTable]) -> Change:
        with self._work.writing(act) as store:
            content = _content(step(table_of(store, self._terms.holidays)))
            kept = store.first(Setting, key=KEY)
            if kept is None:
                store.add(Setting(id=store.new_id(), key=KEY, content=content))
            else:
                store.change(kept, content=content)
        return changed(Topic.RESPONSES, Topic.SETTINGS)


def _content(table: DecreeTable) -> dict[str, object]:
    return {
        "days": [
            {"day": one.day.isoformat(), "source": one.source, "removed": one.removed}
            for one in table.amendments
        ],
        "until": table.until.isoformat() if table.until else "",
        "until_source": table.until_source,
    }
