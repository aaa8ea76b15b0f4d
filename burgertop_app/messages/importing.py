"""An import in words: what a column holds, what is wrong with a row, what may be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.cards_import import CardField
from burgertop_app.domain.importing import Action
from burgertop_app.domain.people_import import Field
from burgertop_app.i18n import _, mark, number

if TYPE_CHECKING:
    from burgertop_app.domain.importing import Choice, Problem, Summary
    from burgertop_app.domain.sheets import Remark

FIELDS: dict[str, str] = {
    Field.NUMBER: mark("Number"),
    Field.NAME: mark("Name"),
    Field.FIRST_NAME: mark("First name"),
    Field.MIDDLE_NAME: mark("Name prefix"),
    Field.LAST_NAME: mark("Last name"),
    Field.ADDRESS: mark("Address"),
    Field.HOUSE_NUMBER: mark("House number"),
    Field.ADDITION: mark("Addition to the house number"),
    Field.POSTCODE: mark("Postcode"),
    Field.PLACE: mark("Place of residence"),
    Field.EMAIL: mark("E-mail"),
    Field.PHONE: mark("Telephone"),
    Field.FEATURE: mark("Feature"),
    Field.NEED: mark("Need"),
    Field.CHANNEL: mark("Channel"),
    Field.LANGUAGE: mark("Languages"),
    Field.SKILL: mark("Skills"),
    Field.CONSENT: mark("Name in the advice"),
    Field.CODE: mark("Code from the letter"),
    Field.ANSWER: mark("Takes part: yes or no"),
    Field.BORN: mark("Birth, only for the youngest age"),
    Field.IGNORE: mark("Do not take over"),
}
CARD_FIELDS: dict[str, str] = {
    CardField.TEXT: mark("Text"),
    CardField.NUMBER: mark("Number"),
    CardField.TABLE: mark("Table"),
    CardField.ROUND: mark("Round"),
    CardField.KIND: mark("Kind"),
    CardField.ADDRESSEE: mark("Addressee"),
    CardField.THEME: mark("Theme"),
    CardField.COUNT: mark("How many times"),
    CardField.IGNORE: mark("Do not take over"),
}
PROBLEMS: dict[str, str] = {
    "number_blank": mark("Empty field"),
    "number_wrong": mark("This cannot be a number: use at most 16 letters, digits, dots, dashes"),
    "number_is_email": mark("This is an e-mail address, not a number"),
    "number_is_bsn": mark("This looks like a citizen service number (BSN); that may not be used"),
    "number_twice": mark("This number is also in row {row}"),
    "number_taken": mark("This number is already in use in the process"),
    "name_blank": mark("Empty field"),
    "consent_unclear": mark("This is no yes, no or date; without a clear yes a name stays out of the advice"),
    "consent_no_day": mark("This date does not exist, or has yet to come"),
    "email_wrong": mark("There is a slip in this address"),
    "email_incomplete": mark("This address is not complete"),
    "value_blank": mark("Empty field"),
    "value_unknown": mark("Unknown value"),
    "age_unknown": mark("This is not an age and not a group"),
    "age_no_group": mark("No group fits this age"),
    "birth_year_between": mark("This year of birth falls in two groups"),
    "no_such_date": mark("This date does not exist, or has yet to come"),
    "too_young": mark("Too young: one can take part from {age} years"),
    "text_blank": mark("A card without words"),
    "text_has_bsn": mark("There is a citizen service number (BSN) in this text; that may not be used"),
    "place_wrong": mark("This is not a number of a table or round"),
    "count_wrong": mark("This is not a number of times"),
    "count_differs": mark("The text says {times} times"),
    "person_twice": mark("The same person as in row {row}"),
    "person_known": mark("This person is already in the process"),
    "same_address": mark("Same address as row {row}"),
    "code_wrong": mark("There is a slip in this code"),
    "code_unknown": mark("No letter has this code"),
    "code_twice": mark("The same code as in row {row}; different there: {differs}"),
    "code_answered": mark("There is a reply on this letter already"),
    "answer_unknown": mark("This is no yes and no no"),
    "declines_without_code": mark("Does not take part, without a code: there is nothing to keep"),
    "list_differs": mark("The list says: {listed}"),
    "other_person": mark("The letter was for {listed}"),
}
ACTIONS: dict[Action, str] = {
    Action.EMPTY: mark("leave empty"),
    Action.SKIP_ROW: mark("skip this row"),
    Action.NEW_NUMBER: mark("new number"),
    Action.KEEP: mark("keep both"),
    Action.HOUSEHOLD: mark("one household"),
    Action.SEPARATE: mark("no household"),
    Action.REPLACE: mark("this reply counts"),
    Action.OTHER: mark("somebody else"),
    Action.LATER: mark("decide later"),
}
REMARKS: dict[str, str] = {
    "polis_both": mark(
        "{left} holds the same votes as {used}, without their moment. Only {used} is taken in."
    ),
    "polis_passed": mark("{file} is no file of a Polis export and is left out."),
    "sheet_encoding_guessed": mark(
        "This file was read as Windows text. Do letters such as é look right in the preview? If not, choose "
        "another encoding."
    ),
    "sheet_header_blank": mark("Column {column} has no header; it is called {column} here."),
    "sheet_row_short": mark("Row {row} has fewer than {columns} cells; the missing ones count as empty."),
}


def field_words(field: str) -> str:
    """What a column holds, in words."""
    return _(FIELDS[field])


def card_field_words(field: str) -> str:
    """What a column of a sheet with cards holds, in words."""
    return _(CARD_FIELDS[field])


def problem_words(problem: Problem) -> str:
    """What is wrong, in a few words."""
    params = dict(problem.finding.params)
    if "differs" in params:
        params["differs"] = _named(str(params["differs"]))
    return _(PROBLEMS[problem.finding.code]).format(**params)


def _named(differs: str) -> str:
    """Fields by the name that people read; a feature stands there by its own name."""
    return ", ".join(_(FIELDS[each]) if each in FIELDS else each for each in differs.split(", "))


def choice_words(choice: Choice) -> str:
    """What a choice does, in a few words; for a value the value itself."""
    return choice.value if choice.action is Action.VALUE else _(ACTIONS[choice.action])


def remark_words(remark: Remark) -> str:
    """What is worth telling about a file that could be read."""
    return _(REMARKS[remark.code]).format(**dict(remark.params))


def summary_words(summary: Summary) -> str:
    """How the import ends, in two sentences."""
    told = _(
        "{taken} of {rows} rows are taken over and {skipped} are skipped. {fixed} values were put right."
    )
    return told.format(
        taken=number(summary.taken_over),
        rows=number(summary.rows),
        skipped=number(summary.skipped),
        fixed=number(summary.fixed),
    )
