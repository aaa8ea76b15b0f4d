"""The shipped sample: its sheets stay files, its stories are read from TOML."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.errors import InvalidInput, NotFound

if TYPE_CHECKING:
    from pathlib import Path

Story = dict[str, Any]


@dataclass(frozen=True)
class Sample:
    """The sample in `folder`: what was planned, done and answered, as the files tell it."""

    folder: Path
    process: Story
    event: Story
    proposals: Story
    advice: Story
    response: Story
    year: Story
    summit: Story

    def sheet(self, name: str) -> Path:
        """One of its sheets, such as "people"."""
        return self.folder / f"{name}.csv"


def read_sample(folder: Path) -> Sample:
    """The sample in `folder`.

    Raises:
        NotFound: a file is missing.
        InvalidInput: a file cannot be read as TOML.
    """
    names = ("process", "event", "proposals", "advice", "response", "year", "summit")
    return Sample(folder, *(_story(folder / f"{name}.toml") for name in names))


def _story(file: Path) -> Story:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NotFound("sample_missing", file=str(file)) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidInput("sample_damaged", file=str(file)) from error
