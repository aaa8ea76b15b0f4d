"""The folder of a website: written whole or not at all, and never over somebody else's files."""

from __future__ import annotations

import glob
import hashlib
import json
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import Conflict, InvalidInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MARKER = "burgertop-site.json"
"""Stands in a folder that this program made, with the hash of every other file in it."""


def free(folder: Path) -> bool:
    """Whether a folder can become a website: it is empty, not there yet, or was one already."""
    try:
        return not folder.exists() or bool(_known(folder)) or not any(folder.iterdir())
    except OSError:
        return False


def refuse_other(folder: Path) -> None:
    """Stop when a folder holds anything that an earlier website of ours did not put there.

    Raises:
        Conflict: the folder holds other files.
        InvalidInput: it is a file, or cannot be read.
    """
    try:
        if folder.is_file():
            raise InvalidInput("site_folder_is_file", folder=str(folder))
        found = _files(folder) if folder.is_dir() else set()
        strange = found - _known(folder)
    except OSError as error:
        raise _failed(folder, error) from error
    if strange:
        raise Conflict("site_folder_taken", folder=str(folder), file=min(strange), count=len(strange))


@contextmanager
def replaced(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Make `folder` hold exactly `files` and the marker; when the block fails, it is as it was.

    Everything is written beside it first, and gets its name at the end.

    Raises:
        Conflict: as `refuse_other`.
        InvalidInput: it cannot be written; nothing has changed then.
    """
    refuse_other(folder)
    whole = folder.absolute()
    fresh = whole.with_name(f".{whole.name}.{os.getpid()}.new")
    old = whole.with_name(f".{whole.name}.{os.getpid()}.old")
    try:
        _clear(whole)
        _write(fresh, {**files, MARKER: marker(files)})
        if whole.exists():
            whole.rename(old)
        fresh.rename(whole)
    except OSError as error:
        _restore(whole, old)
        raise _failed(folder, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    try:
        yield folder
    except BaseException:
        shutil.rmtree(whole, ignore_errors=True)
        _restore(whole, old)
        raise
    shutil.rmtree(old, ignore_errors=True)


def marker(files: Mapping[str, bytes]) -> bytes:
    """What the marker says."""
    hashes = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}
    return json.dumps({"made_with": "Burgertop", "format": 1, "sha256": hashes}, indent=1).encode() + b"\n"


def _write(fresh: Path, files: Mapping[str, bytes]) -> None:
    fresh.mkdir(parents=True)
    for place in sorted({(fresh / name).parent for name in files}):
        place.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (fresh / name).write_bytes(content)


def _restore(folder: Path, old: Path) -> None:
    if old.is_dir() and not folder.exists():
        old.rename(folder)


def _clear(folder: Path) -> None:
    """Remove what killed programs left beside the folder; what lost its name gets it back."""
    around = glob.escape(folder.name)
    for left in sorted(folder.parent.glob(f".{around}.*.old")):
        _restore(folder, left)
        shutil.rmtree(left, ignore_errors=True)
    for left in folder.parent.glob(f".{around}.*.new"):
        shutil.rmtree(left, ignore_errors=True)


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def _known(folder: Path) -> set[str]:
    """The files that the marker speaks of; none when there is no marker of ours."""
    try:
        told = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        return {MARKER, *told["sha256"]} if told["made_with"] == "Burgertop" else set()
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return set()


def _failed(folder: Path, error: OSError) -> InvalidInput:
    return InvalidInput("site_folder_failed", folder=str(folder), reason=error.strerror or str(error))
