import datetime as dt
import os
import struct
import zipfile

import openpyxl
import pytest

from burgertop_app.domain.errors import InvalidInput, NotFound
from burgertop_app.exchange import opening, workbook_cells
from burgertop_app.exchange.workbooks import read_table, table_from_text
from burgertop_app.messages.errors import sentence


def refused(path, **choices):
    with pytest.raises((InvalidInput, NotFound)) as caught:
        read_table(path, **choices)
    assert sentence(caught.value)
    return caught.value


def written(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def workbook(path, *rows, title="Blad1"):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_delimiter_is_counted_in_the_header(tmp_path, delimiter):
    path = written(tmp_path / "a.csv", f'naam{delimiter}"wijk, of {delimiter} buurt"\nJan{delimiter}Noord\n')

    table = read_table(path)

    assert table.delimiter == delimiter
    assert table.rows == (("Jan", "Noord"),)


def test_one_column_needs_no_delimiter(tmp_path):
    assert read_table(written(tmp_path / "a.csv", "naam\nJan\nPiet\n")).column("naam") == ("Jan", "Piet")


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("naam\nZoë Çelik\n".encode("utf-8-sig"), "utf-8"),
        ("naam\nZoë Çelik\n".encode(), "utf-8"),
        ("naam\nZoë Çelik\n".encode("cp1252"), "cp1252"),
        ("naam\nZoë Çelik\n".encode("utf-16"), "utf-16"),
    ],
)
def test_encoding_is_found(tmp_path, raw, encoding):
    table = read_table(written(tmp_path / "a.csv", raw))

    assert (table.header, table.rows, table.encoding) == (("naam",), (("Zoë Çelik",),), encoding)


def test_a_guessed_encoding_is_remarked_and_a_chosen_one_is_not(tmp_path):
    path = written(tmp_path / "a.csv", "naam\nZoë\n".encode("cp1252"))

    assert [remark.code for remark in read_table(path).warnings] == ["sheet_encoding_guessed"]
    assert read_table(path, encoding="cp1252").warnings == ()


def test_chosen_encoding_that_does_not_fit_names_the_row(tmp_path):
    path = written(tmp_path / "a.csv", "naam\nJan\nZoë\n".encode("cp1252"))

    error = refused(path, encoding="utf-8")

    assert (error.code, error.params["row"]) == ("sheet_encoding_wrong", 3)


def test_unknown_encoding_is_refused(tmp_path):
    assert (
        refused(written(tmp_path / "a.csv", "naam\nJan\n"), encoding="ebcdic").code
        == "sheet_encoding_unknown"
    )


def test_row_numbers_count_quoted_line_ends_once_and_blank_rows_too(tmp_path):
    path = written(tmp_path / "a.csv", '\nnaam;kaart\nJan;"een\ntwee"\n\nPiet;drie\n')

    table = read_table(path)

    assert (table.first_row, table.numbers) == (3, (3, 5))
    assert table.rows[0] == ("Jan", "een\ntwee")


def test_separator_line_of_excel_is_understood(tmp_path):
    table = read_table(written(tmp_path / "a.csv", "sep=|\nnaam|a;b;c\nJan|1\n"))

    assert (table.header, table.numbers) == (("naam", "a;b;c"), (2,))


def test_cells_lose_space_and_invisible_marks(tmp_path):
    table = read_table(written(tmp_path / "a.csv", "naam;wijk\n Jan\u200b ;\xa0Noord\n"))

    assert table.rows == (("Jan", "Noord"),)


def test_pasted_cells_are_a_table():
    assert table_from_text("naam\twijk\r\nJan\tNoord", "plakken").rows == (("Jan", "Noord"),)


@pytest.mark.parametrize(
    ("content", "code", "where"),
    [
        ("", "sheet_empty", {}),
        (" \n \n", "sheet_empty", {}),
        (";;\n;;\n", "sheet_empty", {}),
        ("1;2;3\n4;5;6\n", "sheet_no_header", {"row": 1}),
        ("naam;wijk\n", "sheet_no_rows", {}),
        ("naam;wijk;Naam\na;b;c\n", "sheet_header_twice", {"first": "A", "second": "C"}),
        ("naam;wijk\nJan;Noord\nPiet;Zuid;extra\n", "sheet_row_too_long", {"row": 3}),
        ('naam;wijk\nJan;Noord\nPiet;"Zuid\n', "sheet_quotes", {"row": 3}),
        (b"\x7fELF\x02\x01\x00\x00rubbish", "sheet_not_a_table", {}),
        (b"%PDF-1.7\n1 0 obj\n", "sheet_not_a_table", {}),
        (b"naam\n\x81\x8d\x8f\xff\n", "sheet_not_a_table", {}),
        ("<html><table><tr><td>naam</td></tr></table>", "sheet_is_web_page", {}),
        (b"PK\x03\x04 this is no archive", "sheet_damaged", {}),
        (workbook_cells.OLE + b"short", "sheet_damaged", {}),
        (workbook_cells.OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "sheet_password", {}),
    ],
)
def test_what_is_no_table_is_refused_with_its_place(tmp_path, content, code, where):
    error = refused(written(tmp_path / "a.csv", content))

    assert (error.code, error.params["file"]) == (code, "a.csv")
    assert where.items() <= error.params.items()


def test_missing_file_is_named(tmp_path):
    assert str(tmp_path / "weg.csv") in sentence(refused(tmp_path / "weg.csv"))


def test_folder_is_refused(tmp_path):
    assert refused(tmp_path).code == "sheet_is_folder"


@pytest.mark.parametrize("mark", ["~$a.xlsx", ".~lock.a.xlsx#"])
def test_file_open_in_a_spreadsheet_program_is_refused(tmp_path, mark):
    path = workbook(tmp_path / "a.xlsx", ["naam"], ["Jan"])
    written(tmp_path / mark, b"x")

    assert refused(path).code == "sheet_open"


def test_the_mark_that_excel_leaves_is_no_sheet(tmp_path):
    error = refused(written(tmp_path / "~$a.xlsx", b"x"))

    assert (error.code, error.params["file"]) == ("sheet_open", "a.xlsx")


def test_locked_file_is_refused(tmp_path, monkeypatch):
    path = written(tmp_path / "a.csv", "naam\nJan\n")

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", refuse)

    assert refused(path).code == "sheet_locked"


def test_too_large_a_file_is_not_read(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("wb") as handle:
        os.truncate(handle.fileno(), opening.LARGEST + 1)

    assert refused(path).code == "sheet_too_large"


def test_short_row_is_filled_and_remarked(tmp_path):
    table = read_table(written(tmp_path / "a.csv", "naam;wijk\nJan\n"))

    assert table.rows == (("Jan", ""),)
    assert table.warnings[0].params == (("row", 2), ("columns", 2))


def test_column_without_a_header_gets_its_letter(tmp_path):
    table = read_table(written(tmp_path / "a.csv", "naam;;wijk;\nJan;x;Noord;\n"))

    assert table.header == ("naam", "B", "wijk")
    assert table.warnings[0].code == "sheet_header_blank"


def test_workbook_values_become_text(tmp_path):
    path = workbook(
        tmp_path / "a.xlsx",
        ["tekst", "getal", "breuk", "datum", "tijd", "leeg"],
        [
            "0107",
            12.0,
            1.5,
            dt.date(1960, 3, 1),
            dt.datetime.combine(dt.date(2024, 1, 2), dt.time(3, 4)),
            None,
        ],
        ["a", 12345678901.0, 0.1 + 0.2, None, None, "x"],
    )

    table = read_table(path)

    assert table.rows[0] == ("0107", "12", "1.5", "1960-03-01", "2024-01-02 03:04:00", "")
    assert table.rows[1][1:3] == ("12345678901", "0.3")


def test_workbook_rows_keep_the_numbers_that_excel_shows(tmp_path):
    book = openpyxl.Workbook()
    book.active["C3"], book.active["C4"], book.active["C6"] = "naam", "Jan", "Piet"
    book.save(tmp_path / "a.xlsx")

    assert read_table(tmp_path / "a.xlsx").numbers == (4, 6)


def test_first_visible_sheet_with_cells_is_read_and_another_can_be_chosen(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Leeg"
    for title, value in (("Geheim", "g"), ("Mensen", "m"), ("Andere", "a")):
        book.create_sheet(title).append(["naam"])
        book[title].append([value])
    book["Geheim"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")

    table = read_table(tmp_path / "a.xlsx")

    assert (table.sheet, table.rows, table.sheets) == ("Mensen", (("m",),), ("Leeg", "Mensen", "Andere"))
    assert read_table(tmp_path / "a.xlsx", sheet="Andere").rows == (("a",),)
    assert "Geheim" not in sentence(refused(tmp_path / "a.xlsx", sheet="Geheim")).partition("Leeg")[2]


def test_content_decides_and_not_the_name(tmp_path):
    path = workbook(tmp_path / "a.xlsx", ["naam"], ["Jan"]).rename(tmp_path / "a.csv")

    assert read_table(path).rows == (("Jan",),)


def test_archive_that_is_no_workbook_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<x/>")

    assert refused(tmp_path / "a.xlsx").code == "sheet_not_a_table"


def test_truncated_workbook_is_refused(tmp_path):
    path = workbook(tmp_path / "a.xlsx", ["naam"], ["Jan"])
    path.write_bytes(path.read_bytes()[:-200])

    assert refused(path).code == "sheet_damaged"


def test_workbook_with_a_broken_sheet_is_refused(tmp_path):
    path = workbook(tmp_path / "a.xlsx", ["naam"], ["Jan"])
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for entry in old.infolist():
            cut = 200 if "sheet1" in entry.filename else None
            new.writestr(entry.filename, old.read(entry)[:cut])

    assert refused(tmp_path / "b.xlsx").code in {"sheet_damaged", "sheet_empty"}


def bomb(path, megabytes):
    workbook(path, ["naam"], ["Jan"])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * megabytes * 1_000_000)
    return path


def test_zip_bomb_is_not_opened(tmp_path):
    assert refused(bomb(tmp_path / "a.xlsx", 60)).code == "sheet_bomb"


def test_zip_bomb_that_lies_about_its_size_is_not_opened(tmp_path):
    path = bomb(tmp_path / "a.xlsx", 60)
    raw = path.read_bytes()
    path.write_bytes(raw.replace(struct.pack("<L", 60_000_000), struct.pack("<L", 60)))

    assert refused(path).code == "sheet_bomb"


def test_archive_with_too_many_parts_is_not_opened(tmp_path):
    path = workbook(tmp_path / "a.xlsx", ["naam"], ["Jan"])
    with zipfile.ZipFile(path, "a") as archive:
        for part in range(workbook_cells.MOST_ENTRIES):
            archive.writestr(f"xl/media/{part}", b"")

    assert refused(path).code == "sheet_bomb"


def test_one_stray_cell_far_away_does_not_fill_the_memory(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"], book.active["XFD1048576"] = "naam", "Jan", " "
    book.save(tmp_path / "a.xlsx")

    error = refused(tmp_path / "a.xlsx")

    assert (error.code, error.params["rows"], error.params["columns"]) == (
        "sheet_too_many_cells",
        1048576,
        16384,
    )


def test_open_document_sheet_is_read(tmp_path):
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(f"<table:table-row>{cell.format(text)}</table:table-row>" for text in ("naam", "Jan"))
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            "<office:document-content"
            ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
            ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
            ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
            '<office:body><office:spreadsheet><table:table table:name="Blad1">'
            f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
        )

    assert read_table(tmp_path / "a.ods").rows == (("Jan",),)


def test_workbook_whose_figures_are_wrong_is_refused(tmp_path):
    path = workbook(tmp_path / "a.xlsx", ["naam"], ["Jan"])
    raw = path.read_bytes()
    path.write_bytes(raw[:30] + raw[36:])

    assert refused(path).code == "sheet_damaged"
