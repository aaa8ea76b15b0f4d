"""Letters to residents: their texts per process, and the blanks that are filled in for each person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.inviting import MailKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

BLANK = re.compile(r"\{([^{}\n]{1,40})\}")
WEBSITE = re.compile(r"https?://[^\s<>\"]+")
_SUBJECT_LENGTH = 200
_TEXT_LENGTH = 20_000


class Blank(StrEnum):
    """What can be filled in for each person."""

    NAME = "name"
    PROCESS = "process"
    TOPIC = "topic"
    MUNICIPALITY = "municipality"
    CONTACT = "contact"
    SEATS = "seats"
    REPLY_BY = "reply_by"
    WEBSITE = "website"
    MEETINGS = "meetings"
    CODE = "code"
    NUMBER = "number"
    FEATURES = "features"
    CONTROL = "control"
    PLACE = "place"
    POOL = "pool"
    ADVICE = "advice"
    SUMMARY = "summary"


_ALWAYS = (
    Blank.NAME,
    Blank.PROCESS,
    Blank.TOPIC,
    Blank.MUNICIPALITY,
    Blank.CONTACT,
    Blank.SEATS,
    Blank.REPLY_BY,
    Blank.WEBSITE,
    Blank.MEETINGS,
)
_KNOWN_BY_NUMBER = (*_ALWAYS, Blank.NUMBER, Blank.FEATURES, Blank.POOL)

ALLOWED: dict[MailKind, tuple[Blank, ...]] = {
    MailKind.INVITATION: (*_ALWAYS, Blank.CODE),
    MailKind.REMINDER: (*_ALWAYS, Blank.CODE),
    MailKind.CONFIRMATION: (*_KNOWN_BY_NUMBER, Blank.CONTROL),
    MailKind.DRAWN: _KNOWN_BY_NUMBER,
    MailKind.RESERVE: (*_KNOWN_BY_NUMBER, Blank.PLACE),
    MailKind.NOT_DRAWN: _KNOWN_BY_NUMBER,
    MailKind.THANKS: (*_ALWAYS, Blank.NUMBER),
    MailKind.FEEDBACK: (*_ALWAYS, Blank.NUMBER, Blank.ADVICE, Blank.SUMMARY),
}
"""Which blanks a letter can have; the others mean nothing at that moment."""

NEEDED: dict[MailKind, tuple[Blank, ...]] = {
    MailKind.INVITATION: (Blank.CODE,),
    MailKind.REMINDER: (Blank.CODE,),
    MailKind.CONFIRMATION: (Blank.NUMBER, Blank.FEATURES, Blank.CONTROL),
    MailKind.RESERVE: (Blank.PLACE,),
}
"""Blanks without which a letter fails its purpose: no reply, or no way to check the draw."""


@dataclass(frozen=True, kw_only=True)
class LetterText(Entity):
    """The organiser's own subject and text of one letter; where there is none, the house's text counts."""

    process_id: UUID
    kind: MailKind
    subject: str
    text: str


@dataclass(frozen=True)
class Wording:
    """The subject and text of a letter as they count now; `own` when the organiser wrote them."""

    subject: str
    text: str
    own: bool = False


@dataclass(frozen=True, kw_only=True)
class LetterSetup(Entity):
    """What the letters of a process share: sender, who signs, where and until when people answer.

    `return_address` is the sender as lines; `website` is where people answer online, or empty.
    """

    process_id: UUID
    return_address: str = ""
    signed_by: str = ""
    website: str = ""
    reply_by: date | None = None


def tidy_website(text: str) -> str:
    """The address of a website as typed, or empty.

    Raises:
        InvalidInput: it is no address of a website.
    """
    website = text.strip()
    if website and not WEBSITE.fullmatch(website):
        raise InvalidInput("letter_website", website=website[:80])
    return website


def check_text(kind: MailKind, subject: str, text: str, words: Mapping[Blank, str]) -> None:
    """Refuse a letter that cannot be sent; `words` name the blanks in its language.

    Raises:
        InvalidInput: no subject or text, one too long, an unknown or impossible blank, a loose brace, or a
            blank is missing that the letter needs.
    """
    if not subject.strip() or "\n" in subject.strip():
        raise InvalidInput("letter_subject")
    if not text.strip():
        raise InvalidInput("letter_empty")
    if len(subject) > _SUBJECT_LENGTH or len(text) > _TEXT_LENGTH:
        raise InvalidInput("letter_long", subject=_SUBJECT_LENGTH, text=_TEXT_LENGTH)
    found = [_known(name, kind, words) for name in BLANK.findall(f"{subject}\n{text}")]
    if re.search(r"[{}]", BLANK.sub("", f"{subject}\n{text}")):
        raise InvalidInput("letter_brace")
    for needed in NEEDED.get(kind, ()):
        if needed not in found:
            raise InvalidInput("letter_blank_needed", blank=words[needed])


def by_word(words: Mapping[Blank, str]) -> dict[str, Blank]:
    """The blanks under their words, whatever the capitals."""
    return {word.casefold(): blank for blank, word in words.items()}


def used(text: str, words: Mapping[Blank, str]) -> tuple[Blank, ...]:
    """The blanks that stand in a text, each once, in order."""
    known = by_word(words)
    found = (known.get(word_of(each)) for each in BLANK.finditer(text))
    return tuple(dict.fromkeys(blank for blank in found if blank is not None))


def filled_in(text: str, values: Mapping[str, str]) -> str:
    """`text` with every blank filled in, by word; what is filled in is not looked at again."""
    return BLANK.sub(lambda found: values.get(word_of(found), found[0]), text)


def word_of(found: re.Match[str]) -> str:
    """The word between the braces of a `BLANK`, whatever its capitals and spaces."""
    return " ".join(found[1].split()).casefold()


def _known(name: str, kind: MailKind, words: Mapping[Blank, str]) -> Blank:
    blank = by_word(words).get(" ".join(name.split()).casefold())
    usable = [words[each] for each in ALLOWED[kind]]
    if blank is None:
        near = get_close_matches(name.strip().casefold(), [word.casefold() for word in usable], 1)
        if near:
            raise InvalidInput("letter_blank_near", blank=name, near=near[0])
        raise InvalidInput("letter_blank_unknown", blank=name, known=", ".join(usable))
    if blank not in ALLOWED[kind]:
        raise InvalidInput("letter_blank_elsewhere", blank=name, known=", ".join(usable))
    return blank
