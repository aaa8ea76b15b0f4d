"""A checkout in a temporary folder, with stand-ins for the commands that would change the machine."""

from __future__ import annotations

import importlib.util
import os
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

INSTALLER = Path(__file__).parents[2] / "installer"

PYTHON = """#!/bin/sh
# Stands in for .venv/bin/python: writes down what it is asked, fails where the test wants it to.
case "$*" in
    *version_info*) exit 0 ;;
esac
echo "$PWD | ${QT_QPA_PLATFORM:-} | $*" >> "$DIARY"
case "$*" in
    *"$FAILS_AT"*) echo "hier ging het mis"; exit "$FAILS_WITH" ;;
esac
"""
DPKG_QUERY = """#!/bin/sh
# Stands in for dpkg-query: everything asked for is installed, save what the test leaves out.
for name in "$@"; do
    case "$name" in
        $LEFT_OUT) ;;
        *) echo "$name installed" ;;
    esac
done
"""
APT_GET = """#!/bin/sh
echo "apt-get $*" >> "$DIARY"
"""
SUDO = """#!/bin/sh
exec "$@"
"""


@dataclass(frozen=True)
class Checkout:
    """Where the copy stands, where the user stands, and what was asked of the stand-ins."""

    top: Path
    user: Path
    commands: Path

    @property
    def diary(self) -> list[str]:
        """What the stand-ins were asked, in order."""
        file = self.top / "diary.txt"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

    def start(self, *words: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
        """Run start.py as a user would who stands in `user`; nothing is known of a screen unless given."""
        return self._run([sys.executable, str(self.top / "installer" / "start.py"), *words], surroundings)

    def start_sh(self, *words: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
        """The same by the command in the README."""
        return self._run(["sh", str(self.top / "installer" / "start.sh"), *words], surroundings)

    def _run(self, command: list[str], surroundings: dict[str, str]) -> subprocess.CompletedProcess[str]:
        quiet = {"FAILS_AT": "no such word", "FAILS_WITH": "1", "LEFT_OUT": ""}
        path = f"{self.commands}{os.pathsep}{os.environ['PATH']}"
        env = {"PATH": path, "DIARY": str(self.top / "diary.txt"), **quiet, **surroundings}
        return subprocess.run(command, cwd=self.user, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def start_module():
    description = importlib.util.spec_from_file_location("start_module", INSTALLER / "start.py")
    module = importlib.util.module_from_spec(description)
    description.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path):
    """A checkout whose environment is up to date, and a user who stands elsewhere."""
    made = Checkout(tmp_path / "Burgertop map", tmp_path / "elders", tmp_path / "commands")
    (made.top / "installer").mkdir(parents=True)
    made.user.mkdir()
    for name in ("start.py", "start.sh", "lock.txt"):
        shutil.copy(INSTALLER / name, made.top / "installer" / name)
    (made.top / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    sentences = made.top / "resources" / "locale" / "nl" / "LC_MESSAGES"
    sentences.mkdir(parents=True)
    for suffix in ("po", "mo"):
        (sentences / f"burgertop.{suffix}").write_bytes(b"")
    _command(made.top / ".venv" / "bin" / "python", PYTHON)
    _command(made.commands / "dpkg-query", DPKG_QUERY)
    _command(made.commands / "apt-get", APT_GET)
    _command(made.commands / "sudo", SUDO)
    made.start("set-up", DISPLAY=":7")
    (made.top / "diary.txt").unlink()
    return made


def _command(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
