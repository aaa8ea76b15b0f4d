"""The steps of the thread in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.responses import CommitmentState, Disposal
from burgertop_app.i18n import _, day, ngettext
from burgertop_app.messages.words import word

if TYPE_CHECKING:
    from burgertop_app.domain.overview_views import ThreadStep

VOTED = 2


def heading(step: ThreadStep) -> str:
    """What kind of step it is, with its number: "Kaart 3-14"."""
    return {
        "card": _("Card {number}"),
        "theme": _("Theme"),
        "proposal": _("Proposal {number}"),
        "recommendation": _("Recommendation {number}"),
        "answer": _("Answer"),
        "commitment": _("Commitment"),
    }[step.kind].format(number=step.label)


def body(step: ThreadStep) -> str:
    """Its words; of an answer what the college does and why."""
    if step.kind == "card":
        return _("“{words}”").format(words=step.text)
    if step.kind == "answer":
        said = word(Disposal(step.label))
        return ". ".join(filter(None, (said[:1].upper() + said[1:], step.text)))
    return step.text


def note(step: ThreadStep) -> str:
    """What belongs to it: table and round, votes, who does it, when, how far."""
    if step.standing is Standing.WITHDRAWN:
        return _("withdrawn")
    if step.kind == "card":
        return place(step.note)
    if step.kind in ("answer", "commitment"):
        return _who_and_when(step)
    return _figures(step)


def place(written: str) -> str:
    """A table and round, given as "3/2"."""
    table, _slash, turn = written.partition("/")
    if not table:
        return _("no table noted")
    if not turn:
        return _("table {table}").format(table=table)
    return _("table {table} · round {round}").format(table=table, round=turn)


def _figures(step: ThreadStep) -> str:
    if step.kind == "proposal" and len(step.figures) == VOTED:
        return _("{in_favour} for, {against} against").format(
            in_favour=step.figures[0], against=step.figures[1]
        )
    if step.kind == "proposal" or not step.figures:
        return ""
    count = step.figures[0]
    if step.kind == "theme":
        return ngettext("{count} card", "{count} cards", count).format(count=count)
    return ngettext("{count} card together", "{count} cards together", count).format(count=count)


def _who_and_when(step: ThreadStep) -> str:
    if step.kind == "commitment":
        return " · ".join(filter(None, (step.label, word(CommitmentState(step.note)))))
    return " · ".join(filter(None, (step.note, day(step.due_on, "medium") if step.due_on else "")))
