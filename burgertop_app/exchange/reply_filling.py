"""Fills a reply workbook in as a college would: in its own file, only in the cells that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

from burgertop_app.domain.answer_sheet import AnswerField
from burgertop_app.exchange.exports import save_book, whole
from burgertop_app.exchange.reply_workbook import TOP
from burgertop_app.i18n import said_in
from burgertop_app.messages.reply_workbook import CHOICES, COUNCIL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from burgertop_app.domain.requests import DispositionForm


def fill_in(blank: Path, filled: Path, answers: Mapping[int, DispositionForm], language: str) -> None:
    """Write `filled`: the workbook `blank` with these answers, by the number of the recommendation.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    book = load_workbook(blank)
    sheet = book.worksheets[0]
    for row in range(TOP + 1, sheet.max_row + 1):
        form = answers.get(int(str(sheet.cell(row, 1).value)))
        if form is None:
            continue
        said = {
            AnswerField.DISPOSAL: said_in(language, CHOICES[form.disposal]),
            AnswerField.REASON: form.reason,
            AnswerField.OWNER: form.owner,
            AnswerField.BUDGET: form.budget,
            AnswerField.DUE: form.due_on,
            AnswerField.COUNCIL: said_in(language, COUNCIL[form.council]),
            AnswerField.POLICY: form.policy,
        }
        for place, use in enumerate(AnswerField, 1):
            if said.get(use):
                sheet.cell(row, place).value = said[use]
    with whole(filled) as temporary:
        save_book(book, temporary)
