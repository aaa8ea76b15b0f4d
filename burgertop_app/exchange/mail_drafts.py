"""E-mail drafts: one `.eml` a person, that a mail program opens as a message still to be sent."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import Conflict, InvalidInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Enclosed:
    """A PDF that goes with a message, under this name."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Draft:
    """One message; `name` is that of its file and holds no name of a person."""

    name: str
    to: str
    subject: str
    text: str
    enclosed: tuple[Enclosed, ...] = ()


def draft_bytes(draft: Draft) -> bytes:
    """The message as a file; nothing in its parts can add a header."""
    message = EmailMessage(policy=SMTP)
    message["To"] = _line(draft.to)
    message["Subject"] = _line(draft.subject)
    message["X-Unsent"] = "1"
    message.set_content(draft.text, charset="utf-8")
    for file in draft.enclosed:
        message.add_attachment(file.content, maintype="application", subtype="pdf", filename=_line(file.name))
    return message.as_bytes()


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
