"""A page that knows what it says: everything drawn is content of an element, or decoration (artifact)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFPage,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from typing_extensions import override

from burgertop_app.domain.inks import HOUSE_INKS, Inks
from burgertop_app.reports.pdf.structure import Attached, Content
from burgertop_app.reports.pdf.style import colour

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from burgertop_app.reports.pdf.structure import Element, Mark, Tree

Rect = tuple[float, float, float, float]
_DECORATION = "/Artifact BMC"
_PRINTED = 4


class TaggedText(PDFTextObject):  # type: ignore[misc]  # reportlab is untyped
    """Text that marks itself as content of its element, within BT and ET, with a space at each line end."""

    def __init__(self, canvas: TaggedCanvas, x: float, y: float, direction: str | None) -> None:
        super().__init__(canvas, x, y, direction=direction)
        self.element = canvas.told
        self._begun = ""

    @override
    def getCode(self) -> str:
        """The operators, the last mark ended."""
        self._end()
        return str(super().getCode())

    @override
    def _formatText(self, text: Any) -> Any:
        if not self._begun and not self._canvas.held:
            self._begin(None)
        return super()._formatText(text)

    @override
    def _textOut(self, text: Any, TStar: int = 0) -> None:
        spaced = f"{text} " if TStar and isinstance(text, str) and text and not text.endswith(" ") else text
        super()._textOut(spaced, TStar)

    def _linkRecord(self, link: tuple[int, str], event: str) -> None:  # noqa: N802 - reportlab's name
        """Called when marked words were just written, and when they are over."""
        if self._canvas.held:
            return
        written = self._code.pop() if event == "start" else None
        self._end()
        if written is not None:
            self._begin(self._canvas.tree.marks[link[1]])
            self._code.append(written)

    def _begin(self, mark: Mark | None) -> None:
        element = mark.inside(self.element) if mark else self.element
        said = mark.taken() if mark else None
        self._begun = self._canvas.begin(element, said)
        self._code.append(self._begun)

    def _end(self) -> None:
        if not self._begun:
            return
        if self._code[-1] is self._begun:
            self._code.pop()
            self._canvas.forget()
        else:
            self._code.append("EMC")
        self._begun = ""


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab is untyped
    """A canvas that links what it draws to the elements of a tree, in the colours of the document."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401
        tree: Tree,
        inks: Inks = HOUSE_INKS,
        **options: Any,  # noqa: ANN401
    ) -> None:
        self.tree = tree
        self.inks = inks
        self.told: Element | None = None
        self.held = False
        self.page_marks: list[tuple[int, list[Element]]] = []
        self.link_owners: dict[int, Element] = {}
        self._marks: list[Element] = []
        self._last: Element | None = None
        self._keys = 0
        super().__init__(*args, **options)

    @override
    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> TaggedText:
        """Text that belongs to the element being told."""
        return TaggedText(self, x, y, direction)

    @contextmanager
    def telling(self, element: Element | None, said: str = "") -> Iterator[None]:
        """Text drawn meanwhile is content of `element`; `said` is what it stands for when drawn otherwise."""
        before, self.told = self.told, element
        if element is not None and said:
            element.actual = said
        try:
            yield
        finally:
            self.told = before

    @contextmanager
    def picturing(self, element: Element) -> Iterator[None]:
        """All that is drawn meanwhile, lines and words, is one content of `element`."""
        with self._holding("" if self.held else self.begin(element)):
            yield

    @contextmanager
    def decoration(self, kind: str = "") -> Iterator[None]:
        """All that is drawn meanwhile says nothing: an artifact, of a kind such as Pagination."""
        begun = f"/Artifact <</Type /{kind}>> BDC" if kind else _DECORATION
        with self._holding("" if self.held else begun):
            yield

    def edge(self, element: Element | None, said: str = "") -> AbstractContextManager[None]:
        """Words at the head or foot of a page: content when given an element, else decoration."""
        return self.decoration("Pagination") if element is None else self.telling(element, said)

    def begin(self, element: Element | None, said: str | None = None) -> str:
        """The operator that begins content of `element`; with none it begins an artifact."""
        self._last = element
        if element is None:
            return _DECORATION
        number = len(self._marks)
        self._marks.append(element)
        element.kids.append(Content(len(self.page_marks), number))
        if said is None:
            return f"/{element.kind} <</MCID {number}>> BDC"
        spoken = said.encode("utf-16-be").hex().upper()
        return f"/Span <</MCID {number} /ActualText <FEFF{spoken}>>> BDC"

    def forget(self) -> None:
        """Take back the content that was begun last, in which nothing was drawn."""
        if self._last is not None:
            self._marks.pop()
            self._last.kids.pop()

    @override
    def linkURL(self, url: str, rect: Rect, relative: int = 0, *_look: Any, **_other: Any) -> None:
        """Where words of a mark stand: its anchor and, when it leads somewhere, its annotation."""
        mark = self.tree.marks[url]
        owner = (mark.leader or mark).element
        if self.held or owner is None:
            return
        if mark.anchor:
            self.bookmarkPage(mark.anchor, fit="XYZ", top=self._absRect(rect, relative)[3] + 12)
        if mark.url:
            with self.decoration():
                self.saveState()
                self.setStrokeColor(colour(self.inks.link))
                self.setLineWidth(0.5)
                self.line(rect[0], rect[1] + 0.7, rect[2], rect[1] + 0.7)
                self.restoreState()
        if mark.url or mark.place:
            self.link(owner, self._absRect(rect, relative), mark)

    def link(self, owner: Element, rect: Rect, mark: Mark) -> None:
        """A link annotation over `rect` of the page, part of the element `owner`."""
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([round(side, 2) for side in rect]),
                "Border": PDFArray([0, 0, 0]),
                "F": _PRINTED,
                "Contents": PDFString(mark.told or mark.url),
                "StructParent": self._next_key(),
            }
        )
        if mark.url:
            action = {"Type": PDFName("Action"), "S": PDFName("URI"), "URI": PDFString(mark.url)}
            annotation["A"] = PDFDictionary(action)
        else:
            annotation["Dest"] = self._bookmarkReference(mark.place)
        self.link_owners[self._keys - 1] = owner
        self._addAnnotation(annotation)
        owner.kids.append(Attached(len(self.page_marks), self._annotationrefs[-1]))

    @override
    def showPage(self) -> None:
        """End the page; it keeps the key under which the parent tree knows its content."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self._next_key(), PDFName("S")
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        self.page_marks.append((page.StructParents, self._marks))
        self._marks = []

    def box(self, width: float, height: float) -> list[float]:
        """The rectangle on the page of what is `width` by `height` at the present origin."""
        x, y = self.absolutePosition(0, 0)
        right, top = self.absolutePosition(width, height)
        return [round(side, 2) for side in (x, y, right, top)]

    def _next_key(self) -> int:
        self._keys += 1
        return self._keys - 1

    @contextmanager
    def _holding(self, begun: str) -> Iterator[None]:
        if begun:
            self._code.append(begun)
            self.held = True
        try:
            yield
        finally:
            if begun:
                self._code.append("EMC")
                self.held = False
