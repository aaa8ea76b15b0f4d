"""The shipped list of subjects with their words."""

from __future__ import annotations

import tomllib
from pathlib import Path

from burgertop_app.domain.subjects import Subject

SHIPPED = Path(__file__).parents[2] / "resources" / "subjects" / "nl.toml"


def read_subjects(path: Path = SHIPPED) -> tuple[Subject, ...]:
    """Every subject of the list, in its order."""
    with path.open("rb") as handle:
        found = tomllib.load(handle)
    return tuple(Subject(code, told["title"], tuple(told["words"].split())) for code, told in found.items())
