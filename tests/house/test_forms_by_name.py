"""No code knows a form by name: recipes are data, and the program treats them all alike."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

TOP = Path(__file__).parents[2]
PACKAGE = TOP / "burgertop_app"
SAMPLE = "demo"
"""The services that walk the sample choose the form of the sample, as an organiser would."""

ORDINARY = {"burgertop", "group", "load", "facilitator", "mirrors"}
"""Names that forms share with the program itself: its name and command, and words of every recipe."""


def forms():
    paths = (
        *(TOP / "resources" / "forms").glob("*.toml"),
        *(TOP / "tests" / "fixtures" / "forms").glob("*.toml"),
    )
    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(paths)]


def names():
    """Codes and names of every form, and of everything that only a form names."""
    found = set()
    for form in forms():
        found |= {form["code"], *form["name"].values()}
        found |= {item["code"] for item in form.get("items", [])}
        found |= {one["code"] for one in form.get("instruments", [])}
    return {name.casefold() for name in found} - ORDINARY


def literals():
    """Every string in the code that is no docstring, with its place."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if SAMPLE in path.relative_to(PACKAGE).parts:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node.value


def test_no_code_knows_a_form_by_name():
    known = names()

    assert [(place, text) for place, text in literals() if text.casefold() in known] == []


def test_no_code_compares_the_form_of_a_process():
    compared = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        and any(
            isinstance(side, ast.Attribute) and side.attr == "form" for side in (node.left, *node.comparators)
        )
        and any(
            isinstance(side, ast.Constant) and side.value is not None
            for side in (node.left, *node.comparators)
        )
    ]

    assert compared == []


def test_the_scan_does_find_what_it_looks_for():
    texts = {text for _place, text in literals()}

    assert {"burgerpanel", "issue_board", "mirror_talk"} <= names()
    assert len(texts) > 1000
