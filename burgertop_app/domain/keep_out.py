"""Why a registrant cannot be drawn: a closed set of classes, so that no personal story is ever published."""

from __future__ import annotations

from enum import StrEnum


class KeepOutReason(StrEnum):
    """The class of a reason; whatever is not one of the first three is `OTHER`."""

    CONFLICT_OF_INTEREST = "conflict_of_interest"
    COOL_DOWN = "cool_down"
    NOT_ELIGIBLE = "not_eligible"
    OTHER = "other"


_NAMES = {each.value: each for each in KeepOutReason} | {
    "belangenconflict": KeepOutReason.CONFLICT_OF_INTEREST,
    "afkoelperiode": KeepOutReason.COOL_DOWN,
    "niet_toegestaan": KeepOutReason.NOT_ELIGIBLE,
    "anders": KeepOutReason.OTHER,
}
"""What a sheet calls them: by code or in Dutch."""


def reason_class(text: str) -> KeepOutReason:
    """The class that `text` names by its code or in Dutch; any other text, and none, is `OTHER`."""
    name = "_".join(text.casefold().replace("-", " ").replace("_", " ").split())
    return _NAMES.get(name, KeepOutReason.OTHER)
