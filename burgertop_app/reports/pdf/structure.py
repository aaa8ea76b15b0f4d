"""The structure of a document for who cannot see it: elements in reading order, made as the story is told."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT_EMPTY = frozenset({"Document", "TR", "TH", "TD", "LBody", "Figure"})


@dataclass(frozen=True)
class Content:
    """Marked content: its number on a page (both from 0)."""

    page: int
    number: int


@dataclass(frozen=True)
class Attached:
    """An annotation that belongs to an element: its page (from 0) and reportlab's reference to it."""

    page: int
    annotation: Any


@dataclass(eq=False)
class Element:
    """One structure element; `kind` is a standard type of PDF, such as P, TH or Figure.

    `attributes` are those of the owner that belongs to the kind (Table, List or Layout); `actual` is what to
    read instead of the content, in the order of reading.
    """

    kind: str
    alt: str = ""
    actual: str = ""
    language: str = ""
    ident: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list[Kid] = field(default_factory=list)

    def add(self, kind: str, **particulars: Any) -> Element:  # noqa: ANN401
        """A new element inside this one, after what it has."""
        made = Element(kind, **particulars)
        self.kids.append(made)
        return made

    def counts(self) -> bool:
        """Whether it goes into the file: it holds something, or a table needs it to stay whole."""
        return self.kind in _KEPT_EMPTY or any(
            not isinstance(kid, Element) or kid.counts() for kid in self.kids
        )


Kid: TypeAlias = Element | Content | Attached


@dataclass
class Mark:
    """Words inside a paragraph that are more than words: a link, a note's sign, or a drawn stand-in.

    `path` are the elements around the words, outermost first; the innermost has `actual` as its text. `said`
    is what stands there when other characters are drawn. `url` or `place` is where the words lead, `told`
    says so, and `anchor` is a name for the place itself. A mark inside a link has that as its `leader`.

    Words from right to left have `actual` and not `said`: programs that take text from pages turn those
    words themselves, and would turn `said` as well.
    """

    path: tuple[str, ...] = ()
    actual: str = ""
    said: str = ""
    url: str = ""
    place: str = ""
    told: str = ""
    anchor: str = ""
    language: str = ""
    leader: Mark | None = None
    element: Element | None = None
    _taken: bool = False

    def inside(self, paragraph: Element | None) -> Element | None:
        """The element of the words, made in the paragraph when they are first drawn."""
        if self.element is None:
            around = self.leader.inside(paragraph) if self.leader else paragraph
            for kind in self.path if around else ():
                around = around.add(kind, language=self.language) if around else None
            if around and self.actual:
                around.actual = self.actual
            self.element = around
        return self.element

    def taken(self) -> str | None:
        """What the words say when drawn otherwise: all of it the first time, for the rest no more."""
        if not self.said:
            return None
        said, self._taken = "" if self._taken else self.said, True
        return said


@dataclass
class Edges:
    """The head and the foot of a sheet or document: told on its first page, decoration on the others.

    `mast` is where the logo above the head goes, if it is told there.
    """

    head: Element
    foot: Element
    mast: Element | None = None
    told: bool = False

    def claimed(self) -> tuple[Element | None, Element | None, Element | None]:
        """The elements of head, foot and what is above the head the first time, nothing after that."""
        if self.told:
            return None, None, None
        self.told = True
        return self.head, self.foot, self.mast


class Tree:
    """The elements of one document, and the place in it where the next one comes."""

    def __init__(self, language: str, *, masthead: bool = False) -> None:
        self._masthead = masthead
        self.root = Element("Document", language=language)
        self.marks: dict[str, Mark] = {}
        self._open = [self.root]
        self._base = 1
        self._inside = 0
        self.edges = self._edged(self.root)

    @property
    def current(self) -> Element:
        """The element that the next one becomes part of."""
        return self._open[-1]

    @contextmanager
    def within(self, element: Element) -> Iterator[Element]:
        """What is made meanwhile becomes part of `element`."""
        self._open.append(element)
        self._inside += 1
        try:
            yield element
        finally:
            self._open.pop()
            self._inside -= 1

    def sheet_begins(self) -> Edges:
        """A sheet begins: a section right below the document, with a head and foot of its own."""
        self.finish()
        self._open.append(self.root.add("Sect"))
        self._base = 2
        self.edges = self._edged(self.current)
        return self.edges

    def finish(self) -> None:
        """The sheet or the document is over; its foot comes last."""
        self._open[self._base - 1].kids.append(self.edges.foot)
        del self._open[1:]

    def chapter_begins(self) -> None:
        """A chapter begins, unless inside a box or table: a section of the sheet or of the document."""
        if not self._inside:
            del self._open[self._base :]
            self._open.append(self.current.add("Sect"))

    def _edged(self, section: Element) -> Edges:
        mast = section.add("Div") if self._masthead else None
        return Edges(section.add("P"), Element("P"), mast)

    def marked(self, mark: Mark) -> str:
        """A key for a mark, the same in every run."""
        key = f"mark-{len(self.marks) + 1}"
        self.marks[key] = mark
        return key
