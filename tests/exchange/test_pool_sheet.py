import pytest

from burgertop_app.domain.draws import Entry, KeptOut
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.exchange.pool_sheet import read_numbers, read_pool
from burgertop_app.messages.errors import sentence

QUOTAS = Quotas((Quota("Age", "16-29", 0, 2), Quota("Age", "30+", 0, 2), Quota("Area", "Noord", 0, 2)))


def written(folder, text, name="people.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_only_number_and_features_reach_the_pool(tmp_path):
    path = written(tmp_path, "name,id,AREA,age\nAn,p2,Noord,30+\nBo,p1,noord,16-29\n")

    assert read_pool(path, QUOTAS).pool.entries == (
        Entry("p1", ("16-29", "Noord")),
        Entry("p2", ("30+", "Noord")),
    )


def test_column_of_numbers_can_be_chosen(tmp_path):
    path = written(tmp_path, "id,badge,age,area\n1,b7,30+,Noord\n2,b8,30+,Noord\n")

    assert [entry.number for entry in read_pool(path, QUOTAS, "Badge").pool.entries] == ["b7", "b8"]


def test_shared_homes_are_recognised_without_keeping_the_address(tmp_path):
    path = written(
        tmp_path,
        "id,street,zip,age,area\np1,Dorpsstr. 12-II,1234 ab,30+,Noord\n"
        "p2,Dorpsstraat 12 II,1234AB,30+,Noord\np3,Dorpsstraat 12,1234AB,30+,Noord\n",
    )

    entries = read_pool(path, QUOTAS, household=("street", "zip")).pool.entries

    assert [entry.household for entry in entries] == ["p1", "p1", ""]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "id,age,area\np1,30+,Noord\np1,30+,Noord\n",
            "Rij 3 van people.csv: het nummer p1 in de kolom “id” staat ook in rij 2",
        ),
        ("id,age,area\n,30+,Noord\n", "Rij 2 van people.csv heeft geen nummer in de kolom “id”"),
        ("id,age,area\np1,31,Noord\n", "Rij 2 van people.csv: voor “31” in de kolom “age” is er geen quotum"),
        ("id,age,area\np1,,Noord\n", "Rij 2 van people.csv: de kolom “age” is leeg"),
        ("id,age\np1,30+\n", "Area"),
        ("age,area\n30+,Noord\n", "people.csv"),
        ("id,bsn,age,area\np1,x,30+,Noord\n", "people.csv"),
    ],
)
def test_bad_sheet_is_refused_with_row_and_column(tmp_path, text, said):
    with pytest.raises(BurgertopError) as raised:
        read_pool(written(tmp_path, text), QUOTAS)

    assert said in sentence(raised.value)


def test_kept_out_have_the_class_of_their_reason_and_no_story(tmp_path):
    pool = read_pool(written(tmp_path, "id,age,area\np1,30+,Noord\np2,30+,Noord\n"), QUOTAS).pool
    path = written(tmp_path, "id,reason\np2,cool-down\np1,broer van Jan\n", "out.csv")

    assert read_numbers(path, "", pool) == (KeptOut("p2", "cool_down"), KeptOut("p1", "other"))


def test_keeping_out_a_stranger_is_refused(tmp_path):
    pool = read_pool(written(tmp_path, "id,age,area\np1,30+,Noord\n"), QUOTAS).pool

    with pytest.raises(BurgertopError, match="pool_number_unknown"):
        read_numbers(written(tmp_path, "id\np9\n", "out.csv"), "", pool)
