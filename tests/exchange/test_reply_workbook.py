import csv
import io
import zipfile
from datetime import date
from uuid import UUID

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from burgertop_app.domain.answer_sheet import ANSWERED, AnswerField, Asked, ReplySheet, Wording
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.responses import CouncilNeed, Disposal
from burgertop_app.exchange.reply_reading import read_reply_workbook
from burgertop_app.exchange.reply_values import read_council, read_day, read_disposal
from burgertop_app.exchange.reply_workbook import LISTS, STAMP, TOP, write_reply_workbook
from burgertop_app.i18n import said_in
from burgertop_app.messages.reply_workbook import CHOICES, HEADINGS


def asked(number, title):
    return Asked(
        recommendation_id=UUID(int=number),
        number=number,
        wordings=(Wording(UUID(int=50 + number), title, 2),),
    )


def reply(*titles, language="nl"):
    return ReplySheet(
        advice_id=UUID(int=99),
        advice_title="Warm wonen",
        version=2,
        sha256="ab" * 32,
        organisation="Burgerpanel Test",
        language=language,
        made_on=date(2026, 3, 2),
        asked=tuple(asked(number, title) for number, title in enumerate(titles, 1)),
        term="Zes weken na ontvangst is maandag 13 april.",
        contact="panel@testdam.example",
    )


@pytest.fixture
def made(tmp_path):
    """The path of a workbook with two recommendations."""
    path = tmp_path / "reactie.xlsx"
    write_reply_workbook(path, reply("Begin met isoleren.", "Open één loket."))
    return path


@pytest.fixture
def sheet(made):
    return load_workbook(made).worksheets[0]


def as_csv(sheet, delimiter, encoding):
    """The sheet as a spreadsheet program saves it as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([["" if cell is None else cell for cell in row] for row in sheet.values])
    return text.getvalue().encode(encoding)


def as_ods(rows):
    """The rows as the smallest file that is an ODS."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content{spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Antwoorden">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return kept.getvalue()


def test_only_what_the_college_fills_in_is_open(sheet):
    rows = range(TOP + 1, TOP + 3)
    unlocked = {
        place
        for place, _use in enumerate(AnswerField, 1)
        for row in rows
        if not sheet.cell(row, place).protection.locked
    }

    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert unlocked == {place for place, use in enumerate(AnswerField, 1) if use in ANSWERED}


def test_columns_and_rows_may_be_made_wider_and_the_filter_used(sheet):
    held = sheet.protection

    assert (held.formatColumns, held.formatRows, held.autoFilter, held.sort) == (False, False, False, True)


def test_choice_lists_point_to_the_words_on_the_hidden_sheet(made):
    book = load_workbook(made)
    lists = [rule for rule in book.worksheets[0].data_validations.dataValidation if rule.type == "list"]

    words = []
    for rule in lists:
        name, _mark, cells = rule.formula1.partition("!")
        assert name.strip("'") == LISTS
        left, top, _right, bottom = range_boundaries(cells)
        words.append([book[LISTS].cell(row, left).value for row in range(top, bottom + 1)])

    assert words[0] == [said_in("nl", said) for said in CHOICES.values()]
    assert words[1] == ["ja", "nee", "nog niet bekend"]


def test_a_date_is_checked_but_other_words_stay_possible(sheet):
    rule = next(rule for rule in sheet.data_validations.dataValidation if rule.type == "date")

    assert (rule.errorStyle, rule.allow_blank) == ("warning", True)


def test_the_workbook_is_fit_for_print_screen_and_screen_reader(made):
    book = load_workbook(made)
    answers = book.worksheets[0]

    assert [one.sheet_state for one in book.worksheets] == ["visible", "visible", "hidden", "veryHidden"]
    assert (answers.freeze_panes, answers.print_title_rows) == (f"B{TOP + 1}", f"${TOP}:${TOP}")
    assert (answers.page_setup.orientation, answers.page_setup.fitToWidth) == ("landscape", 1)
    assert not answers.merged_cells.ranges
    assert (book.properties.title, book.properties.language) == ("Reactie op het advies “Warm wonen”", "nl")
    assert answers["B6"].alignment.wrap_text
    assert [answers[f"A{row}"].value for row in (2, 3)] == [
        "Zes weken na ontvangst is maandag 13 april.",
        "Vragen? Neem contact op met panel@testdam.example.",
    ]


def test_an_english_advice_gets_an_english_workbook(tmp_path):
    path = tmp_path / "reply.xlsx"
    write_reply_workbook(path, reply("Insulate first.", language="en"))

    answers = load_workbook(path).worksheets[0]

    assert [cell.value for cell in answers[TOP]] == list(HEADINGS.values())


def test_hostile_and_very_long_words_stay_words(tmp_path):
    path = tmp_path / "reactie.xlsx"
    titles = ("=1+1", "@SUM(A1)", "a" * 40_000, "\x0bniet\x00 zichtbaar", "<b>vet</b> & “zo”", "مرحبا")
    write_reply_workbook(path, reply(*titles))

    texts = [load_workbook(path).worksheets[0].cell(TOP + number, 2) for number in range(1, 7)]

    assert {cell.data_type for cell in texts} == {"s"}
    assert [cell.value[:12] for cell in texts][3:] == ["niet zichtba", "<b>vet</b> &", "مرحبا"]


def test_what_was_written_reads_back(made):
    came = read_reply_workbook(made.read_bytes(), made.name)

    assert came.columns == frozenset(AnswerField)
    assert [row.get(AnswerField.TEXT) for row in came.rows] == ["Begin met isoleren.", "Open één loket."]
    assert (came.stamp.version, came.stamp.sha256, len(came.stamp.texts)) == (2, "ab" * 32, 2)
    assert not any(row.answered for row in came.rows)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_reads_as_well(sheet, delimiter, encoding):
    sheet["C6"], sheet["D6"] = "Wij nemen dit over", "Goed; echt, ja\ntwee regels"

    came = read_reply_workbook(as_csv(sheet, delimiter, encoding), "reactie.csv")

    assert came.rows[0].get(AnswerField.REASON) == "Goed; echt, ja\ntwee regels"
    assert came.stamp is None


def test_an_ods_reads_as_well(sheet):
    rows = [
        ["" if cell is None else cell for cell in row]
        for row in sheet.iter_rows(min_row=TOP, values_only=True)
    ]
    rows[1][2] = "We adopt this"

    came = read_reply_workbook(as_ods(rows), "reactie.ods")

    assert came.rows[0].get(AnswerField.DISPOSAL) == "We adopt this"


def test_real_dates_and_numbers_come_as_they_stand(made):
    book = load_workbook(made)
    book.worksheets[0]["G6"], book.worksheets[0]["G7"] = date(2027, 4, 3), 46480
    book.worksheets[0]["F6"], book.worksheets[0]["H6"] = 12500.5, True
    book.save(made)

    first, second = read_reply_workbook(made.read_bytes(), made.name).rows

    assert read_day(first.get(AnswerField.DUE)) == date(2027, 4, 3)
    assert read_day(second.get(AnswerField.DUE)) == date(2027, 4, 3)
    assert first.get(AnswerField.BUDGET) == "12500.5"
    assert read_council(first.get(AnswerField.COUNCIL)) is CouncilNeed.YES


def test_another_sheet_is_no_reply(tmp_path):
    with pytest.raises(InvalidInput, match="reply_no_headings"):
        read_reply_workbook(b"naam;leeftijd\nAnna;30\n", "mensen.csv")


def test_a_zip_bomb_is_refused(made):
    kept = io.BytesIO(made.read_bytes())
    with zipfile.ZipFile(kept, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b"<x>" + b" " * 450_000_000)

    with pytest.raises(InvalidInput, match="sheet_bomb"):
        read_reply_workbook(kept.getvalue(), "reactie.xlsx")


@pytest.mark.parametrize("spoil", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\x00\x01\x02", b"<html></html>"])
def test_what_is_no_table_is_refused(spoil):
    with pytest.raises(InvalidInput):
        read_reply_workbook(spoil, "reactie.xlsx")


def test_a_stamp_with_a_row_twice_counts_for_nothing(made):
    book = load_workbook(made)
    stamp = book[STAMP]
    stamp["B7"] = stamp["B6"].value
    book.save(made)

    assert read_reply_workbook(made.read_bytes(), made.name).stamp is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-04-03", date(2027, 4, 3)),
        ("3-4-2027", date(2027, 4, 3)),
        ("03/04/27", date(2027, 4, 3)),
        ("3.4.2027", date(2027, 4, 3)),
        ("3 april 2027", date(2027, 4, 3)),
        ("zaterdag 3 apr 2027", date(2027, 4, 3)),
        ("46480", date(2027, 4, 3)),
        ("31-2-2027", None),
        ("najaar 2027", None),
        ("april 2027", None),
        ("2027", None),
        ("", None),
    ],
)
def test_days_are_read_as_people_and_programs_write_them(text, day):
    assert read_day(text) == day


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("disposal", list(Disposal))
def test_every_choice_is_known_in_both_languages(language, disposal):
    assert read_disposal(said_in(language, CHOICES[disposal]).upper() + " ") is disposal


@pytest.mark.parametrize(
    ("text", "disposal"),
    [("Deels", Disposal.PARTLY), ("onderzoeken", Disposal.INVESTIGATES), ("wellicht", None), ("", None)],
)
def test_plain_synonyms_are_known_and_doubt_is_left_to_the_organiser(text, disposal):
    assert read_disposal(text) is disposal


@pytest.mark.parametrize(
    ("text", "need"),
    [("WAAR", CouncilNeed.YES), ("false", CouncilNeed.NO), ("", CouncilNeed.UNKNOWN), ("ooit", None)],
)
def test_the_council_is_read_in_any_language_of_excel(text, need):
    assert read_council(text) is need
