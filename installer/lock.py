"""Renews lock.txt: the exact versions that start.py installs, for every system and Python we support.

python installer/start.py lock             after a change in pyproject.toml; versions that still fit stay
python installer/start.py lock --upgrade   take the newest versions that pyproject.toml allows

Afterwards it proves that each version has a ready-made wheel for Windows and for Debian.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
LOCK = TOP / "installer" / "lock.txt"
PYTHONS = ("3.11", "3.14")
SYSTEMS = ("x86_64-pc-windows-msvc", "x86_64-manylinux_2_36")


def main(words: list[str]) -> int:
    """Write the lock with `words` for uv, then check it; 0, or the exit code of the step that failed."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _run([sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, "uv"])
        uv = shutil.which("uv", path=str(place / "bin")) or "uv"
        compile_lock(uv, words)
        for system in SYSTEMS:
            for python in PYTHONS:
                check_wheels(uv, system, python, place / "empty")
                print(f"Voor {system} met Python {python} is van elk onderdeel een pakket te vinden.")
    return 0


def compile_lock(uv: str, words: list[str]) -> None:
    """Choose versions for the program and its development tools, with markers where systems differ."""
    choice = ["--universal", "--python-version", PYTHONS[0], "--extra", "dev"]
    form = ["--quiet", "--no-annotate", "--custom-compile-command", "python installer/start.py lock"]
    output = ["--output-file", str(LOCK)]
    _run([uv, "pip", "compile", str(TOP / "pyproject.toml"), *choice, *form, *output, *words])


def check_wheels(uv: str, system: str, python: str, target: Path) -> None:
    """Resolve the lock as `system` would with that Python, refusing anything that must be built."""
    where = ["--python-platform", system, "--python-version", python, "--target", str(target)]
    _run([uv, "pip", "install", "--dry-run", "--quiet", "--only-binary", ":all:", *where, "-r", str(LOCK)])


def _run(command: list[str]) -> None:
    code = subprocess.run(command, check=False).returncode
    if code:
        sys.exit(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
