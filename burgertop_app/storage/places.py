"""Where a file stands: on a disk of this computer, on the network, or in a folder that is synchronised."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from burgertop_app.domain.workspaces import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

REMOTE = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb2",
        "smb3",
        "smbfs",
        "ncpfs",
        "afs",
        "9p",
        "davfs",
        "ceph",
        "glusterfs",
        "vboxsf",
    }
)
SYNC_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
SYNC_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "nextcloud",
    "owncloud",
    "icloud",
    "stackstorage",
)
WINDOWS_REMOTE_DRIVE = 4


def place_of(path: Path) -> Place:
    """Where `path` stands on this computer."""
    full = path.absolute()
    if synced(full, os.environ):
        return Place.SYNCED
    if sys.platform == "win32":
        return Place.NETWORK if _windows_remote(full) else Place.LOCAL
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return Place.LOCAL
    return Place.NETWORK if remote(full.resolve(), mounts) else Place.LOCAL


def synced(path: PurePath, environment: Mapping[str, str]) -> bool:
    """Whether `path` lies in a folder that OneDrive or a similar program copies to elsewhere."""
    roots = [type(path)(environment[name]) for name in SYNC_VARIABLES if environment.get(name)]
    if any(path.is_relative_to(root) for root in roots):
        return True
    return any(part.lower().startswith(SYNC_FOLDERS) for part in path.parent.parts)


def remote(path: PurePath, mounts: str) -> bool:
    """Whether `path` lies on a network file system, by the text of `/proc/mounts`."""
    found, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].encode().decode("unicode_escape")
        if path.is_relative_to(point) and len(point) >= len(found):
            found, kind = point, fields[2]
    return kind in REMOTE or (kind.startswith("fuse.") and kind != "fuse.portal")


def _windows_remote(path: Path) -> bool:
    if str(path).startswith("\\\\"):
        return True
    import ctypes

    drive: int = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\")  # type: ignore[attr-defined,unused-ignore]
    return drive == WINDOWS_REMOTE_DRIVE
