"""Sentences for statements, votes on them, and the files they come in."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "opinion_title_empty": mark("The conversation has no title. Say in a few words what it is about."),
    "opinion_table": mark("The votes do not fit the statements. Nothing was counted; read the files anew."),
    "statement_number": mark("{number} cannot be the number of a statement. Use a whole number from 0 on."),
    "statement_empty": mark("The statement has no words. Type what people can agree or disagree with."),
    "statement_long": mark("The statement is too long. Keep it under {most} characters."),
    "statement_there": mark("That statement is there already, as number {number}. Change one of the two."),
    "statement_vote": mark("{value} is no vote. A vote is 1 (agrees), -1 (disagrees) or 0 (passes)."),
    "statement_voter": mark("{value} cannot be the number of a voter. Use a whole number, never a name."),
    "opinion_withdrawn": mark("This conversation was withdrawn, so nothing can be added. Begin a new one."),
    "opinion_before": mark("These files were taken in already ({source}). Nothing was changed."),
    "opinion_nothing": mark(
        "{file} has nothing that can be used. Look at the rows below, and correct the file."
    ),
    "opinion_no_votes": mark("There are no votes yet. Take in a file with votes first."),
    "opinion_not_counted": mark("The groups were not looked for yet. Do that first."),
    "opinion_changed": mark("Votes came in while the groups were looked for. Look for the groups again."),
    "polis_header": mark(
        "{file} has other columns than a file of Polis: {header}. Choose comments.csv, votes.csv, "
        "participants-votes.csv or summary.csv, or a sheet with “voter” above the first column and the "
        "number of a statement above each other one."
    ),
    "polis_folder_empty": mark(
        "{file} has no CSV files. Choose the folder or the zip with comments.csv and votes.csv."
    ),
    "polis_folder_full": mark(
        "{file} has {count} CSV files; an export of Polis has fewer than ten. Choose the folder of one "
        "conversation."
    ),
    "polis_zip_damaged": mark("{file} cannot be unpacked; it may be damaged. Download it again."),
    "polis_nothing": mark("{file} has no files of a Polis export. Choose another folder or zip."),
    "polis_twice": mark("Two of the files are a {kind}. Choose the files of one conversation."),
    "polis_no_statements": mark(
        "{file} has votes, but no statements are known. Choose comments.csv as well, or type the statements "
        "first."
    ),
}
