"""What changed between two versions, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.differences import Mode
from burgertop_app.i18n import _, mark
from burgertop_app.messages.advice import FIELDS, field_words, heading

if TYPE_CHECKING:
    from burgertop_app.domain.differences import PartChange

_WHOLE: dict[Mode, str] = {
    Mode.ADDED: mark("Recommendation {number} is new"),
    Mode.REMOVED: mark("Recommendation {number} is gone"),
}
_PICTURE: dict[Mode, str] = {
    Mode.ADDED: mark("Picture {number} is new"),
    Mode.REMOVED: mark("Picture {number} is gone"),
    Mode.CHANGED: mark("Picture {number} is another one"),
}
_PART: dict[Mode, str] = {
    Mode.ADDED: mark("{part}: new text"),
    Mode.REMOVED: mark("{part}: text taken out"),
    Mode.CHANGED: mark("{part}: changed"),
}


def change_words(change: PartChange) -> str:
    """Which text changed, and how, in a few words."""
    if change.part == "picture":
        return _(_PICTURE[change.mode]).format(number=change.number)
    if change.part == "recommendation" and not change.field:
        return _(_WHOLE[change.mode]).format(number=change.number)
    return _(_PART[change.mode]).format(part=_part(change))


def _part(change: PartChange) -> str:
    if change.part == "proposal":
        return change.field
    if change.part == "title":
        return _("Title of the advice")
    if change.part != "recommendation":
        return heading(SectionKind(change.part))
    name = field_words(change.field) if change.field in FIELDS else _other(change.field)
    return _("Recommendation {number}, {field}").format(number=change.number, field=name)


def _other(field: str) -> str:
    return _("Cards that this rests on") if field == "cards" else _("In one sentence")
