"""What letters to residents are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.papers.common import Masthead, PrintedPerson


@dataclass(frozen=True, kw_only=True)
class ResidentLetter:
    """One person's letter; `address` are the lines below the name.

    Attributes:
        filled: what stands in place of each blank, by the word between the braces.
        code: the code to answer with, as it is printed; empty in letters that ask for no reply.
        scan: what the square beside the code holds.
    """

    person: PrintedPerson
    address: tuple[str, ...] = ()
    filled: tuple[tuple[str, str], ...] = ()
    code: str = ""
    scan: str = ""


@dataclass(frozen=True, kw_only=True)
class ResidentLettersPaper:
    """The same letter to many; `text` has blanks between braces.

    Attributes:
        sender: the return address as lines.
        choices: per feature the values to tick on the reply card; only for letters with a code.
    """

    masthead: Masthead
    kind: str
    subject: str
    text: str
    place: str
    on: date
    letters: tuple[ResidentLetter, ...]
    sender: tuple[str, ...] = ()
    signed_by: str = ""
    reply_by: date | None = None
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
