"""A round of agreement: its numbers fit each other."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.sign_off import SignOff, SignOffForm, SignOffWay

ONE = UUID(int=1)


def signed(**numbers):
    return SignOff(
        id=ONE, advice_id=ONE, content_sha256="a", on=date(2026, 11, 6), how=SignOffWay.MEETING, **numbers
    )


def test_who_said_nothing_is_the_rest():
    assert signed(asked=28, agreed=25, against=1).silent == 2


@pytest.mark.parametrize(
    "numbers",
    [{"asked": 0, "agreed": 0}, {"asked": 3, "agreed": -1}, {"asked": 3, "agreed": 3, "against": 1}],
)
def test_numbers_that_cannot_be_are_refused(numbers):
    with pytest.raises(InvalidInput):
        signed(**numbers)


def test_more_voices_than_were_counted_are_refused():
    form = SignOffForm(
        content_sha256="a",
        on=date(2026, 11, 6),
        how=SignOffWay.PAPER,
        asked=3,
        agreed=1,
        voices={UUID(int=1): True, UUID(int=2): True},
    )

    with pytest.raises(InvalidInput) as told:
        form.refuse_impossible()

    assert told.value.code == "sign_off_voices"
