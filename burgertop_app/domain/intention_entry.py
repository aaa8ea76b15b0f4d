"""Reading who an intention is of, and a pasted list of them: "17", "tafel 3" or nobody, then the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.cards_paste import rows_of
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.intentions import refuse_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

MOST_TABLE = 999
_TABLE = re.compile(r"(?:t|tafel|table)\s*(\d{1,4})", re.IGNORECASE)
_PERSON = re.compile(r"(?:nr\.?|nummer|no\.?|#)?\s*(\w*\d\w*)", re.IGNORECASE)
_WHOSE = re.compile(
    r"(?P<who>(?:t|tafel|table|nr\.?|nummer|no\.?|#)?\s*\w*\d\w*)\s*(?:\t|;|:(?!\d))\s*(?P<text>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class NewIntention:
    """An intention to keep: of somebody, of a table, or of nobody in particular."""

    text: str
    participation_id: UUID | None = None
    table_no: int | None = None
    share: bool = False


@dataclass(frozen=True)
class IntentionLine:
    """An intention on the list: of whom by number, and how many wordings it has had."""

    id: UUID
    number: int
    text: str
    person: str = ""
    table_no: int | None = None
    share: bool = False
    counts: bool = True
    withdrawn_reason: str = ""
    wordings: int = 1
    erased: bool = False


@dataclass(frozen=True)
class Unread:
    """A line of a pasted list that could not be taken over, as it was, and why."""

    line: str
    error: InvalidInput


@dataclass(frozen=True)
class PastedList:
    """What a pasted list holds."""

    found: tuple[NewIntention, ...] = ()
    unread: tuple[Unread, ...] = ()


def whose(said: str, people: Mapping[str, UUID]) -> tuple[UUID | None, int | None]:
    """The participation or the table that is meant; `people` are participations by number.

    Raises:
        InvalidInput: nobody takes part under this number, or it is neither a number nor a table.
    """
    said = " ".join(said.split())
    if not said:
        return None, None
    table = _TABLE.fullmatch(said)
    if table is not None:
        if not 1 <= int(table[1]) <= MOST_TABLE:
            raise InvalidInput("intention_table", number=table[1])
        return None, int(table[1])
    person = _PERSON.fullmatch(said)
    if person is None:
        raise InvalidInput("intention_whose", text=said)
    known = {number.casefold().lstrip("0"): one for number, one in people.items()}
    found = known.get(person[1].casefold().lstrip("0"))
    if found is None:
        raise InvalidInput("intention_number", number=person[1])
    return found, None


def pasted(text: str, people: Mapping[str, UUID], *, share: bool) -> PastedList:
    """What a list holds, a line for each: "17<tab>text", "17; text", "tafel 3: text" or only text.

    Bullets and the numbers of a list go, and a cell of a sheet with line ends in it is one line. Of a list
    that is far too long nothing is read.
    """
    found, unread = list[NewIntention](), list[Unread]()
    try:
        lines = _lines(text)
    except InvalidInput as error:
        return PastedList(unread=(Unread("", error),))
    for line in lines:
        try:
            found.append(_read(line, people, share=share))
        except InvalidInput as error:
            unread.append(Unread(line, error))
    return PastedList(tuple(found), tuple(unread))


def _read(line: str, people: Mapping[str, UUID], *, share: bool) -> NewIntention:
    split = _WHOSE.fullmatch(line)
    who, said = (split["who"], split["text"]) if split else ("", line.lstrip("\t;:"))
    person, table = whose(who, people)
    text = " ".join(said.split())
    refuse_words(text)
    return NewIntention(text=text, participation_id=person, table_no=table, share=share)


def _lines(text: str) -> Iterable[str]:
    rows = rows_of(text).rows if text.strip() else ()
    return ("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
