import openpyxl
import pytest

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.quotas import Quota
from burgertop_app.exchange.quota_sheet import read_quotas
from burgertop_app.messages.errors import sentence


def written(folder, text, name="quotas.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "header",
    [
        "feature,value,min,max",
        "Feature,VALUE,Min,Max",
        "category,name,min,max",
        "category,feature,min,max",
        "kenmerk,waarde,minimum,maximum",
    ],
)
def test_the_fields_ways_to_name_columns_are_read(tmp_path, header):
    path = written(tmp_path, f"{header}\nage,16-29,2,3\nage,30+,4,5\n")

    assert read_quotas(path).items == (Quota("age", "16-29", 2, 3), Quota("age", "30+", 4, 5))


def test_flex_is_read_where_it_stands(tmp_path):
    path = written(tmp_path, "feature;value;min;max;min_flex;max_flex\nage;old;2;3;1;4\nage;young;2;3;;\n")

    assert read_quotas(path).items == (Quota("age", "old", 2, 3, 1, 4), Quota("age", "young", 2, 3))


def test_workbook_is_read_like_a_text_file(tmp_path):
    book = openpyxl.Workbook()
    for row in (["feature", "value", "min", "max"], ["age", "16-29", 2, 3], ["age", "30+", 4, 5]):
        book.active.append(row)
    book.save(tmp_path / "quotas.xlsx")

    assert read_quotas(tmp_path / "quotas.xlsx").items[1] == Quota("age", "30+", 4, 5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("feature,value,min,max\nage,old,5,3\n", "Rij 2 van quotas.csv, age old: het minimum 5"),
        (
            "feature,value,min,max\nage,old,2,3\nage,old,2,3\n",
            "Rij 3 van quotas.csv herhaalt age old van rij 2",
        ),
        ("feature,value,min,max\nage,old,two,3\n", "Rij 2 van quotas.csv: “two” in de kolom “min”"),
        ("feature,value,min,max\nage,old,-1,3\n", "Rij 2 van quotas.csv: “-1” in de kolom “min”"),
        ("feature,value,min,max\nage,,1,3\n", "Rij 2 van quotas.csv: de kolom “value” is leeg"),
        ("feature,value,min,max,min_flex\nage,old,1,3,2\n", "Rij 2 van quotas.csv, age old: min_flex is 2"),
        ("feature,value,max\nage,old,3\n", "min"),
        ("", "quotas.csv"),
        ("feature,value,min,max\n", "quotas.csv"),
    ],
)
def test_bad_sheet_is_refused_with_row_and_column(tmp_path, text, said):
    with pytest.raises(BurgertopError) as raised:
        read_quotas(written(tmp_path, text))

    assert said in sentence(raised.value)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(BurgertopError) as raised:
        read_quotas(tmp_path / "nergens.csv")

    assert "nergens.csv" in sentence(raised.value)
