"""Marks of residents by way of Excel: the sheet out, and the marks in after a look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.ui.saving import proposal

if TYPE_CHECKING:
    from burgertop_app.domain.advice import Advice
    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.rating_sheet import RatingProposal
    from burgertop_app.ui.response.page import ResponsePage


def make(page: ResponsePage, advice: Advice) -> None:
    """Ask where the sheet for the marks goes and write it there."""
    sheets = page.desk.services.rating_sheets
    name = proposal(_("Marks for {title}").format(title=advice.title), ".xlsx")
    path = page.desk.dialogs.save_file(
        page, _("Make the Excel file for the marks"), _("Excel (*.xlsx)"), name
    )
    if path is None:
        return
    target = path if path.suffix else path.with_suffix(".xlsx")
    said = _("{file} is saved.").format(file=target.name)
    page.ask(lambda: sheets.save(advice.id, target), lambda _path: page.desk.say(said))


def read(page: ResponsePage, advice: Advice) -> None:
    """Ask for a sheet with marks, say what it adds, and add it when the organiser agrees."""
    sheets = page.desk.services.rating_sheets
    kinds = _("Sheets (*.xlsx *.csv *.ods *.xls *.txt)")
    path = page.desk.dialogs.open_file(page, _("Choose the Excel file with the marks"), kinds)
    if path is not None:
        page.ask(lambda: sheets.look(advice.id, path), partial(_looked, page))


def told(looked: RatingProposal) -> str:
    """What the sheet would add, in sentences."""
    count = ngettext("{file} adds {count} mark.", "{file} adds {count} marks.", looked.marks)
    lines = (
        ngettext(
            "Recommendation {number}: from {before} to {after} mark.",
            "Recommendation {number}: from {before} to {after} marks.",
            sum(line.after),
        ).format(number=line.number, before=number(sum(line.before)), after=number(sum(line.after)))
        for line in looked.lines
    )
    strange = ngettext(
        "{count} cell is no mark from 1 to 5 and is left out.",
        "{count} cells are no mark from 1 to 5 and are left out.",
        looked.strange,
    )
    unknown = ngettext(
        "{count} row is about an answer that does not count any more and is left out.",
        "{count} rows are about an answer that does not count any more and are left out.",
        looked.unknown,
    )
    return "\n".join(
        (
            count.format(file=looked.file, count=number(looked.marks)),
            *lines,
            *((strange.format(count=number(looked.strange)),) if looked.strange else ()),
            *((unknown.format(count=number(looked.unknown)),) if looked.unknown else ()),
        )
    )


def _looked(page: ResponsePage, looked: RatingProposal) -> None:
    sheets = page.desk.services.rating_sheets
    if page.desk.dialogs.ask(page, _("Add these marks?"), told(looked), _("Add")):
        page.ask(lambda: sheets.keep(looked), partial(_kept, page, looked))


def _kept(page: ResponsePage, looked: RatingProposal, _change: Change) -> None:
    sheets = page.desk.services.rating_sheets
    said = ngettext("{count} mark is added.", "{count} marks are added.", looked.marks)
    page.desk.did(
        said.format(count=number(looked.marks)), lambda: sheets.undo(looked), lambda: sheets.keep(looked)
    )
