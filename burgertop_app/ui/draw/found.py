"""What the page about the draw reads, and where the draw stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_records import DrawState
from burgertop_app.domain.drawing import DrawRequest
from burgertop_app.i18n import _, ngettext, number

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.draw_views import DrawSetup, DrawView
    from burgertop_app.services.house import Services


class Stage(Enum):
    """How far the draw is; it decides what can be done."""

    OPEN = "open"
    PREPARED = "prepared"
    REHEARSED = "rehearsed"
    COMMITTED = "committed"
    DRAWN = "drawn"


@dataclass(frozen=True)
class DrawFound:
    """What the page shows: the preparation, and the draw that stands."""

    setup: DrawSetup
    view: DrawView | None = None

    @property
    def stage(self) -> Stage:
        """How far the draw is."""
        if self.view is None:
            return Stage.OPEN
        if self.view.record.state is DrawState.DRAWN:
            return Stage.REHEARSED if self.view.record.rehearsal else Stage.DRAWN
        return Stage.PREPARED if self.view.record.state is DrawState.PREPARED else Stage.COMMITTED

    @property
    def request(self) -> DrawRequest:
        """The lottery as it would be calculated now."""
        return DrawRequest(
            process_id=self.setup.process_id,
            seats=self.setup.seats,
            method=self.setup.choices.method,
            households=self.setup.choices.households,
            panel=self.setup.panel,
            cool_down=self.setup.choices.cool_down,
        )

    @property
    def people(self) -> int:
        """The people in the draw that stands, else those who registered."""
        fixed = self.stage in (Stage.COMMITTED, Stage.DRAWN)
        return self.view.record.people if self.view is not None and fixed else self.setup.people


def read(house: Services, process: UUID, *, names: bool, panel: int | None = None) -> DrawFound:
    """Everything about the draw for a panel, the last one unless said; `names` adds panel and reserves."""
    setup = house.draw_preparing.setup(process, panel)
    standing = setup.standing
    if standing is None:
        return DrawFound(setup)
    return DrawFound(setup, house.drawing.view(standing.id, names=names))


def sentence(found: DrawFound) -> str:
    """The numbers under the title."""
    told = {
        Stage.OPEN: _("{seats} members to draw out of {people} who registered"),
        Stage.PREPARED: _("{seats} members to draw out of {people} who registered"),
        Stage.REHEARSED: _("Rehearsal: {seats} members out of {people} who registered"),
        Stage.COMMITTED: _("Recorded: {seats} members out of {people} who registered"),
        Stage.DRAWN: _("Drawn: {seats} members out of {people} who registered"),
    }[found.stage]
    seats = found.view.record.seats if found.view is not None else found.setup.seats
    said = told.format(seats=number(seats), people=number(found.people))
    if found.setup.choices.panels == 1:
        return said
    return _("Panel {panel} of {panels} · {said}").format(
        panel=found.setup.panel, panels=found.setup.choices.panels, said=said
    )


def attempts_words(found: DrawFound) -> str:
    """The name of the view with every attempt."""
    count = len(found.setup.draws)
    return ngettext("{count} attempt", "{count} attempts", count).format(count=count)
