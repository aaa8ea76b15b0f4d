"""What changed between two texts or two versions of an advice is told exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.differences import Mode, changes, passages


def content(**more):
    told = {
        "title": "Warm wonen",
        "sections": [{"kind": "summary", "body": "Kort."}],
        "recommendations": [{"number": 1, "title": "Eén loket", "reason": "Tijd", "cards": ["1-01"]}],
    }
    return told | more


ONE = {"number": 1, "title": "Eén loket", "reason": "Tijd", "cards": ["1-01"]}


def told(before, after):
    return [(each.part, each.number, each.field, each.mode) for each in changes(before, after)]


@given(st.text(alphabet="ab \n", max_size=60), st.text(alphabet="ab \n", max_size=60))
def test_both_texts_can_be_read_back(before, after):
    found = passages(before, after)

    assert "".join(each.text for each in found if each.mode is not Mode.ADDED) == before
    assert "".join(each.text for each in found if each.mode is not Mode.REMOVED) == after


def test_one_word_is_told_as_one_word():
    found = [(each.mode, each.text) for each in passages("een warm huis", "een koud huis")]

    assert found == [
        (Mode.SAME, "een "),
        (Mode.REMOVED, "warm"),
        (Mode.ADDED, "koud"),
        (Mode.SAME, " huis"),
    ]


def test_the_same_content_has_no_changes():
    assert told(content(), content()) == []


@pytest.mark.parametrize(
    ("after", "change"),
    [
        (content(title="Warm"), ("title", 0, "", Mode.CHANGED)),
        (content(sections=[{"kind": "summary", "body": ""}]), ("summary", 0, "", Mode.REMOVED)),
        (content(recommendations=[]), ("recommendation", 1, "", Mode.REMOVED)),
        (
            content(
                recommendations=[{"number": 1, "title": "Eén loket", "reason": "Geld", "cards": ["1-01"]}]
            ),
            ("recommendation", 1, "reason", Mode.CHANGED),
        ),
        (
            content(
                recommendations=[
                    {"number": 1, "title": "Eén loket", "reason": "Tijd", "cards": ["1-01"], "costs": "€ 5"}
                ]
            ),
            ("recommendation", 1, "costs", Mode.ADDED),
        ),
        (
            content(recommendations=[{"number": 1, "title": "Eén loket", "reason": "Tijd", "cards": []}]),
            ("recommendation", 1, "cards", Mode.REMOVED),
        ),
        (content(images=[{"number": 2, "sha256": "a"}]), ("picture", 2, "", Mode.ADDED)),
    ],
)
def test_change_is_told_once_with_its_place(after, change):
    assert told(content(), after) == [change]


def test_other_file_under_the_same_number_is_told():
    before, after = (content(images=[{"number": 2, "sha256": sha}]) for sha in "ab")

    assert told(before, after) == [("picture", 2, "", Mode.CHANGED)]


def test_very_long_stretch_is_told_as_gone_and_come():
    found = passages("a b " * 3_000, "c d " * 3_000)

    assert [each.mode for each in found] == [Mode.REMOVED, Mode.ADDED]
