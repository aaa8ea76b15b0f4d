"""Documents as Markdown (CommonMark with tables): readable as it is, and nothing typed is markup in it.

Source: CommonMark Spec 0.31.2, sections 2.4 (backslash escapes) and 5.1–5.3 (containers); GitHub Flavored
Markdown Spec, section 4.10 (tables).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import singledispatch
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, speaking
from burgertop_app.reports import pieces
from burgertop_app.reports.grids import laid
from burgertop_app.reports.outline import outline
from burgertop_app.reports.pieces import Role, plain
from burgertop_app.reports.told_pictures import told
from burgertop_app.reports.typed import cleaned, followable, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from burgertop_app.reports.document import Document
    from burgertop_app.reports.grids import Line
    from burgertop_app.reports.outline import Placed
    from burgertop_app.reports.pieces import Piece, Span, Words

_MARKS = re.compile(r"[\\`*_{}\[\]<>&|~^$#!@]")
_SCHEME = re.compile(r"(?i)(?<=\w):(?=//)|(?<=www)\.")
_OPENING = re.compile(r"^(?:[-+=:]|\d{1,9}(?=[.)]))")
_STRONG = frozenset({Role.LEAD, Role.STRONG, Role.BIG, Role.CELL_STRONG})


@dataclass
class Run:
    """One text in the making: headings still to come, footnotes so far."""

    headings: Iterator[Placed]
    listed: tuple[Placed, ...]
    notes: list[str] = field(default_factory=list)


def markdown(document: Document) -> bytes:
    """The text in UTF-8."""
    with speaking(document.language):
        shape = outline(document)
        run = Run(iter(shape.headings), shape.listed)
        covered = bool(shape.parts) and isinstance(shape.parts[0], pieces.Cover)
        blocks = [] if covered else [f"# {escaped(one_line(shape.title))}"]
        blocks += [escaped(document.stamp)] if document.stamp and not covered else []
        blocks += _flows(shape.parts, run)
        if run.notes:
            title = _("Footnotes")
            blocks.append(f"## {title}")
            blocks.append(
                "\n".join(f"{at}. {escaped(one_line(note))}" for at, note in enumerate(run.notes, 1))
            )
        blocks += ["---", escaped(one_line(document.foot))]
        return ("\n\n".join(filter(None, blocks)) + "\n").encode("utf-8")


def escaped(text: str) -> str:
    r"""Text that stays text: marks get a backslash, and so does what would begin a list or a rule."""
    return "\\\n".join(_line(line.strip()) for line in cleaned(text).split("\n") if line.strip())


@singledispatch
def _flow(piece: Piece, _run: Run) -> list[str]:
    """The blocks of one piece; none for what only paper has."""
    raise TypeError(piece)


def _flows(parts: Iterable[Piece], run: Run) -> list[str]:
    return [block for piece in parts for block in _flow(piece, run)]


@_flow.register
def _heading(piece: pieces.Heading, run: Run) -> list[str]:
    placed = next(run.headings)
    return [f"{'#' * placed.rank} {escaped(one_line(piece.text))}"]


@_flow.register
def _paragraph(piece: pieces.Paragraph, run: Run) -> list[str]:
    said = _inline(piece.words, run)
    bare = isinstance(piece.words, str) and "\\\n" not in said
    return [f"**{said}**" if said and bare and piece.role in _STRONG else said]


@_flow.register
def _bullets(piece: pieces.Bullets, run: Run) -> list[str]:
    return ["\n".join(_items(piece, run, ""))]


@_flow.register
def _grid(piece: pieces.Grid, run: Run) -> list[str]:
    made = laid(piece)
    letters = piece.align.ljust(made.wide, "l")
    rule = "|".join(" ---: " if letter == "r" else " --- " for letter in letters)
    rows = [
        _row(made.head, made.wide, run),
        f"|{rule}|",
        *(_row(line, made.wide, run) for line in made.lines),
    ]
    caption = [escaped(one_line(piece.caption))] if piece.caption else []
    return [*caption, "\n".join(rows)]


@_flow.register
def _facts(piece: pieces.Facts, run: Run) -> list[str]:
    return ["\n".join(f"- {_bold(label)}: {_flat(words, run)}" for label, words in piece.rows)]


@_flow.register
def _figure(piece: pieces.Figure, run: Run) -> list[str]:
    return [escaped(one_line(piece.alt)), *_flow(told(piece.picture), run)]


@_flow.register
def _image(piece: pieces.Image, run: Run) -> list[str]:
    said = _("[Picture: {words}]").format(words=one_line(piece.alt))
    return [escaped(said), *([_inline(piece.caption, run)] if plain(piece.caption) else [])]


@_flow.register(pieces.Box)
@_flow.register(pieces.Together)
@_flow.register(pieces.OnePage)
def _inside(piece: pieces.Box | pieces.Together | pieces.OnePage, run: Run) -> list[str]:
    blocks = [block for block in _flows(piece.pieces, run) if block]
    if not isinstance(piece, pieces.Box):
        return blocks
    lines = "\n\n".join(blocks).split("\n")
    return ["\n".join(f"> {line}".rstrip() for line in lines)]


@_flow.register
def _columns(piece: pieces.Columns, run: Run) -> list[str]:
    return [block for column in piece.columns for block in _flows(column, run)]


@_flow.register(pieces.Space)
@_flow.register(pieces.NewPage)
@_flow.register(pieces.Fields)
@_flow.register(pieces.Writing)
def _blank(piece: Piece, _run: Run) -> list[str]:
    match piece:
        case pieces.Fields(labels=labels):
            made = "\n".join(f"- {escaped(one_line(label))}: …" for label in labels)
        case pieces.Writing(label=label):
            made = f"{escaped(one_line(label))} …"
        case _:
            made = ""
    return [made]


@_flow.register
def _ticks(piece: pieces.Ticks, _run: Run) -> list[str]:
    return ["\n".join(f"- \\[ \\] {escaped(one_line(label))}" for label in piece.labels)]


@_flow.register
def _sheet(piece: pieces.Sheet, _run: Run) -> list[str]:
    return ["---", escaped(one_line(piece.running))]


@_flow.register
def _contents(piece: pieces.Contents, run: Run) -> list[str]:
    lines = [f"{'  ' * (placed.rank - 2)}- {escaped(one_line(placed.words))}" for placed in run.listed]
    return [_bold(piece.title), "\n".join(lines)] if lines else []


@_flow.register
def _cover(piece: pieces.Cover, run: Run) -> list[str]:
    over = " · ".join(filter(None, (piece.organisation, piece.kicker)))
    facts = _flow(pieces.Facts(piece.facts), run) if piece.facts else []
    title = f"# {escaped(one_line(piece.title))}"
    return [escaped(one_line(over)), title, escaped(piece.subtitle), escaped(piece.mark), *facts]


@_flow.register
def _cut_cards(piece: pieces.CutCards, run: Run) -> list[str]:
    return [block for card in piece.cards for block in ("---", *_flows(card, run))]


@_flow.register
def _tents(piece: pieces.Tents, run: Run) -> list[str]:
    return [block for side in piece.sides for block in ("---", *_flows(side, run))]


@_flow.register
def _large(piece: pieces.Large, run: Run) -> list[str]:
    return _flow(pieces.Paragraph(piece.text, Role.BIG), run)


def _items(piece: pieces.Bullets, run: Run, indent: str) -> Iterator[str]:
    for place, item in enumerate(piece.items, 1):
        words = item.words if isinstance(item, pieces.Item) else item
        mark = f"{place}. " if piece.numbered else "- "
        deeper = indent + " " * len(mark)
        said = _inline(words, run).replace("\n", f"\n{deeper}")
        yield f"{indent}{mark}{said}"
        if isinstance(item, pieces.Item):
            for inner in item.inside:
                yield from _items(inner, run, deeper)


def _row(line: Line, wide: int, run: Run) -> str:
    cells = [""] * wide
    for slot in line.slots:
        said = _flat(slot.words, run)
        cells[slot.column] = f"**{said}**" if line.group and isinstance(slot.words, str) and said else said
    return f"| {' | '.join(cells)} |"


def _flat(words: Words, run: Run) -> str:
    """Words on one line."""
    return _inline(words, run).replace("\\\n", " ")


def _bold(text: str) -> str:
    said = escaped(one_line(text))
    return f"**{said}**" if said else ""


def _inline(words: Words, run: Run) -> str:
    if isinstance(words, str):
        return escaped(words)
    said = "".join(_span(span, run) for span in words)
    return "\\\n".join(_opened(line.strip()) for line in said.split("\\\n") if line.strip())


def _span(span: Span, run: Run) -> str:
    """One run of words; marks stand close around the words, as Markdown wants them."""
    said = "\\\n".join(_marked(line) for line in cleaned(span.text).split("\n"))
    bare = said.strip()
    if bare and "\\\n" not in bare:
        address = followable(span.url) if span.url else ""
        made = f"**{bare}**" if span.bold else bare
        made = f"[{made}](<{address}>)" if address else made
        said = said.replace(bare, made, 1)
    if span.note.strip():
        run.notes.append(span.note)
        said += f" ({len(run.notes)})"
    return said


def _line(line: str) -> str:
    return _opened(_marked(line))


def _marked(line: str) -> str:
    return _SCHEME.sub(lambda found: f"\\{found[0]}", _MARKS.sub(lambda found: f"\\{found[0]}", line))


def _opened(line: str) -> str:
    """A line that does not begin a list, a rule or a heading."""
    found = _OPENING.match(line)
    if found is None:
        return line
    end = found.end()
    return f"{line[:end]}\\{line[end:]}" if found[0].isdigit() else f"\\{line}"
