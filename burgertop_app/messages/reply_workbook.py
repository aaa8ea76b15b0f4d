"""The words of the reply workbook: its headings and choices, and what is told of one that came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.answer_sheet import AnswerField, Standing
from burgertop_app.domain.responses import CouncilNeed, Disposal
from burgertop_app.i18n import _, day, mark
from burgertop_app.messages.words import word

if TYPE_CHECKING:
    from burgertop_app.domain.answer_sheet import ReplyLine
    from burgertop_app.domain.sheets import Remark

HEADINGS = {
    AnswerField.NUMBER: mark("No."),
    AnswerField.TEXT: mark("Recommendation"),
    AnswerField.DISPOSAL: mark("What the college does"),
    AnswerField.REASON: mark("Reason of the college"),
    AnswerField.OWNER: mark("Who does it"),
    AnswerField.BUDGET: mark("Budget"),
    AnswerField.DUE: mark("Ready on"),
    AnswerField.COUNCIL: mark("Must the council decide?"),
    AnswerField.POLICY: mark("Existing policy"),
    AnswerField.KEY: mark("Code (leave as it is)"),
}
CHOICES = {
    Disposal.ADOPTS: mark("We adopt this"),
    Disposal.PARTLY: mark("We adopt a part of this"),
    Disposal.INVESTIGATES: mark("We look into this first"),
    Disposal.REJECTS: mark("We do not adopt this"),
    Disposal.NOT_OURS: mark("This is not up to us"),
}
COUNCIL = {
    CouncilNeed.YES: mark("yes"),
    CouncilNeed.NO: mark("no"),
    CouncilNeed.UNKNOWN: mark("not known yet"),
}
PROMPTS = {
    AnswerField.DISPOSAL: mark("Choose one of the five answers from the list."),
    AnswerField.REASON: mark("Why? Residents read this. Write it so that they understand it."),
    AnswerField.OWNER: mark("The department or function that does it. No name of a person is needed."),
    AnswerField.BUDGET: mark("An amount or a few words, for example: € 12.500 a year."),
    AnswerField.DUE: mark("The day on which it is ready, as day-month-year, for example 1-10-2027."),
    AnswerField.COUNCIL: mark("Choose yes, no or not known yet."),
    AnswerField.POLICY: mark("Does this stand in policy that exists already? Name it here."),
}
_STANDINGS = {
    Standing.NEW: mark("new answer"),
    Standing.CHANGED: mark("differs from what was kept"),
    Standing.SAME: mark("same as what was kept"),
    Standing.MISSING: mark("no answer in the file"),
    Standing.PROBLEM: mark("please choose"),
}
_NOTES = {
    "reply_reworded": mark(
        "The words of the recommendation were changed in the file. They now say: “{text}”. "
        "The answer is about the words that were offered."
    ),
    "reply_wording": mark("This answers the wording of version {version}: “{text}”."),
    "reply_conflict": mark(
        "The number, the code and the words in this row point to different recommendations ({numbers})."
    ),
    "reply_weak": mark("Too little is left in this row to be sure which recommendation it answers."),
    "reply_unknown": mark("This row answers no recommendation of this advice: “{text}”."),
    "reply_twice": mark("Recommendation {number} has an answer in rows {rows}. Choose which one counts."),
    "reply_twice_same": mark("Recommendation {number} stands twice in the file, with the same answer."),
    "reply_choice_unknown": mark("“{text}” is none of the five answers. Choose what the college means."),
    "reply_choice_empty": mark("The row has words, but no choice. Choose what the college means."),
    "reply_date_unknown": mark("“{text}” is no date. The day stays empty; the words go below the reason."),
    "reply_council_unknown": mark("“{text}” is not yes or no. It stays “not known yet”."),
    "reply_formula_empty": mark("Under “{column}” stands a formula without an outcome. It stays empty."),
    "reply_by_hand": mark("It cannot be taken over from the file. Record it by hand if it is an answer."),
    "reply_formula": mark("A formula stands under “{column}”. Its outcome is used."),
    "reply_no_reason": mark("The answer does not say why."),
    "reply_beside": mark("Beside the columns stands under “{column}”: “{text}”. It is not taken over."),
    "reply_row_missing": mark("The file has no row for this recommendation."),
    "reply_row_empty": mark("The row is there, but nothing was filled in."),
    "reply_kept": mark("What was kept before stays."),
    "reply_emptied": mark("The file leaves something empty that was kept before."),
}
_REMARKS = {
    "reply_no_stamp": mark(
        "The hidden sheet with particulars is gone, so rows were recognised by number, code and words."
    ),
    "reply_stamp_wrong": mark(
        "The hidden sheet with particulars was changed, so rows were recognised by number, code and words."
    ),
    "reply_older": mark(
        "The file was made for version {made} of the advice; version {now} is the newest. "
        "Each answer is kept with the wording that was answered."
    ),
    "reply_column_missing": mark("The column “{column}” is not in the file."),
    "reply_many_rows": mark("{count} more rows answer nothing of this advice. They are not shown."),
    "reply_read_before": mark("This very file was read before, on {day}."),
}
LEFT_OUT = mark("leave out")


def standing_words(standing: Standing) -> str:
    """How a row stands to what was kept."""
    return _(_STANDINGS[standing])


def note_words(note: Remark) -> str:
    """A remark about one row, as a sentence."""
    return _told(_NOTES, note)


def remark_words(remark: Remark) -> str:
    """A remark about the whole file, as a sentence."""
    return _told(_REMARKS, remark)


def differences(line: ReplyLine) -> tuple[tuple[str, str, str], ...]:
    """What would change, as (heading, kept before, in the file); all that is filled in when it is new."""
    said, before = line.answer, line.before
    if said is None:
        return ()
    new = (
        word(said.disposal) if said.disposal else "?",
        *(said.reason, said.owner, said.budget),
        day(said.due_on) if said.due_on else "",
        word(said.council),
        said.policy,
    )
    old = ("",) * len(new)
    if before is not None:
        due = day(before.due_on) if before.due_on else ""
        old = (
            word(before.disposal),
            *(before.reason, before.owner, before.budget),
            *(due, word(before.council), before.policy),
        )
    names = (_(HEADINGS[use]) for use in AnswerField if use.value not in ("number", "text", "key"))
    return tuple((name, was, will) for name, was, will in zip(names, old, new, strict=True) if was != will)


def _told(sentences: dict[str, str], remark: Remark) -> str:
    params = dict(remark.params)
    if "column" in params and params["column"] in set(AnswerField):
        params["column"] = _(HEADINGS[AnswerField(str(params["column"]))])
    return _(sentences[remark.code]).format(**params)
