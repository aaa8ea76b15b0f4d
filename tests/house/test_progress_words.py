"""Whatever long work says it is doing, there are words for it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from burgertop_app.messages.progress import PHASES

PACKAGE = Path(__file__).parents[2] / "burgertop_app"


@pytest.fixture(scope="module")
def phases():
    """Phase codes in the code, each with the file that says it."""
    return {
        (call.args[0].value, str(path.relative_to(PACKAGE)))
        for path in sorted(PACKAGE.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", "") == "checkpoint"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }


def test_every_phase_of_long_work_has_words(phases):
    assert sorted((code, file) for code, file in phases if code not in PHASES) == []


def test_the_scan_does_find_the_phases_of_the_draw(phases):
    assert any(file.startswith("engines/sortition") for _, file in phases)
