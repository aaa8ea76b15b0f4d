"""Getting the bytes of a file that a person picked, or a clear reason why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput, NotFound

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 100_000_000
_MEGA = 1_000_000


def contents(path: Path) -> bytes:
    """The bytes of `path`.

    Raises:
        NotFound: there is no such file.
        InvalidInput: it is a folder, open in a spreadsheet program, unreadable, empty or too large.
    """
    try:
        if path.is_dir():
            raise InvalidInput("sheet_is_folder", file=str(path))
        refuse_open(path)
        size = path.stat().st_size
        if size > LARGEST:
            raise InvalidInput(
                "sheet_too_large", file=path.name, megabytes=size // _MEGA, most=LARGEST // _MEGA
            )
        found = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound("sheet_missing", file=str(path)) from error
    except PermissionError as error:
        raise InvalidInput("sheet_locked", file=path.name) from error
    except OSError as error:
        raise InvalidInput("sheet_unreadable", file=path.name, reason=error.strerror or str(error)) from error
    if not found.strip():
        raise InvalidInput("sheet_empty", file=path.name)
    return found


def refuse_open(path: Path) -> None:
    """Stop when Excel or LibreOffice has `path` open: each leaves a small file beside it.

    Raises:
        InvalidInput: the file is open, or is itself such a small file.
    """
    if path.name.startswith("~$"):
        raise InvalidInput("sheet_open", file=path.name.removeprefix("~$"), mark=path.name)
    for mark in (_excel_mark(path), path.with_name(f".~lock.{path.name}#")):
        if mark.exists():
            raise InvalidInput("sheet_open", file=path.name, mark=mark.name)


def _excel_mark(path: Path) -> Path:
    return path.with_name(f"~${path.name}")
