r"""Putting marks in a text that is being typed: pure, a text with what is selected in and out.

Every function takes and gives a `Typed`. The marks are those of `domain.rich_text`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STEP = "  "
DEEPEST = 3
"""So many steps a list may be set in."""

_ITEM = re.compile(r"^(\s*)([-*•]|\d{1,3}[.)])\s+(.*)$")
_HEADING = re.compile(r"^(#{2,4})\s+")
_NOTE = re.compile(r"\[\^(\d{1,4})\]")


@dataclass(frozen=True)
class Typed:
    """A text, and the part of it that is selected (alike when only the cursor stands there)."""

    text: str
    start: int
    end: int

    @property
    def selected(self) -> str:
        """The selected words."""
        return self.text[self.start : self.end]


def bold(typed: Typed) -> Typed:
    """The selection bold, or no longer; without a selection the word under the cursor."""
    typed = _word(typed)
    said = typed.selected
    around = typed.text[max(typed.start - 2, 0) : typed.start], typed.text[typed.end : typed.end + 2]
    if around == ("**", "**"):
        return _put(typed, typed.start - 2, typed.end + 2, said, 0)
    if len(said) > 4 and said.startswith("**") and said.endswith("**"):
        return _put(typed, typed.start, typed.end, said[2:-2], 0)
    return _put(typed, typed.start, typed.end, f"**{said}**", 2)


def heading(typed: Typed, highest: int = 2) -> Typed:
    """The lines a heading of level `highest`; another press makes it one lower, and at last plain again."""

    def turned(line: str) -> str:
        found = _HEADING.match(line)
        if found is None:
            return f"{'#' * highest} {_bare(line)}"
        level = len(found[1])
        rest = line[found.end() :]
        return f"{'#' * (level + 1)} {rest}" if level < 4 else rest

    return _lines(typed, lambda lines: [turned(line) if line.strip() else line for line in lines])


def bullets(typed: Typed) -> Typed:
    """The lines a list with dots, or plain again."""
    return _listed(typed, lambda _place: "- ")


def numbers(typed: Typed) -> Typed:
    """The lines a list with numbers, or plain again."""
    return _listed(typed, lambda place: f"{place}. ")


def deeper(typed: Typed) -> Typed:
    """The items of a list one step further in."""
    return _lines(typed, lambda lines: [_moved(line, 1) for line in lines])


def shallower(typed: Typed) -> Typed:
    """The items of a list one step back."""
    return _lines(typed, lambda lines: [_moved(line, -1) for line in lines])


def entered(typed: Typed) -> Typed | None:
    """After Enter in a list: the next item, or an end to the list after an empty one; None elsewhere."""
    line = _line(typed)
    found = _ITEM.match(line) or re.match(r"^(\s*)([-*•]|\d{1,3}[.)])\s*()$", line)
    if found is None or typed.start != typed.end:
        return None
    begin = typed.text.rfind("\n", 0, typed.start) + 1
    if not found[3].strip():
        return _put(typed, begin, begin + len(line), "", 0)
    if typed.start - begin < len(line) - len(found[3]):
        return None
    mark = f"{int(found[2][:-1]) + 1}{found[2][-1]}" if found[2][0].isdigit() else found[2]
    said = f"\n{found[1]}{mark} "
    return _put(typed, typed.start, typed.end, said, len(said))


def linked(typed: Typed, words: str, target: str) -> Typed:
    """A link at the selection."""
    said = f"[{_inside(words)}]({target.strip()})"
    return _put(typed, typed.start, typed.end, said, len(said))


def noted(typed: Typed, note: str) -> Typed:
    """A footnote behind the selection; its text comes at the end."""
    used = [int(number) for number in _NOTE.findall(typed.text)]
    mark = f"[^{max(used, default=0) + 1}]"
    text = f"{typed.text[: typed.end]}{mark}{typed.text[typed.end :]}".rstrip("\n")
    gap = "\n" if re.search(r"\n\[\^[\w-]+\]: [^\n]*$", text) else "\n\n"
    place = typed.end + len(mark)
    return Typed(f"{text}{gap}{mark}: {' '.join(note.split())}", place, place)


def pictured(typed: Typed, number: int, alt: str, caption: str = "") -> Typed:
    """A picture on a line of its own below the line with the cursor."""
    said = f"![{_inside(alt)}](image:{number})"
    below = " ".join(caption.split())
    return _block(typed, f"{said}\n: {below}" if below else said)


def tabled(typed: Typed, rows: Sequence[Sequence[str]]) -> Typed:
    """A table below the line with the cursor; the first row is its head."""
    wide = max((len(row) for row in rows), default=0)
    filled = [[_cell(cell) for cell in (*row, *[""] * (wide - len(row)))] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in filled]
    lines.insert(1, f"|{'---|' * wide}")
    return _block(typed, "\n".join(lines))


def pasted_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """The rows of what was copied from Excel or Word; none when it is no table."""
    lines = [line for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    rows = tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)
    return rows if rows and all(len(row) > 1 for row in rows[:1]) else ()


def _listed(typed: Typed, begin: Callable[[int], str]) -> Typed:
    numbered = begin(1) != "- "

    def turned(lines: list[str]) -> list[str]:
        held = [line for line in lines if line.strip()]
        found = [_ITEM.match(line) for line in held]
        same = held and all(each and each[2][0].isdigit() == numbered for each in found)
        if same:
            return [_bare(line) if line.strip() else line for line in lines]
        made, place = [], 0
        for line in lines:
            if line.strip() or len(lines) == 1:
                place += 1
                made.append(f"{begin(place)}{_bare(line)}")
            else:
                made.append(line)
        return made

    return _lines(typed, turned)


def _moved(line: str, step: int) -> str:
    found = _ITEM.match(line)
    if found is None:
        return line
    depth = min(max(len(found[1].expandtabs(2)) // 2 + step, 0), DEEPEST)
    return f"{STEP * depth}{found[2]} {found[3]}"


def _bare(line: str) -> str:
    """A line without the mark of a list or heading."""
    found = _ITEM.match(line)
    return found[3] if found else _HEADING.sub("", line).strip()


def _lines(typed: Typed, turn: Callable[[list[str]], list[str]]) -> Typed:
    """The lines that the selection touches, turned into others; they stay selected when there were more."""
    begin = typed.text.rfind("\n", 0, typed.start) + 1
    end = typed.text.find("\n", max(typed.end - (typed.end > typed.start), begin))
    end = len(typed.text) if end < 0 else end
    before = typed.text[begin:end]
    after = "\n".join(turn(before.split("\n")))
    text = typed.text[:begin] + after + typed.text[end:]
    if "\n" in before:
        return Typed(text, begin, begin + len(after))
    place = max(typed.start + len(after) - len(before), begin)
    return Typed(text, place, place)


def _block(typed: Typed, said: str) -> Typed:
    """`said` with white around it, below the line with the cursor."""
    end = typed.text.find("\n", typed.end)
    end = len(typed.text) if end < 0 else end
    head, tail = typed.text[:end].rstrip("\n"), typed.text[end:].lstrip("\n")
    text = f"{head}\n\n{said}" if head.strip() else said
    place = len(text)
    return Typed(f"{text}\n\n{tail}" if tail else f"{text}\n", place, place)


def _word(typed: Typed) -> Typed:
    """The word under the cursor when nothing is selected."""
    if typed.start != typed.end:
        lead = len(typed.selected) - len(typed.selected.lstrip())
        tail = len(typed.selected) - len(typed.selected.rstrip())
        fits = typed.selected.strip()
        return replace(typed, start=typed.start + lead, end=typed.end - tail) if fits else typed
    start = end = typed.start
    while start > 0 and typed.text[start - 1].isalnum():
        start -= 1
    while end < len(typed.text) and typed.text[end].isalnum():
        end += 1
    return replace(typed, start=start, end=end)


def _line(typed: Typed) -> str:
    begin = typed.text.rfind("\n", 0, typed.start) + 1
    end = typed.text.find("\n", typed.start)
    return typed.text[begin : len(typed.text) if end < 0 else end]


def _put(typed: Typed, start: int, end: int, said: str, cursor: int) -> Typed:
    """`said` instead of the text between, with the selection `cursor` inside it at both ends."""
    text = typed.text[:start] + said + typed.text[end:]
    if cursor == len(said) and cursor:
        return Typed(text, start + cursor, start + cursor)
    return Typed(text, start + cursor, start + len(said) - cursor)


def _inside(words: str) -> str:
    """Words that may stand between square brackets."""
    return " ".join(words.replace("[", "(").replace("]", ")").split())


def _cell(words: str) -> str:
    return " ".join(words.replace("|", "/").split()) or " "
