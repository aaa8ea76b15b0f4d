"""Pictures from a file: upright, not too large, without hidden data, or a clear reason why not."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from burgertop_app.domain.errors import InvalidInput, NotFound
from burgertop_app.exchange import pictures


def file_of(image, kind="PNG", **more):
    drawn = io.BytesIO()
    image.save(drawn, kind, **more)
    return drawn.getvalue()


def opened(prepared):
    return Image.open(io.BytesIO(prepared.content))


def bomb(wide, high):
    """A PNG that says it has so many dots, in a few bytes."""
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + head
    tail = struct.pack(">I", zlib.crc32(chunk))
    data = b"IDAT" + zlib.compress(b"")
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", len(head))
        + chunk
        + tail
        + struct.pack(">I", len(data) - 4)
        + data
        + struct.pack(">I", zlib.crc32(data))
    )


def refused(content, name="foto.png"):
    with pytest.raises(InvalidInput) as told:
        pictures.prepared(content, name)
    return told.value.code


def test_small_png_stays_a_png_of_its_size():
    made = pictures.prepared(file_of(Image.new("RGB", (300, 200), "teal")), "a.png")

    assert (made.media_type, made.wide, made.high, made.shrunk) == ("image/png", 300, 200, False)


def test_large_photo_is_scaled_down():
    made = pictures.prepared(file_of(Image.new("RGB", (5000, 2500), "teal"), "JPEG"), "a.jpg")

    assert (made.media_type, made.wide, made.high, made.shrunk) == ("image/jpeg", 2400, 1200, True)


def test_photo_on_its_side_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6

    made = pictures.prepared(file_of(Image.new("RGB", (300, 200)), "JPEG", exif=exif), "a.jpg")

    assert (made.wide, made.high) == (200, 300)


def test_nothing_of_where_and_when_stays():
    exif = Image.Exif()
    exif[0x013B] = "Jan Jansen"
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 0.0)

    made = pictures.prepared(file_of(Image.new("RGB", (300, 200)), "JPEG", exif=exif), "a.jpg")

    assert b"Jansen" not in made.content
    assert b"Exif" not in made.content
    assert len(opened(made).getexif()) == 0


def test_words_hidden_in_a_png_go():
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Author", "Jan Jansen")

    made = pictures.prepared(file_of(Image.new("RGB", (30, 20)), pnginfo=told), "a.png")

    assert b"Jansen" not in made.content


def test_what_was_clear_becomes_white():
    made = pictures.prepared(file_of(Image.new("RGBA", (30, 20), (0, 0, 0, 0))), "a.png")

    assert opened(made).convert("RGB").getpixel((3, 3)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK"])
def test_every_kind_of_colour_can_be_shown(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"

    made = pictures.prepared(file_of(Image.new(mode, (30, 20)), kind), "a")

    assert opened(made).mode == "RGB"


def test_grey_of_sixteen_bits_keeps_its_light():
    made = pictures.prepared(file_of(Image.new("I;16", (30, 20), 32768)), "a.png")

    assert opened(made).getpixel((3, 3)) == pytest.approx((128, 128, 128), abs=1)


@pytest.mark.parametrize("kind", ["WEBP", "GIF", "BMP", "TIFF"])
def test_other_kinds_are_converted(kind):
    made = pictures.prepared(file_of(Image.new("RGB", (30, 20), "teal"), kind), "a")

    assert opened(made).format in ("PNG", "JPEG")


def test_moving_picture_stands_still_and_says_so():
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("teal", "red")]

    made = pictures.prepared(file_of(frames[0], "GIF", save_all=True, append_images=frames[1:]), "a.gif")

    assert made.moving
    assert opened(made).getpixel((3, 3)) == (0, 128, 128)


def test_noisy_png_is_kept_as_jpeg():
    import numpy as np

    noise = np.random.default_rng(7).integers(0, 255, (1400, 1400, 3), dtype=np.uint8)

    made = pictures.prepared(file_of(Image.fromarray(noise), compress_level=1), "a.png")

    assert made.media_type == "image/jpeg"
    assert len(made.content) < 3_000_000


def test_file_of_eighty_megabytes_is_refused_unread(tmp_path):
    path = tmp_path / "groot.png"
    with path.open("wb") as file:
        file.truncate(80_000_000)

    with pytest.raises(InvalidInput) as told:
        pictures.prepare(path)

    assert (told.value.code, told.value.params["size"]) == ("picture_heavy", 80)


def test_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(NotFound) as told:
        pictures.prepare(tmp_path / "weg.png")

    assert told.value.code == "picture_missing"


def test_folder_is_told(tmp_path):
    with pytest.raises(InvalidInput) as told:
        pictures.prepare(tmp_path)

    assert told.value.code == "picture_unreadable"


@pytest.mark.parametrize("side", [9_500, 20_000, 60_000])
def test_bomb_is_refused(side):
    assert refused(bomb(side, side)) == "picture_pixels"


def test_half_a_photo_is_refused():
    content = file_of(Image.effect_noise((600, 400), 80).convert("RGB"), "JPEG")

    assert refused(content[: len(content) // 2], "half.jpg") == "picture_broken"


def test_half_a_png_is_refused():
    content = file_of(Image.effect_noise((600, 400), 80))

    assert refused(content[: len(content) // 2]) == "picture_broken"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture_svg"),
        (b"<?xml version='1.0'?><svg/>", "picture_svg"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "picture_heic"),
        (b"%PDF-1.7", "picture_pdf"),
        (b"not a picture at all", "picture_kind"),
        (b"", "picture_broken"),
        (b"\x89PNG\r\n\x1a\n", "picture_broken"),
    ],
)
def test_what_is_no_usable_picture_is_named(content, code):
    assert refused(content) == code


def test_picture_of_a_few_dots_is_refused():
    assert refused(file_of(Image.new("RGB", (3, 3)))) == "picture_tiny"
