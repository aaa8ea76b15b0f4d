"""What is wrong in a sheet with replies, with the fix, and the survey as plain text for an e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.codes import shown_code
from burgertop_app.domain.surveys import ReplyTrouble, SurveyKind
from burgertop_app.i18n import _, day, ngettext, number, percent

if TYPE_CHECKING:
    from burgertop_app.domain.surveys import (
        QuestionResult,
        ReplyProblem,
        Survey,
        SurveyQuestion,
        SurveyResults,
    )


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


def response_words(found: SurveyResults) -> str:
    """How many were asked and how many answered, in a sentence."""
    without = found.replies - found.by_code
    said = ngettext("{count} reply came in.", "{count} replies came in.", found.replies).format(
        count=number(found.replies)
    )
    if found.rate is None:
        return said
    told = _("{asked} people got the survey and {by_code} of them replied: {rate}.").format(
        asked=number(found.asked), by_code=number(found.by_code), rate=percent(found.rate)
    )
    more = (
        ngettext(
            "{count} reply came in without a code.", "{count} replies came in without a code.", without
        ).format(count=number(without))
        if without
        else ""
    )
    return " ".join(filter(None, (told, more)))


def summary_words(result: QuestionResult) -> str:
    """How many answered a question, with the mean where there is one."""
    said = ngettext("{count} answer", "{count} answers", result.answered).format(
        count=number(result.answered)
    )
    if not result.enough:
        return _("{answers}: too few to show").format(answers=said)
    if result.mean is None:
        return said
    if result.median is not None:
        return _("{answers}, mean {mean}, middle {median}").format(
            answers=said, mean=number(round(result.mean, 1)), median=number(round(result.median, 1))
        )
    return _("{answers}, mean {mean} of 5").format(answers=said, mean=number(round(result.mean, 1)))


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
