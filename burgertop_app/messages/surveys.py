"""What is wrong in a sheet with replies, with the fix, and the survey as plain text for an e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.codes import shown_code
from burgertop_app.domain.surveys import ReplyTrouble, SurveyKind
from burgertop_app.i18n import _, day, number

if TYPE_CHECKING:
    from burgertop_app.domain.surveys import ReplyProblem, Survey, SurveyQuestion


def problem_words(problem: ReplyProblem) -> str:
    """One problem in a sentence that says what to do."""
    said = {
        ReplyTrouble.CHOICE: _(
            "Row {row}: “{value}” is no choice at “{question}”. Choose from: {choices}. It stays open."
        ),
        ReplyTrouble.SCALE: _(
            "Row {row}: “{value}” is no mark at “{question}”. Use 1, 2, 3, 4 or 5. It stays open."
        ),
        ReplyTrouble.NUMBER: _(
            "Row {row}: “{value}” is no number at “{question}”. Use digits only. It stays open."
        ),
        ReplyTrouble.CODE: _(
            "Row {row}: the code “{value}” was not given out. Check the list of codes. The row is skipped."
        ),
        ReplyTrouble.TWICE: _(
            "Row {row}: the code “{value}” stands in this file twice. The first row counts."
        ),
        ReplyTrouble.BEFORE: _(
            "Row {row}: “{value}” answered before. That answer stays, the row is skipped."
        ),
        ReplyTrouble.NO_CODE: _(
            "Row {row}: there is no code. Fill it in, or allow replies without a code. The row is skipped."
        ),
    }[problem.trouble]
    return said.format(
        row=number(problem.row),
        value=problem.value,
        question=problem.question,
        choices=", ".join(problem.choices),
    )


def survey_text(survey: Survey, code: str = "") -> str:
    """The whole survey as plain text, to answer in a reply."""
    head = [survey.intro.strip()]
    if survey.closes_on:
        head.append(_("Please answer before {day}.").format(day=day(survey.closes_on)))
    if code:
        head.append(_("Your code: {code}").format(code=shown_code(code)))
    asked = [_asked(place, question) for place, question in enumerate(survey.questions, 1)]
    return "\n\n".join(filter(None, (*head, *asked))) + "\n"


def _asked(place: int, question: SurveyQuestion) -> str:
    lines = [f"{place}. {question.text}"]
    match question.kind:
        case SurveyKind.CHOICE:
            lines += [_("Choose one:"), *(f"[ ] {choice}" for choice in question.choices)]
        case SurveyKind.SEVERAL:
            lines += [_("Choose one or more:"), *(f"[ ] {choice}" for choice in question.choices)]
        case SurveyKind.SCALE:
            lines.append(_("From 1 (not at all) to 5 (completely): [ ]"))
        case SurveyKind.NUMBER:
            lines.append(_("A number: [ ]"))
        case SurveyKind.TEXT:
            lines.append(_("Your answer:"))
    return "\n".join(lines)
