"""A folder or a zip with many files, their hashes beside them: written whole or not at all, and read back."""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import Conflict, InvalidInput
from burgertop_app.exchange.exports import whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from burgertop_app.domain.progress import Progress

SUMS = "SHA256SUMS"
MOST_BYTES = 4 * 1024**3
"""So much is read back from a zip; more is no archive of ours."""


def with_sums(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with a list of their hashes, as `sha256sum -c` reads it."""
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return {**files, SUMS: "".join(lines).encode()}


def write_bundle(target: Path, files: Mapping[str, bytes], made_at: datetime, progress: Progress) -> None:
    """Write `files`, by path within it, to a zip when the name of `target` ends so, else to a folder.

    Raises:
        Cancelled: asked for through `progress`; what stood there before is untouched.
        InvalidInput: it cannot be written there, or is open elsewhere.
        Conflict: the folder has something in it.
    """
    if target.suffix.casefold() == ".zip":
        _write_zip(target, files, made_at, progress)
    else:
        _write_folder(target, files, progress)


def read_bundle(source: Path) -> dict[str, bytes]:
    """Every file of a zip or folder, by path within it.

    Raises:
        InvalidInput: it is neither, it cannot be read, or it is far too large.
    """
    try:
        if source.is_dir():
            return {
                each.relative_to(source).as_posix(): each.read_bytes()
                for each in sorted(source.rglob("*"))
                if each.is_file()
            }
        with zipfile.ZipFile(source) as box:
            if sum(entry.file_size for entry in box.infolist()) > MOST_BYTES:
                raise InvalidInput("archive_too_large", file=source.name)
            return {entry.filename: box.read(entry) for entry in box.infolist() if not entry.is_dir()}
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise InvalidInput("archive_unreadable", file=source.name) from error


def sums(files: Mapping[str, bytes]) -> dict[str, str]:
    """The hashes that a bundle lists, by path.

    Raises:
        InvalidInput: there is no such list, or it cannot be read.
    """
    try:
        lines = files[SUMS].decode("utf-8").splitlines()
        pairs = [line.split("  ", 1) for line in lines if line.strip()]
        return {path: digest for digest, path in pairs}
    except (KeyError, UnicodeDecodeError, ValueError) as error:
        raise InvalidInput("archive_no_sums", file=SUMS) from error


def _write_zip(target: Path, files: Mapping[str, bytes], made_at: datetime, progress: Progress) -> None:
    stamp = made_at.timetuple()[:6]
    with (
        whole(target) as temporary,
        zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as box,
    ):
        for done, (path, content) in enumerate(files.items()):
            progress.checkpoint("writing", done / len(files))
            box.writestr(zipfile.ZipInfo(path, stamp), content, zipfile.ZIP_DEFLATED)


def _write_folder(target: Path, files: Mapping[str, bytes], progress: Progress) -> None:
    fresh = target.absolute().with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.is_file():
            raise InvalidInput("archive_is_file", folder=target.name)
        if target.is_dir() and any(target.iterdir()):
            raise Conflict("archive_folder_taken", folder=target.name)
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        for done, (path, content) in enumerate(files.items()):
            progress.checkpoint("writing", done / len(files))
            place = fresh / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        if target.is_dir():
            target.rmdir()
        fresh.rename(target)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InvalidInput("archive_unwritable", folder=target.name, reason=reason) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
