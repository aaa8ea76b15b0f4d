"""Why a registrant cannot be drawn: a closed set of classes, so that no personal story is ever published."""

from __future__ import annotations

from enum import StrEnum


class KeepOutReason(StrEnum):
    """The class of a reason; whatever is none of the others is `OTHER`."""

    CONFLICT_OF_INTEREST = "conflict_of_interest"
    COOL_DOWN = "cool_down"
    NOT_ELIGIBLE = "not_eligible"
    ALREADY_IN_PANEL = "already_in_panel"
    RESERVE_ELSEWHERE = "reserve_elsewhere"
    OTHER = "other"


_NAMES = {each.value: each for each in KeepOutReason} | {
    "belangenconflict": KeepOutReason.CONFLICT_OF_INTEREST,
    "afkoelperiode": KeepOutReason.COOL_DOWN,
    "niet_toegestaan": KeepOutReason.NOT_ELIGIBLE,
    "al_in_panel": KeepOutReason.ALREADY_IN_PANEL,
    "elders_reserve": KeepOutReason.RESERVE_ELSEWHERE,
    "anders": KeepOutReason.OTHER,
}
"""What a sheet calls them: by code or in Dutch."""


def reason_class(text: str) -> KeepOutReason:
    """The class that `text` names by its code or in Dutch; any other text, and none, is `OTHER`."""
    name = "_".join(text.casefold().replace("-", " ").replace("_", " ").split())
    return _NAMES.get(name, KeepOutReason.OTHER)
