"""Where the files of a Polis export lie: chosen one by one, in a folder, or packed in a zip.

A folder or zip has the files at its top or one folder down, each by its own name or with the name of the
report before it. What is no CSV, and what a Mac packs along, is passed over.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput, NotFound
from burgertop_app.exchange.opening import LARGEST, contents
from burgertop_app.exchange.workbook_cells import BROKEN_ARCHIVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

ENDING, PACKED = ".csv", ".zip"
MOST_FILES = 200
_MEGA = 1_000_000
_LOCKED = 0x1


@dataclass(frozen=True)
class Found:
    """A file by name with its bytes; `chosen` when a person named it, not the folder or zip around it."""

    name: str
    raw: bytes
    chosen: bool = True


def found_files(paths: Iterable[Path]) -> list[Found]:
    """Every file that these paths stand for, in the order of paths and names.

    Raises:
        NotFound: there is no such file.
        InvalidInput: a file cannot be opened, or a folder or zip has no CSV file.
    """
    return [one for path in paths for one in _within(path)]


def _within(path: Path) -> Sequence[Found]:
    if path.is_dir():
        return _in_folder(path)
    if path.suffix.casefold() == PACKED:
        return list(_in_zip(contents(path), path.name))
    return [Found(path.name, contents(path))]


def _in_folder(folder: Path) -> list[Found]:
    try:
        listed = [*_tables(folder.iterdir())]
        if not listed:
            below = sorted(one for one in folder.iterdir() if one.is_dir())
            listed = [file for one in below[:MOST_FILES] for file in _tables(one.iterdir())]
    except PermissionError as error:
        raise NotFound("sheet_missing", file=str(folder)) from error
    if not listed:
        raise InvalidInput("polis_folder_empty", file=folder.name)
    if len(listed) > MOST_FILES:
        raise InvalidInput("polis_folder_full", file=folder.name, count=len(listed))
    return [Found(one.name, contents(one), chosen=False) for one in listed if one.stat().st_size]


def _tables(paths: Iterable[Path]) -> list[Path]:
    return sorted(one for one in paths if _is_table(one.name) and one.is_file())


def _in_zip(raw: bytes, name: str) -> Iterator[Found]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = [one for one in archive.infolist() if _is_table(_last(one)) and not one.is_dir()]
            if not entries:
                raise InvalidInput("polis_folder_empty", file=name)
            if len(entries) > MOST_FILES:
                raise InvalidInput("polis_folder_full", file=name, count=len(entries))
            left = LARGEST
            for entry in sorted(entries, key=_last):
                content = _unpacked(archive, entry, left, name)
                left -= len(content)
                if content.strip():
                    yield Found(_last(entry), content, chosen=False)
    except BROKEN_ARCHIVE as error:
        raise InvalidInput("polis_zip_damaged", file=name) from error


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, name: str) -> bytes:
    """The bytes of one entry; what the archive says about its size is not believed."""
    if entry.flag_bits & _LOCKED:
        raise InvalidInput("sheet_password", file=name)
    with archive.open(entry) as part:
        content = part.read(most + 1)
    if len(content) > most:
        raise InvalidInput("sheet_too_large", file=name, megabytes=LARGEST // _MEGA, most=LARGEST // _MEGA)
    return content


def _last(entry: zipfile.ZipInfo) -> str:
    return PurePosixPath(entry.filename.replace("\\", "/")).name


def _is_table(name: str) -> bool:
    return name.casefold().endswith(ENDING) and not name.startswith((".", "~$"))
