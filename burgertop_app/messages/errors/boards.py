"""Sentences for what goes wrong on boards and with instruments, whose names come from the form."""

from burgertop_app.i18n import mark

SENTENCES = {
    "item_title_empty": mark("There is no name yet. Say in a few words what it is about."),
    "item_kind_unknown": mark("This form has no board for “{kind}”. Nothing was changed."),
    "item_stage_unknown": mark("This board has no column “{stage}”. Nothing was changed."),
    "item_field_unknown": mark("This board has no field “{field}”. Nothing was changed."),
    "item_field_value": mark("“{value}” does not fit here. Fill in something else."),
    "item_field_required": mark("Fill in “{field}” first. “{title}” was not changed."),
    "item_person_unknown": mark("This person is not in the process. Choose somebody from the list."),
    "item_person_name": mark("Choose somebody from the list: type part of a name or a number."),
    "item_frozen": mark(
        "“{title}” stands at “{stage}” and no longer changes. Write a note, or open it again with a reason."
    ),
    "item_not_frozen": mark("“{title}” is open already. Nothing was changed."),
    "item_not_chosen_here": mark("Nothing is chosen among these {kinds}: the form has no rule for it."),
    "item_chosen_full": mark(
        "There are {most} {kinds} chosen already, and that is the most. Take one off first; “{title}” was "
        "not changed."
    ),
    "item_chosen_done": mark("“{title}” stands at “{stage}”, so it cannot be chosen."),
    "item_note_empty": mark("The note is empty. Write what the meeting said."),
    "instrument_unknown": mark("This form has no list of questions “{instrument}”."),
    "question_unknown": mark("There is no question “{question}” in this list."),
    "answer_score": mark("{score} is not possible here. Give a mark from {low} to {high}."),
    "answer_choice": mark("“{value}” is not one of the answers. Choose from the list."),
    "answer_day_future": mark("{on} is in the future. Fill in the day on which it was answered."),
}
