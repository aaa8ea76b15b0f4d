"""The lock holds an exact, allowed version of all that pyproject.toml asks for."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).parents[2]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ASKED = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]


@pytest.fixture(scope="module")
def locked():
    lines = (TOP / "installer" / "lock.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}


@pytest.mark.parametrize("asked", ASKED)
def test_the_lock_has_an_allowed_version_of(locked, asked):
    requirement = Requirement(asked)

    assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)])


def test_every_version_in_the_lock_is_exact(locked):
    assert [name for name, version in locked.items() if not version[:1].isdigit() or "," in version] == []
