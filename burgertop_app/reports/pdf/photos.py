"""Pictures from files: upright, on white, no finer than paper shows, and nothing else of the file kept.

A photograph tells where and with what it was taken; that stays behind, for it is made anew here.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from PIL import Image, ImageOps
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.platypus import Flowable
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.reports.pdf.text import visible

if TYPE_CHECKING:
    from burgertop_app.reports.pdf.canvas import TaggedCanvas
    from burgertop_app.reports.pdf.structure import Element

_DOTS_PER_POINT = 200 / 72
_FEW_COLOURS = 256
_MOST_PIXELS = 120_000_000
_FORMATS = ("PNG", "JPEG")
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, MemoryError, zlib.error, Image.DecompressionBombError)


@dataclass(frozen=True)
class Photo:
    """A picture as it goes into the file: pixels, and their bytes as JPEG or (few colours) compressed."""

    name: str
    width: int
    height: int
    content: bytes
    jpeg: bool


Photos: TypeAlias = dict[tuple[bytes, float], Photo | None]
"""Pictures made before, by their file and their room, so that no run makes one twice."""


def photo(content: bytes, room: float, highest: float, known: Photos) -> tuple[Photo, float, float] | None:
    """A picture and its size on paper in at most this room, points; nothing when it cannot be read."""
    digest = hashlib.sha256(content).digest()
    key = (digest, round(room, 2))
    if key not in known:
        try:
            known[key] = _made(content, room, highest, digest.hex()[:24])
        except _BROKEN:
            known[key] = None
    made = known[key]
    if made is None:
        return None
    wide, high = _original(content)
    scale = _scale((wide, high), room, highest)
    return made, wide * scale, high * scale


def described(alt: str) -> str:
    """What a picture shows in words, never nothing."""
    return " ".join(visible(alt).split()) or _("a picture without a description")


def not_shown(alt: str) -> str:
    """What stands in place of a picture that cannot be read."""
    return _("[This picture cannot be shown: {words}]").format(words=alt)


def _original(content: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
        wide, high = opened.size
        turned = opened.getexif().get(0x0112, 1) >= 5
    return (high, wide) if turned else (wide, high)


def _scale(size: tuple[int, int], room: float, highest: float) -> float:
    return min(room / size[0], highest / size[1], 1.0)


def _made(content: bytes, room: float, highest: float, name: str) -> Photo:
    with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
        if opened.width * opened.height > _MOST_PIXELS:
            raise ValueError(opened.size)
        fine = _scale(_original(content), room, highest) * _DOTS_PER_POINT
        wanted = [max(1, round(side * min(fine, 1.0))) for side in opened.size]
        opened.draft("RGB", (wanted[0], wanted[1]))
        opened.load()
        upright = ImageOps.exif_transpose(opened)
    if wanted[0] < upright.width or wanted[1] < upright.height:
        turned = (upright.width > upright.height) != (wanted[0] > wanted[1])
        upright = _flat(upright)
        upright = upright.resize((wanted[1], wanted[0]) if turned else (wanted[0], wanted[1]), reducing_gap=3)
    flat = _flat(upright)
    few = flat.getcolors(_FEW_COLOURS) is not None
    return Photo(
        name=f"{name}-{flat.width}x{flat.height}",
        width=flat.width,
        height=flat.height,
        content=zlib.compress(flat.tobytes(), 9) if few else _jpeg(flat),
        jpeg=not few,
    )


def _flat(image: Image.Image) -> Image.Image:
    """The picture in red, green and blue, what was see-through on white."""
    if image.mode == "RGB":
        return image
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L").convert("RGB")
    return image.convert("RGB")


def _jpeg(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "JPEG", quality=85, optimize=True)
    return target.getvalue()


class PhotoDrawn(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """A picture on the page, content of its element."""

    def __init__(self, shown: Photo, size: tuple[float, float], element: Element) -> None:
        super().__init__()
        self.shown, self.element = shown, element
        self.width, self.height = size
        self.hAlign = "LEFT"

    @override
    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """The size on paper."""
        return self.width, self.height

    @override
    def draw(self) -> None:
        """Draw the picture."""
        canvas: TaggedCanvas = self.canv
        self.element.attributes = {"Placement": "Block", "BBox": canvas.box(self.width, self.height)}
        with canvas.picturing(self.element):
            painted(canvas, self.shown, (self.width, self.height))
        self.element.kids.insert(0, self.element.kids.pop())  # before its caption, which was made earlier


def painted(canvas: TaggedCanvas, shown: Photo, size: tuple[float, float]) -> None:
    """Put a picture with its lower left corner at the origin."""
    canvas.saveState()
    canvas.scale(*size)
    canvas._code.append(f"/{_registered(canvas, shown)} Do")
    canvas.restoreState()


def _registered(canvas: TaggedCanvas, shown: Photo) -> Any:  # noqa: ANN401
    """The name of the picture in the file, where it stands once however often it is drawn."""
    document = canvas._doc
    name = document.getXObjectName(shown.name)
    if name not in document.idToObject:
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": shown.width,
            "Height": shown.height,
            "BitsPerComponent": 8,
            "ColorSpace": PDFName("DeviceRGB"),
            "Filter": PDFName("DCTDecode" if shown.jpeg else "FlateDecode"),
        }
        document.addForm(shown.name, PDFStream(PDFDictionary(entries), shown.content, filters=[]))
    canvas._currentPageHasImages = 1
    if shown.name not in canvas._formsinuse:
        canvas._formsinuse.append(shown.name)
    return name
