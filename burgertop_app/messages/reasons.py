"""What the computer gives as the reason why a file cannot be read or written, in words for people."""

from __future__ import annotations

from burgertop_app.i18n import _, mark

KNOWN = (
    mark("No space left on device"),
    mark("Disk quota exceeded"),
    mark("Read-only file system"),
    mark("Permission denied"),
    mark("Operation not permitted"),
    mark("File name too long"),
    mark("No such file or directory"),
    mark("Not a directory"),
    mark("Is a directory"),
    mark("File exists"),
    mark("Directory not empty"),
    mark("Device or resource busy"),
    mark("Text file busy"),
    mark("Too many levels of symbolic links"),
    mark("Input/output error"),
    mark("Invalid argument"),
)
"""As Linux and macOS say it; Windows speaks the language of its user already."""


def reason_words(reason: str) -> str:
    """`reason` in the language now spoken, or as it was when nobody put it into words yet."""
    return _(reason) if reason in KNOWN else reason
