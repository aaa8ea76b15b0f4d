"""What one user prefers on one computer: language, theme, name, recent files, where windows stand."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from platformdirs import user_config_path

Kept = str | int | float | bool | None | Sequence["Kept"] | Mapping[str, "Kept"]
"""What JSON can hold."""

RECENT = "recent"
RECENT_FILES = 10


def preferences_file() -> Path:
    """Where the preferences of this user stand."""
    return user_config_path("Burgertop", appauthor=False) / "preferences.json"


class Preferences:
    """Small values under names, kept in `file` at once; a damaged file counts as empty.

    Never anything about a participant.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values: dict[str, Kept] = _read(file)

    def get(self, name: str) -> Kept:
        """The value under `name`, None when there is none."""
        return self._values.get(name)

    def put(self, name: str, value: Kept) -> None:
        """Keep `value` under `name`; a folder that cannot be written makes it last until the program ends."""
        if self._values.get(name) == value:
            return
        self._values[name] = value
        fresh = self._file.with_name(f"{self._file.name}.{os.getpid()}.new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(self._file)
        except OSError:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)

    def text(self, name: str, otherwise: str = "") -> str:
        """The text under `name`, `otherwise` when there is none or it is something else."""
        value = self._values.get(name)
        return value if isinstance(value, str) else otherwise

    def recent(self) -> tuple[Path, ...]:
        """The workspaces opened last, the newest first, also those that are not there any more."""
        kept = self._values.get(RECENT)
        if not isinstance(kept, list):
            return ()
        return tuple(Path(each) for each in kept if isinstance(each, str))

    def opened(self, path: Path) -> None:
        """Put `path` at the head of the recent workspaces."""
        others = [each for each in self.recent() if each != path]
        self.put(RECENT, [str(each) for each in (path, *others)[:RECENT_FILES]])

    def forget(self, path: Path) -> None:
        """Take `path` from the recent workspaces."""
        self.put(RECENT, [str(each) for each in self.recent() if each != path])


def _read(file: Path) -> dict[str, Kept]:
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}
