"""Sentences for letters to residents."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "letter_subject": mark("The letter has no subject of one line. Fill in the subject."),
    "letter_empty": mark("The letter has no text. Write one, or take back the text of the program."),
    "letter_long": mark(
        "This letter is too long. The subject has at most {subject} characters, the text at most {text}."
    ),
    "letter_brace": mark(
        "There is a loose brace in the text. A blank stands between two braces, on one line, for example"
        " {{name}}."
    ),
    "letter_blank_near": mark("The program does not know {{{blank}}}. Did you mean {{{near}}}?"),
    "letter_blank_unknown": mark(
        "The program does not know {{{blank}}}. In this letter you can use: {known}."
    ),
    "letter_blank_elsewhere": mark(
        "{{{blank}}} means nothing yet in this letter. In this letter you can use: {known}."
    ),
    "letter_blank_needed": mark("This letter cannot do without {{{blank}}}. Put it back in the text."),
    "letter_hole_here": mark(
        "{{{blank}}} stands in the letter, but is not filled in yet. Fill it in under “In every letter”, or"
        " take it out of the text."
    ),
    "letter_hole_meetings": mark(
        "{{{blank}}} stands in the letter, but no meeting has a day yet. Fill in the day on the page Tables,"
        " or take it out of the text."
    ),
    "letter_hole_plan": mark(
        "{{{blank}}} stands in the letter, but is not filled in yet. Fill it in on the page Plan, or take it"
        " out of the text."
    ),
    "letter_holes": mark(
        "These stand in the letter, but are not filled in yet: {blanks}. Fill them in, or take them out of"
        " the text. Nothing was made."
    ),
    "letter_website": mark(
        "This is not an address of a website: {website}. It begins with https:// and has no spaces."
    ),
    "drafts_file": mark("{folder} is a file. Choose a new folder for the drafts."),
    "drafts_taken": mark("There is something in {folder} already. Choose a new folder for the drafts."),
    "drafts_unwritable": mark(
        "The drafts cannot be written in {folder} ({reason}). Choose another folder. Nothing was made."
    ),
    "kit_folder_failed": mark(
        "The papers cannot be written in {folder} ({reason}). Choose another place. Nothing was made."
    ),
    "letter_nobody": mark("There is nobody to send this letter to. Nothing was made."),
    "letter_no_email": mark(
        "None of these people has an e-mail address. Make letters instead. Nothing was made."
    ),
}
