"""E-mail drafts: one `.eml` a person, that a mail program opens as a message still to be sent."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import Conflict, InvalidInput
from burgertop_app.exchange.exports import whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Enclosed:
    """A file that goes with a message, under this name."""

    name: str
    content: bytes
    media_type: str = "application/pdf"


@dataclass(frozen=True)
class Draft:
    """One message; `name` is that of its file and holds no name of a person. `cc` gets a copy."""

    name: str
    to: str
    subject: str
    text: str
    cc: tuple[str, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()


def draft_bytes(draft: Draft) -> bytes:
    """The message as a file; nothing in its parts can add a header."""
    message = EmailMessage(policy=SMTP)
    message["To"] = _line(draft.to)
    if draft.cc:
        message["Cc"] = ", ".join(map(_line, draft.cc))
    message["Subject"] = _line(draft.subject)
    message["X-Unsent"] = "1"
    message.set_content(draft.text, charset="utf-8")
    for file in draft.enclosed:
        main, _slash, sub = file.media_type.partition("/")
        message.add_attachment(file.content, maintype=main, subtype=sub, filename=_line(file.name))
    return message.as_bytes()


def write_draft(path: Path, draft: Draft) -> None:
    """Write one draft to `path`, whole or not at all.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    content = draft_bytes(draft)
    with whole(path) as temporary:
        temporary.write_bytes(content)


def write_drafts(folder: Path, drafts: Sequence[Draft]) -> None:
    """Make `folder` with one file a draft, at once: under another name, then renamed.

    Raises:
        Conflict: the folder has something in it.
        InvalidInput: it is a file, or cannot be written there.
    """
    fresh = folder.absolute().with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        if folder.is_file():
            raise InvalidInput("drafts_file", folder=str(folder))
        if folder.is_dir() and any(folder.iterdir()):
            raise Conflict("drafts_taken", folder=str(folder))
        fresh.mkdir(parents=True)
        for draft in drafts:
            (fresh / f"{draft.name}.eml").write_bytes(draft_bytes(draft))
        if folder.is_dir():
            folder.rmdir()
        fresh.rename(folder)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InvalidInput("drafts_unwritable", folder=str(folder), reason=reason) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _line(text: str) -> str:
    return " ".join(text.split())
