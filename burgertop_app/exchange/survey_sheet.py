"""A survey as a sheet with a column per question, and the answers in such a sheet read back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.domain.surveys import (
    JOINED,
    SCALE,
    ReadReply,
    ReplyProblem,
    ReplySheet,
    ReplyTrouble,
    SurveyKind,
)
from burgertop_app.exchange.exports import write_csv, write_workbook
from burgertop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from burgertop_app.domain.sheets import Table
    from burgertop_app.domain.surveys import Survey, SurveyQuestion

CODES = ("code", "uw code", "your code", "persoonlijke code")
HOW = "#"
"""A row that begins so explains how to answer; it is no reply."""
_NUMBER = re.compile(r"-?\d{1,12}(?:[.,]\d{1,6})?")
_FIRST = re.compile(r"([1-5])(?!\d)(?:\D.*)?", re.DOTALL)
_BEFORE = re.compile(r"^\s*(?:\d{1,2}|v\d{1,2})\s*[.):]\s*", re.IGNORECASE)


def headings(survey: Survey) -> tuple[str, ...]:
    """The heads of the columns: the code, then each question with its number."""
    numbered = (f"{place}. {question.text}" for place, question in enumerate(survey.questions, 1))
    return (_("Code"), *numbered)


def write_form(path: Path, survey: Survey) -> None:
    """Write an empty sheet to collect answers in, as CSV when its name ends so; errors as `write_table`."""
    how = (HOW, *(how_to(question) for question in survey.questions))
    if path.suffix.casefold() == ".csv":
        write_csv(path, headings(survey), [how])
        return
    listed = [
        (place, question.text, how_to(question), JOINED.join(question.choices))
        for place, question in enumerate(survey.questions, 1)
    ]
    write_workbook(
        path,
        {
            _("Answers"): (headings(survey), [how]),
            _("Questions"): ((_("No."), _("Question"), _("How to answer"), _("Choices")), listed),
        },
    )


def how_to(question: SurveyQuestion) -> str:
    """How a question is answered, in one line."""
    said = {
        SurveyKind.CHOICE: _("Choose one: {choices}"),
        SurveyKind.SEVERAL: _("Choose one or more, with ; between them: {choices}"),
        SurveyKind.SCALE: _("A mark from 1 (not at all) to 5 (completely)"),
        SurveyKind.NUMBER: _("A number"),
        SurveyKind.TEXT: _("In your own words"),
    }[question.kind]
    return said.format(choices=" / ".join(question.choices))


def read_replies(
    table: Table, survey: Survey, codes: Sequence[str], answered: frozenset[str] = frozenset()
) -> ReplySheet:
    """The replies in a sheet, matched to the questions by the heads of its columns.

    Args:
        table: the sheet, as it came from any web form.
        survey: whose questions.
        codes: the codes that were given out.
        answered: the marks of replies that are there already.
    """
    places = _places(table.header, survey.questions)
    code_at = next((at for at, head in enumerate(table.header) if _plain(head) in CODES), None)
    used = {*places.values(), *(() if code_at is None else (code_at,))}
    known = {_bare(code): code for code in codes}
    replies: list[ReadReply] = []
    problems: list[ReplyProblem] = []
    seen = set(answered)
    for row, number in zip(table.rows, table.numbers, strict=True):
        if row and row[0].startswith(HOW):
            continue
        answers, wrong = _answers(row, number, places, survey.questions)
        problems += wrong
        if not answers:
            continue
        written = row[code_at] if code_at is not None else ""
        mark, trouble = _mark(survey, written, known, seen, answered)
        if trouble is not None:
            problems.append(ReplyProblem(number, trouble, value=written))
            continue
        seen.add(mark)
        replies.append(ReadReply(number, answers, mark))
    return ReplySheet(
        tuple(replies),
        tuple(problems),
        tuple(question.text for place, question in enumerate(survey.questions) if place not in places),
        tuple(head for at, head in enumerate(table.header) if at not in used and head),
    )


def _places(header: Sequence[str], questions: Sequence[SurveyQuestion]) -> dict[int, int]:
    """Per question the column with its words above it, with or without a number in front."""
    heads = [_plain(_BEFORE.sub("", head)) for head in header]
    found: dict[int, int] = {}
    for place, question in enumerate(questions):
        wanted = _plain(_BEFORE.sub("", question.text))
        at = next((at for at, head in enumerate(heads) if head == wanted and at not in found.values()), None)
        if at is not None:
            found[place] = at
    return found


def _bare(code: str) -> str:
    """A code whatever the capitals, spaces and dashes: letters show it as “7KQM-3XWA”."""
    return "".join(sign for sign in code.upper() if sign.isalnum())


def _mark(
    survey: Survey, written: str, known: Mapping[str, str], seen: set[str], before: frozenset[str]
) -> tuple[str, ReplyTrouble | None]:
    if not written.strip():
        return "", None if survey.anonymous else ReplyTrouble.NO_CODE
    code = known.get(_bare(written))
    if code is None:
        return "", ReplyTrouble.CODE
    mark = survey.mark(code)
    if mark in before:
        return "", ReplyTrouble.BEFORE
    return ("", ReplyTrouble.TWICE) if mark in seen else (mark, None)


def _answers(
    row: Sequence[str], number: int, places: Mapping[int, int], questions: Sequence[SurveyQuestion]
) -> tuple[dict[int, str], list[ReplyProblem]]:
    found: dict[int, str] = {}
    wrong: list[ReplyProblem] = []
    for place, at in places.items():
        said = row[at].strip()
        if not said:
            continue
        question = questions[place]
        answer = _answer(question, said)
        if answer is None:
            trouble = {SurveyKind.SCALE: ReplyTrouble.SCALE, SurveyKind.NUMBER: ReplyTrouble.NUMBER}.get(
                question.kind, ReplyTrouble.CHOICE
            )
            wrong.append(ReplyProblem(number, trouble, question.text, said, question.choices))
        else:
            found[place] = answer
    return found, wrong


def _answer(question: SurveyQuestion, said: str) -> str | None:
    """The answer as it is kept; None when it is none."""
    found: str | None = said
    match question.kind:
        case SurveyKind.NUMBER:
            found = said.replace(",", ".") if _NUMBER.fullmatch(said) else None
        case SurveyKind.SCALE:
            mark = _FIRST.fullmatch(said.removesuffix(".0"))
            found = mark[1] if mark and mark[1] in SCALE else None
        case SurveyKind.CHOICE:
            found = _choice(question, said)
        case SurveyKind.SEVERAL:
            found = _several(question, said)
        case SurveyKind.TEXT:
            pass
    return found


def _choice(question: SurveyQuestion, said: str) -> str | None:
    return next((choice for choice in question.choices if _plain(choice) == _plain(said)), None)


def _several(question: SurveyQuestion, said: str) -> str | None:
    """Choices with ; or a line end between them, as forms write them; with commas where that fits."""
    for mark in (r"[;\n|]", r"[;\n|,]"):
        parts = [part for part in re.split(mark, said) if part.strip()]
        chosen = [_choice(question, part) for part in parts]
        if parts and None not in chosen:
            return JOINED.join(choice for choice in question.choices if choice in chosen)
    return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
