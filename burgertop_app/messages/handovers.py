"""What a hand-over brings and what two laptops said differently, in plain words."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.events import Presence
from burgertop_app.domain.handovers import REMOVED, SAME, WENT_ON, WORDING
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.people import State
from burgertop_app.i18n import _, day, mark, minute, ngettext, number
from burgertop_app.messages.log_parts import part_words
from burgertop_app.messages.words import choices

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.handovers import Difference, Incoming, Saying

COLUMNS = {
    "address": mark("Address"),
    "description": mark("Explanation"),
    "due_on": mark("Day"),
    "email": mark("E-mail"),
    "kind": mark("Kind"),
    "name": mark("Name"),
    "note": mark("Note"),
    "on": mark("Day"),
    "owner": mark("Who does it"),
    "phone": mark("Telephone"),
    "place": mark("Place"),
    "postcode": mark("Postcode"),
    "presence": mark("Attendance"),
    "reason": mark("Reason"),
    "share": mark("May be shown without a name"),
    "standing": mark("Counts or withdrawn"),
    "state": mark("State"),
    "text": mark("Text"),
    "theme_id": mark("Theme"),
    "times": mark("Times"),
    "title": mark("Title"),
    "value": mark("Value"),
    SAME: mark("Say the same"),
    WENT_ON: mark("Went on in"),
    WORDING: mark("Words"),
    "withdrawn_reason": mark("Reason for withdrawing"),
}
"""The columns over which people most often differ; another one is shown by what it belongs to alone."""

CODES = {
    ("attendance", "presence", Presence.PRESENT.value): mark("present"),
    ("attendance", "presence", Presence.ABSENT.value): mark("absent"),
    **{
        (name, "standing", code.value): words
        for name in ("card", "proposal", "theme")
        for code, words in ((Standing.ACTIVE, mark("counts")), (Standing.WITHDRAWN, mark("withdrawn")))
    },
}

COUNTED = ("card", "card_text", "attendance", "participation", "person")
"""What is told by a line of its own, or belongs to what has one."""


def incoming_lines(incoming: Incoming) -> tuple[str, ...]:
    """A sentence for each thing that a hand-over brings; one when there is nothing new."""
    if incoming.nothing:
        return (_("Everything in this file is here already. Nothing changes."),)
    counts = incoming.new
    cards, here, people = (counts.get(name, 0) for name in ("card", "attendance", "participation"))
    others = sum(count for name, count in counts.items() if name not in COUNTED)
    lines = (
        (cards, ngettext("{count} new card", "{count} new cards", cards)),
        (people, ngettext("{count} new person", "{count} new people", people)),
        (here, ngettext("{count} check-in", "{count} check-ins", here)),
        (others, ngettext("{count} other new thing", "{count} other new things", others)),
    )
    told = [words.format(count=number(count)) for count, words in lines if count]
    reworded = counts.get("card_text", 0) - counts.get("card", 0)
    if reworded > 0:
        told.append(
            ngettext("{count} new wording of a card", "{count} new wordings of cards", reworded).format(
                count=number(reworded)
            )
        )
    changed, double = sum(incoming.changed.values()), sum(incoming.double.values())
    if changed:
        told.append(
            ngettext("{count} thing changed", "{count} things changed", changed).format(count=number(changed))
        )
    if double:
        told.append(
            ngettext(
                "{count} thing was entered on both laptops and stays once",
                "{count} things were entered on both laptops and stay once",
                double,
            ).format(count=number(double))
        )
    if incoming.renamed:
        labels = ", ".join(label for _name, label in incoming.renamed)
        told.append(
            _("Given out on both laptops, so one goes on under another number: {labels}").format(
                labels=labels
            )
        )
    if incoming.erased:
        told.append(
            ngettext(
                "{count} person was erased on one of the laptops, and is erased in all of it",
                "{count} people were erased on one of the laptops, and are erased in all of it",
                incoming.erased,
            ).format(count=number(incoming.erased))
        )
    return tuple(told)


def origin_line(incoming: Incoming) -> str:
    """From which laptop the file came, by whom and when."""
    return _("Made on {laptop} by {who}, {moment}.").format(
        laptop=incoming.laptop, who=incoming.who, moment=minute(incoming.made_at)
    )


def difference_words(found: Difference) -> tuple[str, str]:
    """What the difference is about: the thing, and what of it."""
    part = part_words("card" if found.column == SAME else found.table)
    thing = _("{part}: {subject}").format(part=part, subject=found.subject) if found.subject else part
    if found.column == REMOVED:
        return thing, _("Stays or goes")
    return thing, _(COLUMNS[found.column]) if found.column in COLUMNS else ""


def saying_words(found: Difference, said: Saying) -> str:
    """What one laptop said."""
    if said.removed:
        return _("taken away")
    if found.column == REMOVED:
        return _("changed, so it stays")
    return said.called or _coded(found, str(said.value)) or value_words(said.value)


def _coded(found: Difference, code: str) -> str:
    """The words for a code that the program writes; empty when it is none."""
    if (found.table, found.column) == ("participation", "state"):
        return choices(State).get(code, "")
    if (found.table, found.column) == ("intention", "standing"):
        return _("withdrawn: {reason}").format(reason=code) if code else _("counts")
    words = CODES.get((found.table, found.column, code))
    return _(words) if words else ""


def teller_words(said: Saying) -> str:
    """On which laptop, by whom and when it was said."""
    laptop = _("this laptop") if said.here else said.laptop
    return _("{laptop}, {who}, {moment}").format(laptop=laptop, who=said.who, moment=minute(said.at, "short"))


def value_words(value: Any) -> str:  # noqa: ANN401  (what stands in a column)
    """A cell for people to read."""
    for kind, way in _WAYS:
        if isinstance(value, kind):
            return way(value) or _("nothing")
    return _("nothing") if value is None else str(value)


_WAYS: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    (bool, lambda value: _("Yes") if value else _("No")),
    (int | float, number),
    (datetime, minute),
    (date, day),
    (dict, lambda value: ", ".join(f"{name}: {value_words(each)}" for name, each in value.items())),
    (list, lambda value: ", ".join(map(value_words, value))),
    (str, str),
)
"""How each kind of cell is read; a truth before a number, a moment before a day."""
