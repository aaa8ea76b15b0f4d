"""The numbers of a process as beads on the thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext, number, percent
from burgertop_app.ui.kit.terms import short_day
from burgertop_app.ui.kit.thread_row import Bead, Reached

if TYPE_CHECKING:
    from collections.abc import Collection

    from burgertop_app.domain.overview_views import ThreadNumbers

INVITED = "people:invited"


def beads(numbers: ThreadNumbers, pages: Collection[str]) -> tuple[Bead, ...]:
    """The steps whose page the form shows; the page stands in the key, before a colon if there are two."""
    found = [bead for bead in (*_people(numbers), *_outcomes(numbers)) if page_of(bead.key) in pages]
    if numbers.invited <= numbers.registered:
        found = [bead for bead in found if bead.key != INVITED]
    return tuple(found)


def page_of(key: str) -> str:
    """The page on which the number of a bead stands."""
    return key.partition(":")[0]


def _bead(key: str, icon: str, count: int, words: str, note: str) -> Bead:
    return Bead(key, icon, number(count), words, note, Reached.DONE if count else Reached.AHEAD)


def _people(numbers: ThreadNumbers) -> tuple[Bead, ...]:
    share = numbers.registered / numbers.invited if numbers.invited > numbers.registered else 0
    reserves = ngettext("and {count} reserve", "and {count} reserves", numbers.reserves)
    absent = ngettext("{count} did not come", "{count} did not come", numbers.absent)
    return (
        _bead(INVITED, "mail", numbers.invited, _("invited"), ""),
        _bead(
            "people",
            "user-plus",
            numbers.registered,
            _("registered"),
            _("{share} responded").format(share=percent(share)) if share else "",
        ),
        _bead(
            "draw",
            "dices",
            numbers.drawn,
            _("drawn"),
            reserves.format(count=numbers.reserves) if numbers.reserves else "",
        ),
        _bead(
            "tables",
            "user-check",
            numbers.present,
            _("present"),
            absent.format(count=numbers.absent) if numbers.absent else "",
        ),
    )


def _outcomes(numbers: ThreadNumbers) -> tuple[Bead, ...]:
    themes = ngettext("{count} theme", "{count} themes", numbers.themes).format(count=numbers.themes)
    received = numbers.received_on
    return (
        _bead(
            "cards",
            "sticky-note",
            numbers.cards,
            ngettext("card", "cards", numbers.cards),
            themes if numbers.themes else "",
        ),
        _bead(
            "proposals",
            "vote",
            numbers.proposals,
            ngettext("proposal", "proposals", numbers.proposals),
            _voted(numbers),
        ),
        _bead(
            "advice",
            "file-text",
            numbers.advices,
            ngettext("advice", "advices", numbers.advices),
            _("received {day}").format(day=short_day(received)) if received else "",
        ),
        _answered(numbers),
        _promised(numbers),
    )


def _voted(numbers: ThreadNumbers) -> str:
    if not numbers.voted:
        return ""
    if numbers.voted >= numbers.proposals:
        return _("all voted on")
    return _("{count} voted on").format(count=numbers.voted)


def _answered(numbers: ThreadNumbers) -> Bead:
    asked, done = numbers.recommendations, numbers.answered
    figure = _("{done} of {asked}").format(done=done, asked=asked) if asked else number(0)
    left = numbers.days_left
    late = left is not None and left < 0 and done < asked
    note = ""
    if left is not None and done < asked:
        forms = (
            ngettext("{count} day late", "{count} days late", -left)
            if late
            else ngettext("{count} day left", "{count} days left", left)
        )
        note = forms.format(count=abs(left))
    reached = Reached.NOW if numbers.received_on and done < asked else Reached.AHEAD
    if asked and done == asked:
        reached = Reached.DONE
    return Bead(
        "response",
        "mail-check",
        figure,
        _("answered"),
        note,
        Reached.LATE if late else reached,
        note_late=late,
    )


def _promised(numbers: ThreadNumbers) -> Bead:
    words = ngettext("commitment", "commitments", numbers.commitments)
    if numbers.late:
        note = ngettext("{count} late", "{count} late", numbers.late).format(count=numbers.late)
        return Bead(
            "followup", "list-checks", number(numbers.commitments), words, note, Reached.LATE, note_late=True
        )
    reached = Reached.NOW if numbers.commitments else Reached.AHEAD
    return Bead("followup", "list-checks", number(numbers.commitments), words, "", reached)
