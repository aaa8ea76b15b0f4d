r"""An organiser's own text with its structure: headings, paragraphs, lists, tables, pictures and notes.

The text is kept as people type it, in a small part of Markdown that reads well without any program:

    ## Heading                      up to ####; the one that a section starts with is the document's own
    - dot, 1. number                two spaces in front set a list inside the item above
    | Head | Head |                 a table: a row of dashes under the head; `||` after a cell widens it
    **bold**   [words](https://…)   https, http and mailto only; a bare https://… is a link too
    ![what it shows](image:2)       the second picture of the advice, on a line of its own; words below it
                                    that begin with ": " are its caption
    said[^1]   [^1]: the note       a footnote and its text

Anything else is plain words. Nothing here is ever markup of PDF, HTML or Word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DEEPEST = 4
"""Lists inside lists go this deep; what is set further in counts as the deepest."""

HASHES = r"#{2,4}"
BULLET = r"[-*•]"
COUNTER = r"\d{1,3}[.)]"
NOTE_NAME = r"[\w-]{1,20}"
IMAGE_NUMBER = r"\d{1,4}"
BOLD_WORDS = r"[^*\n]+"
TARGET = r"(?:https?://|mailto:)[^\s)]+"
ROW = re.compile(r"^\s*\|.*\|\s*$")
"""The marks themselves, for whoever shows a text while it is typed."""

IMAGE = re.compile(rf"^!\[(?P<alt>[^\]\n]*)\]\(image:(?P<number>{IMAGE_NUMBER})\)\s*$")
_HEADING = re.compile(rf"^({HASHES})\s+(\S.*)$")
_DOT = re.compile(rf"^(\s*){BULLET}\s+(.*)$")
_NUMBER = re.compile(rf"^(\s*){COUNTER}\s+(.*)$")
_RULE = re.compile(r"^\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*$")
_NOTE = re.compile(rf"^\[\^({NOTE_NAME})\]:\s+(\S.*)$")
_INLINE = re.compile(
    rf"\*\*(?P<bold>{BOLD_WORDS})\*\*"
    rf"|\[\^(?P<note>{NOTE_NAME})\]"
    rf"|\[(?P<words>[^\]\n]+)\]\((?P<target>{TARGET})\)"
    r"|(?P<bare>https?://[^\s<>\"]*[^\s<>\".,;:!?)])"
)


@dataclass(frozen=True)
class Run:
    """Words of one look; `url` makes them a link, `note` is the text of the footnote behind them."""

    text: str
    bold: bool = False
    url: str = ""
    note: str = ""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True)
class Title:
    """A heading of level 2 to 4."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class Prose:
    """A paragraph; line ends inside stay line ends."""

    runs: Runs


@dataclass(frozen=True)
class Entry:
    """One item of a list with the lists inside it."""

    runs: Runs
    inside: tuple[Listing, ...] = ()


@dataclass(frozen=True)
class Listing:
    """A list, with numbers or dots."""

    entries: tuple[Entry, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Slot:
    """A cell of a table that is `wide` columns wide."""

    runs: Runs
    wide: int = 1


@dataclass(frozen=True)
class Sheet:
    """A table; every row is as wide as the head. `headed` when the first column names its rows."""

    head: tuple[Slot, ...]
    rows: tuple[tuple[Slot, ...], ...]
    headed: bool = False


@dataclass(frozen=True)
class Shown:
    """A picture of the advice by its number; `alt` says what it shows, and is empty while nobody said so."""

    number: int
    alt: str
    caption: Runs = ()


Block: TypeAlias = Title | Prose | Listing | Sheet | Shown


def blocks(text: str) -> tuple[Block, ...]:
    """The parts of a text in order; footnotes are taken up where they are asked for."""
    notes: dict[str, str] = {}
    rest: list[str] = []
    for line in text.splitlines():
        found = _NOTE.match(line)
        if found and found[1] not in notes and _asks_for(text, found[1]):
            notes[found[1]] = found[2].strip()
        else:
            rest.append(line)
    return tuple(_blocks(rest, notes))


def runs(text: str, notes: Mapping[str, str] | None = None) -> Runs:
    """The words of one line or paragraph with what is bold, a link or a footnote; never empty of words."""
    found: list[Run] = []
    end = 0
    for match in _INLINE.finditer(text):
        found.append(Run(text[end : match.start()]))
        found.append(_run(match, notes or {}))
        end = match.end()
    found.append(Run(text[end:]))
    return tuple(run for run in found if run.text or run.note)


def plain(said: Runs) -> str:
    """The words without their marks."""
    return "".join(run.text for run in said)


def images(text: str) -> tuple[Shown, ...]:
    """Every picture that a text shows, in order."""
    return tuple(block for block in blocks(text) if isinstance(block, Shown))


def _asks_for(text: str, note: str) -> bool:
    return re.search(rf"\[\^{re.escape(note)}\](?!:)", text) is not None


def _run(match: re.Match[str], notes: Mapping[str, str]) -> Run:
    if match["bold"]:
        return Run(match["bold"], bold=True)
    if match["note"]:
        known = notes.get(match["note"], "")
        return Run("", note=known) if known else Run(match[0])
    if match["words"]:
        return Run(match["words"], url=match["target"])
    return Run(match["bare"], url=match["bare"])


def _blocks(lines: list[str], notes: Mapping[str, str]) -> Iterator[Block]:
    place = 0
    while place < len(lines):
        line = lines[place]
        taken = 1
        if not line.strip():
            pass
        elif heading := _HEADING.match(line):
            yield Title(len(heading[1]), runs(heading[2].strip(), notes))
        elif picture := IMAGE.match(line.strip()):
            caption = lines[place + 1] if place + 1 < len(lines) else ""
            said = caption.removeprefix(": ").strip() if caption.startswith(": ") else ""
            yield Shown(int(picture["number"]), picture["alt"].strip(), runs(said, notes))
            taken = 2 if said else 1
        else:
            taken = _extent(lines, place)
            yield from _made(lines[place : place + taken], notes)
        place += taken


def _extent(lines: list[str], start: int) -> int:
    """How many lines from `start` on are one paragraph, list or table."""
    kind = _kind(lines, start)
    place = start + 1
    while place < len(lines) and _continues(lines, place, kind):
        place += 1
    return place - start


def _continues(lines: list[str], place: int, kind: str) -> bool:
    line = lines[place]
    if not line.strip() or _HEADING.match(line) or IMAGE.match(line.strip()):
        return False
    if kind == "table":
        return bool(ROW.match(line))
    return _kind(lines, place) == kind or (kind == "list" and line.startswith("  "))


def _kind(lines: list[str], place: int) -> str:
    line = lines[place]
    if ROW.match(line) and place + 1 < len(lines) and _RULE.match(lines[place + 1]):
        return "table"
    return "list" if _DOT.match(line) or _NUMBER.match(line) else "words"


def _made(lines: list[str], notes: Mapping[str, str]) -> tuple[Block, ...]:
    kind = _kind(lines, 0)
    if kind == "table":
        return (_table(lines, notes),)
    if kind == "list":
        return _lists(_items(lines), notes)
    return (Prose(runs("\n".join(line.strip() for line in lines), notes)),)


def _table(lines: list[str], notes: Mapping[str, str]) -> Sheet:
    head, *rows = [_slots(line, notes) for line in (lines[0], *lines[2:])]
    wide = sum(slot.wide for slot in head)
    return Sheet(head, tuple(_fitting(row, wide) for row in rows), headed=not plain(head[0].runs).strip())


def _slots(line: str, notes: Mapping[str, str]) -> tuple[Slot, ...]:
    made: list[Slot] = []
    for said in line.strip()[1:-1].split("|"):
        if said == "" and made:
            made[-1] = Slot(made[-1].runs, made[-1].wide + 1)
        else:
            made.append(Slot(runs(said.strip(), notes)))
    return tuple(made)


def _fitting(row: tuple[Slot, ...], wide: int) -> tuple[Slot, ...]:
    """The row made exactly `wide` columns: what is too much goes into the last cell, what lacks is empty."""
    kept: list[Slot] = []
    for slot in row:
        room = wide - sum(each.wide for each in kept)
        if room > 0:
            kept.append(Slot(slot.runs, min(slot.wide, room)))
        else:
            kept[-1] = Slot((*kept[-1].runs, Run(" "), *slot.runs), kept[-1].wide)
    return (*kept, *(Slot(()) for _empty in range(wide - sum(each.wide for each in kept))))


_Item: TypeAlias = tuple[int, bool, str]


def _items(lines: list[str]) -> list[_Item]:
    """Depth, whether numbered, and words of each item; a line set in without a mark goes on with the last."""
    found: list[_Item] = []
    for line in lines:
        match = _DOT.match(line) or _NUMBER.match(line)
        if match is None:
            depth, numbered, said = found[-1]
            found[-1] = (depth, numbered, f"{said}\n{line.strip()}")
        else:
            deepest = found[-1][0] + 1 if found else 0
            depth = min(len(match[1].expandtabs(2)) // 2, deepest, DEEPEST - 1)
            found.append((depth, match.re is _NUMBER, match[2].strip()))
    return found


def _lists(items: list[_Item], notes: Mapping[str, str]) -> tuple[Listing, ...]:
    """Lists of the first item's depth, one for each stretch with dots or numbers."""
    made: list[Listing] = []
    place = 0
    while place < len(items):
        depth, numbered, said = items[place]
        after = next((n for n in range(place + 1, len(items)) if items[n][0] <= depth), len(items))
        entry = Entry(runs(said, notes), _lists(items[place + 1 : after], notes))
        if made and made[-1].numbered == numbered:
            made[-1] = Listing((*made[-1].entries, entry), numbered)
        else:
            made.append(Listing((entry,), numbered))
        place = after
    return tuple(made)
