"""Checking an archive against its own hashes and the chain of its log, without the workspace."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from burgertop_app.domain.archive import ArchiveCheck
from burgertop_app.exchange.bundles import SUMS, read_bundle, sums
from burgertop_app.services.archive.log_file import LOG, broken, read_log

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def check_archive(source: Path) -> ArchiveCheck:
    """What a check of the zip or folder finds.

    Raises:
        InvalidInput: it is no archive, or it has no list of hashes.
    """
    return check_files(read_bundle(source))


def check_files(files: Mapping[str, bytes]) -> ArchiveCheck:
    """The same for files at hand, by path."""
    listed = sums(files)
    present = files.keys() - {SUMS}
    altered = [
        path
        for path in sorted(listed.keys() & present)
        if hashlib.sha256(files[path]).hexdigest() != listed[path]
    ]
    chain = read_log(files[LOG]) if LOG in files else ()
    return ArchiveCheck(
        files=len(listed),
        altered=tuple(altered),
        missing=tuple(sorted(listed.keys() - present)),
        unlisted=tuple(sorted(present - listed.keys())),
        entries=len(chain),
        broken=broken(chain),
    )
