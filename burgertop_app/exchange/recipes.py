"""Reading recipes of forms from TOML, and the snapshot that a process keeps of its own."""

from __future__ import annotations

import hashlib
import json
import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from burgertop_app.domain.canonical import canonical
from burgertop_app.domain.errors import InvalidInput, NotFound
from burgertop_app.domain.forms import Recipe
from burgertop_app.exchange.plain_values import build, plain

if TYPE_CHECKING:
    from pathlib import Path


class Snapshot(NamedTuple):
    """The canonical text of a recipe and its SHA-256 in hex."""

    text: str
    sha256: str


def read_recipe(path: Path) -> Recipe:
    """The recipe in the TOML file `path`.

    Raises:
        NotFound: there is no such file.
        InvalidInput: it is no TOML, or not a recipe; the error names the file and the key.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NotFound("recipe_missing", file=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInput("recipe_not_toml", file=path.name, reason=str(error)) from error
    return _built(data, path.name)


def all_in(folder: Path) -> tuple[Recipe, ...]:
    """Every recipe in `folder`, in order of file name.

    Raises:
        NotFound: there is no such folder.
        InvalidInput: a recipe is wrong, or two have one code.
    """
    if not folder.is_dir():
        raise NotFound("recipe_missing", file=str(folder))
    found: dict[str, Recipe] = {}
    for path in sorted(folder.glob("*.toml")):
        recipe = read_recipe(path)
        if recipe.code in found:
            raise InvalidInput("recipe_twice", file=path.name, key="code", value=recipe.code)
        found[recipe.code] = recipe
    return tuple(found.values())


def snapshot(recipe: Recipe) -> Snapshot:
    """What a process keeps, so that a later change of the form does not touch it."""
    text = canonical(plain(recipe))
    return Snapshot(text.decode(), hashlib.sha256(text).hexdigest())


@lru_cache(maxsize=64)
def from_snapshot(text: str) -> Recipe:
    """The recipe that `snapshot` wrote.

    Raises:
        InvalidInput: it was not written by `snapshot`, or by a later version.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise InvalidInput("recipe_snapshot") from error
    return _built(data, "burgertop")


def _built(data: object, file: str) -> Recipe:
    try:
        found: Recipe = build(Recipe, data)
    except InvalidInput as error:
        raise InvalidInput(error.code, **error.params | {"file": file}) from error
    return found
