"""The folder of a draw: written at once or not at all, and read back."""

from __future__ import annotations

import csv
import glob
import io
import json
import os
import shutil
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.canonical import canonical
from burgertop_app.domain.draws import PANELS
from burgertop_app.domain.errors import CheckFailed, Conflict, InvalidInput, NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.draws import Lottery

PUBLIC = "openbaar"
LOTTERY, SALTS = "lottery.json", "salts.json"
COMMITMENT, OPENING = f"{PUBLIC}/toezegging.json", f"{PUBLIC}/opening.json"
PANEL, RESERVES, REMAINING = "panel.csv", "reserves.csv", "remaining.csv"
PROBABILITIES, PROTOCOL = "probabilities.csv", "protocol.pdf"
REPLACEMENTS = "vervangingen.json"
PUBLIC_REPLACEMENTS = f"{PUBLIC}/{REPLACEMENTS}"

Files = dict[str, bytes]


def refuse_taken(folder: Path) -> None:
    """Stop when something stands where a new draw should come.

    Raises:
        Conflict: the folder has something in it; a draw is never overwritten.
        InvalidInput: it is a file.
    """
    try:
        if folder.is_file():
            raise InvalidInput("draw_folder_is_file", folder=str(folder))
        _put_back(folder)
        taken = folder.is_dir() and any(folder.iterdir())
    except OSError as error:
        raise _unwritable(folder, error) from error
    if taken:
        raise Conflict("draw_folder_taken", folder=str(folder))


def refuse_unwritable(folder: Path) -> None:
    """Stop before long work when `folder` cannot be made.

    Raises:
        InvalidInput: with the reason.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        trial = _fresh(folder)
        trial.mkdir()
        trial.rmdir()
    except OSError as error:
        raise _unwritable(folder, error) from error


def write_folder(
    folder: Path, files: Mapping[str, bytes], instead_of: Mapping[str, bytes] | None = None
) -> None:
    """Make `folder` hold exactly `files` (by path within it), at once: under another name, then renamed.

    With `instead_of`, only when the lottery in the folder is still the one in those files; when there are
    none, only when the folder is still empty.

    Raises:
        InvalidInput: the folder cannot be written; nothing has changed then.
        Conflict: another program changed the folder in the meantime; nothing of it has changed.
    """
    fresh, old = _fresh(folder), _aside(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _put_back(folder)
        _clear(folder)
        fresh.mkdir()
        for place in sorted({(fresh / name).parent for name in files}):
            place.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (fresh / name).write_bytes(content)
        if folder.exists():
            folder.rename(old)
            if instead_of is not None:
                _refuse_changed(folder, old, instead_of)
        fresh.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        _put_back(folder)


def refuse_other(folder: Path, code: str, *names: str) -> None:
    """Stop before anything is read when none of `names` stands in `folder`.

    Raises:
        NotFound: there is no such folder.
        InvalidInput: with `code`, it is another folder; or it cannot be read.
    """
    try:
        _put_back(folder)
        if not folder.is_dir():
            raise NotFound("draw_folder_missing", folder=str(folder))
        if not any((folder / name).is_file() for name in names):
            raise InvalidInput(code, folder=str(folder))
    except OSError as error:
        raise _unreadable(folder, error) from error


def read_folder(folder: Path) -> Files:
    """Every file in `folder`, by path within it.

    Raises:
        NotFound: there is no such folder.
        InvalidInput: it cannot be read.
    """
    try:
        if not folder.is_dir():
            raise NotFound("draw_folder_missing", folder=str(folder))
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
    except OSError as error:
        raise _unreadable(folder, error) from error


def json_bytes(value: Json) -> bytes:
    """Canonical JSON with a line end."""
    return canonical(value) + b"\n"


def readable_json_bytes(value: Json) -> bytes:
    """JSON for the eye: indented, sorted keys."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def json_object(files: Mapping[str, bytes], name: str) -> dict[str, Any]:
    """The object in one file.

    Raises:
        CheckFailed: the file lacks, or is not such a file any more.
    """
    if name not in files:
        raise CheckFailed("verify_file_missing", file=name)
    try:
        found = json.loads(files[name].decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise CheckFailed("verify_file_damaged", file=name) from error
    if not isinstance(found, dict):
        raise CheckFailed("verify_file_damaged", file=name)
    return found


def same(one: object, other: object) -> bool:
    """Whether two values are the same as JSON; 1, 1.0 and true are three different ones."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def sheet_bytes(header: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str = ",") -> bytes:
    """A CSV file in UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def probabilities_bytes(lottery: Lottery) -> bytes:
    """`probabilities.csv`: everyone's chance over the thousand panels."""
    digits = len(str(PANELS)) - 1
    rows = (
        (number, f"{times // PANELS}.{times % PANELS:0{digits}d}") for number, times in lottery.counts.items()
    )
    return sheet_bytes(("id", "probability"), rows)


def _fresh(folder: Path) -> Path:
    """The name under which this process makes `folder`; another one has a name of its own."""
    whole = folder.absolute()
    return whole.with_name(f".{whole.name}.{os.getpid()}.new")


def _aside(folder: Path) -> Path:
    """The name of what stood in `folder`, for the moment between two renames."""
    whole = folder.absolute()
    return whole.with_name(f".{whole.name}.old")


def _put_back(folder: Path) -> None:
    """Give a folder its name again when a program was killed between two renames."""
    if folder.exists():
        return
    old = _aside(folder)
    if old.is_dir():
        old.rename(folder)


def _refuse_changed(folder: Path, old: Path, expected: Mapping[str, bytes]) -> None:
    if not expected and any(old.iterdir()):
        raise Conflict("draw_folder_taken", folder=str(folder))
    if expected and (old / LOTTERY).read_bytes() != expected[LOTTERY]:
        raise Conflict("draw_folder_changed", folder=str(folder))


def _clear(folder: Path) -> None:
    """Remove what killed programs left beside `folder`."""
    whole = folder.absolute()
    for leftover in (_aside(folder), *whole.parent.glob(f".{glob.escape(whole.name)}.*.new")):
        shutil.rmtree(leftover, ignore_errors=True)


def _unreadable(folder: Path, error: OSError) -> InvalidInput:
    return InvalidInput("draw_folder_unreadable", folder=str(folder), reason=error.strerror or str(error))


def _unwritable(folder: Path, error: OSError) -> InvalidInput:
    return InvalidInput("draw_folder_unwritable", folder=str(folder), reason=error.strerror or str(error))
