"""Numbers of tables as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.messages.table_rules import numbers_from, numbers_said


@given(st.sets(st.integers(1, 60)))
def test_what_is_said_is_read_back(numbers):
    assert numbers_from(numbers_said(numbers), 60) == tuple(sorted(numbers))


@pytest.mark.parametrize("text", ["1-4, 9", "1–4;9", "9, 4-1", " 1 - 4 , 9 "])
def test_ranges_are_read_however_they_are_written(text):
    assert numbers_from(text, 9) == (1, 2, 3, 4, 9)


@pytest.mark.parametrize("text", ["een", "1-", "-"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(InvalidInput, match="table_numbers"):
        numbers_from(text, 9)


@pytest.mark.parametrize("text", ["10", "0", "8-10"])
def test_a_table_that_is_not_there_is_refused(text):
    with pytest.raises(InvalidInput, match="table_number_unknown"):
        numbers_from(text, 9)
