"""The Dutch catalogue is complete, and each sentence fills in what the English one does."""

from __future__ import annotations

import ast
import importlib.util
import re
import string
from pathlib import Path

import pytest

from burgertop_app.i18n import _, speaking
from burgertop_app.messages.letters import BLANKS

LETTER_WORDS = frozenset(BLANKS.values())
SINGLE_QUOTES = re.compile(r"‘[^’]*’|(?<!\w)'\{\w+\}'")
TOOL = Path(__file__).parents[2] / "installer" / "catalogue.py"


@pytest.fixture(scope="module")
def tool():
    description = importlib.util.spec_from_file_location("catalogue_tool", TOOL)
    module = importlib.util.module_from_spec(description)
    description.loader.exec_module(module)
    return module


def test_every_sentence_in_the_code_has_its_dutch(tool):
    assert tool.missing() == []


def test_the_tool_does_see_the_sentences_in_the_code(tool):
    assert len(list(tool.said())) > 100


def test_the_tool_sees_every_sentence_also_where_one_stands_inside_another_text(tool):
    seen = {text for message in tool.said() for text in _texts(message.id)}
    marked = {
        call.args[0].value
        for path in sorted((tool.TOP / "burgertop_app").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in tool.KEYWORDS
        if call.args and isinstance(call.args[0], ast.Constant)
    }

    assert marked - seen == set()


def _texts(identifier):
    return identifier if isinstance(identifier, tuple) else (identifier,)


def test_dutch_sentences_quote_in_one_way(tool):
    dutch = [text for message in tool.known() for text in _texts(message.string)]

    assert [text for text in dutch if SINGLE_QUOTES.search(text)] == []


def test_every_sentence_fills_in_the_same_places_in_both_languages(tool):
    different = [
        (message.id, message.string)
        for message in tool.known()
        if isinstance(message.id, str) and message.id and not _same(message.id, message.string)
    ]

    assert different == []


def test_every_plural_fills_in_the_same_places_in_both_languages(tool):
    different = [
        (message.id, message.string)
        for message in tool.known()
        if isinstance(message.id, tuple) and not _plural_matches(message.id, message.string)
    ]

    assert different == []


def places(sentence: str) -> set[str]:
    """Names between braces, without conversion or format."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def _same(english: str, dutch: str) -> bool:
    """Whether both fill in alike; the blanks of a letter have a word of their own in each language."""
    if places(english) == places(dutch):
        return True
    with speaking("nl"):
        return {_(place) if place in LETTER_WORDS else place for place in places(english)} == places(dutch)


def _plural_matches(english: tuple[str, ...], dutch: tuple[str, ...]) -> bool:
    # "One person" may leave the number out in either language; the plural may not.
    one, many = dutch
    return places(many) == places(english[1]) and places(one) <= places(english[0]) | places(english[1])
