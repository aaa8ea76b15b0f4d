"""Sentences for what can be wrong with an offer, its receipt, a postponement or a letter about it."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "addressee_name_empty": mark("Write the name of the organisation, such as “Council of Waterrijk”."),
    "addressee_email": mark("“{email}” is not an e-mail address. Correct it, or leave it empty."),
    "addressee_college": mark("There is one college per process, and it stays. Change its address instead."),
    "offer_has_receipt": mark(
        "The college confirmed the receipt of this offer. Withdraw the receipt first, then the offer."
    ),
    "offer_withdrawn_already": mark("This offer was withdrawn already."),
    "proof_missing": mark("The file {file} is not there any more. Choose it again."),
    "proof_unreadable": mark("The file {file} cannot be read ({reason}). Choose another one."),
    "proof_empty": mark("The file {file} is empty. Choose another one."),
    "proof_too_large": mark(
        "The file {file} is {size} MB. Proof may be {most} MB at most: scan it with less detail."
    ),
    "proof_kind": mark(
        "The file {file} is not a PDF, picture or e-mail. Choose a PDF, PNG, JPEG, EML or MSG file."
    ),
    "proof_none": mark("No file was kept with this proof."),
    "council_day_missing": mark(
        "By the agreement the term begins with the meeting of the council. Fill in the day of that meeting."
    ),
    "council_day_before_offer": mark(
        "The meeting of the council on {on} lies before the offer on {offered}. Check the day."
    ),
    "postponement_reason_empty": mark(
        "Write the reason that the college gave. Without a reason it is no postponement, but late."
    ),
    "postponement_not_later": mark(
        "{until} is not later than the present last day, {last}. Choose a later day."
    ),
    "postponement_told_in_future": mark(
        "The college cannot have said this on {on}: that day is still to come."
    ),
    "postponement_withdrawn": mark("This postponement was withdrawn already."),
    "calendar_nothing": mark("There is no last day for an answer yet, so there is nothing for a calendar."),
    "mail_no_college": mark(
        "There is no e-mail address of the college yet. Fill it in at the addresses, then make the draft."
    ),
}
