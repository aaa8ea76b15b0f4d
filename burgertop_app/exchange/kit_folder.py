"""A folder of documents: made under another name and then renamed, so that no half of it is ever there."""

from __future__ import annotations

import os
import shutil
from itertools import count
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def free_place(within: Path, name: str) -> Path:
    """A folder in `within` that is not there yet: `name`, or else "name (2)" and so on."""
    names = (name if number == 1 else f"{name} ({number})" for number in count(1))
    return next(place for place in (within / each for each in names) if not place.exists())


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Make `folder` with these files, all of them or none; gives `folder`.

    Raises:
        InvalidInput: it cannot be written there; nothing is left then.
    """
    fresh = folder.absolute().with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir()
        for name, content in files.items():
            (fresh / name).write_bytes(content)
        fresh.rename(folder)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InvalidInput("kit_folder_failed", folder=str(folder), reason=reason) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return folder
