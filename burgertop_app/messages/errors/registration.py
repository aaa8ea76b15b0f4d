"""Sentences for inviting from a list, replies and the closing of registration."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "code_sign": mark(
        "A code has no “{sign}”. Look at the letter once more: 0, O, 1, I and L are never used."
    ),
    "code_length": mark("A code has {wanted} letters and figures; this one has {length}. Type it again."),
    "code_slip": mark("There is a slip in this code. Compare it with the letter, sign by sign."),
    "list_no_address": mark(
        "Point out the column with the address, or those with postcode and house number. Without them nobody "
        "can be written to."
    ),
    "list_no_area": mark(
        "Point out the column with the area, such as the neighbourhood, or the one with the postcode."
    ),
    "list_column_twice": mark("One column is chosen for two things. Choose another column for one of them."),
    "list_nobody": mark(
        "Nobody in {file} can be invited: every row stays out. Look at the reasons and choose other columns, "
        "or another file."
    ),
    "invite_expected": mark(
        "The expected response of {area} must lie between 0,1 and 100 per cent. Type another figure."
    ),
    "invite_letters": mark("Type how many letters you send: at least one."),
    "invite_too_many": mark(
        "There are {letters} letters and only {homes} homes on the list. Send fewer letters, or take a "
        "longer list; nothing was made."
    ),
    "invite_changed": mark(
        "People came into the process since the list was read, and some live at a drawn address. Read the "
        "list again; nothing was made."
    ),
    "people_in_use": mark(
        "This cannot be undone: something rests on these people by now, such as a draw or a seat. Undo or "
        "withdraw that first; nothing was changed."
    ),
}
