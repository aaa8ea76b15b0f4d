"""How a promise stands, what changed in it and what to ask about it, in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from burgertop_app.domain.monitoring import Turn
from burgertop_app.domain.progressing import Differs
from burgertop_app.domain.responses import CommitmentState, Step
from burgertop_app.i18n import _, day, mark, ngettext, number
from burgertop_app.messages.terms import remaining
from burgertop_app.messages.words import word

if TYPE_CHECKING:
    from burgertop_app.domain.follow_views import CommitmentLine
    from burgertop_app.domain.progressing import Difference
    from burgertop_app.domain.responses import Commitment

TURNS = {
    Turn.HELD: mark("held"),
    Turn.MISSED: mark("passed over"),
    Turn.LATE: mark("should have been held"),
    Turn.COMING: mark("planned"),
}

STEPS = {
    Step.PLAN: mark("Plan: say what will be done, by whom and when."),
    Step.DO: mark("Do: carry it out."),
    Step.CHECK: mark("Check: did it work, and for whom?"),
    Step.ACT: mark("Adjust: change what did not work, and keep what did."),
}


def standing(kept: Commitment, today: date) -> str:
    """How a promise stands, with the days when it is late: "under way, 12 days late"."""
    if kept.withdrawn_reason:
        return _("withdrawn")
    said = word(kept.state)
    if not kept.ended and kept.due_on is not None and kept.due_on < today:
        return f"{said}, {remaining(kept.due_on, today)}"
    if kept.state is CommitmentState.DONE and kept.unproven:
        return _("{state}, without evidence").format(state=said)
    return said


def late_sentence(late: list[Commitment], today: date) -> str:
    """How many promises are late, and the one that is longest overdue with its days."""
    if not late:
        return ""
    worst = min(late, key=lambda kept: kept.due_on or today)
    longest = _("“{text}” the longest: {late}.").format(
        text=_short(worst.text), late=remaining(worst.due_on, today)
    )
    count = ngettext("{count} commitment is late.", "{count} commitments are late.", len(late))
    if len(late) == 1:
        return _("One commitment is late: “{text}”, {late}.").format(
            text=_short(worst.text), late=remaining(worst.due_on, today)
        )
    return " ".join((count.format(count=number(len(late))), longest))


def step_words(step: Step) -> str:
    """What a step of plan-do-check-act asks."""
    return _(STEPS[step])


def turn_words(turn: Turn) -> str:
    """How a meeting of the schedule stands."""
    return _(TURNS[turn])


def difference_words(found: Difference) -> str:
    """What changed since the last time, in a few words."""
    counted = {
        Differs.NOTES: ngettext("{count} new note", "{count} new notes", found.count),
        Differs.EVIDENCE: ngettext(
            "{count} new piece of evidence", "{count} new pieces of evidence", found.count
        ),
    }
    plain = {
        Differs.NEW: _("new"),
        Differs.WITHDRAWN: _("withdrawn"),
        Differs.REWORDED: _("worded otherwise"),
    }
    said = {**plain, **counted}
    if found.kind in said:
        return said[found.kind].format(count=number(found.count))
    return _moved(found.was, found.now) if found.kind is Differs.DUE else _went(found)


def _went(found: Difference) -> str:
    """From one state or step to another."""
    if found.kind is Differs.STATE:
        was, now = CommitmentState(found.was), CommitmentState(found.now)
        return _("from “{was}” to “{now}”").format(was=word(was), now=word(now))
    return _("step from “{was}” to “{now}”").format(was=word(Step(found.was)), now=word(Step(found.now)))


def questions(line: CommitmentLine, today: date) -> tuple[str, ...]:
    """What to ask about a promise at a meeting."""
    kept = line.commitment
    if kept.ended:
        proof = _("What shows that it is done?")
        return (proof,) if kept.state is CommitmentState.DONE and not line.proven else ()
    late = kept.due_on is not None and kept.due_on < today
    asked = (
        (late, _("The day has passed. What is needed to finish it, and when will it be done?")),
        (kept.state is CommitmentState.STALLED, _("What stands in the way, and who can take it away?")),
        (kept.state is CommitmentState.OPEN and not late, _("When does it begin?")),
        (not kept.owner, _("Who does it?")),
        (kept.due_on is None, _("When will it be done?")),
        (kept.step is Step.CHECK, _("Did it work, and for whom not?")),
        (kept.step is Step.ACT, _("What will be done differently now?")),
    )
    found = tuple(question for holds, question in asked if holds)
    return found or (_("What was done since the last time, and is the day still right?"),)


def _moved(was: str, now: str) -> str:
    if not was:
        return _("ready on {now}").format(now=day(date.fromisoformat(now)))
    if not now:
        return _("no day any more; it was {was}").format(was=day(date.fromisoformat(was)))
    return _("moved from {was} to {now}").format(
        was=day(date.fromisoformat(was)), now=day(date.fromisoformat(now))
    )


def _short(text: str, longest: int = 70) -> str:
    text = text.strip().removesuffix(".")
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
