"""Why somebody could not be drawn, in words for the protocol."""

from __future__ import annotations

from burgertop_app.domain.keep_out import KeepOutReason
from burgertop_app.i18n import _, mark

_WORDS = {
    KeepOutReason.CONFLICT_OF_INTEREST: mark("Conflict of interest"),
    KeepOutReason.COOL_DOWN: mark("Took part not long ago (cool-down)"),
    KeepOutReason.NOT_ELIGIBLE: mark("Not allowed to take part"),
    KeepOutReason.ALREADY_IN_PANEL: mark("Already drawn for another panel of this process"),
    KeepOutReason.RESERVE_ELSEWHERE: mark("Reserve for another panel of this process"),
    KeepOutReason.OTHER: mark("Another reason, or none given"),
}


def keep_out_words(reason: KeepOutReason) -> str:
    """The words for a class of reasons."""
    return _(_WORDS[reason])
