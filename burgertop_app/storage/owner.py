"""Who has a workspace open: a small file beside it, held with a lock that ends with the program.

The file `~$name.burgertop` tells others who it is and since when. The lock on it, not its presence, says
that the workspace is in use; so a file left by a program that was killed stands in nobody's way.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.workspaces import Opened

if TYPE_CHECKING:
    from pathlib import Path

LOCKED_BYTE = 1 << 30
"""Windows refuses reading of locked bytes, so the locked one lies far beyond the text."""

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: BinaryIO) -> None:
        handle.seek(LOCKED_BYTE)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(handle: BinaryIO) -> None:
        handle.seek(LOCKED_BYTE)
        msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: BinaryIO) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: BinaryIO) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


@dataclass
class Hold:
    """The workspace is ours until `release`."""

    path: Path
    _handle: BinaryIO

    @property
    def released(self) -> bool:
        """Whether it is ours no longer."""
        return self._handle.closed

    def release(self) -> None:
        """Let others in; the owner file goes."""
        if self.released:
            return
        if sys.platform == "win32":
            _unlock(self._handle)
            self._handle.close()
            self.path.unlink(missing_ok=True)
        else:
            self.path.unlink(missing_ok=True)
            self._handle.close()


def owner_file(workspace: Path) -> Path:
    """Where the owner of `workspace` is told."""
    return workspace.with_name(f"~${workspace.name}")


def hold(workspace: Path, opened: Opened) -> Hold:
    """Take `workspace` for ourselves.

    Raises:
        InvalidInput: `workspace_in_use` (who, computer, since), `workspace_folder_read_only`.
    """
    path = owner_file(workspace)
    for _attempt in range(3):
        handle = _open(path, workspace)
        try:
            _lock(handle)
        except OSError:
            handle.close()
            raise _in_use(workspace, path) from None
        if _still_there(handle, path):
            _tell(handle, opened)
            return Hold(path, handle)
        handle.close()
    raise _in_use(workspace, path)


def holder(workspace: Path) -> Opened | None:
    """Who has `workspace` open at this moment, or None."""
    path = owner_file(workspace)
    try:
        handle = path.open("r+b")
    except OSError:
        return None
    with handle:
        try:
            _lock(handle)
        except OSError:
            return read(path)
        _unlock(handle)
    return None


def read(path: Path) -> Opened | None:
    """What an owner file says, or None when it says nothing."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Opened(told["who"], told["computer"], datetime.fromisoformat(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _open(path: Path, workspace: Path) -> BinaryIO:
    try:
        return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "r+b", 0)
    except OSError:
        raise InvalidInput(
            "workspace_folder_read_only", file=workspace.name, folder=str(workspace.parent)
        ) from None


def _still_there(handle: BinaryIO, path: Path) -> bool:
    """Whether the file we locked still has its name; its owner may have removed it in between."""
    if sys.platform == "win32":
        return True
    try:
        return os.path.samestat(os.fstat(handle.fileno()), path.stat())
    except OSError:
        return False


def _tell(handle: BinaryIO, opened: Opened) -> None:
    text = {"who": opened.who, "computer": opened.computer, "since": opened.since.isoformat()}
    handle.seek(0)
    handle.truncate()
    handle.write(json.dumps(text).encode())
    handle.flush()


def _in_use(workspace: Path, path: Path) -> InvalidInput:
    told = read(path)
    if told is None:
        return InvalidInput("workspace_in_use_unknown", file=workspace.name)
    since = told.since.astimezone()
    return InvalidInput(
        "workspace_in_use",
        file=workspace.name,
        who=told.who,
        computer=told.computer,
        day=f"{since:%d-%m-%Y}",
        time=f"{since:%H:%M}",
    )
