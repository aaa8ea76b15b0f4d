"""Pictures from a file, checked and made fit for a document: upright, not too large, and without hidden data.

A photo tells where and when it was made, and sometimes by whom. Of what comes in only the picture itself
stays: it is drawn anew, so nothing of EXIF, GPS or comments comes along.
"""

from __future__ import annotations

import io
import struct
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from burgertop_app.domain.errors import InvalidInput, NotFound

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES: Final = 25_000_000
MOST_PIXELS: Final = 80_000_000
LONGEST: Final = 2400
"""Pixels on the long side: more than 300 to the inch over the whole width of a page."""
LEAST: Final = 8
HEAVY: Final = 3_000_000
"""Bytes above which a picture without sharp lines is kept as JPEG."""
KINDS: Final = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
PNG, JPEG = "image/png", "image/jpeg"
_SIGNED: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")
_HEIC: Final = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1", b"ftypavif")


@dataclass(frozen=True)
class Prepared:
    """A picture fit for a document.

    Attributes:
        content: a PNG or JPEG file.
        media_type: which of the two.
        wide: pixels.
        high: pixels.
        shrunk: whether it was larger.
        moving: whether it moved; only its first picture is left.
    """

    content: bytes
    media_type: str
    wide: int
    high: int
    shrunk: bool = False
    moving: bool = False


def prepare(path: Path, longest: int = LONGEST) -> Prepared:
    """The picture in a file, at most `longest` pixels on its long side.

    Raises:
        NotFound: there is no such file.
        InvalidInput: it is too large, damaged, or of a kind that does not fit in a document.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise InvalidInput(
                "picture_heavy", file=path.name, size=round(size / 1e6), most=round(MOST_BYTES / 1e6)
            )
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound("picture_missing", file=path.name) from error
    except OSError as error:
        raise InvalidInput("picture_unreadable", file=path.name) from error
    return prepared(content, path.name, longest)


def prepared(content: bytes, name: str, longest: int = LONGEST) -> Prepared:
    """As `prepare`, for the bytes of a file called `name`."""
    _refuse_kind(content, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _made(content, name, longest)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise InvalidInput("picture_pixels", file=name, most=MOST_PIXELS // 1_000_000) from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, MemoryError) as error:
        raise InvalidInput("picture_broken", file=name) from error


def _refuse_kind(content: bytes, name: str) -> None:
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:5].lower() == b"<?xml" or b"<svg" in head.lower():
        raise InvalidInput("picture_svg", file=name)
    if content[4:12] in _HEIC:
        raise InvalidInput("picture_heic", file=name)
    if head[:5] == b"%PDF-":
        raise InvalidInput("picture_pdf", file=name)
    if not content:
        raise InvalidInput("picture_broken", file=name)


def _made(content: bytes, name: str, longest: int) -> Prepared:
    try:
        opened = Image.open(io.BytesIO(content), formats=KINDS)
    except UnidentifiedImageError as error:
        known = content.startswith(_SIGNED)
        raise InvalidInput("picture_broken" if known else "picture_kind", file=name) from error
    with opened:
        wide, high = opened.size
        if wide * high > MOST_PIXELS:
            raise InvalidInput("picture_pixels", file=name, most=MOST_PIXELS // 1_000_000)
        if min(wide, high) < LEAST:
            raise InvalidInput("picture_tiny", file=name, wide=wide, high=high)
        moving = getattr(opened, "n_frames", 1) > 1
        photo = opened.format in ("JPEG", "WEBP")
        if opened.format == "JPEG":
            opened.draft("RGB", (longest, longest))
        opened.load()
        upright = ImageOps.exif_transpose(opened)
        plain = _plain(upright)
    shrunk = max(wide, high) > longest
    if max(plain.size) > longest:
        plain.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    file, media_type = _file(plain, photo=photo)
    return Prepared(file, media_type, *plain.size, shrunk=shrunk, moving=moving)


def _plain(image: Image.Image) -> Image.Image:
    """Red, green and blue on white; nothing else comes along."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    if "transparency" in image.info or image.mode in ("RGBA", "LA", "PA"):
        clear = image.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        ground.alpha_composite(clear)
        image = ground
    elif isinstance(profile, bytes) and image.mode == "RGB":
        image = _in_screen_colours(image, profile)
    plain = Image.new("RGB", image.size, "white")
    plain.paste(image.convert("RGB"))
    return plain


def _in_screen_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """The colours as a screen shows them; as they are when the profile cannot be read."""
    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB")) or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image


def _file(image: Image.Image, *, photo: bool) -> tuple[bytes, str]:
    if not photo:
        drawn = io.BytesIO()
        image.save(drawn, "PNG", optimize=True)
        if drawn.tell() <= HEAVY:
            return drawn.getvalue(), PNG
    taken = io.BytesIO()
    image.save(taken, "JPEG", quality=88, optimize=True)
    return taken.getvalue(), JPEG
