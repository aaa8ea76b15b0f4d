"""What a file tells of itself: its structure tree, that it is tagged, its colours and its metadata."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    NoEncryption,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFString,
)
from typing_extensions import override

from burgertop_app.reports.pdf.structure import Content, Element

if TYPE_CHECKING:
    from burgertop_app.reports.pdf.canvas import TaggedCanvas
    from burgertop_app.reports.pdf.structure import Kid

_OWNERS = {"Table": ("TH", "TD"), "List": ("L",), "Layout": ("Figure",)}
_PROFILE_DATE = slice(24, 36)


class StreamEnds(NoEncryption):  # type: ignore[misc]  # reportlab is untyped
    """No encryption, but a line end before each `endstream`, which PDF/A asks for (ISO 19005-2, 6.1.7.1)."""

    @override
    def encode(self, content: Any) -> _Ended:
        """The content of a stream with the line end that its length does not count."""
        return _Ended(content.encode("latin-1") if isinstance(content, str) else content)


class _Ended(PDFObject):  # type: ignore[misc]  # reportlab is untyped
    """Bytes of a stream."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __len__(self) -> int:
        return len(self.content)

    def format(self, _document: Any) -> bytes:  # noqa: ANN401
        """The bytes and a line end; one of two signs after a return, which would else count as half of it."""
        return self.content + (b"\r\n" if self.content.endswith(b"\r") else b"\n")


def complete(canvas: TaggedCanvas, packet: bytes) -> None:
    """Give a file whose pages are all drawn its catalogue; `packet` is the metadata (XMP)."""
    document = canvas._doc
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*type(catalogue).__NoDefault__, "OutputIntents"]
    catalogue.StructTreeRoot = _tree(canvas)
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogue.Metadata = _Plain({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}, packet)
    profile = document.Reference(_Plain({"N": 3}, _srgb()))
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": profile,
    }
    catalogue.OutputIntents = PDFArray([document.Reference(PDFDictionary(intent))])
    canvas.setViewerPreference("DisplayDocTitle", "true")


class _Plain(PDFObject):  # type: ignore[misc]  # reportlab is untyped
    """A stream that is not compressed, so that any program can find what it holds."""

    __RefOnly__ = 1

    def __init__(self, entries: dict[str, Any], content: bytes) -> None:
        self.entries, self.content = entries, content

    def format(self, document: Any) -> bytes:  # noqa: ANN401
        """The stream as it stands in the file."""
        dictionary = PDFDictionary({**self.entries, "Length": len(self.content)})
        return bytes(dictionary.format(document)) + b"\nstream\n" + self.content + b"\nendstream\n"


@cache
def _srgb() -> bytes:
    """The profile of sRGB, its moment of making left out so that files stay alike."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_PROFILE_DATE] = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    return bytes(profile)


def _tree(canvas: TaggedCanvas) -> PDFDictionary:
    written = _Written(canvas)
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    reference = canvas._doc.Reference(root)
    root["K"] = PDFArray([written.element(canvas.tree.root, reference)])
    root["ParentTree"] = written.parents()
    root["ParentTreeNextKey"] = len(canvas.page_marks) + len(canvas.link_owners)
    if written.idents:
        names = [each for name in sorted(written.idents) for each in (PDFString(name), written.idents[name])]
        root["IDTree"] = canvas._doc.Reference(PDFDictionary({"Names": PDFArray(names)}))
    return root


class _Written:
    """The elements of a tree as objects of a file."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self.canvas, self.document = canvas, canvas._doc
        self.pages = [self.document.Reference(page) for page in self.document.Pages.pages]
        self.made: dict[Element, Any] = {}
        self.idents: dict[str, Any] = {}

    def element(self, element: Element, parent: Any) -> Any:  # noqa: ANN401
        """The reference to an element and all inside it."""
        entries: dict[str, Any] = {
            "Type": PDFName("StructElem"),
            "S": PDFName(element.kind),
            "P": parent,
        }
        dictionary = PDFDictionary(entries)
        reference = self.made[element] = self.document.Reference(dictionary)
        told = {
            "Alt": element.alt,
            "ActualText": element.actual,
            "Lang": element.language,
            "ID": element.ident,
        }
        for key, words in told.items():
            if words:
                dictionary[key] = PDFString(words)
        if element.ident:
            self.idents[element.ident] = reference
        if element.attributes:
            dictionary["A"] = _attributes(element)
        kids = [self._kid(kid, reference) for kid in element.kids if _counts(kid)]
        if kids:
            dictionary["K"] = PDFArray(kids)
        return reference

    def parents(self) -> Any:  # noqa: ANN401
        """The parent tree: the element of each marked content, page by page, and of each annotation."""
        known: dict[int, Any] = {
            key: self.document.Reference(PDFArray([self.made[each] for each in marks]))
            for key, marks in self.canvas.page_marks
        }
        known.update((key, self.made[owner]) for key, owner in self.canvas.link_owners.items())
        numbers = [each for key in sorted(known) for each in (key, known[key])]
        return self.document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))

    def _kid(self, kid: Kid, parent: Any) -> Any:  # noqa: ANN401
        if isinstance(kid, Element):
            return self.element(kid, parent)
        entries = {"Pg": self.pages[kid.page]}
        if isinstance(kid, Content):
            return PDFDictionary({"Type": PDFName("MCR"), "MCID": kid.number, **entries})
        return PDFDictionary({"Type": PDFName("OBJR"), "Obj": kid.annotation, **entries})


def _counts(kid: Kid) -> bool:
    return not isinstance(kid, Element) or kid.counts()


def _attributes(element: Element) -> PDFDictionary:
    owner = next(name for name, kinds in _OWNERS.items() if element.kind in kinds)
    values = {
        key: PDFName(value)
        if isinstance(value, str)
        else PDFArray(value)
        if isinstance(value, list)
        else value
        for key, value in element.attributes.items()
    }
    return PDFDictionary({"O": PDFName(owner), **values})
