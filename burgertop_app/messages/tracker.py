"""How the open advices stand, in words: per advice, and together for the top of the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.reminding import Standing
from burgertop_app.domain.terms import Urgency, urgency
from burgertop_app.i18n import _, day, ngettext
from burgertop_app.messages.terms import remaining, weekday

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from burgertop_app.domain.overview_views import TermLine
    from burgertop_app.domain.responses import Deadline, Postponement


def must_remind(line: TermLine) -> bool:
    """Whether a reminder must go out now."""
    return line.reminder is not None and line.reminder.standing is Standing.TO_DO


def urgent_words(line: TermLine, today: date) -> str:
    """A sentence about an advice that needs somebody; "" for one that does not."""
    near = urgency(line.due_on, today)
    if near in (Urgency.LATE, Urgency.SOON):
        return _("{advice}: {remaining}.").format(advice=line.title, remaining=remaining(line.due_on, today))
    if must_remind(line):
        return _("{advice}: a reminder must go out.").format(advice=line.title)
    return ""


def answered_words(line: TermLine) -> str:
    """How much is answered: "8 of 11 answered"."""
    return ngettext("{done} of {count} answered", "{done} of {count} answered", line.recommendations).format(
        done=line.answered, count=line.recommendations
    )


def beside_last_day(line: TermLine) -> str:
    """What belongs below the last day: a postponement, or the offer as long as there is no receipt."""
    if line.due_on is None:
        return _("offered {day}").format(day=day(line.offered_on, "d MMM")) if line.offered_on else ""
    if line.postponed and line.agreed_on is not None:
        return _("postponed, was {day}").format(day=day(line.agreed_on, "d MMM"))
    return _("agreed")


def beside_standing(line: TermLine) -> str:
    """The reminder that must go out or comes next."""
    if line.reminder is None:
        return ""
    if must_remind(line):
        return _("reminder to do")
    return _("reminder {day}").format(day=day(line.reminder.on, "d MMM"))


def delays(deadline: Deadline, postponements: Sequence[Postponement]) -> Iterator[str]:
    """Every postponement in a sentence, beside the agreed day; the withdrawn ones too."""
    for one in postponements:
        said = (
            _("Withdrawn: postponed on {told} to {until}. Reason of the withdrawal: {withdrawn}")
            if one.withdrawn_reason
            else _("The college postponed on {told}, from {agreed} to {until}. Its reason: {reason}")
        )
        yield said.format(
            told=day(one.told_on),
            agreed=day(deadline.due_on),
            until=weekday(one.until),
            reason=one.reason,
            withdrawn=one.withdrawn_reason,
        )


def banner(lines: Sequence[TermLine], today: date) -> str:
    """What needs somebody now, over all processes; "" when nothing does."""
    late = sum(urgency(line.due_on, today) is Urgency.LATE for line in lines)
    soon = sum(urgency(line.due_on, today) is Urgency.SOON for line in lines)
    remind = sum(must_remind(line) for line in lines)
    unproven = sum(line.received_on is None for line in lines)
    said = []
    if late:
        said.append(ngettext("{count} advice is late.", "{count} advices are late.", late).format(count=late))
    if soon:
        said.append(
            ngettext(
                "The term of {count} advice ends within a week.",
                "The terms of {count} advices end within a week.",
                soon,
            ).format(count=soon)
        )
    if remind:
        said.append(
            ngettext(
                "{count} reminder must go out now.", "{count} reminders must go out now.", remind
            ).format(count=remind)
        )
    if unproven:
        said.append(
            ngettext(
                "Of {count} advice there is no proof of receipt yet.",
                "Of {count} advices there is no proof of receipt yet.",
                unproven,
            ).format(count=unproven)
        )
    return " ".join(said)
