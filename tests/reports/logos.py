"""Logos of every kind that an organiser may bring, and a look made with one."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from burgertop_app.domain.house_style import Look
from burgertop_app.exchange.pictures import prepared

ALT = "Logo van de gemeente Waterrijk: twee golven"


def _drawn(mode, size, ground, ink):
    made = Image.new(mode, size, ground)
    draw = ImageDraw.Draw(made)
    wide, high = size
    draw.ellipse((wide * 0.05, high * 0.1, wide * 0.35, high * 0.9), fill=ink)
    draw.rectangle((wide * 0.42, high * 0.35, wide * 0.95, high * 0.65), fill=ink)
    return made


def _file(image, kind, **options):
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def _photo(size):
    made = Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (made, made.transpose(Image.Transpose.FLIP_TOP_BOTTOM), made))


FILES = {
    "transparent.png": lambda: _file(_drawn("RGBA", (600, 240), (0, 0, 0, 0), (160, 20, 60, 200)), "PNG"),
    "palette.png": lambda: _file(
        _drawn("RGB", (500, 200), "white", (20, 60, 140)).quantize(8), "PNG", transparency=0
    ),
    "sixteen.png": lambda: _file(_drawn("I;16", (400, 300), 65535, 9000), "PNG"),
    "grey.png": lambda: _file(_drawn("LA", (300, 300), (255, 0), (40, 255)), "PNG"),
    "cmyk.jpg": lambda: _file(_drawn("CMYK", (480, 160), (0, 0, 0, 0), (200, 40, 0, 30)), "JPEG"),
    "photo.jpg": lambda: _file(_photo((900, 500)), "JPEG"),
    "wide.png": lambda: _file(_drawn("RGB", (2400, 241), "white", (0, 90, 60)), "PNG"),
    "tall.png": lambda: _file(_drawn("RGB", (241, 2400), "white", (0, 90, 60)), "PNG"),
    "small.png": lambda: _file(_drawn("RGB", (24, 24), "white", (0, 90, 60)), "PNG"),
}


def look(name="transparent.png", accent="#A3123C"):
    """A look with the logo of that name, come in as an organiser's file does."""
    return Look(accent, prepared(FILES[name](), name, 1200).content, ALT)
