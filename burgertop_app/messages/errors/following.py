"""Sentences for what can be wrong in the follow-up: promises, evidence, meetings and reports."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "commitment_budget": mark("A budget is zero or more euros, not {budget}."),
    "commitment_result_empty": mark(
        "Write what was achieved. Without that nobody can see that the commitment was kept."
    ),
    "commitment_reason_empty": mark("Write why. The reason stays beside the commitment."),
    "commitment_evidence_missing": mark(
        "Nothing shows yet that it was done. Add a file or a link, or say that it is without evidence."
    ),
    "commitment_ended": mark(
        "This commitment is done, dropped or withdrawn. Take it up again before you change it."
    ),
    "commitment_has_history": mark(
        "Notes, evidence or a report hang on this commitment, so it cannot be removed. Withdraw it with a"
        " reason; it stays readable."
    ),
    "due_reason_empty": mark(
        "The day was agreed before. Write why it moves; the earlier day stays beside the new one."
    ),
    "note_empty": mark("The note is empty. Write what was said or done."),
    "note_in_future": mark("{on} is in the future. Choose today or an earlier day."),
    "note_shared": mark(
        "A progress report tells of this note, so it cannot be taken away. Add a note that puts it right."
    ),
    "pledge_reason_empty": mark("Write why it was not kept, or what was done instead."),
    "evidence_description_empty": mark("Write what the evidence shows."),
    "evidence_reason_empty": mark("Write why this evidence does not count any more."),
    "evidence_link": mark("That is not a web address. It begins with https:// and has no spaces."),
    "evidence_kind": mark(
        "“{file}” is not a PDF, a picture (PNG or JPEG) or a letter (DOCX or ODT). Save it as one of these"
        " first."
    ),
    "evidence_too_large": mark(
        "“{file}” is {megabytes} MB; at most {most} MB can be kept. Make it smaller, or add a link instead."
    ),
    "evidence_missing": mark("“{file}” is not there any more. Choose it again."),
    "evidence_unreadable": mark("“{file}” cannot be read ({reason}). Nothing was kept."),
    "evidence_empty": mark("“{file}” is empty. Choose another file."),
    "evidence_damaged": mark(
        "“{file}” is cut off or damaged: its end is missing. Open it to see whether it is whole, and choose"
        " it again."
    ),
    "evidence_shared": mark(
        "A progress report tells of this evidence, so it cannot be taken away. Withdraw it with a reason."
    ),
    "evidence_is_link": mark("This evidence is a link; there is no file to save."),
    "meeting_present": mark("From 0 to {most} people can be present, not {present}."),
    "meeting_in_future": mark(
        "{on} is in the future. A meeting that is still to come can be moved, not recorded as held."
    ),
    "meeting_reason_empty": mark("Write why the meeting moves."),
    "meeting_held": mark("This meeting was held already, so it cannot be moved."),
    "report_nothing": mark("There is nothing to report yet. Record a commitment first."),
    "report_names_people": mark(
        "Residents stand in the report by name: number {numbers}. Take their names out of the notes or the"
        " commitments; a report is public."
    ),
    "report_changed_meanwhile": mark(
        "Something changed while the report was being made. Nothing was fixed. Make it again."
    ),
    "report_reason_empty": mark("Write why the report does not count any more."),
    "report_document_missing": mark("No document was kept with report {number}."),
    "owner_letters_nobody": mark(
        "No commitment that is still running has an owner, so there is nobody to ask."
    ),
}
