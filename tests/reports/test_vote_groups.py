"""The support of each group in the result of a vote: tables that can be read, whatever groups are called."""

from __future__ import annotations

import pytest

from burgertop_app.domain.papers.votes import ResultGroup
from burgertop_app.reports.votes import _group

FIVE = ("Centrum (25)", "Havenwijk (11)", "Oosterpolder (29)", "Zuiderveen (19)", "De Rietlanden")


def tables(groups):
    rows = tuple((f"{no}. Voorstel", "60 %", *(f"{no}{at} %" for at in range(len(groups)))) for no in (1, 2))
    return list(_group(ResultGroup(question="Wijk", groups=groups, rows=rows)))


def test_five_long_names_stand_in_two_tables_each_with_everyone():
    first, second = tables(FIVE)

    assert first.header[2:] == FIVE[:3]
    assert second.header[2:] == FIVE[3:]
    assert second.rows[1] == ("2. Voorstel", "60 %", "23 %", "24 %")


def test_two_short_names_stand_in_one_table():
    (only,) = tables(("Noord (14)", "Zuid (13)"))

    assert only.header[2:] == ("Noord (14)", "Zuid (13)")


@pytest.mark.parametrize("groups", [FIVE, ("x" * 60, "y" * 60, "a", "b"), ("Noord",)])
def test_the_proposals_keep_room_beside_the_groups(groups):
    for table in tables(groups):
        assert table.widths[0] >= 20
        assert sum(table.widths) == pytest.approx(100)
