"""How a promise, a meeting or a pledge stands, as a chip with words, and the columns of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.monitoring import Turn
from burgertop_app.domain.processes import PledgeState
from burgertop_app.domain.responses import CommitmentState, Side
from burgertop_app.domain.terms import Urgency, urgency
from burgertop_app.i18n import _, day
from burgertop_app.messages.following import standing, turn_words
from burgertop_app.messages.terms import remaining
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from burgertop_app.domain.follow_views import CommitmentLine, PledgeLine
    from burgertop_app.domain.following import ProgressReport
    from burgertop_app.domain.monitoring import MonitorSlot
    from burgertop_app.domain.responses import Commitment

PRESSING = {Urgency.LATE: State.LATE, Urgency.SOON: State.WARN}
LOOKS = {
    CommitmentState.OPEN: (State.WAITING, ""),
    CommitmentState.UNDER_WAY: (State.ACCENT, "hourglass"),
    CommitmentState.STALLED: (State.WARN, "pause"),
    CommitmentState.DONE: (State.OK, ""),
    CommitmentState.DROPPED: (State.NEUTRAL, "ban"),
}
TURNS = {
    Turn.HELD: (State.OK, ""),
    Turn.MISSED: (State.NEUTRAL, "ban"),
    Turn.LATE: (State.LATE, ""),
    Turn.COMING: (State.WAITING, "calendar"),
}
PLEDGES = {
    PledgeState.OPEN: (State.WAITING, ""),
    PledgeState.KEPT: (State.OK, ""),
    PledgeState.NOT_KEPT: (State.LATE, "circle-x"),
}


def light(kept: Commitment, today: date) -> Chip:
    """Late and near in days, the rest by its state."""
    near = urgency(kept.due_on, today)
    if not kept.ended and near in PRESSING:
        return Chip(remaining(kept.due_on, today), PRESSING[near])
    if kept.withdrawn_reason:
        return Chip(_("withdrawn"), State.NEUTRAL, "ban")
    state, icon = LOOKS[kept.state]
    return Chip(standing(kept, today), state, icon)


def is_late(kept: Commitment, today: date) -> bool:
    """Whether it should have been done by now."""
    return not kept.ended and urgency(kept.due_on, today) is Urgency.LATE


def columns(today: Callable[[], date]) -> tuple[Column[CommitmentLine], ...]:
    """The columns of the table of promises."""
    return (
        Column(
            "from",
            _("Rec."),
            lambda line: line.origin.number if line.origin else None,
            width=70,
            align=Align.RIGHT,
            tooltip=lambda line: line.origin.sentence if line.origin else "",
        ),
        Column("text", _("Commitment"), lambda line: line.commitment.text, stretch=True, bold=True),
        Column("owner", _("Who does it"), lambda line: line.commitment.owner, width=132),
        Column(
            "due",
            _("Ready on"),
            lambda line: line.commitment.due_on,
            text=lambda line: day(line.commitment.due_on, "medium") if line.commitment.due_on else "",
            width=112,
            align=Align.RIGHT,
        ),
        Column(
            "light",
            _("How it stands"),
            lambda line: line.commitment.state,
            chip=lambda line: light(line.commitment, today()),
            width=178,
        ),
        Column(
            "step",
            _("Step"),
            lambda line: line.commitment.step,
            text=lambda line: word(line.commitment.step),
            width=68,
        ),
        Column("notes", _("Last note"), last_note, width=180),
        Column("evidence", _("Evidence"), lambda line: _proofs(line) or None, width=84, align=Align.RIGHT),
        Column(
            "side",
            _("Kind"),
            lambda line: line.commitment.side,
            text=lambda line: word(line.commitment.side),
            width=150,
            hidden=True,
        ),
        Column("budget", _("Budget (€)"), lambda line: line.commitment.budget, width=96, hidden=True),
        Column("outcome", _("Result"), lambda line: line.commitment.outcome, width=200, hidden=True),
        Column("moved", _("Moved"), lambda line: len(line.moved) or None, width=80, hidden=True),
    )


def last_note(line: CommitmentLine) -> str:
    """What was written down last about a promise."""
    return line.notes[-1].text if line.notes else line.commitment.progress


def owner_or_text(line: CommitmentLine) -> str:
    """A few words for a promise on the line of time."""
    kept = line.commitment
    return kept.owner or (_("residents") if kept.side is Side.RESIDENTS else kept.text)


def meeting_columns() -> tuple[Column[MonitorSlot], ...]:
    """The columns of the table of meetings."""
    return (
        Column("number", _("No."), lambda slot: slot.number or None, width=48, align=Align.RIGHT),
        Column("on", _("Day"), lambda slot: slot.on, text=lambda slot: day(slot.on), width=160),
        Column("turn", _("How it stands"), lambda slot: slot.turn, chip=turn_chip, width=210),
        Column("planned", _("By the schedule"), _moved, width=160, muted=True),
        Column(
            "present", _("Present"), lambda slot: slot.meeting.present if slot.meeting else None, width=90
        ),
        Column("agreed", _("What was agreed"), agreed, stretch=True),
    )


def turn_chip(slot: MonitorSlot) -> Chip:
    """How a meeting stands."""
    state, icon = TURNS[slot.turn]
    return Chip(turn_words(slot.turn), state, icon)


def agreed(slot: MonitorSlot) -> str:
    """What came of a meeting, or why it was moved."""
    kept = slot.meeting
    return (kept.decisions or kept.note if kept.held else kept.moved_reason) if kept else ""


def pledge_columns() -> tuple[Column[PledgeLine], ...]:
    """The columns of the table of pledges."""
    return (
        Column("by", _("Who"), lambda line: line.pledge.by, width=124),
        Column("text", _("What was promised"), lambda line: line.pledge.text, stretch=True, bold=True),
        Column("made", _("Promised on"), lambda line: line.pledge.made_on, width=120),
        Column("state", _("How it stands"), lambda line: line.pledge.state, chip=pledge_chip, width=178),
        Column("settled", _("On"), lambda line: line.pledge.settled_on, width=100),
        Column("note", _("How, or why not"), lambda line: line.pledge.note, width=180),
    )


def pledge_chip(line: PledgeLine) -> Chip:
    """Whether a pledge was kept."""
    state, icon = PLEDGES[line.pledge.state]
    return Chip(word(line.pledge.state), state, icon)


def report_columns() -> tuple[Column[ProgressReport], ...]:
    """The columns of the table of reports."""
    return (
        Column("number", _("No."), lambda report: report.number, width=60, align=Align.RIGHT),
        Column("made", _("Made on"), lambda report: report.made_at.astimezone().date(), width=160),
        Column(
            "state",
            _("How it stands"),
            lambda report: report.withdrawn_reason,
            chip=lambda report: (
                Chip(_("withdrawn"), State.NEUTRAL, "ban")
                if report.withdrawn_reason
                else Chip(_("fixed"), State.OK, "lock")
            ),
            width=178,
        ),
        Column("hash", _("Hash of the content"), lambda report: report.sha256, stretch=True, mono=True),
        Column("why", _("Reason"), lambda report: report.withdrawn_reason, width=200),
    )


def _proofs(line: CommitmentLine) -> int:
    return sum(not one.withdrawn_reason for one in line.evidence)


def _moved(slot: MonitorSlot) -> str:
    return day(slot.planned_on) if slot.planned_on != slot.on else ""
