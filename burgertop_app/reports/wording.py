"""An organiser's own text as pieces: paragraphs, lists, bold words and links, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.reports.pieces import Bullets, Paragraph, Role, Span

if TYPE_CHECKING:
    from burgertop_app.reports.pieces import Piece, Words

_DOT = re.compile(r"^\s*[-*•]\s+")
_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+")
_INLINE = re.compile(
    r"\*\*(?P<bold>[^*\n]+)\*\*"
    r"|\[(?P<words>[^\]\n]+)\]\((?P<target>(?:https?://|mailto:)[^\s)]+)\)"
    r"|(?P<bare>https?://[^\s<>\"]*[^\s<>\".,;:!?)])"
)


def body(text: str, role: Role = Role.BODY) -> tuple[Piece, ...]:
    """The pieces of a text: a blank line parts paragraphs, lines with "- " or "1. " make lists."""
    made: list[Piece] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        made += _block(block.strip().splitlines(), role)
    return tuple(made)


def inline(text: str) -> Words:
    """Words with **bold** and [links](https://…) marked."""
    spans: list[Span] = []
    end = 0
    for found in _INLINE.finditer(text):
        spans.append(Span(text[end : found.start()]))
        spans.append(_span(found))
        end = found.end()
    return (*(span for span in spans if span.text), Span(text[end:])) if spans else text


def _span(found: re.Match[str]) -> Span:
    if found["bold"]:
        return Span(found["bold"], bold=True)
    if found["words"]:
        return Span(found["words"], url=found["target"])
    return Span(found["bare"], url=found["bare"])


def _block(lines: list[str], role: Role) -> list[Piece]:
    made: list[Piece] = []
    gathered: list[str] = []
    kind = ""
    for line in [*lines, None]:
        now = "" if line is None else _kind(line)
        if gathered and (line is None or now != kind):
            made.append(_piece(kind, gathered, role))
            gathered = []
        if line is not None:
            gathered.append(line)
            kind = now
    return made


def _kind(line: str) -> str:
    if _DOT.match(line):
        return "dots"
    return "numbers" if _NUMBER.match(line) else "words"


def _piece(kind: str, lines: list[str], role: Role) -> Piece:
    if kind == "words":
        return Paragraph(inline("\n".join(lines)), role)
    mark = _DOT if kind == "dots" else _NUMBER
    return Bullets(tuple(inline(mark.sub("", line)) for line in lines), numbered=kind == "numbers")
