"""Writes the reply workbook: a row per recommendation for the college to fill in, and how to do that."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from burgertop_app.domain.answer_sheet import ANSWERED, FORMAT, AnswerField, text_hash
from burgertop_app.exchange.exports import save_book, whole
from burgertop_app.i18n import _, day, speaking
from burgertop_app.messages.reply_workbook import CHOICES, COUNCIL, HEADINGS, PROMPTS

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from burgertop_app.domain.answer_sheet import Asked, ReplySheet

MARK = "burgertop reply workbook"
STAMP, LISTS = "burgertop", "burgertop-lists"
TOP = 5
"""The row of the headings; above it stand the title, the term, the contact and one line of help."""
WIDTHS = {
    AnswerField.NUMBER: 6,
    AnswerField.TEXT: 44,
    AnswerField.DISPOSAL: 26,
    AnswerField.REASON: 52,
    AnswerField.OWNER: 20,
    AnswerField.BUDGET: 18,
    AnswerField.DUE: 14,
    AnswerField.COUNCIL: 16,
    AnswerField.POLICY: 26,
    AnswerField.KEY: 13,
}
_LONGEST = 32_000
_LINE = 15.0
_LEAST, _MOST = 4 * _LINE, 400.0
_HEAD = PatternFill("solid", fgColor="1F4E79")
_OPEN = PatternFill("solid", fgColor="FFF8DC")
_LOCKED = PatternFill("solid", fgColor="F2F2F2")
_SIDE = Side(style="thin", color="8C8C8C")
_EDGE = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


def write_reply_workbook(path: Path, reply: ReplySheet) -> None:
    """Write the workbook to `path`, in the language of the advice.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    with speaking(reply.language):
        book = Workbook()
        book.properties.title = _("Reply to the advice “{advice}”").format(advice=_clean(reply.advice_title))
        book.properties.creator = _clean(reply.organisation)
        book.properties.language = reply.language
        answers = cast("Worksheet", book.active)
        answers.title = _("Answers")
        _write_answers(answers, reply)
        _write_help(book.create_sheet(_("How it works")), reply)
        _write_lists(book.create_sheet(LISTS))
        _write_stamp(book.create_sheet(STAMP), reply)
    with whole(path) as temporary:
        save_book(book, temporary)


def _write_answers(sheet: Worksheet, reply: ReplySheet) -> None:
    _say(sheet, 1, _("Reply to the advice “{advice}”").format(advice=reply.advice_title), size=16, bold=True)
    _say(sheet, 2, reply.term)
    contact = _("Questions? Ask {contact}.").format(contact=reply.contact) if reply.contact else ""
    _say(sheet, 3, contact)
    _say(
        sheet, 4, _("Fill in the yellow cells, one row per recommendation. Then save and send the file back.")
    )
    for place, use in enumerate(AnswerField, 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS[use]
        cell = _put(sheet, TOP, place, _(HEADINGS[use]))
        cell.font, cell.fill, cell.border = Font(bold=True, color="FFFFFF"), _HEAD, _EDGE
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.row_dimensions[TOP].height = 2.4 * _LINE
    for row, asked in enumerate(reply.asked, TOP + 1):
        _write_row(sheet, row, asked)
    last = TOP + max(len(reply.asked), 1)
    _guide(sheet, last)
    _dress(sheet, last)


def _write_row(sheet: Worksheet, row: int, asked: Asked) -> None:
    before = asked.before
    said: dict[AnswerField, object] = {
        AnswerField.NUMBER: asked.number,
        AnswerField.TEXT: asked.title,
        AnswerField.KEY: asked.key,
    }
    if before is not None:
        said |= {
            AnswerField.DISPOSAL: _(CHOICES[before.disposal]),
            AnswerField.REASON: before.reason,
            AnswerField.OWNER: before.owner,
            AnswerField.BUDGET: before.budget,
            AnswerField.DUE: before.due_on,
            AnswerField.COUNCIL: _(COUNCIL[before.council]),
            AnswerField.POLICY: before.policy,
        }
    for place, use in enumerate(AnswerField, 1):
        cell = _put(sheet, row, place, said.get(use, ""))
        filled_in = use in ANSWERED
        cell.protection = Protection(locked=not filled_in)
        cell.fill, cell.border = _OPEN if filled_in else _LOCKED, _EDGE
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if use is AnswerField.DUE:
            cell.number_format = "dd-mm-yyyy"
        elif filled_in:
            cell.number_format = "@"
        if use is AnswerField.KEY:
            cell.font = Font(color="595959", size=9)
    lines = max(len(asked.title) / 40, len(str(said.get(AnswerField.REASON, ""))) / 48) + 1
    sheet.row_dimensions[row].height = min(max(lines * _LINE, _LEAST), _MOST)


def _guide(sheet: Worksheet, last: int) -> None:
    """Choice lists, a check on dates, and a word of help at each column that is filled in."""
    sizes = {AnswerField.DISPOSAL: ("A", len(CHOICES)), AnswerField.COUNCIL: ("B", len(COUNCIL))}
    for place, use in enumerate(AnswerField, 1):
        if use not in ANSWERED:
            continue
        letter = get_column_letter(place)
        if use in sizes:
            column, count = sizes[use]
            source = f"'{LISTS}'!${column}$1:${column}${count}"
            rule = DataValidation(type="list", formula1=source, allow_blank=True, errorStyle="stop")
            rule.error = _("Choose one of the answers from the list.")
        elif use is AnswerField.DUE:
            rule = DataValidation(
                type="date", operator="greaterThan", formula1="36526", allow_blank=True, errorStyle="warning"
            )
            rule.error = _("Fill in a date as day-month-year, for example 1-10-2027.")
        else:
            rule = DataValidation(allow_blank=True)
        rule.showErrorMessage, rule.showInputMessage = use in sizes or use is AnswerField.DUE, True
        rule.promptTitle, rule.prompt = _(HEADINGS[use])[:32], _(PROMPTS[use])
        rule.add(f"{letter}{TOP + 1}:{letter}{last}")
        sheet.add_data_validation(rule)


def _dress(sheet: Worksheet, last: int) -> None:
    """What stays in view, how it prints, and what may not be changed."""
    sheet.freeze_panes = f"B{TOP + 1}"
    sheet.auto_filter.ref = f"A{TOP}:{get_column_letter(len(AnswerField))}{last}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{TOP}:{TOP}"
    if sheet.oddFooter is not None:
        sheet.oddFooter.center.text = "&P / &N"
    _protect(sheet)


def _protect(sheet: Worksheet) -> None:
    """Locked without a password: columns and rows may be made wider, and the filter used."""
    held = sheet.protection
    held.sheet = True
    held.formatColumns = held.formatRows = held.autoFilter = False


def _write_help(sheet: Worksheet, reply: ReplySheet) -> None:
    sheet.column_dimensions["A"].width = 100
    lines = [
        _("How it works"),
        _("1. Go to the sheet “{sheet}”. Each recommendation has a row.").format(sheet=_("Answers")),
        _("2. Choose what the college does. Click in the cell and then on the arrow beside it."),
        *(f"    – {_(said)}" for said in CHOICES.values()),
        _("3. Write why. Residents read your reason and say whether it helps them."),
        _("4. Fill in who does it, what it costs and when it is ready, as far as you know."),
        _("5. Save the file and send it back. You may also save it as .ods or .csv."),
        _("The grey cells are locked, so that each answer stays with its own recommendation."),
        _("You may make columns and rows wider, and filter. Leave rows that you cannot answer yet empty."),
        _("Made on {date} for version {version} of the advice.").format(
            date=day(reply.made_on), version=reply.version
        ),
    ]
    for row, line in enumerate(lines, 1):
        cell = _put(sheet, row, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=row == 1, size=16 if row == 1 else 11)
    _protect(sheet)


def _write_lists(sheet: Worksheet) -> None:
    for row, said in enumerate(CHOICES.values(), 1):
        _put(sheet, row, 1, _(said))
    for row, said in enumerate(COUNCIL.values(), 1):
        _put(sheet, row, 2, _(said))
    sheet.sheet_state = "hidden"
    _protect(sheet)


def _write_stamp(sheet: Worksheet, reply: ReplySheet) -> None:
    told = [
        (MARK, str(FORMAT)),
        ("advice", str(reply.advice_id)),
        ("title", reply.advice_title),
        ("version", str(reply.version)),
        ("sha256", reply.sha256),
        *(("row", one.key, text_hash(one.title), str(one.wordings[0].text_id)) for one in reply.asked),
    ]
    for row, cells in enumerate(told, 1):
        for place, said in enumerate(cells, 1):
            _put(sheet, row, place, said)
    sheet.sheet_state = "veryHidden"
    _protect(sheet)


def _say(sheet: Worksheet, row: int, text: str, *, size: int = 11, bold: bool = False) -> None:
    _put(sheet, row, 1, text).font = Font(size=size, bold=bold)


def _put(sheet: Worksheet, row: int, place: int, value: object) -> Cell:
    """A cell whose words stay words, whatever they begin with."""
    cell = cast("Cell", sheet.cell(row, place))
    if isinstance(value, str):
        if value:
            cell.value = _clean(value)
            cell.data_type = "s"
    else:
        cell.value = cast("int", value)
    return cell


def _clean(text: str) -> str:
    bare = ILLEGAL_CHARACTERS_RE.sub("", text)
    return bare if len(bare) <= _LONGEST else f"{bare[:_LONGEST]}…"
