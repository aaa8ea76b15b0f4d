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
    "invite_percentage": mark("Type a percentage from 0,1 to 100, for example 7,5."),
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
    "invite_answered": mark(
        "This cannot be undone: letters were sent, or somebody replied. Close registration and erase who "
        "does not take part instead."
    ),
    "code_unknown": mark(
        "Nobody in this process has the code {shown}. Compare it with the letter; it may belong to another "
        "process."
    ),
    "reply_twice": mark(
        "There is a reply already on the letter of number {number}. Compare both and keep one of them."
    ),
    "reply_erased": mark("The data of number {number} were erased, so a reply can no longer be kept."),
    "registration_cleared": mark(
        "Registration stays closed: the data of {count} people who did not take part were erased. Add who "
        "comes later in a new process."
    ),
    "reply_drawn": mark(
        "Number {number} was drawn on the earlier reply. Change this person in the list instead."
    ),
    "reply_others": mark(
        "Only the invited person may reply in this process. Enter the reply as declined, or allow others in "
        "the settings of registration."
    ),
    "reply_too_young": mark("Too young: one can take part from {age} years. The reply was not kept."),
    "reply_value": mark("This is no value of {feature}. Choose one of: {values}."),
    "reply_age_between": mark(
        "This year of birth falls in two groups of {feature}. Type the age, or one of: {values}."
    ),
    "reply_born": mark("This is no age, year of birth or date that exists. Type for example 1987."),
    "reply_decided": mark("This difference was decided already. Nothing was changed."),
    "registration_age": mark("The youngest age must lie between 0 and {most}. Type another figure."),
    "registration_closed": mark(
        "Registration was closed on {day}. Open it again with a reason before you add replies or people."
    ),
    "registration_open": mark("Registration is open already. Nothing was changed."),
    "registration_not_closed": mark(
        "Close registration first; then you can erase who does not take part. Nothing was erased."
    ),
    "registration_nobody_to_clear": mark(
        "Nobody is left to erase: who was invited either takes part or is gone."
    ),
    "registration_doubts": mark(
        "{count} replies differ from the list and wait for a decision. Decide on those first, then close "
        "registration."
    ),
}
