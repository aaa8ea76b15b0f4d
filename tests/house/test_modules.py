"""Modules stay short and say what they are for by name."""

from __future__ import annotations

import ast
from pathlib import Path

TOP = Path(__file__).parents[2]
ROOMS = ("burgertop_app", "installer", "tests")
WRITTEN_BY_A_TOOL = "versions"
"""Folder of schema revisions: a table each, as Alembic writes them, and never changed after their release."""

MODULES = sorted(
    module
    for room in ROOMS
    for module in (TOP / room).rglob("*.py")
    if module.parent.name != WRITTEN_BY_A_TOOL
)
LONG, TOO_LONG = 400, 600
REASON = "Long because"


def test_no_module_is_a_drawer_for_odds_and_ends():
    drawers = [str(m.relative_to(TOP)) for m in MODULES if m.stem in ("utils", "util", "helpers", "helper")]

    assert drawers == []


def test_no_module_is_ever_over_600_lines():
    assert [(str(m.relative_to(TOP)), n) for m, n in _lengths() if n > TOO_LONG] == []


def test_a_module_over_400_lines_gives_its_reason_at_the_top():
    unexplained = [
        (str(module.relative_to(TOP)), lines)
        for module, lines in _lengths()
        if lines > LONG and REASON not in "\n".join(_lines(module)[:10])
    ]

    assert unexplained == [], f"shorten it, or begin a sentence with {REASON!r} in the first ten lines"


def test_every_module_of_ours_opens_with_what_it_is_for():
    ours = [m for m in MODULES if not m.is_relative_to(TOP / "tests")]
    trees = {m: ast.parse(m.read_text(encoding="utf-8")) for m in ours}
    silent = [
        str(m.relative_to(TOP)) for m, tree in trees.items() if tree.body and not ast.get_docstring(tree)
    ]

    assert silent == []


def _lines(module: Path) -> list[str]:
    return module.read_text(encoding="utf-8").splitlines()


def _lengths() -> list[tuple[Path, int]]:
    return [(module, len(_lines(module))) for module in MODULES]
