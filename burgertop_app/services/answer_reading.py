"""The answer in one row of a reply workbook, and what is to be told about its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.answer_sheet import ANSWERED, AnswerField, ReadAnswer
from burgertop_app.domain.responses import CouncilNeed, says_something
from burgertop_app.domain.sheets import Remark
from burgertop_app.exchange.reply_values import read_council, read_day, read_disposal

if TYPE_CHECKING:
    from burgertop_app.domain.answer_sheet import SheetRow

SHORT = 160
BESIDE = 3


def read(row: SheetRow) -> tuple[ReadAnswer, list[Remark]]:
    """The answer, and a remark for each cell that is not simply taken over; no words are lost.

    What stands under the date and is none goes below the reason.
    """
    chosen, when = row.get(AnswerField.DISPOSAL), row.get(AnswerField.DUE)
    council = read_council(row.get(AnswerField.COUNCIL))
    due_on, reason = read_day(when), even(row.get(AnswerField.REASON))
    lost_day = bool(when) and due_on is None
    answer = ReadAnswer(
        disposal=read_disposal(chosen),
        reason="\n\n".join(filter(None, (reason, even(when) if lost_day else ""))),
        owner=even(row.get(AnswerField.OWNER)),
        due_on=due_on,
        budget=even(row.get(AnswerField.BUDGET)),
        council=council or CouncilNeed.UNKNOWN,
        policy=even(row.get(AnswerField.POLICY)),
    )
    notes = [*_formulas(row)]
    if answer.disposal is None:
        told = (("text", short(chosen)),)
        notes.append(Remark("reply_choice_unknown", told) if chosen else Remark("reply_choice_empty"))
    if lost_day:
        notes.append(Remark("reply_date_unknown", (("text", short(when)),)))
    if council is None:
        notes.append(Remark("reply_council_unknown", (("text", short(row.get(AnswerField.COUNCIL))),)))
    if not says_something(reason):
        notes.append(Remark("reply_no_reason"))
    notes += [
        Remark("reply_beside", (("column", short(title)), ("text", short(cell))))
        for title, cell in row.beside[:BESIDE]
    ]
    return answer, notes


def even(text: str) -> str:
    """Words as they come back from a spreadsheet: no space around them, one kind of line end."""
    return text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    bare = " ".join(text.split())
    return bare if len(bare) <= SHORT else f"{bare[: SHORT - 1]}…"


def _formulas(row: SheetRow) -> list[Remark]:
    return [
        Remark("reply_formula" if row.get(use) else "reply_formula_empty", (("column", use.value),))
        for use in ANSWERED
        if use in row.formulas
    ]
