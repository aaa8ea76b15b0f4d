"""How a promise stands, as a chip with words, and the columns of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.responses import CommitmentState
from burgertop_app.domain.terms import Urgency, urgency
from burgertop_app.i18n import _, day
from burgertop_app.messages.terms import remaining
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from burgertop_app.domain.responses import Commitment

ENDED = (CommitmentState.DONE, CommitmentState.DROPPED)

PRESSING = {Urgency.LATE: State.LATE, Urgency.SOON: State.WARN}
LOOKS = {
    CommitmentState.OPEN: (State.WAITING, ""),
    CommitmentState.UNDER_WAY: (State.ACCENT, "hourglass"),
    CommitmentState.DONE: (State.OK, ""),
    CommitmentState.DROPPED: (State.NEUTRAL, "ban"),
}


def light(kept: Commitment, today: date) -> Chip:
    """Late and near in days, the rest by its state."""
    near = urgency(kept.due_on, today)
    if kept.state not in ENDED and near in PRESSING:
        return Chip(remaining(kept.due_on, today), PRESSING[near])
    state, icon = LOOKS[kept.state]
    return Chip(word(kept.state), state, icon)


def is_late(kept: Commitment, today: date) -> bool:
    """Whether it should have been done by now."""
    return kept.state not in ENDED and urgency(kept.due_on, today) is Urgency.LATE


def columns(today: Callable[[], date]) -> tuple[Column[Commitment], ...]:
    """The columns of the table of promises."""
    return (
        Column("text", _("Commitment"), lambda kept: kept.text, stretch=True, bold=True),
        Column("owner", _("Who does it"), lambda kept: kept.owner, width=140),
        Column(
            "due",
            _("Ready on"),
            lambda kept: kept.due_on,
            text=lambda kept: day(kept.due_on, "medium") if kept.due_on else "",
            width=112,
            align=Align.RIGHT,
        ),
        Column(
            "light",
            _("How it stands"),
            lambda kept: kept.state,
            chip=lambda kept: light(kept, today()),
            width=178,
        ),
        Column("step", _("Step"), lambda kept: kept.step, text=lambda kept: word(kept.step), width=96),
        Column("progress", _("Progress"), lambda kept: kept.progress, width=280),
    )
