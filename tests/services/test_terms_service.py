from datetime import date

import pytest

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.terms import Term
from burgertop_app.messages.errors import sentence
from burgertop_app.services.terms import Terms, read_table


def test_the_shipped_table_knows_the_decree_days():
    table = read_table(Terms()._table)

    assert sorted(table.decree) == [
        date(2023, 4, 28),
        date(2023, 5, 19),
        date(2024, 5, 10),
        date(2024, 12, 27),
        date(2025, 5, 30),
        date(2026, 1, 2),
        date(2026, 5, 15),
        date(2027, 5, 7),
        date(2028, 4, 28),
        date(2028, 5, 26),
    ]


def test_terms_count_with_the_shipped_table():
    assert Terms().due(date(2026, 4, 3), Term()).day == date(2026, 5, 18)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"vanaf = ", "decree_table_unreadable"),
        (b"\xff\xfe\x00", "decree_table_unreadable"),
        (b"vanaf = 2023-01-01\ntot_en_met = 2028-12-31", "decree_table_field"),
        (b"vanaf = 2023-01-01\ntot_en_met = 'morgen'\ndagen = []", "decree_table_field"),
        (b"vanaf = 2023-01-01\ntot_en_met = 2028-12-31\ndagen = ['2026-05-15']", "decree_table_field"),
        (b"vanaf = 2023-01-01\ntot_en_met = 2028-12-31\ndagen = [2029-05-15]", "decree_day_outside"),
    ],
)
def test_a_wrongly_edited_table_is_refused_with_a_sentence(tmp_path, content, code):
    table = tmp_path / "besluitdagen.toml"
    table.write_bytes(content)

    with pytest.raises(BurgertopError) as caught:
        read_table(table)

    assert caught.value.code == code
    assert "{" not in sentence(caught.value)


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(BurgertopError) as caught:
        read_table(tmp_path / "weg.toml")

    assert "weg.toml" in sentence(caught.value)
