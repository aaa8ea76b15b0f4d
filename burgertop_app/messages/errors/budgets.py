"""Sentences for citizens' budgets: projects, votes and their public files."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "budget_amount": mark("There is no money to divide. Give a budget above zero."),
    "budget_cost": mark("Project {project} has no usable cost. Give an amount above zero."),
    "budget_project_twice": mark("Two projects have the number {project}. Give each one of its own."),
    "budget_choice_twice": mark("Ballot {ballot} names a project twice. Leave one of the two out."),
    "budget_choice_unknown": mark("Ballot {ballot} names a project that is not there. Correct the ballot."),
    "budget_points": mark(
        "The points on ballot {ballot} do not fit its projects. Give each project a whole number from 0 on."
    ),
    "budget_title_empty": mark("The vote over the budget has no title. Say in a few words what it is about."),
    "budget_code": mark(
        "“{project}” cannot be the number of a project. Use letters and digits, without a comma or semicolon."
    ),
    "budget_no_projects": mark("There are no projects with a cost. Fill in the cost of a proposal first."),
    "budget_fixed": mark("The rule is fixed, so nothing can change. Withdraw the vote and begin anew."),
    "budget_not_open": mark("The rule is not fixed yet. Fix the rule first; then papers can come in."),
    "budget_changed": mark(
        "Proposals changed or were withdrawn since this vote was prepared: {numbers}. Withdraw the vote and "
        "prepare it again, so that people vote on what it is now."
    ),
    "budget_withdrawn": mark("This vote over a budget was withdrawn. Begin a new one."),
    "budget_there": mark("There is a vote over a budget already. Withdraw it first, with a reason."),
    "budget_before": mark("These papers came in already ({source}). Nothing was changed."),
    "budget_no_papers": mark("There are no papers yet. Take in the votes first."),
    "budget_nothing": mark("{file} has no paper that can be used. Look at the rows, and correct the file."),
    "budget_amount_text": mark(
        "“{value}” is no amount. Type whole euros, for example 20000 or 20.000, or with cents 20.000,50."
    ),
    "budget_ceiling_text": mark(
        "“{value}” is no ceiling. Write an area, a colon and an amount on each line: North: 20000."
    ),
    "budget_apart_text": mark(
        "“{value}” names no two projects. Write on each line the numbers of projects that do not go "
        "together, with a comma between."
    ),
    "budget_ballot_other": mark(
        "That vote is over other options than these projects. Choose a vote over the same proposals."
    ),
    "budget_ballot_open": mark(
        "The slips of “{title}” were not counted yet, so they can still change. Count that vote first."
    ),
    "budget_ballot_withdrawn": mark("The vote “{title}” was withdrawn. Choose a vote that stands."),
    "budget_ballot_rule": mark(
        "The slips of “{title}” do not say which projects somebody is for. Choose a vote by approval or by "
        "majority over the same proposals."
    ),
    "budget_sheet_columns": mark(
        "{file} needs a first column “voter” and a column for each project, named by its number, or one "
        "column “vote” with numbers and commas between."
    ),
    "budget_order": mark("The order for equal projects must name every project once. Draw it anew."),
    "budget_area_unknown": mark(
        "There is a highest amount for area {area}, but no project has that area. Correct one of the two."
    ),
    "budget_ceiling": mark("The highest amount for area {area} is below zero. Correct it."),
    "budget_apart": mark(
        "Projects that do not go together must be at least two that are there. Choose them again."
    ),
    "budget_completion_greedy": mark(
        "With “greedy” no money is left that another project could get, so --completion goes with "
        "“mes” only. Leave it out."
    ),
    "budget_out_is_input": mark(
        "The result would be written over another file of this command: {file}. Choose another name."
    ),
    "pb_not_text": mark("{file} is not a text file in UTF-8. Choose a .pb file, or save it as UTF-8."),
    "pb_section_missing": mark(
        "{file} has no section {section}. A .pb file has META, PROJECTS and VOTES, each on a line of its own."
    ),
    "pb_section_twice": mark("Line {line} of {file} begins section {section} again. Put the two together."),
    "pb_before_sections": mark(
        "Line {line} of {file} stands before any section. The file must begin with the line META."
    ),
    "pb_header": mark(
        "Line {line} of {file} must name the columns of {section}, each once, with at least "
        "{needed}. Correct that line."
    ),
    "pb_fields": mark(
        "Line {line} of {file} has {found} fields where the columns are {expected}. Put a text with "
        "a semicolon between double quotes."
    ),
    "pb_quotes": mark("Line {line} of {file} has a double quote that does not fit. Correct that line."),
    "pb_vote_type": mark(
        "{file} has votes of the kind “{kind}”. The kinds that can be counted are approval, choose-1, "
        "cumulative, scoring and ordinal. Correct “vote_type” in META."
    ),
    "pb_for_or_not": mark(
        "{file} has votes with points or an order (“{kind}”). Papers in this window are for a project or "
        "not. Count such a file with the command “burgertop count”."
    ),
    "pb_points": mark(
        "The points in line {line} of {file} do not fit. Give each project of the ballot a whole number from "
        "0 on, with commas between: 3,1,2."
    ),
    "pb_points_sum": mark(
        "The ballot in line {line} of {file} gives {found} points; each voter has {most}. Correct the points."
    ),
    "pb_limits": mark(
        "“{field}” in line {line} of {file} cannot be read. Write it as Burgertop does, or leave the line "
        "out."
    ),
    "pb_voter": mark(
        "The voter “{voter}” in line {line} of {file} has no number or had one ballot already. "
        "Correct that line."
    ),
    "pb_project": mark(
        "The project “{project}” in line {line} of {file} needs a number without a comma. Correct that line."
    ),
    "pb_project_twice": mark(
        "The project “{project}” in line {line} of {file} was there already. Give each project one line."
    ),
    "pb_vote_unknown": mark(
        "The ballot in line {line} of {file} is for project “{project}”, which is not there. Correct "
        "the number."
    ),
    "pb_vote_twice": mark(
        "The ballot in line {line} of {file} names project “{project}” twice. Leave one of the two out."
    ),
    "pb_vote_more": mark(
        "The ballot in line {line} of {file} names several projects, but each voter could choose one. "
        "Correct the line, or the kind of votes."
    ),
    "pb_amount": mark(
        "“{value}” in line {line} of {file} is no amount for “{field}”. Write it without thousands "
        "marks, with a point before the cents: 12500 or 12500.50."
    ),
    "pb_number": mark("“{value}” in line {line} of {file} is no whole number for “{field}”. Correct it."),
    "pb_count": mark(
        "Line {line} of {file} says {field} {told}, but there are {found}. Look whether the file is "
        "whole, or correct the number."
    ),
}
