"""Is the advice ready: what must be there, what would make it better, and where to mend it."""

from __future__ import annotations

from uuid import UUID

import pytest

from burgertop_app.domain.advice import Recommendation, RecommendationText, SectionKind
from burgertop_app.domain.advice_checks import Writing, checks
from burgertop_app.domain.outcome_views import RecommendationLine

ONE = UUID(int=1)


def line(**words):
    return RecommendationLine(
        recommendation=Recommendation(id=ONE, advice_id=ONE, number=3),
        text=RecommendationText(id=ONE, recommendation_id=ONE, version=1, title="Eén loket.", **words),
    )


def missing(**told):
    writing = Writing(**({"sections": {}, "lines": (line(),)} | told))
    return {check.code: check for check in checks(writing) if not check.done}


@pytest.mark.parametrize("code", ["costs", "roles"])
def test_costs_and_who_are_advice_with_the_field_to_fill(code):
    check = missing()[code]

    assert (check.must, check.number, check.field) == (False, 3, code)


def test_reason_is_a_must_with_its_field():
    check = missing()["reason"]

    assert (check.must, check.field) == (True, "reason")


def test_costs_that_are_told_are_no_longer_asked_for():
    assert "costs" not in missing(lines=(line(costs="€ 5"),))


@pytest.mark.parametrize(
    ("told", "code", "must"),
    [
        ({"signed": False}, "members", True),
        ({"asked": True}, "members_again", True),
        ({"term": False}, "term", False),
        ({"pictures": (4,)}, "picture_unused", False),
        ({"gaps": {("summary", 0, ""): "ሰ"}}, "glyphs", True),
        ({"sections": {SectionKind.METHOD: "![](image:1)"}, "pictures": (1,)}, "picture_alt", True),
        ({"sections": {SectionKind.METHOD: "Zie [hier](https://a.example/x)."}}, "link_bare", False),
    ],
)
def test_what_is_missing_is_told_with_its_weight(told, code, must):
    assert missing(**told)[code].must is must


def test_finding_in_a_part_leads_to_that_part():
    check = missing(sections={SectionKind.COUNCIL: "### Te diep"})["heading_skipped"]

    assert (check.place, check.detail) == ("council", "Te diep")


def test_heading_in_a_reason_is_weighed_against_that_of_the_recommendation():
    assert "heading_high" in missing(lines=(line(reason="## Kop"),))
    assert "heading_high" in missing(lines=(line(minority="### Kop"),))
    assert "heading_high" not in missing(lines=(line(minority="#### Kop"),))


def test_clean_texts_are_told_once_as_in_order():
    done = [check for check in checks(Writing(sections={}, lines=(line(),))) if check.code == "access"]

    assert [check.done for check in done] == [True]
