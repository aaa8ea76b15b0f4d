"""Network drives and sync folders are recognised."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from burgertop_app.domain.workspaces import Place
from burgertop_app.storage.connections import uri
from burgertop_app.storage.places import place_of, remote, synced

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /scratch tmpfs rw 0 0
//server/deel /mnt/deel cifs rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/anna/stick\\040van\\040mij vfat rw 0 0
anna@server: /srv/ver fuse.sshfs rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/srv/a.burgertop", False),
        ("/scratch/a.burgertop", False),
        ("/mnt/deel/map/a.burgertop", True),
        ("/home/anna/a.burgertop", True),
        ("/home/anna/stick van mij/a.burgertop", False),
        ("/srv/ver/a.burgertop", True),
        ("/run/user/1000/doc/a.burgertop", False),
    ],
)
def test_network_mounts_are_told_from_disks(path, expected):
    assert remote(PurePosixPath(path), MOUNTS) is expected


@pytest.mark.parametrize(
    ("path", "environment", "expected"),
    [
        (r"C:\Users\anna\Documents\a.burgertop", {}, False),
        (r"C:\Users\anna\OneDrive - Gemeente Testdam\a.burgertop", {}, True),
        (r"C:\Users\anna\Dropbox\a.burgertop", {}, True),
        (r"D:\Gemeente\a.burgertop", {"OneDriveCommercial": r"D:\Gemeente"}, True),
        (r"D:\Gemeenteraad\a.burgertop", {"OneDriveCommercial": r"D:\Gemeente"}, False),
        (r"C:\werk\onedrive.burgertop", {"OneDrive": ""}, False),
    ],
)
def test_sync_folders_are_recognised(path, environment, expected):
    assert synced(PureWindowsPath(path), environment) is expected


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (
            PurePosixPath("/home/anna/Panel #1 100%.burgertop"),
            "file:///home/anna/Panel%20%231%20100%25.burgertop?mode=ro",
        ),
        (PureWindowsPath(r"C:\werk\café.burgertop"), "file:///C:/werk/caf%C3%A9.burgertop?mode=ro"),
        (PureWindowsPath(r"\\server\deel\a.burgertop"), "file:////server/deel/a.burgertop?mode=ro"),
    ],
)
def test_any_path_has_an_address_that_sqlite_takes(path, address):
    assert uri(path, "mode=ro") == address


def test_a_file_in_a_sync_folder_of_this_computer(tmp_path, monkeypatch):
    monkeypatch.setenv("OneDrive", str(tmp_path))

    assert place_of(tmp_path / "a.burgertop") is Place.SYNCED


def test_a_file_on_this_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "read_text", lambda *_args, **_kwargs: MOUNTS)

    assert place_of(Path("/srv/a.burgertop")) is Place.LOCAL
    assert place_of(Path("/mnt/deel/a.burgertop")) is Place.NETWORK
