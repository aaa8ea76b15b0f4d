"""Every error that the code can raise has a sentence, and gets what that sentence fills in."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import string
from dataclasses import dataclass
from pathlib import Path

import pytest

from burgertop_app.domain import errors
from burgertop_app.messages import errors as messages

PACKAGE = Path(__file__).parents[2] / "burgertop_app"
ROOT = errors.BurgertopError.__name__


@dataclass(frozen=True)
class Raised:
    """One place where the code makes an error: its code, and the parameters it is given."""

    where: str
    code: str
    params: frozenset[str]
    open_ended: bool


@pytest.fixture(scope="module")
def raised():
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
    kinds = _error_classes(list(trees.values()))
    return [
        found
        for path, tree in trees.items()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _name(call.func) in kinds
        for found in _raised(call, str(path.relative_to(PACKAGE)))
    ]


def test_every_error_that_is_raised_has_a_sentence(raised):
    known = messages.sentences()

    assert sorted({(r.where, r.code) for r in raised if r.code not in known}) == []


def test_every_error_gives_all_that_its_sentence_fills_in(raised):
    known = messages.sentences()
    short = [
        (r.where, r.code, sorted(_places(known[r.code]) - r.params))
        for r in raised
        if r.code in known and not r.open_ended and not _places(known[r.code]) <= r.params
    ]

    assert short == []


def test_the_scan_does_find_errors_in_every_kind_of_room(raised):
    assert {r.where.split("/")[0] for r in raised} >= {"domain", "services", "exchange", "storage"}


def test_every_code_has_one_sentence_only():
    rooms = [
        importlib.import_module(f"{messages.__name__}.{room.name}")
        for room in pkgutil.iter_modules(messages.__path__)
    ]
    codes = [code for room in rooms for code in room.SENTENCES]

    assert sorted({code for code in codes if codes.count(code) > 1}) == []


def _error_classes(trees: list[ast.Module]) -> set[str]:
    """Names of the error classes: the root and whatever derives from it, at any depth."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    kinds = {ROOT}
    for _ in classes:
        kinds |= {c.name for c in classes if any(_name(base) in kinds for base in c.bases)}
    return kinds


def _raised(call: ast.Call, file: str) -> list[Raised]:
    names = frozenset(keyword.arg for keyword in call.keywords if keyword.arg)
    open_ended = any(keyword.arg is None for keyword in call.keywords)
    return [
        Raised(f"{file}:{call.lineno}", code, names, open_ended)
        for argument in call.args[:1]
        for code in _literals(argument)
    ]


def _literals(argument: ast.expr) -> list[str]:
    """The codes that an argument can be: "a", or both of `"a" if … else "b"`."""
    if isinstance(argument, ast.IfExp):
        return [*_literals(argument.body), *_literals(argument.orelse)]
    literal = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return [argument.value] if literal else []


def _name(node: ast.expr) -> str:
    return getattr(node, "id", getattr(node, "attr", ""))


def _places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
