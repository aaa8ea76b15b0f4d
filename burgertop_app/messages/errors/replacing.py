"""What went wrong with reserves, replacements and the call list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "drop_out_rate": mark(
        "A rate of drop-out is a number from 0 to 1000 out of a thousand, not {rate}. Correct it in the file."
    ),
    "verify_replacement": mark(
        "Replacement {running} in {file} was changed: it does not follow from the draw and what was before."
    ),
    "verify_replacement_mark": mark(
        "Replacement {running} in {file} was changed: it is not the one of which the code was published."
    ),
    "replace_not_drawn": mark(
        "There is no panel yet in which somebody can be replaced. First draw the number of a recorded"
        " lottery."
    ),
    "replace_no_member": mark("Number {number} is not in the panel now, so there is no seat to open."),
    "replace_nobody": mark(
        "There is nobody left who can join. The open seat stays open; look whether the panel may be smaller."
    ),
    "replace_changed": mark(
        "Somebody's answer was recorded in the meantime, so this proposal no longer holds. Look at the new"
        " one."
    ),
    "replace_filled": mark(
        "The seat of number {number} was given to somebody else already, so this no cannot be taken back."
    ),
    "replace_not_gone": mark("Number {number} did not say no, so there is nothing to take back."),
    "replace_answered": mark("Number {number} has a later answer, so this one cannot be undone any more."),
    "reply_by_past": mark("{day} is over already. Choose today or a later day."),
}
