"""On which line of a TOML file each rule begins, in whatever way it is written.

`tomllib` says what a file holds and not where. This reads the same text for its headings only: strings of
any kind, comments and lists over several lines are passed by.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = re.compile(
    r"""
    (?P<comment> \#[^\n]* )
    | (?P<string> \"{3} (?:\\.|[^\\])*? \"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*' )
    | (?P<open> [\[{] )
    | (?P<close> [\]}] )
    | (?P<end> \n )
    | (?P<equals> = )
    | (?P<plain> [^\s\[\]{}"'\#=]+ | [^\S\n]+ | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_DEEPEST, _LONGEST = 100, 4_000


@dataclass(frozen=True)
class RuleLines:
    """Per kind the line of each rule in order, and the line where the kind is first named."""

    rules: dict[str, list[int]] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)


def rule_lines(text: str) -> RuleLines:
    """The lines of the `[[kind]]` headings and of the tables in `kind = [{…}]`, counted from 1."""
    found = RuleLines()
    below = False
    for statement in _statements(text):
        path = () if below and not statement.brackets else statement.path()
        below = below or bool(statement.brackets)
        if path:
            found.first.setdefault(path[0], statement.line)
        if len(path) == 1:
            found.rules.setdefault(path[0], []).extend(statement.rules())
    return found


def overfull_line(text: str) -> int | None:
    """The line with more brackets or more digits than can be read, if there is one."""
    for piece in _pieces(text):
        if piece.depth > _DEEPEST or (piece.kind == "plain" and len(piece.text) > _LONGEST):
            return piece.line
    return None


class _Piece(NamedTuple):
    """A part of the text; `depth` is how many brackets it stands between."""

    kind: str
    text: str
    line: int
    depth: int


@dataclass(frozen=True)
class _Statement:
    """A heading, or a key with its value; without comments, and without space in front."""

    pieces: list[_Piece]

    @property
    def line(self) -> int:
        return self.pieces[0].line

    @property
    def brackets(self) -> int:
        """How many brackets it begins with: two for `[[kind]]`, one for `[kind]`."""
        begin = [piece.text for piece in self.pieces[:2]]
        return 2 if begin == ["[", "["] else int(begin[0] == "[")

    def path(self) -> tuple[str, ...]:
        """The names between the dots of the heading or key; none when it is no TOML."""
        brackets = self.brackets
        name = [piece for piece in self.pieces if piece.depth >= brackets] if brackets else self._halves()[0]
        try:
            found: object = tomllib.loads(f"{''.join(piece.text for piece in name)} = 0")
        except ValueError:
            return ()
        names: list[str] = []
        while isinstance(found, dict) and len(found) == 1:
            names += found
            found = found[names[-1]]
        return tuple(names)

    def rules(self) -> list[int]:
        """The line of the heading, or of each table in the list that is the value."""
        if self.brackets:
            return [self.line] if self.brackets > 1 else []
        return [piece.line for piece in self._halves()[1] if (piece.text, piece.depth) == ("{", 1)]

    def _halves(self) -> tuple[list[_Piece], list[_Piece]]:
        """Before and after the equals sign."""
        kinds = [piece.kind for piece in self.pieces]
        at = kinds.index("equals") if "equals" in kinds else len(kinds)
        return self.pieces[:at], self.pieces[at + 1 :]


def _statements(text: str) -> Iterator[_Statement]:
    pieces: list[_Piece] = []
    for piece in _pieces(text):
        if piece.kind == "end" and not piece.depth:
            if pieces:
                yield _Statement(pieces)
            pieces = []
        elif piece.kind != "comment" and (pieces or piece.text.strip()):
            pieces.append(piece)
    if pieces:
        yield _Statement(pieces)


def _pieces(text: str) -> Iterator[_Piece]:
    line, depth = 1, 0
    for match in _PIECE.finditer(text):
        kind = str(match.lastgroup)
        depth -= kind == "close" and depth > 0
        yield _Piece(kind, match[0], line, depth)
        depth += kind == "open"
        line += match[0].count("\n")
