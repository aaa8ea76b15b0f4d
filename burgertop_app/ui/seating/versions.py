"""The plans that were made of a meeting: how good each is, what differs from the present one, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day, ngettext, number
from burgertop_app.messages.tables import clock
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.events import PlanVersion
    from burgertop_app.domain.seating_views import SeatMove

WIDE, HIGH = 840, 620


class VersionsForm(Panel):
    """Every plan, the newest first; the one that is chosen is compared with the present one."""

    def __init__(
        self,
        parent: QWidget,
        versions: Sequence[PlanVersion],
        moves: Mapping[UUID, Sequence[SeatMove]],
    ) -> None:
        self._moves, self._present = moves, versions[-1]
        self.table: RecordTable[PlanVersion] = RecordTable(
            _("Table plans"), self._columns(), key=lambda plan: plan.id, counted=_plans
        )
        self._said = words("", "strong", wrap=True)
        self.moves: RecordTable[SeatMove] = RecordTable(
            _("What differs"),
            (
                Column("name", _("Name"), lambda move: move.person.name or move.person.number, stretch=True),
                Column("round", _("Round"), lambda move: move.round_no, width=80, align=Align.RIGHT),
                Column(
                    "then",
                    _("Then table"),
                    lambda move: move.before or 0,
                    text=_before,
                    width=110,
                    align=Align.RIGHT,
                ),
                Column(
                    "now",
                    _("Now table"),
                    lambda move: move.after or 0,
                    text=_after,
                    width=110,
                    align=Align.RIGHT,
                ),
            ),
            key=lambda move: (move.person.participation_id, move.round_no),
            counted=_changes,
        )
        body = column(self.table, self._said, self.moves)
        super().__init__(parent, _("Earlier table plans"), body, _("Use this plan again"))
        self.widen(WIDE, HIGH)
        self.setMinimumWidth(WIDE)
        self.table.put(tuple(reversed(versions)))
        self.table.chosen.connect(lambda _found: self._show())
        self.table.select(versions[-1].id)
        self._show()

    @property
    def chosen(self) -> PlanVersion | None:
        """The plan to use again; None for the present one."""
        plan = self.table.current
        return plan if plan is not None and plan.id != self._present.id else None

    def _columns(self) -> tuple[Column[PlanVersion], ...]:
        return (
            Column("version", _("Plan"), lambda plan: plan.version, width=70, align=Align.RIGHT),
            Column("made", _("Made"), lambda plan: plan.version, text=_made, stretch=True),
            _figure("excess", _("Unfair seats")),
            _figure("repeats", _("Meeting again")),
            _figure("moved", _("Seats changed")),
        )

    def _show(self) -> None:
        plan = self.chosen
        self.yes.setEnabled(plan is not None)
        found = self._moves.get(plan.id, ()) if plan is not None else ()
        self.moves.put(found)
        if plan is None:
            self._said.setText(_("This is the plan that counts now. Choose another one to compare."))
            return
        people = len({move.person.participation_id for move in found})
        self._said.setText(
            ngettext(
                "{count} person sits elsewhere than in plan {version}.",
                "{count} people sit elsewhere than in plan {version}.",
                people,
            ).format(count=number(people), version=plan.version)
        )


def _figure(name: str, title: str) -> Column[PlanVersion]:
    return Column(name, title, lambda plan: plan.figures.get(name, 0), width=158, align=Align.RIGHT)


def _plans(count: int) -> str:
    return ngettext("{count} plan", "{count} plans", count)


def _changes(count: int) -> str:
    return ngettext("{count} change", "{count} changes", count)


def _made(plan: PlanVersion) -> str:
    if plan.made_at is None:
        return ""
    at = plan.made_at.astimezone()
    return f"{day(at.date())}, {clock(at.time())}"


def _before(move: SeatMove) -> str:
    return str(move.before) if move.before is not None else _("none")


def _after(move: SeatMove) -> str:
    return str(move.after) if move.after is not None else _("none")
