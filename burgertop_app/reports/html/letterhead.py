"""The organiser's own colour and logo on a web page, by day and by night."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image as Photo

from burgertop_app.domain.inks import inks
from burgertop_app.reports.html.text import text
from burgertop_app.reports.typed import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.house_style import Look

_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg"}
_COLOURS = """
:root {{ --accent: {link}; --soft: {soft}; }}
@media (prefers-color-scheme: dark) {{ :root {{ --accent: {night}; --soft: {night_soft}; }} }}
@media print {{ :root {{ --accent: {link}; --soft: #FFFFFF; }} }}
"""
_LOGO = """
.logo { display: block; max-width: min(15rem, 100%); max-height: 5.5rem; width: auto; height: auto;
  margin: 0 0 .75rem; padding: .5rem; background: #FFFFFF; border-radius: 6px; }
"""


def own_style(look: Look) -> str:
    """What follows the shipped style sheet; nothing for a process that chose nothing.

    A logo keeps a white ground on a dark screen, since that is what it was drawn for.
    """
    colours = inks(look)
    said = {name: getattr(colours, name) for name in ("link", "soft", "night", "night_soft")}
    return (_COLOURS.format(**said) if look.accent else "") + (_LOGO if look.logo else "")


def logo(look: Look, source: Callable[[bytes, str], str]) -> str:
    """The logo with its words; nothing when there is none, or it cannot be read."""
    if not look.logo:
        return ""
    try:
        with Photo.open(io.BytesIO(look.logo)) as photo:
            (wide, high), media_type = photo.size, _FORMATS[photo.format or ""]
    except (OSError, KeyError, ValueError, Photo.DecompressionBombError):
        return ""
    place, alt = source(look.logo, media_type), text(one_line(look.alt))
    return f'<img class="logo" src="{place}" alt="{alt}" width="{wide}" height="{high}">'
