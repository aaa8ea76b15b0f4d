import datetime as dt
import zipfile

import openpyxl
import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.exchange.exports import safe_text, whole, write_csv, write_table, write_workbook
from burgertop_app.exchange.workbooks import read_table
from burgertop_app.messages.errors import sentence

HOSTILE = ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1-cmd", "-2+3+cmd", "\t=1", "\r=1", "-", "--x"]
HARMLESS = ["+31 6 1234 5678", "-12,5", "06-12345678", "(030) 123 45 67", "12%", "a=b", "", "p-1"]


def refused(write, *parts):
    with pytest.raises(InvalidInput) as caught:
        write(*parts)
    assert sentence(caught.value)
    return caught.value.code


@pytest.mark.parametrize("text", HOSTILE)
def test_formula_in_a_csv_gets_an_apostrophe(tmp_path, text):
    write_csv(tmp_path / "a.csv", ["naam"], [[text]])

    (cell,) = read_table(tmp_path / "a.csv").rows[0]
    assert cell.startswith("'")


@pytest.mark.parametrize("text", HARMLESS)
def test_number_telephone_and_words_stay_as_they_are(text):
    assert safe_text(text) == text


@pytest.mark.parametrize("text", [*HOSTILE, "#N/A", "=A1", "a\x00b\x0bc"])
def test_nothing_typed_becomes_a_formula_in_a_workbook(tmp_path, text):
    write_workbook(tmp_path / "a.xlsx", {"Mensen": (["naam"], [[text]])})

    cell = openpyxl.load_workbook(tmp_path / "a.xlsx")["Mensen"]["A2"]
    assert cell.data_type == "s"


def test_csv_is_one_that_a_dutch_excel_opens(tmp_path):
    row = ['Zoë; de "Boer"', 1.5, 3, True, dt.date(2026, 6, 1), None, "twee\nregels"]
    write_csv(tmp_path / "a.csv", ["a", "b", "c", "d", "e", "f", "g"], [row])

    raw = (tmp_path / "a.csv").read_bytes()

    assert (
        raw
        == ("\ufeffa;b;c;d;e;f;g\r\n" + '"Zoë; de ""Boer""";1,5;3;ja;2026-06-01;;"twee\nregels"\r\n').encode()
    )


def test_workbook_has_a_header_that_stays_and_a_filter(tmp_path):
    write_table(tmp_path / "a.xlsx", ["nummer", "naam"], [["1", "x" * 200], ["2", "y"]], "Mensen: 1/2")

    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = book.active
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Mensen  1 2", "A2", "A1:B3")
    assert sheet["A1"].font.bold
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width) == (10, 60)


def test_workbook_keeps_numbers_dates_and_leading_zeros(tmp_path):
    write_table(tmp_path / "a.xlsx", ["a", "b", "c", "d"], [["0107", 12, dt.date(2026, 6, 1), None]])

    assert read_table(tmp_path / "a.xlsx").rows == (("0107", "12", "2026-06-01", ""),)


def test_many_rows_are_all_written(tmp_path):
    write_table(tmp_path / "a.xlsx", ["a"], ([f"n{number}"] for number in range(1000)))

    table = read_table(tmp_path / "a.xlsx")
    assert (len(table.rows), table.rows[-1]) == (1000, ("n999",))


def test_table_without_rows_is_a_header(tmp_path):
    write_table(tmp_path / "a.xlsx", ["a"], [])

    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active["A1"].value == "a"


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_failure_leaves_the_old_file_and_nothing_else(tmp_path, name):
    write_table(tmp_path / name, ["oud"], [["x"]])

    def rows():
        yield ["nieuw"]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_table(tmp_path / name, ["nieuw"], rows())

    assert read_table(tmp_path / name).header == ("oud",)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_file_open_in_excel_is_not_touched(tmp_path, name):
    (tmp_path / f"~${name}").write_bytes(b"x")

    assert refused(write_table, tmp_path / name, ["a"], []) == "sheet_open"


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_folder_that_is_not_there_is_told(tmp_path, name):
    assert refused(write_table, tmp_path / "weg" / name, ["a"], []) == "export_no_folder"


def test_folder_is_no_file(tmp_path):
    assert refused(write_table, tmp_path, ["a"], []) == "export_is_folder"


@pytest.mark.parametrize(
    ("error", "code"),
    [(PermissionError(13, "denied"), "export_locked"), (OSError(28, "full"), "export_failed")],
)
def test_what_the_system_refuses_is_told(tmp_path, error, code):
    def fail():
        with whole(tmp_path / "a.csv") as temporary:
            temporary.write_text("x")
            raise error

    assert refused(fail) == code
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_does_not_tell_the_clock_of_the_computer(tmp_path):
    path = tmp_path / "a.xlsx"
    write_workbook(path, {"Mensen": (["naam"], [["Fatma"]])})

    with zipfile.ZipFile(path) as archive:
        moments = {entry.date_time for entry in archive.infolist()}
        properties = archive.read("docProps/core.xml").decode("utf-8")
    assert moments == {(1980, 1, 1, 0, 0, 0)}
    assert "<dcterms:" not in properties


def test_the_same_table_gives_the_same_bytes(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, {"Mensen": (["naam"], [["Fatma"]])})

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
