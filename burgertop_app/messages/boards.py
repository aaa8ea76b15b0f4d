"""Boards in sentences: how many are chosen, when the group met and when it must meet again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from burgertop_app.domain.boards import NO, YES
from burgertop_app.domain.form_parts import FieldKind
from burgertop_app.i18n import _, day, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burgertop_app.domain.boards import Rhythm
    from burgertop_app.domain.form_parts import ItemField


def chosen_words(count: int, most: int) -> str:
    """How many of the places are taken."""
    return _("{count} of {most} chosen").format(count=number(count), most=number(most))


def rhythm_words(rhythm: Rhythm) -> str:
    """When the group met last, and by when it meets again."""
    if rhythm.last is None or rhythm.latest is None:
        if rhythm.planned is None:
            return _("No meeting yet.")
        return _("No meeting yet; the first is planned on {day}.").format(day=day(rhythm.planned))
    told = _("Last meeting {last}, the next no later than {latest}.").format(
        last=day(rhythm.last), latest=day(rhythm.latest)
    )
    return " ".join(filter(None, (told, _planned(rhythm))))


def late_words(rhythm: Rhythm) -> str:
    """How late the next meeting is, "" when it is not."""
    if not rhythm.days_late:
        return ""
    return ngettext("{count} day late", "{count} days late", rhythm.days_late).format(
        count=number(rhythm.days_late)
    )


def _planned(rhythm: Rhythm) -> str:
    if rhythm.planned is None:
        return ""
    planned, earliest = day(rhythm.planned), day(rhythm.earliest) if rhythm.earliest else ""
    if rhythm.planned_early:
        return _("Planned on {day}; that is too soon, wait until {earliest}.").format(
            day=planned, earliest=earliest
        )
    if rhythm.planned_late:
        return _("Planned on {day}; that is too late.").format(day=planned)
    return _("Planned on {day}.").format(day=planned)


def field_words(field: ItemField, value: str, language: str, people: Mapping[str, str]) -> str:
    """The value of a field as people read it; `people` are names by the id that the field keeps."""
    if not value or field.kind in (FieldKind.TEXT, FieldKind.NUMBER):
        return value
    if field.kind is FieldKind.DATE:
        return day(date.fromisoformat(value), "medium")
    known = {
        FieldKind.CHOICE: {label.code: label.name.say(language) for label in field.choices},
        FieldKind.YES_NO: {YES: _("yes"), NO: _("no")},
        FieldKind.PERSON_ROLE: people,
    }[field.kind]
    return known.get(value) or _("erased")
