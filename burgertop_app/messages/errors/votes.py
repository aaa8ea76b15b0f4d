"""Sentences for votes on paper: methods that cannot be, slips that break the rule, counts that wait."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "vote_hands_only_sides": mark(
        "A show of hands is only for votes for and against. Choose another method, or vote on slips."
    ),
    "vote_seed_empty": mark(
        "Without a number there is no way to decide between equals. Throw a die a few times in public "
        "and fill in what came up."
    ),
    "vote_quorum": mark(
        "At least {quorum} slips are asked, but only {electorate} people may vote. Make the number smaller."
    ),
    "vote_threshold": mark(
        "{needed} of {out_of} is no part of the votes. Give two numbers above zero, the first not larger."
    ),
    "vote_dots": mark(
        "{dots} dots of which at most {each} on one option cannot be. Give 1 to {most} dots, and not "
        "more on one option than somebody has."
    ),
    "vote_scores": mark(
        "Scores from {low} to {high} cannot be given. The lowest is 0 or more, the highest at most {most}."
    ),
    "vote_number_low": mark("A number in this method is too low. Correct it."),
    "vote_slips": mark("At most {most} slips can be made for one vote."),
    "vote_seats": mark(
        "{seats} are chosen, but there are only {count} options. Then there is nothing to choose."
    ),
    "vote_top": mark("Everyone names {top} options, but there are only {count}. Make the number smaller."),
    "vote_question_empty": mark("A question on the slip has no name. Give it one, such as “Area”."),
    "vote_question_boxes": mark("The question “{question}” needs two or more different boxes to tick."),
    "vote_question_twice": mark("Two questions on the slip have the same name."),
    "vote_questions_many": mark("At most {most} questions about the voter can stand on the slip."),
    "vote_question_fine": mark(
        "“{question}” has {boxes} boxes and only {electorate} people may vote. Groups of fewer than "
        "{least} are never shown, so this would be asked for nothing. Use fewer boxes, or do not ask."
    ),
    "vote_option_unknown": mark("There is no option {option} on this slip. Look at the paper again."),
    "vote_option_twice": mark("Option {option} is there twice. Look at the paper again."),
    "vote_options_count": mark("There are {count} options, but you gave {given} answers. Start again."),
    "vote_sign": mark("“{sign}” is no answer on this slip. Below the field you see what can be typed."),
    "vote_cell": mark("“{value}” for option {option} means nothing in this vote. Correct that cell."),
    "vote_mark": mark(
        "{mark} cannot be given to option {option}: it goes from {low} to {high}. If the paper says so, "
        "this slip is invalid."
    ),
    "vote_dots_many": mark(
        "{given} dots on this slip and there may be {most}. If the paper says so, this slip is invalid."
    ),
    "vote_options_many": mark(
        "{given} options on this slip and there may be {most}. If the paper says so, this slip is invalid."
    ),
    "vote_places_gap": mark(
        "There is a {place} on this slip and no {missing}. Look at the paper again. Does it really say so? "
        "Then press Enter once more."
    ),
    "vote_places_equal": mark(
        "{count} proposals have place {place}. Look at the paper again. Does it really say so? Then press "
        "Enter once more."
    ),
    "vote_top_equal": mark("Two options have the same place. If the paper says so, this slip is invalid."),
    "vote_number_empty": mark("The slip has no number. It stands at the top of the paper."),
    "vote_number_unknown": mark(
        "No slip with number {number} was made for this vote. Look at the paper: one digit may be wrong."
    ),
    "vote_row_twice": mark(
        "Slip {number} stands on row {row} of this sheet as well. Keep the row that is as on the paper."
    ),
    "vote_number_taken": mark(
        "Slip {number} was entered in this round already. Two papers with one number cannot be: look "
        "whether you typed the right number, and take the other entry back if that one is wrong."
    ),
    "vote_by_empty": mark("Fill in who types, so that two different people enter every slip."),
    "vote_same_typist": mark(
        "{by} entered slip {number} in the first round too. Let somebody else do the second round."
    ),
    "vote_reason_loose": mark(
        "This reason belongs to nothing. Is the slip invalid, then press “Invalid, for this reason”; else "
        "empty the reason."
    ),
    "vote_invalid_reason": mark("Say in a few words why slip {number} is invalid."),
    "vote_box_unknown": mark("“{box}” is no box of the question “{question}” on this slip."),
    "vote_not_on_paper": mark("This vote is by show of hands. Fill in the totals for each proposal."),
    "vote_on_paper": mark(
        "This vote is on slips. Enter the slips one by one; the program counts them by itself."
    ),
    "vote_no_slips": mark(
        "No slips were numbered for this vote. Print the slips of a meeting, or use papers of your own."
    ),
    "vote_not_printed": mark(
        "The rule of this vote was not printed yet. Print it and hang it up first: everyone must be able "
        "to read it before anybody votes."
    ),
    "vote_closed": mark("The votes were counted already. To change something, open the count again."),
    "vote_not_closed": mark("The votes were not counted yet."),
    "vote_withdrawn": mark("This vote was withdrawn. Nothing can be entered any more."),
    "vote_nothing": mark("No slip was entered yet, so there is nothing to count."),
    "vote_differences": mark(
        "Slips entered differently or only once: {count}. Look at the papers and settle them first."
    ),
    "vote_not_entered": mark("Slip {number} was not entered, so there is nothing to settle."),
    "vote_settle_how": mark("Say in a few words what you saw on paper {number}."),
    "vote_blank_marked": mark(
        "Slip {number} is called blank, but something is marked on it. Look at the paper again."
    ),
    "vote_slip_absent": mark("A paper that is not there has no marks. Leave them out."),
    "vote_entry_gone": mark("This entry was taken back already."),
    "vote_no_objection": mark("Slip {number} has no objection to this proposal."),
    "objection_how_empty": mark("Say in a few words how the objection was met, or why it still stands."),
    "vote_sheet_wrong": mark(
        "Rows of {file} that cannot be used: {count}. Nothing was taken over. Correct the file and read it "
        "again."
    ),
    "vote_row_merged": mark(
        "Cells are joined in this row, so it is not clear what belongs to which option. Split them and fill "
        "in each cell."
    ),
    "vote_sheet_empty": mark("{file} has no row with a slip. Choose another file."),
    "vote_sheet_no_number": mark(
        "{file} has no column with the number of the slip. Give one column the heading “number”."
    ),
    "vote_sheet_no_option": mark(
        "{file} has no column for {option}. Every option needs a column with its number or its words."
    ),
    "vote_sheet_twice": mark("{file} has two columns for {option}. Leave one of them out."),
}
