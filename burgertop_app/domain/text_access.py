"""What in an organiser's text would make somebody stumble who listens to it, or reads with effort."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain import rich_text
from burgertop_app.domain.rich_text import Listing, Prose, Sheet, Shown, Title, plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from burgertop_app.domain.rich_text import Block, Runs

LONG_SENTENCE = 30
"""More words than this are hard to read as one sentence."""
SHOWN_WORDS = 6
"""So many words of a sentence are enough to find it by."""

BARE = frozenset(
    {
        "hier",
        "klik",
        "klik hier",
        "lees hier",
        "lees hier meer",
        "lees meer",
        "lees verder",
        "meer",
        "meer informatie",
        "meer info",
        "deze link",
        "deze pagina",
        "link",
        "website",
        "here",
        "click here",
        "read more",
        "more",
        "this link",
    }
)
"""Words of a link that say nothing about where it leads."""

_FILE_NAME = re.compile(
    r"\.(png|jpe?g|gif|bmp|tiff?|webp|heic)\s*$|^(img|dsc|dscn|pxl|scan|foto|image|afbeelding)[-_ ]?\d+$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)]*\s+|\n+")
_NOTE_ASKED = re.compile(r"\[\^([\w-]{1,20})\](?!:)")
_NOTE_TOLD = re.compile(r"^\[\^([\w-]{1,20})\]:\s+\S", re.MULTILINE)
_BROKEN_PICTURE = re.compile(r"!\[[^\]\n]*\]\((?!image:\d{1,4}\))[^)\n]*\)")


@dataclass(frozen=True)
class Finding:
    """Something to mend; `detail` says which words, picture or note."""

    code: str
    detail: str = ""


def findings(text: str, level: int, known: Collection[int]) -> tuple[Finding, ...]:
    """What to mend in a text that stands below a heading of `level`; `known` are the pictures there are."""
    found = [*_headings(text, level)]
    for block in rich_text.blocks(text):
        found += _of_block(block, known)
    found += _notes(text)
    found += [Finding("picture_written", match[0][:40]) for match in _BROKEN_PICTURE.finditer(text)]
    return tuple(dict.fromkeys(found))


def pictures(text: str) -> set[int]:
    """The numbers of the pictures that a text shows."""
    return {each.number for each in rich_text.images(text)}


def is_file_name(alt: str) -> bool:
    """Whether these words are the name of a file rather than what the picture shows."""
    return _FILE_NAME.search(alt.strip()) is not None


def _headings(text: str, above: int) -> Iterator[Finding]:
    last = above
    for block in rich_text.blocks(text):
        if isinstance(block, Title):
            if block.level <= above:
                yield Finding("heading_high", plain(block.runs))
            elif block.level > last + 1:
                yield Finding("heading_skipped", plain(block.runs))
            last = max(block.level, above)


def _of_block(block: Block, known: Collection[int]) -> Iterator[Finding]:
    if isinstance(block, Shown):
        yield from _picture(block, known)
    if isinstance(block, Sheet) and not all(
        plain(slot.runs).strip() for slot in block.head[1 if block.headed else 0 :]
    ):
        yield Finding("table_head", " · ".join(filter(None, (plain(slot.runs) for slot in block.head)))[:40])
    for runs in _words(block):
        yield from _links(runs)
        yield from _sentences(runs)


def _picture(shown: Shown, known: Collection[int]) -> Iterator[Finding]:
    if shown.number not in known:
        yield Finding("picture_gone", str(shown.number))
    elif not shown.alt:
        yield Finding("picture_alt", str(shown.number))
    elif is_file_name(shown.alt):
        yield Finding("picture_file_name", str(shown.number))


def _words(block: Block) -> Iterator[Runs]:
    """Every stretch of words in a block that is read as one."""
    if isinstance(block, Prose):
        yield block.runs
    elif isinstance(block, Shown):
        yield block.caption
    elif isinstance(block, Listing):
        yield from _entries(block)
    elif isinstance(block, Sheet):
        for row in (block.head, *block.rows):
            yield from (slot.runs for slot in row)


def _entries(listing: Listing) -> Iterator[Runs]:
    for entry in listing.entries:
        yield entry.runs
        for inner in entry.inside:
            yield from _entries(inner)


def _links(runs: Runs) -> Iterator[Finding]:
    for run in runs:
        said = run.text.strip().strip(".!:>»→").strip().casefold()
        if run.url and said in BARE:
            yield Finding("link_bare", run.text.strip())
        elif run.url and run.text == run.url and len(run.url) > 40:
            yield Finding("link_bare", f"{run.text[:37]}…")


def _sentences(runs: Runs) -> Iterator[Finding]:
    for sentence in _SENTENCE.split(plain(runs)):
        words = sentence.split()
        if len(words) > LONG_SENTENCE:
            yield Finding("text_long", f"{' '.join(words[:SHOWN_WORDS])}…")


def _notes(text: str) -> Iterator[Finding]:
    asked, told = set(_NOTE_ASKED.findall(text)), set(_NOTE_TOLD.findall(text))
    for note in sorted(asked - told):
        yield Finding("note_missing", note)
    for note in sorted(told - asked):
        yield Finding("note_unused", note)
