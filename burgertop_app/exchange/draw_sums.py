"""What goes with every published draw: the stand-alone checker, and a list of the hashes of all files.

The list is in the form of the tool `sha256sum`, one in the full folder and one in `openbaar/`. It makes
any change of a single byte show, also where the protocol does not reach, such as in a name or in the PDF.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import CheckFailed
from burgertop_app.exchange import draw_folder as folder

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCE = Path(__file__).parents[2] / "resources" / "draw" / "controleer_loting.py"
CHECKER, SUMS, GIVEN = "controleer_loting.py", "SHA256SUMS", "invoer.json"
PUBLISHED = f"{folder.PUBLIC}/"
PUBLIC_PROTOCOL, PUBLIC_SUMS = PUBLISHED + folder.PROTOCOL, PUBLISHED + SUMS
_OPEN = (
    folder.COMMITMENT,
    folder.OPENING,
    folder.PUBLIC_REPLACEMENTS,
    PUBLIC_PROTOCOL,
    f"{PUBLISHED}{CHECKER}",
)
_CLOSED = (
    *(folder.LOTTERY, folder.SALTS, folder.PANEL, folder.RESERVES, folder.REMAINING),
    *(folder.PROBABILITIES, folder.PROTOCOL, folder.REPLACEMENTS, GIVEN, CHECKER),
)


@cache
def checker() -> bytes:
    """The stand-alone checker, as it is shipped."""
    return SOURCE.read_bytes()


@cache
def checker_sha256() -> str:
    """The hash of the stand-alone checker, which the protocol names."""
    return hashlib.sha256(checker()).hexdigest()


def complete(files: Mapping[str, bytes]) -> folder.Files:
    """The files of a full folder with the checker and the lists, at both levels.

    The files to publish alone get only what goes with `openbaar/`.
    """
    made = {**files, PUBLISHED + CHECKER: checker()}
    made[PUBLIC_SUMS] = _listed(made, PUBLISHED, _OPEN)
    if folder.LOTTERY in files:
        made[CHECKER] = checker()
        made[SUMS] = _listed(made, "", (*_CLOSED, *_OPEN, PUBLIC_SUMS))
    return made


def refuse_changed(files: Mapping[str, bytes]) -> None:
    """Every file is still the one in the list, and no file lacks; the full list too where there is one.

    Raises:
        CheckFailed: naming the file.
    """
    if folder.LOTTERY in files:
        _compare(files, "", (*_CLOSED, *_OPEN, PUBLIC_SUMS))
    _compare(files, PUBLISHED, _OPEN)


def others(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The files that are no part of a draw."""
    known = {*_CLOSED, *_OPEN, SUMS, PUBLIC_SUMS}
    return tuple(name for name in files if name not in known)


def _compare(files: Mapping[str, bytes], level: str, names: tuple[str, ...]) -> None:
    if level + SUMS not in files:
        raise CheckFailed("verify_file_missing", file=level + SUMS)
    found = files[level + SUMS]
    if found == _listed(files, level, names):
        return
    lines = found.decode("utf-8", errors="replace").splitlines()
    said = {line[66:]: line[:64] for line in lines}
    for name in names:
        short = name.removeprefix(level)
        if name not in files and short in said:
            raise CheckFailed("verify_file_missing", file=name)
        if name in files and said.get(short) != hashlib.sha256(files[name]).hexdigest():
            raise CheckFailed("verify_sum", file=name, sums=level + SUMS)
    raise CheckFailed("verify_sums", file=level + SUMS)


def _listed(files: Mapping[str, bytes], level: str, names: tuple[str, ...]) -> bytes:
    return "".join(
        f"{hashlib.sha256(files[name]).hexdigest()}  {name.removeprefix(level)}\n"
        for name in sorted(names)
        if name in files
    ).encode()
