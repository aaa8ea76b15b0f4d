"""Sentences for what goes wrong at the terminal itself: files that are refused, words that are not known."""

from burgertop_app.i18n import mark

SENTENCES = {
    "file_refused": mark("The computer refuses {file}: {reason}. Choose another file or folder."),
    "check_unsound": mark(
        "{file} did not pass the check; what is wrong stands above. Keep this file as it is and put back a "
        "backup."
    ),
    "usage_missing": mark("{name} is missing. {hint}"),
    "usage_option": mark("There is no option {name} here. {hint}"),
    "usage_command": mark("There is no command {name}. {hint}"),
    "usage_extra": mark("There is a word too many: {name}. {hint}"),
    "usage_no_value": mark("Something must follow {name}. {hint}"),
    "usage_whole": mark("“{value}” cannot be used for {name}: give a whole number."),
    "usage_number": mark("“{value}” cannot be used for {name}: give a number."),
    "usage_choice": mark("“{value}” cannot be used for {name}: choose one of: {choices}."),
    "usage_value": mark("“{value}” cannot be used for {name}. {hint}"),
    "usage_other": mark("These words are not clear. {hint}"),
}
