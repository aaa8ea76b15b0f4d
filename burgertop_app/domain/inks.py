"""The accent colour of a document and what follows from it: words on tinted grounds, the tint, the dark page.

An organiser's colour is checked on white only. Where words stand on a tint or on a dark screen, the nearest
colour of the same hue that can be read there takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from burgertop_app.domain.colours import WHITE, darker, lighter, parse

if TYPE_CHECKING:
    from burgertop_app.domain.house_style import Look

_LIGHT = tuple(map(parse, ("#FFFFFF", "#F3F5F4", "#E9EEEC")))
_DARK = tuple(map(parse, ("#1B2122", "#14191A", "#252D2E")))
_TINT, _NIGHT_TINT = 0.86, 0.72


@dataclass(frozen=True)
class Inks:
    """Colours as "#0B5C66".

    Attributes:
        accent: headings, bands and rules on white.
        link: words on any light ground.
        soft: the tint of a box.
        night: words on a dark screen.
        night_soft: the tint of a box there.
    """

    accent: str
    link: str
    soft: str
    night: str
    night_soft: str


HOUSE_INKS = Inks(accent="#0B5C66", link="#0B5C66", soft="#DCEDEE", night="#6CC7CF", night_soft="#1D3A3E")
"""Those of the program."""


def inks(look: Look) -> Inks:
    """The colours of a look; those of the program when it names none."""
    return _from(look.accent) if look.accent else HOUSE_INKS


@cache
def _from(accent: str) -> Inks:
    colour = parse(accent)
    soft = colour.mixed(WHITE, _TINT)
    night_soft = colour.mixed(_DARK[0], _NIGHT_TINT)
    return Inks(
        accent=colour.hex(),
        link=darker(colour, (*_LIGHT, soft)).hex(),
        soft=soft.hex(),
        night=lighter(colour, (*_DARK, night_soft)).hex(),
        night_soft=night_soft.hex(),
    )
