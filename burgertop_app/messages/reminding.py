"""Reminders in words: friendly before the last day, clear after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.reminding import Occasion, Standing
from burgertop_app.i18n import _, day, mark, ngettext
from burgertop_app.messages.terms import weekday

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from burgertop_app.domain.reminding import Planned

NAMES: Mapping[Occasion, str] = {
    Occasion.TWO_WEEKS_BEFORE: mark("Two weeks before the last day"),
    Occasion.THREE_DAYS_BEFORE: mark("Three days before the last day"),
    Occasion.DAY_AFTER: mark("The day after the last day"),
    Occasion.STILL_LATE: mark("Two weeks later again"),
}


def subject(occasion: Occasion, advice: str) -> str:
    """The subject of the letter or message."""
    if occasion.late:
        return _("The answer to the advice “{advice}” is late").format(advice=advice)
    return _("Reminder: answer to the advice “{advice}”").format(advice=advice)


def opening(occasion: Occasion, last: date, today: date) -> str:
    """How the term stands, in a sentence or two."""
    left = abs((last - today).days)
    match occasion:
        case Occasion.TWO_WEEKS_BEFORE | Occasion.THREE_DAYS_BEFORE if not left:
            return _("Today, {day}, is the last day for the answer of the college.").format(day=weekday(last))
        case Occasion.TWO_WEEKS_BEFORE:
            said = ngettext(
                "The last day for the answer of the college is {day}. That is in {count} day. We gladly"
                " remind you of it in good time.",
                "The last day for the answer of the college is {day}. That is in {count} days. We gladly"
                " remind you of it in good time.",
                left,
            )
        case Occasion.THREE_DAYS_BEFORE:
            said = ngettext(
                "The last day for the answer of the college comes near: {day}, in {count} day.",
                "The last day for the answer of the college comes near: {day}, in {count} days.",
                left,
            )
        case _:
            said = ngettext(
                "The last day for the answer of the college was {day}. That is {count} day ago.",
                "The last day for the answer of the college was {day}. That is {count} days ago.",
                left,
            )
    return said.format(day=weekday(last), count=left)


def asking(occasion: Occasion) -> str:
    """What is asked of the college."""
    said = {
        Occasion.TWO_WEEKS_BEFORE: _(
            "Will you answer by then, for each recommendation and with a reason? If you need something from"
            " us, an explanation or a talk with the participants, tell us."
        ),
        Occasion.THREE_DAYS_BEFORE: _(
            "Will you answer by then, for each recommendation and with a reason? If you cannot manage, tell"
            " us before that day when we may expect the answer, and why."
        ),
        Occasion.DAY_AFTER: _(
            "Perhaps the answer is on its way to us already. If not: will you answer still, for each"
            " recommendation and with a reason? If that takes longer, tell us when we may expect the answer"
            " and why. For residents it matters that they hear what is done with their work."
        ),
        Occasion.STILL_LATE: _(
            "Residents gave their time and have a right to an answer. Tell us within a week when it comes,"
            " and what the reason of the delay is. We tell the council and the participants that the answer"
            " is not there yet."
        ),
    }
    return said[occasion]


def standing(planned: Planned, today: date) -> str:
    """How one reminder of the schedule stands."""
    match planned.standing:
        case Standing.SENT if planned.sent_on is not None:
            return _("sent on {day}").format(day=day(planned.sent_on, "d MMMM"))
        case Standing.TO_DO:
            return _("to do now") if planned.on < today else _("to do today")
        case Standing.PASSED:
            return _("not sent")
        case _:
            return _("on {day}").format(day=day(planned.on, "d MMMM"))
