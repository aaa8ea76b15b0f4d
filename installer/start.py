"""Sets Burgertop up and starts it, or runs every check; asks for nothing but Python 3.11.

python installer/start.py [words for burgertop]    set up if need be, then start the program
python installer/start.py test [words for pytest]  set up if need be, then all checks, pytest last
python installer/start.py lock [words for uv]      renew lock.txt after a change in pyproject.toml

Standard library only, because it runs before anything has been installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
LOCK = TOP / "installer" / "lock.txt"
ENVIRONMENT = TOP / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = ENVIRONMENT / "burgertop-stamp.txt"

# Certificates for pip, what Qt needs anywhere, and from libx11-xcb1 on what it needs for a real screen.
DEBIAN_PACKAGES = (
    "ca-certificates",
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libfontconfig1",
    "libbrotli1",
    "libgssapi-krb5-2",
    "libx11-xcb1",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libwayland-cursor0",
    "libwayland-egl1",
)

# A browser, a reader of PDF text, a word processor and the checker of HTML, for the tests alone.
DEBIAN_TEST_PACKAGES = ("chromium", "poppler-utils", "libreoffice-writer-nogui", "default-jre-headless")

CHECKS = (
    ("stijl (ruff check)", ("-m", "ruff", "check", ".")),
    ("opmaak (ruff format --check)", ("-m", "ruff", "format", "--check", ".")),
    ("typen (mypy)", ("-m", "mypy")),
    ("lagen (lint-imports)", ("-c", "from importlinter.cli import lint_imports_command as run; run()")),
    ("vertaling (catalogue.py missing)", (str(TOP / "installer" / "catalogue.py"), "missing")),
)

# A worker per core; one file stays with one worker, because its tests share what is costly to make.
AT_ONCE = ("-n", "auto", "--dist", "loadfile")

NO_SCREEN = """\
Burgertop opent een venster, maar deze computer heeft geen beeldscherm.
Geef de opdracht op een computer met een scherm, of gebruik een opdracht zonder venster, bijvoorbeeld:
    sh installer/start.sh demo --out uit
    sh installer/start.sh --help"""


class StartFailed(Exception):
    """Setting up or checking stopped; the text says in Dutch what to do."""


def main(words: list[str]) -> int:
    """Do what `words` ask; the exit code of the program or the checks, 1 if setting up failed."""
    try:
        set_up(testing=words[:1] == ["test"])
        return _obey(words)
    except StartFailed as problem:
        _say(str(problem))
        return 1
    except KeyboardInterrupt:
        _say("Afgebroken.")
        return 130


def set_up(*, testing: bool = False) -> None:
    """Bring system libraries, `.venv` and the compiled sentences up to date; a moment when they are.

    With `testing` also what only the tests need.

    Raises:
        StartFailed: this Python is too old, or something could not be installed.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 - the lint knows what we ask for, not what we get
        raise StartFailed(f"Burgertop heeft Python 3.11 of nieuwer nodig; dit is {sys.version.split()[0]}.")
    install_libraries(missing_libraries(DEBIAN_TEST_PACKAGES if testing else ()))
    if not is_current(STAMP, fingerprint()):
        began = time.monotonic()
        fill_environment()
        STAMP.write_text(fingerprint(), encoding="utf-8")
        _say(f"Klaar met inrichten in {time.monotonic() - began:.0f} seconden.")
    compile_sentences()


def missing_libraries(more: tuple[str, ...] = ()) -> list[str]:
    """Debian packages still to be installed, with `more` beside what the program needs; none elsewhere."""
    if not shutil.which("dpkg-query"):
        return []
    wanted = [*DEBIAN_PACKAGES, *more]
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append("python{}.{}-venv".format(*sys.version_info[:2]))
    # Newer Debian added t64 to the names of libraries that were rebuilt for 64-bit time.
    asked = [name + suffix for name in wanted for suffix in ("", "t64")]
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *asked],
        capture_output=True,
        text=True,
        check=False,
    )
    present = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return [name for name in wanted if not present & {name, f"{name}t64"}]


def install_libraries(names: list[str]) -> None:
    """Install Debian packages, with sudo when the user is not root.

    Raises:
        StartFailed: nobody here may install, or apt-get failed.
    """
    if not names:
        return
    by_hand = f"apt-get install {' '.join(names)}"
    admin = [] if sys.platform == "win32" or os.geteuid() == 0 else ["sudo"]
    if admin and not shutil.which("sudo"):
        raise StartFailed(f"Er ontbreken systeembibliotheken. Vraag een beheerder om: {by_hand}")
    _say(f"Systeembibliotheken worden geïnstalleerd: {' '.join(names)}")
    for action in (["update"], ["install", "-y", "--no-install-recommends", *names]):
        command = [*admin, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *action]
        if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode:
            raise StartFailed(f"Dat is mislukt; hierboven staat waarom. U kunt zelf proberen: {by_hand}")


def fingerprint() -> str:
    """What the environment depends on: the dependencies, the lock, and where the checkout stands."""
    content = (TOP / "pyproject.toml").read_bytes() + LOCK.read_bytes()
    return f"{hashlib.sha256(content).hexdigest()}\n{TOP}\n"


def is_current(stamp: Path, wanted: str) -> bool:
    """Whether `.venv` has a working Python and was last filled for `wanted`."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and _works(PYTHON)


def fill_environment() -> None:
    """Make `.venv` if it is not usable and install what the lock says, then Burgertop itself.

    Raises:
        StartFailed: no environment could be made, or pip could not fetch a package.
    """
    if not _usable():
        _say("De werkomgeving .venv wordt gemaakt.")
        _run(
            [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)],
            "De map .venv kon niet worden gemaakt.",
        )
    _say("Onderdelen worden opgehaald en geïnstalleerd; de eerste keer duurt dat enkele minuten.")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    sorry = (
        "Installeren is mislukt; hierboven staat waarom. Controleer de internetverbinding en geef de opdracht"
        " opnieuw. Blijft het misgaan, verwijder dan de map .venv."
    )
    _run([*pip, "--no-deps", "--requirement", str(LOCK)], sorry)
    _run([*pip, "--no-build-isolation", "--constraint", str(LOCK), "--editable", f"{TOP}[dev]"], sorry)


def compile_sentences() -> None:
    """Write the Dutch sentences in the form that the program reads, when the source is newer."""
    source = TOP / "resources" / "locale" / "nl" / "LC_MESSAGES" / "burgertop.po"
    compiled = source.with_suffix(".mo")
    if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
        _run(
            [str(PYTHON), str(TOP / "installer" / "catalogue.py"), "compile"],
            "De Nederlandse zinnen konden niet worden klaargezet.",
        )


def start(words: list[str]) -> int:
    """Run Burgertop in the folder where the user stands; its exit code, 2 when a window finds no screen."""
    surroundings = dict(os.environ)
    if not has_screen(surroundings):
        if opens_window(words):
            _say(NO_SCREEN)
            return 2
        surroundings["QT_QPA_PLATFORM"] = "offscreen"
    return _become(["-P", "-m", "burgertop_app", *words], surroundings)


def has_screen(surroundings: dict[str, str]) -> bool:
    """Whether Qt can show a window; a platform that the user chose counts as one."""
    asks_display = sys.platform not in ("win32", "darwin")
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not asks_display or any(surroundings.get(name) for name in named)


def opens_window(words: list[str]) -> bool:
    """Whether these words for burgertop open a window: none at all, or `open FILE`."""
    return not words or (words[0] == "open" and "--help" not in words)


def check(words: list[str]) -> int:
    """Run all checks in the project's folder, pytest last with `words`; stop at the first that fails."""
    os.chdir(TOP)
    for number, (name, command) in enumerate(CHECKS, start=1):
        began = time.monotonic()
        done = subprocess.run(
            [str(PYTHON), *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        if done.returncode:
            sys.stdout.buffer.write(done.stdout)
            print(f"Gestopt bij controle {number}, {name}. Los eerst op wat hierboven staat.", flush=True)
            print("De controles daarna en de tests zijn niet gedaan.", flush=True)
            return 1
        print(f"Controle {number}, {name}: in orde ({time.monotonic() - began:.1f} s)", flush=True)
    return _become(["-m", "pytest", *AT_ONCE, *words], {**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def _obey(words: list[str]) -> int:
    if words[:1] == ["test"]:
        return check(words[1:])
    if words[:1] == ["lock"]:
        return _become([str(TOP / "installer" / "lock.py"), *words[1:]], dict(os.environ))
    return start(words)


def _usable() -> bool:
    """Whether `.venv` can be kept: its Python runs, is new enough, and it was not moved here."""
    if not _works(PYTHON):
        return False
    return not STAMP.is_file() or STAMP.read_text(encoding="utf-8").splitlines()[1:] == [str(TOP)]


def _works(python: Path) -> bool:
    question = [str(python), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
    return python.exists() and subprocess.run(question, capture_output=True, check=False).returncode == 0


def _become(words: list[str], surroundings: dict[str, str]) -> int:
    """Run the environment's Python in our place, so that signals and the exit code are its own."""
    command = [str(PYTHON), *words]
    sys.stdout.flush()
    if hasattr(os, "fork"):
        os.execve(PYTHON, command, surroundings)  # noqa: S606 - a fixed program, no shell
    return subprocess.run(command, env=surroundings, check=False).returncode


def _run(command: list[str], sorry: str) -> None:
    if subprocess.run(command, check=False).returncode:
        raise StartFailed(sorry)


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
