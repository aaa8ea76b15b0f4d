"""Sentences about rows of an import."""

from __future__ import annotations

from burgertop_app.domain.people_import import Field
from burgertop_app.i18n import _
from burgertop_app.messages.importing import FIELDS, problem_words


def test_difference_between_two_replies_is_told_in_words_of_people():
    finding = type("Finding", (), {"code": "code_twice", "params": (("row", 3), ("differs", "answer, wijk"))})
    problem = type("Problem", (), {"finding": finding})

    said = problem_words(problem)

    assert _(FIELDS[Field.ANSWER]) in said
    assert "answer" not in said
    assert said.endswith("wijk")
